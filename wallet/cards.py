"""The recovery card of a space as a page to print: its words, and the same in a square."""

from dataclasses import dataclass
from datetime import datetime

import segno

from wallet import wording
from wallet.pages_to_keep import rendered
from wallet.vault.recovery import PREFIX

QUIET = 4
"""White squares around it (ISO/IEC 18004)."""
WORDS_IN_A_ROW = 3
_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}">'
    '<path fill="#fff" d="M0 0h{size}v{size}h-{size}z"/>'
    '<path fill="#000" shape-rendering="crispEdges" d="{path}"/></svg>'
)


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


def sheet(words: str, *, now: datetime, lang: str) -> bytes:
    """The card as a tagged PDF. Raises: PaperMissing, the extra ``pdf`` is not installed."""
    from wallet.paper.setting import typeset

    def say(code: str, part: str | None = None) -> str:
        return wording.say(code, {"day": now}, lang=lang, part=part)

    drawn = square(words)
    facts = {
        "title": say("card.title"),
        "help": say("card.title", "help"),
        "made": say("card.made"),
        "words": words.split(),
        "square": _SVG.format(size=drawn.size, path=drawn.path),
        "square_alt": say("card.square"),
        "how": say("card.how"),
        "keep": say("card.keep"),
    }
    return typeset("recovery", facts, lang=lang, now=now)


def page(words: str, *, now: datetime, lang: str) -> str:
    """The card as a page that stands alone, to be printed and then thrown away."""
    return rendered("card.html", lang=lang, square=square(words), rows=numbered(words), now=now)
