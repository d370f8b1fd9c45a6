"""Is the badge within its dates, today?"""

from datetime import datetime

from shared.times import instant_text
from verifier.examination import Examination
from verifier.verdict import Finding, Outcome, Reason

CHECK = "status.dates"


def check_dates(examination: Examination) -> Finding:
    """From the first instant in force to the last, both included."""
    credential, now = examination.credential, examination.circumstances.now
    begins, ends = credential.valid_from, credential.valid_until
    reasons: list[Reason] = []
    if begins is not None and now < begins:
        reasons.append(Reason.NOT_YET_VALID)
    if ends is not None and now > ends:
        reasons.append(Reason.EXPIRED)
    facts = _facts(begins, ends)
    if reasons:
        code = "dates.not-yet" if reasons[0] is Reason.NOT_YET_VALID else "dates.expired"
        if begins is not None and ends is not None and ends < begins:
            code = "dates.impossible"
        return Finding(
            check=CHECK, code=code, outcome=Outcome.FAILED, facts=facts, reasons=tuple(reasons)
        )
    if begins is None and ends is None:
        return Finding(check=CHECK, code="dates.unknown", outcome=Outcome.WARNING)
    code = "dates.no-end" if ends is None else "dates.in-force"
    return Finding(check=CHECK, code=code, outcome=Outcome.PASSED, facts=facts)


def _facts(begins: datetime | None, ends: datetime | None) -> dict[str, str | int]:
    known = {"from": begins, "until": ends}
    return {name: instant_text(moment) for name, moment in known.items() if moment is not None}
