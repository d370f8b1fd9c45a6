"""The real command on a real terminal, which stays as it was whatever way it is left."""

import shlex
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.missing import need
from tests.wallet.cells import drawn, of_capture, read_by_a_telephone

pytestmark = pytest.mark.slow
PATIENCE_SECONDS = 30
AFTER = "the shell is back: "


class Window:
    """One window of tmux, 80 by 24, with the command in it."""

    def __init__(self, socket, command):
        self.tmux = ["tmux", "-L", socket, "-f", "/dev/null"]
        line = f"{shlex.join(map(str, command))}; echo '{AFTER}'$?; sleep 60"
        self("new-session", "-d", "-x", "80", "-y", "24", line)

    def __call__(self, *words):
        done = subprocess.run([*self.tmux, *words], capture_output=True, text=True, check=True)
        return done.stdout.replace("\N{NO-BREAK SPACE}", " ")

    def press(self, *keys):
        self("send-keys", *keys)

    def read(self, wanted):
        """Wait until the window shows something."""
        for _ in range(PATIENCE_SECONDS * 10):
            shown = self("capture-pane", "-p")
            if wanted in shown:
                return shown
            time.sleep(0.1)
        raise AssertionError(f"{wanted!r} is not in the window:\n{shown}")

    @property
    def modes(self):
        """Whether the other screen is on, and the mouse is reported."""
        return self("display", "-p", "#{alternate_on} #{mouse_any_flag}").split()


@pytest.fixture
def window(tmp_path):
    """A way to open a window; all of them are closed at the end."""
    need("tmux")
    opened = []

    def open_(*words):
        command = [Path(sys.executable).with_name("badge-wallet"), "--space", tmp_path / "space"]
        opened.append(Window(f"badges-{tmp_path.name}-{len(opened)}", [*command, *words]))
        return opened[-1]

    yield open_
    for one in opened:
        subprocess.run([*one.tmux, "kill-server"], capture_output=True, check=False)


def test_a_badge_is_looked_at_added_and_found_again_by_keys(window, region):
    file = region.folder / "badges/amina-ordinateur.png"
    terminal = window("--registry", region.folder, "--at", "2026-11-22T12:00:00Z", file)

    terminal.read("✔ Ce badge est valable.")
    terminal.read("La suite est plus bas")
    terminal.press("Enter")
    terminal.read("Terminé : un badge ajouté")
    terminal.press("Escape")
    terminal.read("[ Ajouter à mon carnet ]")
    terminal.press("Escape")
    terminal.read("Vous avez un badge.")
    terminal.press("Down", "Enter")
    terminal.read("> Ordinateur   ✔ Valable")
    assert terminal.modes == ["1", "1"]

    terminal.press("C-q")

    terminal.read(f"{AFTER}0")
    assert terminal.modes == ["0", "0"]


def test_a_telephone_reads_the_link_from_the_real_cells(window, region):
    file = region.folder / "badges/marie-therese-texte.png"
    terminal = window(
        "--registry", region.folder, "--replay", region.bundle, "--at", "2026-11-22T12:00:00Z", file
    )
    terminal.read("[ Ajouter à mon carnet ]")
    terminal.press("Enter")
    terminal.read("Terminé : un badge ajouté")
    terminal.press("Enter")
    terminal.read("[ Montrer ce badge ]")
    terminal.press("Enter")
    terminal.read("Visez ce carré")

    (read,) = read_by_a_telephone(drawn(of_capture(terminal("capture-pane", "-p", "-e"))))

    assert read.startswith("https://badges-partages.example/v1/assertion/")


@pytest.mark.parametrize("signal", ["-TERM", "-HUP"])
def test_a_terminal_that_is_told_to_end_is_left_clean(window, tmp_path, signal):
    terminal = window("--registry", "none")
    terminal.read("Votre carnet est vide.")
    line = terminal("list-panes", "-F", "#{pane_pid}").strip()
    children = subprocess.run(
        ["ps", "-o", "pid=,args=", "--ppid", line], capture_output=True, text=True, check=True
    )
    (pid,) = [row.split()[0] for row in children.stdout.splitlines() if "badge-wallet" in row]

    subprocess.run(["kill", signal, pid], check=True)

    terminal.read(AFTER)
    assert terminal.modes == ["0", "0"]


def test_in_plain_lines_the_command_talks(window):
    terminal = window("--texte", "--registry", "none", "--lang", "en")
    shown = terminal.read("Your choice, then Enter:")
    assert "1. Add a badge." in shown
    assert terminal.modes == ["0", "0"]

    terminal.press("4", "Enter")
    terminal.read("Who are you?")
    terminal.press("2", "Enter")

    terminal.read(f"{AFTER}0")


def test_without_a_terminal_the_command_alone_gives_its_help(tmp_path):
    command = [Path(sys.executable).with_name("badge-wallet"), "--space", tmp_path / "space"]

    done = subprocess.run(command, capture_output=True, text=True, check=False, input="")

    assert (done.returncode, done.stderr) == (0, "")
    assert "Usage: badge-wallet" in done.stdout
    assert not (tmp_path / "space").exists()


def test_without_a_terminal_a_file_is_told_line_by_line(tmp_path, region):
    command = [Path(sys.executable).with_name("badge-wallet"), "--space", tmp_path / "space"]
    file = region.folder / "badges/amina-ordinateur.png"
    words = ["--registry", region.folder, "--at", "2026-11-22T12:00:00Z", file]

    done = subprocess.run([*command, *words], capture_output=True, text=True, check=False, input="")

    assert (done.returncode, done.stderr) == (0, "")
    assert "Ce badge est valable." in done.stdout


def test_a_word_that_is_no_command_and_no_file_is_still_refused(tmp_path):
    command = [Path(sys.executable).with_name("badge-wallet"), "--space", tmp_path / "space"]

    done = subprocess.run(
        [*command, "nothing.png"], capture_output=True, text=True, check=False, cwd=tmp_path
    )

    assert done.returncode == 2
    assert "nothing.png" in done.stderr
