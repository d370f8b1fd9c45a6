"""What can be done on a page, on one line: the marked act stands in brackets."""

from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widget import Widget

from wallet.tui.page import Row
from wallet.tui.texts import bare


class ActLine(Widget, can_focus=True):
    """Acts side by side; ``Chosen`` is sent when Enter is pressed."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"act--current"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", show=False),
        Binding("right", "move(1)", show=False),
        Binding("enter", "choose", show=False),
    ]

    class Chosen(Message):
        """An act was chosen."""

        def __init__(self, row: Row) -> None:
            """``row`` is the one in brackets."""
            self.row = row
            super().__init__()

    def __init__(self) -> None:
        """Empty until ``fill``."""
        super().__init__()
        self.rows: tuple[Row, ...] = ()
        self.current = 0

    def fill(self, rows: tuple[Row, ...]) -> None:
        """Show these acts, the first one marked, or the one that was."""
        self.rows = rows
        self.current = max(0, min(self.current, len(rows) - 1))
        self.refresh()

    def action_move(self, by: int) -> None:
        """Mark another act; the ends do not meet."""
        self.current = max(0, min(self.current + by, len(self.rows) - 1))
        self.refresh()

    def action_choose(self) -> None:
        """Do the marked act."""
        if self.rows:
            self.post_message(self.Chosen(self.rows[self.current]))

    def on_click(self, event: events.Click) -> None:
        """A click does the act under it; nobody needs one."""
        end = 0
        for place, label in enumerate(self._labels()):
            if place < self._first():
                continue
            end += cell_len(label) + 1
            if event.x < end:
                self.current = place
                self.refresh()
                self.action_choose()
                return

    def render(self) -> Content:
        """Draw the line."""
        marked = self.get_visual_style("act--current")
        parts = [
            (label, marked) if place == self.current else (label, Style())
            for place, label in enumerate(self._labels())
            if place >= self._first()
        ]
        spaced = [piece for part in parts for piece in (part, (" ", Style()))]
        return Content.assemble(*spaced)

    def _first(self) -> int:
        """The first act drawn, so that the marked one is always in sight."""
        widths = [cell_len(label) + 1 for label in self._labels()]
        for first in range(self.current):
            if sum(widths[first : self.current + 1]) - 1 <= self.content_size.width:
                return first
        return self.current

    def _labels(self) -> list[str]:
        """Each label in as many cells, marked or not, so that nothing moves."""
        edges = ("[ ", " ]")
        return [
            f"{edges[0]}{bare(row.label)}{edges[1]}"
            if place == self.current
            else f"  {bare(row.label)}  "
            for place, row in enumerate(self.rows)
        ]
