"""
Expanded JSON-LD to quads.

PyLD could do this too; ours asks for no table of nodes, takes a time that grows
with the size only, and writes nodes in their canonical form at once.

Source: W3C JSON-LD 1.1 API §8 (RDF Serialization/Deserialization).
"""

from collections.abc import Sequence
from typing import Any

from shared.canonical.jcs import jcs
from shared.canonical.quads import BLANK, Quad, iri, literal

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"

_TYPE = iri(RDF + "type")
_FIRST = iri(RDF + "first")
_REST = iri(RDF + "rest")
_NIL = iri(RDF + "nil")

_TOO_LARGE = 10**21
"""From here on a number is written with an exponent."""


def statements(expanded: Sequence[Any]) -> list[Quad]:
    """
    The statements of an expanded document, each once.

    Blank nodes are called ``_:b0``, ``_:b1``... in the order in which they are met.
    """
    writer = _Writer()
    for item in expanded:
        writer.write_node(item, "")
    return list(dict.fromkeys(writer.quads))


class _Writer:
    """The statements written so far, and the next free label."""

    def __init__(self) -> None:
        self.quads: list[Quad] = []
        self.labels = 0

    def blank(self) -> str:
        self.labels += 1
        return f"{BLANK}b{self.labels - 1}"

    def write_node(self, node: dict[str, Any], graph: str) -> str:
        """Write what an object says of itself and of what it holds; return its node."""
        subject = iri(node["@id"]) if "@id" in node else self.blank()
        for name, members in node.items():
            if name == "@type":
                self.quads += [Quad(subject, _TYPE, iri(kind), graph) for kind in members]
            elif name == "@graph":
                for member in members:
                    self.write_node(member, subject)
            elif name == "@included":
                for member in members:
                    self.write_node(member, graph)
            elif name == "@reverse":
                self.write_reverse(subject, members, graph)
            elif not name.startswith("@"):
                for member in members:
                    target = self.write_value(member, graph)
                    self.quads.append(Quad(subject, iri(name), target, graph))
        return subject

    def write_reverse(self, subject: str, properties: dict[str, Any], graph: str) -> None:
        """Properties told from the other end."""
        for name, members in properties.items():
            for member in members:
                other = self.write_node(member, graph)
                self.quads.append(Quad(other, iri(name), subject, graph))

    def write_value(self, value: dict[str, Any], graph: str) -> str:
        """Write what hangs on the value of a property; return its node."""
        if "@value" in value:
            return literal_of(value)
        if "@list" in value:
            return self.write_list(value["@list"], graph)
        return self.write_node(value, graph)

    def write_list(self, items: Sequence[Any], graph: str) -> str:
        """A list is a chain of blank nodes."""
        cells = [self.blank() for _ in items]
        for cell, item, rest in zip(cells, items, [*cells[1:], _NIL], strict=True):
            self.quads.append(Quad(cell, _FIRST, self.write_value(item, graph), graph))
            self.quads.append(Quad(cell, _REST, rest, graph))
        return cells[0] if cells else _NIL


def literal_of(value: dict[str, Any]) -> str:
    """
    One literal in canonical form, from an expanded value object.

    Source: JSON-LD 1.1 API §8.6 (Object to RDF Conversion).
    """
    content, datatype = value["@value"], value.get("@type")
    if datatype == "@json":
        return literal(jcs(content).decode(), datatype=RDF + "JSON")
    if isinstance(content, bool):
        return literal("true" if content else "false", datatype=datatype or XSD + "boolean")
    if isinstance(content, (int, float)):
        return _number(content, datatype)
    if "@language" in value:
        return literal(content, language=value["@language"])
    return literal(content, datatype=datatype or XSD + "string")


def _number(number: float, datatype: str | None) -> str:
    """Whole numbers as such, be they written ``1`` or ``1.0``; the others with an exponent."""
    whole = number == int(number) and abs(number) < _TOO_LARGE
    if whole and datatype != XSD + "double":
        return literal(str(int(number)), datatype=datatype or XSD + "integer")
    mantissa, exponent = f"{number:.15E}".split("E")
    digits = mantissa.rstrip("0")
    text = f"{digits}{'0' if digits.endswith('.') else ''}E{int(exponent)}"
    return literal(text, datatype=datatype or XSD + "double")
