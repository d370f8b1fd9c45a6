"""
Could this organisation award this badge that day, with this key?

Identifiers are compared letter by letter: strangers share hosts with partners, and a
comparison that forgives a letter can be forged.  ``no`` needs a positive contradiction;
what the list does not name is ``unknown``.

Source: design TRUST-REGISTRY §2 (R1 to R5) and §3.6.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from shared.errors import Fact
from shared.times import instant_text
from trust_registry.entries import EndReason
from trust_registry.index.answers import Answer, Membership, Partner
from trust_registry.index.tables import EVERY_BADGE, moment_of, ticks
from trust_registry.model import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked about one badge."""

    badge: str | None
    """Its identifier in the catalogue; ``None``: no badge of the network."""
    key_id: str | None
    """The DID URL of the key that signed; ``None``: none is named."""
    on: datetime
    """When it was awarded."""
    signed_at: datetime
    now: datetime


@dataclass(frozen=True, slots=True)
class Period:
    """One line of the tables: a badge or a star, from when to when, and why it ended."""

    badge: str
    since: int
    until: int | None
    role: str = ""
    reason: str | None = None

    def covers(self, badge: str | None) -> bool:
        """Whether it speaks of a badge."""
        return self.badge in (EVERY_BADGE, badge)

    def in_force(self, at: int) -> bool:
        """Whether it holds at an instant."""
        return self.since <= at and (self.until is None or at < self.until)


def judge(
    partner: Partner,
    question: Question,
    *,
    granted: Sequence[Period],
    keys: Mapping[str, Sequence[Period]],
) -> Membership:
    """
    Answer for a partner that the list names.

    Args:
        partner: the partner whose identifier the issuer has.
        question: what is asked.
        granted: its rights, of every role.
        keys: the lines of each key that it lists under this identifier; empty: it lists
            none there, and its keys are looked up by the method of the identifier.
    """
    refused = _right(question, [one for one in granted if one.role == Role.ISSUER])
    if refused is None and keys:
        refused = _key(question, keys)
    if refused is not None:
        answer, code, period = refused
        return Membership(
            answer=answer, code=code, partner=partner, facts=_facts(partner, question, period)
        )
    at = ticks(question.now)
    stays = any(one.in_force(at) or one.since > at for one in granted)
    return Membership(
        answer=Answer.YES if stays else Answer.PAST,
        code="registry.member" if stays else "registry.past-member",
        partner=partner,
        facts=_facts(partner, question, None),
    )


_Refused = tuple[Answer, str, Period | None]


def _right(question: Question, issuing: Sequence[Period]) -> _Refused | None:
    """What the hub granted, that day."""
    if not issuing:
        return Answer.NO, "registry.recogniser-only", None
    day = ticks(question.on)
    that_day = [one for one in issuing if one.in_force(day)]
    if not that_day:
        return Answer.NO, "registry.not-member-then", issuing[-1]
    if not any(one.covers(question.badge) for one in that_day):
        return Answer.NO, "registry.not-for-this-badge", None
    return None


def _key(question: Question, keys: Mapping[str, Sequence[Period]]) -> _Refused | None:
    """
    What the partner says of the key.

    A stolen key proves nothing whatever date its thief writes.  A key that was replaced
    stays good for what it signed before.
    """
    if question.key_id is None:
        return Answer.UNSURE, "registry.key-not-awarding", None
    lines = keys.get(question.key_id, ())
    stolen = [one for one in lines if one.reason == EndReason.COMPROMISED]
    if stolen:
        return Answer.NO, "registry.key-stolen", stolen[0]
    at = ticks(question.signed_at)
    if any(one.covers(question.badge) and one.in_force(at) for one in lines):
        return None
    return Answer.NO, "registry.key-not-awarding", lines[-1] if lines else None


def _facts(partner: Partner, question: Question, period: Period | None) -> dict[str, Fact]:
    facts: dict[str, Fact] = {"partner": partner.name}
    if question.badge is not None:
        facts["badge"] = question.badge
    since = moment_of(period.since) if period else partner.since
    until = moment_of(period.until) if period else partner.until
    if since is not None:
        facts["from"] = instant_text(since)
    if until is not None:
        facts["until"] = instant_text(until)
    return facts
