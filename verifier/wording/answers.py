"""Which of the answers a verdict gets: a table, read from the top."""

from dataclasses import dataclass

from verifier.verdict import Level, Reason, Verdict
from verifier.wording.worded import Tone

VOUCHED = frozenset({"registry.member", "registry.past-member"})
"""How ``issuer.registry`` ends when the network stands behind the issuer."""


CALLING = frozenset({Level.AUTHENTIC, Level.UNDETERMINED, Level.NOT_VALID_NOW})
NAMING = frozenset({Reason.OTHER_PERSON, Reason.RECIPIENT_NOT_CHECKED})
"""Reasons that another name, or the same one spelt right, may take away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer: its words (``answer.<code>``), its sign, and what it is about."""

    level: Level
    reason: Reason | None = None
    """The reason it speaks of; ``None``: whatever is left at that level."""
    code: str
    tone: Tone
    icon: str | None = None
    tells_why: bool = False
    """Whether the finding's own explanation follows the sentence."""
    can_retry: bool = False

    @property
    def calls(self) -> bool:
        """Whether its advice leads to the issuer, so that its address helps."""
        return self.level in CALLING and self.reason is not Reason.NOT_YET_VALID

    @property
    def can_rename(self) -> bool:
        """Whether the badge can be asked about again, with another name."""
        return self.level is Level.NOT_THEIRS or self.reason in NAMING

    @property
    def is_about_silence(self) -> bool:
        """Whether what was not told comes first, and what we do not know for it after."""
        return self.tells_why and self.level is Level.UNDETERMINED


def _at(level: Level, tone: Tone, icon: str | None, *reasons: Reason) -> tuple[Answer, ...]:
    return tuple(
        Answer(level=level, reason=reason, code=_code(reason), tone=tone, icon=icon)
        for reason in reasons
    )


def _code(reason: Reason) -> str:
    return f"answer.{reason.lower().replace('_', '-')}"


def _missing(reason: Reason) -> Answer:
    """An answer about something that a host or a list did not tell, today."""
    return Answer(
        level=Level.UNDETERMINED,
        reason=reason,
        code=_code(reason),
        tone=Tone.UNKNOWN,
        tells_why=True,
        can_retry=True,
    )


ANSWERS: tuple[Answer, ...] = (
    *_at(
        Level.REFUSED,
        Tone.STOP,
        None,
        Reason.TAMPERED,
        Reason.KEY_NOT_ISSUERS,
        Reason.UNCOVERED_TEXT,
        Reason.HOSTED_DIFFERS,
        Reason.PROOF_MISUSED,
    ),
    Answer(level=Level.REFUSED, code="answer.refused", tone=Tone.STOP),
    Answer(
        level=Level.NOT_VALID_NOW,
        reason=Reason.REVOKED,
        code="answer.revoked",
        tone=Tone.STOP,
        tells_why=True,
    ),
    *_at(Level.NOT_VALID_NOW, Tone.STOP, None, Reason.SUSPENDED),
    *_at(Level.NOT_VALID_NOW, Tone.CARE, "date", Reason.EXPIRED, Reason.NOT_YET_VALID),
    Answer(level=Level.NOT_VALID_NOW, code="answer.not-valid-now", tone=Tone.CARE),
    Answer(
        level=Level.NOT_THEIRS,
        reason=Reason.OTHER_PERSON,
        code="answer.other-person",
        tone=Tone.CARE,
        icon="person",
    ),
    Answer(level=Level.NOT_THEIRS, code="answer.other-person", tone=Tone.CARE, icon="person"),
    *_at(Level.UNDETERMINED, Tone.UNKNOWN, None, Reason.NO_PROOF, Reason.ISSUER_UNPROVEN),
    _missing(Reason.PROOF_NOT_CHECKED),
    _missing(Reason.KEY_NOT_CHECKED),
    _missing(Reason.HOSTED_NOT_CHECKED),
    *_at(
        Level.UNDETERMINED,
        Tone.UNKNOWN,
        None,
        Reason.COVERAGE_NOT_CHECKED,
        Reason.RIVAL_NOT_CHECKED,
    ),
    _missing(Reason.STATUS_NOT_CHECKED),
    _missing(Reason.REGISTRY_NOT_CHECKED),
    *_at(Level.UNDETERMINED, Tone.UNKNOWN, "person", Reason.RECIPIENT_NOT_CHECKED),
    Answer(level=Level.UNDETERMINED, code="answer.undetermined", tone=Tone.UNKNOWN, can_retry=True),
    *_at(
        Level.AUTHENTIC,
        Tone.CARE,
        "net",
        Reason.NOT_A_BADGE,
    ),
    *_at(Level.AUTHENTIC, Tone.CARE, None, Reason.LOOK_ALIKE),
    *_at(
        Level.AUTHENTIC,
        Tone.CARE,
        "net",
        Reason.NOT_FOR_THIS_BADGE,
        Reason.KEY_NOT_AWARDING,
        Reason.NOT_MEMBER_THEN,
        Reason.NOT_IN_REGISTRY,
        Reason.LIST_BY_ANOTHER,
        Reason.NO_REGISTRY,
    ),
    Answer(level=Level.AUTHENTIC, code="answer.not-in-registry", tone=Tone.CARE, icon="net"),
    Answer(level=Level.TRUSTED, code="answer.trusted", tone=Tone.OK),
)

NO_BADGE = Answer(level=Level.UNREADABLE, code="answer.no-badge", tone=Tone.NEUTRAL)
UNREADABLE = Answer(level=Level.UNREADABLE, code="answer.unreadable", tone=Tone.NEUTRAL)


def answer_for(verdict: Verdict) -> Answer:
    """Give the first answer of the table that fits; not for UNREADABLE, which has no table."""
    return next(
        answer
        for answer in ANSWERS
        if answer.level is verdict.level
        and (answer.reason is None or answer.reason in verdict.reasons)
    )


def is_vouched_for(verdict: Verdict) -> bool:
    """Whether the network stood behind this issuer, for this badge, on that day."""
    return any(finding.code in VOUCHED for finding in verdict.findings)
