"""
The picture of a badge in cells: two pixels each, one above the other.

Only the network's own pictures are drawn here: those of strangers are opened in a child
process, never in this one.
"""

import io
from functools import lru_cache

from textual.color import Color
from textual.content import Content
from textual.style import Style

HALF = "▀"


@lru_cache(maxsize=64)
def in_cells(png: bytes, *, columns: int, rows: int, background: str) -> Content:
    """
    Draw a PNG in ``columns`` by ``rows`` cells.

    Args:
        background: ``#RRGGBB`` of the screen, seen where the picture is transparent.
    """
    from PIL import Image

    with Image.open(io.BytesIO(png)) as opened:
        drawn = opened.convert("RGBA").resize((columns, rows * 2), Image.Resampling.LANCZOS)
    under = Image.new("RGBA", drawn.size, background)
    flat = Image.alpha_composite(under, drawn).convert("RGB").tobytes()
    pixels = [Color(*flat[place : place + 3]) for place in range(0, len(flat), 3)]
    lines = [
        [(HALF, _style(pixels, above=y * columns + x, columns=columns)) for x in range(columns)]
        for y in range(0, rows * 2, 2)
    ]
    return Content("\n").join(Content.assemble(*line) for line in lines)


def frame(name: str, *, columns: int, rows: int) -> Content:
    """A frame with a name in it, where there is no colour to draw with."""
    inside = columns - 2
    words = _wrapped(name, inside - 2)[: rows - 2]
    above = (rows - 2 - len(words)) // 2
    middle = [""] * above + words
    middle += [""] * (rows - 2 - len(middle))
    lines = ["╭" + "─" * inside + "╮", *(f"│{one.center(inside)}│" for one in middle)]
    return Content("\n".join([*lines, "╰" + "─" * inside + "╯"]))


def _style(pixels: list[Color], *, above: int, columns: int) -> Style:
    return Style(foreground=pixels[above], background=pixels[above + columns])


def _wrapped(name: str, width: int) -> list[str]:
    import textwrap

    return textwrap.wrap(name, width) or [""]
