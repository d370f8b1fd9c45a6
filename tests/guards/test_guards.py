"""Guards: each stands where the list says, and a test turns red when it is taken away."""

import ast
import subprocess
import sys
from collections import Counter

import pytest

from tests.house.sources import REPO, in_lines
from tools.remove_guards import guards

GUARDS = guards()
AT_LEAST = 40


def test_there_are_guards_to_look_at():
    assert len(GUARDS) >= AT_LEAST
    assert [name for name, count in Counter(one.guard for one in GUARDS).items() if count > 1] == []


@pytest.mark.parametrize("one", GUARDS, ids=lambda one: one.guard)
def test_a_guard_stands_exactly_once_and_the_file_is_python_without_it(one):
    ast.parse(one.removed((REPO / one.file).read_text(encoding="utf-8")))


def test_the_tests_of_the_guards_are_there():
    found = []
    for one in GUARDS:
        for test in one.test.split():
            file, *names = test.split("::")
            tree = ast.parse((REPO / file).read_text(encoding="utf-8"))
            known = {getattr(node, "name", None) for node in ast.walk(tree)}
            found += [f"{one.guard}: {test}"] * (not known.issuperset(names))
    assert found == [], in_lines(found)


@pytest.mark.proof
def test_every_guard_is_missed_by_a_test():
    command = [sys.executable, str(REPO / "tools" / "remove_guards.py")]
    done = subprocess.run(command, cwd=REPO, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
