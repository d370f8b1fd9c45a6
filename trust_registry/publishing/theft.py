"""
What is left of an entry when the key that signs it fell into other hands.

Nothing is forgotten, because badges name keys and lists; what appeared since the theft is
ended or taken back, and what was said before stands.
"""

from dataclasses import replace
from datetime import datetime

from shared.errors import UnsafeJson
from trust_registry import entries, layout, reading
from trust_registry.entries import Awarder, EndReason, Entry
from trust_registry.errors import RegistryUntrusted
from trust_registry.publishing.edition import Edition


def without_the_thief(edition: Edition, slug: str, entry: Entry, *, since: datetime) -> Entry:
    """
    The entry as it stood before the theft, with the keys that were named after it stopped.

    Args:
        entry: as it is published now.
        since: from when the key was in other hands.

    Raises:
        RegistryUntrusted: what was published before cannot be read.
    """
    before = entry_at(edition, slug, at=since)
    now = {_line(one): one for one in entry.awarders}
    kept = [_ended_first(one, now.pop(_line(one), one)) for one in before.awarders]
    return replace(
        before,
        awarders=(*kept, *(_stopped(one, since) for one in now.values())),
        publication_key=entry.publication_key,
        statuses=tuple(dict.fromkeys((*before.statuses, *entry.statuses))),
    )


def entry_at(edition: Edition, slug: str, *, at: datetime) -> Entry:
    """
    The entry of a partner as the server listed it at an instant; empty: none yet.

    The server's own dates are believed, not those that whoever holds the key may write.
    """
    file = edition.partner_at(slug, at=at)
    path = layout.entry_path(slug)
    if file is None or path not in file.signed.targets:
        return Entry(slug=slug)
    try:
        return entries.from_json(reading.load(edition.content(file.signed.targets[path])))
    except UnsafeJson as error:
        raise RegistryUntrusted(file=path) from error


def _line(one: Awarder) -> tuple[object, ...]:
    return one.id, one.key, one.badges, one.since


def _ended_first(before: Awarder, now: Awarder) -> Awarder:
    """A key that was stopped meanwhile stays stopped; none is opened again."""
    if now.until is None or (before.until is not None and before.until <= now.until):
        return before
    return now


def _stopped(awarder: Awarder, since: datetime) -> Awarder:
    until = max(awarder.since, since)
    return replace(awarder, until=until, reason=EndReason.COMPROMISED)
