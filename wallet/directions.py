"""The one next step in words: what to do, where to go, and a mediator's own note."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from trust_registry import opening_hours
from trust_registry.catalogue import BadgeEntry, Catalogue
from trust_registry.index import Registry
from trust_registry.places import Place, to_json
from wallet import wording
from wallet.memo import Memo
from wallet.pathways import PathwayProgress, StepState
from wallet.places import Near, Where, where_to_ask

NEAR = {Near.TOWN: "town", Near.DEPARTMENT: "department", Near.UNKNOWN: None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Direction:
    """One place, in words."""

    what: str
    """Why to go there: who awards the badge, or who can help."""
    name: str
    """Of the place; empty when the partner does not say where it receives people."""
    address: str
    hours: tuple[str, ...]
    telephone: str
    digits: str
    """The same, as a program dials it."""
    contact: str
    """A mailbox or a web address of the partner; empty: none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Directions:
    """The next step of one pathway, in words."""

    badge_id: str
    what: str
    """What to do, in one or two sentences."""
    note: str
    """The mediator's own, about the badge, else about the pathway; empty: none."""
    first: Direction | None
    """Where to go; ``None``: nobody is known to award it."""
    others: tuple[Direction, ...]
    """Where else, the nearest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """What tells the way: the catalogue, the partners, a file of places, what was noted."""

    catalogue: Catalogue
    registry: Registry | None
    now: datetime
    file: Sequence[Place] = ()
    """In the national schema of *lieux de médiation numérique*."""
    memo: Memo = field(default_factory=Memo)

    def where(self, badge_id: str) -> tuple[Where, ...]:
        """Where a badge may be asked for."""
        entry = self.catalogue.badge(badge_id)
        return where_to_ask(entry, self.registry, now=self.now, file=self.file, town=self.memo.town)

    def note(self, badge_id: str, pathway_id: str = "") -> str:
        """What a mediator noted: about the badge, else about the pathway; empty: nothing."""
        notes = self.memo.notes
        return notes.get(badge_id) or notes.get(pathway_id) or ""

    def to_badge(self, badge_id: str, *, lang: str, pathway_id: str = "") -> Directions:
        """The way to a badge that is still to be earned, in words."""
        entry = self.catalogue.badge(badge_id)
        found = [_direction(one, lang) for one in self.where(badge_id)]
        return Directions(
            badge_id=badge_id,
            what=_what(entry, "where.ask" if found else "where.ask-mediator", lang),
            note=self.note(badge_id, pathway_id),
            first=found[0] if found else None,
            others=tuple(found[1:]),
        )

    def next_step(self, found: PathwayProgress, *, lang: str) -> Directions | None:
        """The one next step of a pathway, in words; ``None``: it is complete."""
        if found.next is None:
            return None
        step = next(one for one in found.steps if one.badge_id == found.next)
        if step.state is StepState.TO_DO:
            return self.to_badge(found.next, lang=lang, pathway_id=found.pathway.id)
        # The badge is held: what is missing is an answer, not an appointment.
        return Directions(
            badge_id=found.next,
            what=_what(self.catalogue.badge(found.next), "where.check-again", lang),
            note=self.note(found.next, found.pathway.id),
            first=None,
            others=(),
        )

    def facts(self, found: PathwayProgress) -> dict[str, Any]:
        """The same for programs: ``where`` (fields of the national schema) and ``note``."""
        badge_id = found.next
        waits = any(
            one.badge_id == badge_id and one.state is not StepState.TO_DO for one in found.steps
        )
        where = () if badge_id is None or waits else self.where(badge_id)
        note = self.note(badge_id, found.pathway.id) if badge_id else ""
        return {"where": [_plain(one) for one in where], "note": note or None}


def _what(entry: BadgeEntry, code: str, lang: str) -> str:
    return wording.say(code, {"name": entry.name[lang]}, lang=lang)


def _direction(one: Where, lang: str) -> Direction:
    place, partner = one.place, one.partner
    code = "where.awards" if partner is not None else "where.helps"
    facts = {"partner": partner.name if partner else ""}
    hours = place.opening_hours if place else None
    return Direction(
        what=wording.say(code, facts, lang=lang),
        name=place.name if place else "",
        address=f"{place.address}, {place.postal_code} {place.town}" if place else "",
        hours=opening_hours.in_words(hours, lang=lang) if hours else (),
        telephone=(place.telephone or "") if place else "",
        digits=place.digits if place else "",
        contact=(partner.contact or "") if partner else "",
    )


def _plain(one: Where) -> dict[str, Any]:
    partner = one.partner
    return {
        "partner": None if partner is None else {"id": partner.id, "name": partner.name},
        "near": NEAR[one.near],
        "place": None if one.place is None else to_json(one.place),
    }
