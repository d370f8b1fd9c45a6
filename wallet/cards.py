"""The recovery card of a space as a page to print: its words, and the same in a square."""

from dataclasses import dataclass
from datetime import datetime

import segno

from wallet.pages_to_keep import rendered
from wallet.vault.recovery import PREFIX

QUIET = 4
"""White squares around it (ISO/IEC 18004)."""
WORDS_IN_A_ROW = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Square:
    """A QR code as one line to be filled: it needs neither style nor script."""

    size: int
    """Of one side, in its small squares, the white ones around it counted."""
    path: str


def square(words: str) -> Square:
    """The square of a card; a telephone reads it, and it is heavy enough for cheap printers."""
    drawn = segno.make(PREFIX + words, error="m", micro=False)
    rows = [bytes(row) for row in drawn.matrix_iter(border=QUIET)]
    marks = [
        f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark
    ]
    return Square(size=len(rows), path="".join(marks))


def numbered(words: str) -> list[list[tuple[int, str]]]:
    """The words with their numbers, a few in a row."""
    listed = list(enumerate(words.split(), start=1))
    return [listed[at : at + WORDS_IN_A_ROW] for at in range(0, len(listed), WORDS_IN_A_ROW)]


def page(words: str, *, now: datetime, lang: str) -> str:
    """The card as a page that stands alone, to be printed and then thrown away."""
    return rendered("card.html", lang=lang, square=square(words), rows=numbered(words), now=now)
