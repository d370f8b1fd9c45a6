"""The Fluent files of the four floors, read as messages for the tests of the house."""

from dataclasses import dataclass
from functools import cache

from fluent.syntax import ast, parse

from tests.house.sources import FLOORS, REPO

LANGUAGES = ("fr", "en")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One text: a message (``part`` is None) or one of its attributes."""

    id: str
    part: str | None
    facts: frozenset[str]
    """The variables that the text names."""
    mentions: frozenset[str]
    """Other messages and terms that the text is made of."""
    sentences: tuple[str, ...]
    """What it can become, each choice on its own; a fact is written ``X``."""


@cache
def entries(floor: str, lang: str) -> tuple[ast.Entry, ...]:
    text = (REPO / floor / "words" / f"{lang}.ftl").read_text(encoding="utf-8")
    return tuple(parse(text).body)


@cache
def said(floor: str, lang: str) -> tuple[Said, ...]:
    """Every text of one floor in one language."""
    found = []
    for entry in entries(floor, lang):
        if isinstance(entry, (ast.Message, ast.Term)):
            name = ("-" if isinstance(entry, ast.Term) else "") + entry.id.name
            if entry.value:
                found.append(_said(name, None, entry.value))
            found += [_said(name, one.id.name, one.value) for one in entry.attributes]
    return tuple(found)


def everything(lang: str) -> tuple[Said, ...]:
    return tuple(one for floor in FLOORS for one in said(floor, lang))


def _said(name: str, part: str | None, pattern: ast.Pattern) -> Said:
    nodes = list(_nodes(pattern))
    return Said(
        id=name,
        part=part,
        facts=frozenset(n.id.name for n in nodes if isinstance(n, ast.VariableReference)),
        mentions=frozenset(
            ("-" if isinstance(n, ast.TermReference) else "") + n.id.name
            for n in nodes
            if isinstance(n, (ast.TermReference, ast.MessageReference))
        ),
        sentences=tuple(_sentences(pattern)),
    )


def _nodes(node: ast.BaseNode):
    yield node
    for value in vars(node).values():
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.BaseNode):
                yield from _nodes(child)


def _sentences(pattern: ast.Pattern) -> list[str]:
    texts = [""]
    for element in pattern.elements:
        if isinstance(element, ast.TextElement):
            endings = [element.value]
        elif isinstance(element.expression, ast.SelectExpression):
            endings = [t for v in element.expression.variants for t in _sentences(v.value)]
        elif isinstance(element.expression, ast.StringLiteral):
            endings = [element.expression.parse()["value"]]
        else:
            endings = ["X"]
        texts = [text + ending for text in texts for ending in endings]
    return texts
