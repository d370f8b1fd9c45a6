"""
Is the picture the issuer's?  Advice only: a badge is what it says, not what it shows.

A picture that cannot be had or looked at is not compared, and nothing depends on it.
"""

from shared.errors import BadgeError, Fact, FetchDiffers
from shared.picture import Comparison, Match
from verifier.examination import Examination
from verifier.verdict import Finding, Outcome

CHECK = "integrity.picture"

OUTCOMES = {
    Match.SAME: Outcome.PASSED,
    Match.ALIKE: Outcome.PASSED,
    Match.DIFFERENT: Outcome.WARNING,
}


def check_picture(examination: Examination) -> Finding:
    """Another picture comes first, then anything odd about the file; it never decides."""
    token = examination.claimed.token
    compared = _compared(examination)
    if compared.outcome in (Outcome.FAILED, Outcome.WARNING):
        return compared
    for note in (*token.notes, *examination.claimed.notes):
        return Finding(check=CHECK, code=note, outcome=Outcome.WARNING)
    return compared


def differing(examination: Examination) -> tuple[bytes, bytes] | None:
    """Both pictures, to be shown, when they are not the same; see ``Verdict.pictures``."""
    told = examination.picture
    if isinstance(told, Comparison) and told.match is Match.DIFFERENT:
        return told.shown
    return None


def _compared(examination: Examination) -> Finding:
    told = examination.picture
    if isinstance(told, BadgeError):
        if told.facts.get("why") == "differs" and isinstance(told, FetchDiffers):
            return _found("picture.changed-since", Outcome.FAILED)
        return _found("picture.not-compared", Outcome.NOT_CHECKED, why=told.code)
    if told is not None:
        return _found(f"picture.{told.match}", OUTCOMES[told.match], **_distance(told))
    if examination.claimed.token.picture is None:
        return _found("picture.none", Outcome.NOT_APPLICABLE)
    if not examination.is_proven:
        # Whose picture it should be, is not known either.
        return _found("picture.not-compared", Outcome.NOT_CHECKED)
    return _found("picture.unnamed", Outcome.NOT_APPLICABLE)


def _distance(told: Comparison) -> dict[str, Fact]:
    return {} if told.match is Match.SAME else {"distance": told.distance}


def _found(code: str, outcome: Outcome, **facts: Fact) -> Finding:
    return Finding(check=CHECK, code=code, outcome=outcome, facts=facts)
