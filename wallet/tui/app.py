"""The wallet on a whole terminal: which screen stands for which place, and how it ends."""

import asyncio
import signal
import time
from contextlib import suppress
from threading import Thread

from rich.text import Text
from textual import events
from textual.app import App

from wallet.tui.acts import done, is_act
from wallet.tui.carnet import Carnet
from wallet.tui.look import PAPER
from wallet.tui.page import Tone
from wallet.tui.places import (
    Awarding,
    Back,
    ChooseBadge,
    Diary,
    Done,
    Door,
    Field,
    Home,
    Importing,
    Leave,
    Notices,
    OneBadge,
    OneStep,
    Opened,
    OtherActs,
    Palette,
    Phrase,
    Place,
    Protecting,
    Review,
    Saving,
    Seen,
    Showing,
    Sign,
    Told,
    Typing,
)
from wallet.tui.screens.frame import Frame, Go
from wallet.tui.screens.listing import Listing, Opening
from wallet.tui.screens.phrase import PhraseScreen
from wallet.tui.screens.reading import Reading
from wallet.tui.screens.receiving import ReceivingScreen
from wallet.tui.screens.showing import ShowingScreen
from wallet.tui.screens.typing import FieldScreen, TypingScreen
from wallet.tui.waiting import IDLE_SECONDS, watched_every

BELOW_THE_SECOND = 2
"""Textual's own empty screen, and the opening: there is nothing to go back to."""
ACTS = (events.Key, events.MouseDown, events.MouseScrollDown, events.MouseScrollUp, events.Paste)
"""What shows that somebody is there."""
PASSED = (Palette, OtherActs, Saving, Protecting, Field, ChooseBadge, Told)
"""Screens on the way to an act: nobody comes back to them after it."""
RENEWED = (Awarding, Seen)
"""Forms: one screen each, whatever is said in them."""
PACE = 0.1
"""Between two tellings of how far an act is: each costs time that the act could have."""
READ = (Diary, Notices, OneBadge, OneStep, Opened, Review, Told)


class CarnetApp(App[None]):
    """The screens of one carnet."""

    CSS_PATH = "wallet.tcss"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    """Selected text would go to a clipboard that the next person finds."""

    def __init__(
        self, carnet: Carnet, *, first: Place | None = None, idle: float = IDLE_SECONDS
    ) -> None:
        """``first`` is shown over the opening; ``idle``: seconds until the carnet is closed."""
        super().__init__()
        self.carnet = carnet
        self.first = first
        self.idle = idle
        self._last_act = time.monotonic()
        self.animation_level = "none"
        self.register_theme(PAPER)
        self.theme = PAPER.name

    def on_load(self) -> None:
        """A closed window or a kill leaves the terminal as it was."""
        if self.is_headless:
            return
        with suppress(NotImplementedError, RuntimeError):  # Windows; not the main thread
            for one in (signal.SIGTERM, signal.SIGHUP):
                asyncio.get_running_loop().add_signal_handler(one, self.exit)

    async def on_mount(self) -> None:
        """Show the opening, and what was asked for; a phrase is asked for over both."""
        await self._come_in()
        self.set_interval(watched_every(self.idle), self._watch)
        self.call_after_refresh(Thread(target=self._ask_who_it_is, daemon=True).start)

    async def on_event(self, event: events.Event) -> None:
        """Remember when somebody was last there."""
        if isinstance(event, ACTS):
            self._last_act = time.monotonic()
        await super().on_event(event)

    async def on_go(self, event: Go) -> None:
        """Be at another place."""
        place = event.place
        if isinstance(place, Back):
            if len(self.screen_stack) > BELOW_THE_SECOND:
                self.pop_screen()
        elif isinstance(place, Leave):
            self.exit()
        elif isinstance(place, Done):
            await self._close_the_carnet()
        elif isinstance(place, Home):
            await self._come_in()
        elif is_act(place):
            self._do(place)
        else:
            await self._show(place, instead=event.instead)

    async def _show(self, place: Place, *, instead: bool) -> None:
        """A place that is already below is gone back to, so that the way back stays short."""
        if isinstance(place, RENEWED) and self._same_kind(place) is not None:
            await self._renew(place)
        elif self._is_below(place):
            while self._place_shown() != place:
                await self.pop_screen()
        elif instead:
            self.switch_screen(self._screen(place))
        else:
            self.push_screen(self._screen(place))

    def _do(self, place: Place) -> None:
        """Do an act behind the screen; what comes after it stands where it was asked for."""
        shown, told = self.screen, 0.0
        if not isinstance(shown, Frame):
            return

        def tell(text: str) -> None:
            nonlocal told
            if time.monotonic() - told > PACE:
                told = time.monotonic()
                self.call_later(shown.note, text)

        async def show(after: Place) -> None:
            shown.note("")
            if isinstance(place, Sign) and isinstance(after, Told) and after.tone is Tone.OK:
                # The form behind is of an award that is made: it is not to be made twice.
                await self._come_in()
            self.post_message(Go(after, instead=isinstance(shown.place, PASSED)))

        shown.note(self.carnet.say("tui.wait"))
        shown.aside(lambda: done(place, self.carnet, tell), show)

    def _same_kind(self, place: Place) -> Frame | None:
        """The screen of a form that is being filled, with what was said before."""
        shown = [one for one in self.screen_stack if isinstance(one, Frame)]
        return next((one for one in shown if type(one.place) is type(place)), None)

    async def _renew(self, place: Place) -> None:
        """Back to a form, with what has just been said in it."""
        form = self._same_kind(place)
        while form is not None and self.screen is not form:
            await self.pop_screen()
        if form is not None:
            form.place = place
            form.load()

    def _is_below(self, place: Place) -> bool:
        return any(isinstance(one, Frame) and one.place == place for one in self.screen_stack)

    def _place_shown(self) -> Place | None:
        return self.screen.place if isinstance(self.screen, Frame) else None

    async def _come_in(self) -> None:
        await self._alone()
        self.push_screen(Opening(Home(), self.carnet))
        if self.first is not None:
            self.push_screen(self._screen(self.first))

    async def _close_the_carnet(self) -> None:
        """Nothing of it stays: no screen to go back to, no badge in memory."""
        self.first = None
        await self._to_the_door()
        # In its own thread: a file that is being added is waited for.
        Thread(target=self.carnet.forget, daemon=True).start()

    async def _to_the_door(self) -> None:
        await self._alone()
        self.push_screen(self._screen(Door()))

    async def _alone(self) -> None:
        """Take every screen away, down to Textual's own empty one."""
        while len(self.screen_stack) > 1:
            await self.pop_screen()

    async def _watch(self) -> None:
        is_open = not isinstance(self.screen, Listing) or not isinstance(self.screen.place, Door)
        if is_open and time.monotonic() - self._last_act > self.idle:
            await self._close_the_carnet()

    def _ask_who_it_is(self) -> None:
        """In a thread: which carnets there are, and whether one is locked, is on the disk."""
        with suppress(Exception):  # The opening tells what is wrong.
            if self.carnet.closed:
                self.call_later(self._to_the_door)
            elif self.carnet.locked:
                self.call_from_thread(self.push_screen, PhraseScreen(Phrase(), self.carnet))

    def _screen(self, place: Place) -> Frame:
        if isinstance(place, Importing):
            return ReceivingScreen(place, self.carnet)
        if isinstance(place, Showing):
            return ShowingScreen(place, self.carnet)
        if isinstance(place, Field):
            return FieldScreen(place, self.carnet)
        if isinstance(place, Phrase):
            return PhraseScreen(place, self.carnet)
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
