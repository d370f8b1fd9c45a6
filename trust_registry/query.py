"""
Questions from programs: may this issuer award this badge, and does this partner recognise it?

An answer says yes or no and nothing else: who is listed without the right that is asked
about, and who is not listed at all, get the same words.  A list past its date answers nothing.
Source: Trust over IP, Trust Registry Query Protocol (TRQP) v2, authorization and recognition.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from shared.errors import BadgeError
from shared.times import instant_text, parse_instant
from trust_registry import places
from trust_registry.catalogue.model import achievement_address
from trust_registry.index import Partner, Registry
from trust_registry.index.resemblance import skeleton
from trust_registry.model import Kind

ISSUE, RECOGNISE = "issue", "recognize"
MAX_LETTERS = 2_000
"""Of one identifier; those of the network have a hundred."""
MAX_FOUND = 50
_MEMBERS = ("entity_id", "authority_id", "action", "resource")


class QueryInvalid(BadgeError):
    """A question of another form. Facts: ``path`` (JSON Pointer)."""

    code: ClassVar[str] = "query.invalid"


class AuthorityUnknown(BadgeError):
    """The question is put to another authority than the ones that this list speaks for."""

    code: ClassVar[str] = "query.authority-unknown"


class ListTooOld(BadgeError):
    """The list is past its date: neither yes nor no would be true."""

    code: ClassVar[str] = "query.list-too-old"


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """One question."""

    entity_id: str
    """The issuer asked about."""
    authority_id: str
    """The network, by its address or an identifier of its hub; or a partner that recognises."""
    action: str
    resource: str
    """The badge: its address, or its identifier in the catalogue."""
    time: datetime | None
    """The instant asked about; ``None``: now."""


def read_query(document: Any, *, now: datetime) -> Query:
    """
    Read a question.

    Raises:
        QueryInvalid: a member is missing or of another form, or asks about a day to come.
    """
    if not isinstance(document, Mapping):
        raise QueryInvalid(path="")
    for name in _MEMBERS:
        text = document.get(name)
        if not isinstance(text, str) or not 0 < len(text) <= MAX_LETTERS:
            raise QueryInvalid(path=f"/{name}")
    context = document.get("context")
    if context is not None and not isinstance(context, Mapping):
        raise QueryInvalid(path="/context")
    said = (context or {}).get("time")
    time = parse_instant(said)
    if (said is not None and time is None) or (time is not None and time > now):
        raise QueryInvalid(path="/context/time")
    return Query(**{name: document[name] for name in _MEMBERS}, time=time)


def authorization(registry: Registry, query: Query, *, now: datetime) -> dict[str, Any]:
    """
    May an issuer award a badge, as the network granted it?

    Raises:
        ListTooOld: the list is past its date.
        AuthorityUnknown: the authority is not the network.
    """
    _refuse_old(registry, now)
    if query.authority_id not in _network(registry):
        raise AuthorityUnknown
    may = query.action == ISSUE and registry.may_award(
        query.entity_id, _address(registry, query.resource), on=query.time or now
    )
    return _answer(query, now, authorized=may)


def recognition(registry: Registry, query: Query, *, now: datetime) -> dict[str, Any]:
    """
    Does a partner publicly recognise a badge of an issuer? Asked of the network: does any?

    Raises:
        ListTooOld: the list is past its date.
        AuthorityUnknown: the authority is neither the network nor one of its partners.
    """
    _refuse_old(registry, now)
    partner = registry.partner(query.authority_id)
    if partner is None and query.authority_id not in _network(registry):
        raise AuthorityUnknown
    found: tuple[Partner, ...] = ()
    if query.action == RECOGNISE:
        found = registry.recognisers(
            query.entity_id, _address(registry, query.resource), on=query.time or now
        )
    asked_of_one = query.authority_id not in _network(registry)
    does = any(one == partner for one in found) if asked_of_one else bool(found)
    return _answer(query, now, recognized=does)


def search(registry: Registry, text: str, *, now: datetime) -> dict[str, Any]:
    """The partners whose name holds what was written, accents and capitals aside."""
    looked_for = skeleton(text)
    found = [
        one
        for one in registry.all_partners()
        if looked_for and (looked_for in skeleton(one.name) or one.id == text)
    ]
    return {
        "registry": registry.name,
        "date": instant_text(registry.listed_at),
        "fresh": registry.fresh(now),
        "partners": [
            {
                "id": one.id,
                "name": one.name,
                "kind": one.kind,
                "until": None if one.until is None else instant_text(one.until),
                "place": None if one.place is None else places.to_json(one.place),
            }
            for one in found[:MAX_FOUND]
        ],
    }


def _refuse_old(registry: Registry, now: datetime) -> None:
    if not registry.fresh(now):
        raise ListTooOld


def _network(registry: Registry) -> frozenset[str]:
    """What the network is called: the address of its list, and the identifiers of its hub."""
    hubs = {one.id for one in registry.all_partners() if one.kind == Kind.HUB}
    return frozenset({registry.catalogue().base, *hubs})


def _address(registry: Registry, resource: str) -> str:
    book = registry.catalogue()
    for badge in book.badges:
        if resource == badge.id:
            return achievement_address(badge, base=book.base)
    return resource


def _answer(query: Query, now: datetime, **said: bool) -> dict[str, Any]:
    asked = {} if query.time is None else {"time_requested": instant_text(query.time)}
    return {
        "entity_id": query.entity_id,
        "authority_id": query.authority_id,
        "action": query.action,
        "resource": query.resource,
        **said,
        **asked,
        "time_evaluated": instant_text(query.time or now),
    }
