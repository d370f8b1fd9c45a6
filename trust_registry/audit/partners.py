"""What partners signed, one number after the other: keys, recognitions, withdrawn badges."""

import json
from collections.abc import Mapping
from typing import Any

from shared import strict_json
from shared.errors import BadgeError
from shared.model import Json
from shared.multibase import base64url_decode
from shared.status.bits import GZIP, inflate
from shared.words import DEFAULT_LANGUAGE
from trust_registry import entries, layout, reading
from trust_registry.audit.copies import Copy
from trust_registry.audit.hub import HubHistory, badges_text, in_languages, target_of
from trust_registry.audit.noting import Notebook, Page
from trust_registry.audit.signed import Signed
from trust_registry.catalogue import Catalogue
from trust_registry.catalogue.model import achievement_address
from trust_registry.entries import Awarder, Entry
from trust_registry.model import Member
from trust_registry.publishing.lists import forgets
from trust_registry.recognitions import read as read_recognition

KEY_LETTERS = 12
"""Of a key's text, enough to tell it from the others of a house."""


class PartnerHistory:
    """The entries and the lists as they stand in the edition that is read."""

    def __init__(self, copy: Copy, notebook: Notebook, hub: HubHistory) -> None:
        """Reads nothing yet."""
        self._copy, self._notebook, self._hub = copy, notebook, hub
        self.entries: dict[str, Entry] = {}
        self.lists: dict[tuple[str, str], bytes] = {}
        self._hashes: dict[str, str] = {}

    def read(self, slug: str, one: Signed, page: Page) -> None:
        """Take in the next file of a partner, and tell what it changes."""
        wanted = {layout.entry_path(slug)}
        entry = self._take_entry(slug, one, page)
        if entry is not None:
            wanted |= {layout.list_path(slug, name) for name in entry.statuses}
            for name in entry.statuses:
                self._take_list(slug, name, one, page)
        for path in one.signed.targets:
            if path not in wanted:
                self._notebook.broken("audit.foreign", file=one.name, part=path)

    def _raw(self, one: Signed, path: str) -> bytes | None:
        """A file that the partner signs; ``None``: unchanged, or not what was signed."""
        target = one.signed.targets.get(path)
        if target is None:
            self._notebook.broken("audit.not-listed", file=one.name, part=path)
            return None
        if self._hashes.get(path) == target.hashes.get("sha256"):
            return None
        raw = target_of(self._copy, self._notebook, target)
        if raw is not None:
            self._hashes[path] = target.hashes.get("sha256", "")
        return raw

    def _take_entry(self, slug: str, one: Signed, page: Page) -> Entry | None:
        before = self.entries.get(slug)
        raw = self._raw(one, layout.entry_path(slug))
        if raw is None:
            return before
        member = self._hub.member(slug)
        try:
            entry = entries.from_json(reading.load(raw))
            if member is not None:
                entries.refuse_foreign(entry, member)
        except BadgeError:
            self._notebook.broken("audit.unreadable", file=one.name)
            return before
        if member is None or entry.slug != slug:
            self._notebook.broken("audit.foreign", file=one.name, part=entry.slug)
            return before
        self.entries[slug] = entry
        self._tell_keys(before, entry, member, page)
        self._check_history(before, entry, member, file=one.name)
        self._tell_recognitions(before, entry, member, page)
        if before is not None and _about(before) != _about(entry):
            page.tell("audit.entry-described", name=member.name, slug=slug)
        return entry

    def _tell_keys(self, before: Entry | None, now: Entry, member: Member, page: Page) -> None:
        about = {"name": member.name, "slug": member.slug}
        old = [] if before is None else list(before.awarders)
        for awarder in now.awarders:
            same = next((was for was in old if _is_same(was, awarder)), None)
            key = awarder.key[:KEY_LETTERS]
            if same is None:
                badges = badges_text(awarder.badges)
                page.tell("audit.awarder", **about, key=key, badges=badges, since=awarder.since)
            else:
                old.remove(same)
            ended = same is None or (same.until, same.reason) != (awarder.until, awarder.reason)
            if ended and awarder.until is not None:
                why = "unspecified" if awarder.reason is None else str(awarder.reason)
                page.tell("audit.awarder-ends", **about, key=key, until=awarder.until, reason=why)

    def _check_history(
        self, before: Entry | None, now: Entry, member: Member, *, file: str
    ) -> None:
        """A key and a list once published stay: badges name them."""
        if before is None:
            return
        kept = {(awarder.id, awarder.key) for awarder in now.awarders}
        lost = {(awarder.id, awarder.key) for awarder in before.awarders} - kept
        for part, gone in (("keys", lost), ("lists", set(before.statuses) - set(now.statuses))):
            if gone:
                self._notebook.broken("audit.past-changed", file=file, name=member.name, part=part)

    def _tell_recognitions(
        self, before: Entry | None, now: Entry, member: Member, page: Page
    ) -> None:
        old = {} if before is None else _by_text(before)
        new = _by_text(now)
        for text, document in new.items():
            if text in old:
                continue
            try:
                read_recognition(document, member=member, entry=now)
            except BadgeError:
                self._notebook.odd("audit.recognition-unsound", name=member.name)
                continue
            page.tell("audit.recognises", **self._recognition(document, member))
        for text, document in old.items():
            # One that was signed anew about the same thing goes on.
            if text not in new and _subject(document) not in map(_subject, new.values()):
                page.tell("audit.recognises-no-more", **self._recognition(document, member))

    def _recognition(self, document: Json, member: Member) -> dict[str, str]:
        subject = _subject(document)
        about = {"name": member.name, "slug": member.slug, "subject": subject}
        return about | in_languages("what", self._called(subject))

    def _called(self, subject: str) -> Mapping[str, str]:
        """A badge, a pathway or a partner by its name; anything else as it is written."""
        book: Catalogue | None = self._hub.catalogue
        if book is not None:
            for badge in book.badges:
                if subject == achievement_address(badge, base=book.base):
                    return badge.name
            for pathway in book.pathways:
                if subject == layout.pathway_address(book.base, pathway.id):
                    return pathway.name
        named = (one.name for one in self._hub.members if subject in one.ids)
        return {DEFAULT_LANGUAGE: next(named, subject)}

    def _take_list(self, slug: str, name: str, one: Signed, page: Page) -> None:
        raw = self._raw(one, layout.list_path(slug, name))
        if raw is None:
            return
        before = self.lists.get((slug, name))
        self.lists[slug, name] = raw
        facts = {"name": self._hub.name(slug), "slug": slug, "list": name}
        count, was = withdrawn(raw), 0 if before is None else withdrawn(before)
        if before is not None and forgets(before, raw):
            self._notebook.broken("audit.list-forgets", file=one.name, name=facts["name"])
        if count is None or was is None:
            self._notebook.odd("audit.list-unreadable", name=facts["name"], list=name)
        elif before is None or count != was:
            page.tell("audit.withdrawn", **facts, count=count, more=count - was)


def withdrawn(raw: bytes) -> int | None:
    """How many places of a status list are taken; ``None``: its form is not known here."""
    try:
        subject = strict_json.load_object(raw)["credentialSubject"]
        packed = base64url_decode(str(subject["encodedList"]).removeprefix("u"))
        return int.from_bytes(inflate(packed, wrapping=GZIP)).bit_count()
    except (BadgeError, KeyError, TypeError, ValueError):
        return None


def _by_text(entry: Entry) -> dict[str, Json]:
    return {json.dumps(one, sort_keys=True): one for one in entry.recognitions}


def _subject(document: Mapping[str, Any]) -> str:
    subject = document.get("credentialSubject")
    return str(subject.get("id", ""))[:300] if isinstance(subject, dict) else ""


def _is_same(old: Awarder, now: Awarder) -> bool:
    return (old.id, old.key, old.badges, old.since) == (now.id, now.key, now.badges, now.since)


def _about(entry: Entry) -> tuple[Any, ...]:
    return entry.contact, entry.url, dict(entry.about), entry.place
