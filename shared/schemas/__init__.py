"""
The schemas of Open Badges 3.0 that a badge may name: shipped, and never asked for.

They are written here from the tables of the standard (the members that must be there, and
their forms), under the addresses at which the standard publishes its own; both families of
those, arrays or single values, are taken as one.  A schema of anybody else is a program of
theirs to run, so it is left alone.

Sources: OB 3.0, appendix B "Data Models" and §"Schemas"; W3C VC JSON Schema §"JsonSchema".
"""

import json
from functools import cache
from importlib.resources import files
from typing import Any

from shared.model import Json

KINDS = frozenset({"1EdTechJsonSchemaValidator2019", "JsonSchema", "JsonSchemaValidator2018"})
"""Types of a ``credentialSchema`` that is a JSON Schema."""

_PLACES = "https://purl.imsglobal.org/spec/ob/v3p0/schema/"
_FILES = {
    "ob_v3p0_achievementcredential_schema.json": "achievement_credential.json",
    "ob_v3p0_anyachievementcredential_schema.json": "achievement_credential.json",
    "ob_v3p0_endorsementcredential_schema.json": "endorsement_credential.json",
}
SHIPPED = {
    f"{_PLACES}{family}/{published}": file
    for family in ("json", "json-ld")
    for published, file in _FILES.items()
}
"""Address of a published schema: the file that stands for it here."""


def departure(address: str, document: Json) -> str | None:
    """
    The first place where a document departs from a schema, as a JSON Pointer.

    ``None``: it follows it.  The proof is no part of what a schema speaks of.

    Raises:
        KeyError: not one of ``SHIPPED``.
    """
    unsecured = {name: value for name, value in document.items() if name != "proof"}
    errors = _validator(SHIPPED[address]).iter_errors(unsecured)
    first = next(iter(errors), None)
    if first is None:
        return None
    return "/" + "/".join(str(part) for part in first.absolute_path)


@cache
def _validator(file: str) -> Any:
    from jsonschema import Draft201909Validator

    text = files("shared.schemas").joinpath(file).read_text(encoding="utf-8")
    return Draft201909Validator(json.loads(text))
