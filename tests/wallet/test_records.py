"""What one more verification changes: an outage never undoes good news, nor bad news."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.model import AchievementSubject, Credential, Profile, Token, TokenKind
from trust_registry.catalogue import seed
from verifier.verdict import Finding, Level, Outcome, Reason, Recogniser, Verdict
from wallet.holding import Arrival
from wallet.records import after, from_kept, newly, to_kept
from wallet.weighing import AGAINST, NOT_LOOKED, Counts, weigh

MONDAY = datetime(2026, 11, 23, 9, 30, 12, 345678, tzinfo=UTC)
TUESDAY, WEDNESDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)
CATALOGUE = seed()
CREDENTIAL = Credential(
    token=Token(kind=TokenKind.JSON, text="{}", container="json"),
    document={},
    open_badges="3.0",
    data_model="vcdm-2.0",
    id="urn:uuid:1",
    types=("VerifiableCredential", "OpenBadgeCredential"),
    name="Ordinateur",
    issuer=Profile(id="did:web:registre.example:p:ml-dijon", name="Mission locale"),
    subject=AchievementSubject(),
    valid_from=MONDAY,
)

SOUND = Verdict(level=Level.TRUSTED, findings=(), credential=CREDENTIAL)
OUTAGE = Verdict(
    level=Level.UNDETERMINED,
    findings=(),
    reasons=(Reason.STATUS_NOT_CHECKED,),
    credential=CREDENTIAL,
)
NO_KEY = Verdict(
    level=Level.UNDETERMINED, findings=(), reasons=(Reason.KEY_NOT_CHECKED,), credential=CREDENTIAL
)
WITHDRAWN = Verdict(
    level=Level.NOT_VALID_NOW, findings=(), reasons=(Reason.REVOKED,), credential=CREDENTIAL
)
EARLY = Verdict(
    level=Level.NOT_VALID_NOW, findings=(), reasons=(Reason.NOT_YET_VALID,), credential=CREDENTIAL
)
CHANGED = Verdict(level=Level.REFUSED, findings=(), reasons=(Reason.TAMPERED,))


def received(verdict: Verdict):
    arrival = Arrival(
        received=b"badge",
        name="badge.png",
        container="png",
        content="c" * 64,
        part=None,
        recipients=("Élodie Martin",),
        verdict=verdict,
        now=MONDAY,
    )
    return newly(arrival, holding_id="a" * 12)


def lived_through(first: Verdict, *later: Verdict):
    holding = received(first)
    for days, verdict in enumerate(later, 1):
        holding = after(holding, verdict, now=MONDAY + timedelta(days=days))
    return holding


@pytest.mark.parametrize(
    ("life", "level", "counts", "to_recheck"),
    [
        pytest.param([SOUND], "TRUSTED", True, False, id="sound"),
        pytest.param([OUTAGE], "UNDETERMINED", False, True, id="never looked at"),
        pytest.param([OUTAGE, SOUND], "TRUSTED", True, False, id="looked at since"),
        pytest.param([SOUND, OUTAGE], "UNDETERMINED", True, True, id="good news stay"),
        pytest.param([SOUND, OUTAGE, NO_KEY], "UNDETERMINED", True, True, id="for long"),
        pytest.param([SOUND, WITHDRAWN], "NOT_VALID_NOW", False, False, id="withdrawn"),
        pytest.param([WITHDRAWN, OUTAGE], "NOT_VALID_NOW", False, True, id="bad news stay"),
        pytest.param([SOUND, WITHDRAWN, OUTAGE], "NOT_VALID_NOW", False, True, id="after good"),
        pytest.param([WITHDRAWN, SOUND], "TRUSTED", True, False, id="given back"),
        pytest.param([EARLY, OUTAGE], "UNDETERMINED", False, True, id="waiting is no bad news"),
        pytest.param([CHANGED, OUTAGE], "REFUSED", False, True, id="refused stays refused"),
        pytest.param([SOUND, CHANGED], "REFUSED", False, False, id="refused since"),
    ],
)
def test_a_badge_lives_through_verifications(life, level, counts, to_recheck):
    holding = lived_through(*life)

    assert holding.level == level
    assert (holding.counts, holding.to_recheck) == (counts, to_recheck)


def test_the_day_it_last_counted_is_kept_through_an_outage():
    holding = lived_through(SOUND, OUTAGE)

    assert (holding.earned_at, holding.checked_at) == (MONDAY, TUESDAY)


def test_the_day_bad_news_came_is_kept_through_an_outage():
    holding = lived_through(WITHDRAWN, OUTAGE)

    assert (holding.checked_at, holding.tried_at) == (MONDAY, TUESDAY)


def test_nothing_read_in_a_refused_badge_is_kept():
    holding = lived_through(CHANGED)

    assert (holding.summary, holding.title, holding.accepted) == (None, None, False)


def test_a_badge_refused_later_has_no_name_any_more_and_is_not_hidden():
    holding = lived_through(SOUND, CHANGED)

    assert (holding.title, holding.accepted) == (None, True)
    assert holding.issuer_id == CREDENTIAL.issuer.id


def test_a_refused_badge_that_holds_after_all_is_accepted():
    holding = lived_through(CHANGED, SOUND)

    assert (holding.title, holding.accepted) == ("Ordinateur", True)


def test_only_a_proven_badge_is_a_version_and_an_outage_does_not_change_that():
    assert lived_through(NO_KEY).version_of is None
    assert lived_through(SOUND, NO_KEY).version_of == lived_through(SOUND).version_of
    assert lived_through(SOUND).version_of is not None
    assert lived_through(SOUND, CHANGED).version_of is None


def test_a_holding_comes_back_whole_from_its_record():
    finding = Finding(
        check="status.revocation",
        code="status.unreachable",
        outcome=Outcome.NOT_CHECKED,
        facts={"host": "registre.example", "status": 503},
        problems=({"type": "about:blank", "title": "t", "detail": "d", "instance": "/"},),
        reasons=(Reason.STATUS_NOT_CHECKED,),
    )
    verdict = Verdict(
        level=Level.UNDETERMINED,
        findings=(finding,),
        reasons=(Reason.STATUS_NOT_CHECKED,),
        credential=CREDENTIAL,
        recognised_by=(Recogniser(id="did:web:x", name="Ville", kind="commune"),),
        issuer_name="Mission locale de Dijon",
    )
    holding = lived_through(SOUND, verdict)

    assert from_kept(to_kept(holding), CATALOGUE) == holding


VERDICTS = st.builds(
    lambda level, reasons: Verdict(
        level=level,
        findings=(),
        reasons=tuple(reasons),
        credential=None if level is Level.REFUSED else CREDENTIAL,
    ),
    st.sampled_from([one for one in Level if one is not Level.UNREADABLE]),
    st.lists(st.sampled_from(Reason), max_size=3, unique=True),
)


@given(st.lists(VERDICTS, min_size=1, max_size=5))
def test_whatever_happens_it_counts_only_if_the_last_clear_answer_was_good(life):
    holding = lived_through(*life)

    clear = [weigh(one.level, one.reasons).counts for one in life]
    clear = [counts for counts in clear if counts is not Counts.UNSURE]
    assert holding.counts == (bool(clear) and clear[-1] is Counts.YES)


@given(VERDICTS, st.sampled_from(NOT_LOOKED))
def test_taking_a_look_up_away_never_makes_a_badge_count(verdict, unlooked):
    less = Verdict(level=verdict.level, findings=(), reasons=(*verdict.reasons, unlooked))

    assert weigh(less.level, less.reasons).counts is not Counts.YES


def test_the_reasons_against_are_told_in_order_of_weight():
    assert AGAINST.index(Reason.TAMPERED) < AGAINST.index(Reason.REVOKED)
    assert AGAINST.index(Reason.REVOKED) < AGAINST.index(Reason.NOT_IN_REGISTRY)
