"""The list of members: read strictly, written back equal, and it only ever grows."""

import copy
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.trust_registry import network
from tests.trust_registry.network import HUB, LEFT, LIBRARY, OPENED, TODAY
from trust_registry import reading
from trust_registry.catalogue import Spoken
from trust_registry.errors import HistoryShortened, MembersInvalid
from trust_registry.members import MAX_MEMBERS, from_json, one_from_json, only_grows, to_json
from trust_registry.model import Assurance, Kind, Role
from trust_registry.publishing.contents import written
from trust_registry.words import WORDS

A_SECOND = timedelta(seconds=1)
MEMBERS = network.members()
DOCUMENT = to_json(MEMBERS)


def changed(path, value):
    """The document with one value put at a path; ``...`` takes it away."""
    document = copy.deepcopy(DOCUMENT)
    *steps, last = [int(s) if s.isdigit() else s for s in path.strip("/").split("/")]
    place = document
    for step in steps:
        place = place[step]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return document


def test_a_list_is_written_and_read_back_equal():
    assert from_json(DOCUMENT) == MEMBERS


def test_what_may_be_told_more_is_kept():
    told = replace(
        MEMBERS[0],
        names=Spoken({"fr": "Le Hub", "en": "The hub"}),
        place="Besançon",
        assurance=Assurance.HUB_ATTESTED,
    )
    assert from_json(to_json([told])) == (told,)


@pytest.mark.parametrize(
    ("path", "value", "why"),
    [
        ("/format", 2, "out-of-range"),
        ("/members/0/slug", ..., "missing"),
        ("/members/0/telephone", "03 80 00 00 00", "unknown"),
        ("/members/0/director", "somebody", "unknown"),
        ("/members/0/slug", "a", "form"),
        ("/members/0/slug", "a" * 61, "form"),
        ("/members/0/slug", "Hub", "form"),
        ("/members/0/slug", "hub*", "form"),
        ("/members/0/slug", "../hub", "form"),
        ("/members/0/slug", "snapshot", "form"),
        ("/members/0/slug", "targets", "form"),
        ("/members/1/slug", HUB, "duplicate"),
        ("/members/0/name", " ", "empty"),
        ("/members/0/name", "Hub\u202e", "characters"),
        ("/members/0/kind", "bank", "choice"),
        ("/members/0/siren", "12345678", "form"),
        ("/members/0/siren", "12345678A", "form"),
        ("/members/0/ids", [], "empty"),
        ("/members/0/ids", ["javascript:alert(1)"], "form"),
        ("/members/0/ids", ["did:web:registre.example:p:h\u00fcb"], "form"),
        ("/members/0/ids", ["https://a.example/ b"], "form"),
        ("/members/1/ids/0", network.did(HUB), "duplicate"),
        ("/members/0/rights/0/role", "operate", "choice"),
        ("/members/0/rights/0/badges", [], "empty"),
        ("/members/0/rights/0/badges", ["*", "b01"], "form"),
        ("/members/0/rights/0/badges", ["b01", "b01"], "duplicate"),
        ("/members/0/rights/0/from", "2025-03-01", "form"),
        ("/members/0/rights/0/from", "2025-03-01T00:00:00+01:00", "form"),
        ("/members/0/rights/0/from", None, "not-text"),
        ("/members/0/rights/0/until", "2025-02-28T23:59:59Z", "out-of-range"),
        ("/members/0/assurance", "gold", "choice"),
    ],
)
def test_another_form_is_refused_at_its_place(path, value, why):
    with pytest.raises(MembersInvalid) as refused:
        from_json(changed(path, value))

    assert refused.value.facts["why"] == why
    assert str(refused.value.facts["path"]).startswith(path)


@pytest.mark.parametrize("slug", ["ab", "a" * 60, "root-1", "42"])
def test_a_short_name_just_inside_the_limits_is_taken(slug):
    assert from_json(changed("/members/0/slug", slug))[0].slug == slug


def test_a_right_that_ended_as_it_began_was_never_in_force():
    right = from_json(changed("/members/0/rights/0/until", "2025-03-01T00:00:00Z"))[0].rights[0]

    assert not right.in_force(OPENED)


def test_a_right_holds_from_its_first_instant_to_the_last_before_its_end():
    leaver = network.member(network.LEAVER)

    held = [OPENED - A_SECOND, OPENED, LEFT - A_SECOND, LEFT]
    assert [leaver.may(Role.ISSUER, on=on) for on in held] == [False, True, True, False]
    assert not leaver.may(Role.RECOGNISER, on=OPENED)


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_its_words(kind, lang):
    assert WORDS.say(kind.code, lang=lang)


