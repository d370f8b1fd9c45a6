"""Beside the pages: news to follow, hints, a list for others, and a copy that is a mirror."""

import hashlib
import json
import shutil
import subprocess
import zlib
from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest

from tests.trust_registry import network
from tests.trust_registry.network import LEAVER, LIBRARY, TODAY, did
from tests.trust_registry.served import on_loopback
from trust_registry import layout
from trust_registry.client import open_registry
from trust_registry.client.filling import PIECE, unpacked
from trust_registry.index import Answer
from trust_registry.site import write_site

ATOM = "{http://www.w3.org/2005/Atom}"
ISOLATES = dict.fromkeys((0x2068, 0x2069))


@pytest.fixture
def desk(tmp_path):
    desk = network.make(tmp_path / "registry")
    write_site(desk.folder, now=TODAY)
    return desk


@pytest.fixture
def public(desk):
    return desk.folder / layout.PUBLIC


def titles(public, path="journal/feed.xml"):
    feed = ET.fromstring((public / path).read_bytes())
    return [one.findtext(f"{ATOM}title").translate(ISOLATES) for one in feed.iter(f"{ATOM}entry")]


def test_the_feed_tells_what_the_list_dates(public):
    assert "Fablab du Vieux-Pont a quitté le réseau." in titles(public)
    assert "Médiathèque de Clairval a déclaré une clé perdue ou volée." in titles(public)
    assert "Fablab du Vieux-Pont left the network." in titles(public, "en/journal/feed.xml")


def test_an_entry_of_the_feed_keeps_its_name_when_others_come(desk, public):
    before = ET.fromstring((public / "journal/feed.xml").read_bytes())
    later = TODAY + timedelta(days=1)
    desk.close_member(LIBRARY, until=later, at=later)
    write_site(desk.folder, now=later)
    after = ET.fromstring((public / "journal/feed.xml").read_bytes())

    old, new = (
        [one.findtext(f"{ATOM}id") for one in feed.iter(f"{ATOM}entry")] for feed in (before, after)
    )

    assert new[0].endswith("left-all")
    assert set(old) <= set(new)
    assert len(set(new)) == len(new)


def test_the_hints_name_the_root_and_nothing_of_another_host(public):
    hints = json.loads((public / ".well-known/trust-registry.json").read_bytes())

    root = (public / hints["root"]["file"]).read_bytes()
    assert hints["root"]["sha256"] == hashlib.sha256(root).hexdigest()
    assert all(
        (public / hints[name]).exists()
        for name in ("metadata", "targets", "seed", "dcc", "changes")
    )


def test_the_list_for_others_names_who_may_award_today(public):
    listed = json.loads((public / "exports/registry.json").read_bytes())

    assert listed["registry"][did(LIBRARY)]["name"] == "Médiathèque de Clairval"
    assert did(LEAVER) not in listed["registry"]
    assert did(network.EMPLOYER) not in listed["registry"]
    assert all(one.startswith("did:") for one in listed["registry"])
    assert listed["meta"]["updated"] == "2026-11-22T12:00:00Z"


def test_the_one_piece_is_what_partners_signed_last(public):
    files = unpacked((public / PIECE).read_bytes())

    assert len(files) == 12  # six folders, six entries
    assert all((public / path).read_bytes() == body for path, body in files.items())


@pytest.mark.parametrize(
    "raw",
    [b"", b"{}", zlib.compress(b"[1]"), zlib.compress(b'{"a":1,"a":2}'), zlib.compress(b"\xff")],
)
def test_a_piece_of_another_form_holds_nothing(raw):
    assert unpacked(raw) == {}


def test_a_piece_that_would_fill_the_memory_holds_nothing():
    bomb = zlib.compress(b'{"a": "' + b" " * 65_000_000 + b'"}', 1)

    assert len(bomb) < 400_000
    assert unpacked(bomb) == {}


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("wget") is None, reason="wget is not installed")
def test_a_copy_made_by_following_links_is_a_whole_mirror(public, tmp_path):
    copy = tmp_path / "copy"
    with on_loopback(public) as address:
        subprocess.run(
            ["wget", "--mirror", "--no-verbose", "--no-host-directories", "-e", "robots=off",
             "-P", str(copy), f"{address}/index.html"],
            check=False, capture_output=True, timeout=120,
        )  # fmt: skip

    signed = [one for one in public.rglob("*") if one.is_file()]
    missing = [one for one in signed if not (copy / one.relative_to(public)).is_file()]
    assert missing == []
    with on_loopback(copy) as address:
        registry = open_registry(address, now=TODAY, root=public / "metadata/1.root.json")
        answer = registry.membership(
            did(LIBRARY),
            achievement_id=network.COMPUTER,
            key_id=f"{did(LIBRARY)}#accueil",
            on=TODAY,
        )
        assert answer.answer is Answer.YES
        assert registry.document(layout.list_address(network.BASE, LIBRARY, "accueil")).body
