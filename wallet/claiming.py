"""
A bundle: badges that await their learners in one file, each under a short code on paper.

A desk without a network, or a learner without an address, needs no more than a file on a
shared computer and a code.  The bundle is signed by the professional's key, so that nobody
adds a badge to it; what a code opens is imported, and judged, like any other file.  It
tells how many badges wait and who signed, and nothing about the learners (decision 0028).
"""

import base64
import binascii
import json
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from shared import strict_json
from shared.errors import BadgeError
from shared.keys import PublicKey, SigningKey
from shared.times import instant_text
from wallet.errors import BundleFull, BundleNotOurs, BundleUnreadable, CodeUnknown
from wallet.vault import codes
from wallet.vault.codes import Locked
from wallet.vault.locks import USUAL, Cost

KIND = "badges-bfc-bundle"
VERSION = 1
MAX_BUNDLE_BADGES = 200
"""A region's week of awards; more would make guessing cheaper for whoever holds the file."""
MAX_BUNDLE_BYTES = 33_554_432
"""As many badges as pictures of some 100 KB, in base 64."""
DID_KEY = "did:key:"
_SIGNED = b"badges-bfc bundle 1\n"
_FIELDS = {"kind", "version", "signer", "made_at", "salt", "passes", "memory_kib", "badges"}
_NAME_BYTES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """A bundle whose signature holds."""

    signer: str
    """The did:key of the professional who signed it."""
    made_at: str
    """When it was last signed, as an instant in text."""
    salt: bytes
    cost: Cost
    badges: tuple[Locked, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """What a code opened."""

    name: str
    """Of the file."""
    content: bytes


def new_bundle(key: SigningKey, *, salt: bytes, now: datetime, cost: Cost = USUAL) -> Bundle:
    """An empty bundle of one professional. ``salt``: random, of this bundle only."""
    return Bundle(signer=key.did, made_at=instant_text(now), salt=salt, cost=cost, badges=())


def with_badge(
    bundle: Bundle, content: bytes, *, name: str, key: SigningKey, now: datetime
) -> tuple[Bundle, str]:
    """
    The same bundle with one more badge, and the code that opens it.

    Raises:
        BundleNotOurs: another key signed it.
        BundleFull: facts ``limit``.
    """
    check_room(bundle, key)
    code = codes.new_code()
    stretched = codes.stretched(code, bundle.salt, bundle.cost)
    written = name.encode()
    packed = len(written).to_bytes(_NAME_BYTES, "big") + written + content
    # Marks are random: in their order, nothing tells who came first.
    badges = (*bundle.badges, codes.locked(packed, stretched))
    ordered = tuple(sorted(badges, key=lambda one: one.mark))
    return replace(bundle, badges=ordered, made_at=instant_text(now)), code


def check_room(bundle: Bundle, key: SigningKey) -> None:
    """Refuse what could not be added, before it is made. Raises: BundleNotOurs, BundleFull."""
    if bundle.signer != key.did:
        raise BundleNotOurs
    if len(bundle.badges) >= MAX_BUNDLE_BADGES:
        raise BundleFull(limit=MAX_BUNDLE_BADGES)


def written(bundle: Bundle, key: SigningKey) -> bytes:
    """A bundle as a file, signed. Raises: BundleNotOurs, it is another key's."""
    if bundle.signer != key.did:
        raise BundleNotOurs
    plain = {
        "kind": KIND,
        "version": VERSION,
        "signer": bundle.signer,
        "made_at": bundle.made_at,
        "salt": _text(bundle.salt),
        "passes": bundle.cost.passes,
        "memory_kib": bundle.cost.memory_kib,
        "badges": [{"mark": _text(one.mark), "sealed": _text(one.sealed)} for one in bundle.badges],
    }
    return json.dumps({**plain, "signature": _text(key.sign(_message(plain)))}).encode()


def read_bundle(raw: bytes) -> Bundle:
    """
    Read a bundle, if it is as its professional signed it.

    Raises:
        BundleUnreadable: ``why`` is ``too-large``, ``kind``, ``version`` or ``damaged``.
    """
    if len(raw) > MAX_BUNDLE_BYTES:
        raise BundleUnreadable(why="too-large")
    try:
        document = strict_json.loads(raw, max_bytes=MAX_BUNDLE_BYTES)
    except BadgeError as error:
        raise BundleUnreadable(why="kind") from error
    if not isinstance(document, dict) or document.get("kind") != KIND:
        raise BundleUnreadable(why="kind")
    if document.get("version") != VERSION:
        raise BundleUnreadable(why="version")
    signature = document.pop("signature", None)
    if set(document) != _FIELDS:
        raise BundleUnreadable(why="damaged")
    try:
        return _checked(document, _bytes(signature))
    except (BadgeError, KeyError, TypeError, ValueError, binascii.Error) as error:
        raise BundleUnreadable(why="damaged") from error


def claim(bundle: Bundle, code: str) -> Claimed:
    """
    Open the badge of a code.

    Raises:
        CodeUnknown: no badge of this bundle has this code.
        BundleUnreadable: the bundle asks for too much work.
    """
    key = codes.stretched(code, bundle.salt, bundle.cost)
    mark = codes.mark_of(key)
    found = next((one for one in bundle.badges if one.mark == mark), None)
    if found is None:
        raise CodeUnknown
    packed = codes.opened(found, key)
    length = int.from_bytes(packed[:_NAME_BYTES], "big")
    end = _NAME_BYTES + length
    name = packed[_NAME_BYTES:end].decode(errors="replace")
    return Claimed(name=name, content=packed[end:])


def _checked(document: dict[str, Any], signature: bytes) -> Bundle:
    signer = str(document["signer"])
    PublicKey.from_multibase(signer.removeprefix(DID_KEY)).verify(signature, _message(document))
    badges = document["badges"]
    if not isinstance(badges, list) or len(badges) > MAX_BUNDLE_BADGES:
        raise BundleUnreadable(why="damaged")
    return Bundle(
        signer=signer,
        made_at=str(document["made_at"]),
        salt=_bytes(document["salt"]),
        cost=Cost(passes=_whole(document["passes"]), memory_kib=_whole(document["memory_kib"])),
        badges=tuple(
            Locked(mark=_bytes(one["mark"]), sealed=_bytes(one["sealed"])) for one in badges
        ),
    )


def _message(plain: dict[str, Any]) -> bytes:
    """What is signed: the same bytes, however the file was laid out."""
    return _SIGNED + json.dumps(plain, sort_keys=True, separators=(",", ":")).encode()


def _whole(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(value)
    return value


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")


def _bytes(value: Any) -> bytes:
    if not isinstance(value, str):
        raise TypeError(value)
    return base64.b64decode(value, validate=True)
