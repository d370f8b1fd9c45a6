"""Does the badge say what a reader needs? Advice: nothing here decides."""

from shared.model import Credential
from shared.parsing import shapes
from shared.schemas import KINDS, SHIPPED, departure
from verifier.examination import OLD_MODELS, Examination
from verifier.verdict import Finding, Outcome

SCHEMA, EVIDENCE, ENDORSEMENTS = "content.schema", "content.evidence", "content.endorsements"
MAX_ADDRESS_LETTERS = 200
"""Of the address of a schema, quoted in an answer."""
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

    A schema that the badge names is held to when it is one of those that ship; no other is
    asked for.
    """
    credential = examination.credential
    departed, unknown = _by_its_schemas(examination.claimed)
    if departed is not None:
        return Finding(
            check=SCHEMA, code="schema.departed", outcome=Outcome.WARNING, facts={"path": departed}
        )
    due = credential.is_badge and "ClrCredential" not in credential.types
    if due and (missing := _missing(credential)):
        facts = {"why": missing}
        return Finding(
            check=SCHEMA, code="content.incomplete", outcome=Outcome.WARNING, facts=facts
        )
    if unknown is not None:
        return Finding(
            check=SCHEMA,
            code="schema.not-checked",
            outcome=Outcome.NOT_CHECKED,
            facts={"schema": unknown},
        )
    if not due:
        return Finding(check=SCHEMA, code="content.not-due", outcome=Outcome.NOT_APPLICABLE)
    return Finding(check=SCHEMA, code="content.complete", outcome=Outcome.PASSED)


def _by_its_schemas(claimed: Credential) -> tuple[str | None, str | None]:
    """Where it departs from a schema that it names, and the first schema that is not ours."""
    named = shapes.as_objects(claimed.document.get("credentialSchema"), "/credentialSchema")
    if claimed.data_model in OLD_MODELS or not named:
        return None, None
    unknown = None
    for one in named:
        address = one.get("id")
        kinds = set(shapes.types(one, "/credentialSchema"))
        if not isinstance(address, str) or address not in SHIPPED or not kinds & KINDS:
            unknown = unknown or str(address)[:MAX_ADDRESS_LETTERS]
        elif (departed := departure(address, claimed.document)) is not None:
            return departed, unknown
    return None, unknown


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
    good = [one for one in told if one.outcome is Outcome.PASSED]
    for code, outcome in WORST_FIRST.items():
        if any(one.code == code for one in told):
            facts = {"count": len(told), "good": len(good)}
            # A key is theirs for sure; a name is, when the network says so.
            known = outcome is not Outcome.PASSED or all(one.registry_name for one in good)
            said = code if known else "endorsement.signed-by-unknown"
            return Finding(check=ENDORSEMENTS, code=said, outcome=outcome, facts=facts)
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
