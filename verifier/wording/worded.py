"""The shapes of a report in words: everything is text, ready to show as plain text."""

from dataclasses import dataclass
from enum import StrEnum

from verifier.verdict import Level, Outcome


class Tone(StrEnum):
    """What a sign means; each tone has its own shape, so that colour is never needed."""

    OK = "ok"
    CARE = "care"
    UNKNOWN = "unknown"
    STOP = "stop"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A value and what it is."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLine:
    """One check: what was found, what it means, and the word of its outcome."""

    check: str
    code: str
    outcome: Outcome
    tone: Tone
    title: str
    help: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WordedBadge:
    """What may be shown of the badge itself; all of it is somebody else's text."""

    name: str
    opening: str
    """What comes before the list: that it recognises, or that it did."""
    can_do: tuple[str, ...]
    """What the person can do, from the network's catalogue; empty: not one of its badges."""
    about: str
    """What the badge says of itself, when the catalogue does not know it."""
    facts: tuple[Labelled, ...]
    to_write: str
    """What to write by hand on a printed answer: the name that was asked about, never kept."""
    criteria: tuple[str, ...]
    evidence: tuple[str, ...]
    picture: str | None
    """Identifier of the badge in the catalogue, whose picture is ours to show."""
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WordedSupport:
    """One of the words of support: who signed it, and what they say."""

    name: str
    label: str
    """Kind of partner; or that the network does not know the name."""
    comment: str
    """Their words; empty without any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPicture:
    """A picture drawn again by this program, and whose it is."""

    label: str
    address: str
    """A ``data:`` address of a PNG: nothing is kept to be asked for later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordedReport:
    """The whole answer, in the order in which it is read."""

    level: Level
    lang: str
    tone: Tone
    icon: str | None
    """Name of a pictogram beside the word: ``net``, ``person``, ``date``."""
    word: str
    title: str
    lead: str
    also: tuple[str, ...]
    """What else stands in the way, one sentence each."""
    when: str
    next_steps: tuple[str, ...]
    """What to do now; empty when the badge is valid."""
    contact: Labelled | None
    """Whom to ask and the address it gave the registry; ``None``: unknown, or of no use here."""
    note: str
    """A word about the person, so that nobody is blamed; empty without any."""
    can_retry: bool
    """Whether asking again later may give another answer."""
    can_rename: bool
    """Whether asking again with another name may give another answer."""
    checks: tuple[CheckLine, ...]
    """What a person asks about, what is missing first."""
    more_checks: tuple[CheckLine, ...]
    badge: WordedBadge | None
    """``None``: nothing of the badge may be shown."""
    recognised: str
    """The sentence about who recognises the badge; empty when nothing may be shown."""
    recognisers: tuple[Labelled, ...]
    """Name as ``value``, kind of partner as ``label``."""
    specialist: tuple[Labelled, ...]
    sound: str = ""
    """What was verified and is well, in one sentence, when the answer is about something else."""
    alike: tuple[Labelled, ...] = ()
    """The name in the badge and the partner's that it is close to."""
    support: tuple[WordedSupport, ...] = ()
    """The words of support that are signed by the one who speaks."""
    pictures: tuple[ShownPicture, ...] = ()
    """What was received and the issuer's, when they are not the same picture."""
    networks: tuple[Labelled, ...] = ()
    """What each network says of the issuer, its name as ``label``; empty: only one was asked."""
    parts: tuple["WordedReport", ...] = ()
