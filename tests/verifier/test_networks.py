"""Networks side by side: each answers for itself, none for another, and silence helps nobody."""

import itertools
import json
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.browser import PHONE, sideways
from tests.trust_registry import network
from tests.verifier.test_command import ran  # noqa: F401 - the same command
from tests.wallet.pages import served
from tests.workshop import internet
from trust_registry.catalogue import seed
from trust_registry.client import Network, open_registry
from trust_registry.entries import Awarder, EndReason, Entry
from trust_registry.errors import RegistryUnreachable
from trust_registry.federation.dcc import Named, UnsignedList
from trust_registry.federation.registries import Ceiling, ListType
from trust_registry.index import Registry
from trust_registry.index.listing import Listing
from trust_registry.index.storing import tables_of
from trust_registry.layout import partner_did
from trust_registry.model import Kind, Member, Right, Role
from verifier.circumstances import Circumstances
from verifier.report import as_json
from verifier.verdict import Level, Reason
from verifier.verify import judge
from verifier.web import create_app
from verifier.wording import as_text, in_words

FILE = "amina-ordinateur.png"
ISSUER = "fablab-la-clavette"
BASE = "https://registre.jura.example"
WORST_FIRST = list(Level)


def nothing_to_have(path, sha256, length):
    raise AssertionError(path)


def a_list(now, members=(), entries=None, *, days=14):
    book = replace(seed(), base=BASE)
    listing = Listing(
        name="Réseau du Jura", version=1, listed_at=now - timedelta(days=1),
        expires_at=now + timedelta(days=days), members=members, catalogue=book,
        entries=entries or {},
    )  # fmt: skip
    return Registry(tables_of(listing), have=nothing_to_have, now=now)


def a_member(did, now, *, badges=("*",), since=-900, until=None, name="Fablab de la Loue"):
    right = Right(
        role=Role.ISSUER,
        badges=badges,
        since=now + timedelta(days=since),
        until=None if until is None else now + timedelta(days=until),
    )
    return Member(slug="fablab", name=name, kind=Kind.ASSOCIATION, ids=(did,), rights=(right,))


def stolen_key(did, now):
    """An entry that says of the very key of the badge that somebody else has it."""
    key = network.awarding_key("accueil").public.multibase
    since = now - timedelta(days=900)
    line = Awarder(key=key, id=f"{did}#k2", since=since, until=now, reason=EndReason.COMPROMISED)
    return {"fablab": Entry(slug="fablab", awarders=(line,))}


@pytest.fixture(scope="module")
def states(region, today):
    """What a second network may have to say of one badge, by name."""
    did = partner_did(region.base, ISSUER)

    def signed(registry, ceiling=Ceiling.TRUSTED, problem=None):
        return Network(
            label="", type=ListType.BFC, ceiling=ceiling, registry=registry, problem=problem
        )

    def unsigned(*named, problem=None):
        issuers = {one: Named(id=one, name="x") for one in named}
        found = UnsignedList(issuers, name="liste", day=None, now=today)
        return Network(
            label="", type=ListType.DCC, ceiling=Ceiling.AUTHENTIC,
            registry=None if problem else found, problem=problem,
        )  # fmt: skip

    lost = RegistryUnreachable(source="x")
    return {
        "ours": signed(open_registry(str(region.folder), now=today)),
        "yes": signed(a_list(today, (a_member(did, today),))),
        "past": signed(a_list(today, (a_member(did, today, until=-10),))),
        "other badge": signed(a_list(today, (a_member(did, today, badges=("b02",)),))),
        "not then": signed(a_list(today, (a_member(did, today, since=-10),))),
        "stranger": signed(a_list(today)),
        "stolen": signed(a_list(today, (a_member(did, today),), stolen_key(did, today))),
        "old": signed(a_list(today, (a_member(did, today),), days=0)),
        "lost": signed(None, problem=lost),
        "capped yes": signed(a_list(today, (a_member(did, today),)), Ceiling.AUTHENTIC),
        "capped lost": signed(None, Ceiling.AUTHENTIC, problem=lost),
        "unsigned, named": unsigned(did),
        "unsigned, not named": unsigned(),
        "unsigned, lost": unsigned(problem=lost),
    }  # fmt: skip


