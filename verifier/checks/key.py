"""Does the named issuer say that the key which signed is its own?"""

from shared.errors import HostedNotChecked
from shared.issuer_keys import Bond
from shared.model import Json
from shared.parsing import ob2
from verifier.examination import Examination
from verifier.securing import ProofResult
from verifier.verdict import Finding, Outcome, Reason

CHECK = "issuer.key"


def check_key(examination: Examination) -> Finding:
    """A key that was had and is not the issuer's refuses; one that was not had proves nothing."""
    if examination.claimed.hosted_at is not None:
        return _of_a_hosted_badge(examination)
    by_bond = {result.bond: result for result in reversed(examination.proofs)}
    if refused := by_bond.get(Bond.NOT_ISSUERS):
        return _found(refused, Outcome.FAILED, Reason.KEY_NOT_ISSUERS)
    if unlooked := by_bond.get(Bond.NOT_CHECKED):
        return _found(unlooked, Outcome.NOT_CHECKED, Reason.KEY_NOT_CHECKED)
    good = examination.good_proof
    if good is not None and good.bond is Bond.ISSUERS:
        return Finding(check=CHECK, code="key.issuers", outcome=Outcome.PASSED)
    if unproven := by_bond.get(Bond.UNPROVEN):
        return _found(unproven, Outcome.NOT_CHECKED, Reason.ISSUER_UNPROVEN)
    # Without a proof, or with a false one, there is no key to ask about.
    return Finding(check=CHECK, code="key.unproven", outcome=Outcome.NOT_CHECKED)


def _of_a_hosted_badge(examination: Examination) -> Finding:
    """Who may publish at the issuer's own address is the issuer."""
    if examination.is_proven:
        return _said_how(examination.claimed.document)
    told = examination.hosted
    code = told.code if isinstance(told, HostedNotChecked) else "key.unproven"
    facts = told.facts if isinstance(told, HostedNotChecked) else {}
    return Finding(
        check=CHECK,
        code=code,
        outcome=Outcome.NOT_CHECKED,
        facts=facts,
        reasons=(Reason.HOSTED_NOT_CHECKED,),
    )


def _said_how(document: Json) -> Finding:
    """It holds; a badge that leaves something to guess is told apart."""
    proof = ob2.verification(document)
    named = [proof.get("url"), document.get("id")]
    if any(isinstance(one, str) and one.startswith("http://") for one in named):
        return Finding(check=CHECK, code="key.hosted-in-clear", outcome=Outcome.WARNING)
    return Finding(check=CHECK, code="key.hosted", outcome=Outcome.PASSED)


def _found(result: ProofResult, outcome: Outcome, reason: Reason) -> Finding:
    if result.named is None:
        raise ValueError("a bond without a key")
    return Finding(
        check=CHECK,
        code=result.named.code,
        outcome=outcome,
        facts=result.named.facts,
        reasons=(reason,),
    )
