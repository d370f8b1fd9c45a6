"""
A folder of several spaces: one folder each, and all that may be read of them without a phrase.

That is a label, chosen to be read by whoever sits down at the machine, and nothing else:
the names of the folders are drawn at random.  A visit that nobody kept lives in a hidden
folder beside them, so that keeping it is one change of name.
"""

import secrets
import shutil
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from shared.parsing.shapes import clean
from wallet.errors import SpaceUnusable
from wallet.vault import folder

MAX_LABEL = 40
"""Letters of a label: a first name, or a word of one's own, on a tile of a small screen."""
LEFTOVER_SECONDS = 86_400
"""A visit whose program was killed: nobody has its key, and after a day nobody is there."""
_LABEL_BYTES = 4 * MAX_LABEL
_NAME_BYTES = 6
_VISIT = ".visit-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """One space of a shelf, as it looks from outside."""

    id: str
    """The name of its folder."""
    folder: Path
    label: str
    """Empty: none was given."""


def spaces_in(shelf: Path) -> tuple[Stored, ...]:
    """The spaces of a folder, by label; a folder that is not there has none."""
    try:
        names = sorted(path.name for path in shelf.iterdir() if not path.name.startswith("."))
        found = [
            Stored(id=name, folder=shelf / name, label=label_of(shelf / name))
            for name in names
            if (shelf / name / folder.VAULT_FILE).is_file()
        ]
    except OSError:
        return ()
    return tuple(sorted(found, key=lambda one: (one.label.casefold(), one.id)))


def label_of(where: Path) -> str:
    """The label of a space; empty when it has none that can be read."""
    try:
        with (where / folder.LABEL_FILE).open("rb") as file:
            return as_label(file.read(_LABEL_BYTES).decode("utf-8"))
    except (OSError, UnicodeDecodeError):
        return ""


def as_label(text: str) -> str:
    """A text as it may stand on a tile: one line, short, without control characters."""
    return " ".join(clean(text, limit=MAX_LABEL).split())


def set_label(where: Path, label: str) -> None:
    """Write what everybody at this machine may read. Raises: SpaceUnusable."""
    path = where / folder.LABEL_FILE
    try:
        if label := as_label(label):
            folder.write_whole(path, [label.encode()])
        else:
            path.unlink(missing_ok=True)
    except OSError as error:
        raise SpaceUnusable(why="disk") from error


def visiting_folder(shelf: Path | None) -> Path:
    """
    A new folder for a visit, open to the account of this program only.

    Args:
        shelf: where it may be kept later; ``None``: the temporary folder of the system.

    Raises:
        SpaceUnusable: it cannot be made.
    """
    try:
        if shelf is not None:
            shelf.mkdir(parents=True, exist_ok=True, mode=0o700)
        return Path(tempfile.mkdtemp(prefix=_VISIT, dir=shelf))
    except OSError as error:
        raise SpaceUnusable(why="disk") from error


def keep(visit: Path, shelf: Path, label: str) -> Path:
    """
    Give a visit its place on the shelf; it must be closed, and protected.

    Raises:
        SpaceUnusable: it cannot be moved there; it is still where it was.
    """
    set_label(visit, label)
    kept = shelf / secrets.token_hex(_NAME_BYTES)
    try:
        visit.rename(kept)
    except OSError as error:
        raise SpaceUnusable(why="disk") from error
    return kept


def clear_visit(visit: Path) -> None:
    """Overwrite and take away all that a visit wrote, whatever it is. Raises: SpaceUnusable."""
    folder.clear(visit)
    if visit.is_dir():
        try:
            shutil.rmtree(visit)
        except OSError as error:
            raise SpaceUnusable(why="disk") from error


def clear_leftovers(shelf: Path) -> None:
    """Take away the visits of programs that were killed, a day after."""
    before = time.time() - LEFTOVER_SECONDS
    with suppress(OSError):
        for path in shelf.glob(f"{_VISIT}*"):
            if path.stat().st_mtime < before:
                with suppress(SpaceUnusable):
                    clear_visit(path)
