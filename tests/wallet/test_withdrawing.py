"""Withdrawing: seen by everybody once published, never forgotten, and nobody else's badge."""

import pytest

from shared import strict_json
from tests.wallet.people import circumstances, desk_of
from trust_registry.publishing import open_desk
from verifier.verdict import Level, Reason
from verifier.verify import judge
from wallet.awarding.award import make_award
from wallet.awarding.compose import Award, Observation
from wallet.awarding.lists import free_place, list_of
from wallet.awarding.withdrawal import (
    find,
    is_published,
    is_withdrawn,
    note_published,
    number,
    withdraw,
)
from wallet.errors import AwardAmbiguous, KeyNotListed, NotOurAward, StatusListFull

pytestmark = pytest.mark.slow
AWARD = Award(badge="b04", to="Amina Benali", evidence=(Observation(narrative="Vu mardi."),))


@pytest.fixture
def around(own_region, today):
    found = circumstances(own_region, today)
    yield found
    found.registry.close()


@pytest.fixture
def sandrine(own_region, around, tmp_path):
    space = desk_of(own_region, "sandrine", tmp_path, around)
    yield space
    space.close()


def take_back(line, space, around, reason=""):
    return withdraw(line.credential_id, space, around.registry, reason=reason, now=around.now)


def publish(region, space, withdrawal, now):
    desk = open_desk(region.folder)
    desk.publish_list(withdrawal.partner.slug, withdrawal.list_name, withdrawal.signed, at=now)
    note_published(space, withdrawal, now=now)


def test_once_published_everybody_sees_it_and_the_neighbour_stays(
    own_region, sandrine, around, today
):
    gone, kept = (make_award(AWARD, sandrine, around) for _ in range(2))

    publish(own_region, sandrine, take_back(gone.line, sandrine, around), today)

    afterwards = circumstances(own_region, today)
    for suffix, file in gone.files.items():
        verdict = judge(file, afterwards).verdict
        assert (verdict.level, verdict.reasons) == (Level.NOT_VALID_NOW, (Reason.REVOKED,)), suffix
    assert judge(kept.files[".png"], afterwards).verdict.level is Level.TRUSTED
    afterwards.registry.close()


def test_what_others_withdrew_before_stays_withdrawn(own_region, sandrine, around, today):
    file = (own_region.folder / "badges/kevin-tablette-retire.png").read_bytes()
    made = make_award(AWARD, sandrine, around)

    publish(own_region, sandrine, take_back(made.line, sandrine, around), today)

    afterwards = circumstances(own_region, today)
    assert judge(file, afterwards).verdict.reasons == (Reason.REVOKED,)
    afterwards.registry.close()


def test_a_withdrawal_that_could_not_be_published_goes_with_the_next_one(
    own_region, sandrine, around, today
):
    first, second = (make_award(AWARD, sandrine, around) for _ in range(2))
    take_back(first.line, sandrine, around)
    before = [is_published(line) for line in sandrine.vault.awards()]

    publish(own_region, sandrine, take_back(second.line, sandrine, around), today)

    afterwards = circumstances(own_region, today)
    for made in (first, second):
        assert judge(made.files[".jwt"], afterwards).verdict.reasons == (Reason.REVOKED,)
    assert before == [False, False]
    assert all(is_published(line) for line in sandrine.vault.awards())
    afterwards.registry.close()


def test_twice_is_once(sandrine, around):
    made = make_award(AWARD, sandrine, around)
    first = take_back(made.line, sandrine, around, reason="Par erreur")

    again = take_back(made.line, sandrine, around, reason="Autre raison")

    assert (first.already, again.already) == (False, True)
    assert first.signed == again.signed
    assert find(sandrine, made.line.credential_id).record["reason"] == "Par erreur"


def test_the_list_is_the_organisations_and_signed_by_the_professional(sandrine, around):
    made = make_award(AWARD, sandrine, around)

    listed = strict_json.load_object(take_back(made.line, sandrine, around).signed)

    assert listed["issuer"] == made.right.partner.id
    assert listed["proof"]["verificationMethod"] == made.right.method
    assert listed["id"] == made.line.list_url


@pytest.mark.parametrize("name", ["number", "credential_id"])
def test_an_award_is_named_by_its_number_or_its_whole_identifier(sandrine, around, name):
    line = make_award(AWARD, sandrine, around).line

    assert find(sandrine, number(line) if name == "number" else line.credential_id) == line


@pytest.mark.parametrize("typed", ["", "zz", "urn:uuid:", "00000000-0000"])
def test_what_this_space_did_not_award_it_cannot_withdraw(sandrine, around, typed):
    make_award(AWARD, sandrine, around)

    with pytest.raises(NotOurAward):
        withdraw(typed, sandrine, around.registry, reason="", now=around.now)

    assert not any(is_withdrawn(line) for line in sandrine.vault.awards())


def test_a_number_that_fits_several_awards_is_refused(sandrine, around):
    lines = [make_award(AWARD, sandrine, around).line for _ in range(2)]
    while len({number(line)[0] for line in lines}) == len(lines):
        lines.append(make_award(AWARD, sandrine, around).line)
    starts = [number(line)[0] for line in lines]

    with pytest.raises(AwardAmbiguous):
        find(sandrine, max(starts, key=starts.count))


def test_a_list_without_a_free_place_takes_no_award(sandrine, around):
    made = make_award(AWARD, sandrine, around)
    listed = list_of(made.right.method, sandrine.key.public, made.right.partner, around.registry)

    taken = next(place for place in range(len(listed.bits)) if listed.bits.get(place))
    places = set(range(len(listed.bits)))
    with pytest.raises(StatusListFull):
        free_place(listed, places)
    with pytest.raises(StatusListFull):
        free_place(listed, places - {taken})
    assert free_place(listed, places - {taken, 77}) == 77


def test_a_key_that_the_partner_ended_signs_no_list(own_region, around, tmp_path):
    bernard = desk_of(own_region, "bernard", tmp_path, around)
    sandrine = desk_of(own_region, "sandrine", tmp_path, around)
    made = make_award(AWARD, sandrine, around)
    (partner,) = [p for p in around.registry.all_partners() if p.slug == "mediatheque-clairval"]
    ended = {**made.line.record, "method": f"{partner.id}#k2", "issuer": partner.id}
    with bernard.vault.writing() as write:
        write.insert_award(type(made.line)(**{**as_fields(made.line), "record": ended}))

    with pytest.raises(KeyNotListed):
        withdraw(made.line.credential_id, bernard, around.registry, reason="", now=around.now)

    bernard.close()
    sandrine.close()


def as_fields(line):
    return {name: getattr(line, name) for name in type(line).__dataclass_fields__}
