"""A list that nobody signed: it can name an organisation, and makes no badge good or bad."""

import json
import shutil

import pytest

from shared.fetching import ReplayFetcher
from tests.trust_registry.served import on_loopback
from trust_registry.client import open_registry
from trust_registry.errors import RegistryUnreachable, RegistryUntrusted
from trust_registry.federation.dcc import ALARM, LISTED, MAX_BYTES, read_dcc
from trust_registry.site import write_site
from verifier.circumstances import Circumstances
from verifier.verdict import Level
from verifier.verify import judge

DCC = {
    "meta": {"created": "2020-12-02T02:32:16+0000", "updated": "2022-11-15T00:00:00Z"},
    "registry": {
        "did:key:z6MkpLDL3RoAoMRTwTgo3rs39ZwssfaPKtGdZw7AGRN7CK4W": {
            "name": "My University",
            "location": "Cambridge, MA, USA",
            "url": "https://digitalcredentials.mit.edu",
        },
        "did:key:odd": {"name": 3},
        "https://not-a-did.example": {"name": "Nobody"},
        "did:key:blank": {"name": " "},
    },
}
KNOWN = "did:key:z6MkpLDL3RoAoMRTwTgo3rs39ZwssfaPKtGdZw7AGRN7CK4W"


@pytest.fixture
def file(tmp_path):
    file = tmp_path / "registry.json"
    file.write_text(json.dumps(DCC))
    return file


@pytest.fixture(scope="module")
def ours(region, today, tmp_path_factory):
    """Our own list as we give it to others."""
    public = tmp_path_factory.mktemp("ours") / "public"
    shutil.copytree(region.public, public)
    write_site(public, now=today)
    return public / "exports" / "registry.json"


def answer(registry, issuer, today):
    return registry.membership(issuer, achievement_id=None, key_id=None, on=today)


def test_48_the_list_of_the_consortium_is_read_and_labelled(file, today):
    registry = open_registry(str(file), now=today)

    assert (registry.partners, registry.alarm, registry.listed_at.year) == (1, ALARM, 2022)
    named = answer(registry, KNOWN, today)
    assert (named.answer, named.code) == ("unknown", LISTED)
    assert named.facts == {"partner": "My University", "registry": "registry.json"}
    assert answer(registry, KNOWN + "x", today).code == "registry.not-listed"
    assert registry.partner(KNOWN) is None
    assert registry.recognisers(KNOWN, "x", on=today) == ()
    registry.close()


def test_it_is_read_from_the_web_too(file, today):
    with on_loopback(file.parent) as address:
        registry = open_registry(f"{address}/registry.json", now=today)
        assert answer(registry, KNOWN, today).code == LISTED
        registry.close()
        with pytest.raises(RegistryUnreachable):
            open_registry(f"{address}/other.json", now=today)


@pytest.mark.parametrize(
    "raw",
    [b"", b"[]", b'{"registry": []}', b'{"registry": {}, "registry": {}}', b" " * (MAX_BYTES + 1)],
    ids=range(5),
)
def test_another_form_is_refused(raw):
    with pytest.raises(RegistryUntrusted):
        read_dcc(raw, source="registry.json")


def test_24_what_it_says_of_roles_grants_nothing(tmp_path, today):
    file = tmp_path / "more.json"
    said = {"name": "Voleur", "role": "issuer", "trusted": True, "badges": ["*"]}
    file.write_text(json.dumps({"registry": {KNOWN: said}}))

    assert answer(open_registry(str(file), now=today), KNOWN, today).answer == "unknown"


def test_no_badge_of_the_region_is_good_or_refused_by_it(region, ours, today):
    network = ReplayFetcher.open(region.folder / "internet.json", now=today)
    unsigned = open_registry(str(ours), now=today)
    signed = open_registry(str(region.folder), now=today)
    levels = {}
    for file in sorted((region.folder / "badges").iterdir()):
        with_ours, with_it = (
            judge(file.read_bytes(), Circumstances(now=today, fetch=network, registry=one))
            for one in (signed, unsigned)
        )
        levels[file.name] = with_it.verdict.level
        if with_it.verdict.level is Level.REFUSED:
            assert with_ours.verdict.level is Level.REFUSED

    assert len(levels) > 10
    assert Level.TRUSTED not in levels.values()
    assert Level.AUTHENTIC in levels.values()


def test_the_public_lists_of_the_consortium_name_who_they_name(corpora):
    """The cases of the public manifest: an identifier is named exactly, or it is not."""
    folder = corpora / "conformance"
    cases = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["cases"]
    wanted, told = {}, {}
    for case in (one for one in cases if one["kind"] == "registry"):
        lists = [
            read_dcc((folder / file).read_bytes(), source=url)[0]
            for url, file in case["inputs"]["registries"].items()
        ]
        wanted[case["id"]] = case["expect"] == "registered"
        told[case["id"]] = any(case["inputs"]["did"] in named for named in lists)

    assert len(wanted) == 6
    assert told == wanted
