"""
What a partner says of itself, signed with its own key.

How to reach it and where, with which keys it awards, what it recognises, and where it says which
badges it withdrew.
Who may award which badges is not said here but by the hub (``members.py``): a partner can
list any key and gains no right by it.  An entry speaks of an organisation and never of a
person: a contact is a mailbox of the house or a web address, and texts hold no telephone
number and no mail address; the telephone of a place is a line of the house.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from shared.errors import KeyInvalid
from shared.model import Json
from shared.times import instant_text
from trust_registry import personal, places, reading
from trust_registry.catalogue import Spoken, shapes
from trust_registry.errors import EntryInvalid
from trust_registry.model import ANY_BADGE, Member
from trust_registry.places import Place

MAX_AWARDERS = 256
"""As many keys as a controller's document may list (``shared.dids.methods``)."""
MAX_RECOGNITIONS = 500
MAX_STATUSES = 256

_METHOD = re.compile(r"did:[a-z0-9]+:[!-\"$-~]+#[!-~]+", re.ASCII)
_FIELDS = (
    "format", "slug", "contact", "url", "about", "place", "awarders", "publication_key",
    "recognitions", "statuses",
)  # fmt: skip
_LATER_FIELDS = ("place",)
"""Entries that were signed before it was asked for do not have it."""
_AWARDER_FIELDS = ("key", "id", "badges", "from", "until", "reason")


class EndReason(StrEnum):
    """Why a key does not award any more."""

    SUPERSEDED = "superseded"
    """Replaced, or its holder has left: what it signed before stays good."""
    COMPROMISED = "compromised"
    """Somebody else may have it: what it signed proves nothing any more."""
    UNSPECIFIED = "unspecified"


