"""What a screen shows and the plain mode says: lines, then one list; all of it already in words."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wallet.tui.places import Place


class Tone(StrEnum):
    """What a sign means; each tone has its own shape, so that colour is never needed."""

    OK = "ok"
    CARE = "care"
    UNKNOWN = "unknown"
    STOP = "stop"
    NEXT = "next"
    """The one step to advise."""
    TO_DO = "to-do"
    PLAIN = "plain"


SIGNS = {
    Tone.OK: "✔",
    Tone.CARE: "!",
    Tone.UNKNOWN: "?",
    Tone.STOP: "✖",
    Tone.NEXT: "→",
    Tone.TO_DO: "○",
    Tone.PLAIN: "",
}
"""One cell wide each, and never followed by U+FE0F, which some terminals draw in two."""


class Kind(StrEnum):
    """How a line is set."""

    TEXT = "text"
    NAME = "name"
    STATE = "state"
    HEADING = "heading"
    ITEM = "item"
    QUOTE = "quote"
    LINK = "link"
    SOFT = "soft"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One paragraph; an empty one is the space between two parts."""

    text: str = ""
    kind: Kind = Kind.TEXT
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing to choose."""

    label: str
    hint: str = ""
    tone: Tone = Tone.PLAIN
    """Whose sign stands before the hint, or before the label when there is no hint."""
    goes: "Place"

    @property
    def sign(self) -> str:
        """The sign of its tone; empty when it has none."""
        return SIGNS[self.tone]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a screen shows and the plain mode says, already in words."""

    title: str
    lines: tuple[Line, ...] = ()
    rows: tuple[Row, ...] = ()
    large: bool = False
    """Few choices, each with room around it."""
    start: int = 0
    """The row to begin on."""
    picture: str | None = None
    """The badge of the catalogue whose picture stands beside the lines."""
    alt: str = ""
    """What the picture shows, for those who do not see it."""
    square: str | None = None
    """What a telephone reads from the screen; the lines say it in letters."""
    searched: bool = False
    """Whether letters narrow the list."""
