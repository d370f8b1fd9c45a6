"""docs/registry.md, for a team that decides and for whoever reads the past: its commands run."""

import re

import pytest

from tests.house.sources import REPO
from tests.house.test_readme import matches, printed, steps

PAGE = (REPO / "docs/registry.md").read_text(encoding="utf-8")
MARK = f"<!-- run by: tests/trust_registry/{__name__.rpartition('.')[2]}.py -->"
BLOCKS = re.findall(re.escape(MARK) + r"\n```\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.slow
def test_the_commands_of_the_page_do_what_it_shows(tmp_path):
    printed("badge-registry demo region", tmp_path)

    assert len(BLOCKS) == 3
    for block in BLOCKS:
        for command, shown in steps(block):
            told = printed(command, tmp_path).replace("\N{NO-BREAK SPACE}", " ")
            assert matches(shown, told), f"$ {command}\n{told}"