@dataclass(frozen=True, slots=True, kw_only=True)
class Awarder:
    """A key that awards in the name of a partner; several lines may speak of one key."""

    key: str
    """Multikey text (``z6Mk...``)."""
    id: str
    """The DID URL under which the partner publishes it: ``<DID>#<fragment>``."""
    badges: tuple[str, ...] = (ANY_BADGE,)
    since: datetime
    until: datetime | None = None
    """First instant at which it awards no more, aware, in UTC; ``None``: it still does."""
    reason: EndReason | None = None
    """Only with ``until``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """All that one partner publishes, at one version."""

    slug: str
    contact: str | None = None
    """A functional mailbox, or a web page with a form."""
    url: str | None = None
    about: Mapping[str, str] = field(default_factory=Spoken[str])
    """A sentence or two, by language; empty: none."""
    place: Place | None = None
    """Where it receives people; ``None``: it does not say."""
    awarders: tuple[Awarder, ...] = ()
    """Empty: the keys of this issuer are looked up by the method of its own identifier."""
    publication_key: str | None = None
    """
    Multikey text of the key that signs its recognitions, published as ``#publication``.

    Written by the desk: the one that signs the entry itself.  It never awards.
    """
    recognitions: tuple[Json, ...] = ()
    """Signed EndorsementCredentials, each to be judged by itself (``recognitions.py``)."""
    statuses: tuple[str, ...] = ()
    """Names of its status lists, published beside the entry (``layout.list_path``)."""


def from_json(document: Any) -> Entry:
    """
    Read an entry.

    Args:
        document: what a strict JSON loader gave.

    Raises:
        EntryInvalid: facts ``path`` (JSON Pointer) and ``why`` (see ``catalogue.shapes``;
            ``personal``: what belongs to a person).
    """
    with reading.refusing(EntryInvalid):
        found = shapes.an_object(document, "", fields=_FIELDS, optional=_LATER_FIELDS)
        shapes.a_number(found["format"], "/format", least=reading.FORMAT, most=reading.FORMAT)
        slug = reading.a_slug(found["slug"], "/slug")
        entry = Entry(
            slug=slug,
            contact=_contact(found["contact"], slug),
            url=None if found["url"] is None else shapes.an_address(found["url"], "/url"),
            about=_about(found["about"]),
            place=_place(found.get("place")),
            awarders=shapes.a_list(found["awarders"], "/awarders", _awarder, most=MAX_AWARDERS),
            publication_key=(
                None
                if found["publication_key"] is None
                else _key(found["publication_key"], "/publication_key")
            ),
            recognitions=shapes.a_list(
                found["recognitions"], "/recognitions", _an_object, most=MAX_RECOGNITIONS
            ),
            statuses=shapes.a_list(found["statuses"], "/statuses", _status, most=MAX_STATUSES),
        )
        _refuse_two_meanings(entry)
        return entry


def to_json(entry: Entry) -> dict[str, Any]:
    """Give the document of an entry; ``from_json`` reads it back equal."""
    return {
        "format": reading.FORMAT,
        "slug": entry.slug,
        "contact": entry.contact,
        "url": entry.url,
        "about": dict(entry.about),
        "place": None if entry.place is None else places.to_json(entry.place),
        "awarders": [
            {
                "key": one.key,
                "id": one.id,
                "badges": list(one.badges),
                "from": instant_text(one.since),
                "until": reading.instant_or_none(one.until),
                "reason": None if one.reason is None else str(one.reason),
            }
            for one in entry.awarders
        ],
        "publication_key": entry.publication_key,
        "recognitions": list(entry.recognitions),
        "statuses": list(entry.statuses),
    }


def refuse_foreign(entry: Entry, member: Member) -> None:
    """
    Make sure that an entry speaks for its own member only.

    Raises:
        EntryInvalid: another slug, or a key under an identifier that is not the member's
            (``why`` is ``foreign``).
    """
    if entry.slug != member.slug:
        raise EntryInvalid(path="/slug", why="foreign")
    for at, awarder in enumerate(entry.awarders):
        if awarder.id.partition("#")[0] not in member.ids:
            raise EntryInvalid(path=f"/awarders/{at}/id", why="foreign")


def _contact(value: Any, slug: str) -> str | None:
    if value is None:
        return None
    text = shapes.a_text(value, "/contact")
    if "@" not in text:
        return shapes.an_address(value, "/contact")
    if not personal.is_mail_address(text):
        raise shapes.refuse("/contact", "form")
    if not personal.is_house_mailbox(text, slug=slug):
        raise shapes.refuse("/contact", "personal")
    return text


def _place(value: Any) -> Place | None:
    return None if value is None else places.from_json(value, "/place")


def _about(value: Any) -> Mapping[str, str]:
    if value == {}:
        return Spoken()
    return shapes.spoken(value, "/about", _impersonal)


def _impersonal(value: Any, path: str) -> str:
    text = shapes.a_text(value, path)
    if personal.holds_personal(text):
        raise shapes.refuse(path, "personal")
    return text


def _awarder(value: Any, path: str) -> Awarder:
    found = shapes.an_object(value, path, fields=_AWARDER_FIELDS)
    since, until = reading.a_period(found, path)
    reason = found["reason"]
    if reason is not None and until is None:
        raise shapes.refuse(f"{path}/until", "missing")
    return Awarder(
        key=_key(found["key"], f"{path}/key"),
        id=shapes.a_word(found["id"], f"{path}/id", _METHOD),
        badges=reading.badges(found["badges"], f"{path}/badges"),
        since=since,
        until=until,
        reason=None if reason is None else reading.choice(reason, f"{path}/reason", EndReason),
    )


def _key(value: Any, path: str) -> str:
    """A key that can sign, in the one spelling that the same key has."""
    text = shapes.a_text(value, path)
    try:
        same = reading.key_of(text).multibase
    except KeyInvalid as error:
        raise shapes.refuse(path, "form") from error
    if same != text:
        raise shapes.refuse(path, "form")
    return text


def _an_object(value: Any, path: str) -> Json:
    if not isinstance(value, dict):
        raise shapes.refuse(path, "not-object")
    return value


def _status(value: Any, path: str) -> str:
    name = reading.a_slug(value, path)
    if name == "entry":
        raise shapes.refuse(path, "form")
    return name


def _refuse_two_meanings(entry: Entry) -> None:
    """One address is one key, for ever; a list has one name."""
    shapes.all_different({f"/statuses/{at}": name for at, name in enumerate(entry.statuses)})
    keys: dict[str, str] = {}
    for at, awarder in enumerate(entry.awarders):
        if keys.setdefault(awarder.id, awarder.key) != awarder.key:
            raise shapes.refuse(f"/awarders/{at}/id", "duplicate")
