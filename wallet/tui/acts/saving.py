"""Files that leave the carnet: which there are, and how each is made and named."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from wallet import exporting
from wallet.errors import FileNotWritten
from wallet.tui.carnet import Carnet
from wallet.tui.page import Tone
from wallet.tui.places import Place, Save, Told
from wallet.vault.folder import write_whole

if TYPE_CHECKING:
    from datetime import datetime

Made = tuple[str, bytes]
"""A name and what is in it."""
TRIAL = ".badge-wallet"
MAX_SAME_NAME = 99
"""Files of one name in one folder: more is a mistake."""


def save(place: Save, carnet: Carnet, _: Callable[[str], None]) -> Place:
    """Write a file where nothing is overwritten, and say its name."""
    now = carnet.asking(lambda around: around.now)
    name, content = FILES[place.what](carnet, place.id, now)
    file = kept(place.folder, name, content)
    return Told("tui.saved", (("file", file.name), ("folder", place.folder.name)), tone=Tone.OK)


def kept(folder: Path, name: str, content: bytes) -> Path:
    """
    Write a file beside those that are there, under a name of its own.

    Raises:
        FileNotWritten: the folder cannot be written in.
    """
    wanted = folder / name
    others = (wanted.with_stem(f"{wanted.stem}-{count}") for count in range(2, MAX_SAME_NAME))
    try:
        file = next(one for one in (wanted, *others) if not one.exists())
        write_whole(file, [content])
    except (OSError, StopIteration) as error:
        raise FileNotWritten(file=name) from error
    return file


def writable(folder: Path) -> None:
    """Make sure that files can be put there. Raises: FileNotWritten."""
    trial = folder / TRIAL
    try:
        write_whole(trial, [b""])
        trial.unlink()
    except OSError as error:
        raise FileNotWritten(file=folder.name) from error


def _everything(carnet: Carnet, _: str, now: "datetime") -> Made:
    content = exporting.archive(carnet.wallet, now=now, lang=carnet.lang)
    return carnet.say("tui.file-archive"), content


def _picture(carnet: Carnet, badge: str, _: "datetime") -> Made:
    holding = carnet.wallet.get(badge)
    content = exporting.rebaked(carnet.wallet, holding.id, kind="png")
    return f"badge-{holding.id}.png", content


FILES: Mapping[str, Callable[[Carnet, str, "datetime"], Made]] = {
    "archive": _everything,
    "picture": _picture,
}
"""By the name that ``Saving`` gives; each is told by ``tui.saving-NAME``."""
