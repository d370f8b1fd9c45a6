"""
Where people are received: places in the national data schema of *lieux de médiation numérique*.

A partner's entry names one, under the names of columns that the schema has; the open data of a
region holds thousands, as JSON or CSV, of which these columns are read and no other.  A place
is an organisation's: nobody's name, mail address or mobile telephone is kept.

Source: schema.data.gouv.fr, LaMednum/standard-mediation-num, version 1 (``nom``, ``adresse``,
``code_postal``, ``commune``, ``telephone``, ``horaires``; the last is OpenStreetMap's form).
"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from shared import strict_json
from shared.errors import UnsafeJson
from trust_registry import personal
from trust_registry.catalogue import CatalogueInvalid, shapes
from trust_registry.errors import PlacesUnreadable

MAX_PLACE_LETTERS = 200
"""Of a name, an address or hours: the longest in the open data has some 150."""
MAX_PLACES = 20_000
"""Rows of one file: the whole country has some 17 000."""
MAX_PLACES_BYTES = 33_554_432
"""Of one file: the whole country takes some 25 MB, with columns that are not read."""
MAX_PLACES_NODES = 1_000_000
"""Values in it: some thirty a place, and more where lists are written as lists."""

_REQUIRED = ("nom", "adresse", "code_postal", "commune")
FIELDS = (*_REQUIRED, "horaires", "telephone")
"""Names of columns of the national schema, in the order in which they are written."""

_POSTAL_CODE = re.compile(r"(?:0[1-9]|[1-8]\d|9[0-8])\d{3}", re.ASCII)
_TELEPHONE = re.compile(r"(?:(?:\+(?:33|262|590|594|596)|0)[1-9]\d{8}|[13]\d{3})", re.ASCII)
"""A line of ten figures, or a short number of four that a public service has."""
_MOBILE = re.compile(r"(?:\+\d{2,3}|0)[67]\d{8}", re.ASCII)
_BETWEEN_FIGURES = re.compile(r"[ .\-()\u00a0\u202f]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where one organisation receives people."""

    name: str
    address: str
    """The number and the street."""
    postal_code: str
    town: str
    opening_hours: str | None = None
    """A short text, or OpenStreetMap's ``opening_hours`` (``opening_hours.py``)."""
    telephone: str | None = None
    """Of the organisation, as it was written; never a mobile telephone."""

    @property
    def digits(self) -> str:
        """The telephone as a program dials it; empty: none."""
        return _BETWEEN_FIGURES.sub("", self.telephone or "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """What a file of places holds."""

    places: tuple[Place, ...]
    left_out: int
    """Rows that are not the place of an organisation in the form of the schema."""


# ---------------------------------------------------------------- one place


def from_json(value: Any, path: str) -> Place:
    """
    Read the place of an entry.

    Args:
        value: an object with ``FIELDS``, the last two of which may be ``null`` or missing.
        path: where it stands (JSON Pointer).

    Raises:
        CatalogueInvalid: facts ``path`` and ``why`` (``personal``: what belongs to a person).
    """
    found = shapes.an_object(value, path, fields=FIELDS, optional=FIELDS[len(_REQUIRED) :])
    hours, telephone = found.get("horaires"), found.get("telephone")
    return Place(
        name=_line(found["nom"], f"{path}/nom"),
        address=_line(found["adresse"], f"{path}/adresse"),
        postal_code=shapes.a_word(found["code_postal"], f"{path}/code_postal", _POSTAL_CODE),
        town=_line(found["commune"], f"{path}/commune"),
        opening_hours=None if hours is None else _line(hours, f"{path}/horaires"),
        telephone=None if telephone is None else _telephone(telephone, f"{path}/telephone"),
    )


def to_json(place: Place) -> dict[str, Any]:
    """Write a place under the names of the national schema; ``from_json`` reads it back."""
    return {
        "nom": place.name,
        "adresse": place.address,
        "code_postal": place.postal_code,
        "commune": place.town,
        "horaires": place.opening_hours,
        "telephone": place.telephone,
    }


def _line(value: Any, path: str) -> str:
    text = shapes.a_text(value, path)
    if len(text) > MAX_PLACE_LETTERS:
        raise shapes.refuse(path, "too-long")
    if personal.holds_personal(text):
        raise shapes.refuse(path, "personal")
    return text


def _telephone(value: Any, path: str) -> str:
    """A number of a house; a mobile one is taken for a person's, as it cannot be told."""
    text = shapes.a_text(value, path)
    figures = _BETWEEN_FIGURES.sub("", text)
    if not _TELEPHONE.fullmatch(figures):
        raise shapes.refuse(path, "form")
    if _MOBILE.fullmatch(figures):
        raise shapes.refuse(path, "personal")
    return text


# ---------------------------------------------------------------- a file of places


def read_places(raw: bytes) -> Places:
    """
    Read a file of the national schema, JSON (a list of objects) or CSV (a row of names first).

    A row without a name or an address is left out and counted.  Hours and a telephone that are
    not of the form, or a person's, are left out of their row.

    Raises:
        PlacesUnreadable: ``why`` is ``too-large``, ``too-many``, ``form`` (neither JSON nor
            CSV) or ``columns`` (no row, or not the names of the schema).
    """
    if len(raw) > MAX_PLACES_BYTES:
        raise PlacesUnreadable(why="too-large")
    is_json = raw.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"[", b"{"))
    places: list[Place] = []
    rows = 0
    for rows, row in enumerate(_json_rows(raw) if is_json else _csv_rows(raw), 1):
        if rows > MAX_PLACES:
            raise PlacesUnreadable(why="too-many")
        if (place := _place_of(row)) is not None:
            places.append(place)
    if not rows:
        raise PlacesUnreadable(why="columns")
    return Places(places=tuple(places), left_out=rows - len(places))


