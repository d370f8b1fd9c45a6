"""
A file, a photo or a link becomes a badge that is held: one way in, for every screen.

An import is never stopped by a date that has passed, an unknown issuer or a missing
network: such a badge is held, with what is known of it.  A badge that is not
authentic is kept aside.  Only what is no badge is not kept; it stays where it was,
because nothing here moves or erases what was given.
"""

import hashlib
import json
from dataclasses import dataclass, replace
from enum import StrEnum

from shared import strict_json
from shared.errors import BadgeError
from shared.model import Credential, Token, TokenKind
from shared.parsing.shapes import clean
from verifier.circumstances import Circumstances
from verifier.verdict import Level, Reason, Verdict
from verifier.verify import Judgement, judge
from wallet.errors import NotABadge
from wallet.holding import Arrival, Holding
from wallet.holdings import Wallet
from wallet.records import MAX_NAME


class ImportOutcome(StrEnum):
    """What became of a file, or of one badge in it."""

    ADDED = "added"
    NEWER = "newer"
    """A later version of a badge that was held; the earlier one is its history."""
    ALREADY_HELD = "already-held"
    KEPT_ASIDE = "kept-aside"
    """Not authentic: kept, never counted."""
    UNREADABLE = "unreadable"
    """No badge in it; nothing was kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportAnswer:
    """What became of a file, or of one badge in it."""

    outcome: ImportOutcome
    level: Level
    reasons: tuple[Reason, ...]
    """Those of the verdict, then DUPLICATE or NEWER."""
    holding: Holding | None
    """The badge now held, or kept aside; for a file of several, the first one."""
    error: BadgeError | None
    """Why nothing could be read; ``None`` when a badge was."""
    judgement: Judgement
    """The verdict on the whole file, to be told in words."""
    parts: tuple["ImportAnswer", ...] = ()
    """One answer for each badge of a file that holds several."""


def import_badge(
    received: bytes, wallet: Wallet, circumstances: Circumstances, *, name: str
) -> ImportAnswer:
    """
    Read, verify and hold what was received.

    Args:
        received: the whole file, or the text of a link.
        circumstances: ``recipients`` says whose badge it is; it is asked again at each check.
        name: the file's name, to be shown; empty without one.

    Raises:
        VaultUnavailable: it could not be kept.
    """
    judgement = judge(received, circumstances)
    if not judgement.inside:
        asked = circumstances.recipients
        return _import_file(received, wallet, judgement, name=name, asked=asked)
    answers = [
        _import_file(
            piece.received,
            wallet,
            piece.judgement,
            name=" ".join(clean(piece.name, limit=MAX_NAME).split()) or name,
            asked=circumstances.recipients,
        )
        for piece in judgement.inside
    ]
    return _together(answers, judgement)


def _import_file(
    received: bytes, wallet: Wallet, judgement: Judgement, *, name: str, asked: tuple[str, ...]
) -> ImportAnswer:
    """Hold the badges of one file that is no collection of files."""
    verdict, token = judgement.verdict, judgement.token
    nothing = verdict.level is Level.UNREADABLE and not verdict.parts
    if nothing or token is None:
        return _unreadable(judgement, verdict, judgement.error)
    found = _arrivals(received, judgement, token, name=name, asked=asked)
    answers = [_hold(arrival, judgement, wallet) for arrival in found]
    if not answers:
        return _unreadable(judgement, verdict, NotABadge())
    damaged = any(part.level is Level.UNREADABLE for part in verdict.parts)
    return answers[0] if len(answers) == 1 and not damaged else _together(answers, judgement)


def _together(answers: list[ImportAnswer], judgement: Judgement) -> ImportAnswer:
    """One answer for a file of several badges: the best that became of one, the worst verdict."""
    best = min(answers, key=lambda answer: list(ImportOutcome).index(answer.outcome))
    verdict = judgement.verdict
    return replace(
        best,
        level=verdict.level,
        reasons=verdict.reasons,
        judgement=judgement,
        parts=tuple(part for answer in answers for part in answer.parts or (answer,)),
    )


def content_of(token: Token) -> str:
    """What is the same whatever a badge came in, as the hexadecimal SHA-256 of it."""
    if token.kind is not TokenKind.JSON:
        return _digest(token.kind, token.text.strip())
    return _digest(token.kind, _sorted(strict_json.loads(token.text)))


def _arrivals(
    received: bytes, judgement: Judgement, token: Token, *, name: str, asked: tuple[str, ...]
) -> list[Arrival]:
    """The badges of one file; what is no badge is left out."""
    whole = Arrival(
        received=received,
        name=name,
        container=judgement.container or token.container,
        content=content_of(token),
        part=None,
        recipients=asked,
        verdict=judgement.verdict,
        now=judgement.now,
    )
    parts = verdict_leaves(judgement.verdict)
    if parts == (judgement.verdict,):
        return [whole] if _may_be_badge(whole.verdict) else []
    return [
        replace(whole, content=_content_of_part(verdict, whole, place), part=place, verdict=verdict)
        for place, verdict in enumerate(parts)
        if _may_be_badge(verdict)
    ]


def verdict_leaves(verdict: Verdict) -> tuple[Verdict, ...]:
    """The verdicts on single badges that were read, in the order of ``holdings.leaves``."""
    if not verdict.parts:
        return (verdict,)
    read = [part for part in verdict.parts if part.parts or part.level is not Level.UNREADABLE]
    return tuple(leaf for part in read for leaf in verdict_leaves(part))


def _may_be_badge(verdict: Verdict) -> bool:
    """Whether it is a badge, or cannot be told yet (refused, or an address not answered)."""
    if verdict.level is Level.UNREADABLE:
        return False
    return verdict.credential is None or verdict.credential.is_badge


def _content_of_part(verdict: Verdict, whole: Arrival, place: int) -> str:
    """The same as if the part had come alone."""
    part: Credential | None = verdict.credential
    if part is None:
        return _digest(whole.content, str(place))
    if part.jws is not None:
        return _digest(TokenKind.JWS, part.jws)
    return _digest(TokenKind.JSON, _sorted(part.document))


def _hold(arrival: Arrival, judgement: Judgement, wallet: Wallet) -> ImportAnswer:
    holding, is_new = wallet.hold(arrival)
    current, has_others = wallet.versions(holding) if holding.accepted else (holding, False)
    reasons = arrival.verdict.reasons
    if not holding.accepted:
        outcome = ImportOutcome.KEPT_ASIDE
    elif not is_new or current.id != holding.id:
        outcome, reasons = ImportOutcome.ALREADY_HELD, (*reasons, Reason.DUPLICATE)
    elif has_others:
        outcome, reasons = ImportOutcome.NEWER, (*reasons, Reason.NEWER)
    else:
        outcome = ImportOutcome.ADDED
    return ImportAnswer(
        outcome=outcome,
        level=arrival.verdict.level,
        reasons=reasons,
        holding=current,
        error=None,
        judgement=judgement,
    )


def _unreadable(judgement: Judgement, verdict: Verdict, error: BadgeError | None) -> ImportAnswer:
    return ImportAnswer(
        outcome=ImportOutcome.UNREADABLE,
        level=verdict.level,
        reasons=verdict.reasons,
        holding=None,
        error=error,
        judgement=judgement,
    )


def _sorted(value: object) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _digest(kind: str, text: str) -> str:
    return hashlib.sha256(f"{kind}\n{text}".encode()).hexdigest()
