"""Floors and screens: imports go down only, and nobody but a command line opens a screen."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.sources import FLOORS, REPO

LINT = Path(sys.executable).with_name("lint-imports")
CONTRACTS = ("floors", "screens", "commands")


def linted(folder, contract):
    """Run one contract of pyproject.toml over the four floors found in ``folder``."""
    command = [LINT, REPO / "pyproject.toml", "--contract", contract, "--no-cache"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout.rpartition("┘")[2] + done.stderr


@pytest.mark.parametrize("contract", CONTRACTS)
def test_the_house_keeps_its_floors(contract):
    status, told = linted(REPO, contract)

    assert status == 0, told


@pytest.fixture
def a_small_house(tmp_path):
    """The four floors with their screens and command lines, all empty."""
    for floor in FLOORS:
        (tmp_path / floor).mkdir()
        (tmp_path / floor / "__init__.py").touch()
    for room in ("trust_registry/web", "verifier/web", "wallet/web", "wallet/tui"):
        (tmp_path / room).mkdir()
        (tmp_path / room / "__init__.py").touch()
    for room in ("trust_registry", "verifier", "wallet"):
        (tmp_path / room / "cli.py").write_text(f"import {room}.web\n")
    (tmp_path / "wallet/importing.py").touch()
    return tmp_path


@pytest.mark.parametrize("contract", CONTRACTS)
def test_a_command_line_may_open_its_screen(a_small_house, contract):
    status, told = linted(a_small_house, contract)

    assert status == 0, told


@pytest.mark.parametrize(
    ("file", "line", "contract"),
    [
        pytest.param("shared/__init__.py", "import wallet", "floors", id="up from the ground"),
        pytest.param("verifier/__init__.py", "import wallet", "floors", id="up by one"),
        pytest.param("wallet/importing.py", "import verifier.web", "screens", id="another's page"),
        pytest.param("wallet/importing.py", "import wallet.tui", "screens", id="its own screen"),
        pytest.param("wallet/web/__init__.py", "import wallet.cli", "commands", id="a command"),
    ],
)
def test_a_wrong_import_is_caught(a_small_house, file, line, contract):
    (a_small_house / file).write_text(line + "\n")

    status, told = linted(a_small_house, contract)

    assert status == 1, told
