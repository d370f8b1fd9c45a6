"""Does the badge say what a reader needs? Advice: nothing here decides."""

from shared.errors import BadgeError
from shared.issuer_keys import Bond
from shared.model import Credential, Json
from verifier.examination import Examination
from verifier.verdict import Finding, Outcome

SCHEMA, EVIDENCE, ENDORSEMENTS = "content.schema", "content.evidence", "content.endorsements"
MAX_ENDORSEMENTS = 4
"""Each costs a signature and perhaps a key to ask for."""


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
    endorsements = examination.claimed.endorsements
    if not endorsements:
        return Finding(check=ENDORSEMENTS, code="endorsement.none", outcome=Outcome.NOT_APPLICABLE)
    outcomes = {_of_one(one, examination) for one in endorsements[:MAX_ENDORSEMENTS]}
    if Outcome.FAILED in outcomes:
        return Finding(check=ENDORSEMENTS, code="endorsement.false", outcome=Outcome.WARNING)
    if outcomes != {Outcome.PASSED} or len(endorsements) > MAX_ENDORSEMENTS:
        return Finding(
            check=ENDORSEMENTS, code="endorsement.not-checked", outcome=Outcome.NOT_CHECKED
        )
    return Finding(check=ENDORSEMENTS, code="endorsement.signed", outcome=Outcome.PASSED)


def _of_one(document: Json, examination: Examination) -> Outcome:
    from shared.parsing import ob3

    try:
        credential = ob3.parse(document, examination.claimed.token)
    except BadgeError:
        return Outcome.FAILED
    inner = Examination(credential, examination.circumstances, examination.fetch)
    if any(one.outcome is Outcome.FAILED or one.bond is Bond.NOT_ISSUERS for one in inner.proofs):
        return Outcome.FAILED
    return Outcome.PASSED if inner.is_proven else Outcome.NOT_CHECKED


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
