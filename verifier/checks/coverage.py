"""Is everything that one can read in the badge covered by its signature?"""

from collections.abc import Mapping

from shared.errors import CanonicalizationRefused, ContextUnknown, Fact, UncoveredText
from shared.proofs import data_integrity
from verifier.examination import Examination
from verifier.verdict import Finding, Outcome, Reason

CHECK = "integrity.coverage"


def check_coverage(examination: Examination) -> Finding:
    """
    Only linked data can lose text on its way into a signature.

    A token, a hosted page and the JCS suites cover every byte; of the others a proof that
    holds was made over the whole text, or its verification would have said so.
    """
    claimed = examination.claimed
    if not claimed.proofs or claimed.jws is not None:
        if claimed.jws is None and claimed.hosted_at is None:
            return Finding(check=CHECK, code="proof.none", outcome=Outcome.NOT_CHECKED)
        return Finding(check=CHECK, code="coverage.not-needed", outcome=Outcome.NOT_APPLICABLE)
    kinds = [data_integrity.SUITES.get(data_integrity.suite_name(p)) for p in claimed.proofs]
    if all(kind is not None and not kind.uses_json_ld for kind in kinds):
        return Finding(check=CHECK, code="coverage.not-needed", outcome=Outcome.NOT_APPLICABLE)
    if all(result.outcome is Outcome.PASSED for result in examination.proofs):
        return Finding(check=CHECK, code="coverage.full", outcome=Outcome.PASSED)
    return _of_linked_data(claimed.document)


def _of_linked_data(document: Mapping[str, object]) -> Finding:
    from shared.canonical.jsonld import canonical_forms

    unsecured = {name: value for name, value in document.items() if name != "proof"}
    try:
        next(canonical_forms((unsecured,)))
    except UncoveredText as error:
        return _missing("coverage.uncovered", Outcome.FAILED, Reason.UNCOVERED_TEXT, error.facts)
    except ContextUnknown as error:
        return _missing(
            "coverage.context-unknown",
            Outcome.NOT_CHECKED,
            Reason.COVERAGE_NOT_CHECKED,
            error.facts,
        )
    except CanonicalizationRefused as error:
        return _missing(
            "proof.too-complex", Outcome.NOT_CHECKED, Reason.COVERAGE_NOT_CHECKED, error.facts
        )
    return Finding(check=CHECK, code="coverage.full", outcome=Outcome.PASSED)


def _missing(code: str, outcome: Outcome, reason: Reason, facts: Mapping[str, Fact]) -> Finding:
    return Finding(check=CHECK, code=code, outcome=outcome, facts=facts, reasons=(reason,))
