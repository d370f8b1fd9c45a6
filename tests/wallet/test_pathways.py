"""Pathways: one next step, kind to bad networks, never kind to a withdrawn badge."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.wallet.people import typing
from trust_registry.catalogue import Equivalent, Pathway, Rule, seed
from trust_registry.catalogue.model import achievement_address
from verifier.verdict import Level, Reason
from wallet.holding import Checked, Holding, Summary
from wallet.pathways import StepState, progress

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
CATALOGUE = seed()
ISSUER = "did:web:registre.example:p:ml-dijon"

SOUND = ("TRUSTED",)
EXPIRED = ("NOT_VALID_NOW", "EXPIRED")
WITHDRAWN = ("NOT_VALID_NOW", "REVOKED")
OFFLINE = ("UNDETERMINED", "STATUS_NOT_CHECKED")
STRANGE = ("AUTHENTIC", "NOT_IN_REGISTRY")
SOMEONE_ELSES = ("NOT_THEIRS", "OTHER_PERSON")


def a_badge(step: str, found=SOUND, *, earned: bool | None = None, **changes) -> Holding:
    """``earned``: whether it counted before; by default when it counts now."""
    level, *reasons = found
    summary = Summary(
        title=step,
        issuer_id=ISSUER,
        issuer_name=None,
        achievement_id=achievement_address(CATALOGUE.badge(step), base=CATALOGUE.base),
        credential_id=f"urn:uuid:{step}",
        open_badges="3.0",
        awarded=NOON,
        valid_from=NOON,
        valid_until=None,
    )
    fields = {
        "id": step,
        "content": step,
        "name": f"{step}.png",
        "container": "png",
        "part": None,
        "received_at": NOON,
        "seen_at": None,
        "removed_at": None,
        "recipients": (),
        "summary": summary,
        "checked": Checked(
            level=Level(level), reasons=tuple(map(Reason, reasons)), checked_at=NOON
        ),
        "earned_at": NOON if (found in (SOUND, EXPIRED) if earned is None else earned) else None,
        "tried_at": None,
        "accepted": True,
        "proven": True,
        "badge_id": step,
    }
    return Holding(**{**fields, **changes})


def of(pathway_id: str, *held: Holding, catalogue=CATALOGUE):
    return next(p for p in progress(held, catalogue) if p.pathway.id == pathway_id)


NEWCOMER: list[Holding] = []
LUCIE = [a_badge("b01"), a_badge("b02"), a_badge("b09")]
KARIM = [a_badge("b01"), a_badge("b02", WITHDRAWN), a_badge("b03", OFFLINE, earned=True)]
ROSE = [a_badge(one) for one in ("b06", "b07", "b08")] + [a_badge("b01", EXPIRED)]
SAMIRA = [
    a_badge("b01", STRANGE),
    a_badge("b02", SOMEONE_ELSES),
    a_badge("b03", OFFLINE),
    a_badge("b04"),
]


@pytest.mark.parametrize(
    ("held", "pathway", "done", "next_step", "recheck", "missing", "not_counted"),
    [
        pytest.param(NEWCOMER, "fondamentaux", "", "b01", "", "b01 b02 b03 b04 b05", {}, id="new"),
        pytest.param(NEWCOMER, "mednum", "", "b15", "", "b15", {}, id="new, for professionals"),
        pytest.param(LUCIE, "fondamentaux", "b01 b02", "b03", "", "b03 b04 b05", {}, id="Lucie"),
        pytest.param(LUCIE, "communication", "b09", "b10", "", "b10 b11", {}, id="Lucie, beside"),
        pytest.param(LUCIE, "demarches", "", "b12", "", "b12 b13 b14", {}, id="Lucie, not begun"),
        pytest.param(
            KARIM, "fondamentaux", "b01 b03", "b02", "b03", "b02 b04 b05", {"b02": "REVOKED"},
            id="Karim: one withdrawn, one done that cannot be checked today",
        ),
        pytest.param(ROSE, "bureautique", "b06 b07 b08", None, "", "", {}, id="Rose: complete"),
        pytest.param(
            ROSE, "fondamentaux", "b01", "b02", "", "b02 b03 b04 b05", {},
            id="Rose: what she learnt stays learnt",
        ),
        pytest.param(
            SAMIRA, "fondamentaux", "b04", "b01", "b03", "b01 b02 b03 b05",
            {"b01": "NOT_IN_REGISTRY", "b02": "OTHER_PERSON"},
            id="Samira: a stranger's, someone else's, one never checked",
        ),
    ],
)  # fmt: skip
def test_five_learners(held, pathway, done, next_step, recheck, missing, not_counted):
    found = of(pathway, *held)

    assert found.done == tuple(done.split())
    assert found.next == next_step
    assert found.recheck == tuple(recheck.split())
    assert found.missing == tuple(missing.split())
    assert dict(found.not_counted) == {badge: Reason(r) for badge, r in not_counted.items()}


def test_every_pathway_of_the_catalogue_is_there_in_its_order():
    assert [p.pathway for p in progress([], CATALOGUE)] == list(CATALOGUE.pathways)


def test_an_expired_step_is_done_and_marked():
    found = of("fondamentaux", a_badge("b01", EXPIRED))

    assert (found.done, found.expired, found.recheck) == (("b01",), ("b01",), ())


def test_an_expired_badge_that_cannot_be_checked_today_stays_done_and_has_both_marks():
    unsure = ("NOT_VALID_NOW", "EXPIRED", "STATUS_NOT_CHECKED")

    found = of("fondamentaux", a_badge("b01", unsure, earned=True))

    assert (found.done, found.expired, found.recheck) == (("b01",), ("b01",), ("b01",))


def test_a_badge_that_was_never_checked_is_not_done_and_nobody_is_sent_to_earn_it_again():
    found = of("fondamentaux", a_badge("b01", OFFLINE))

    assert (found.done, found.recheck, found.next) == ((), ("b01",), "b02")
    assert found.steps[0].state is StepState.TO_RECHECK


def test_when_only_checks_are_left_the_next_step_is_the_first_of_them():
    held = [a_badge(one) for one in ("b06", "b07")] + [a_badge("b08", OFFLINE)]

    found = of("bureautique", *held)

    assert (found.complete, found.next, found.missing) == (False, "b08", ("b08",))


def test_a_badge_that_was_earned_and_then_found_outside_the_network_does_not_count():
    found = of("fondamentaux", a_badge("b01", STRANGE, earned=True))

    assert found.done == ()
    assert found.not_counted == (("b01", Reason.NOT_IN_REGISTRY),)


def test_a_good_badge_outweighs_a_bad_one_of_the_same_step():
    held = [a_badge("b01", WITHDRAWN), a_badge("b01", id="other", content="other")]

    found = of("fondamentaux", *held)

    assert (found.done, found.not_counted) == (("b01",), ())
    assert found.steps[0].holding.id == "other"
    assert found.steps[0].against[0][1] is Reason.REVOKED


def test_the_badge_that_leaves_nothing_to_say_stands_for_the_step():
    held = [
        a_badge("b01", OFFLINE, earned=True),
        a_badge("b01", EXPIRED, id="old"),
        a_badge("b01", id="sound"),
    ]

    found = of("fondamentaux", *held)

    assert found.steps[0].holding.id == "sound"
    assert (found.recheck, found.expired) == ((), ())


def test_a_badge_put_away_does_not_count():
    assert of("fondamentaux", a_badge("b01", removed_at=NOON)).done == ()


def test_a_badge_of_no_catalogue_is_no_step():
    foreign = a_badge("b01", summary=replace(a_badge("b01").summary, achievement_id="urn:other"))

    assert all(found.done == () for found in progress([foreign], CATALOGUE))


def test_an_equivalent_granted_by_the_hub_counts_from_the_day_it_is_granted():
    elsewhere = Equivalent(issuer="https://factory.example/o/1", achievement="urn:factory:b04")
    summary = replace(
        a_badge("b04").summary, issuer_id=elsewhere.issuer, achievement_id=elsewhere.achievement
    )
    held = a_badge("b04", summary=summary, badge_id=None)
    granted = replace(
        CATALOGUE,
        badges=tuple(
            replace(entry, equivalents=(elsewhere,)) if entry.id == "b04" else entry
            for entry in CATALOGUE.badges
        ),
    )

    assert of("fondamentaux", held).done == ()
    assert of("fondamentaux", held, catalogue=granted).done == ("b04",)


def a_choice(needed: int):
    pathway = Pathway(
        id="decouverte",
        name={"fr": "Découverte"},
        summary={"fr": "Pour commencer"},
        badges=("b01", "b02", "b03"),
        rule=Rule.ANY,
        needed=needed,
    )
    return replace(CATALOGUE, pathways=(pathway,))


@pytest.mark.parametrize(
    ("held", "complete", "next_step", "missing"),
    [
        pytest.param([], False, "b01", ("b01", "b02", "b03"), id="none of two"),
        pytest.param(["b02"], False, "b01", ("b01", "b03"), id="one of two"),
        pytest.param(["b02", "b03"], True, None, (), id="two of two"),
        pytest.param(["b01", "b02", "b03"], True, None, (), id="more than asked"),
    ],
)
def test_any_two_of_three(held, complete, next_step, missing):
    found = of("decouverte", *map(a_badge, held), catalogue=a_choice(2))

    assert (found.complete, found.next, found.missing) == (complete, next_step, missing)
    assert found.done == tuple(held)


def test_a_strangers_badge_of_the_same_name_is_listed_with_its_reason_and_makes_nothing_done():
    found = of("fondamentaux", a_named_badge("ordinateur", STRANGE), a_badge("b02"))

    assert found.done == ("b02",)
    assert found.not_counted == (("b01", Reason.NOT_IN_REGISTRY),)
    assert found.next == "b01"


@pytest.mark.parametrize("judged", [SOUND, OFFLINE, EXPIRED])
def test_a_name_alone_never_makes_a_step_done_nor_to_be_checked(judged):
    found = of("fondamentaux", a_named_badge("Ordinateur", judged))

    assert (found.done, found.recheck, found.not_counted) == ((), (), ())


def a_named_badge(title, judged):
    """A badge of another catalogue."""
    holding = a_badge("b01", judged)
    elsewhere = replace(holding.summary, title=title, achievement_id="https://elsewhere.example/1")
    return replace(holding, summary=elsewhere, badge_id=None)


FIVE = json.loads(Path(__file__).with_name("five_learners.json").read_text("utf-8"))


@pytest.mark.slow
@pytest.mark.parametrize("who", FIVE)
def test_path_is_what_was_written_down_for_five_learners_of_the_region(
    region, today, tmp_path, who
):
    type_ = typing(tmp_path / who, at=today, registry=region.folder, replay=region.bundle)
    described = json.loads((region.folder / "badges" / "manifest.json").read_text("utf-8"))
    for badge in described["badges"]:
        if badge["file"] in FIVE[who]["files"]:
            asked = [word for one in badge["recipients"] for word in ("--recipient", one)]
            type_("import", region.folder / "badges" / badge["file"], *asked)

    answers = type_("path", "--json").answers

    awarding = {one["partner"]["name"] for path in answers for one in path["where"]}
    assert awarding <= {one.name for one in region.partners}
    assert [{k: v for k, v in one.items() if k != "where"} for one in answers] == [
        {**EMPTY, **path} for path in FIVE[who]["paths"]
    ]


EMPTY = {
    "rule": "ordered", "complete": False, "done": [], "recheck": [], "expired": [],
    "not_counted": [], "note": None,
}  # fmt: skip
