"""Names say what a thing is, and nothing grows past what one screen shows."""

import ast
import re

import pytest

from tests.house.sources import FLOORS, REPO, in_lines, modules

MAX_FUNCTION_LINES = 50
MAX_MODULE_LINES = 400
"""Hard limits; the house aims at 40 and 300 (CONTRIBUTING.md)."""
MAX_CONFTEST_LINES = 80
EMPTY_WORDS = {"util", "utils", "helper", "helpers", "common", "manager", "service", "data", "misc"}
EMPTY_ENDINGS = EMPTY_WORDS - {"data"}
"""``image_data`` and its like are what a format calls its parts."""
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def definitions(one):
    kinds = (*FUNCTIONS, ast.ClassDef)
    return (node for node in ast.walk(one.tree) if isinstance(node, kinds))


def words_of(name):
    """``CamelCase`` and ``snake_case`` as lower-case words."""
    return [word.lower() for word in re.findall(r"[A-Z]?[a-z0-9]+|[A-Z]+", name)]


def test_no_file_or_folder_is_named_for_what_it_hides():
    found = [
        one.path
        for one in modules(*FLOORS, "tests", "tools")
        if {part.removesuffix(".py") for part in one.path.split("/")} & EMPTY_WORDS
    ]
    assert found == [], in_lines(found)


def test_no_class_or_function_is_named_for_what_it_hides():
    found = [
        f"{one.path}:{node.lineno} {node.name}"
        for one in modules()
        for node in definitions(one)
        if node.name in EMPTY_WORDS
        or node.name.startswith("handle_")
        or not EMPTY_ENDINGS.isdisjoint(words_of(node.name)[-1:])
    ]
    assert found == [], in_lines(found)


@pytest.mark.parametrize(
    ("name", "words"), [("KeyManager", ["key", "manager"]), ("handle_x", ["handle", "x"])]
)
def test_names_are_split_into_words(name, words):
    assert words_of(name) == words


def test_no_function_is_longer_than_a_screen():
    found = sorted(
        (node.end_lineno - node.lineno + 1, f"{one.path}:{node.lineno} {node.name}")
        for one in modules(*FLOORS, "tests", "tools")
        for node in definitions(one)
        if isinstance(node, FUNCTIONS) and node.end_lineno - node.lineno >= MAX_FUNCTION_LINES
    )
    assert found == [], in_lines(found)


def test_no_module_is_longer_than_a_sitting():
    found = sorted(
        (one.text.count("\n"), one.path)
        for one in modules()
        if one.text.count("\n") > MAX_MODULE_LINES
    )
    assert found == [], in_lines(found)


def test_the_shared_fixtures_stay_few():
    assert (REPO / "tests/conftest.py").read_text().count("\n") <= MAX_CONFTEST_LINES


def test_every_module_says_what_it_is_for():
    found = [
        one.path
        for one in modules(*FLOORS, "tests", "tools")
        if one.text.strip() and not ast.get_docstring(one.tree)
    ]
    assert found == [], in_lines(found)


def test_nothing_is_left_for_another_day():
    left = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
    found = [
        f"{one.path}:{number}"
        for one in modules()
        for number, line in enumerate(one.text.splitlines(), 1)
        if left.search(line)
    ]
    assert found == [], in_lines(found)
