"""
README: what it shows is what happens.

Each block of commands stands below a comment that says how it is kept true:
``<!-- run -->`` (here, in order, in one folder), ``<!-- run in make proof: ... -->`` or
``<!-- not run: the reason -->``. In a block that is run, a line with ``$ `` is a command,
the lines below it are what it prints, and ``…`` stands for anything.
"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.sources import FLOORS, REPO, in_lines
from verifier.verdict import EXIT_FOR, Level

README = (REPO / "README.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"(?:^<!-- ([^\n]*?) -->\n)?^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
HERE, IN_PROOF, NOT = "run", "run in make proof", "not run"
BLOCKS = [(mark or "", language, inside) for mark, language, inside in BLOCK.findall(README)]
LINK = re.compile(r"\[[^\]]*\]\((?!https?:|#)([^)]+)\)")
ANYTHING = "…"
PATIENCE_S = 120


def marked(wanted):
    return [inside for mark, _, inside in BLOCKS if mark.partition(":")[0] == wanted]


def steps(block):
    """A block as (command, the lines it must print)."""
    found = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        elif found:
            found[-1][1].append(line)
    return found


def printed(command, folder):
    """Run one line with the commands of this environment; both streams, as a terminal shows."""
    bin_first = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env={**os.environ, "PATH": bin_first, "COLUMNS": "100", "LC_ALL": "C.UTF-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    return done.stdout


def matches(shown, printed_text):
    """Whether the lines of README, with their wildcards, are the lines that were printed."""
    pattern = "\n".join(shown).strip()
    pieces = [re.escape(piece) for piece in pattern.split(ANYTHING)]
    return re.fullmatch(".*".join(pieces), printed_text.strip(), re.DOTALL) is not None


def test_every_block_says_how_it_is_kept_true():
    kinds = {HERE, IN_PROOF, NOT}
    found = [inside for mark, _, inside in BLOCKS if mark.partition(":")[0] not in kinds]
    assert found == [], in_lines(found)


def test_what_is_not_run_has_a_reason():
    found = [mark for mark, _, _ in BLOCKS if mark.startswith(NOT) and len(mark.split()) < 4]
    assert found == [], in_lines(found)


def test_the_transcripts_are_true(tmp_path):
    for block in marked(HERE):
        for command, shown in steps(block):
            told = printed(command, tmp_path)
            assert matches(shown, told), f"$ {command}\n{told}"


@pytest.mark.proof
def test_the_plain_lines_install_a_copy(tmp_path):
    copy = tmp_path / "copy"
    subprocess.run(["git", "clone", "--quiet", REPO, copy], check=True)
    for block in marked(IN_PROOF):
        for line in block.splitlines():
            subprocess.run(shlex.split(line), cwd=copy, check=True, stdin=subprocess.DEVNULL)

    assert (copy / "instance/region").is_dir()


def test_every_target_of_make_exists():
    known = set(re.findall(r"^([a-z]+):.*## ", (REPO / "Makefile").read_text(), re.MULTILINE))
    named = set(re.findall(r"(?:^|`)make ([a-z]+)", README, re.MULTILINE))
    assert named - known == set()


def test_every_link_and_file_exists():
    named = LINK.findall(README) + re.findall(r"-r (\S+\.txt)", README)
    found = [name for name in named if not (REPO / name).exists()]
    assert found == [], in_lines(found)


def test_the_map_has_every_floor():
    assert [floor for floor in FLOORS if f"| `{floor}/` |" not in README] == []


@pytest.mark.parametrize("level", Level)
def test_the_exit_statuses_are_those_of_the_program(level):
    rows = re.findall(r"^\| (\d) \| (.*?) \|", README, re.MULTILINE)
    status = [int(number) for number, levels in rows if f"`{level}`" in levels]

    assert status == [EXIT_FOR[level]]


@pytest.mark.parametrize(
    ("shown", "told", "same"),
    [
        (["Ce badge est valable."], "Ce badge est valable.\n", True),
        (["Remis par …", "fin"], "Remis par Fablab\nfin", True),
        (["Ce badge est valable."], "Ce badge n’est pas valable.", False),
        ([], "", True),
        ([], "something", False),
    ],
)
def test_a_transcript_is_compared_line_by_line(shown, told, same):
    assert matches(shown, told) is same
