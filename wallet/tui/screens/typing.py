"""A screen with one field: the name of a file, a link, or a line of something else."""

from pathlib import Path

from textual.app import ComposeResult
from textual.widgets import Input, Static

from wallet.tui.carnet import Carnet
from wallet.tui.folders import named
from wallet.tui.page import Page
from wallet.tui.places import Field, Importing
from wallet.tui.screens.frame import Frame, Go
from wallet.tui.widgets.shown import shown

MAX_TYPED = 2000
"""Signs of one line: as much as a word to a person may have."""


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


class FieldScreen(Frame):
    """Enter leads to the place that the field says."""

    KEY_CODE = "tui.keys-field"
    HELP_CODE = "tui.help-field"
    BINDINGS = [("f1", "help", "")]  # noqa: RUF012 - the same

    def __init__(self, place: Field, carnet: Carnet) -> None:
        """``place`` says what is typed, and where that leads."""
        super().__init__(place, carnet)
        self.field = place

    def body(self) -> ComposeResult:
        """What to type, and where."""
        yield Static(id="words")
        yield Input(
            self.field.value,
            password=self.field.hidden,
            max_length=MAX_TYPED,
            compact=True,
            select_on_focus=False,
        )

    def on_mount(self) -> None:
        """The field has the keys."""
        self.query_one(Input).focus()

    async def show(self, page: Page) -> None:
        """Say what to type."""
        self.query_one("#words", Static).update(shown(page.lines[0].text))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on with it."""
        if event.value.strip():
            self.post_message(Go(self.field.then(event.value.strip()), instead=True))

    def pasted(self, text: str) -> None:
        """What is pasted here is a text, not a file."""
