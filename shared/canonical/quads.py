"""
RDF statements as plain tuples, and the canonical way to write them.

A node of a quad is a ready text in N-Quads form (``<iri>`` or a literal with its
quotes and escapes) or, for a blank node, its label with ``_:``.  The graph is
``""`` for the default graph.  Comparing and sorting such texts is what RDFC-1.0
asks for, so nothing is ever parsed twice.

Source: W3C RDF Dataset Canonicalization (RDFC-1.0), "A Canonical form of N-Quads".
"""

import re
from typing import NamedTuple

BLANK = "_:"
XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"

_SHORT = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_ESCAPES = {
    **{chr(code): f"\\u{code:04X}" for code in (*range(0x20), 0x7F)},
    **_SHORT,
}
_TO_ESCAPE = re.compile('[\x00-\x1f\x7f"\\\\]')


class Quad(NamedTuple):
    """One statement; each member is a text in canonical N-Quads form."""

    subject: str
    predicate: str
    object: str
    graph: str = ""


def iri(address: str) -> str:
    """An IRI as a node."""
    return f"<{address}>"


def literal(value: str, *, datatype: str = XSD_STRING, language: str = "") -> str:
    """A literal as a node: controls, DEL, quotes and backslashes escaped, the rest as it is."""
    text = '"' + _TO_ESCAPE.sub(lambda found: _ESCAPES[found.group()], value) + '"'
    if language:
        return f"{text}@{language}"
    return text if datatype == XSD_STRING else f"{text}^^<{datatype}>"


def is_blank(node: str) -> bool:
    """Tell whether a node has no name of its own."""
    return node.startswith(BLANK)


def line(quad: Quad) -> str:
    """One line of a canonical N-Quads document, with its line feed."""
    subject, predicate, target, graph = quad
    if graph:
        return f"{subject} {predicate} {target} {graph} .\n"
    return f"{subject} {predicate} {target} .\n"
