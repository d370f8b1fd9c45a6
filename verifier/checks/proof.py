"""
Does every signature hold, with the key that it names?

Whose key that is, is another question (``issuer.key``): here is only the mathematics.
"""

from collections.abc import Iterable

from shared.issuer_keys import Bond
from verifier.examination import Examination
from verifier.securing import ProofResult
from verifier.verdict import Finding, Outcome, Reason

CHECK = "integrity.proof"

REFUSED_FOR = {
    "coverage.uncovered": Reason.UNCOVERED_TEXT,
    "hosted.differs": Reason.HOSTED_DIFFERS,
    "proof.challenge-mismatch": Reason.PROOF_MISUSED,
    "proof.wrong-purpose": Reason.PROOF_MISUSED,
    "proof.out-of-dates": Reason.PROOF_MISUSED,
}
"""Why a proof that does not hold refuses the badge; any other: it was altered."""
MISSING_FOR = {
    "hosted.not-checked": Reason.HOSTED_NOT_CHECKED,
    "coverage.context-unknown": Reason.COVERAGE_NOT_CHECKED,
}
"""What is missing when a proof could not be checked; any other: the proof itself."""


def check_proof(examination: Examination) -> Finding:
    """One false proof among good ones refuses the badge; an unknown one beside a good one warns."""
    results = examination.proofs
    if not results:
        return Finding(
            check=CHECK,
            code="proof.none",
            outcome=Outcome.NOT_CHECKED,
            reasons=(Reason.NO_PROOF,),
        )
    if wrong := _first(results, Outcome.FAILED):
        reason = REFUSED_FOR.get(wrong.code, Reason.TAMPERED)
        return _found(wrong, Outcome.FAILED, (reason,))
    unlooked = _first(results, Outcome.NOT_CHECKED)
    good = examination.good_proof
    if unlooked is None and good is not None:
        return _found(good, Outcome.PASSED)
    unknown_only = all(
        one.code == "proof.unsupported" for one in results if one.outcome is Outcome.NOT_CHECKED
    )
    if good is not None and unknown_only:
        return Finding(check=CHECK, code="proof.one-unknown", outcome=Outcome.WARNING)
    if unlooked is None:
        raise ValueError("a proof that neither holds nor fails")
    return _found(unlooked, Outcome.NOT_CHECKED, (_missing(unlooked),))


def _missing(result: ProofResult) -> Reason:
    if result.bond is Bond.NOT_CHECKED:
        return Reason.KEY_NOT_CHECKED
    return MISSING_FOR.get(result.code, Reason.PROOF_NOT_CHECKED)


def _first(results: Iterable[ProofResult], outcome: Outcome) -> ProofResult | None:
    return next((result for result in results if result.outcome is outcome), None)


def _found(result: ProofResult, outcome: Outcome, reasons: tuple[Reason, ...] = ()) -> Finding:
    facts = {"suite": result.kind, **result.facts}
    return Finding(check=CHECK, code=result.code, outcome=outcome, facts=facts, reasons=reasons)
