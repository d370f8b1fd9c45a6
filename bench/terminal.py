"""
How fast the terminal is: the first paint, the first line said, and a list of thousands.

    .venv/bin/python -m bench.terminal [--badges 5000]

The real command runs on a terminal of 80 by 24, from its start to a word on it; the list is
moved and searched without a window, and its processor time is counted.
"""

import argparse
import asyncio
import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

from bench.registry import measured, said
from bench.wallet import filled
from tests.wallet.carnets import CATALOGUE, ARun
from tests.wallet.terminal import a_terminal
from wallet.tui.places import Badges
from wallet.tui.screens.listing import Listing
from wallet.tui.widgets.line_list import LineList

TRIES = 5
PATIENCE_SECONDS = 20


def first_paint(folder: Path) -> tuple[float, float]:
    """Seconds from the start to the first choice painted: by the clock, and of the processor."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    command = [str(Path(sys.executable).with_name("badge-wallet")), "--space", str(folder)]
    begun = time.perf_counter()
    run = subprocess.Popen(  # noqa: S603 - our own command
        [*command, "--registry", "none"],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env={**os.environ, "TERM": "xterm-256color"},
        start_new_session=True,
    )
    shown = b""
    while b"Ajouter un badge" not in shown:
        if not select.select([master], [], [], PATIENCE_SECONDS)[0]:
            raise SystemExit("nothing was painted")
        shown += os.read(master, 65536)
    taken = time.perf_counter() - begun, processor_of(run.pid)
    run.send_signal(signal.SIGTERM)
    while run.poll() is None:
        if select.select([master], [], [], 0.1)[0]:
            os.read(master, 65536)
    os.close(master)
    os.close(slave)
    return taken


def first_line(folder: Path) -> float:
    """Seconds of the processor until the first line is said."""
    command = [str(Path(sys.executable).with_name("badge-wallet")), "--space", str(folder)]
    with subprocess.Popen(  # noqa: S603 - the same
        [*command, "--registry", "none", "--texte"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    ) as run:
        if run.stdout is not None:
            run.stdout.readline()
            run.stdout.readline()
        taken = processor_of(run.pid)
        run.communicate("")
    return taken


def processor_of(pid: int) -> float:
    """Seconds of the processor that a program has had."""
    numbers = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, numbers[11:13])) / os.sysconf("SC_CLK_TCK")


async def a_long_list(folder: Path, count: int) -> None:
    """Open the list, move in it, and search one letter."""
    run = ARun(folder)
    async with a_terminal(run) as terminal:
        await terminal.read(f"{count:,}".replace(",", "\N{NARROW NO-BREAK SPACE}"))
        app = terminal.app
        with measured(f"{count} badges: the list, from the key to its rows", 0.1):
            app.push_screen(Listing(Badges(), app.carnet))
            while not any(len(one.rows) >= count for one in app.screen.query(LineList)):  # noqa: ASYNC110
                await asyncio.sleep(0.001)
        lines = app.screen.query_one(LineList)
        with measured(f"{count} badges: one line down", 0.05):
            lines.action_move(1)
            await terminal.pilot.pause()
        with measured(f"{count} badges: to the last line", 0.05):
            lines.action_move(1_000_000)
            await terminal.pilot.pause()
        with measured(f"{count} badges: one letter of a search", 0.05):
            app.screen.letters = "o"
            app.screen._searched(app.screen.page, None)  # noqa: SLF001 - what a key calls
            await terminal.pilot.pause()
    run.close()  # type: ignore[no-untyped-call]


def main() -> None:
    """Measure everything, a line each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--badges", type=int, default=5_000)
    count = parser.parse_args().badges
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work) / "one"
        first_line(folder)  # the modules are compiled, the space is made
        paints = [first_paint(folder) for _ in range(TRIES)]
        clock, processor = (statistics.median(one) for one in zip(*paints, strict=True))
        said("the first paint", clock, 0.5, "s", processor=processor)
        spoken = [first_line(folder) for _ in range(TRIES)]
        said("--texte: the first line (processor)", statistics.median(spoken), 0.15, "s")
        space = filled(Path(work) / "many", count)
        # As it rests after the first look at it: the overview is written.
        space.wallet(CATALOGUE).glance()
        space.close()
        asyncio.run(a_long_list(Path(work) / "many", count))


if __name__ == "__main__":
    main()
