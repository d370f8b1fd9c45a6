"""What does the picture say of itself? Advice only: a badge is what it says, not what it shows."""

from verifier.examination import Examination
from verifier.verdict import Finding, Outcome

CHECK = "integrity.picture"


def check_picture(examination: Examination) -> Finding:
    """Anything odd about the picture is told; it never decides."""
    token = examination.claimed.token
    for note in (*token.notes, *examination.claimed.notes):
        return Finding(check=CHECK, code=note, outcome=Outcome.WARNING)
    if token.picture is None:
        return Finding(check=CHECK, code="picture.none", outcome=Outcome.NOT_APPLICABLE)
    return Finding(check=CHECK, code="picture.shown", outcome=Outcome.PASSED)
