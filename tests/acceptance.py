"""The tables of docs/acceptance.md as tests read them: a check, what it is, what shows it."""

import ast
import re
from dataclasses import dataclass
from functools import cache

from tests.house.sources import REPO

PAGE = (REPO / "docs/acceptance.md").read_text(encoding="utf-8")
TEST = re.compile(r"`([\w/]+\.py)::(\w+(?:::\w+)?)`")
DECISION = re.compile(r"\]\((decisions/[\w-]+\.md)\)")
MEASURE = re.compile(r"measured by `(bench/\w+\.py)`")
OPEN = "open"
"""Nobody shows it yet: said, rather than left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One check of a study."""

    number: str
    what: str
    shown: str

    @property
    def tests(self):
        """The (file, name) of each test that is named."""
        return TEST.findall(self.shown)

    @property
    def files(self):
        """The decisions and the measures that are named, from the project's folder."""
        decisions = [f"docs/{one}" for one in DECISION.findall(self.shown)]
        return [*decisions, *MEASURE.findall(self.shown)]


def rows(letter=""):
    """The rows whose number begins with a letter, in the order of the page."""
    found = re.findall(rf"^\| ({letter}\d+) \| (.*?) \| (.*) \|$", PAGE, re.MULTILINE)
    return [Row(number=no, what=what.strip(), shown=shown.strip()) for no, what, shown in found]


@cache
def named_in(file):
    """The names of the tests of a file, those of a class after its name."""
    tree = ast.parse((REPO / "tests" / file).read_text(encoding="utf-8"))
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    return {node.name for node in tree.body if isinstance(node, functions)} | {
        f"{one.name}::{node.name}"
        for one in classes
        for node in one.body
        if isinstance(node, functions)
    }


def check_it_is_shown(row):
    """Fail unless a row names what exists: tests, a measure or a decision; or says « open »."""
    assert row.what
    assert row.tests or row.files or row.shown == OPEN
    assert row.shown.count(".py::") == len(row.tests), "whatever names a test is read as one"
    for file, name in row.tests:
        assert name.startswith(("test_", "Test"))
        assert name in named_in(file), f"{file}::{name}"
    for path in row.files:
        assert (REPO / path).is_file(), path
