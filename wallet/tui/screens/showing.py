"""A screen for another person's telephone: a square as large as it must be, and its link beside."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from wallet.tui.page import Page
from wallet.tui.screens.frame import Frame, Go
from wallet.tui.widgets.act_line import ActLine
from wallet.tui.widgets.shown import Paragraph
from wallet.tui.widgets.square import square

BESIDE = 30
"""Cells that the words beside a square need; with less, they would be cut."""

PAPER_LEFT, PAPER_ABOVE = 2, 1
"""Cells of light paper beside and above it: part of what must be light around a square."""
BELOW = 2
"""Lines for what else can be done, and the keys."""


class ShowingScreen(Frame):
    """No title: on a screen of 24 lines the square needs them."""

    KEY_CODE = "tui.keys-showing"
    HELP_CODE = "tui.help-showing"

    def compose(self) -> ComposeResult:
        """The square beside the words, what else can be done, keys."""
        with Horizontal(id="shown"):
            yield Static(id="square")
            yield Vertical(id="beside")
        yield Static(id="note")
        yield ActLine()
        yield Static(id="keys")

    def on_mount(self) -> None:
        """The acts have the keys."""
        self.query_one("#square").display = False
        self.query_one(ActLine).focus()

    async def show(self, page: Page) -> None:
        """Show the words, and the square if it fits."""
        beside = self.query_one("#beside", Vertical)
        await beside.remove_children()
        await beside.mount(*map(Paragraph, page.lines))
        self.query_one(ActLine).fill(page.rows)
        self._draw()

    def titled(self, title: str) -> None:
        """No title here; the key line tells where one is."""

    def on_act_line_chosen(self, event: ActLine.Chosen) -> None:
        """Do the act."""
        self.post_message(Go(event.row.goes))

    def on_resize(self) -> None:
        """A larger window may have room for it."""
        self._draw()

    def _draw(self) -> None:
        static = self.query_one("#square", Static)
        drawn = None
        if self.page is not None and self.page.square is not None:
            columns = self.size.width - PAPER_LEFT - BESIDE
            rows = self.size.height - PAPER_ABOVE - BELOW
            drawn = square(self.page.square, columns=columns, rows=rows)
            self.query_one("#note").display = drawn is None
            self.note("" if drawn else self.carnet.say("tui.show-larger"))
        static.display = drawn is not None
        if drawn is not None:
            static.update(drawn)
