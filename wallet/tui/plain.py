"""
The wallet line by line, for screen readers and the simplest terminals.

The same pages as the screens: a title, sentences, numbered choices, one question.  States
are words; there is no box, sign, colour or movement of the cursor.  Long lines are left
whole: who listens to them wants whole sentences.
"""

import re
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from shared.errors import BadgeError
from wallet.errors import WrongPhrase
from wallet.tui.acts import done, is_act
from wallet.tui.carnet import Carnet
from wallet.tui.folders import named
from wallet.tui.page import Page, Row, Tone
from wallet.tui.pages import page_of
from wallet.tui.places import (
    Awarding,
    Back,
    ChooseBadge,
    Done,
    Door,
    Field,
    Home,
    Importing,
    Leave,
    OtherActs,
    Palette,
    Phrase,
    Place,
    Protecting,
    Saving,
    Seen,
    Sign,
    Told,
    Typing,
)
from wallet.tui.receiving import Receiving
from wallet.tui.texts import bare, folded, paragraphs
from wallet.tui.waiting import pause_after

PROGRESS_SECONDS = 5.0
"""Between two lines about files coming in: each one is read aloud."""
DRAWN = re.compile(r"[\u2190-\u28ff]+\s*")
"""Arrows, boxes, blocks, signs, braille: read aloud letter by letter, or not at all."""

PASSED = (Palette, OtherActs, Saving, Protecting, ChooseBadge, Told)
"""Pages on the way to an act: nobody comes back to them after it."""

RENEWED = (Awarding, Seen)
"""Forms: one page each, whatever is said in them."""

Ask = Callable[[str], str]
Tell = Callable[[str], None]


