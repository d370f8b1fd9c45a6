"""What the hub signed, one number after the other: members and their rights, keys, badges."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from tuf.api.metadata import TargetFile, Targets

from shared.errors import BadgeError, UnsafeJson
from shared.words import DEFAULT_LANGUAGE
from trust_registry import catalogue as catalogues
from trust_registry import layout, members, reading
from trust_registry.audit.copies import Copy
from trust_registry.audit.noting import Notebook, Page
from trust_registry.audit.signed import Signed, is_as_listed, shortened
from trust_registry.catalogue import Catalogue
from trust_registry.catalogue.differences import Difference, differences
from trust_registry.errors import HistoryShortened
from trust_registry.model import ANY_BADGE, Member, Right


class HubHistory:
    """The members, the folders and the catalogue as they stand in the edition that is read."""

    def __init__(self, copy: Copy, notebook: Notebook) -> None:
        """Reads nothing yet."""
        self._copy, self._notebook = copy, notebook
        self.all: list[Targets] = []
        self.members: tuple[Member, ...] = ()
        self.catalogue: Catalogue | None = None
        self._before_members: tuple[Member, ...] = ()
        self._holders: dict[str, tuple[str, ...]] = {}
        self._hashes: dict[str, str] = {}
        self.spare = 0
        """Editions that, by the number of the day's file, never came to count."""

    @property
    def signed(self) -> Targets | None:
        """What the hub signed last; ``None``: nothing yet."""
        return self.all[-1] if self.all else None

    def member(self, slug: str) -> Member | None:
        """A member of the edition that is read."""
        return next((one for one in self.members if one.slug == slug), None)

    def name(self, slug: str) -> str:
        """What a member is called, for people."""
        found = self.member(slug)
        return slug if found is None else found.name

    def read(self, one: Signed, page: Page, *, on: datetime) -> None:
        """Take in the next file of the hub, and tell what it changes."""
        self.all.append(one.signed)
        document = self._document(one, layout.MEMBERS)
        if document is not None:
            self._take_members(document, one, page, on=on)
        document = self._document(one, layout.CATALOGUE)
        if document is not None:
            self._take_catalogue(document, one, page)
        self._take_holders(one.signed, page)

    def _document(self, one: Signed, path: str) -> Any:
        """The JSON of a file that the hub signs; ``None``: unchanged, or not what was signed."""
        target = one.signed.targets.get(path)
        if target is None:
            self._notebook.broken("audit.not-listed", file=one.name, part=path)
            return None
        if self._hashes.get(path) == target.hashes.get("sha256"):
            return None
        raw = target_of(self._copy, self._notebook, target)
        if raw is None:
            return None
        self._hashes[path] = target.hashes.get("sha256", "")
        try:
            return reading.load(raw)
        except UnsafeJson:
            self._notebook.broken("audit.unreadable", file=path)
            return None

    def _take_members(self, document: Any, one: Signed, page: Page, *, on: datetime) -> None:
        try:
            listed = members.from_json(document)
        except BadgeError:
            self._notebook.broken("audit.unreadable", file=one.name)
            return
        self._check_history(listed, one, on=on)
        known = {member.slug: member for member in self.members}
        for member in listed:
            tell_member(known.get(member.slug), member, page)
        self._before_members, self.members = self.members, listed

    def _check_history(self, listed: Sequence[Member], one: Signed, *, on: datetime) -> None:
        """The list of members only grows, and what was over stays as it was."""
        try:
            members.only_grows(self.members, listed, at=on)
        except HistoryShortened as error:
            slug, part = str(error.facts["slug"]), str(error.facts["part"])
            if self.spare and _grew(self._before_members, listed, on=on):
                # The edition before was interrupted: nobody was ever told of it.
                self.spare -= 1
                self._notebook.odd("audit.never-counted", file=one.name)
                return
            name = self.name(slug)
            self._notebook.broken("audit.past-changed", file=one.name, name=name, part=part)

    def _take_catalogue(self, document: Any, one: Signed, page: Page) -> None:
        try:
            book = catalogues.from_json(document)
        except BadgeError:
            self._notebook.broken("audit.unreadable", file=one.name)
            return
        before, self.catalogue = self.catalogue, book
        tell_catalogue(before, book, page)

    def _take_holders(self, signed: Targets, page: Page) -> None:
        """Which keys sign for which partner; a first one comes with its member, and is told too."""
        delegations = signed.delegations
        roles = (delegations.roles or {}) if delegations else {}
        for slug, role in roles.items():
            keys = tuple(sorted(role.keyids))
            if self._holders.get(slug) == keys:
                continue
            code = "audit.folder" if slug not in self._holders else "audit.folder-key"
            page.tell(code, name=self.name(slug), slug=slug, key=shortened(keys))
            self._holders[slug] = keys


