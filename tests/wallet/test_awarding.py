"""Awarding: by right, with evidence, read back before it leaves, and never twice in one place."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest

from shared.fetching import Offline
from tests.wallet.people import badge_of, circumstances, desk_of, folder_of
from trust_registry.catalogue import BadgeUnknown, EvidenceKind
from verifier.circumstances import Circumstances
from verifier.verdict import Level, Reason
from verifier.verify import judge
from wallet.awarding.award import make_award
from wallet.awarding.compose import Award, Observation
from wallet.errors import (
    AuthorisationNotValid,
    AuthorisationOfAnother,
    AwardDoubtful,
    EvidenceMissing,
    KeyNotListed,
    NoRegistryToAward,
    NotAuthorised,
    RecipientMissing,
    RegistryTooOld,
)
from wallet.importing import import_badge
from wallet.spaces import open_space

pytestmark = pytest.mark.slow
SEEN = Observation(narrative="Amina a classé ses photos par année.", kind=EvidenceKind.TASK)
AWARD = Award(badge="b04", to="Amina Benali", evidence=(SEEN,), words="Bravo Amina !")


@pytest.fixture
def around(region, today):
    found = circumstances(region, today)
    yield found
    found.registry.close()


@pytest.fixture
def sandrine(region, around, tmp_path):
    space = desk_of(region, "sandrine", tmp_path, around)
    yield space
    space.close()


@pytest.mark.parametrize("suffix", [".png", ".svg", ".jwt"])
def test_each_file_alone_is_the_whole_badge_and_a_stranger_trusts_it(
    sandrine, around, region, suffix
):
    made = make_award(AWARD, sandrine, around)

    asked = replace(around, recipients=("benali amina",))
    verdict = judge(made.files[suffix], asked).verdict
    assert (verdict.level, verdict.reasons) == (Level.TRUSTED, ())
    assert verdict.issuer_name == made.right.partner.name
    assert verdict.credential.id == made.line.credential_id
    assert verdict.credential.subject.source.id == region.professional("sandrine").did
    assert verdict.credential.subject.narrative == "Bravo Amina !"


def test_it_is_nobody_elses(sandrine, around):
    made = make_award(AWARD, sandrine, around)

    verdict = judge(made.files[".png"], replace(around, recipients=("Rose Cuenot",))).verdict

    assert (verdict.level, verdict.reasons) == (Level.NOT_THEIRS, (Reason.OTHER_PERSON,))


def test_the_space_remembers_where_it_can_be_withdrawn_and_nothing_of_the_person(sandrine, around):
    made = make_award(AWARD, sandrine, around)

    (line,) = sandrine.vault.awards()
    assert line == made.line
    assert line.list_url in around.registry.status_lists(made.right.partner.id)
    assert 0 <= line.index < 131_072
    assert line.awarded_at == around.now
    remembered = json.dumps(line.record, ensure_ascii=False)
    assert "Amina" not in remembered
    assert "photos" not in remembered


def test_two_awards_never_share_a_place(sandrine, around):
    lines = [make_award(AWARD, sandrine, around).line for _ in range(3)]

    assert len({line.index for line in lines}) == 3
    assert len({line.credential_id for line in lines}) == 3


def test_two_professionals_of_one_partner_write_in_two_lists(region, around, tmp_path):
    lists = set()
    for who in ("sandrine", "karim"):
        space = desk_of(region, who, tmp_path, around)
        lists.add(make_award(AWARD, space, around).line.list_url)
        space.close()

    assert len(lists) == 2


@pytest.mark.parametrize(
    ("who", "badge", "refusal", "facts"),
    [
        ("bernard", "b04", AuthorisationNotValid, {"reason": "REVOKED"}),
        ("karim", "b06", KeyNotListed, {"why": "key-not-awarding"}),
        ("lucie", "b06", KeyNotListed, {"why": "not-for-this-badge"}),
        ("yvan", "b01", KeyNotListed, {}),
        ("sandrine", "b99", BadgeUnknown, {"badge": "b99"}),
    ],
    ids=["withdrawn", "key for other badges", "partner for other badges", "left", "no such badge"],
)
def test_who_may_not_is_told_why_and_signs_nothing(
    region, around, tmp_path, who, badge, refusal, facts
):
    space = desk_of(region, who, tmp_path, around)

    with pytest.raises(refusal) as refused:
        make_award(replace(AWARD, badge=badge), space, around)

    assert refused.value.facts.items() >= facts.items()
    assert space.vault.awards() == ()
    space.close()


def test_a_space_without_the_badge_that_allows_it_awards_nothing(region, around, tmp_path):
    space = open_space(folder_of(region, "sandrine", tmp_path))

    with pytest.raises(NotAuthorised):
        make_award(AWARD, space, around)

    space.close()


def test_the_badge_of_a_colleague_opens_nothing(region, around, tmp_path):
    space = open_space(tmp_path / "stranger")
    import_badge(
        badge_of(region, "pro-sandrine-mediation.png"),
        space.wallet(around.registry.catalogue()),
        around,
        name="",
    )

    with pytest.raises(AuthorisationOfAnother):
        make_award(AWARD, space, around)

    space.close()


def test_without_the_list_of_partners_nobody_awards(sandrine, today):
    with pytest.raises(NoRegistryToAward):
        make_award(AWARD, sandrine, Circumstances(now=today, fetch=Offline()))


def test_from_a_list_past_its_date_nobody_awards(sandrine, around):
    late = replace(around, now=around.registry.expires_at)

    with pytest.raises(RegistryTooOld):
        make_award(AWARD, sandrine, late)

    assert make_award(AWARD, sandrine, replace(late, now=late.now - timedelta(seconds=1)))


def test_what_a_stranger_would_doubt_never_leaves_and_leaves_no_trace(sandrine, around):
    # The list of withdrawals was signed at noon: at eleven it has not begun.
    early = replace(around, now=around.now - timedelta(hours=1))

    with pytest.raises(AwardDoubtful) as refused:
        make_award(AWARD, sandrine, early)

    assert refused.value.facts == {"level": "UNDETERMINED", "reason": "STATUS_NOT_CHECKED"}
    assert sandrine.vault.awards() == ()


def test_two_desks_of_one_space_at_once_lose_nothing(sandrine, around):
    desks = [open_space(sandrine.folder) for _ in range(3)]

    with ThreadPoolExecutor(len(desks)) as together:
        made = list(together.map(lambda desk: make_award(AWARD, desk, around), desks))

    places = {line.index for line in sandrine.vault.awards()}
    assert places == {one.line.index for one in made}
    assert len(places) == len(desks)
    for desk in desks:
        desk.close()


@pytest.mark.parametrize(
    ("change", "refusal"),
    [({"evidence": ()}, EvidenceMissing), ({"to": " "}, RecipientMissing)],
)
def test_an_award_without_evidence_or_person_is_refused(sandrine, around, change, refusal):
    with pytest.raises(refusal):
        make_award(replace(AWARD, **change), sandrine, around)