class Conversation:
    """One visit, from question to question."""

    def __init__(
        self,
        carnet: Carnet,
        *,
        ask: Ask,
        tell: Tell,
        clock: Callable[[], float],
        hidden: Ask | None = None,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        """
        Begin at the opening.

        Args:
            ask: gives a prompt and returns what was typed, or raises ``EOFError``.
            hidden: the same for a phrase, which nobody beside may read.
        """
        self.carnet = carnet
        self._ask = ask
        self._ask_unseen = hidden or ask
        self._wait = wait
        self._tell = tell
        self._clock = clock
        self._way: list[Place] = []
        self._first: Place | None = None
        self._titled = False

    def run(self, first: Place | None = None) -> None:
        """Talk until the person leaves, or the input ends."""
        self._first = first
        try:
            self._begin()
            while self._way:
                self._one_place(self._way[-1])
        except (EOFError, KeyboardInterrupt):
            pass
        self.say(self.carnet.say("tui.plain-bye"))

    def _begin(self) -> None:
        """Say at once what this is: silence says nothing; then ask who it is, if need be."""
        self.say("")
        self.say(self.carnet.say("tui.home"))
        self._titled = True
        with suppress(Exception):  # The page tells what is wrong.
            if self.carnet.closed:
                self._way = [Door()]
                return
        self._enter()

    def _enter(self) -> None:
        """The opening, and over it what was asked for, once."""
        self._way = [Home(), *([self._first] if self._first is not None else [])]
        self._first = None

    def say(self, text: str) -> None:
        """Say one line."""
        self._tell(DRAWN.sub("", bare(text)).strip())

    def _one_place(self, place: Place) -> None:
        if isinstance(place, Typing):
            self._type()
            return
        if isinstance(place, Phrase):
            self._ask_phrase()
            return
        if isinstance(place, Field):
            self._fill(place)
            return
        page = self._received(place) if isinstance(place, Importing) else self._said(place)
        rows = page.rows
        if isinstance(place, Home):
            rows = (*rows, Row(label=self.carnet.say("tui.palette"), goes=Palette()))
        if not any(isinstance(row.goes, Back | Leave | Done) for row in rows):
            rows = (*rows, Row(label=self.carnet.say("tui.back"), goes=Back()))
        self._number(rows)
        self._go(self._chosen(rows).goes)

    def _go(self, place: Place) -> None:
        if isinstance(place, Leave):
            self._way.clear()
        elif isinstance(place, Back):
            self._way.pop()
        elif isinstance(place, Done):
            self.carnet.forget()
            self._way = [Door()]
        elif isinstance(place, Home):
            self._enter()
        elif is_act(place):
            self._go(self._done(place))
        elif isinstance(place, RENEWED) and type(place) in map(type, self._way):
            del self._way[[type(one) for one in self._way].index(type(place)) :]
            self._way.append(place)
        elif place in self._way:
            del self._way[self._way.index(place) + 1 :]
        else:
            self._way.append(place)

    def _done(self, place: Place) -> Place:
        """Do an act; how far it is, at most every few seconds."""
        if isinstance(self._way[-1], PASSED):
            self._way.pop()
        told = self._clock()

        def tell(text: str) -> None:
            nonlocal told
            if self._clock() - told >= PROGRESS_SECONDS:
                told = self._clock()
                self.say(text)

        after = done(place, self.carnet, tell)
        if isinstance(place, Sign) and isinstance(after, Told) and after.tone is Tone.OK:
            # The form behind is of an award that is made: it is not to be made twice.
            self._way = [Home()]
        return after

    def _fill(self, field: Field) -> None:
        """Ask for one line; an empty one goes back."""
        self._way.pop()
        self.say("")
        self.say(self.carnet.say(field.code))
        self.say(self.carnet.say(field.code, part="help"))
        ask = self._ask_unseen if field.hidden else self._ask
        typed = ask(self._prompt("tui.plain-field")).strip()
        if typed:
            self._go(field.then(typed))

    def _said(self, place: Place) -> Page:
        if not self.carnet.closed:
            self._unlock()
        page = page_of(place, self.carnet)
        if not (isinstance(place, Home) and self._titled):
            self.say("")
            self.say(page.title)
        self._titled = False
        for line in page.lines:
            for text in paragraphs(line.text):
                self.say(text)
        return page

    def _received(self, place: Importing) -> Page:
        """Add files; how far it is, at most every few seconds."""
        receiving = Receiving(given=place.given)
        told = self._clock()

        def tell() -> None:
            nonlocal told
            if self._clock() - told >= PROGRESS_SECONDS and not receiving.ended:
                told = self._clock()
                self.say(receiving.summary(self.carnet))

        receiving.run(self.carnet, tell)
        self.say("")
        self.say(receiving.summary(self.carnet))
        self._way[-1] = Home()
        return Page(title="", rows=tuple(receiving.rows))

    def _type(self) -> None:
        typed = self._ask(self._prompt("tui.plain-name"))
        given = named(typed, home=Path.home()) if typed.strip() else ()
        if given:
            self._way[-1] = Importing(given)
        else:
            self._way.pop()

    def _unlock(self) -> None:
        """Ask for the phrase until it opens; each wrong one takes longer to answer."""
        with suppress(BadgeError):  # The page tells why it cannot be opened.
            wrong = 0
            while self.carnet.locked:
                try:
                    self.carnet.unlock(self._ask_unseen(self._prompt("lock.ask")))
                except WrongPhrase as error:
                    wrong += 1
                    self.say(self.carnet.say(error.code, error.facts))
                    self.say(self.carnet.say(error.code, error.facts, part="help"))
                    self._wait(pause_after(wrong))

    def _ask_phrase(self) -> None:
        self._unlock()
        self._enter()

    def _number(self, rows: tuple[Row, ...]) -> None:
        for number, row in enumerate(rows, 1):
            code = "tui.plain-hinted" if row.hint else "tui.plain-choice"
            facts = {"number": str(number), "label": row.label, "hint": row.hint}
            self.say(self.carnet.say(code, facts))

    def _chosen(self, rows: tuple[Row, ...]) -> Row:
        """A number, or the first letters of a choice."""
        while True:
            typed = _letters(self._ask(self._prompt("tui.plain-ask")))
            if typed.isdecimal() and 0 < int(typed) <= len(rows):
                return rows[int(typed) - 1]
            found = [row for row in rows if typed and _letters(row.label).startswith(typed)]
            whole = [row for row in found if _letters(row.label) == typed]
            if len(whole or found) == 1:
                return (whole or found)[0]
            self.say(self.carnet.say("tui.plain-several" if found else "tui.plain-unknown"))

    def _prompt(self, code: str) -> str:
        return f"{bare(self.carnet.say(code))} "


def converse(carnet: Carnet, first: Place | None) -> None:
    """Talk over the standard input and output."""
    Conversation(carnet, ask=input, tell=print, clock=time.monotonic, hidden=_unseen).run(first)


def _letters(text: str) -> str:
    """A choice as somebody types it in a hurry: an apostrophe is a space."""
    return " ".join(folded(bare(text)).replace("’", " ").replace("'", " ").split())


def _unseen(prompt: str) -> str:
    from getpass import getpass

    return getpass(prompt) if sys.stdin.isatty() else input(prompt)
