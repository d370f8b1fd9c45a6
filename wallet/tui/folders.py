"""Where the files to add may be on this computer, and what a person types or drops to name one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from wallet.commands.inputs import Given

STICKS = ("/media/*/*", "/run/media/*/*", "/Volumes/*")
"""Where systems put a USB key; a computer's own disk is not looked at."""
DOWNLOADS = ("Téléchargements", "Downloads")
DESKTOPS = ("Bureau", "Desktop")
MAX_FILES = 500
"""Of one folder, the newest: a list that long is searched on the computer itself."""
ESCAPED = re.compile(r"\\(.)")
LINK = re.compile(r"https?://", re.IGNORECASE)
BADGE_TEXT = re.compile(r"[{\[]|ey[A-Za-z0-9_-]+\.")
"""How the text of a badge begins, when somebody pastes one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One folder with files in it."""

    code: str
    """Its name in words: ``tui.folder-stick``, ``tui.folder-downloads``..."""
    path: Path
    count: int


def folders(home: Path, *, root: Path = Path("/")) -> tuple[Found, ...]:
    """The USB keys, then the folders of ``home`` where files usually arrive."""
    sticks = [one for pattern in STICKS for one in sorted(root.glob(pattern.lstrip("/")))]
    usual = [("tui.folder-downloads", DOWNLOADS), ("tui.folder-desktop", DESKTOPS)]
    candidates = [("tui.folder-stick", one) for one in sticks]
    candidates += [(code, home / name) for code, names in usual for name in names]
    return tuple(
        Found(code=code, path=path, count=len(files(path)))
        for code, path in candidates
        if _is_folder(path)
    )


def files(folder: Path) -> tuple[Path, ...]:
    """The files of a folder, the newest first; hidden ones are left out."""
    try:
        found = [one for one in folder.iterdir() if one.is_file() and one.name[0] != "."]
        newest = sorted(found, key=lambda one: (-one.stat().st_mtime, one.name))
    except OSError:
        return ()
    return tuple(newest[:MAX_FILES])


def named(text: str, *, home: Path) -> "tuple[Given, ...]":
    """
    What a person typed, pasted or dropped on the window: files, a link, or a badge's text.

    A terminal writes the name of a dropped file in quotes, with backslashes, or as an
    address; several are written one after another.
    """
    from wallet.commands.inputs import Given

    said = text.strip()
    if LINK.match(said) or BADGE_TEXT.match(said):
        return (Given(label=said[:80], name="", text=said),)
    return tuple(
        Given(label=path.name, name=path.name, path=path)
        for one in _separate(said, home=home)
        for path in (files(one) if _is_folder(one) else (one,))
    )


def given(path: Path) -> "Given":
    """One file to add."""
    from wallet.commands.inputs import Given

    return Given(label=path.name, name=path.name, path=path)


def _separate(said: str, *, home: Path) -> Iterator[Path]:
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    for line in lines:
        whole = _path(line, home=home)
        # Spaces stand inside a name as often as between two.
        parts = [_path(part, home=home) for part in re.findall(r"'[^']+'|\"[^\"]+\"|\S+", line)]
        several = len(parts) > 1 and not _exists(whole) and all(_exists(one) for one in parts)
        yield from parts if several else [whole]


def _path(written: str, *, home: Path) -> Path:
    said = written
    if len(said) > 1 and said[0] == said[-1] and said[0] in "'\"":
        said = said[1:-1]
    elif said.startswith("file://"):
        said = unquote(urlsplit(said).path)
    elif not _exists(Path(said)):
        said = ESCAPED.sub(r"\1", said)
    return home / said[2:] if said.startswith("~/") else Path(said)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False
