"""
Multibase and base64url text, in and out of bytes, with a cap on every length.

Source: W3C Controlled Identifiers 1.0 §"Multibase" (``z`` base58btc, ``u`` base64url
without padding); RFC 4648 §5.
"""

import base64
import re

BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_BASE58_INDEX = {letter: value for value, letter in enumerate(BASE58)}

MAX_BASE58_LETTERS = 1024
"""Decoding base58 is quadratic; an RSA key of 4096 bits takes about 720 letters."""

_BASE64URL = re.compile(r"[A-Za-z0-9_-]*\Z")


def base58_encode(raw: bytes) -> str:
    """Base58btc text of ``raw``; each leading zero byte is one ``1``."""
    number, text = int.from_bytes(raw, "big"), ""
    while number:
        number, digit = divmod(number, 58)
        text = BASE58[digit] + text
    return "1" * (len(raw) - len(raw.lstrip(b"\0"))) + text


def base58_decode(text: str) -> bytes:
    """
    Bytes of a base58btc text.

    Raises:
        ValueError: a letter outside the alphabet, or more than ``MAX_BASE58_LETTERS``.
    """
    if len(text) > MAX_BASE58_LETTERS:
        raise ValueError("base58 text too long")
    number = 0
    for letter in text:
        if letter not in _BASE58_INDEX:
            raise ValueError("not a base58 letter")
        number = number * 58 + _BASE58_INDEX[letter]
    zeros = len(text) - len(text.lstrip("1"))
    return b"\0" * zeros + number.to_bytes((number.bit_length() + 7) // 8, "big")


def base64url_encode(raw: bytes) -> str:
    """Base64url text without padding."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")


def base64url_decode(text: str) -> bytes:
    """
    Bytes of a base64url text, strictly: no padding, no spaces, no unused bits set.

    Raises:
        ValueError: the text is not the one that encodes these bytes.
    """
    if not _BASE64URL.match(text):
        raise ValueError("not base64url")
    raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if base64url_encode(raw) != text:
        raise ValueError("not canonical base64url")
    return raw


def multibase_decode(text: str) -> bytes:
    """
    Bytes of a multibase text in base58btc (``z``) or base64url (``u``).

    Raises:
        ValueError: empty, another base, or not of that base's alphabet.
    """
    if text[:1] == "z":
        return base58_decode(text[1:])
    if text[:1] == "u":
        return base64url_decode(text[1:])
    raise ValueError("not a known multibase")


def multibase_encode(raw: bytes) -> str:
    """Multibase text in base58btc."""
    return "z" + base58_encode(raw)
