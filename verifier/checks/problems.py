"""
What went wrong, for programs: one RFC 9457 object for each failed or missing check.

Where the W3C has given a kind of problem an address, it is that one; elsewhere the code
itself, as a relative address.

Sources: RFC 9457; VCDM 2.0 §"Problem Details"; VC Data Integrity §"Processing Errors";
Bitstring Status List §"Processing Errors".
"""

from collections.abc import Mapping

from verifier.verdict import Finding, Outcome

_DATA_MODEL = "https://www.w3.org/TR/vc-data-model#"
_SECURITY = "https://w3id.org/security#"
_STATUS = "https://www.w3.org/ns/credentials/status-list#"

KINDS = {
    "parse.malformed": _DATA_MODEL + "MALFORMED_VALUE_ERROR",
    "parse.not-a-credential": _DATA_MODEL + "PARSING_ERROR",
    "read.unsafe-json": _DATA_MODEL + "PARSING_ERROR",
    "read.malformed-token": _DATA_MODEL + "PARSING_ERROR",
    "proof.invalid": _SECURITY + "PROOF_VERIFICATION_ERROR",
    "proof.malformed": _SECURITY + "PROOF_VERIFICATION_ERROR",
    "proof.out-of-dates": _SECURITY + "PROOF_VERIFICATION_ERROR",
    "proof.wrong-purpose": _SECURITY + "INVALID_RELATIONSHIP_FOR_VERIFICATION_METHOD",
    "proof.too-complex": _SECURITY + "PROOF_TRANSFORMATION_ERROR",
    "coverage.uncovered": _SECURITY + "DATA_LOSS_DETECTION_ERROR",
    "coverage.context-unknown": _SECURITY + "PROOF_TRANSFORMATION_ERROR",
    "key.not-issuers": _SECURITY + "INVALID_RELATIONSHIP_FOR_VERIFICATION_METHOD",
    "key.invalid": _SECURITY + "INVALID_VERIFICATION_METHOD",
    "key.unavailable": _SECURITY + "INVALID_VERIFICATION_METHOD_URL",
    "key.did-document-invalid": _SECURITY + "INVALID_CONTROLLER_DOCUMENT_ID",
    "dates.expired": _DATA_MODEL + "RANGE_ERROR",
    "dates.not-yet": _DATA_MODEL + "RANGE_ERROR",
    "dates.impossible": _DATA_MODEL + "RANGE_ERROR",
    "status.unknown": _STATUS + "STATUS_RETRIEVAL_ERROR",
    "status.unreachable": _STATUS + "STATUS_RETRIEVAL_ERROR",
    "status.list-invalid": _STATUS + "STATUS_VERIFICATION_ERROR",
    "status.list-short": _STATUS + "STATUS_LIST_LENGTH_ERROR",
}
BY_CHALLENGE = {
    "challenge": _SECURITY + "INVALID_CHALLENGE_ERROR",
    "domain": _SECURITY + "INVALID_DOMAIN_ERROR",
}
TOLD = frozenset({Outcome.FAILED, Outcome.NOT_CHECKED, Outcome.WARNING})


def problems_of(finding: Finding) -> tuple[Mapping[str, str], ...]:
    """The problem that a finding stands for; none when the check passed or was not due."""
    if finding.outcome not in TOLD:
        return ()
    kind = KINDS.get(finding.code, finding.code)
    if finding.code == "proof.challenge-mismatch":
        kind = BY_CHALLENGE.get(str(finding.facts.get("why")), kind)
    problem = {"type": kind, "title": finding.code}
    if why := finding.facts.get("why"):
        problem["detail"] = str(why)
    if path := finding.facts.get("path"):
        problem["instance"] = str(path)
    return (problem,)