@pytest.fixture(scope="module")
def judged(region, today, states):
    badge, fetch, known = region.badge(FILE), internet(region), {}

    def judgement(*names, file=FILE):
        if (names, file) not in known:
            labelled = tuple(replace(states[one], label=one) for one in names)
            around = Circumstances(
                now=today,
                fetch=fetch,
                registry=labelled[0].registry,
                registry_problem=labelled[0].problem,
                networks=labelled,
            )
            content = badge.content if file == FILE else region.badge(file).content
            known[names, file] = judge(content, around)
        return known[names, file]

    return judgement


VOUCHING = {"ours", "yes", "past"}
UNREAD = {"old", "lost", "capped lost"}
STATES = [
    "ours", "yes", "past", "other badge", "not then", "stranger", "stolen", "old", "lost",
    "capped yes", "capped lost", "unsigned, named", "unsigned, not named", "unsigned, lost",
]  # fmt: skip


def wanted(names):
    """The level, as decision 0026 settles it."""
    if UNREAD & set(names):
        return Level.UNDETERMINED
    if set(names) == {"unsigned, lost"}:  # then nothing at all was looked up
        return Level.UNDETERMINED
    vouched = VOUCHING & set(names) and "stolen" not in names
    return Level.TRUSTED if vouched else Level.AUTHENTIC


@pytest.mark.parametrize("first", STATES)
def test_the_level_is_the_one_that_was_settled_in_any_order(judged, first):
    for second in STATES:
        for names in ((first, second), (second, first)):
            assert judged(*names).verdict.level is wanted(names), names


@pytest.mark.parametrize("first", STATES)
def test_a_list_that_is_withheld_never_helps(judged, first):
    """Whichever is taken away, nothing gets better; above all nothing turns green."""
    for names in itertools.product([first], STATES):
        before = WORST_FIRST.index(judged(*names).verdict.level)
        for at, name in enumerate(names):
            gone = "unsigned, lost" if name.startswith("unsigned") else "lost"
            after = judged(*names[:at], gone, *names[at + 1 :]).verdict.level
            assert WORST_FIRST.index(after) <= before, (names, name)


@pytest.mark.parametrize("first", STATES)
def test_striking_a_network_from_the_file_makes_nobody_vouch(judged, first):
    for second in STATES:
        alone = judged(first).verdict.level
        if alone is Level.TRUSTED:
            assert first in VOUCHING
        if judged(first, second).verdict.level is Level.TRUSTED:
            assert Level.TRUSTED in (alone, judged(second).verdict.level)


def test_every_answer_stands_beside_the_others(judged):
    names = ("other badge", "ours", "stranger", "unsigned, named", "past")
    report = as_json(judged(*names), input_name=FILE)

    told = {one["label"]: one for one in report["registries"]}
    assert list(told) == list(names)
    assert {label: one["answer"] for label, one in told.items()} == {
        "other badge": "no",
        "ours": "yes",
        "stranger": "unknown",
        "unsigned, named": "unknown",
        "past": "past",
    }
    assert told["other badge"]["code"] == "registry.not-for-this-badge"
    assert told["ours"]["issuer_name"] == "Fablab La Clavette"
    assert told["past"]["issuer_name"] == "Fablab de la Loue"
    assert report["registry"]["name"] == told["other badge"]["name"]


def test_recognitions_are_those_of_the_network_that_vouches_and_of_no_other(judged):
    """Names of two networks are never counted together."""
    alone = judged("ours").verdict
    beside = judged("stranger", "ours", "yes").verdict

    assert beside.recognised_by == alone.recognised_by != ()
    assert beside.issuer_name == alone.issuer_name
    assert [len(one.recognised_by) for one in beside.networks] == [0, len(alone.recognised_by), 0]


def test_a_stolen_key_is_told_although_another_network_vouches(judged):
    verdict = judged("ours", "stolen").verdict

    assert verdict.level is Level.AUTHENTIC
    assert verdict.reasons == (Reason.KEY_NOT_AWARDING,)


