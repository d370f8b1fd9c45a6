"""
The one place where what a person holds becomes bytes at rest, and comes back.

Everything that could say something about a person passes here: the badge as it was
received, what was read in it, and the journal of awards.  Only times and random
identifiers rest beside it in plain columns.
"""

import json

from wallet.vault.port import Record


def packed(record: Record) -> bytes:
    """A record as it rests."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()


def unpacked(resting: bytes) -> Record:
    """The record that rests in these bytes. Raises: ValueError, damaged."""
    record = json.loads(resting)
    if not isinstance(record, dict):
        raise TypeError(type(record).__name__)
    return record


def packed_original(received: bytes) -> bytes:
    """A badge as it rests: byte for byte as it was received."""
    return received


def unpacked_original(resting: bytes) -> bytes:
    """The badge that rests in these bytes."""
    return resting
