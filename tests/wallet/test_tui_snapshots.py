"""Every screen of a journey is the one that was looked at; without colour it is as complete."""

import re

import pytest
from rich.cells import cell_len

from tests.wallet.snapshots import FOLDER, MODES, WAY, file_of, screens

pytestmark = pytest.mark.slow
NAMES = [name for name, _, _ in WAY if name is not None]
ENOUGH = {"up", "down", "left", "right", "home", "end", "enter", "escape", "f1", "f2", *"empor"}


@pytest.mark.parametrize(
    "mode", ["80x24", "80x24-no-colour", pytest.param("120x40", marks=pytest.mark.proof)]
)
async def test_the_screens_are_those_that_were_looked_at(tmp_path, mode):
    found = await screens(tmp_path, mode)

    assert list(found) == NAMES
    for name, text in found.items():
        kept = file_of(name, mode).read_text(encoding="utf-8")
        assert text == kept, f"{name}: look at it, then python -m tests.wallet.snapshots"


def test_no_screen_is_kept_that_is_not_on_the_way():
    assert {path.name for path in FOLDER.glob("*.txt")} == {
        file_of(name, mode).name for name in NAMES for mode in MODES
    }


@pytest.mark.parametrize("name", NAMES)
def test_without_colour_nothing_is_missing_but_the_picture(name):
    """The words are the same, in the same order: no state and no choice is told by colour."""
    plain, coloured = (words(file_of(name, mode)) for mode in ("80x24-no-colour", "80x24"))

    assert plain == coloured


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", NAMES)
def test_a_screen_fits_and_marks_one_choice(name, mode):
    (width, height), _ = MODES[mode]
    lines = file_of(name, mode).read_text(encoding="utf-8").rstrip("\n").split("\n")

    assert len(lines) <= height
    assert all(cell_len(line) <= width for line in lines)
    marks = [line for line in lines if re.match(r"\s*> ", line) or "[ " in line]
    assert len(marks) == (0 if name == "help" else 1)


def test_the_way_needs_no_other_keys_than_arrows_enter_and_esc():
    assert {key for _, keys, _ in WAY for key in keys} <= ENOUGH


def words(file):
    """What is said on a screen, without what draws a picture or a frame around its name."""
    text = file.read_text(encoding="utf-8")
    text = re.sub(r"[│╭╰].*?[│╮╯]|▀+", "", text)
    return text.split()
