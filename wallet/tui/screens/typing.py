"""A screen with one field: the name of a file, or a link."""

from pathlib import Path

from textual.app import ComposeResult
from textual.widgets import Input, Static

from wallet.tui.folders import named
from wallet.tui.places import Importing, Page
from wallet.tui.screens.frame import Frame, Go
from wallet.tui.widgets.shown import shown


class TypingScreen(Frame):
    """Enter adds what is named."""

    KEY_CODE = "tui.keys-typing"
    HELP_CODE = "tui.help-typing"
    BINDINGS = [("f1", "help", "")]  # noqa: RUF012 - here `?` is a letter like another

    def body(self) -> ComposeResult:
        """What to type, and where."""
        yield Static(id="words")
        yield Input(compact=True, select_on_focus=False)

    def on_mount(self) -> None:
        """The field has the keys."""
        self.query_one(Input).focus()

    async def show(self, page: Page) -> None:
        """Say what to type."""
        self.query_one("#words", Static).update(shown(page.lines[0].text))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Add it."""
        if event.value.strip():
            given = named(event.value, home=Path.home())
            self.post_message(Go(Importing(given), instead=True))