def test_nothing_is_told_of_a_badge_that_is_refused(judged):
    report = as_json(judged("ours", "yes", file="mehmet-ordinateur-modifie.png"), input_name="x")

    assert (report["level"], report["registries"]) == ("REFUSED", [])


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        (
            "fr",
            [
                "Ce que dit chaque réseau",
                "ours : La structure est dans le réseau.",
                "stranger : La structure est hors du réseau.",
            ],
        ),
        ("en", ["What each network says", "stranger: The organisation is outside the network."]),
    ],
)
def test_a_person_reads_each_answer_under_its_name(judged, lang, lines):
    text = as_text(in_words(judged("ours", "stranger"), lang)).replace("\u00a0", " ")

    for line in lines:
        assert line in text


@pytest.mark.browser
@pytest.mark.parametrize("locale", ["fr-FR", "en-GB"])
def test_the_answers_stand_under_each_other_on_a_phone(pages, states, region, today, locale):
    named = ("ours", "stranger", "unsigned, named", "past")
    networks = tuple(replace(states[one], label=f"Réseau {one}") for one in named)
    around = Circumstances(
        now=today, fetch=internet(region), registry=networks[0].registry, networks=networks
    )
    app = create_app(lambda names: replace(around, recipients=names), secret_key=b"k" * 32)
    content = region.badge(FILE).content
    with served(app) as address:
        page = pages(locale=locale, viewport=PHONE)
        page.goto(address)
        page.set_input_files("#badge", {"name": FILE, "mimeType": "", "buffer": content})
        page.click("button.next")
        page.wait_for_selector(".verdict")

        text = page.inner_text("main")
        assert [f"Réseau {one}" in text for one in named] == [True] * len(named)
        assert sideways(page) <= 0


def test_another_network_says_nothing_of_identifiers_of_ours(states, region, today):
    """Otherwise any region could give its own keys to a partner of another."""
    did = partner_did(region.base, "inconnu")
    theirs = states["stolen"]
    around = Circumstances(now=today, fetch=internet(region), networks=(states["ours"], theirs))

    assert theirs.registry.did_document(partner_did(region.base, ISSUER)) is not None
    assert around.did_document(partner_did(region.base, ISSUER)) == states[
        "ours"
    ].registry.did_document(partner_did(region.base, ISSUER))
    assert around.did_document(did) is None
    first = replace(around, networks=(theirs, states["ours"]))
    assert first.did_document(partner_did(region.base, ISSUER)) == around.did_document(
        partner_did(region.base, ISSUER)
    )
    assert around.did_document(partner_did(BASE, "fablab")) is None


def test_the_command_asks_every_list_that_a_file_names(ran, region, tmp_path):  # noqa: F811 - a fixture
    tmp_path.joinpath("liste.json").write_text('{"meta": {}, "registry": {}}')
    file = tmp_path / "networks.toml"
    file.write_text(
        "format = 1\n"
        f'[[registries]]\nlabel = "BFC"\ntype = "bfc"\naddress = "{region.folder}"\n'
        '[[registries]]\nlabel = "Liste"\ntype = "dcc"\naddress = "liste.json"\n'
    )
    badge = tmp_path / FILE
    badge.write_bytes(region.badge(FILE).content)

    done = ran("--registry", file, badge, "--offline")
    (report,) = done.reports

    assert (report["level"], done.err) == ("TRUSTED", "")
    assert [(one["label"], one["answer"]) for one in report["registries"]] == [
        ("BFC", "yes"),
        ("Liste", "unknown"),
    ]
    file.write_text(json.dumps({"format": 2}))
    (report,) = ran("--registry", file, badge, "--offline").reports
    assert report["level"] == "UNDETERMINED"
    assert "REGISTRY_NOT_CHECKED" in report["reasons"]


def test_one_network_alone_reports_no_list_of_networks(region, today):
    around = Circumstances(
        now=today,
        fetch=internet(region),
        registry=open_registry(str(region.folder), now=today),
    )

    report = as_json(judge(region.badge(FILE).content, around), input_name=FILE)
    around.registry.close()

    assert report["registries"] == []
