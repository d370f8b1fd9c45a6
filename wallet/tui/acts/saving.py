"""Files that leave the carnet: which there are, and how each is made and named."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from wallet import exporting, wording
from wallet.errors import FileNotWritten
from wallet.pathways import progress
from wallet.sharing import diary, page, telling
from wallet.sharing.presenting import USUAL_DAYS, present
from wallet.tui.carnet import Carnet
from wallet.tui.page import Tone
from wallet.tui.places import Place, Save, Saving, Told
from wallet.vault.folder import write_whole

if TYPE_CHECKING:
    from datetime import datetime

    from wallet.spaces import Space


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A file that is ready to leave."""

    name: str
    content: bytes
    shown: diary.Shown | None = None
    """Its line in the diary, once it is written; ``None``: it shows nothing to anybody."""


TRIAL = ".badge-wallet"
MAX_SAME_NAME = 99
"""Files of one name in one folder: more is a mistake."""


def save(place: Save, carnet: Carnet, _: Callable[[str], None]) -> Place:
    """Write a file where nothing is overwritten, and say its name."""
    saving = place.saving
    made = carnet.in_space(lambda space, now: FILES[saving.what](carnet, saving, space, now.now))
    file = kept(place.folder, made.name, made.content)
    if made.shown is not None:
        diary.note(carnet.wallet.vault, made.shown)
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


def _everything(carnet: Carnet, _: Saving, _space: "Space", now: "datetime") -> Made:
    content = exporting.archive(carnet.wallet, now=now, lang=carnet.lang)
    return Made(name=carnet.say("tui.file-archive"), content=content)


def _picture(carnet: Carnet, saving: Saving, _: "Space", _now: "datetime") -> Made:
    holding = carnet.wallet.get(saving.id)
    content = exporting.rebaked(carnet.wallet, holding.id, kind="png")
    return Made(name=f"badge-{holding.id}.png", content=content)


def _page(carnet: Carnet, saving: Saving, space: "Space", now: "datetime") -> Made:
    """A page that carries the signed badge; of its owner it shows nothing."""
    made = present(
        space, carnet.wallet, [saving.id], audience=saving.audience, days=USUAL_DAYS, now=now
    )
    visible = telling.Visible()
    badges = telling.told(carnet.wallet, made.holdings, visible, lang=carnet.lang)
    sheet = page.Sheet(
        badges=badges, visible=visible, audience=made.audience, now=now, until=made.until
    )
    shown = diary.Shown(
        at=now,
        audience=made.audience,
        badges=_names(carnet, saving.id),
        form=diary.Form.PAGE,
        until=made.until,
    )
    content = page.page(sheet, made, lang=carnet.lang).encode()
    return Made(name=f"badge-{saving.id}.html", content=content, shown=shown)


def _paper(carnet: Carnet, saving: Saving, _: "Space", now: "datetime") -> Made:
    """An A4 page whose square is the whole badge; of its owner it shows nothing."""
    from wallet.paper.badge_sheet import Paper, badge_on_paper

    content = badge_on_paper(
        carnet.wallet, saving.id, Paper.PAGE, telling.Visible(), now=now, lang=carnet.lang
    )
    shown = diary.Shown(
        at=now,
        audience=carnet.say("print.whoever"),
        badges=_names(carnet, saving.id),
        form=diary.Form.PAPER,
        until=None,
    )
    return Made(name=f"badge-{saving.id}.pdf", content=content, shown=shown)


def _path(carnet: Carnet, saving: Saving, _: "Space", now: "datetime") -> Made:
    """A pathway on one page, to tick by hand."""
    from wallet.paper.path_card import path_on_paper

    found = progress(carnet.wallet.holdings(), carnet.catalogue)
    wanted = next(one for one in found if one.pathway.id == saving.id)
    content = path_on_paper(wanted, carnet.catalogue, now=now, lang=carnet.lang)
    return Made(name=f"{saving.id}.pdf", content=content)


def _names(carnet: Carnet, badge: str) -> tuple[str]:
    holding = carnet.wallet.get(badge)
    return (wording.name(holding, carnet.catalogue, lang=carnet.lang),)


FILES: Mapping[str, Callable[[Carnet, Saving, "Space", "datetime"], Made]] = {
    "archive": _everything,
    "picture": _picture,
    "page": _page,
    "paper": _paper,
    "path": _path,
}
"""By the name that ``Saving`` gives; each is told by ``tui.saving-NAME``."""
