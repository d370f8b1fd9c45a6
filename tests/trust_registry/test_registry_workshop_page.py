"""docs/registry.md, for a team that decides and for whoever reads the past: its commands run."""

import re
import shlex

from click.testing import CliRunner

from shared.times import instant_text
from tests.house.sources import REPO
from tests.house.test_readme import matches, printed, steps
from trust_registry.cli import main

PAGE = (REPO / "docs/registry.md").read_text(encoding="utf-8")
MARK = f"<!-- run by: tests/trust_registry/{__name__.rpartition('.')[2]}.py -->"
BLOCKS = re.findall(re.escape(MARK) + r"\n```\n(.*?)```", PAGE, re.DOTALL)


def ran(command, at):
    """One line of the page: ours in this process, what belongs to the system outside of it."""
    if not command.startswith("badge-registry "):
        return printed(command, ".")
    done = CliRunner().invoke(main, [*shlex.split(command)[1:], "--at", instant_text(at)])
    return done.output.replace("\N{NO-BREAK SPACE}", " ")


def test_the_commands_of_the_page_do_what_it_shows(own_region, today, monkeypatch):
    monkeypatch.chdir(own_region.folder.parent)

    assert len(BLOCKS) == 3
    for block in BLOCKS:
        for command, shown in steps(block):
            told = ran(command, today)
            assert matches(shown, told), f"$ {command}\n{told}"
