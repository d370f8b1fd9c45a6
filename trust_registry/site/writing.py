"""Putting the pages into the public folder; what has not changed is left alone."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from secrets import token_hex

from trust_registry.client.reading import read_list
from trust_registry.index.listing import Listing
from trust_registry.site.pages import pages
from trust_registry.site.programs import for_programs
from trust_registry.site.showing import Shown


def write_site(public: Path, *, now: datetime) -> int:
    """
    Write the pages of what a public folder publishes, and what programs find beside them.

    Each page takes the place of the old one whole.  Nothing that is signed is touched, and
    an interruption leaves pages that the next publication completes.

    Args:
        public: the folder that is served, or the working folder that holds it.
        now: the instant at which dates are judged.

    Returns:
        How many files have changed.

    Raises:
        RegistryUnreadable: what is published there cannot be used.
        OSError: the disk refuses.
    """
    served, listing = read_list(public, now=now)
    shown = Shown(listing)
    changed = sum(_put(served, *one) for one in for_programs(shown, served))
    return changed + sum(_put(served, *one) for one in pages(listing, files=_files(served)))


def made_again(
    served: Path, listing: Listing, *, files: Iterable[str]
) -> Iterator[tuple[str, bytes]]:
    """
    Give what ``write_site`` would put into a folder, without writing, to compare a copy with.

    ``files``: the signed files that stand in it, and their plain copies.

    Raises:
        OSError: a signed file cannot be read.
    """
    programs = dict(for_programs(Shown(listing), served))
    yield from programs.items()
    yield from pages(listing, files=[*files, *programs])


def _files(served: Path) -> list[str]:
    """Every file that is no page, so that a copier who follows links misses none."""
    found = (file for file in served.rglob("*") if file.is_file() and file.suffix != ".html")
    names = (file.relative_to(served).as_posix() for file in found)
    return sorted(name for name in names if not Path(name).name.startswith("."))


def _put(served: Path, name: str, content: bytes) -> bool:
    """Put one file into place; ``False``: it is there already."""
    file = served / name
    if file.is_file() and file.read_bytes() == content:
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}.{token_hex(4)}")
    beside.write_bytes(content)
    beside.replace(file)
    return True
