"""
What programs find beside the pages: where to begin, lists in other forms, all in one piece.

None of it is signed, and none of it is believed by our own readers: each file is a way
to the signed ones, or says the same in a form that others read.
"""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from shared.times import instant_text
from trust_registry import layout
from trust_registry.client.filling import PIECE, packed
from trust_registry.model import Role
from trust_registry.site.showing import Shown

HINTS = ".well-known/trust-registry.json"
DCC_LIST = "exports/registry.json"
FIRST_ROOT = f"{layout.METADATA}/1.{layout.ROOT}.json"


def for_programs(shown: Shown, served: Path) -> Iterator[tuple[str, bytes]]:
    """Give every file for programs: its path below the public folder, and its bytes."""
    yield HINTS, _written(_hints(shown, served))
    yield DCC_LIST, _written(dcc_list(shown))
    yield PIECE, packed(current(served))


def _hints(shown: Shown, served: Path) -> dict[str, Any]:
    """Where things stand, relative to this folder, so that a mirror is right as it is."""
    return {
        "name": shown.listing.name,
        "base": shown.catalogue.base,
        "root": {
            "file": FIRST_ROOT,
            "sha256": hashlib.sha256((served / FIRST_ROOT).read_bytes()).hexdigest(),
        },
        "metadata": f"{layout.METADATA}/",
        "targets": f"{layout.TARGETS}/",
        "seed": PIECE,
        "dcc": DCC_LIST,
        "changes": "journal/feed.xml",
        "listed": instant_text(shown.day),
        "expires": instant_text(shown.listing.expires_at),
    }


def dcc_list(shown: Shown) -> dict[str, Any]:
    """
    Who may award today, in the form of the Digital Credentials Consortium.

    Only identifiers that are DIDs stand in such a list, and nothing of badges and dates.
    """
    found: dict[str, dict[str, str]] = {}
    for member in shown.here:
        if not member.may(Role.ISSUER, on=shown.day):
            continue
        said = {"name": member.name, "location": member.place, "url": shown.entry(member).url}
        kept = {name: text for name, text in said.items() if text}
        found |= {one: kept for one in member.ids if one.startswith("did:")}
    opened = min(filter(None, map(shown.since, shown.listing.members)), default=shown.day)
    meta = {"created": instant_text(opened), "updated": instant_text(shown.day)}
    return {"meta": meta, "registry": found}


def current(served: Path) -> Iterator[tuple[str, bytes]]:
    """What partners have signed and is in force, as it is served."""
    timestamp = _signed(served, f"{layout.METADATA}/{layout.TIMESTAMP}.json")
    number = timestamp["meta"][f"{layout.SNAPSHOT}.json"]["version"]
    versions = _signed(served, f"{layout.METADATA}/{number}.{layout.SNAPSHOT}.json")["meta"]
    for name, line in versions.items():
        slug = name.removesuffix(".json")
        if slug in layout.RESERVED:
            continue
        path = f"{layout.METADATA}/{line['version']}.{name}"
        yield path, (served / path).read_bytes()
        entry = _signed(served, path)["targets"].get(layout.entry_path(slug))
        if entry is not None:
            place = f"{layout.TARGETS}/partners/{slug}/{entry['hashes']['sha256']}.entry.json"
            yield place, (served / place).read_bytes()


def _signed(served: Path, path: str) -> Any:
    return json.loads((served / path).read_bytes())["signed"]


def _written(document: dict[str, Any]) -> bytes:
    return json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"
