"""No sentence for people stands in Python, in a template or in a script of a page."""

import ast
import re

import pytest

from tests.house.sources import FLOORS, REPO, in_lines, module, modules, templates

WORD = re.compile(r"[^\W\d_]{2,}")
SENTENCE = re.compile(r"\s*[«\"(]?[A-ZÀ-Ý][\w’'-]*[ \u00a0][^<>{}=]*|.*\w[^<>{}=]* [^<>{}=]*[.!?…]")
MANY_WORDS = 3
FOR_PROGRAMMERS = {
    "ValueError", "TypeError", "RuntimeError", "KeyError", "LookupError", "AssertionError",
    "NotImplementedError", "OSError", "TimeoutError", "ConnectionError",
}  # fmt: skip
"""What is raised with these is a fault of the program, and nobody's screen shows it."""
FOR_HELP = {"help", "short_help", "epilog"}
"""``--help`` is English, like every command line's; the manners are those of click."""
SQL = re.compile(r"\s*(PRAGMA|SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|BEGIN|ATTACH|ANALYZE)\b")

OUTSIDE_WORDS = re.compile(
    r"{#.*?#}|{%.*?%}|{{.*?}}|<style.*?</style>|<script.*?</script>|<!--.*?-->|<[^<>]*>|&\w+;",
    re.DOTALL,
)
SPOKEN_ATTRIBUTE = re.compile(r'\b(?:alt|title|placeholder|aria-label|aria-description)="([^"]*)"')
SCRIPT_STRING = re.compile(r""""([^"\n]*)"|'([^'\n]*)'|`([^`]*)`""")
MEANT_FOR_NOBODY = {"utf", "svg", "DOCTYPE"}


def is_sentence(text):
    return (
        len(WORD.findall(text)) >= MANY_WORDS
        and SENTENCE.fullmatch(text.strip()) is not None
        and not SQL.match(text)
    )


def excused(tree):
    """Constants of a ``raise`` of the language's own errors, and of ``help=``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
            if getattr(node.exc.func, "id", "") in FOR_PROGRAMMERS:
                yield from (id(inner) for inner in ast.walk(node.exc))
        elif isinstance(node, ast.keyword) and node.arg in FOR_HELP:
            yield from (id(inner) for inner in ast.walk(node.value))


def sentences_in(one):
    left_alone = set(excused(one.tree))
    return [
        f"{one.path}:{node.lineno} {node.value[:80]!r}"
        for node in one.strings()
        if id(node) not in left_alone and is_sentence(node.value)
    ]


def words_in(template):
    """Words that stand in a template as they are, outside of tags and expressions."""
    bare = re.sub(r"{#.*?#}|{%.*?%}|{{.*?}}", "", template, flags=re.DOTALL)
    attributes = SPOKEN_ATTRIBUTE.findall(bare)
    texts = [OUTSIDE_WORDS.sub(" ", template), *attributes]
    return [w for text in texts for w in WORD.findall(text) if w not in MEANT_FOR_NOBODY]


def test_no_sentence_in_python():
    found = [line for one in modules() for line in sentences_in(one)]
    assert found == [], in_lines(found)


def test_no_word_in_a_template():
    found = [f"{path}: {words}" for path, text in templates() if (words := words_in(text))]
    assert found == [], in_lines(found)


def test_no_sentence_in_a_script():
    found = [
        f"{path.relative_to(REPO)}: {text!r}"
        for floor in FLOORS
        for path in sorted((REPO / floor).rglob("static/**/*.js"))
        for text in ("".join(m) for m in SCRIPT_STRING.findall(path.read_text(encoding="utf-8")))
        if is_sentence(text)
    ]
    assert found == [], in_lines(found)


@pytest.mark.parametrize(
    ("line", "caught"),
    [
        ('click.echo("Ce badge est valable")', True),
        ('answer = "the badge was withdrawn."', True),
        ('raise Refused("Nobody may award this")', True),
        ('raise ValueError("Nobody may award this")', False),
        ('option("--json", help="Answer in JSON, for programs.")', False),
        ('execute("PRAGMA synchronous = FULL")', False),
        ('"""A docstring is for the next engineer."""', False),
        ('NAMES = "rect circle ellipse line"', False),
    ],
)
def test_a_sentence_in_python_is_caught(line, caught):
    assert bool(sentences_in(module("verifier/verify.py", line))) is caught


@pytest.mark.parametrize(
    ("template", "caught"),
    [
        ("<p>Bonjour</p>", True),
        ('<img alt="Un badge" src="{{ x }}">', True),
        ('<p class="soft">{{ say("page.hello") }}</p>', False),
        ("{# For engineers #}{% if x %}<p>{{ y }}</p>{% endif %}", False),
        ('<a href="{{ url_for(".start") }}" title="{{ say("page.x") }}">{{ z }}</a>', False),
    ],
)
def test_a_word_in_a_template_is_caught(template, caught):
    assert bool(words_in(template)) is caught
