"""Putting the pages into the public folder; what has not changed is left alone."""

from datetime import datetime
from pathlib import Path
from secrets import token_hex

from trust_registry.client.reading import read_list
from trust_registry.site.pages import pages


def write_site(public: Path, *, now: datetime) -> int:
    """
    Write the pages of what a public folder publishes.

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
    changed = 0
    for name, content in pages(listing):
        file = served / name
        if file.is_file() and file.read_bytes() == content:
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        beside = file.with_name(f".{file.name}.{token_hex(4)}")
        beside.write_bytes(content)
        beside.replace(file)
        changed += 1
    return changed
