"""A screen with one hidden field: the phrase that opens a carnet."""

import time
from contextlib import suppress

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from shared.errors import BadgeError
from wallet.tui.page import Page
from wallet.tui.places import Done, Home
from wallet.tui.screens.frame import Frame, Go
from wallet.tui.waiting import pause_after
from wallet.tui.widgets.shown import Paragraph


class PhraseScreen(Frame):
    """Enter opens the carnet; a wrong phrase is told, and each one takes longer to answer."""

    KEY_CODE = "tui.keys-phrase"
    HELP_CODE = "tui.help-phrase"
    BINDINGS = [("f1", "help", "")]  # noqa: RUF012 - here `?` is a letter like another

    def body(self) -> ComposeResult:
        """What to type, and where."""
        yield Vertical(id="words")
        yield Input(password=True, compact=True, select_on_focus=False)

    def on_mount(self) -> None:
        """The field has the keys."""
        self._wrong = 0
        self.query_one(Input).focus()

    async def show(self, page: Page) -> None:
        """Say what to type."""
        await self.query_one("#words", Vertical).mount(*map(Paragraph, page.lines))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Try it, behind the screen: the work that protects a phrase takes a moment."""
        field = self.query_one(Input)
        if not event.value.strip() or field.disabled:
            return
        phrase, field.value, field.disabled = event.value, "", True
        self.note(self.carnet.say("tui.wait"))
        self.aside(lambda: self._tried(phrase), self._answered)

    def action_back(self) -> None:
        """Esc: to the door."""
        self.post_message(Go(Done()))

    def pasted(self, text: str) -> None:
        """What is pasted here is a phrase, not a file."""

    def _tried(self, phrase: str) -> BadgeError | None:
        time.sleep(pause_after(self._wrong))
        try:
            self.carnet.unlock(phrase)
        except BadgeError as error:
            return error
        return None

    async def _answered(self, error: BadgeError | None) -> None:
        if error is None:
            self.post_message(Go(Home()))
            return
        self._wrong += 1
        field = self.query_one(Input)
        field.disabled = False
        field.focus()
        help_ = ""
        with suppress(KeyError):
            help_ = self.carnet.say(error.code, error.facts, part="help")
        self.note(f"{self.carnet.say(error.code, error.facts)} {help_}".strip())
