"""What every screen has: a title, its body, a line for what is going on, and the keys."""

from collections.abc import Awaitable, Callable
from threading import Thread
from typing import ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.css.query import NoMatches
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from wallet.tui.carnet import Carnet
from wallet.tui.page import Page
from wallet.tui.pages import page_of
from wallet.tui.places import Awarding, Back, Palette, Phrase, Place, Seen
from wallet.tui.widgets.shown import shown

T = TypeVar("T")

NARROW = 60
"""Cells: below, the key line holds only the way back and the way to the help."""


class Go(Message):
    """Somebody wants to be at another place."""

    def __init__(self, place: Place, *, instead: bool = False) -> None:
        """``instead``: the place that is left is not one to come back to."""
        self.place = place
        self.instead = instead
        super().__init__()


class Frame(Screen[None]):
    """One place; its page is made in another thread, so that keys are never frozen."""

    KEY_CODE: ClassVar[str]
    HELP_CODE: ClassVar[str]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", show=False),
        Binding("f1,question_mark", "help", show=False),
        Binding("f2,ctrl+p", "palette", show=False),
    ]

    def __init__(self, place: Place, carnet: Carnet) -> None:
        """``carnet`` knows the badges and the words."""
        super().__init__()
        self.place = place
        self.carnet = carnet
        self.page: Page | None = None

    @property
    def key_code(self) -> str:
        """The words of the keys here."""
        return self.KEY_CODE

    @property
    def help_code(self) -> str:
        """The words of the help here."""
        return self.HELP_CODE

    def compose(self) -> ComposeResult:
        """Title, body, what is going on, what can be done, keys."""
        yield Static(id="title")
        yield from self.body()
        yield Static(id="note")
        yield from self.foot()
        yield Static(id="keys")

    def body(self) -> ComposeResult:
        """What stands between the title and the keys."""
        raise NotImplementedError

    def foot(self) -> ComposeResult:
        """What stands just above the keys; nothing on most screens."""
        yield from ()

    async def show(self, page: Page) -> None:
        """Show a page that has been made."""
        raise NotImplementedError

    def on_screen_resume(self) -> None:
        """Coming to this place, or back to it: what it says may have changed."""
        self.load()

    def load(self) -> None:
        """Make the page, then show it."""
        place = self.place
        self.note(self.carnet.say("tui.wait") if self.page is None else "")
        self.aside(lambda: page_of(place, self.carnet), self._arrived)

    def aside(self, job: Callable[[], T], then: Callable[[T], Awaitable[None]]) -> None:
        """
        Do ``job`` in a thread that never holds the end of the program, then ``then`` here.

        What arrives after the screen or the program was left is forgotten.
        """
        tell: Callable[..., object] = self.app.call_from_thread

        async def deliver(found: T) -> None:
            if not self._is_here():
                return
            try:
                await then(found)
            except NoMatches:
                if self._is_here():
                    raise
                # It was left while it was being filled: its parts are already gone.

        def run() -> None:
            found = job()
            try:
                tell(deliver, found)
            except RuntimeError:
                return  # The program has ended meanwhile.

        Thread(target=run, daemon=True).start()

    def _is_here(self) -> bool:
        return self.is_attached and self in self.app.screen_stack

    async def _arrived(self, page: Page) -> None:
        self.note("")
        if page != self.page:
            self.page = page
            self.titled(page.title)
            await self.show(page)

    def titled(self, title: str) -> None:
        """Write the title."""
        self.query_one("#title", Static).update(shown(f"◆ {title}"))

    def note(self, text: str) -> None:
        """Say what is going on, or nothing."""
        self.query_one("#note", Static).update(shown(text))

    def keys(self) -> None:
        """Write what the keys do, in as many words as there is room for."""
        code = "tui.keys-narrow" if self.size.width < NARROW else self.key_code
        self.query_one("#keys", Static).update(shown(self.carnet.say(code)))

    def on_resize(self) -> None:
        """The room for the words of the keys has changed."""
        self.keys()

    def on_paste(self, event: events.Paste) -> None:
        """A file dropped on the window arrives as its name, pasted."""
        # Textual asks every class of a screen: those below replace ``pasted``, not this.
        self.pasted(event.text)

    def pasted(self, text: str) -> None:
        """Add the files that are named."""
        from pathlib import Path

        from wallet.tui.folders import named
        from wallet.tui.places import Importing

        if found := named(text, home=Path.home()):
            self.post_message(Go(Importing(found)))

    def action_back(self) -> None:
        """Esc: one screen back; it never leaves the program, and what is ticked stays ticked."""
        place = self.place
        self.post_message(Go(Awarding(place.draft) if isinstance(place, Seen) else Back()))

    def action_palette(self) -> None:
        """F2, or Ctrl+P: everything that can be done; not before the door."""
        if not (self.carnet.closed or isinstance(self.place, Phrase | Palette)):
            self.post_message(Go(Palette()))

    def action_help(self) -> None:
        """F1: what can be done here."""
        from wallet.tui.screens.help import Help

        self.app.push_screen(Help(self.help_code, self.carnet))
