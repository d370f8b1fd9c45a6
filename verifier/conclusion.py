"""
From findings to a verdict: which level, for which reasons, and what may be shown.

The order of the questions is the order of the levels (``Level``): what refuses first,
what is missing before what is well.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from shared.errors import BadgeError, Fact
from shared.fetching import Fetch
from shared.model import Credential
from shared.parsing.shapes import clean
from verifier.checks import ADVISORY, CHECKS, OF_PRESENTATIONS, Check
from verifier.checks.check import as_told
from verifier.checks.picture import differing
from verifier.checks.registry import Standing, standing_of
from verifier.circumstances import Circumstances
from verifier.errors import RefreshNotTaken
from verifier.examination import Examination
from verifier.refreshing import newer_copy
from verifier.securing import ProofResult
from verifier.verdict import Finding, Form, Level, NetworkTold, Outcome, ProofTold, Reason, Verdict

LOG = logging.getLogger(__name__)
T = TypeVar("T")

REFUSING = frozenset({"integrity.format", "integrity.proof", "integrity.coverage", "issuer.key"})
"""When one of these fails, nothing read from the badge is shown as true."""
DATED = frozenset({"status.dates", "status.revocation"})
MUST_PASS = frozenset({"integrity.proof", "issuer.key"})
"""Without these nobody stands behind the badge; the others may be not due."""
NETWORK = "issuer.registry"
WORST_FIRST = tuple(Level)
MAX_METHOD = 300
"""Letters of the address of a key; real ones have some 120."""


def verdict_on(credential: Credential, circumstances: Circumstances, fetch: Fetch) -> Verdict:
    """Judge one credential, or its newer copy, and each one inside it."""
    examination = Examination(credential, circumstances, fetch)
    broken: Examination | BadgeError | None = BadgeError()
    newer = _beside("refresh", lambda: newer_copy(examination), broken)
    if isinstance(newer, Examination):
        # Before anything else is asked: one badge asks few questions.
        renewed = _of_one(newer)
        if renewed.level is not Level.REFUSED:
            return _noting(renewed, "format.refreshed", Outcome.PASSED)
        newer = RefreshNotTaken(why="proof")
    verdict = _of_one(examination)
    if newer is None:
        return verdict
    return _noting(verdict, "format.not-refreshed", Outcome.WARNING, why=newer.code)


def _of_one(examination: Examination) -> Verdict:
    shows = examination.is_presentation
    checks = OF_PRESENTATIONS if shows else CHECKS
    findings = tuple(check.run(examination) for check in checks)
    level = conclude(findings, checks)
    form = _form(examination)
    if level is Level.REFUSED:
        kept = tuple(finding for finding in findings if finding.check in REFUSING)
        failed = (one for one in kept if one.outcome is Outcome.FAILED)
        proofs = _proofs(examination, named=False)
        reasons = reasons_of(failed)
        return Verdict(level=level, findings=kept, reasons=reasons, form=form, proofs=proofs)
    claimed = examination.claimed
    parts = tuple(
        verdict_on(part, examination.circumstances, examination.inquiry) for part in claimed.parts
    )
    parts += tuple(unreadable(error) for error in claimed.unread)
    standing = _beside("standing", lambda: standing_of(examination), Standing())
    return with_parts(
        Verdict(
            level=level,
            findings=findings,
            reasons=reasons_of(findings),
            credential=examination.credential,
            recognised_by=standing.recognised_by,
            issuer_name=standing.issuer_name,
            support=_beside("support", lambda: examination.support, ()),
            pictures=_beside("pictures", lambda: differing(examination), None),
            form=form,
            proofs=_proofs(examination, named=True),
            networks=_networks(examination),
        ),
        parts,
    )


def _networks(examination: Examination) -> tuple[NetworkTold, ...]:
    if not examination.circumstances.networks:
        return ()
    from verifier.checks.networks import told_by_each

    return _beside("networks", lambda: told_by_each(examination), ())


def unreadable(error: BadgeError) -> Verdict:
    """The verdict on what no badge could be read out of."""
    read = Finding(
        check="integrity.format", code=error.code, outcome=Outcome.FAILED, facts=error.facts
    )
    return Verdict(level=Level.UNREADABLE, findings=(as_told(read),))


def _noting(verdict: Verdict, code: str, outcome: Outcome, **facts: Fact) -> Verdict:
    """The same verdict, saying what became of the newer copy; what is worse comes first."""
    note = as_told(Finding(check="integrity.format", code=code, outcome=outcome, facts=facts))
    findings = tuple(note if one.code == "format.read" else one for one in verdict.findings)
    return replace(verdict, findings=findings)


def conclude(findings: Sequence[Finding], checks: Sequence[Check] = CHECKS) -> Level:
    """
    The level of one credential, from the findings of its checks.

    A finding that is missing counts as not checked.
    """
    by_check = {finding.check: finding for finding in findings}
    required = [check.id for check in checks if check.id not in ADVISORY]
    failed = {name for name, one in by_check.items() if one.outcome is Outcome.FAILED}
    if failed & REFUSING:
        return Level.REFUSED
    if failed & DATED:
        return Level.NOT_VALID_NOW
    if "recipient.identity" in failed:
        return Level.NOT_THEIRS
    outcomes = {name: _outcome(by_check.get(name)) for name in required}
    if Outcome.NOT_CHECKED in outcomes.values() or failed - ADVISORY:
        return Level.UNDETERMINED
    if any(outcomes[name] is Outcome.NOT_APPLICABLE for name in MUST_PASS):
        return Level.UNDETERMINED
    decisive = [one for one in findings if one.check not in ADVISORY]
    if reasons_of(decisive) or outcomes.get(NETWORK, Outcome.PASSED) is not Outcome.PASSED:
        return Level.AUTHENTIC
    return Level.TRUSTED


def with_parts(whole: Verdict, parts: tuple[Verdict, ...]) -> Verdict:
    """The verdict on what holds several badges: the worst of its own and theirs."""
    counted = counting(parts)
    worst = min([whole, *counted], key=lambda one: WORST_FIRST.index(one.level))
    reasons = [*whole.reasons]
    reasons += [r for part in counted if part.level is worst.level for r in part.reasons]
    return replace(whole, level=worst.level, reasons=tuple(dict.fromkeys(reasons)), parts=parts)


def counting(parts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """The parts that decide; what is no badge is listed, unless nothing else is there."""
    badges = tuple(part for part in parts if not is_other(part))
    return badges or parts


def is_other(part: Verdict) -> bool:
    """Whether a part is something else than a badge: a picture, a letter, a diploma."""
    if Reason.NOT_A_BADGE in part.reasons:
        return True
    return part.level is Level.UNREADABLE and any(f.code in HOLDS_NO_BADGE for f in part.findings)


HOLDS_NO_BADGE = frozenset(
    {
        "parse.not-a-credential",
        "read.empty",
        "read.image-kind",
        "read.no-badge",
        "read.no-badge-in-pdf",
        "read.packed-files",
        "read.qr-other",
        "read.unknown-kind",
        "read.web-page",
    }
)
"""Errors that mean: this is something else; the others mean: this is a damaged badge."""


def reasons_of(findings: Iterable[Finding]) -> tuple[Reason, ...]:
    """Every reason once, in the order of the checks."""
    return tuple(dict.fromkeys(reason for one in findings for reason in one.reasons))


def _beside(what: str, ask: Callable[[], T], otherwise: T) -> T:
    """What stands beside the findings; when it breaks down, nothing is claimed."""
    try:
        return ask()
    except Exception as error:  # noqa: BLE001 - the answer goes on without it
        LOG.error("%s: %s", what, type(error).__name__)  # noqa: TRY400 - a name may be in it
        return otherwise


def _outcome(finding: Finding | None) -> Outcome:
    return Outcome.NOT_CHECKED if finding is None else finding.outcome


def _proofs(examination: Examination, *, named: bool) -> tuple[ProofTold, ...]:
    """How each proof ended; ``named``: the keys they name may be told."""
    nothing: tuple[ProofResult, ...] = ()
    return tuple(
        ProofTold(
            suite=clean(one.kind, limit=80),
            outcome=one.outcome,
            code=one.code,
            facts=one.facts,
            method=clean(one.named.method, limit=MAX_METHOD) if named and one.named else None,
            bond=one.bond,
        )
        for one in _beside("proofs", lambda: examination.proofs, nothing)
    )


def _form(examination: Examination) -> Form:
    claimed = examination.claimed
    kinds = [clean(str(p.get("cryptosuite") or p.get("type")), limit=80) for p in claimed.proofs]
    if claimed.hosted_at is not None:
        kinds = ["hosted"]
    elif claimed.jws is not None:
        kinds = ["jwt"]
    return Form(open_badges=claimed.open_badges, data_model=claimed.data_model, proofs=tuple(kinds))
