"""What people write by hand: read strictly, completed, and signed on the way."""

import pytest

from tests.trust_registry import network
from tests.trust_registry.network import BASE, HUB, LIBRARY, OPENED, TODAY
from trust_registry.catalogue import seed
from trust_registry.drafts import address_of, complete, members_of_list, slug_of
from trust_registry.entries import Entry
from trust_registry.errors import EntryInvalid, MembersInvalid
from trust_registry.layout import is_slug, pathway_address
from trust_registry.model import Assurance, Kind, Role
from trust_registry.recognitions import read

KEY = network.publication_key(LIBRARY)
ISSUER = "did:key:z6MkrEVGLPYHhLGBQ25Bh5DXSakRiDpdoj7fdsNZSqYPcUGt"


def listed(*changes):
    return members_of_list([{"id": ISSUER, "name": "Le Relais"} | one for one in changes], at=TODAY)


def test_an_issuer_of_a_list_may_award_everything_from_that_day():
    (member,) = listed({})

    assert (member.slug, member.name, member.ids) == ("le-relais", "Le Relais", (ISSUER,))
    assert (member.kind, member.assurance) == (Kind.OTHER, Assurance.SELF_SIGNED)
    (right,) = member.rights
    assert (right.role, right.badges, right.since, right.until) == (
        Role.ISSUER, ("*",), TODAY, None,
    )  # fmt: skip


def test_an_issuer_of_a_list_may_say_more():
    (member,) = listed(
        {
            "kind": "library",
            "badges": ["b01"],
            "from": "2025-03-01T00:00:00Z",
            "until": "2026-06-30T00:00:00Z",
        }
    )

    assert member.kind is Kind.LIBRARY
    assert (member.rights[0].badges, member.rights[0].since) == (("b01",), OPENED)
    assert member.rights[0].until == network.LEFT


@pytest.mark.parametrize(
    "identifier", ["https://a.example/i", "did:web:a.example", "http://a.example/", "urn:uuid:1"]
)
def test_identifiers_of_any_kind_are_taken(identifier):
    assert listed({"id": identifier})[0].id == identifier


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"id": "mailto:a@b.example"}, "/0/id"),
        ({"name": ""}, "/0/name"),
        ({"kind": "bank"}, "/0/kind"),
        ({"badges": "b01"}, "/0/badges"),
        ({"from": "2026"}, "/0/from"),
        ({"until": "2026-11-22T11:59:59Z"}, "/0/until"),
        ({"phone": "0"}, "/0/phone"),
    ],
)
def test_another_form_of_list_is_refused_at_its_place(change, path):
    with pytest.raises(MembersInvalid) as refused:
        listed(change)

    assert refused.value.facts["path"] == path


def test_one_issuer_stands_once_in_a_list():
    with pytest.raises(MembersInvalid):
        listed({}, {"name": "Another"})


def test_two_of_one_name_get_two_short_names():
    members = listed({}, {"id": "https://a.example/"}, {"id": "https://b.example/"})

    assert [one.slug for one in members] == ["le-relais", "le-relais-2", "le-relais-3"]


@pytest.mark.parametrize(
    "name", ["É", "株式会社", "Root", "Targets", "a" * 200, "!?", "L’Été à Dole", "x" * 53 + " yz"]
)
def test_any_name_gives_a_short_name(name):
    assert is_slug(slug_of(name, set()))
    assert is_slug(slug_of(name, {slug_of(name, set())}))


def completed(draft, **changes):
    told = {"member": network.member(LIBRARY), "before": network.library_entry()}
    told |= {"catalogue": network.catalogue(), "key": KEY, "at": TODAY}
    return complete(draft, **(told | changes))


def test_a_draft_says_only_what_changes():
    entry = completed({"slug": LIBRARY, "about": {"fr": "Au bord de l’eau."}})

    assert entry.about == {"fr": "Au bord de l’eau."}
    assert entry.awarders == network.library_entry().awarders
    assert entry.recognitions == network.library_entry().recognitions
    assert entry.publication_key == KEY.public.multibase


@pytest.mark.parametrize(
    ("subject", "address"),
    [
        ("b04", f"{BASE}/badges/gestion-des-fichiers"),
        ("gestion-des-fichiers", f"{BASE}/badges/gestion-des-fichiers"),
        (
            network.seed().pathways[0].id,
            pathway_address(BASE, network.seed().pathways[0].id),
        ),
        ("did:web:elsewhere.example", "did:web:elsewhere.example"),
    ],
)
def test_a_recognition_in_one_line_is_signed(subject, address):
    entry = completed({"recognitions": [{"subject": subject, "comment": "Utile ici."}]})

    (document,) = entry.recognitions
    found = read(document, member=network.member(LIBRARY), entry=entry)
    assert (found.subject, found.comment) == (address, "Utile ici.")
    assert (found.since, found.until) == (TODAY, None)


def test_a_signed_recognition_stays_as_it_is():
    signed = network.a_recognition(LIBRARY, network.MAIL)

    assert completed({"recognitions": [signed]}).recognitions == (signed,)


def test_a_recognition_left_out_is_withdrawn():
    assert completed({"recognitions": []}).recognitions == ()


@pytest.mark.parametrize(
    ("draft", "path"),
    [
        ([], "/"),
        ({"telephone": "03"}, "/telephone"),
        ({"recognitions": [{"comment": "x"}]}, "/recognitions/0/subject"),
        ({"recognitions": [{"subject": "b99"}]}, "/recognitions/0/subject"),
        ({"recognitions": [{"subject": "b04", "by": "x"}]}, "/recognitions/0/by"),
        ({"recognitions": {}}, "/recognitions"),
        ({"contact": "amina@clairval.example"}, "/contact"),
        ({"slug": "../hub"}, "/slug"),
    ],
)
def test_another_form_of_draft_is_refused_at_its_place(draft, path):
    with pytest.raises(EntryInvalid) as refused:
        completed(draft)

    assert refused.value.facts["path"] == path


def test_a_draft_names_no_other_member():
    entry = completed({"slug": HUB})

    assert entry.slug == HUB  # The desk refuses it: ``refuse_foreign``.


@pytest.mark.parametrize(
    "typed",
    [
        "b07",
        f"{seed().base}/badges/tableur",
        f"{seed().base}/badges/tableur/",
        f"{seed().base}/badges/tableur/index.html",
        f"{seed().base}/badges/tableur/?lang=en#situations",
        "http://127.0.0.1:8020/badges/tableur/",
    ],
)
def test_a_badge_is_named_as_people_find_it(typed):
    assert address_of(typed, seed()) == f"{seed().base}/badges/tableur"


@pytest.mark.parametrize(
    "typed", ["b99", "Tableur", f"{seed().base}/badges/tablur", f"{seed().base}/pathways/lune"]
)
def test_a_badge_that_there_is_not_is_said_before_anything_is_signed(typed):
    member = network.member(LIBRARY)

    with pytest.raises(EntryInvalid) as refused:
        complete(
            {"recognitions": [{"subject": typed}]},
            member=member,
            before=Entry(slug=member.slug),
            catalogue=seed(),
            key=KEY,
            at=TODAY,
        )

    assert refused.value.facts == {"path": "/recognitions/0/subject", "why": "no-such-badge"}
