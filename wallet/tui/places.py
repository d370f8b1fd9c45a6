"""Where a person can be in the wallet, and what can be done there."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from shared.errors import Fact
from wallet.tui.page import Row, Tone

if TYPE_CHECKING:
    from verifier.verdict import Reason
    from wallet.commands.inputs import Given


@dataclass(frozen=True, slots=True)
class Home:
    """The opening."""


@dataclass(frozen=True, slots=True)
class Door:
    """Whose carnet is to be opened, after it was closed."""


@dataclass(frozen=True, slots=True)
class Choose:
    """An act: go to one carnet."""

    doorway: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Where the phrase of a carnet is typed, unseen."""


@dataclass(frozen=True, slots=True)
class Done:
    """The person has finished: the carnet is closed, and the next one may come."""


@dataclass(frozen=True, slots=True)
class Palette:
    """Everything that can be done, to be searched."""


@dataclass(frozen=True, slots=True)
class Field:
    """One line to type; ``then`` gives the place that it leads to."""

    code: str
    """Of its title; its ``help`` says what to type."""
    then: Callable[[str], "Place"]
    value: str = ""
    """What stands there at first."""
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Badges:
    """The badges held."""


@dataclass(frozen=True, slots=True)
class Aside:
    """What was refused, and is kept aside."""


@dataclass(frozen=True, slots=True)
class OneBadge:
    """One badge of the space, by its identifier."""

    id: str


@dataclass(frozen=True, slots=True)
class Again:
    """An act: verify one badge once more, then look at it."""

    id: str


@dataclass(frozen=True, slots=True)
class Notices:
    """What happened to badges, to be read."""


@dataclass(frozen=True, slots=True)
class ReadNotice:
    """An act: one notice was read; then look at its badge."""

    id: str
    key: str


@dataclass(frozen=True, slots=True)
class Removed:
    """What was put away, and can come back."""


@dataclass(frozen=True, slots=True)
class Showing:
    """One badge, shown to somebody else."""

    id: str


@dataclass(frozen=True, slots=True)
class Diary:
    """What was shown, to whom."""


@dataclass(frozen=True, slots=True)
class OtherActs:
    """What else can be done with one badge."""

    id: str


@dataclass(frozen=True, slots=True)
class PutAway:
    """An act: put one badge away."""

    id: str


@dataclass(frozen=True, slots=True)
class TakeBack:
    """An act: bring one badge back."""

    id: str


@dataclass(frozen=True, slots=True)
class AllAgain:
    """An act: verify every badge once more."""


@dataclass(frozen=True, slots=True)
class Saving:
    """Where a file is to be put: ``what`` is one of ``wallet.tui.acts.saving.FILES``."""

    what: str
    id: str = ""
    audience: str = ""
    """Whom it is for, when the file says so."""


@dataclass(frozen=True, slots=True)
class Save:
    """An act: write that file into a folder."""

    saving: Saving
    folder: Path


@dataclass(frozen=True, slots=True)
class Suggest:
    """An act: draw a phrase for this carnet, or for a new one with a name."""

    label: str = ""


@dataclass(frozen=True, slots=True)
class Protecting:
    """A phrase that was drawn, to be written on paper before it is typed."""

    phrase: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Protect:
    """An act: lock the carnet under a phrase that was given twice."""

    label: str
    phrase: str
    again: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An award on its way: what the mediator has said so far."""

    to: str = ""
    badge: str = ""
    """By its identifier in the catalogue."""
    seen: frozenset[int] = frozenset()
    """The criteria that were seen, by their place."""
    kind: str = ""
    evidence: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Awarding:
    """The award in one list: each line opens what it asks for."""

    draft: Draft = Draft()


@dataclass(frozen=True, slots=True)
class ChooseBadge:
    """Which badge is awarded."""

    draft: Draft


@dataclass(frozen=True, slots=True)
class TakeBadge:
    """An act: ask whether this badge may be awarded from here, and go on with it."""

    draft: Draft
    badge: str


@dataclass(frozen=True, slots=True)
class Seen:
    """The criteria, ticked one by one."""

    draft: Draft


@dataclass(frozen=True, slots=True)
class Evidence:
    """Which kind of evidence there is."""

    draft: Draft


@dataclass(frozen=True, slots=True)
class Review:
    """The badge as it will be signed."""

    draft: Draft


@dataclass(frozen=True, slots=True)
class Sign:
    """An act: sign it, and put its files into a folder."""

    draft: Draft
    folder: Path


@dataclass(frozen=True, slots=True)
class Pathways:
    """The pathways of the network."""


@dataclass(frozen=True, slots=True)
class OnePathway:
    """The steps of one pathway."""

    id: str


@dataclass(frozen=True, slots=True)
class OneStep:
    """A badge that is still to be earned, by its identifier in the catalogue."""

    badge_id: str


@dataclass(frozen=True, slots=True)
class Adding:
    """Where the badges to add may be."""


@dataclass(frozen=True, slots=True)
class Folder:
    """The files of one folder."""

    path: Path


@dataclass(frozen=True, slots=True)
class Typing:
    """Where the name of a file, or a link, is typed."""


@dataclass(frozen=True, slots=True)
class Importing:
    """Files being added, one line each."""

    given: tuple["Given", ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """A file looked at and verified; nothing of it is kept."""

    given: "Given"


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that happened, under its code, and what can be done about it."""

    code: str
    facts: tuple[tuple[str, Fact], ...] = ()
    name: str = ""
    """What it happened to, as the person named it."""
    why: str = ""
    """The code of the reason, when there is one to tell."""
    tone: Tone = Tone.STOP
    """``Tone.OK``: it is what was wanted."""
    rows: tuple[Row, ...] = ()
    """What can be done next, before going back."""

    @classmethod
    def of(cls, code: str, facts: Mapping[str, Fact], *, name: str = "") -> "Told":
        """Say it of these facts."""
        return cls(code, tuple(facts.items()), name)

    @classmethod
    def because(cls, code: str, reasons: "Sequence[Reason]", *, name: str) -> "Told":
        """Say it, and the first reason for it."""
        return cls(code, (), name, f"reason.{reasons[0].lower()}" if reasons else "")


@dataclass(frozen=True, slots=True)
class Back:
    """The screen before this one."""


@dataclass(frozen=True, slots=True)
class Leave:
    """Out of the program."""


Place = (
    Home | Door | Choose | Phrase | Done | Palette | Field | Badges | Aside | OneBadge | Again
    | Notices | ReadNotice | Removed | Showing | Diary | OtherActs | PutAway | TakeBack | AllAgain
    | Saving | Save | Suggest | Protecting | Protect | Awarding | ChooseBadge | TakeBadge | Seen
    | Evidence | Review | Sign | Pathways | OnePathway | OneStep | Adding | Folder | Typing
    | Importing | Opened | Told | Back | Leave
)  # fmt: skip
