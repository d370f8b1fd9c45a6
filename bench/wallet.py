"""
How fast a wallet opens, lists, takes in and changes its phrase: the figures of one machine.

    .venv/bin/python -m bench.wallet [--badges 5000]

Each line gives a measure, what was wanted and the ratio of the two: below one is good.
"""

import argparse
import json
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from bench.registry import measured, said
from tests.wallet.carnets import CATALOGUE, a_document, keep
from tests.wallet.people import circumstances, desk_of
from trust_registry.catalogue import EvidenceKind
from trust_registry.demo import make_region
from verifier.verdict import Level
from wallet.awarding.award import make_award
from wallet.awarding.compose import Award, Observation
from wallet.importing import import_badge
from wallet.pathways import progress
from wallet.spaces import Space, open_space
from wallet.tui.texts import folded

TODAY = datetime(2026, 11, 22, 12, tzinfo=UTC)
PHRASE = "canard bougie violon tartine nuage falaise"
ORIGINAL_BYTES = 30_000
"""A picture with its badge."""
IMPORTED = 100
SCREEN = 20
"""Lines of a list on a screen of 24."""


def filled(folder: Path, count: int) -> Space:
    """A space that holds many different badges, as they rest after their first check."""
    space = open_space(folder)
    keep(space.wallet(CATALOGUE), a_document("b01"))
    (first,) = space.vault.badges()
    with space.vault.writing() as write:
        for number in range(1, count):
            name = f"{number:012x}"
            record = json.loads(json.dumps(first.record))
            record["summary"]["credential_id"] = f"urn:uuid:{name}"
            kept = replace(first, id=name, content=f"{number:064x}", record=record)
            write.insert(kept, name.encode() * (ORIGINAL_BYTES // len(name)))
    return space


def one_wallet(folder: Path, count: int) -> None:
    """Fill it, lock it, open it, look at it, add to it."""
    space = filled(folder, count)
    with measured(f"{count} badges: protecting, all sealed anew", 10):
        space.protect(PHRASE)
    space.close()
    size = sum(path.stat().st_size for path in folder.iterdir())
    said(f"{count} badges: at rest, of {count * ORIGINAL_BYTES / 1e6:.0f}", size / 1e6, 250, "MB")
    with measured(f"{count} badges: opening with the phrase", 0.5):
        space = open_space(folder, phrase=PHRASE)
    wallet = space.wallet(CATALOGUE)
    with measured(f"{count} badges: everything about all of them", 1):
        held = wallet.holdings()
    wallet.glance()
    space.close()
    space = open_space(folder, phrase=PHRASE)
    wallet = space.wallet(CATALOGUE)
    with measured(f"{count} badges: the first screen of the list, after unlocking", 0.02):
        list(islice(wallet.glance().rows("fr"), SCREEN))
    with measured(f"{count} badges: the list again, every name in it", 0.02):
        keys = [folded(one.name) for one in wallet.glance().rows("fr")]
    with measured(f"{count} badges: a search of three letters", 0.005):
        [key for key in keys if "mes" in key]
    with measured(f"{count} badges: the pathways", 0.02):
        progress(held, CATALOGUE)
    with measured(f"{count} badges: one more, without its verification", 0.01):
        keep(wallet, a_document("b02", number=count + 1))
    space.close()


def some_imports(folder: Path) -> None:
    """A hundred badges into a space that was empty, without their verification."""
    space = open_space(folder)
    wallet = space.wallet(CATALOGUE)
    with measured(f"{IMPORTED} badges into an empty wallet", 1):
        for number in range(IMPORTED):
            keep(wallet, a_document("b01", number=number))
    space.close()


def some_real_imports(folder: Path) -> None:
    """A hundred badges as a professional signs them, each verified on its way in."""
    region = make_region(folder / "region", TODAY)
    around = circumstances(region, TODAY)
    desk = desk_of(region, "sandrine", folder, around)
    seen = Observation(narrative="Amina a classé ses photos par année.", kind=EvidenceKind.TASK)
    award = Award(badge="b04", to="Amina Benali", evidence=(seen,))
    files = [
        make_award(replace(award, words=f"Bravo {number}"), desk, around).files[".png"]
        for number in range(IMPORTED + 1)
    ]
    space = open_space(folder / "amina")
    wallet = space.wallet(around.registry.catalogue())
    # The first one loads what every verification needs.
    import_badge(files.pop(), wallet, around, name="first.png")
    with measured(f"{IMPORTED} signed badges, with their verification", 1):
        for file in files:
            import_badge(file, wallet, around, name="badge.png")
    if any(one.level is not Level.TRUSTED for one in wallet.holdings()):
        raise SystemExit("a badge was not taken in as valid")
    for opened in (space, desk):
        opened.close()
    around.registry.close()


def main() -> None:
    """Measure everything, a line each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--badges", type=int, default=5_000)
    count = parser.parse_args().badges
    with tempfile.TemporaryDirectory() as work:
        some_imports(Path(work) / "some")
        some_real_imports(Path(work))
        one_wallet(Path(work) / "many", count)


if __name__ == "__main__":
    main()
