"""A holding as the record that rests in the vault, and back; and what a verdict changes in it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from trust_registry.catalogue import Catalogue
from verifier.verdict import Finding, Level, Outcome, Reason, Recogniser, Verdict
from wallet.holding import Arrival, Checked, Holding, Summary
from wallet.vault import Kept
from wallet.vault.port import Record
from wallet.weighing import Counts, is_proven

STOPPED = frozenset({"withdrawn", "on-hold"})
"""Notices that are over once a badge counts again."""
MAX_NAME = 255
"""No file system gives longer names."""


def summary_of(verdict: Verdict) -> Summary | None:
    """What a badge says of itself; ``None`` when nothing in it may be shown as true."""
    credential = verdict.credential
    if credential is None or verdict.level is Level.REFUSED:
        return None
    achievement = credential.subject.achievement
    return Summary(
        title=(achievement.name if achievement else None) or credential.name,
        issuer_id=credential.issuer.id,
        issuer_name=credential.issuer.name,
        achievement_id=achievement.id if achievement else None,
        credential_id=credential.id,
        open_badges=credential.open_badges,
        awarded=credential.awarded,
        valid_from=credential.valid_from,
        valid_until=credential.valid_until,
    )


def checked_of(verdict: Verdict, *, now: datetime) -> Checked:
    """What is remembered of a verdict."""
    return Checked(
        level=verdict.level,
        reasons=verdict.reasons,
        checked_at=now,
        findings=verdict.findings,
        issuer_name=verdict.issuer_name,
        recognised_by=verdict.recognised_by,
    )


def newly(arrival: Arrival, *, holding_id: str) -> Holding:
    """A holding after its first verification."""
    checked = checked_of(arrival.verdict, now=arrival.now)
    counts = checked.weighed.counts is Counts.YES
    return Holding(
        id=holding_id,
        content=arrival.content,
        name=arrival.name[-MAX_NAME:],
        container=arrival.container,
        part=arrival.part,
        received_at=arrival.now,
        seen_at=None,
        removed_at=None,
        recipients=arrival.recipients,
        summary=summary_of(arrival.verdict),
        checked=checked,
        earned_at=arrival.now if counts else None,
        tried_at=None,
        accepted=checked.level is not Level.REFUSED,
        proven=is_proven(checked.level, checked.reasons),
        badge_id=None,
    )


def after(holding: Holding, verdict: Verdict, *, now: datetime) -> Holding:
    """
    A holding after one more verification.

    One that could not look leaves bad news as they are, and does not take away what
    was earned; any other replaces what was known.
    """
    checked = checked_of(verdict, now=now)
    was, found = holding.checked.weighed, checked.weighed
    unsure = found.counts is Counts.UNSURE
    if unsure and was.counts is Counts.NO and was.reason is not Reason.NOT_YET_VALID:
        return replace(holding, tried_at=now)
    earned = {Counts.YES: now, Counts.UNSURE: holding.earned_at, Counts.NO: None}
    refused = checked.level is Level.REFUSED
    return replace(
        holding,
        checked=checked,
        # Of a badge that is refused now, what it said when it was not tells which one it is.
        summary=summary_of(verdict) or holding.summary,
        earned_at=earned[found.counts],
        tried_at=None,
        # What came back may be taken away again, and is then told again.
        acknowledged=holding.acknowledged - STOPPED
        if found.counts is Counts.YES
        else holding.acknowledged,
        accepted=holding.accepted or not refused,
        proven=is_proven(checked.level, checked.reasons) or (unsure and holding.proven),
    )


def to_kept(holding: Holding) -> Kept:
    """The row of a holding."""
    return Kept(
        id=holding.id,
        content=holding.content,
        received_at=holding.received_at,
        seen_at=holding.seen_at,
        removed_at=holding.removed_at,
        record={
            "name": holding.name,
            "container": holding.container,
            "part": holding.part,
            "recipients": list(holding.recipients),
            "summary": _summary_record(holding.summary),
            "checked": _checked_record(holding.checked),
            "earned_at": _text(holding.earned_at),
            "tried_at": _text(holding.tried_at),
            "accepted": holding.accepted,
            "proven": holding.proven,
            "claimed": holding.claimed,
            "acknowledged": sorted(holding.acknowledged),
        },
    )


def from_kept(kept: Kept, catalogue: Catalogue) -> Holding:
    """The holding of a row; which badge it is depends on the catalogue of the day."""
    record = kept.record
    summary = _summary(record["summary"])
    entry = catalogue.find(summary.issuer_id, summary.achievement_id) if summary else None
    return Holding(
        id=kept.id,
        content=kept.content,
        name=record["name"],
        container=record["container"],
        part=record["part"],
        received_at=kept.received_at,
        seen_at=kept.seen_at,
        removed_at=kept.removed_at,
        recipients=tuple(record["recipients"]),
        summary=summary,
        checked=_checked(record["checked"]),
        earned_at=_instant(record["earned_at"]),
        tried_at=_instant(record["tried_at"]),
        accepted=record["accepted"],
        proven=record["proven"],
        badge_id=entry.id if entry else None,
        # Earlier versions of the program did not ask.
        claimed=record.get("claimed"),
        acknowledged=frozenset(record.get("acknowledged") or ()),
    )


def _summary_record(summary: Summary | None) -> Record | None:
    if summary is None:
        return None
    return {
        "title": summary.title,
        "issuer_id": summary.issuer_id,
        "issuer_name": summary.issuer_name,
        "achievement_id": summary.achievement_id,
        "credential_id": summary.credential_id,
        "open_badges": summary.open_badges,
        "awarded": _text(summary.awarded),
        "valid_from": _text(summary.valid_from),
        "valid_until": _text(summary.valid_until),
    }


def _summary(record: Record | None) -> Summary | None:
    if record is None:
        return None
    dates = {name: _instant(record[name]) for name in ("awarded", "valid_from", "valid_until")}
    return Summary(**{**record, **dates})


def _checked_record(checked: Checked) -> Record:
    return {
        "level": checked.level.value,
        "reasons": [reason.value for reason in checked.reasons],
        "checked_at": _text(checked.checked_at),
        "findings": [_finding_record(finding) for finding in checked.findings],
        "issuer_name": checked.issuer_name,
        "recognised_by": [
            {"id": one.id, "name": one.name, "kind": one.kind} for one in checked.recognised_by
        ],
    }


def _checked(record: Record) -> Checked:
    return Checked(
        level=Level(record["level"]),
        reasons=_reasons(record["reasons"]),
        checked_at=datetime.fromisoformat(record["checked_at"]),
        findings=tuple(_finding(finding) for finding in record["findings"]),
        issuer_name=record["issuer_name"],
        recognised_by=tuple(Recogniser(**one) for one in record["recognised_by"]),
    )


def _finding_record(finding: Finding) -> Record:
    return {
        "check": finding.check,
        "code": finding.code,
        "outcome": finding.outcome.value,
        "facts": dict(finding.facts),
        "problems": [dict(problem) for problem in finding.problems],
        "reasons": [reason.value for reason in finding.reasons],
    }


def _finding(record: Mapping[str, Any]) -> Finding:
    return Finding(
        check=record["check"],
        code=record["code"],
        outcome=Outcome(record["outcome"]),
        facts=record["facts"],
        problems=tuple(record["problems"]),
        reasons=_reasons(record["reasons"]),
    )


def _reasons(values: list[str]) -> tuple[Reason, ...]:
    return tuple(Reason(value) for value in values)


def _text(instant: datetime | None) -> str | None:
    return None if instant is None else instant.isoformat()


def _instant(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
