"""
From a checked list to tables that answer at once.

What one partner got wrong is left out alone and counted, never a reason to answer
nothing: a recognition whose signature does not hold, a key under somebody else's name.
"""

import json
import sqlite3
from collections.abc import Iterator

from trust_registry import layout, places
from trust_registry.catalogue import to_json
from trust_registry.catalogue.model import achievement_address
from trust_registry.did_documents import did_documents
from trust_registry.entries import Entry
from trust_registry.errors import RecognitionInvalid
from trust_registry.index.listing import Listing
from trust_registry.index.resemblance import skeleton
from trust_registry.index.tables import SCHEMA, ticks, ticks_or_none
from trust_registry.model import Kind, Member
from trust_registry.recognitions import Recognition, read

FORMAT = "2"
"""Of the tables; kept tables of another format are made again."""


def compile_into(tables: sqlite3.Connection, listing: Listing) -> None:
    """Fill empty tables with everything that a list says; one transaction."""
    tables.executescript(SCHEMA)
    with tables:
        _catalogue(tables, listing)
        for number, member in enumerate(listing.members):
            entry = listing.entries.get(member.slug)
            _member(tables, number, member, listing)
            if entry is not None:
                _awarders(tables, number, member, entry)
        base = listing.catalogue.base
        tables.executemany(
            "INSERT INTO listed VALUES (?, ?, ?, ?)",
            [
                (layout.list_address(base, one.slug, one.name), one.path, one.sha256, one.length)
                for one in listing.files
            ],
        )
        tables.executemany("INSERT INTO blocked VALUES (?, ?)", listing.blocked.items())
        dropped = _recognitions(tables, listing)
        _facts(tables, listing, dropped)


def _facts(tables: sqlite3.Connection, listing: Listing, dropped: int) -> None:
    hubs = (member.name for member in listing.members if member.kind is Kind.HUB)
    host = listing.catalogue.base.partition("://")[2]
    facts = {
        "format": FORMAT,
        "name": listing.name or next(hubs, host),
        "version": listing.version,
        "listed_at": ticks(listing.listed_at),
        "expires_at": ticks(listing.expires_at),
        "partners": len(listing.members),
        "dropped": dropped,
        "catalogue": json.dumps(to_json(listing.catalogue), ensure_ascii=False),
    }
    tables.executemany("INSERT INTO fact VALUES (?, ?)", facts.items())


def _catalogue(tables: sqlite3.Connection, listing: Listing) -> None:
    """Every address of a badge, in the order in which ``Catalogue.find`` looks."""
    base = listing.catalogue.base
    for place, badge in enumerate(listing.catalogue.badges):
        rows = [(achievement_address(badge, base=base), "", badge.id, place)]
        rows += [(one.achievement, one.issuer, badge.id, place) for one in badge.equivalents]
        tables.executemany("INSERT INTO achievement VALUES (?, ?, ?, ?)", rows)
    tables.executemany(
        "INSERT INTO pathway VALUES (?, ?)",
        [
            (badge, pathway_address(base, pathway.id))
            for pathway in listing.catalogue.pathways
            for badge in pathway.badges
        ],
    )


def _member(tables: sqlite3.Connection, number: int, member: Member, listing: Listing) -> None:
    entry = listing.entries.get(member.slug)
    ends = [right.until for right in member.rights]
    until = None if None in ends or not ends else max(end for end in ends if end)
    row = (
        number, member.id, member.slug, member.name, str(member.kind),
        entry.contact if entry else None, entry.url if entry else None, str(member.assurance),
        _entity(member),
        min((ticks(right.since) for right in member.rights), default=None), ticks_or_none(until),
        ticks_or_none(listing.signed_until.get(member.slug)),
        json.dumps(places.to_json(entry.place)) if entry and entry.place else None,
    )  # fmt: skip
    tables.execute("INSERT INTO partner VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    identifiers = [(identifier, number) for identifier in member.ids]
    tables.executemany("INSERT INTO identifier VALUES (?, ?)", identifiers)
    tables.executemany(
        "INSERT INTO granted VALUES (?, ?, ?, ?, ?)",
        [
            (number, str(right.role), badge, ticks(right.since), ticks_or_none(right.until))
            for right in member.rights
            for badge in right.badges
        ],
    )
    looks = {skeleton(name) for name in (member.name, *member.names.values())}
    tables.executemany("INSERT INTO look VALUES (?, ?)", [(look, number) for look in looks])


def _awarders(tables: sqlite3.Connection, number: int, member: Member, entry: Entry) -> None:
    tables.executemany(
        "INSERT INTO awarder VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (
                one.id, one.id.partition("#")[0], number, badge,
                ticks(one.since), ticks_or_none(one.until), one.reason,
            )
            for one in entry.awarders
            for badge in one.badges
        ],
    )  # fmt: skip
    documents = did_documents(member, entry)
    rows = [(did, json.dumps(document)) for did, document in documents.items()]
    tables.executemany("INSERT INTO did VALUES (?, ?)", rows)


def _entity(member: Member) -> str:
    """What counts once: the legal entity where it is known, else the member."""
    return f"siren:{member.siren}" if member.siren else f"member:{member.slug}"


def pathway_address(base: str, pathway_id: str) -> str:
    """The address of a pathway, as recognitions name it."""
    return f"{base.rstrip('/')}/pathways/{pathway_id}"


def _recognitions(tables: sqlite3.Connection, listing: Listing) -> int:
    """
    Keep what partners really signed; gives how many were left out.

    A recognition counts no longer than the signature of the entry that holds it.
    """
    dropped = 0
    for number, member in enumerate(listing.members):
        entry = listing.entries.get(member.slug)
        for found in _read(member, entry) if entry else ():
            if found is None:
                dropped += 1
                continue
            row = (found.subject, number, ticks(found.since), ticks_or_none(found.until))
            tables.execute("INSERT INTO recognition VALUES (?, ?, ?, ?)", row)
    return dropped


def _read(member: Member, entry: Entry) -> Iterator[Recognition | None]:
    for document in entry.recognitions:
        try:
            yield read(document, member=member, entry=entry)
        except RecognitionInvalid:
            yield None
