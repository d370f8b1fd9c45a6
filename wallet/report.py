"""What programs are told about badges and pathways: plain values, no words of any language."""

from datetime import datetime
from typing import Any

from shared.errors import BadgeError
from shared.times import instant_text
from verifier.verdict import Level
from wallet.awarding.award import Awarded
from wallet.awarding.pausing import is_paused
from wallet.awarding.withdrawal import is_published, is_withdrawn, number
from wallet.backing_up import Compared, Restored
from wallet.belonging import is_asked
from wallet.holding import Holding
from wallet.importing import ImportAnswer, ImportOutcome
from wallet.notices import Notice
from wallet.pathways import PathwayProgress
from wallet.rechecking import Rechecked
from wallet.vault import AwardLine

Json = dict[str, Any]


def of_import(answer: ImportAnswer, *, input_name: str) -> Json:
    """What became of one file."""
    error = answer.error
    return {
        "input": input_name,
        "outcome": answer.outcome.value,
        "level": answer.level.value,
        "reasons": [reason.value for reason in answer.reasons],
        "id": answer.holding.id if answer.holding else None,
        "badge": answer.holding.badge_id if answer.holding else None,
        "asks": "mine" if answer.holding is not None and is_asked(answer.holding) else None,
        "error": None if error is None else {"code": error.code, "facts": error.facts},
        "parts": [of_import(part, input_name=input_name) for part in answer.parts],
    }


def of_unread(error: BadgeError, *, input_name: str) -> Json:
    """A file that could not even be read."""
    return {
        "input": input_name,
        "outcome": ImportOutcome.UNREADABLE.value,
        "level": Level.UNREADABLE.value,
        "reasons": [],
        "id": None,
        "badge": None,
        "asks": None,
        "error": {"code": error.code, "facts": error.facts},
        "parts": [],
    }


def of_holding(holding: Holding) -> Json:
    """One badge, as lists show it."""
    summary = holding.summary
    return {
        "id": holding.id,
        "title": holding.title,
        "level": holding.level.value,
        "reasons": [reason.value for reason in holding.reasons],
        "counts": holding.counts,
        "recheck": holding.to_recheck,
        "checked_at": instant_text(holding.checked_at),
        "received_at": instant_text(holding.received_at),
        "awarded": _text(summary.awarded if summary else None),
        "until": _text(summary.valid_until if summary else None),
        "issuer": {"id": holding.issuer_id, "name": holding.checked.issuer_name},
        "achievement": holding.achievement_id,
        "badge": holding.badge_id,
        "recognised_by": [
            {"id": one.id, "name": one.name, "kind": one.kind}
            for one in holding.checked.recognised_by
        ],
        "seen": holding.seen_at is not None,
        "claimed": holding.claimed,
        "file": holding.name,
    }


def of_details(holding: Holding, history: tuple[Holding, ...]) -> Json:
    """One badge, with each check and its earlier versions."""
    return {
        **of_holding(holding),
        "checks": [
            {
                "id": finding.check,
                "outcome": finding.outcome.value,
                "code": finding.code,
                "facts": dict(finding.facts),
                "problems": [dict(problem) for problem in finding.problems],
            }
            for finding in holding.checked.findings
        ],
        "history": [of_holding(version) for version in history],
    }


def of_notice(notice: Notice) -> Json:
    """One notice about a badge."""
    return {
        "id": notice.holding.id,
        "title": notice.holding.title,
        "badge": notice.holding.badge_id,
        "notice": notice.about.value,
        "day": _text(notice.day),
        "reason": notice.reason,
        "contact": notice.contact,
        "issuer": {"id": notice.holding.issuer_id, "name": notice.holding.checked.issuer_name},
    }


def of_pathway(progress: PathwayProgress) -> Json:
    """One pathway."""
    return {
        "pathway": progress.pathway.id,
        "rule": progress.pathway.rule.value,
        "needed": progress.pathway.needed,
        "complete": progress.complete,
        "done": list(progress.done),
        "next": progress.next,
        "recheck": list(progress.recheck),
        "expired": list(progress.expired),
        "missing": list(progress.missing),
        "not_counted": [
            {"badge": badge_id, "reason": None if reason is None else reason.value}
            for badge_id, reason in progress.not_counted
        ],
    }


def of_recheck(rechecked: Rechecked) -> Json:
    """One badge that was verified again."""
    return {
        **of_holding(rechecked.after),
        "changed": rechecked.changed,
        "before": {
            "level": rechecked.before.level.value,
            "reasons": [reason.value for reason in rechecked.before.reasons],
        },
    }


def of_award(awarded: Awarded, *, files: dict[str, str]) -> Json:
    """A badge that was just awarded; ``files`` are where they were put, by kind."""
    partner = awarded.right.partner
    return {
        **of_award_line(awarded.line),
        "level": Level.TRUSTED.value,
        "issuer": {"id": partner.id, "name": partner.name},
        "files": files,
    }


def of_award_line(line: AwardLine) -> Json:
    """What a space remembers of a badge that it awarded; nothing about the person."""
    return {
        "award": number(line),
        "credential": line.credential_id,
        "badge": line.record["badge"],
        "issuer": {"id": line.record["issuer"], "name": None},
        "awarded_at": instant_text(line.awarded_at),
        "status": {"list": line.list_url, "index": line.index},
        "state": state_of_award(line),
        "withdrawn_at": line.record.get("withdrawn_at"),
        "reason": line.record.get("reason") or None,
    }


def state_of_award(line: AwardLine) -> str:
    """``awarded``, ``on-hold``, ``withdrawn``; ``to-publish``: withdrawn only in this space."""
    if not is_withdrawn(line):
        return "on-hold" if is_paused(line) else "awarded"
    return "withdrawn" if is_published(line) else "to-publish"


def of_restored(restored: Restored) -> Json:
    """What a copy brought."""
    return {
        "added": restored.added,
        "already": restored.already,
        "awards": restored.awards,
        "same_key": restored.same_key,
        "made_at": instant_text(restored.made_at),
    }


def of_compared(compared: Compared) -> Json:
    """A copy beside the space that it should be of."""
    return {
        "whole": compared.is_whole,
        "badges": compared.badges,
        "awards": compared.awards,
        "missing": list(compared.missing),
        "differing": list(compared.differing),
        "awards_missing": compared.awards_missing,
        "same_key": compared.same_key,
    }


def _text(instant: datetime | None) -> str | None:
    return None if instant is None else instant_text(instant)