def _json_rows(raw: bytes) -> Iterator[Any]:
    try:
        document = strict_json.loads(raw, max_bytes=MAX_PLACES_BYTES, max_nodes=MAX_PLACES_NODES)
    except UnsafeJson as error:
        why = "too-large" if error.facts.get("why") == "size" else "form"
        raise PlacesUnreadable(why=why) from error
    if not isinstance(document, list):
        raise PlacesUnreadable(why="form")
    if not any(isinstance(row, dict) and row.keys() >= set(_REQUIRED) for row in document):
        raise PlacesUnreadable(why="columns")
    yield from document


def _csv_rows(raw: bytes) -> Iterator[dict[str, str]]:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PlacesUnreadable(why="form") from error
    first = text.partition("\n")[0]
    separator = ";" if first.count(";") > first.count(",") else ","
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        if not set(_REQUIRED) <= set(rows.fieldnames or ()):
            raise PlacesUnreadable(why="columns")
        yield from rows
    except csv.Error as error:
        raise PlacesUnreadable(why="form") from error


def _place_of(row: Any) -> Place | None:
    """The place of a row; ``None``: none that can be shown."""
    if not isinstance(row, dict):
        return None
    said = {name: _trimmed(row.get(name)) for name in FIELDS}
    try:
        return from_json({**said, "horaires": None, "telephone": None} | _extras(said), "")
    except CatalogueInvalid:
        return None


def _trimmed(value: Any) -> Any:
    """Open data has stray spaces, and empty cells for what is not known."""
    if not isinstance(value, str):
        return value
    return " ".join(value.split()) or None


def _extras(said: dict[str, Any]) -> dict[str, Any]:
    """The hours and the telephone, each only if it is one."""
    kept: dict[str, Any] = {}
    for name, shape in (("horaires", _line), ("telephone", _telephone)):
        try:
            kept[name] = None if said[name] is None else shape(said[name], name)
        except CatalogueInvalid:
            kept[name] = None
    return kept