def with_member(slug, /, **changes):
    return [replace(one, **changes) if one.slug == slug else one for one in MEMBERS]


def with_right(slug, /, **changes):
    rights = network.member(slug).rights
    return with_member(slug, rights=(replace(rights[0], **changes), *rights[1:]))


@pytest.mark.parametrize(
    "new",
    [
        pytest.param(MEMBERS, id="nothing changes"),
        pytest.param(MEMBERS[::-1], id="another order"),
        pytest.param(
            [*MEMBERS, replace(MEMBERS[0], slug="new", ids=("did:web:new.example",))], id="a member"
        ),
        pytest.param(with_member(HUB, name="Hub", kind=Kind.OTHER, place="Dole"), id="a name"),
        pytest.param(
            with_member(HUB, ids=(network.did(HUB), "did:web:x.example")), id="an identifier"
        ),
        pytest.param(
            with_member(HUB, rights=(*network.member(HUB).rights, network.issuing("b01"))),
            id="a right",
        ),
        pytest.param(with_right(LIBRARY, until=TODAY), id="closed now"),
        pytest.param(with_right(LIBRARY, until=TODAY + A_SECOND), id="closed later"),
    ],
)
def test_a_list_may_grow(new):
    only_grows(MEMBERS, new, at=TODAY)


@pytest.mark.parametrize(
    ("new", "part"),
    [
        pytest.param(MEMBERS[1:], "member", id="forgotten"),
        pytest.param(with_member(HUB, slug="hub-2"), "member", id="another short name"),
        pytest.param(with_member(HUB, ids=("did:web:x.example",)), "ids", id="an identifier lost"),
        pytest.param(
            with_member(HUB, ids=("did:web:x.example", network.did(HUB))), "ids", id="main one"
        ),
        pytest.param(with_member(LIBRARY, rights=()), "rights", id="a right lost"),
        pytest.param(with_right(LIBRARY, since=OPENED + A_SECOND), "rights", id="begun later"),
        pytest.param(with_right(LIBRARY, badges=("b01",)), "rights", id="narrowed"),
        pytest.param(with_right(LIBRARY, until=TODAY - A_SECOND), "rights", id="ended in the past"),
        pytest.param(with_right(network.LEAVER, until=None), "rights", id="opened again"),
        pytest.param(with_right(network.LEAVER, until=LEFT - A_SECOND), "rights", id="shortened"),
        pytest.param(with_right(network.LEAVER, until=TODAY), "rights", id="lengthened afterwards"),
        pytest.param(
            with_member(
                LIBRARY,
                rights=(replace(network.member(LIBRARY).rights[0], until=TODAY),) * 2,
            ),
            "rights",
            id="one right for two",
        ),
    ],
)
def test_a_list_forgets_nothing(new, part):
    with pytest.raises(HistoryShortened) as refused:
        only_grows(MEMBERS, new, at=TODAY)

    assert refused.value.facts["part"] == part


def test_a_reader_that_does_not_know_the_day_still_sees_a_past_shortened():
    with pytest.raises(HistoryShortened):
        only_grows(MEMBERS, with_right(network.LEAVER, until=LEFT - A_SECOND))

    only_grows(MEMBERS, with_right(LIBRARY, until=LEFT))


def a_crowd(count):
    rights = (network.issuing("b01", "b02", "b03"), network.recognising())
    return [
        network.a_member(f"asso-{at}", f"Association {at}", Kind.ASSOCIATION, *rights)
        for at in range(count)
    ]


@pytest.mark.slow
def test_the_largest_region_fits_and_one_more_does_not():
    largest = a_crowd(MAX_MEMBERS)
    assert from_json(reading.load(written(to_json(largest)))) == tuple(largest)

    with pytest.raises(MembersInvalid) as refused:
        from_json(to_json(a_crowd(MAX_MEMBERS + 1)))
    assert refused.value.facts["why"] == "too-many"


def test_one_member_is_read_as_it_is_with_the_others():
    document = to_json(network.members())

    assert [one_from_json(document, one.slug) for one in network.members()] == list(
        network.members()
    )
    assert one_from_json(document, "nobody") is None
    for changed in ({"format": 0}, {"members": [document["members"][0] | {"kind": "bank"}]}):
        with pytest.raises(MembersInvalid):
            one_from_json(document | changed, document["members"][0]["slug"])
