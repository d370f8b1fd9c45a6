"""A terminal in the hand of a test: keys in, what can be read out."""

import asyncio
from contextlib import asynccontextmanager

from wallet.tui.app import CarnetApp
from wallet.tui.carnet import Carnet
from wallet.tui.widgets.line_list import LineList

SMALL, LARGE = (80, 24), (120, 40)
PATIENCE_SECONDS = 10


class Terminal:
    """One run of the screens, without a window."""

    def __init__(self, app, pilot):
        self.app = app
        self.pilot = pilot

    @property
    def text(self):
        """The screen, line by line; Textual has no public door to it."""
        strips = self.app.screen._compositor.render_strips()
        lines = ("".join(part.text for part in strip).rstrip() for strip in strips)
        return "\n".join(lines).replace("\N{NO-BREAK SPACE}", " ")

    @property
    def lines(self):
        return self.text.split("\n")

    @property
    def marked(self):
        """What stands on the line with the mark."""
        return [line.strip()[2:] for line in self.lines if line.lstrip().startswith("> ")]

    @property
    def rows(self):
        return self.app.screen.query_one(LineList).rows

    async def press(self, *keys):
        for key in keys:
            await self.pilot.press(key)

    async def read(self, wanted):
        """Wait until the screen says something; then everything has settled."""
        for _ in range(PATIENCE_SECONDS * 50):
            await self.pilot.pause()
            if wanted in self.text:
                return self.text
            await asyncio.sleep(0.02)
        raise AssertionError(f"{wanted!r} is not on the screen:\n{self.text}")

    async def settle(self):
        """Wait until nothing changes any more: what comes from a thread has come."""
        before = None
        while before != self.text:
            before = self.text
            await self.pilot.pause(0.1)

    async def go(self, *keys, to):
        """Press keys, one screen after another, until a text is there."""
        await self.press(*keys)
        return await self.read(to)


@asynccontextmanager
async def a_terminal(run, *, size=SMALL, first=None, **options):
    app = CarnetApp(Carnet(run), first=first, **options)
    async with app.run_test(size=size, notifications=True) as pilot:
        yield Terminal(app, pilot)
