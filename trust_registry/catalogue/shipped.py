"""The catalogue that comes with the program, to start from, and its badge images."""

import json
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from trust_registry.catalogue.document import from_json
from trust_registry.catalogue.model import BadgeEntry, Catalogue, ImageMissing

_SEED = files("trust_registry.catalogue") / "seed"


def seed(*, base: str | None = None) -> Catalogue:
    """
    Give the reconstructed catalogue: fifteen badges, five pathways, no equivalents.

    Args:
        base: address of the registry's site, under which the badges are published;
            ``None``: an address of example.

    Raises:
        CatalogueInvalid: ``base`` is no web address.
    """
    document = _document()
    return from_json(document if base is None else {**document, "base": base.rstrip("/")})


@cache
def _document() -> dict[str, Any]:
    """One file for the pathways, one for each badge, in the order of their names."""
    document: dict[str, Any] = json.loads(_SEED.joinpath("catalogue.json").read_bytes())
    written = sorted(_SEED.joinpath("badges").iterdir(), key=lambda file: file.name)
    document["badges"] = [json.loads(file.read_bytes()) for file in written]
    return document


def image(entry: BadgeEntry, kind: Literal["svg", "png"] = "png") -> bytes:
    """Give the image of a badge: a 256 x 256 PNG or an SVG. Raises: ImageMissing."""
    name = entry.image_svg if kind == "svg" else entry.image_png
    try:
        return _SEED.joinpath("images", name).read_bytes()
    except FileNotFoundError as error:
        raise ImageMissing(image=name) from error
