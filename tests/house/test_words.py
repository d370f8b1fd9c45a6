"""
Words: every code has its sentence in both languages, none is idle, none stands in code.

A message is *used* when its id, written with dots or dashes, stands as a string in
Python or a template, or when a string put together there (``f"answer.{reason}"``,
``"outcome." ~ outcome``) can become it.
"""

import ast
import re
from collections import Counter

import pytest

from tests.house.fluent_words import LANGUAGES, entries, everything, said
from tests.house.sources import FLOORS, in_lines, module, modules, templates

CODE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*(\.[a-z0-9]+([-_][a-z0-9]+)*)+")
SPOKEN = re.compile(r"""\bsay\(\s*["']([\w.-]+)["']\s*[,)]""")
QUOTED = re.compile(r"""["']([^"'\n]*)["']""")
PUT_TOGETHER = re.compile(r"""["']([\w.-]+[.-])["']\s*~""")
IMPLIED_PARTS = {"title", "help"}
SPEAKING_CALLS = {"say", "has", "talk", "Answer"}


def ids(lang, floors=FLOORS):
    return {one.id for floor in floors for one in said(floor, lang)}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("floor", FLOORS)
def test_the_files_are_read_whole(floor, lang):
    found = [e.content[:80] for e in entries(floor, lang) if type(e).__name__ == "Junk"]
    assert found == [], in_lines(found)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_code_has_its_words_once(lang):
    counted = Counter((one.id, one.part) for one in everything(lang))
    found = sorted(key for key, count in counted.items() if count > 1)
    assert found == [], in_lines(found)


@pytest.mark.parametrize("floor", FLOORS)
def test_both_languages_say_the_same_things_with_the_same_facts(floor):
    french, english = ({(o.id, o.part): o.facts for o in said(floor, lang)} for lang in LANGUAGES)
    found = [f"{key}: only in French" for key in sorted(french.keys() - english, key=str)]
    found += [f"{key}: only in English" for key in sorted(english.keys() - french, key=str)]
    found += [
        f"{key}: {sorted(french[key])} in French, {sorted(english[key])} in English"
        for key in sorted(french.keys() & english.keys(), key=str)
        if french[key] != english[key]
    ]
    assert found == [], in_lines(found)


def put_together(node: ast.JoinedStr) -> re.Pattern | None:
    """What an f-string can become; ``None`` when nothing in it is fixed."""
    fixed = [p.value for p in node.values if isinstance(p, ast.Constant)]
    if not re.match(r"[a-z]\w*[.-]", "".join(fixed)):
        return None
    parts = [
        re.escape(str(part.value).replace(".", "-")) if isinstance(part, ast.Constant) else ".+"
        for part in node.values
    ]
    return re.compile("".join(parts))


def used_in_code():
    """(ids that stand as they are, patterns of ids that are put together)."""
    whole, patterns = set(), []
    for one in modules():
        whole |= {node.value.replace(".", "-") for node in one.strings()}
        joined = [node for node in ast.walk(one.tree) if isinstance(node, ast.JoinedStr)]
        patterns += [found for node in joined if (found := put_together(node))]
    for _, text in templates():
        whole |= {quoted.replace(".", "-") for quoted in QUOTED.findall(text)}
        prefixes = PUT_TOGETHER.findall(text)
        patterns += [re.compile(re.escape(p.replace(".", "-")) + ".+") for p in prefixes]
    return whole, patterns


def test_no_words_are_idle():
    whole, patterns = used_in_code()
    mentioned = {name for one in everything("fr") for name in one.mentions}
    found = sorted(
        name
        for name in ids("fr")
        if name.replace("_", "-") not in {w.replace("_", "-") for w in whole} | mentioned
        and not any(pattern.fullmatch(name) for pattern in patterns)
    )
    assert found == [], in_lines(found)


def test_no_part_of_a_message_is_idle():
    strings = {node.value for one in modules() for node in one.strings()}
    strings |= {quoted for _, text in templates() for quoted in QUOTED.findall(text)}
    joined = [n for one in modules() for n in ast.walk(one.tree) if isinstance(n, ast.JoinedStr)]
    patterns = [
        re.compile("".join(".+" if not isinstance(p, ast.Constant) else p.value for p in n.values))
        for n in joined
        if isinstance(n.values[0], ast.Constant) and re.fullmatch("[a-z]+-", n.values[0].value)
    ]
    parts = {one.part for one in everything("fr")} - {None} - IMPLIED_PARTS - strings
    found = sorted(p for p in parts if not any(pattern.fullmatch(p) for pattern in patterns))
    assert found == [], in_lines(found)


def codes_in_python():
    """Codes that are surely words: of an error, a finding or an answer, or said at once."""
    for one in modules():
        for node in ast.walk(one.tree):
            if isinstance(node, ast.ClassDef):
                for line, name in _codes_of_a_class(node):
                    yield f"{one.path}:{line}", name
            elif isinstance(node, ast.Call):
                for line, name in _codes_of_a_call(node):
                    yield f"{one.path}:{line}", name


def _codes_of_a_class(node):
    for line in node.body:
        target = getattr(line, "target", None) or next(iter(getattr(line, "targets", [])), None)
        value = getattr(line, "value", None)
        text = getattr(value, "value", None)
        if getattr(target, "id", "") == "code" and isinstance(text, str):
            yield line.lineno, text


def _codes_of_a_call(node):
    name = getattr(node.func, "id", None) or getattr(node.func, "attr", "")
    first = node.args[:1] if name in SPEAKING_CALLS else []
    keyed = [keyword.value for keyword in node.keywords if keyword.arg == "code"]
    for value in first + keyed:
        for constant in ast.walk(value):
            text = getattr(constant, "value", None)
            if isinstance(text, str) and CODE.fullmatch(text):
                yield constant.lineno, text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_code_is_without_words(lang):
    known = ids(lang)
    asked = list(codes_in_python()) + [
        (path, name) for path, text in templates() for name in SPOKEN.findall(text)
    ]
    found = sorted({f"{name} ({w})" for w, name in asked if name.replace(".", "-") not in known})
    assert found == [], in_lines(found)


@pytest.mark.parametrize(
    "line",
    [
        'class Lost(BadgeError):\n    code = "read.lost"',
        'Finding(check="x", code="read.lost", outcome=y)',
        'say("read.lost", facts, lang=lang)',
        'say("read.found" if found else "read.lost")',
    ],
)
def test_a_code_in_python_is_seen(line):
    tree = module("x.py", line).tree
    seen = [
        name
        for node in ast.walk(tree)
        for _, name in [
            *(_codes_of_a_class(node) if isinstance(node, ast.ClassDef) else ()),
            *(_codes_of_a_call(node) if isinstance(node, ast.Call) else ()),
        ]
    ]
    assert "read.lost" in seen
