"""What a machine lacks is named at the end, and only the tests that need it are skipped."""

import os
import subprocess
import sys

import pytest

from tests.house.sources import REPO

pytestmark = pytest.mark.slow

TWO_TESTS = """
from tests.missing import need

def test_that_needs_tmux():
    need("tmux")

def test_that_needs_nothing():
    pass
"""


def last_lines(tmp_path, path):
    """The end of a run of two tests with ``path`` to look for programs in."""
    (tmp_path / "test_two.py").write_text(TWO_TESTS)
    done = subprocess.run(
        [
            sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "tests.conftest",
            "--rootdir", tmp_path, "-c", REPO / "pyproject.toml", tmp_path / "test_two.py",
        ],
        cwd=REPO,
        env={**os.environ, "PATH": str(path)},
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    return done.stdout.splitlines()[-2:]


def test_the_last_line_says_what_was_missing(tmp_path):
    summary, last = last_lines(tmp_path, tmp_path)

    assert "1 passed, 1 skipped" in summary
    assert last == "tests skipped: 1; missing on this machine: tmux"


def test_nothing_missing_adds_no_line(tmp_path):
    (tmp_path / "tmux").touch(mode=0o755)

    assert "2 passed" in last_lines(tmp_path, tmp_path)[-1]
