"""Files on their way into the carnet: one line each, and how far it is, in words."""

import time
from functools import partial

from textual.app import App, ComposeResult
from textual.widgets import Static

from wallet.tui.carnet import Carnet
from wallet.tui.page import Page
from wallet.tui.places import Importing
from wallet.tui.receiving import Receiving
from wallet.tui.screens.frame import Frame, Go
from wallet.tui.widgets.line_list import LineList
from wallet.tui.widgets.shown import shown

PACE = 0.1
"""Between two drawings: each costs time that the files could have."""


class ReceivingScreen(Frame):
    """The files come in behind the screen, which never waits for them."""

    KEY_CODE = "tui.keys-receiving"
    HELP_CODE = "tui.help-receiving"

    def __init__(self, place: Importing, carnet: Carnet) -> None:
        """Nothing is read before the screen is shown."""
        super().__init__(place, carnet)
        self.receiving = Receiving(given=place.given)
        self._begun = False
        self._drawn = 0.0

    def body(self) -> ComposeResult:
        """How far, then a line for each file."""
        yield Static(id="words")
        yield LineList()

    def on_mount(self) -> None:
        """The list has the keys, also while files come in."""
        self.titled(self.carnet.say("tui.home-add"))
        self.query_one(LineList).focus()
        self._tell()

    def load(self) -> None:
        """Begin, once."""
        if not self._begun:
            self._begun = True
            # Asked for here: a screen that was left does not know its program any more.
            tell = partial(self._one_more, self.app)
            self.aside(lambda: self.receiving.run(self.carnet, tell), self._ended)

    async def show(self, page: Page) -> None:
        """Nothing more: the lines come one by one."""

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Show the badge, or tell what happened to the file."""
        self.post_message(Go(event.row.goes))

    def action_back(self) -> None:
        """Esc stops, and leaves; what is done stays done."""
        self.receiving.stopped = True
        super().action_back()

    def _one_more(self, app: App[object]) -> None:
        """Called from the other thread after each file."""
        now = time.monotonic()
        if now - self._drawn > PACE:
            self._drawn = now
            app.call_later(self._tell)

    async def _ended(self, _: None) -> None:
        self._tell()

    def _tell(self) -> None:
        if not self.is_attached:
            return
        lines = self.query_one(LineList)
        self.query_one("#words", Static).update(shown(self.receiving.summary(self.carnet)))
        lines.fill(tuple(self.receiving.rows), current=lines.current)
