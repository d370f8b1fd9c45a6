"""
A QR code in cells: two squares of it each, one above the other, black on white whatever the theme.

It is drawn whole with its quiet border, or not at all: a telephone does not read a cut one.
"""

from textual.color import Color
from textual.content import Content
from textual.style import Style

HALF = "▀"
WAYS = (("m", 4), ("l", 4), ("l", 2))
"""
How much of it may be unreadable (15 %, 7 %), and the white squares around it.

ISO/IEC 18004 asks for four. The last way is for the long links of some hosts on a screen of 24
lines: two white ones, and the light paper of the screen around them.
"""
BLACK, WHITE = Color(0, 0, 0), Color(255, 255, 255)


def square(text: str, *, columns: int, rows: int) -> Content | None:
    """Draw a text in at most so many cells; ``None``: there is not enough room."""
    import segno

    for level, border in WAYS:
        try:
            drawn = segno.make(text, error=level, micro=False)
        except segno.DataOverflowError:
            continue
        lines = [bytes(line) for line in drawn.matrix_iter(border=border)]
        if len(lines) <= columns and (len(lines) + 1) // 2 <= rows:
            return _in_cells(lines)
    return None


def _in_cells(lines: list[bytes]) -> Content:
    below = [*lines[1:], bytes(len(lines))]
    pairs = zip(lines[::2], below[::2], strict=True)
    return Content("\n").join(
        Content.assemble(*((HALF, _style(*both)) for both in zip(upper, lower, strict=True)))
        for upper, lower in pairs
    )


def _style(upper: int, lower: int) -> Style:
    return Style(
        foreground=BLACK if upper else WHITE, background=BLACK if lower else WHITE, bold=False
    )
