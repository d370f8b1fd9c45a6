"""
Short codes: only where the machine that keeps the spaces is not the one people sit at.

A code of a few digits is guessed in seconds by whoever has the file.  So it opens nothing
by itself: the key of the space is wrapped under the code and a secret of the server, in a
folder of the server that is none of the spaces'.  Each wrong code is counted on the disk
before it is looked at; pauses grow, and after the last one only the phrase opens.
"""

import hashlib
import json
import secrets
import threading
from base64 import b64decode, b64encode
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import nacl.exceptions
import nacl.pwhash.argon2id
import nacl.secret

from wallet.errors import PinEnded, PinTooEasy, PinTooSoon, SpaceUnusable, WrongPin
from wallet.vault.folder import write_whole
from wallet.vault.locks import FLOOR, KEY_BYTES, Cost

MIN_DIGITS, MAX_DIGITS = 4, 8
"""Digits of a code: as a bank card has, up to what people still remember."""
PAUSES = (0, 0, 60, 300, 900, 3600, 14_400)
"""Seconds after each wrong code; after one more the code is ended, and only the phrase opens."""
PEPPER = "pepper.key"
_SALT_BYTES = 16
_KIB = 1024
_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Record:
    wrapped: bytes
    salt: bytes
    wrong: int
    until: float
    """When the next code may be tried, in seconds since 1970."""


class Pins:
    """The codes of the spaces of one server."""

    def __init__(self, folder: Path, *, cost: Cost = FLOOR) -> None:
        """
        Make the folder and the secret of the server on first use.

        Raises:
            SpaceUnusable: they cannot be made or read.
        """
        self._folder = folder
        self._cost = cost
        self._guard = threading.Lock()
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            if not (folder / PEPPER).exists():
                write_whole(folder / PEPPER, [secrets.token_bytes(KEY_BYTES)])
            self._pepper = (folder / PEPPER).read_bytes()
        except OSError as error:
            raise SpaceUnusable(why="disk") from error
        if len(self._pepper) != KEY_BYTES:
            raise SpaceUnusable(why="key")

    def has(self, tile: str) -> bool:
        """Whether a space has a code that can still be used."""
        return self._read(tile) is not None

    def keep(self, tile: str, pin: str, key: bytes) -> None:
        """
        Let a code open a space.

        Raises:
            PinTooEasy: not four to eight digits, or the first that anybody would try.
        """
        digits = chosen(pin)
        salt = secrets.token_bytes(_SALT_BYTES)
        box = nacl.secret.Aead(self._stretched(digits, salt, tile))
        wrapped = bytes(box.encrypt(key, tile.encode()))
        with self._guard:
            self._write(tile, _Record(wrapped=wrapped, salt=salt, wrong=0, until=0.0))

    def open(self, tile: str, pin: str, *, now: float) -> bytes:
        """
        The key of a space, by its code.

        Args:
            now: seconds since 1970.

        Raises:
            WrongPin: another code.
            PinTooSoon: a pause is not over. Facts ``seconds``.
            PinEnded: there is no code, or no more: the phrase opens.
        """
        with self._guard:
            found = self._read(tile)
            if found is None:
                raise PinEnded
            if found.until > now:
                raise PinTooSoon(seconds=int(found.until - now) + 1)
            # Counted first: a program that is killed here has used up this try.
            self._count(tile, found, now)
            try:
                box = nacl.secret.Aead(self._stretched(_digits(pin), found.salt, tile))
                key = bytes(box.decrypt(found.wrapped, tile.encode()))
            except nacl.exceptions.CryptoError as error:
                if not self.has(tile):
                    raise PinEnded from error
                raise WrongPin from error
            self._write(tile, _Record(wrapped=found.wrapped, salt=found.salt, wrong=0, until=0.0))
            return key

    def forget(self, tile: str) -> None:
        """Let the code of a space open nothing any more. Raises: SpaceUnusable."""
        try:
            self._path(tile).unlink(missing_ok=True)
        except OSError as error:
            raise SpaceUnusable(why="disk") from error

    def _count(self, tile: str, found: _Record, now: float) -> None:
        if found.wrong >= len(PAUSES):
            self.forget(tile)
            return
        until = now + PAUSES[found.wrong]
        self._write(
            tile,
            _Record(wrapped=found.wrapped, salt=found.salt, wrong=found.wrong + 1, until=until),
        )

    def _stretched(self, digits: str, salt: bytes, tile: str) -> bytes:
        stretched = nacl.pwhash.argon2id.kdf(
            KEY_BYTES,
            digits.encode(),
            salt,
            opslimit=self._cost.passes,
            memlimit=self._cost.memory_kib * _KIB,
        )
        name = hashlib.blake2b(tile.encode(), digest_size=16).digest()
        mixed = hashlib.blake2b(stretched, digest_size=KEY_BYTES, key=self._pepper, salt=name)
        return mixed.digest()

    def _path(self, tile: str) -> Path:
        """A name that no tile can lead out of the folder."""
        name = hashlib.blake2b(tile.encode(), digest_size=16, key=self._pepper).hexdigest()
        return self._folder / f"{name}.pin"

    def _read(self, tile: str) -> _Record | None:
        """What is kept of a code; one that cannot be read opens nothing."""
        try:
            found: dict[str, Any] = json.loads(self._path(tile).read_bytes())
            if found["version"] != _VERSION:
                return None
            return _Record(
                wrapped=b64decode(found["wrapped"]),
                salt=b64decode(found["salt"]),
                wrong=int(found["wrong"]),
                until=float(found["until"]),
            )
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _write(self, tile: str, record: _Record) -> None:
        content = {
            "version": _VERSION,
            "wrapped": b64encode(record.wrapped).decode(),
            "salt": b64encode(record.salt).decode(),
            "wrong": record.wrong,
            "until": record.until,
        }
        try:
            write_whole(self._path(tile), [json.dumps(content).encode()])
        except OSError as error:
            raise SpaceUnusable(why="disk") from error


def chosen(pin: str) -> str:
    """
    The digits of a code that is to open a space.

    Raises:
        PinTooEasy: it has not four to eight digits, or is one of the first that anybody tries.
    """
    digits = _digits(pin)
    steps = {int(b) - int(a) for a, b in pairwise(digits)}
    if not MIN_DIGITS <= len(digits) <= MAX_DIGITS or steps in ({0}, {1}, {-1}):
        raise PinTooEasy(least=MIN_DIGITS, most=MAX_DIGITS)
    return digits


def _digits(pin: str) -> str:
    return "".join(str(int(sign)) for sign in pin[:64] if sign.isdecimal())