def target_name(target: TargetFile) -> str:
    """Where a file stands that somebody signed: its hash is in its name."""
    return f"{layout.TARGETS}/{target.get_prefixed_paths()[0]}"


def target_of(copy: Copy, notebook: Notebook, target: TargetFile) -> bytes | None:
    """A file that somebody signed; one that is missing or another is noted."""
    name = target_name(target)
    raw = copy.read(name)
    notebook.seen.add(name)
    if raw is None:
        notebook.broken("audit.missing", file=name)
        return None
    if not is_as_listed(target, raw):
        notebook.broken("audit.changed", file=name)
        return None
    return raw


def _grew(before: Sequence[Member], after: Sequence[Member], *, on: datetime) -> bool:
    try:
        members.only_grows(before, after, at=on)
    except HistoryShortened:
        return False
    return True


def tell_catalogue(before: Catalogue | None, book: Catalogue, page: Page) -> None:
    """Tell what changed in the catalogue; ``None``: there was none."""
    if before is None:
        page.tell("audit.catalogue", count=len(book.badges), pathways=len(book.pathways))
        return
    called = {**_names(before), **_names(book)}
    for found in _by_item(differences(before, book)):
        names = in_languages("name", called.get(found["id"], {}))
        page.tell(f"audit.{found['part']}-{found['change']}", **_facts(found), **names)


def tell_member(before: Member | None, now: Member, page: Page) -> None:
    """Tell what changed about a member; ``None``: it was not there."""
    about = {"name": now.name, "slug": now.slug}
    if before is None:
        page.tell("audit.joined", **about, kind=str(now.kind), assurance=str(now.assurance))
    else:
        for identifier in now.ids:
            if identifier not in before.ids:
                page.tell("audit.identifier", **about, identifier=identifier)
        if before.name != now.name:
            page.tell("audit.named", **about, before=before.name)
        if before.assurance != now.assurance:
            page.tell(f"audit.assured-{now.assurance}", **about)
        if (before.kind, before.place, before.siren) != (now.kind, now.place, now.siren):
            page.tell("audit.described", **about)
    left = list(() if before is None else before.rights)
    for right in now.rights:
        old = next((one for one in left if _is_same(one, right)), None)
        if old is None:
            page.tell("audit.right", **about, **_right(right))
        else:
            left.remove(old)
            if old.until != right.until:
                page.tell("audit.right-ends", **about, **_right(right))


def _is_same(old: Right, now: Right) -> bool:
    return (old.role, old.badges, old.since) == (now.role, now.badges, now.since)


def _right(right: Right) -> dict[str, Any]:
    return {
        "role": str(right.role),
        "badges": badges_text(right.badges),
        "since": right.since,
        "until": right.until or "none",
    }


def badges_text(badges: Sequence[str]) -> str:
    """Badges as one fact: their identifiers, or ``all``."""
    return "all" if ANY_BADGE in badges else ", ".join(badges)


def _by_item(found: Sequence[Difference]) -> list[dict[str, Any]]:
    """One thing to tell for each badge or pathway, whatever parts of it changed."""
    told: dict[tuple[str, str, str], dict[str, Any]] = {}
    for one in found:
        item = told.setdefault(
            (one.part, one.change, one.id),
            {"part": one.part, "change": one.change, "id": one.id, "name": one.name, "fields": []},
        )
        if one.field is not None and one.field not in item["fields"]:
            item["fields"].append(one.field)
    return list(told.values())


def _facts(found: Mapping[str, Any]) -> dict[str, str]:
    about = {"id": str(found["id"])}
    return about | {"fields": ", ".join(found["fields"])} if found["fields"] else about


def _names(book: Catalogue) -> dict[str, Mapping[str, str]]:
    """What each badge and each pathway is called."""
    badges = {one.id: one.name for one in book.badges}
    return badges | {one.id: one.name for one in book.pathways}


def in_languages(name: str, said: Mapping[str, str]) -> dict[str, str]:
    """A fact as it is said in French under its name, and in others under ``<name>_<language>``."""
    return {name if lang == DEFAULT_LANGUAGE else f"{name}_{lang}": said[lang] for lang in said}
