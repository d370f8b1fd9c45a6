"""Errors: each kind raised on purpose has a code of its own, for ever, and words."""

import ast
import re
from collections import Counter

import pytest

from tests.house.fluent_words import LANGUAGES, everything
from tests.house.sources import in_lines, modules

CODE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+")


def error_classes():
    """Every class below ``BadgeError`` as (where, name, its own code or ``None``)."""
    classes = [
        (one.path, node)
        for one in modules()
        for node in ast.walk(one.tree)
        if isinstance(node, ast.ClassDef)
    ]
    ours = {"BadgeError"}
    while True:
        more = {n.name for _, n in classes if ours & {getattr(b, "id", "") for b in n.bases}}
        if more <= ours:
            break
        ours |= more
    return [(f"{path}:{n.lineno}", n.name, own_code(n)) for path, n in classes if n.name in ours]


def own_code(node):
    for line in node.body:
        targets = getattr(line, "targets", None) or [getattr(line, "target", None)]
        if any(getattr(target, "id", "") == "code" for target in targets):
            return getattr(line.value, "value", None)
    return None


def test_there_are_errors_to_look_at():
    assert "ProofInvalid" in {name for _, name, _ in error_classes()}


def test_every_error_has_a_code_of_its_own():
    found = [f"{where} {name}: {code}" for where, name, code in error_classes() if not code]
    assert found == [], in_lines(found)


def test_codes_have_one_form():
    found = [f"{w} {name}: {code}" for w, name, code in error_classes() if not CODE.fullmatch(code)]
    assert found == [], in_lines(found)


def test_no_code_is_used_twice():
    counted = Counter(code for _, _, code in error_classes())
    found = [f"{w} {name}: {code}" for w, name, code in error_classes() if counted[code] > 1]
    assert found == [], in_lines(found)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_error_has_words(lang):
    known = {one.id for one in everything(lang)}
    found = [
        f"{where} {name}: {code}"
        for where, name, code in error_classes()
        if code and code.replace(".", "-") not in known
    ]
    assert found == [], in_lines(found)
