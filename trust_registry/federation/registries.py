"""
A file that names several published lists: those of other regions, and lists without signatures.

Each is asked by itself and answers for itself (decision 0026).  TOML, or JSON of the same form:

    format = 1
    [[registries]]
    label = "Bourgogne-Franche-Comté"
    type = "bfc"                       # a list made by this software; or "dcc"
    address = "https://registre.example/"
    root = "first-root.json"           # beside this file; a folder needs none
    ceiling = "TRUSTED"                # or "AUTHENTIC": it is told, and never enough by itself
"""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from shared import strict_json
from shared.errors import UnsafeJson
from trust_registry import reading
from trust_registry.catalogue import shapes
from trust_registry.errors import RegistriesInvalid

MAX_REGISTRIES = 8
"""The regions around one's own, and a public list; each is read before the first answer."""
MAX_FILE_BYTES = 65_536
"""Eight entries take two kilobytes."""
MAX_LABEL = 60
"""Letters that stand before an answer on a telephone."""

_FIELDS = ("label", "type", "address", "root", "ceiling")
_OPTIONAL = ("root", "ceiling")


class ListType(StrEnum):
    """How a list is read."""

    BFC = "bfc"
    """Signed, by this software."""
    DCC = "dcc"
    """In the form of the Digital Credentials Consortium; nobody signed it."""


class Ceiling(StrEnum):
    """The best level to which the word of a list alone can lead."""

    TRUSTED = "TRUSTED"
    AUTHENTIC = "AUTHENTIC"


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """One list, as the file names it."""

    label: str
    """What people call the network; shown before its answer."""
    type: ListType
    address: str
    """A folder or a file, relative to the file; or an address of the web."""
    root: str | None
    """The file of its first root, relative to the file; ``None``: that of the folder."""
    ceiling: Ceiling


def read_registries(raw: bytes, *, is_toml: bool) -> tuple[Described, ...]:
    """
    Read such a file; the first network is one's own.

    Raises:
        RegistriesInvalid: facts ``path`` (JSON Pointer) and ``why`` (see ``catalogue.shapes``).
    """
    with reading.refusing(RegistriesInvalid):
        found = shapes.an_object(_loaded(raw, is_toml=is_toml), "", fields=("format", "registries"))
        shapes.a_number(found["format"], "/format", least=reading.FORMAT, most=reading.FORMAT)
        described = shapes.a_list(
            found["registries"], "/registries", _described, most=MAX_REGISTRIES
        )
        if not described:
            raise shapes.refuse("/registries", "empty")
        for name in ("label", "address"):
            named = {f"/registries/{at}/{name}": getattr(x, name) for at, x in enumerate(described)}
            shapes.all_different(named)
        return described


def _loaded(raw: bytes, *, is_toml: bool) -> Any:
    if len(raw) > MAX_FILE_BYTES:
        raise shapes.refuse("", "too-long")
    try:
        return tomllib.loads(raw.decode()) if is_toml else strict_json.loads(raw)
    except (UnsafeJson, ValueError, RecursionError) as error:
        raise shapes.refuse("", "form") from error


def _described(value: Any, path: str) -> Described:
    found = shapes.an_object(value, path, fields=_FIELDS, optional=_OPTIONAL)
    label = shapes.a_text(found["label"], f"{path}/label")
    if len(label) > MAX_LABEL:
        raise shapes.refuse(f"{path}/label", "too-long")
    kind = reading.choice(found["type"], f"{path}/type", ListType)
    best = Ceiling.AUTHENTIC if kind is ListType.DCC else Ceiling.TRUSTED
    ceiling = reading.choice(found.get("ceiling", best), f"{path}/ceiling", Ceiling)
    if kind is ListType.DCC and ceiling is not Ceiling.AUTHENTIC:
        raise shapes.refuse(f"{path}/ceiling", "choice")
    return Described(
        label=label,
        type=kind,
        address=shapes.a_text(found["address"], f"{path}/address").removesuffix("/"),
        root=reading.text_or_none(found.get("root"), f"{path}/root"),
        ceiling=ceiling,
    )
