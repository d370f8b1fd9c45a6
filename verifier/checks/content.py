"""Does the badge say what a reader needs? Advice: nothing here decides."""

from shared.model import Credential
from verifier.examination import Examination
from verifier.verdict import Finding, Outcome

SCHEMA, EVIDENCE, ENDORSEMENTS = "content.schema", "content.evidence", "content.endorsements"
WORST_FIRST = {
    "endorsement.false": Outcome.WARNING,
    "endorsement.of-another": Outcome.WARNING,
    "endorsement.ended": Outcome.WARNING,
    "endorsement.not-checked": Outcome.NOT_CHECKED,
    "endorsement.signed": Outcome.PASSED,
    "endorsement.own": Outcome.NOT_APPLICABLE,
}
"""How words of support may end; the check ends as the first of them that is there."""


def check_schema(examination: Examination) -> Finding:
    """
    Whether it says what was achieved and what for: OB 3.0 asks for a name and criteria.

    Schemas that a badge names elsewhere are not asked for.
    """
    credential = examination.credential
    if not credential.is_badge or "ClrCredential" in credential.types:
        return Finding(check=SCHEMA, code="content.not-due", outcome=Outcome.NOT_APPLICABLE)
    missing = _missing(credential)
    if missing:
        facts = {"why": missing}
        return Finding(
            check=SCHEMA, code="content.incomplete", outcome=Outcome.WARNING, facts=facts
        )
    return Finding(check=SCHEMA, code="content.complete", outcome=Outcome.PASSED)


def check_evidence(examination: Examination) -> Finding:
    """A link is never opened here; a story stands in the badge for everybody to read."""
    evidence = examination.credential.evidence
    if not evidence:
        return Finding(check=EVIDENCE, code="evidence.none", outcome=Outcome.NOT_APPLICABLE)
    if any((one.id or "").startswith(("https://", "http://")) for one in evidence):
        return Finding(check=EVIDENCE, code="evidence.not-opened", outcome=Outcome.NOT_CHECKED)
    return Finding(check=EVIDENCE, code="evidence.told", outcome=Outcome.NOT_APPLICABLE)


def check_endorsements(examination: Examination) -> Finding:
    """Words of support are badges too: each must be signed by the one who speaks."""
    told = examination.support
    good = sum(one.outcome is Outcome.PASSED for one in told)
    for code, outcome in WORST_FIRST.items():
        if any(one.code == code for one in told):
            facts = {"count": len(told), "good": good}
            return Finding(check=ENDORSEMENTS, code=code, outcome=outcome, facts=facts)
    return Finding(check=ENDORSEMENTS, code="endorsement.none", outcome=Outcome.NOT_APPLICABLE)


def _missing(credential: Credential) -> str:
    """The first thing that a reader would miss; empty when all is there."""
    achievement = credential.subject.achievement
    if achievement is None:
        return "achievement"
    if not (achievement.name or credential.name):
        return "name"
    if not (achievement.criteria_narrative or achievement.criteria_id):
        return "criteria"
    return ""
