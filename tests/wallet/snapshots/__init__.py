"""
The screens as text, one file each: how they look is kept, and read in a diff.

Written anew with ``python -m tests.wallet.snapshots``, and looked at before they are kept.
"""

import asyncio
import os
import tempfile
from pathlib import Path
from unittest import mock

from tests.wallet.carnets import ARun, amina
from tests.wallet.terminal import LARGE, SMALL, a_terminal

FOLDER = Path(__file__).parent
MODES = {
    "80x24": (SMALL, False),
    "120x40": (LARGE, False),
    "80x24-no-colour": (SMALL, True),
}
WAY = (
    ("opening", (), "Vous avez 7 badges"),
    ("help", ("f1",), "badge-wallet --texte"),
    ("all-actions", ("escape", "f2"), "Que voulez-vous faire ?"),
    ("all-actions-searched", tuple("empor"), "Chercher : empor"),
    ("where-to-put-a-file", ("enter",), "Où mettre le fichier ?"),
    (None, ("escape", "escape"), "Vous avez 7 badges"),
    ("badges", ("down", "enter"), "✖ Retiré"),
    ("badge", ("enter",), "[ Montrer ce badge ]"),
    ("badge-shown", ("enter",), "n’est publié nulle part"),
    ("badge-other-actions", ("escape", "right", "right", "enter"), "Ranger ce badge"),
    ("badge-withdrawn", ("escape", "escape", "down", "enter"), "✖ La structure a retiré"),
    ("kept-aside", ("escape", "end", "enter"), "démarches modifié.png"),
    ("kept-aside-why", ("enter",), "✖ Ce fichier est gardé à part."),
    (None, ("escape", "escape", "escape"), "Vous avez 7 badges"),
    ("pathways", ("down", "enter"), "La bureautique : 2 sur 3"),
    ("pathway", ("down", "enter"), "→ Prochaine étape"),
    ("step", ("enter",), "Où aller, à qui demander ?"),
    (None, ("escape", "escape", "escape"), "Vous avez 7 badges"),
    ("adding", ("home", "enter"), "Où est votre badge ?"),
    (None, ("escape",), "Vous avez 7 badges"),
    ("door", ("end", "enter"), "Qui êtes-vous ?"),
)
"""A name for each screen that is kept, the keys that lead there, and a text that is on it."""


async def screens(folder, mode):
    """Walk the way, by arrows, Enter and Esc; the text of each screen that has a name."""
    size, no_colour = MODES[mode]
    home = folder / "home"
    (home / "Téléchargements").mkdir(parents=True)
    run = amina(ARun(folder / "space"))
    found = {}
    environment = {"HOME": str(home), **({"NO_COLOR": "1"} if no_colour else {})}
    here = Path.cwd()
    os.chdir(home)
    try:
        with mock.patch.dict(os.environ, environment):
            async with a_terminal(run, size=size) as terminal:
                for name, keys, text in WAY:
                    await terminal.go(*keys, to=text)
                    await terminal.settle()
                    if name is not None:
                        found[name] = terminal.text.rstrip() + "\n"
    finally:
        os.chdir(here)
        run.close()
    return found


def file_of(name, mode):
    """Where one screen is kept."""
    return FOLDER / f"{name}.{mode}.txt"


def write():
    """Write every screen anew."""
    for mode in MODES:
        with tempfile.TemporaryDirectory() as folder:
            for name, text in asyncio.run(screens(Path(folder), mode)).items():
                file_of(name, mode).write_text(text, encoding="utf-8")
