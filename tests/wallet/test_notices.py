"""Notices: told once, in time, with the reason and whom to write to; read stays read."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.wallet.carnets import (
    CATALOGUE,
    EXPIRED,
    NOON,
    REFUSED,
    SOUND,
    STRANGE,
    UNLOOKED,
    WITHDRAWN,
    a_document,
    keep,
)
from verifier.verdict import Finding, Level, Outcome, Reason, Verdict
from wallet.notices import SOON_DAYS, VERY_SOON_DAYS, About, acknowledge, notices
from wallet.rechecking import FRESH, due
from wallet.spaces import open_space

ON_HOLD = ("NOT_VALID_NOW", "SUSPENDED")
END = NOON + timedelta(days=200)


@pytest.fixture
def wallet(tmp_path):
    space = open_space(tmp_path / "amina")
    yield space.wallet(CATALOGUE)
    space.close()


def ending(wallet, found=SOUND, *, until=END, number=1):
    """A badge with an end."""
    said = until.isoformat().replace("+00:00", "Z")
    return keep(wallet, a_document("b01", number=number, validUntil=said), found)


def told(wallet, now=NOON):
    return [one.about for one in notices(wallet.holdings(), now=now, registry=None)]


@pytest.mark.parametrize(
    ("left", "about"),
    [
        (timedelta(days=SOON_DAYS, seconds=1), []),
        (timedelta(days=SOON_DAYS), [About.ENDS_SOON]),
        (timedelta(days=VERY_SOON_DAYS, seconds=1), [About.ENDS_SOON]),
        (timedelta(days=VERY_SOON_DAYS), [About.ENDS_VERY_SOON]),
        (timedelta(seconds=1), [About.ENDS_VERY_SOON]),
        (timedelta(0), [About.ENDED]),
        (timedelta(days=-400), [About.ENDED]),
    ],
)
def test_the_end_is_told_sixty_days_before_then_seven(wallet, left, about):
    ending(wallet)

    assert told(wallet, END - left) == about


@pytest.mark.parametrize(
    ("found", "about"),
    [
        (WITHDRAWN, [About.WITHDRAWN]),
        (ON_HOLD, [About.ON_HOLD]),
        (SOUND, []),
        (UNLOOKED, []),
        (EXPIRED, []),
        (REFUSED, []),
    ],
)
def test_what_was_taken_back_is_told_and_nothing_else(wallet, found, about):
    keep(wallet, a_document("b01"), found)

    assert told(wallet) == about


def test_the_end_of_a_badge_that_cannot_be_checked_today_is_told_too(wallet):
    ending(wallet, UNLOOKED)

    assert told(wallet, END - timedelta(days=3)) == [About.ENDS_VERY_SOON]


@pytest.mark.parametrize("found", [STRANGE, WITHDRAWN])
def test_the_end_of_a_badge_that_does_not_count_is_no_news(wallet, found):
    ending(wallet, found)

    assert About.ENDS_SOON not in told(wallet, END - timedelta(days=30))


def test_a_badge_that_had_ended_when_it_came_is_no_news(wallet):
    ending(wallet, EXPIRED, until=NOON - timedelta(days=1))

    assert told(wallet) == []


def test_what_was_read_stays_read_until_something_new_happens(wallet):
    holding = ending(wallet)
    soon = notices(wallet.holdings(), now=END - timedelta(days=30), registry=None)[0]

    acknowledge(wallet, holding.id, soon.key)

    assert told(wallet, END - timedelta(days=30)) == []
    assert told(wallet, END - timedelta(days=8)) == []
    assert told(wallet, END - timedelta(days=6)) == [About.ENDS_VERY_SOON]
    assert told(wallet, END + timedelta(days=1)) == [About.ENDED]


def judged(level, *reasons, **facts):
    finding = Finding(
        check="status.revocation", code="status.revoked", outcome=Outcome.FAILED, facts=facts
    )
    return Verdict(
        level=Level(level),
        reasons=tuple(map(Reason, reasons)),
        findings=(finding,),
        credential=None,
    )


def test_a_withdrawal_that_was_read_stays_read_after_other_checks_and_outages(wallet):
    holding = keep(wallet, a_document("b01"), WITHDRAWN)
    acknowledge(wallet, holding.id, "withdrawn")

    wallet.record(holding.id, judged(*WITHDRAWN), now=NOON + timedelta(days=1))
    wallet.record(holding.id, judged(*UNLOOKED), now=NOON + timedelta(days=2))

    assert told(wallet) == []


def test_a_badge_that_came_back_and_is_taken_away_again_is_told_again(wallet):
    holding = keep(wallet, a_document("b01"), ON_HOLD)
    acknowledge(wallet, holding.id, "on-hold")
    wallet.record(holding.id, judged(*SOUND), now=NOON + timedelta(days=1))

    wallet.record(holding.id, judged(*ON_HOLD), now=NOON + timedelta(days=2))

    assert told(wallet) == [About.ON_HOLD]


def test_the_reason_that_was_given_is_passed_on(wallet):
    holding = keep(wallet, a_document("b01"))
    wallet.record(holding.id, judged(*WITHDRAWN, reason="Remis par erreur"), now=NOON)

    (notice,) = notices(wallet.holdings(), now=NOON, registry=None)

    assert notice.reason == "Remis par erreur"


def test_the_most_pressing_comes_first(wallet):
    ending(wallet, number=1)
    ending(wallet, number=2, until=END - timedelta(days=50))
    keep(wallet, a_document("b02", number=3), WITHDRAWN)

    assert told(wallet, END - timedelta(days=55)) == [
        About.WITHDRAWN, About.ENDS_VERY_SOON, About.ENDS_SOON,
    ]  # fmt: skip


def test_a_badge_is_looked_at_again_once_a_day_also_when_it_could_not_be(wallet):
    holding = keep(wallet, a_document("b01"), WITHDRAWN)
    first = holding.checked_at

    assert due(wallet.holdings(), now=first + FRESH - timedelta(seconds=1)) == ()
    assert due(wallet.holdings(), now=first + FRESH) == (holding.id,)

    tried = replace(holding, tried_at=first + FRESH)
    assert due([tried], now=first + FRESH + timedelta(hours=1)) == ()
    assert due([tried], now=first + 2 * FRESH) == (holding.id,)
