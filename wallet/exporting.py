"""
Everything leaves as it came: the originals byte for byte, a page to read, and a list.

The archive needs neither this program nor the network.  It holds no key.
"""

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from typing import Literal

from shared import baking, reading
from shared.model import TokenKind
from trust_registry.catalogue import Catalogue, image
from wallet import report, wording
from wallet.errors import NoPictureToBake
from wallet.holding import Holding
from wallet.holdings import Wallet
from wallet.pages_to_keep import rendered

PAGE, LIST, PICTURES = "index.html", "badges.json", "pictures"
MAX_STEM = 80
"""Letters of a file name, so that the archive unpacks on every machine."""

_SUFFIXES = (
    (b"\x89PNG", ".png"),
    (b"\xff\xd8", ".jpg"),
    (b"RIFF", ".webp"),
    (b"%PDF", ".pdf"),
    (b"PK\x03\x04", ".zip"),
)
_TEXT_SUFFIXES = {"svg": ".svg", "json": ".json", "jwt": ".jwt"}
_SHOWN = (".png", ".svg", ".jpg", ".webp")
_UNSAFE = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """One badge of the archive and the file that holds it."""

    holding: Holding
    path: str
    """Inside the archive."""

    @property
    def picture(self) -> str | None:
        """The file, when a browser can show it."""
        return self.path if self.path.endswith(_SHOWN) else None


def archive(wallet: Wallet, *, now: datetime, lang: str, baked: bool = False) -> bytes:
    """
    Put everything a person holds in one zip, with their earlier versions and what is aside.

    Args:
        now: the date of the archive and of its files.
        lang: the language of the page to read.
        baked: also give each badge as a picture that holds it, where the network has one.
    """
    held = wallet.holdings()
    older = [version for one in held for version in wallet.history(one.id)]
    files: dict[str, bytes] = {}
    filed = {
        folder: _file(wallet, holdings, folder, files)
        for folder, holdings in (("badges", held), ("history", older), ("aside", wallet.aside()))
    }
    listed = {
        folder: [{**report.of_holding(one.holding), "path": one.path} for one in found]
        for folder, found in filed.items()
    }
    if baked:
        files |= _pictures(wallet, filed["badges"])
    files[LIST] = json.dumps(listed, ensure_ascii=False, indent=2).encode()
    files[PAGE] = _page(filed, wallet.catalogue, now=now, lang=lang).encode()
    return _zipped(files, now=now)


def rebaked(wallet: Wallet, holding_id: str, *, kind: Literal["png", "svg"]) -> bytes:
    """
    One badge as a picture: the original when it is one, else baked into a badge image.

    Raises:
        NoPictureToBake: it is only an address, or stands in a file with others.
    """
    holding = wallet.get(holding_id)
    original = wallet.original(holding.id)
    token = reading.read(original)
    if holding.container == kind and holding.part is None:
        return original
    if token.kind is TokenKind.URL or holding.part is not None:
        raise NoPictureToBake
    entry = wallet.catalogue.badge(holding.badge_id) if holding.badge_id else None
    if entry is None:
        raise NoPictureToBake
    old = holding.summary is not None and (holding.summary.open_badges or "").startswith("2")
    return baking.bake(image(entry, kind), token.text, version="2.0" if old else "3.0")


def _pictures(wallet: Wallet, filed: Iterable[Filed]) -> dict[str, bytes]:
    """The badges that are no picture yet, each baked into that of the network."""
    found = {}
    for one in filed:
        with suppress(NoPictureToBake):
            if one.picture is None:
                picture = rebaked(wallet, one.holding.id, kind="png")
                found[f"{PICTURES}/{PurePosixPath(one.path).stem}.png"] = picture
    return found


def file_name(holding: Holding, original: bytes) -> str:
    """A name that every machine takes, with the ending of what the file really is."""
    stem = _UNSAFE.sub("-", holding.name.replace("\\", "/").rpartition("/")[2]).strip("-.")
    suffix = _suffix(holding, original)
    for known in (*_TEXT_SUFFIXES.values(), *(ending for _, ending in _SUFFIXES)):
        stem = stem.removesuffix(known)
    return f"{stem.strip('-.')[:MAX_STEM] or holding.id}{suffix}"


def _suffix(holding: Holding, original: bytes) -> str:
    for start, suffix in _SUFFIXES:
        if original.startswith(start):
            return suffix
    return _TEXT_SUFFIXES.get(holding.container, ".txt")


def _file(
    wallet: Wallet, holdings: Iterable[Holding], folder: str, files: dict[str, bytes]
) -> list[Filed]:
    """Put the originals in a folder of the archive, each file once."""
    filed, by_content = [], {}
    for number, holding in enumerate(holdings, 1):
        original = wallet.original(holding.id)
        same = hashlib.sha256(original).digest()
        if same not in by_content:
            by_content[same] = f"{folder}/{number:02}-{file_name(holding, original)}"
            files[by_content[same]] = original
        filed.append(Filed(holding=holding, path=by_content[same]))
    return filed


def _page(filed: dict[str, list[Filed]], catalogue: Catalogue, *, now: datetime, lang: str) -> str:
    return rendered(
        "archive.html",
        lang=lang,
        now=now,
        filed=filed,
        name=lambda one: wording.name(one, catalogue, lang=lang),
        issuer=lambda one: wording.issuer(one, lang=lang),
        state=lambda one, part=None: wording.state(one, lang=lang, part=part),
    )


def _zipped(files: dict[str, bytes], *, now: datetime) -> bytes:
    stamp = now.astimezone(wording.ZONE).timetuple()[:6]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        for path, content in files.items():
            zipped.writestr(zipfile.ZipInfo(path, date_time=stamp), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
