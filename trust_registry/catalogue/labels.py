"""
The words that stand before each part of a draft, in French and English.

They belong to the form of the files (``draft_labels.json``), not to a screen: a draft written
with the French ones is read anywhere, and so is one that mixes the two languages.
"""

import json
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Any

from shared.words import LANGUAGES


@cache
def _document() -> dict[str, Any]:
    source = files("trust_registry.catalogue").joinpath("draft_labels.json")
    document: dict[str, Any] = json.loads(source.read_bytes())
    return document


def label(*path: str, lang: str) -> str:
    """The word for a part, as files of a language write it."""
    found: Any = _document()
    for step in path:
        found = found[step]
    return str(found[LANGUAGES.index(lang)])


def names(*path: str) -> tuple[str, ...]:
    """The parts of a kind, in the order in which files write them."""
    found: Any = _document()
    for step in path:
        found = found[step]
    return tuple(found)


def meant(text: str, *path: str) -> str | None:
    """Which part a word of a file means; ``None``: none of this kind."""
    return _by_word(path).get(plain(text))


@cache
def _by_word(path: tuple[str, ...]) -> dict[str, str]:
    """The parts of a kind by each word that means them."""
    found: dict[str, str] = {}
    for name in names(*path):
        words = (name, *(label(*path, name, lang=lang) for lang in LANGUAGES))
        found |= {plain(word): name for word in words}
    return found


def plain(text: str) -> str:
    """A word without accents, capitals, odd apostrophes and spaces: as people type it."""
    bare = unicodedata.normalize("NFKD", text.replace("’", "'"))
    kept = "".join(c for c in bare if not unicodedata.combining(c))
    return " ".join(kept.casefold().split())
