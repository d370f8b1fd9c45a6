"""What a verdict means for a badge: never good news by default, never bad news by outage."""

import pytest

from verifier.verdict import Level, Reason
from wallet.weighing import AGAINST, HARMLESS, NOT_LOOKED, Counts, is_proven, weigh

YES, UNSURE, NO = Counts.YES, Counts.UNSURE, Counts.NO


@pytest.mark.parametrize(
    ("level", "reasons", "counts", "told"),
    [
        pytest.param("TRUSTED", [], YES, None, id="every check passed"),
        pytest.param("NOT_VALID_NOW", ["EXPIRED"], YES, "EXPIRED", id="learnt stays learnt"),
        pytest.param("NOT_VALID_NOW", ["REVOKED"], NO, "REVOKED", id="withdrawn"),
        pytest.param("NOT_VALID_NOW", ["EXPIRED", "REVOKED"], NO, "REVOKED", id="both"),
        pytest.param("NOT_VALID_NOW", ["SUSPENDED"], NO, "SUSPENDED", id="on hold"),
        pytest.param("NOT_VALID_NOW", ["NOT_YET_VALID"], NO, "NOT_YET_VALID", id="too early"),
        pytest.param(
            "NOT_VALID_NOW", ["EXPIRED", "NOT_IN_REGISTRY"], NO, "NOT_IN_REGISTRY",
            id="a stranger's, and old",
        ),
        pytest.param(
            "NOT_VALID_NOW", ["EXPIRED", "STATUS_NOT_CHECKED"], UNSURE, "STATUS_NOT_CHECKED",
            id="old, and perhaps withdrawn",
        ),
        pytest.param("REFUSED", ["TAMPERED"], NO, "TAMPERED", id="changed"),
        pytest.param("REFUSED", [], NO, None, id="refused, no reason given"),
        pytest.param("NOT_THEIRS", ["OTHER_PERSON"], NO, "OTHER_PERSON", id="someone else's"),
        pytest.param("AUTHENTIC", ["NOT_IN_REGISTRY"], NO, "NOT_IN_REGISTRY", id="a stranger's"),
        pytest.param("AUTHENTIC", ["NO_REGISTRY"], UNSURE, "NO_REGISTRY", id="nobody was asked"),
        pytest.param("AUTHENTIC", [], UNSURE, None, id="not trusted, and nobody says why"),
        pytest.param("UNDETERMINED", ["NO_PROOF"], NO, "NO_PROOF", id="anybody wrote it"),
        pytest.param(
            "UNDETERMINED", ["STATUS_NOT_CHECKED"], UNSURE, "STATUS_NOT_CHECKED", id="an outage",
        ),
        pytest.param(
            "UNDETERMINED", ["REGISTRY_NOT_CHECKED"], UNSURE, "REGISTRY_NOT_CHECKED",
            id="an old list of partners",
        ),
        pytest.param(
            "TRUSTED", ["STATUS_NOT_CHECKED"], UNSURE, "STATUS_NOT_CHECKED",
            id="a level that forgets a reason is not believed",
        ),
        pytest.param("UNREADABLE", [], NO, None, id="nothing to read"),
    ],
)  # fmt: skip
def test_a_verdict_counts_or_not(level, reasons, counts, told):
    weighed = weigh(Level(level), [Reason(reason) for reason in reasons])

    assert weighed.counts is counts
    assert weighed.reason == (Reason(told) if told else None)


def test_every_reason_has_its_place_and_only_one():
    sorted_out = [*AGAINST, *NOT_LOOKED, *HARMLESS]

    assert sorted(sorted_out) == sorted(Reason)


@pytest.mark.parametrize("reason", Reason)
def test_only_what_is_harmless_lets_a_trusted_badge_count(reason):
    counts = weigh(Level.TRUSTED, [reason]).counts

    assert (counts is YES) == (reason in HARMLESS)


@pytest.mark.parametrize(
    ("level", "reasons", "proven"),
    [
        pytest.param("TRUSTED", [], True, id="trusted"),
        pytest.param("NOT_VALID_NOW", ["REVOKED"], True, id="withdrawn by its issuer"),
        pytest.param("UNDETERMINED", ["STATUS_NOT_CHECKED"], True, id="signed, list unreachable"),
        pytest.param("UNDETERMINED", ["KEY_NOT_CHECKED"], False, id="signed by nobody knows whom"),
        pytest.param("UNDETERMINED", ["NO_PROOF"], False, id="not signed"),
        pytest.param("NOT_VALID_NOW", ["EXPIRED", "NO_PROOF"], False, id="old and not signed"),
        pytest.param("REFUSED", ["TAMPERED"], False, id="changed"),
    ],
)
def test_a_badge_is_proven_when_its_issuer_is_known_to_have_made_it(level, reasons, proven):
    assert is_proven(Level(level), [Reason(reason) for reason in reasons]) is proven
