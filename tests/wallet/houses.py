"""The wallet's pages over a folder of several spaces, with a clock that the test moves on."""

from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from shared.web import new_app
from tests.wallet.pages import token_of
from wallet.spaces import open_space
from wallet.vault import locks, shelf
from wallet.web import Doors, blueprint

PHRASE = "tournesol marteau brouette cerise lampe velours"
OTHER = "camion rivage moulin bonnet fenouil tiroir"
CHEAP = locks.FLOOR


@dataclass
class House:
    """One address, its spaces, and its hour."""

    doors: Doors
    spaces: Path
    app: Any
    clock: list

    def later(self, seconds):
        """Let time pass, without a page being asked for."""
        self.clock[0] += seconds

    def browser(self):
        """Somebody sits down."""
        return self.app.test_client()

    def left(self):
        """Every file under the folder of the spaces, by name."""
        return sorted(path.name for path in self.spaces.rglob("*") if path.is_file())


@contextmanager
def a_house(around, where, **options):
    """Open the address, in these circumstances; ``options`` are those of ``Doors``."""
    clock = [0.0]

    def make(recipients):
        return replace(around, recipients=recipients)

    options = {"folder": where / "spaces", "cost": CHEAP, **options}
    doors = Doors(make=make, tick=lambda: clock[0], **options)
    app = new_app((blueprint(doors, rate="100 per minute"), "/carnet"), secret_key=b"k" * 32)
    yield House(doors=doors, spaces=where / "spaces", app=app, clock=clock)
    doors.close()


def a_kept_space(house, phrase=PHRASE, *, label="Nadia"):
    """A space on the shelf, protected; gives its tile."""
    where = house.spaces / label.lower()
    where.parent.mkdir(exist_ok=True)
    space = open_space(where)
    space.protect(phrase, cost=CHEAP)
    shelf.set_label(where, label)
    space.close()
    return where.name


def press(client, page, address, **fields):
    """Send the form of a page."""
    return client.post(address, data={"csrf_token": token_of(client, page), **fields})


def begin(client):
    """« Nouveau carnet »."""
    return press(client, "/carnet/who", "/carnet/begin")


def unlock(client, tile, phrase=PHRASE):
    """Type the phrase of a tile."""
    return press(client, f"/carnet/open/{tile}", f"/carnet/open/{tile}", phrase=phrase)


def leave(client):
    """« J'ai terminé »."""
    return press(client, "/carnet/", "/carnet/leave")
