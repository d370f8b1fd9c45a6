"""
A zip that somebody sends: the files inside, taken out in memory within limits.

Nothing is written, no name is used as a path, and an archive inside is not opened.

Source: OWASP ASVS 5.2.3 and 5.3.3 (compressed files).
"""

import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO

from shared.errors import DamagedImage, PackedFiles, TooBig
from shared.reading import MAX_UPLOAD_BYTES

MAX_FILES = 64
"""A person's badges; a whole archive of a region comes as a folder."""
MAX_TOTAL_BYTES = 4 * MAX_UPLOAD_BYTES
"""Once unpacked, all together; a few bytes can hide gigabytes."""

METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
"""The others are unpacked by the library in one go, whatever limit it is given."""

ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OverflowError, OSError)
_PACKED_BY_OTHERS = (NotImplementedError, RuntimeError)
"""A version that the library does not know, or a password."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One file of an archive."""

    name: str
    """Its last name only, printable, to show it; never a path."""
    body: bytes


def is_zip(received: bytes) -> bool:
    """Whether the first bytes are those of a zip."""
    return received.startswith(ZIP)


def unpack(received: bytes) -> tuple[Piece, ...]:
    """
    Take the files out of a zip, in its order; folders and notes of computers left out.

    Raises:
        TooBig: more than ``MAX_FILES``, or than ``MAX_TOTAL_BYTES`` once unpacked, or one
            file larger than an upload.
        PackedFiles: no zip, or packed with a password or in another way than ``METHODS``.
        DamagedImage: cut or damaged.
    """
    if not is_zip(received):
        raise PackedFiles
    if len(received) > MAX_UPLOAD_BYTES:
        raise TooBig(limit=MAX_UPLOAD_BYTES, what="file")
    try:
        with zipfile.ZipFile(BytesIO(received)) as archive:
            return _pieces(archive)
    except _PACKED_BY_OTHERS as error:
        raise PackedFiles from error
    except _DAMAGED as error:
        raise DamagedImage(part="zip") from error


def _pieces(archive: zipfile.ZipFile) -> tuple[Piece, ...]:
    files = [entry for entry in archive.infolist() if _is_somebodys_file(entry)]
    if len(files) > MAX_FILES:
        raise TooBig(limit=MAX_FILES, what="files")
    pieces: list[Piece] = []
    left = MAX_TOTAL_BYTES
    for entry in files:
        if entry.compress_type not in METHODS:
            raise PackedFiles
        limit = min(left, MAX_UPLOAD_BYTES)
        with archive.open(entry) as packed:
            body = packed.read(limit + 1)
        if len(body) > limit:
            raise TooBig(limit=limit, what="files")
        left -= len(body)
        pieces.append(Piece(name=_shown(entry.filename), body=body))
    return tuple(pieces)


def _is_somebodys_file(entry: zipfile.ZipInfo) -> bool:
    name = entry.filename.replace("\\", "/")
    return not (entry.is_dir() or "__MACOSX/" in name or _shown(name).startswith("."))


def _shown(name: str) -> str:
    last = name.replace("\\", "/").rpartition("/")[2]
    return "".join(letter for letter in last if letter.isprintable())[:120]
