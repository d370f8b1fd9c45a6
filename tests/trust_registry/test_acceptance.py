"""docs/acceptance.md: each check of the study has a test that exists, a measure or a decision."""

import ast
import re
from functools import cache

import pytest

from tests.house.sources import REPO

PAGE = (REPO / "docs/acceptance.md").read_text(encoding="utf-8")
ROWS = [
    (int(number), what.strip(), shown.strip())
    for number, what, shown in re.findall(r"^\| (\d+) \| (.*?) \| (.*) \|$", PAGE, re.MULTILINE)
]
CHECKS = range(1, 54)
TEST = re.compile(r"`([\w/]+\.py)::(\w+(?:::\w+)?)`")
DECISION = re.compile(r"\]\((decisions/[\w-]+\.md)\)")
MEASURE = re.compile(r"measured by `(bench/\w+\.py)`")
OPEN = "open"
"""Nobody shows it yet: said, rather than left out."""


@cache
def named_in(file):
    """The names of the tests of a file, those of a class after its name."""
    tree = ast.parse((REPO / "tests" / file).read_text(encoding="utf-8"))
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    functions = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    return functions | {
        f"{one.name}::{node.name}"
        for one in classes
        for node in one.body
        if isinstance(node, ast.FunctionDef)
    }


def test_every_check_has_its_line_once_and_in_order():
    assert [number for number, _, _ in ROWS] == list(CHECKS)


@pytest.mark.parametrize(("number", "what", "shown"), ROWS)
def test_a_check_is_shown_by_what_exists(number, what, shown):
    tests, decisions, measures = (
        TEST.findall(shown),
        DECISION.findall(shown),
        MEASURE.findall(shown),
    )

    assert what
    assert tests or decisions or measures or shown == OPEN
    for file, name in tests:
        assert name.startswith(("test_", "Test"))
        assert name in named_in(file), f"{file}::{name}"
    for path in (*(f"docs/{one}" for one in decisions), *measures):
        assert (REPO / path).is_file()


def test_whatever_names_a_test_is_read_as_one():
    assert PAGE.count(".py::") == sum(len(TEST.findall(s)) for *_, s in ROWS)


def test_what_is_left_for_later_stands_in_its_decision():
    later = " ".join((REPO / "docs" / DECISION.search(PAGE)[1]).read_text().split())

    for word in ("Witnesses", "hash of each badge", "OpenID Federation"):
        assert word in later
