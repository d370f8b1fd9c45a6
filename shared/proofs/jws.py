"""
A strict reader of compact JWS, in front of every token we judge.

Libraries forgive spaces, padding, other alphabets and repeated members; a badge
that needs forgiving is one of which two programs may tell two stories.

Sources: RFC 7515 §7.1 (compact serialisation), RFC 8725 (best practices).
"""

import json
import re
from dataclasses import dataclass

from shared import strict_json
from shared.errors import MalformedToken, ProofInvalid, ProofPurposeWrong, ProofUnsupported
from shared.keys import ALGORITHMS, PublicKey, SigningKey
from shared.model import Json
from shared.multibase import base64url_decode, base64url_encode

MAX_JWS_LETTERS = 1_048_576
"""The same limit as for JSON: a badge is a few kilobytes."""

_COMPACT = re.compile(r"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\Z")

TYPES = {
    "jwt", "jws", "vc+jwt", "vc+ld+jwt", "vc+ld+json+jwt", "vp+jwt", "vp+ld+jwt", "vp+ld+json+jwt",
}  # fmt: skip
"""Values of ``typ`` found on badges; any other token is one made for another use."""
_MEDIA = "application/"
"""May stand before a ``typ`` or not, and means the same (RFC 7515 §4.1.9)."""


@dataclass(frozen=True, slots=True)
class CompactJws:
    """The parts of a token; nothing of it is believed."""

    header: Json
    payload: Json
    signature: bytes
    signing_input: bytes
    """ASCII bytes of ``header.payload``, as received."""

    @property
    def algorithm(self) -> str:
        """The ``alg`` of the header, empty when it is no text."""
        value = self.header.get("alg")
        return value if isinstance(value, str) else ""


def read_compact(text: str) -> CompactJws:
    """
    Take a compact JWS apart.

    Raises:
        MalformedToken: not three parts of canonical base64url, or too long.
        UnsafeJson: header or payload is not one strict JSON object.
    """
    if len(text) > MAX_JWS_LETTERS:
        raise MalformedToken(why="size")
    if not _COMPACT.match(text):
        raise MalformedToken(why="form")
    first, second, third = text.split(".")
    try:
        header, payload, signature = (base64url_decode(part) for part in (first, second, third))
    except ValueError as error:
        raise MalformedToken(why="base64url") from error
    return CompactJws(
        header=strict_json.load_object(header),
        payload=strict_json.load_object(payload),
        signature=signature,
        signing_input=f"{first}.{second}".encode("ascii"),
    )


def check_header(jws: CompactJws) -> None:
    """
    Refuse headers that change what a signature means.

    Raises:
        ProofInvalid: ``none``, a shared secret, ``crit``, ``b64``, compression.
        ProofPurposeWrong: a ``typ`` that is no badge's: the token was made for another use.
        ProofUnsupported: an algorithm that this program does not know.
    """
    header = jws.header
    for name in ("crit", "b64", "zip", "enc"):
        if name in header:
            raise ProofInvalid(why=name)
    typ = header.get("typ")
    if typ is not None and (
        not isinstance(typ, str) or typ.lower().removeprefix(_MEDIA) not in TYPES
    ):
        raise ProofPurposeWrong(purpose=str(typ)[:80])
    algorithm = jws.algorithm
    if not algorithm or algorithm.lower() == "none" or algorithm.upper().startswith("HS"):
        raise ProofInvalid(why="alg")
    if algorithm not in ALGORITHMS:
        raise ProofUnsupported(suite=algorithm[:80])


def verify(jws: CompactJws, key: PublicKey) -> None:
    """
    Verify the signature of a token whose header was checked.

    Raises:
        ProofInvalid: another key, an altered token, or a key of another kind than ``alg``.
    """
    if ALGORITHMS.get(jws.algorithm) is not key.kind:
        raise ProofInvalid(why="key-kind")
    key.verify(jws.signature, jws.signing_input)


def compact(header: Json, payload: Json, key: SigningKey) -> str:
    """Make a compact JWS, signed with an Ed25519 key; the header is written as it is."""
    signing_input = ".".join(_part(part) for part in (header, payload))
    signature = key.sign(signing_input.encode("ascii"))
    return f"{signing_input}.{base64url_encode(signature)}"


def _part(value: Json) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return base64url_encode(text.encode("utf-8"))
