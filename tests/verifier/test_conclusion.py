"""Levels: what refuses outranks what is missing, and what is missing is never good news."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from verifier.checks import ADVISORY, CHECKS
from verifier.conclusion import conclude, with_parts
from verifier.verdict import EXIT_FOR, Finding, Level, Outcome, Reason, Verdict

REQUIRED = [check.id for check in CHECKS if check.id not in ADVISORY]
GOOD = dict.fromkeys((check.id for check in CHECKS), Outcome.PASSED)
GOOD_NEWS = (Level.AUTHENTIC, Level.TRUSTED)


def findings(outcomes, **reasons):
    return [
        Finding(
            check=name, code="x.y", outcome=outcome, reasons=reasons.get(name.replace(".", "_"), ())
        )
        for name, outcome in outcomes.items()
    ]


def level(**changes):
    named = {name.replace("_", "."): outcome for name, outcome in changes.items()}
    return conclude(findings(GOOD | named))


def test_all_well_is_trusted():
    assert level() is Level.TRUSTED


@pytest.mark.parametrize(
    ("check", "outcome", "expected"),
    [
        ("integrity_format", Outcome.FAILED, Level.REFUSED),
        ("integrity_proof", Outcome.FAILED, Level.REFUSED),
        ("integrity_coverage", Outcome.FAILED, Level.REFUSED),
        ("issuer_key", Outcome.FAILED, Level.REFUSED),
        ("status_dates", Outcome.FAILED, Level.NOT_VALID_NOW),
        ("status_revocation", Outcome.FAILED, Level.NOT_VALID_NOW),
        ("recipient_identity", Outcome.FAILED, Level.NOT_THEIRS),
        ("issuer_registry", Outcome.FAILED, Level.UNDETERMINED),
        ("issuer_registry", Outcome.WARNING, Level.AUTHENTIC),
        ("issuer_registry", Outcome.NOT_APPLICABLE, Level.AUTHENTIC),
        ("issuer_key", Outcome.NOT_APPLICABLE, Level.UNDETERMINED),
        ("integrity_proof", Outcome.NOT_APPLICABLE, Level.UNDETERMINED),
        ("integrity_proof", Outcome.WARNING, Level.TRUSTED),
        ("status_revocation", Outcome.NOT_APPLICABLE, Level.TRUSTED),
        *((name.replace(".", "_"), Outcome.NOT_CHECKED, Level.UNDETERMINED) for name in REQUIRED),
        *(
            (name.replace(".", "_"), outcome, Level.TRUSTED)
            for name in sorted(ADVISORY)
            for outcome in Outcome
        ),
    ],
)
def test_one_thing_that_is_not_well(check, outcome, expected):
    assert level(**{check: outcome}) is expected


@pytest.mark.parametrize(
    ("first", "then", "expected"),
    [
        ("integrity_proof", "status_revocation", Level.REFUSED),
        ("status_dates", "recipient_identity", Level.NOT_VALID_NOW),
        ("recipient_identity", "issuer_registry", Level.NOT_THEIRS),
    ],
)
def test_the_gravest_comes_first(first, then, expected):
    assert level(**{first: Outcome.FAILED, then: Outcome.FAILED}) is expected
    assert level(**{first: Outcome.FAILED, then: Outcome.NOT_CHECKED}) is expected


def test_a_reason_that_stands_is_never_forgotten():
    found = findings(GOOD, status_revocation=(Reason.LIST_BY_ANOTHER,))

    assert conclude(found) is Level.AUTHENTIC


@pytest.mark.parametrize("missing", REQUIRED)
def test_a_check_that_was_not_even_asked_is_not_well(missing):
    assert conclude([one for one in findings(GOOD) if one.check != missing]) not in GOOD_NEWS


OUTCOMES = some.fixed_dictionaries({check.id: some.sampled_from(Outcome) for check in CHECKS})


@given(outcomes=OUTCOMES)
def test_trusted_means_that_nothing_required_is_missing_or_wrong(outcomes):
    if conclude(findings(outcomes)) is Level.TRUSTED:
        required = {outcomes[name] for name in REQUIRED}
        assert not required & {Outcome.FAILED, Outcome.NOT_CHECKED}
        assert outcomes["issuer.registry"] is Outcome.PASSED


@given(outcomes=OUTCOMES, forgotten=some.sets(some.sampled_from(REQUIRED)))
def test_looking_less_never_leads_into_good_news(outcomes, forgotten):
    before = conclude(findings(outcomes))
    after = conclude(findings(outcomes | dict.fromkeys(forgotten, Outcome.NOT_CHECKED)))

    if forgotten and after in GOOD_NEWS:
        raise AssertionError(f"{before} became {after} without {forgotten}")


@given(parts=some.lists(some.sampled_from(Level), max_size=5), own=some.sampled_from(Level))
def test_what_holds_several_is_as_good_as_the_worst(parts, own):
    verdicts = tuple(Verdict(level=one, findings=()) for one in parts)

    whole = with_parts(Verdict(level=own, findings=()), verdicts)

    assert whole.level is min([own, *parts], key=list(Level).index)


def test_what_is_no_badge_is_listed_and_does_not_decide():
    badge = Verdict(level=Level.TRUSTED, findings=())
    letter = Verdict(level=Level.AUTHENTIC, findings=(), reasons=(Reason.NOT_A_BADGE,))
    picture = unreadable("read.no-badge")

    whole = with_parts(Verdict(level=Level.TRUSTED, findings=()), (badge, letter, picture))

    assert (whole.level, whole.reasons, len(whole.parts)) == (Level.TRUSTED, (), 3)


def test_a_damaged_badge_does():
    parts = (Verdict(level=Level.TRUSTED, findings=()), unreadable("read.damaged-image"))

    assert with_parts(parts[0], parts).level is Level.UNREADABLE


def unreadable(code):
    finding = Finding(check="integrity.format", code=code, outcome=Outcome.FAILED)
    return Verdict(level=Level.UNREADABLE, findings=(finding,))


def test_every_level_has_its_exit_status():
    assert {one.value: int(EXIT_FOR[one]) for one in Level} == {
        "TRUSTED": 0, "REFUSED": 1, "NOT_VALID_NOW": 1, "NOT_THEIRS": 1, "UNDETERMINED": 3,
        "UNREADABLE": 4, "AUTHENTIC": 5,
    }  # fmt: skip
