"""
One list for everything that is chosen.

The current row is marked with ``>`` in text, so that it can be told without colour; the
ends do not meet, so that nobody falls from the first row into the last; only what is seen
is drawn, so that thousands of rows cost what twenty do.
"""

from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from wallet.tui.page import Row, Tone
from wallet.tui.texts import bare

MARK, NO_MARK = "> ", "  "
GAP = 3
"""Cells between a label and its hint."""
WIDE_LETTERS = "\u1100"
"""No letter before this one takes two cells."""
ROOMY = 2
"""Empty cells at the end of a row, before the scroll bar."""


class LineList(ScrollView, can_focus=True):
    """Rows to choose from; ``Chosen`` is sent when Enter is pressed on one."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "line--current",
        "line--hint",
        *(f"line--{tone.value}" for tone in Tone),
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "leap(-1)", show=False),
        Binding("pagedown", "leap(1)", show=False),
        Binding("home", "move(-1000000)", show=False),
        Binding("end", "move(1000000)", show=False),
        Binding("enter", "choose", show=False),
    ]

    class Chosen(Message):
        """A row was chosen."""

        def __init__(self, row: Row) -> None:
            """``row`` is the one that was marked."""
            self.row = row
            super().__init__()

    def __init__(self) -> None:
        """Empty until ``fill``."""
        super().__init__()
        self.rows: tuple[Row, ...] = ()
        self.current = 0
        self.large = False
        self._longest_label = self._longest_hint = 0
        self._column = 0
        self._told = self._height = 1

    def fill(self, rows: tuple[Row, ...], *, current: int = 0, large: bool = False) -> None:
        """Show these rows, with one of them marked; ``large`` leaves a line between them."""
        self.rows, self.large = rows, large
        hinted = [one for one in rows if one.hint]
        self._longest_label = max((width(one.label) for one in hinted), default=0)
        self._longest_hint = max((width(one.hint) + 2 for one in hinted), default=0)
        self.current = max(0, min(current, len(rows) - 1))
        self._measure()
        self._see_current()

    @property
    def row(self) -> Row | None:
        """The row that is marked; ``None`` in an empty list."""
        return self.rows[self.current] if self.rows else None

    def action_move(self, by: int) -> None:
        """Mark another row; the ends do not meet."""
        if self.rows:
            self.current = max(0, min(self.current + by, len(self.rows) - 1))
            self._see_current()
            self.refresh()

    def action_leap(self, by: int) -> None:
        """Move by what one screen shows."""
        self.action_move(by * max(1, self.size.height // self._height - 1))

    def action_choose(self) -> None:
        """Do the marked thing."""
        if self.row is not None:
            self.post_message(self.Chosen(self.row))

    def on_click(self, event: events.Click) -> None:
        """A click chooses; nobody needs one."""
        place = (event.y + self.scroll_offset.y) // self._height
        if 0 <= place < len(self.rows):
            self.current = place
            self.refresh()
            self.action_choose()

    def on_resize(self) -> None:
        """A narrow window puts each hint below its label."""
        self._measure()
        self._see_current()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        place, part = divmod(y + self.scroll_offset.y, self._height)
        cells = self.size.width
        if not 0 <= place < len(self.rows):
            return Strip.blank(cells, self.rich_style)
        row = self.rows[place]
        is_current = place == self.current
        style = self.get_component_rich_style("line--current") if is_current else self.rich_style
        segments = self._line(row, part, style, is_current=is_current)
        return Strip(segments).adjust_cell_length(cells, style if part < self._told else None)

    def _line(self, row: Row, part: int, style: Style, *, is_current: bool) -> list[Segment]:
        room = max(8, self.size.width - len(NO_MARK) - ROOMY)
        before = Segment(MARK if is_current and part == 0 else NO_MARK, style)
        if part >= self._told:
            return [Segment(" " * self.size.width, self.rich_style)]
        if part > 0:
            return [before, self._hint(row, room, style, is_current=is_current)]
        if self._told > 1:
            return [before, Segment(cut(bare(row.label), room), style + Style(bold=True))]
        label = cut(bare(row.label), self._column if row.hint else room)
        wide = set_cell_size(label, self._column + GAP) if row.hint else label
        rest = room - cell_len(wide)
        hint = [self._hint(row, rest, style, is_current=is_current)] if row.hint else []
        return [before, Segment(wide, style), *hint]

    def _hint(self, row: Row, room: int, style: Style, *, is_current: bool) -> Segment:
        name = "hint" if row.tone is Tone.PLAIN else row.tone.value
        coloured = style if is_current else self.get_component_rich_style(f"line--{name}")
        if is_current and self._told > 1:
            coloured += Style(bold=False)
        return Segment(cut(_with_sign(row), room), coloured)

    def _measure(self) -> None:
        room = max(8, self.size.width - len(NO_MARK) - ROOMY)
        # Hints begin after the longest label that leaves them room.
        self._column = min(self._longest_label, room * 3 // 5)
        fits = self._column + GAP + self._longest_hint <= room
        # What is drawn on of each row, and how far apart the rows are.
        told_beside = fits and not self.large
        self._told = 1 if told_beside or not self._longest_hint else 2
        roomy = self.large or (self._told > 1 and len(self.rows) * 3 <= self.size.height + 1)
        self._height = self._told + (1 if roomy else 0)
        self.virtual_size = Size(0, len(self.rows) * self._height)
        self.refresh()

    def _see_current(self) -> None:
        region = Region(0, self.current * self._height, 1, self._told)
        self.scroll_to_region(region, animate=False, force=True)


def _with_sign(row: Row) -> str:
    return f"{row.sign} {bare(row.hint)}".strip()


def width(text: str) -> int:
    """
    The cells of a text, or a few more.

    Measuring each letter of thousands of rows takes seconds; most have only narrow ones.
    """
    return len(text) if not text or max(text) < WIDE_LETTERS else cell_len(text)


def cut(text: str, cells: int) -> str:
    """A text in so many cells, its end replaced by ``…`` when there is more."""
    if cell_len(text) <= cells:
        return text
    return set_cell_size(text, max(0, cells - 1)).rstrip() + "…"
