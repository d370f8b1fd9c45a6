"""Contexts: the tables a signature rests on are exactly those that were pinned."""

import hashlib
import json
import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from shared import contexts
from shared.contexts.pins import INDEX_SHA256
from shared.errors import ContextsDamaged, ContextUnknown

FOLDER = Path(str(files("shared.contexts")))
CORPUS = Path(__file__).parents[3] / "shared" / "conformance" / "contexts"

OB3 = "https://purl.imsglobal.org/spec/ob/v3p0/"
OB3_NOW = OB3 + "context-3.0.3.json"
BEFORE = "before-2026-06"

WANTED = (
    "https://www.w3.org/2018/credentials/v1",
    "https://www.w3.org/ns/credentials/v2",
    "https://www.w3.org/ns/credentials/status/v1",
    "https://www.w3.org/ns/credentials/examples/v2",
    "https://www.w3.org/ns/credentials/undefined-terms/v2",
    "https://www.w3.org/ns/did/v1",
    "https://w3id.org/did/v1",
    "https://w3id.org/dcc/v1",
    "https://w3id.org/openbadges/v1",
    "https://w3id.org/openbadges/v2",
    "https://w3id.org/vc/status-list/2021/v1",
    "https://w3id.org/vc-revocation-list-2020/v1",
    "https://w3id.org/security/v1",
    "https://w3id.org/security/v2",
    "https://w3id.org/security/bbs/v1",
    "https://w3id.org/security/multikey/v1",
    "https://w3id.org/security/data-integrity/v1",
    "https://w3id.org/security/data-integrity/v2",
    "https://w3id.org/security/suites/ed25519-2018/v1",
    "https://w3id.org/security/suites/ed25519-2020/v1",
    "https://w3id.org/security/suites/jws-2020/v1",
    "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json",
    *(OB3 + f"context{version}.json" for version in ("", "-3.0.0", "-3.0.1", "-3.0.2", "-3.0.3")),
    OB3 + "extensions.json",
)


@pytest.fixture
def a_copy(tmp_path):
    """The folder of contexts, to be damaged."""
    shutil.copytree(FOLDER, tmp_path / "contexts")
    return tmp_path / "contexts"


@pytest.mark.parametrize("url", WANTED)
def test_every_context_of_the_specifications_is_shipped(url):
    assert contexts.known(url)
    assert url in contexts.ids()
    assert contexts.load(url)["@context"]


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("https://evil.example/context.json", id="another place"),
        pytest.param("http://www.w3.org/ns/credentials/v2", id="without https"),
        pytest.param("https://www.w3.org/ns/credentials/v2#", id="with a fragment"),
        pytest.param("https://www.w3.org/ns/credentials/v2/", id="with a slash"),
        pytest.param("HTTPS://www.w3.org/ns/credentials/v2", id="in capitals"),
        pytest.param("", id="nothing"),
    ],
)
def test_a_look_alike_address_is_unknown_and_nothing_is_fetched(url):
    assert not contexts.known(url)
    with pytest.raises(ContextUnknown):
        contexts.load(url)


def test_a_caller_cannot_spoil_the_context_of_the_next_one():
    contexts.load(OB3_NOW)["@context"].clear()

    assert contexts.load(OB3_NOW)["@context"]


def test_open_badges_3_0_3_is_kept_as_it_was_and_as_it_is():
    now = contexts.load(OB3_NOW)["@context"]
    before = contexts.load(OB3_NOW, edition=BEFORE)["@context"]

    assert now.keys() - before.keys() == {"endorsementJwt", "jti"}
    assert {name: now[name] for name in before} == before
    assert contexts.changed_terms(BEFORE) == {"endorsementJwt", "jti"}


def test_a_context_with_one_content_is_the_same_in_every_edition():
    v2 = "https://www.w3.org/ns/credentials/v2"

    assert contexts.load(v2, edition=BEFORE) == contexts.load(v2)
    assert contexts.editions([v2]) == ("current",)
    assert contexts.editions([v2, OB3_NOW]) == ("current", BEFORE)


def test_the_index_says_where_each_file_comes_from():
    entries = json.loads((FOLDER / "index.json").read_text("utf-8"))["contexts"]

    assert {entry["file"] for entry in entries} == {f.name for f in (FOLDER / "files").iterdir()}
    for entry in entries:
        assert entry["licence"]
        assert entry["source"]["kind"] == "written" or entry["source"]["version"]
        assert entry["edition"] in contexts.EDITIONS


def test_the_untouched_folder_is_read(a_copy):
    assert contexts.read_pinned(a_copy, index_sha256=INDEX_SHA256)


@pytest.mark.parametrize("name", sorted(f.name for f in (FOLDER / "files").iterdir()))
def test_one_flipped_bit_stops_the_program(a_copy, name):
    file = a_copy / "files" / name
    text = bytearray(file.read_bytes())
    text[len(text) // 2] ^= 1
    file.write_bytes(text)

    with pytest.raises(ContextsDamaged) as damage:
        contexts.read_pinned(a_copy, index_sha256=INDEX_SHA256)

    assert damage.value.facts == {"file": name}


def test_another_index_stops_the_program_even_if_it_fits_its_files(a_copy):
    file = a_copy / "files" / "ob3-3.0.3.json"
    forged = file.read_bytes().replace(b"schema.org/name", b"schema.org/nome")
    index = (a_copy / "index.json").read_text("utf-8")
    old = hashlib.sha256(file.read_bytes()).hexdigest()
    file.write_bytes(forged)
    (a_copy / "index.json").write_text(index.replace(old, hashlib.sha256(forged).hexdigest()))

    with pytest.raises(ContextsDamaged) as damage:
        contexts.read_pinned(a_copy, index_sha256=INDEX_SHA256)

    assert damage.value.facts == {"file": "index.json"}


def test_a_missing_file_stops_the_program(a_copy):
    (a_copy / "files" / "ob2.json").unlink()

    with pytest.raises(ContextsDamaged):
        contexts.read_pinned(a_copy, index_sha256=INDEX_SHA256)


def published():
    """(address, edition, table) of the public corpus, when it is there."""
    if not (CORPUS / "index.json").exists():
        return
    for name, file in json.loads((CORPUS / "index.json").read_text("utf-8"))["index"].items():
        url, _, since = name.removeprefix("alternate:").partition("#")
        if contexts.known(url):
            table = json.loads((CORPUS / file).read_text("utf-8"))["@context"]
            yield pytest.param(url, BEFORE if since else "current", table, id=name)


@pytest.mark.parametrize(("url", "edition", "table"), list(published()))
def test_our_tables_say_what_the_published_ones_say(url, edition, table):
    # OB 1 points to a still older table, which nobody signs with: ours leaves it out.
    if isinstance(table, list) and len(table) == 2 and "legacy" in str(table[0]):
        table = table[1]

    assert contexts.load(url, edition=edition)["@context"] == table
