"""
Digests that a document gives for what stands at other addresses.

An issuer that signs the digest of a picture, a list or a schema signs its bytes along: what
is had from that address and differs is not what the issuer meant, and is not used.

Sources: VCDM 2.0 §"Integrity of Related Resources"; W3C Subresource Integrity §3.3
(``digestSRI``: the strongest kind counts); Controlled Identifiers 1.0 §"Multihash"
(``digestMultibase``).
"""

import base64
import hashlib
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

from shared.errors import FetchDiffers
from shared.fetching import MAX_DOCUMENT_BYTES, Fetch, Fetched, Redirects, host_of
from shared.model import Json
from shared.multibase import base58_decode, base64url_decode
from shared.parsing.addresses import https

MEMBERS = ("digestSRI", "digestMultibase")

_SRI = ("sha512", "sha384", "sha256")
"""The strongest first."""
_MULTIHASH = {b"\x12\x20": "sha256", b"\x20\x30": "sha384", b"\x13\x40": "sha512"}

Pins = Mapping[str, tuple[tuple[str, str], ...]]
"""By address: (member, text) of each digest given for it."""


class Digested(StrEnum):
    """Whether bytes are those that a digest was made of."""

    SAME = "same"
    DIFFERS = "differs"
    UNKNOWN = "unknown"
    """The digest is of a kind that this program does not know, or badly written."""


def pins_of(document: Json) -> Pins:
    """Every digest that a document gives beside an ``id``, related resources included."""
    found: dict[str, list[tuple[str, str]]] = {}
    for one in _objects(document):
        address = one.get("id")
        if not isinstance(address, str):
            continue
        given = [(name, text) for name in MEMBERS for text in _texts(one.get(name))]
        if given:
            found.setdefault(https(address), []).extend(given)
    return {address: tuple(given) for address, given in found.items()}


def compare(pins: Pins, address: str, body: bytes) -> Digested | None:
    """
    Compare what was had from an address with every digest given for it.

    ``None``: none was given.  One that differs counts, whatever the others say.
    """
    outcomes = {_of_one(name, text, body) for name, text in pins.get(https(address), ())}
    for worst in (Digested.DIFFERS, Digested.UNKNOWN, Digested.SAME):
        if worst in outcomes:
            return worst
    return None


class Pinned:
    """A ``Fetch`` that gives no bytes but those whose digest the document gives."""

    def __init__(self, fetch: Fetch, pins: Pins) -> None:
        """``fetch`` is what asks; addresses without a digest are left as they are."""
        self._fetch, self._pins = fetch, pins

    def __call__(
        self,
        url: str,
        *,
        accept: str = "application/json",
        limit: int = MAX_DOCUMENT_BYTES,
        redirects: Redirects = Redirects.SAME_ORIGIN,
    ) -> Fetched:
        """Ask for one document; see ``Fetch``. Raises FetchDiffers for other bytes."""
        answer = self._fetch(url, accept=accept, limit=limit, redirects=redirects)
        self.check(url, answer.body)
        return answer

    def check(self, url: str, body: bytes) -> None:
        """
        Check bytes that were had in another way.

        Raises:
            FetchDiffers: other bytes (``why`` is ``differs``), or a digest of an unknown kind.
        """
        outcome = compare(self._pins, url, body)
        if outcome not in (None, Digested.SAME):
            raise FetchDiffers(host=host_of(url), why=str(outcome))

    def pins(self, url: str) -> bool:
        """Whether the document gives a digest for this address."""
        return https(url) in self._pins


def _of_one(name: str, text: str, body: bytes) -> Digested:
    return _of_sri(text, body) if name == "digestSRI" else _of_multibase(text, body)


def _of_sri(text: str, body: bytes) -> Digested:
    """One or several of ``sha256-…``, parted by spaces; of the strongest kind one must fit."""
    given: dict[str, list[bytes]] = {}
    for one in text.split():
        kind, _, digest = one.partition("?")[0].partition("-")
        if kind in _SRI:
            try:
                given.setdefault(kind, []).append(base64.b64decode(digest, validate=True))
            except ValueError:
                return Digested.UNKNOWN
    for kind in _SRI:
        if kind in given:
            same = hashlib.new(kind, body).digest() in given[kind]
            return Digested.SAME if same else Digested.DIFFERS
    return Digested.UNKNOWN


def _of_multibase(text: str, body: bytes) -> Digested:
    try:
        raw = base58_decode(text[1:]) if text[:1] == "z" else b""
        raw = base64url_decode(text[1:]) if text[:1] == "u" else raw
    except ValueError:
        return Digested.UNKNOWN
    kind = _MULTIHASH.get(raw[:2])
    if kind is None or len(raw) != 2 + raw[1]:
        return Digested.UNKNOWN
    return Digested.SAME if hashlib.new(kind, body).digest() == raw[2:] else Digested.DIFFERS


def _texts(value: Any) -> list[str]:
    """One digest or several; what is no text is a digest nobody can read."""
    if value is None:
        return []
    values = value if isinstance(value, list) else [value]
    return [one if isinstance(one, str) else "" for one in values]


def _objects(root: Any) -> Iterator[Json]:
    waiting = [root]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            yield value
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
