"""
Pictures and pages of PDF: the QR codes they show, and how alike two of them look.

Pixels are decoded in a child process with little memory and little time, because the
decoders are large programs in C and the pictures come from anybody.
"""

import base64
import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from shared.baking.png import MAX_PIXELS
from shared.baking.png import SIGNATURE as PNG
from shared.errors import DamagedImage, LockedPdf, ScannerMissing, TooBig

MAX_MEMORY = 1024 * 1024 * 1024
"""Address space in bytes; 60 million pixels take 240 MB, and are copied once."""
MAX_CPU_SECONDS = 5
"""For the child that looks at one picture: one made for it could ask for ever."""
MAX_SECONDS = 10.0
"""Waiting, on a busy machine; a photo of 12 million pixels takes about one."""

OUT_OF_TIME = {9, 24}
"""SIGKILL and SIGXCPU: how a child ends that used up its processor time."""

WORKER = Path(__file__).with_name("worker.py")
_HEIF = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
_AVIF = frozenset({b"avif", b"avis"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What the child process found."""

    codes: tuple[str, ...]
    """Texts of the QR codes, each once, in the order of the pages."""
    entries: Mapping[str, str] = field(default_factory=dict)
    """PDF: the badge entries of the document information, by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How alike two pictures are; both numbers from 0 (no difference) to 255."""

    mean: int
    """Of the whole."""
    most: int
    """Of the part that differs most, one of sixty-four."""
    same: bool
    """Whether every pixel is the same."""
    shown: tuple[bytes, bytes]
    """Both drawn again, small, as PNG: safe to show, and nothing of their files is in them."""


def photo_kind(picture: bytes) -> str | None:
    """``PNG``, ``JPEG``, ``WEBP``, ``HEIF`` or ``AVIF`` by the first bytes; ``None``: no photo."""
    if picture.startswith(PNG):
        return "PNG"
    if picture.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if picture[:4] == b"RIFF" and picture[8:12] == b"WEBP":
        return "WEBP"
    if picture[4:8] == b"ftyp":
        brands = {picture[at : at + 4] for at in range(8, 40, 4)}
        if brands & _AVIF:
            return "AVIF"
        if brands & _HEIF:
            return "HEIF"
    return None


def codes(picture: bytes) -> tuple[str, ...]:
    """
    Give the texts of all QR codes of a picture; of a moving one, its first frame.

    Args:
        picture: bytes for which ``photo_kind`` knows a kind.

    Raises:
        DamagedImage: cut or damaged.
        TooBig: more than ``png.MAX_PIXELS``, or more memory or time than a photo takes.
        ScannerMissing: the program that opens this kind is not on this computer.
    """
    return _scan(picture, photo_kind(picture) or "PNG").codes


def pdf(document: bytes) -> Seen:
    """
    Give the QR codes of the first pages of a PDF, and its badge entries.

    Raises:
        LockedPdf: it asks for a password.
        DamagedImage, TooBig, ScannerMissing: as ``codes``.
    """
    return _scan(document, "PDF")


def likeness(one: bytes, other: bytes, *, kinds: tuple[str, str]) -> Likeness:
    """
    Tell how alike two pictures look.

    Args:
        one: its bytes; a drawing was made harmless (``clean_svg``) before.
        other: the same.
        kinds: of each, a kind of ``photo_kind`` or ``SVG``.

    Raises:
        DamagedImage, TooBig, ScannerMissing: as ``codes``.
    """
    framed = len(one).to_bytes(8, "big") + one + other
    answer = _answered(framed, "+".join(kinds))
    first, second = (base64.b64decode(shown) for shown in answer["shown"])
    return Likeness(
        mean=answer["mean"], most=answer["most"], same=answer["same"], shown=(first, second)
    )


def _scan(received: bytes, kind: str) -> Seen:
    answer = _answered(received, kind)
    return Seen(codes=tuple(answer["codes"]), entries=answer.get("entries", {}))


def _answered(received: bytes, kind: str) -> dict[str, Any]:
    """What the child process answered; its errors raised."""
    answer = _ask_worker(received, kind)
    match answer.get("error"):
        case "damaged":
            raise DamagedImage(part="picture")
        case "locked":
            raise LockedPdf
        case "missing":
            raise ScannerMissing(what=answer["what"])
        case "pixels":
            raise TooBig(limit=MAX_PIXELS, what="pixels")
    return answer


def _ask_worker(received: bytes, kind: str) -> dict[str, Any]:
    limits = [str(limit) for limit in (MAX_PIXELS, MAX_MEMORY, MAX_CPU_SECONDS)]
    # -I: neither the current folder nor the environment brings modules of its own.
    command = [sys.executable, "-I", str(WORKER), kind, *limits]
    try:
        done = subprocess.run(  # noqa: S603 - one fixed program, arguments of our own
            command, input=received, capture_output=True, timeout=MAX_SECONDS, check=False
        )
        answer: dict[str, Any] = json.loads(done.stdout)
    except subprocess.TimeoutExpired as error:
        raise TooBig(limit=MAX_PIXELS, what="pixels") from error
    except ValueError as error:
        if -done.returncode in OUT_OF_TIME:
            raise TooBig(limit=MAX_PIXELS, what="pixels") from error
        # A decoder ended in a way of its own: the picture is not one that it can read.
        raise DamagedImage(part="picture") from error
    return answer
