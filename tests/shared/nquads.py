"""A small N-Quads reader for the tests: the program itself only ever writes them."""

import re
from collections.abc import Iterator

from shared.canonical.quads import Quad, iri, literal

_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_ONE_LETTER = {
    "t": "\t",
    "b": "\b",
    "n": "\n",
    "r": "\r",
    "f": "\f",
    '"': '"',
    "'": "'",
    "\\": "\\",
}
_TOKEN = re.compile(
    r"""[\ \t]*(?:
        <(?P<address>[^>]*)>
      | (?P<blank>_:[^\s<>"]+?)(?=[\ \t<"]|\.[\ \t]*$|$)
      | "(?P<value>(?:[^"\\]|\\.)*)"(?:@(?P<language>[A-Za-z0-9-]+)|\^\^<(?P<datatype>[^>]*)>)?
    )""",
    re.DOTALL | re.VERBOSE,
)


def _unescape(text: str) -> str:
    def one(found: re.Match[str]) -> str:
        short, long, letter = found.groups()
        return _ONE_LETTER[letter] if letter else chr(int(short or long, 16))

    return _ESCAPE.sub(one, text)


def _nodes(statement: str) -> Iterator[str]:
    place = 0
    while statement[place:].strip(" \t") != ".":
        found = _TOKEN.match(statement, place)
        assert found, f"not N-Quads: {statement[place:]!r}"
        address, blank, value, language, datatype = found.groups()
        if blank:
            yield blank
        elif address is not None:
            yield iri(_unescape(address))
        else:
            more = {"datatype": _unescape(datatype)} if datatype else {}
            yield literal(_unescape(value), language=language or "", **more)
        place = found.end()


def parse_nquads(document: str) -> list[Quad]:
    """Every statement of a document; lines end with a line feed and nothing else."""
    statements = (statement.strip(" \t\r") for statement in document.split("\n"))
    return [Quad(*_nodes(s)) for s in statements if s and not s.startswith("#")]
