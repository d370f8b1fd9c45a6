"""
The checks, in the order in which a person would ask.

Each is one question with every ending named.  A check that itself breaks down is one
that was not made: never good news, and never the end of the others.
"""

from verifier.checks.check import Check
from verifier.checks.content import check_endorsements, check_evidence, check_schema
from verifier.checks.coverage import check_coverage
from verifier.checks.dates import check_dates
from verifier.checks.form import check_form
from verifier.checks.key import check_key
from verifier.checks.picture import check_picture
from verifier.checks.proof import check_proof
from verifier.checks.recipient import check_holder, check_recipient
from verifier.checks.registry import check_registry
from verifier.checks.revocation import check_revocation
from verifier.verdict import Reason

__all__ = ["ADVISORY", "CHECKS", "OF_PRESENTATIONS", "Check"]

_FORM = Check(id="integrity.format", ask=check_form, unlooked=Reason.PROOF_NOT_CHECKED)
_PROOF = Check(id="integrity.proof", ask=check_proof, unlooked=Reason.PROOF_NOT_CHECKED)
_COVERAGE = Check(id="integrity.coverage", ask=check_coverage, unlooked=Reason.COVERAGE_NOT_CHECKED)
_KEY = Check(id="issuer.key", ask=check_key, unlooked=Reason.KEY_NOT_CHECKED)

CHECKS = (
    _FORM,
    _PROOF,
    _COVERAGE,
    _KEY,
    Check(id="status.dates", ask=check_dates, unlooked=Reason.STATUS_NOT_CHECKED),
    Check(id="status.revocation", ask=check_revocation, unlooked=Reason.STATUS_NOT_CHECKED),
    Check(id="issuer.registry", ask=check_registry, unlooked=Reason.REGISTRY_NOT_CHECKED),
    Check(id="recipient.identity", ask=check_recipient, unlooked=Reason.RECIPIENT_NOT_CHECKED),
    Check(id="integrity.picture", ask=check_picture),
    Check(id="content.schema", ask=check_schema),
    Check(id="content.evidence", ask=check_evidence),
    Check(id="content.endorsements", ask=check_endorsements),
)
"""What is asked of a badge, or of any credential."""

OF_PRESENTATIONS = (
    _FORM,
    _PROOF,
    _COVERAGE,
    _KEY,
    Check(id="recipient.identity", ask=check_holder, unlooked=Reason.RECIPIENT_NOT_CHECKED),
)
"""What is asked of a presentation itself; the badges inside are asked the rest."""

ADVISORY = frozenset(check.id for check in CHECKS if check.unlooked is None)
"""The checks that inform and never decide."""
