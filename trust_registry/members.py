"""
The list of members as a JSON document: what the hub signs, what a verifier reads.

Reading is strict, as for the catalogue.  The list only grows: a member, an identifier, a
period that was ever published stays in every later list, so that a badge keeps the
answer it had on its day, and nobody is forgotten by being deleted.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from shared.times import instant_text
from trust_registry import reading
from trust_registry.catalogue import Spoken, shapes
from trust_registry.errors import HistoryShortened, MembersInvalid
from trust_registry.model import Assurance, Kind, Member, Right, Role

MAX_MEMBERS = 5_000
"""A region has a thousand at most; larger networks federate (design TRUST-REGISTRY 3.9)."""
MAX_IDS = 50
MAX_RIGHTS = 200
"""Periods are never removed, so they add up over the years."""

_SIREN = re.compile(r"[0-9]{9}")
_FIELDS = ("slug", "name", "names", "kind", "siren", "ids", "place", "rights", "assurance")
_RIGHT_FIELDS = ("role", "badges", "from", "until")


def from_json(document: Any) -> tuple[Member, ...]:
    """
    Read the list of members.

    Args:
        document: what a strict JSON loader gave.

    Raises:
        MembersInvalid: facts ``path`` (JSON Pointer) and ``why`` (see ``catalogue.shapes``).
    """
    with reading.refusing(MembersInvalid):
        found = shapes.an_object(document, "", fields=("format", "members"))
        shapes.a_number(found["format"], "/format", least=reading.FORMAT, most=reading.FORMAT)
        members = shapes.a_list(found["members"], "/members", _member, most=MAX_MEMBERS)
        _refuse_duplicates(members)
        return members


def one_from_json(document: Any, slug: str) -> Member | None:
    """
    Read one member of a list that was read whole when it was published; ``None``: not there.

    Raises:
        MembersInvalid: as ``from_json``, of that member.
    """
    with reading.refusing(MembersInvalid):
        found = shapes.an_object(document, "", fields=("format", "members"))
        shapes.a_number(found["format"], "/format", least=reading.FORMAT, most=reading.FORMAT)
        for at, value in enumerate(found["members"]):
            if isinstance(value, dict) and value.get("slug") == slug:
                return _member(value, f"/members/{at}")
    return None


def to_json(members: Iterable[Member]) -> dict[str, Any]:
    """Give the document of the members; ``from_json`` reads it back equal."""
    return {"format": reading.FORMAT, "members": [_written(member) for member in members]}


def only_grows(old: Sequence[Member], new: Sequence[Member], *, at: datetime | None = None) -> None:
    """
    Make sure that a new list forgets nothing of the old one.

    Names, kinds and places may change; members, identifiers and rights may only be added,
    and an open right may be closed.

    Args:
        at: when the new list is published. If given, a right is closed from then on at the
            earliest, and what was over by then is over: the past is not written anew.

    Raises:
        HistoryShortened: facts ``slug`` and ``part`` (``member``, ``ids``, ``rights``).
    """
    after = {member.slug: member for member in new}
    for before in old:
        now = after.get(before.slug)
        if now is None:
            raise HistoryShortened(slug=before.slug, part="member")
        if now.id != before.id or not set(before.ids) <= set(now.ids):
            raise HistoryShortened(slug=before.slug, part="ids")
        left = list(now.rights)
        for right in before.rights:
            kept = next((one for one in left if _continues(right, one, at=at)), None)
            if kept is None:
                raise HistoryShortened(slug=before.slug, part="rights")
            left.remove(kept)


def _continues(before: Right, now: Right, *, at: datetime | None) -> bool:
    """Whether a right is the one of before, with an end that it may have."""
    same = (before.role, before.badges, before.since) == (now.role, now.badges, now.since)
    if not same or before.until == now.until:
        return same
    if at is None:
        return before.until is None or now.until is None or now.until >= before.until
    over = before.until is not None and before.until <= at
    return not over and (now.until is None or now.until >= at)


def _member(value: Any, path: str) -> Member:
    found = shapes.an_object(value, path, fields=_FIELDS)
    ids = shapes.a_list(found["ids"], f"{path}/ids", reading.an_identifier, most=MAX_IDS)
    if not ids:
        raise shapes.refuse(f"{path}/ids", "empty")
    return Member(
        slug=reading.a_slug(found["slug"], f"{path}/slug"),
        name=shapes.a_text(found["name"], f"{path}/name"),
        names=_names(found["names"], f"{path}/names"),
        kind=reading.choice(found["kind"], f"{path}/kind", Kind),
        siren=_siren(found["siren"], f"{path}/siren"),
        ids=ids,
        place=reading.text_or_none(found["place"], f"{path}/place"),
        rights=shapes.a_list(found["rights"], f"{path}/rights", _right, most=MAX_RIGHTS),
        assurance=reading.choice(found["assurance"], f"{path}/assurance", Assurance),
    )


def _names(value: Any, path: str) -> Mapping[str, str]:
    """Translations of the name; an organisation that has none says ``{}``."""
    return Spoken() if value == {} else shapes.spoken(value, path, shapes.a_text)


def _siren(value: Any, path: str) -> str | None:
    return None if value is None else shapes.a_word(value, path, _SIREN)


def _right(value: Any, path: str) -> Right:
    found = shapes.an_object(value, path, fields=_RIGHT_FIELDS)
    since, until = reading.a_period(found, path)
    return Right(
        role=reading.choice(found["role"], f"{path}/role", Role),
        badges=reading.badges(found["badges"], f"{path}/badges"),
        since=since,
        until=until,
    )


def _refuse_duplicates(members: Sequence[Member]) -> None:
    """A short name and an identifier belong to one member, whatever its letters look like."""
    shapes.all_different({f"/members/{at}/slug": one.slug for at, one in enumerate(members)})
    shapes.all_different(
        {
            f"/members/{at}/ids/{place}": identifier
            for at, one in enumerate(members)
            for place, identifier in enumerate(one.ids)
        }
    )


def _written(member: Member) -> dict[str, Any]:
    return {
        "slug": member.slug,
        "name": member.name,
        "names": dict(member.names),
        "kind": str(member.kind),
        "siren": member.siren,
        "ids": list(member.ids),
        "place": member.place,
        "rights": [
            {
                "role": str(right.role),
                "badges": list(right.badges),
                "from": instant_text(right.since),
                "until": reading.instant_or_none(right.until),
            }
            for right in member.rights
        ],
        "assurance": str(member.assurance),
    }
