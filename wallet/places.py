"""
Where somebody may ask for a badge: the partners who award it, then whoever can help nearby.

A partner's own entry says where it receives people.  A mediator may add a file in the
national data schema of *lieux de médiation numérique*: it tells where a partner without
a place receives, and which other places are near.  What is near is told by the name of the
town and by the first figures of its postal code; nobody is located (decision 0028).
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from trust_registry.catalogue import BadgeEntry
from trust_registry.catalogue.model import achievement_address
from trust_registry.index import Partner, Registry
from trust_registry.places import Place

MAX_PLACES_SHOWN = 3
"""Of each kind for one step: a choice that can be read aloud."""
_POSTAL = re.compile(r"\d{5}", re.ASCII)
_SHORT = {"st": "saint", "ste": "sainte"}
_OVERSEAS = ("97", "98")
"""Departments whose number has three figures."""


class Near(IntEnum):
    """How near a place is, as far as the name of a town tells."""

    TOWN = 0
    DEPARTMENT = 1
    UNKNOWN = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """One place to go to for a badge."""

    partner: Partner | None
    """Who may award the badge there; ``None``: people who can help, and may not award it."""
    place: Place | None
    """``None``: the partner does not say where it receives people."""
    near: Near


def where_to_ask(
    badge: BadgeEntry,
    registry: Registry | None,
    *,
    now: datetime,
    file: Sequence[Place] = (),
    town: str = "",
) -> tuple[Where, ...]:
    """
    Tell where a badge may be asked for: who awards it, the nearest first, then who can help.

    Args:
        registry: ``None``, or too old to be relied on: nobody is said to award.
        file: places in the national schema; empty: none was given.
        town: where the person lives, as they wrote it; empty: not said.
    """
    awarding = _awarding(badge, registry, now)
    theirs = [(one, one.place or _of_the_file(one, file)) for one in awarding]
    known = [place for _, place in theirs if place is not None]
    home = _Home.of(town, [*known, *file])
    asked = [Where(partner=one, place=place, near=home.near(place)) for one, place in theirs]
    asked.sort(key=lambda one: (one.near, one.place is None))
    taken = {_key(place) for place in known}
    helping = [
        Where(partner=None, place=place, near=home.near(place))
        for place in file
        if home.near(place) is not Near.UNKNOWN and _key(place) not in taken
    ]
    helping.sort(key=lambda one: one.near)
    return (*asked[:MAX_PLACES_SHOWN], *helping[:MAX_PLACES_SHOWN])


def _awarding(badge: BadgeEntry, registry: Registry | None, now: datetime) -> list[Partner]:
    if registry is None or not registry.fresh(now):
        return []
    address = achievement_address(badge, base=registry.catalogue().base)
    partners = registry.all_partners()
    return [one for one in partners if registry.may_award(one.id, address, on=now)]


def _of_the_file(partner: Partner, file: Sequence[Place]) -> Place | None:
    """The one place of the file that bears a partner's name; several: nobody can tell."""
    name = folded(partner.name)
    found = [place for place in file if folded(place.name) == name]
    return found[0] if len(found) == 1 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Home:
    """A town, and the departments that it can be in."""

    town: str
    postal_code: str
    departments: frozenset[str]

    @classmethod
    def of(cls, town: str, places: Iterable[Place]) -> "_Home":
        code, name = _POSTAL.search(town), folded(_POSTAL.sub(" ", town))
        if code is not None:
            return cls(
                town=name, postal_code=code[0], departments=frozenset({_department(code[0])})
            )
        found = {_department(one.postal_code) for one in places if folded(one.town) == name}
        return cls(town=name, postal_code="", departments=frozenset(found))

    def near(self, place: Place | None) -> Near:
        if place is None:
            return Near.UNKNOWN
        in_department = _department(place.postal_code) in self.departments
        if self.postal_code == place.postal_code:
            return Near.TOWN
        # Several towns have one name: a code that was given tells them apart.
        if self.town and self.town == folded(place.town) and in_department:
            return Near.TOWN
        return Near.DEPARTMENT if in_department else Near.UNKNOWN


def folded(name: str) -> str:
    """A name as it is compared: without accents, case and punctuation, « St » as « Saint »."""
    bare = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(sign for sign in bare if not unicodedata.combining(sign))
    words = "".join(sign if sign.isalnum() else " " for sign in bare).split()
    return " ".join(_SHORT.get(word, word) for word in words)


def _department(postal_code: str) -> str:
    return postal_code[: 3 if postal_code.startswith(_OVERSEAS) else 2]


def _key(place: Place) -> tuple[str, str]:
    return (folded(place.name), place.postal_code)
