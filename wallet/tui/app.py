"""The wallet on a whole terminal: which screen stands for which place, and how it ends."""

import asyncio
import signal
from contextlib import suppress

from rich.text import Text
from textual.app import App

from wallet.tui.carnet import Carnet
from wallet.tui.look import PAPER
from wallet.tui.places import (
    Back,
    Home,
    Importing,
    Leave,
    OneBadge,
    OneStep,
    Opened,
    Place,
    Told,
    Typing,
)
from wallet.tui.screens.frame import Frame, Go
from wallet.tui.screens.listing import Listing, Opening
from wallet.tui.screens.reading import Reading
from wallet.tui.screens.receiving import ReceivingScreen
from wallet.tui.screens.typing import TypingScreen

BELOW_THE_SECOND = 2
"""Textual's own empty screen, and the opening: there is nothing to go back to."""
READ = (OneBadge, OneStep, Opened, Told)


class CarnetApp(App[None]):
    """The screens of one carnet."""

    CSS_PATH = "wallet.tcss"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    """Selected text would go to a clipboard that the next person finds."""

    def __init__(self, carnet: Carnet, *, first: Place | None = None) -> None:
        """``first`` is shown over the opening."""
        super().__init__()
        self.carnet = carnet
        self.first = first
        self.animation_level = "none"
        self.register_theme(PAPER)
        self.theme = PAPER.name

    def on_load(self) -> None:
        """A closed window or a kill leaves the terminal as it was."""
        if self.is_headless:
            return
        with suppress(NotImplementedError):
            for one in (signal.SIGTERM, signal.SIGHUP):
                asyncio.get_running_loop().add_signal_handler(one, self.exit)

    def on_mount(self) -> None:
        """Show the opening, and what was asked for."""
        self.push_screen(Opening(Home(), self.carnet))
        if self.first is not None:
            self.push_screen(self._screen(self.first))

    def on_go(self, event: Go) -> None:
        """Be at another place."""
        place = event.place
        if isinstance(place, Back):
            if len(self.screen_stack) > BELOW_THE_SECOND:
                self.pop_screen()
        elif isinstance(place, Leave):
            self.exit()
        elif event.instead:
            self.switch_screen(self._screen(place))
        else:
            self.push_screen(self._screen(place))

    def _screen(self, place: Place) -> Frame:
        if isinstance(place, Importing):
            return ReceivingScreen(place, self.carnet)
        if isinstance(place, Typing):
            return TypingScreen(place, self.carnet)
        kind = Reading if isinstance(place, READ) else Listing
        return kind(place, self.carnet)

    def action_help_quit(self) -> None:
        """Ctrl+C says how to leave, and does not."""
        if isinstance(self.screen, Frame):
            self.screen.note(self.carnet.say("tui.quit"))

    def _fatal_error(self) -> None:
        """End with a sentence; the usual report would print names and badges of a person."""
        said = self.carnet.say("tui.crashed")
        self._exit_renderables.append(Text(f"{said} {self.carnet.say('tui.crashed', part='help')}"))
        self._close_messages_no_wait()
