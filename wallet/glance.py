"""
What lists show of all badges at once: made when badges change, and opened in an instant.

The columns below are noted in the vault as one sealed overview; a badge that changed
after it was noted is read for itself, so that a list never says less than the badges do.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cached_property
from hashlib import blake2b
from typing import NamedTuple

from shared.errors import BadgeError
from trust_registry.catalogue import Catalogue
from verifier.verdict import Reason
from wallet.holding import Holding
from wallet.records import from_kept
from wallet.standing import standing
from wallet.vault import Overview, Vault
from wallet.vault.port import Record

FORM = 1
"""Of what is noted; another one is made anew."""
NOTED_FROM = 32
"""Badges that changed since: reading them costs more than noting all."""


class Entry(NamedTuple):
    """One badge, as a list needs it; every value is plain JSON. Thousands are made at once."""

    id: str
    received: int
    """Microseconds since 1970."""
    title: str | None
    file: str
    """The name of the file it came in."""
    issuer: str | None
    achievement: str | None
    counts: bool
    state: str
    """The code of ``wallet.standing``."""
    sign: str
    accepted: bool
    removed: bool
    version: str
    """The same for all versions of one badge; its own identifier when it stands for itself."""
    waiting: bool
    begins: float


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
COLUMNS = Entry._fields


class Glimpse(NamedTuple):
    """One badge in a list."""

    id: str
    name: str
    """The catalogue's when it counts, else its own; empty: only its file has one."""
    file: str
    state: str
    sign: str


class Glance:
    """All badges of a space, as lists show them."""

    def __init__(self, overview: Overview, catalogue: Catalogue) -> None:
        """``catalogue`` names the badges that count."""
        self._overview = overview
        self._catalogue = catalogue
        self._entries = _entries(overview, catalogue)

    def __len__(self) -> int:
        """How many badges are held, each in its current version."""
        return len(self._held)

    @property
    def aside(self) -> int:
        """How many were refused and are kept aside."""
        return sum(not one.accepted and not one.removed for one in self._entries)

    def rows(self, lang: str) -> Iterator[Glimpse]:
        """The badges held, in the order received."""
        names: dict[tuple[str | None, str | None, str | None], str] = {}
        for one in self._held:
            told = (one.issuer, one.achievement) if one.counts else (None, None)
            key = (*told, one.title)
            name = names.get(key)
            if name is None:
                name = names[key] = self._name(key, lang)
            yield Glimpse(one.id, name, one.file, one.state, one.sign)

    @property
    def to_note(self) -> Record | None:
        """What to note in the vault; ``None``: what is noted is near enough."""
        if self._overview.noted is not None and len(self._overview.later) < NOTED_FROM:
            return None
        columns = zip(*self._entries, strict=True)
        return {"form": FORM, **dict(zip(COLUMNS, map(list, columns), strict=False))}

    @cached_property
    def _held(self) -> list[Entry]:
        kept = [one for one in self._entries if one.accepted and not one.removed]
        last: dict[str, Entry] = {}
        for one in kept:
            other = last.get(one.version)
            if other is None or _age(one) > _age(other):
                last[one.version] = one
        return kept if len(last) == len(kept) else [one for one in kept if last[one.version] is one]

    def _name(self, key: tuple[str | None, str | None, str | None], lang: str) -> str:
        issuer, achievement, title = key
        entry = self._catalogue.find(issuer, achievement) if issuer else None
        return entry.name[lang] if entry else title or ""


def glance(vault: Vault, catalogue: Catalogue) -> Glance:
    """
    Look at all badges of a space; what was missing is noted for the next time.

    Raises:
        VaultUnavailable: it cannot be read.
    """
    overview = vault.overview()
    if overview.noted is not None and overview.noted.get("form") != FORM:
        overview = replace(overview, noted=None, later=vault.badges())
    found = Glance(overview, catalogue)
    if (missing := found.to_note) is not None:
        # Read-only, full or busy: the list is right all the same, and only slow next time.
        with suppress(BadgeError):
            vault.note_overview(missing, upto=overview.upto)
    return found


def _entries(overview: Overview, catalogue: Catalogue) -> list[Entry]:
    """Every badge, in the order received: those noted, and those read anew in their place."""
    noted = overview.noted or {}
    known = list(map(Entry._make, zip(*(noted.get(name, ()) for name in COLUMNS), strict=True)))
    if not overview.later:
        return known
    fresh = {one.id: _entry(from_kept(one, catalogue)) for one in overview.later}
    merged = [fresh.pop(one.id, one) for one in known]
    return sorted([*merged, *fresh.values()], key=_order)


def _entry(holding: Holding) -> Entry:
    stands = standing(holding)
    said = holding.summary
    shared = holding.version_of
    return Entry(
        id=holding.id,
        received=(holding.received_at - _EPOCH) // timedelta(microseconds=1),
        title=holding.title,
        file=holding.name,
        issuer=holding.issuer_id,
        achievement=holding.achievement_id,
        counts=holding.counts,
        state=stands.code,
        sign=stands.sign.value,
        accepted=holding.accepted,
        removed=holding.removed_at is not None,
        version=holding.id if shared is None else _mark(shared),
        waiting=Reason.NOT_YET_VALID in holding.reasons,
        begins=said.valid_from.timestamp() if said and said.valid_from else 0.0,
    )


def _mark(shared: tuple[str, str, str | None]) -> str:
    return blake2b(repr(shared).encode(), digest_size=9).hexdigest()


def _order(one: Entry) -> tuple[int, str]:
    return (one.received, one.id)


def _age(one: Entry) -> tuple[bool, float, int]:
    """The order of ``wallet.holdings``: in force, begun later, received earlier."""
    return (not one.waiting, one.begins, -one.received)
