"""
A copy of a space in one file: whole, encrypted, and worth nothing when anything is missing.

The lock stands in front, then a stream of sealed pieces: what the space alone knows,
each badge with the bytes it came in, each award, and an end that counts them.  A piece
that is changed, moved, repeated or cut off is noticed; lengths are rounded up as in the
vault.  Nothing of it is ever written bare.

Source: libsodium, "Encrypting a set of related messages" (secretstream).
"""

import secrets
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import BinaryIO

import nacl.bindings as sodium
import nacl.exceptions

from wallet.errors import BackupUnreadable, HoldingUnknown, VaultDamaged
from wallet.vault.locks import LOCK_BYTES, unwrapped
from wallet.vault.packing import award_of, badge_of, packed, plain_award, plain_badge, unpacked
from wallet.vault.port import AwardLine, Kept, Record, Vault
from wallet.vault.sealing import derived, padded, unpadded

MAGIC = b"BADGECPY"
VERSION = 1
MAX_PIECE_BYTES = 16 * 1024 * 1024
"""A badge of the largest size that is taken, rounded up."""
_SALT_BYTES = 32
_FRONT = struct.Struct(f">8sB{LOCK_BYTES}s{_SALT_BYTES}s")
_LENGTH = struct.Struct(">I")
_MESSAGE = sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE
_FINAL = sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL
_HEADER_BYTES = sodium.crypto_secretstream_xchacha20poly1305_HEADERBYTES
_START, _BADGE, _ORIGINAL, _AWARD, _END = b"S", b"B", b"O", b"A", b"E"


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """One badge of a copy."""

    kept: Kept
    original: bytes


Item = Copied | AwardLine


def copied(
    vault: Vault, *, key: bytes, lock: bytes, known: Record, now: datetime
) -> Iterator[bytes]:
    """
    The bytes of a copy, piece by piece.

    Args:
        key: what ``lock`` is around.
        lock: in front of the copy; its phrase opens the copy.
        known: what the space alone knows.
    """
    salt = secrets.token_bytes(_SALT_BYTES)
    front = _FRONT.pack(MAGIC, VERSION, lock, salt)
    state = sodium.crypto_secretstream_xchacha20poly1305_state()
    stream_key = derived(key, b"copy", salt)
    yield front + sodium.crypto_secretstream_xchacha20poly1305_init_push(state, stream_key)
    count = 0

    def piece(kind: bytes, content: bytes, *, bound: bytes | None = None) -> bytes:
        tag = _FINAL if kind == _END else _MESSAGE
        sealed = sodium.crypto_secretstream_xchacha20poly1305_push(
            state, padded(kind + content), bound, tag
        )
        return _LENGTH.pack(len(sealed)) + sealed

    start = {"made_at": now.astimezone(UTC).isoformat(), "known": known}
    yield piece(_START, packed(start), bound=front)
    for kept in vault.badges():
        try:
            original = vault.original(kept.id)
        except HoldingUnknown:
            # Erased by another program since the list was read.
            continue
        yield piece(_BADGE, packed(plain_badge(kept)))
        yield piece(_ORIGINAL, original)
        count += 1
    for line in vault.awards():
        yield piece(_AWARD, packed(plain_award(line)))
        count += 1
    yield piece(_END, packed({"count": count}))


class Backup:
    """A copy that its phrase has opened."""

    def __init__(self, file: BinaryIO, phrase: str) -> None:
        """
        Read its beginning. ``phrase``: as ``phrases.folded`` gives it.

        Raises:
            BackupUnreadable, LockRefused, WrongPhrase.
        """
        self._file = file
        front = self._exactly(_FRONT.size)
        magic, version, lock, salt = _FRONT.unpack(front)
        if magic != MAGIC:
            raise BackupUnreadable(why="kind")
        if version != VERSION:
            raise BackupUnreadable(why="version")
        self._state = sodium.crypto_secretstream_xchacha20poly1305_state()
        stream_key = derived(unwrapped(lock, phrase), b"copy", salt)
        sodium.crypto_secretstream_xchacha20poly1305_init_pull(
            self._state, self._exactly(_HEADER_BYTES), stream_key
        )
        start = _json(self._next(_START, bound=front))
        self.known: Record = start.get("known", {})
        """What the space alone knows."""
        try:
            self.made_at = datetime.fromisoformat(start["made_at"])
        except (KeyError, TypeError, ValueError) as error:
            raise BackupUnreadable(why="damaged") from error

    def items(self) -> Iterator[Item]:
        """
        Everything in it, once; to be trusted only when it has come to its end.

        Raises:
            BackupUnreadable: it was cut or changed.
        """
        count = 0
        while True:
            kind, content = self._piece()
            if kind == _END:
                self._check_end(content, count)
                return
            count += 1
            yield self._item(kind, content)

    def _item(self, kind: bytes, content: bytes) -> Item:
        try:
            if kind == _BADGE:
                kept = badge_of(_json(content))
                return Copied(kept=kept, original=self._next(_ORIGINAL))
            if kind == _AWARD:
                return award_of(_json(content))
        except VaultDamaged as error:
            raise BackupUnreadable(why="damaged") from error
        raise BackupUnreadable(why="damaged")

    def _check_end(self, content: bytes, count: int) -> None:
        if _json(content).get("count") != count or self._file.read(1):
            raise BackupUnreadable(why="damaged")

    def _next(self, wanted: bytes, *, bound: bytes | None = None) -> bytes:
        kind, content = self._piece(bound=bound)
        if kind != wanted:
            raise BackupUnreadable(why="damaged")
        return content

    def _piece(self, *, bound: bytes | None = None) -> tuple[bytes, bytes]:
        (length,) = _LENGTH.unpack(self._exactly(_LENGTH.size))
        if length > MAX_PIECE_BYTES:
            raise BackupUnreadable(why="damaged")
        try:
            content, tag = sodium.crypto_secretstream_xchacha20poly1305_pull(
                self._state, self._exactly(length), bound
            )
            bare = unpadded(content)
        except (nacl.exceptions.CryptoError, ValueError, RuntimeError) as error:
            raise BackupUnreadable(why="damaged") from error
        kind = bare[:1]
        if (tag == _FINAL) is not (kind == _END):
            raise BackupUnreadable(why="damaged")
        return kind, bare[1:]

    def _exactly(self, length: int) -> bytes:
        found = self._file.read(length)
        if len(found) != length:
            at_the_start = self._file.tell() == len(found) and not found.startswith(MAGIC)
            raise BackupUnreadable(why="kind" if at_the_start else "damaged")
        return found


def is_backup(start: bytes) -> bool:
    """Whether a file that begins so is a copy of a space."""
    return start.startswith(MAGIC)


def _json(content: bytes) -> Record:
    try:
        return unpacked(content)
    except VaultDamaged as error:
        raise BackupUnreadable(why="damaged") from error
