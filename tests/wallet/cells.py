"""A terminal as a camera sees it: its cells, as a test or tmux has them, drawn point by point."""

import re
from functools import cache

import zxingcpp
from PIL import Image, ImageDraw

CELL = (8, 16)
"""Points of a cell: as wide as half its height, as most terminals have it."""
UPPER_HALF = "▀"
PAPER, INK = (251, 246, 236), (42, 35, 32)
ORDER = re.compile(r"\x1b\[([\d;:]*)m|(\x1b\[[^m]*[a-zA-Z]|\x1b\([AB0]|[\x0e\x0f])|(.)", re.DOTALL)
STEPS = (0, 95, 135, 175, 215, 255)


def drawn(rows):
    """An image of rows of ``(letter, foreground, background)``; a letter is a grey blot."""
    wide = max(len(row) for row in rows)
    image = Image.new("RGB", (wide * CELL[0], len(rows) * CELL[1]), PAPER)
    pen = ImageDraw.Draw(image)
    for y, row in enumerate(rows):
        for x, (letter, fore, back) in enumerate(row):
            left, top = x * CELL[0], y * CELL[1]
            pen.rectangle((left, top, left + CELL[0] - 1, top + CELL[1] - 1), fill=back)
            if letter == UPPER_HALF:
                pen.rectangle((left, top, left + CELL[0] - 1, top + CELL[1] // 2 - 1), fill=fore)
            elif letter.strip():
                pen.rectangle((left + 2, top + 4, left + 5, top + 11), fill=fore)
    return image


def read_by_a_telephone(image):
    """The texts of the codes in an image."""
    return [found.text for found in zxingcpp.read_barcodes(image)]


def of_screen(screen):
    """The cells of a Textual screen; it has no public door to them."""
    return [
        [
            (letter, *_colours(part.style))
            for part in strip
            for letter in part.text
        ]
        for strip in screen._compositor.render_strips()
    ]  # fmt: skip


def of_capture(text):
    """The cells of what ``tmux capture-pane -e`` prints."""
    rows = []
    fore, back = INK, PAPER
    for line in text.rstrip("\n").split("\n"):
        row = []
        for order, _, letter in ORDER.findall(line):
            if letter:
                row.append((letter, fore, back))
            elif not _:
                fore, back = _ordered(order, fore, back)
        rows.append(row or [(" ", INK, PAPER)])
    return rows


def _colours(style):
    fore = style.color.get_truecolor() if style and style.color else INK
    back = style.bgcolor.get_truecolor() if style and style.bgcolor else PAPER
    return tuple(fore), tuple(back)


def _ordered(order, fore, back):
    """The colours after one order of colour (ECMA-48, SGR)."""
    numbers = [int(one or 0) for one in re.split("[;:]", order or "0")]
    while numbers:
        first = numbers.pop(0)
        if first in (38, 48):
            kind = numbers.pop(0)
            colour = tuple(numbers[:3]) if kind == 2 else _of_256(numbers[0])
            del numbers[: 3 if kind == 2 else 1]
            fore, back = (colour, back) if first == 38 else (fore, colour)
        elif first in (0, 39, 49):
            fore = INK if first in (0, 39) else fore
            back = PAPER if first in (0, 49) else back
        elif first in (*range(30, 38), *range(90, 98)):
            fore = _of_256(first - 30 if first < 90 else first - 82)
        elif first in (*range(40, 48), *range(100, 108)):
            back = _of_256(first - 40 if first < 100 else first - 92)
    return fore, back


@cache
def _of_256(number):
    if number < 16:
        high = 255 if number > 7 else 170
        return tuple(high if number >> bit & 1 else 0 for bit in range(3))
    if number < 232:
        place = number - 16
        return STEPS[place // 36], STEPS[place // 6 % 6], STEPS[place % 6]
    return (8 + (number - 232) * 10,) * 3
