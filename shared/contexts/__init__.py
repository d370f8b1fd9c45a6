"""
The JSON-LD contexts we know: pinned tables, never fetched.

A signature over RDF covers what the contexts make of the words of a badge, so the
contexts are as much a part of the proof as the key.  They ship with the program;
``index.json`` names the source, the licence and the SHA-256 of each, ``pins.py``
the SHA-256 of that index.  Everything is checked at the first question: a flipped
byte stops the program.

One address may have had several contents ("editions").  OB 3.0.3 changed in June
2026 under one address: a verifier tries ``current`` first, then the older.
"""

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from shared.contexts.pins import INDEX_SHA256
from shared.errors import ContextsDamaged, ContextUnknown

CURRENT = "current"
EDITIONS = (CURRENT, "before-2026-06")
"""Newest first: the order in which a verifier tries them."""

Texts = Mapping[tuple[str, str], bytes]
"""(address, edition) -> the bytes of the file."""


def load(url: str, *, edition: str = CURRENT) -> dict[str, Any]:
    """
    A fresh copy of one context document (an object with the member ``@context``).

    Args:
        url: the exact address, as the badge writes it.
        edition: one of ``EDITIONS``; an address with one content only has the
            same in every edition.

    Raises:
        ContextUnknown: not shipped; it is never fetched.
        ContextsDamaged: a file is not the one that was pinned.
    """
    texts = _texts()
    text = texts.get((url, edition)) or texts.get((url, CURRENT))
    if text is None:
        raise ContextUnknown(url=url[:200])
    document: dict[str, Any] = json.loads(text)
    return document


def known(url: str) -> bool:
    """Tell whether the context at this exact address is shipped."""
    return (url, CURRENT) in _texts()


def ids() -> tuple[str, ...]:
    """Every address we know, sorted."""
    return tuple(sorted({url for url, _ in _texts()}))


def editions(urls: Collection[str]) -> tuple[str, ...]:
    """The editions in which these contexts differ, newest first; at least ``current``."""
    texts = _texts()
    older = {edition for url, edition in texts if url in urls}
    return tuple(edition for edition in EDITIONS if edition == CURRENT or edition in older)


@cache
def changed_terms(edition: str) -> frozenset[str]:
    """The terms that this edition defines otherwise than the current contents, or not at all."""
    texts = _texts()
    older = [url for url, its_edition in texts if its_edition == edition]
    return frozenset(
        term
        for url in older
        for term in _differing(json.loads(texts[url, edition]), json.loads(texts[url, CURRENT]))
    )


def _differing(one: Any, other: Any) -> Iterator[str]:
    if not (isinstance(one, dict) and isinstance(other, dict)):
        return
    for name in one.keys() | other.keys():
        if one.get(name) != other.get(name):
            if not name.startswith("@"):
                yield name
            yield from _differing(one.get(name), other.get(name))


@cache
def _texts() -> Texts:
    return read_pinned(files("shared.contexts"), index_sha256=INDEX_SHA256)


def read_pinned(folder: Traversable, *, index_sha256: str) -> Texts:
    """
    Read every context of a folder, and check each against its pin.

    Raises:
        ContextsDamaged: the index or a file is not the one that was pinned.
    """
    index = _pinned(folder, "index.json", index_sha256)
    texts: dict[tuple[str, str], bytes] = {}
    for entry in json.loads(index)["contexts"]:
        text = _pinned(folder / "files", entry["file"], entry["sha256"])
        texts.update({(url, entry["edition"]): text for url in entry["urls"]})
    return texts


def _pinned(folder: Traversable, name: str, sha256: str) -> bytes:
    try:
        text = (folder / name).read_bytes()
    except OSError as error:
        raise ContextsDamaged(file=name) from error
    if hashlib.sha256(text).hexdigest() != sha256:
        raise ContextsDamaged(file=name)
    return text
