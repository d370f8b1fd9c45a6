"""The files of trust, one after the other: each signed by the keys before it and its own."""

from datetime import datetime

from tuf.api.metadata import Root

from trust_registry import layout
from trust_registry.audit.copies import Copy
from trust_registry.audit.model import Signers
from trust_registry.audit.noting import Notebook, Page
from trust_registry.audit.signed import (
    SHORT,
    Signed,
    file_name,
    is_as_written,
    read_signed,
    signers,
)

ROLES = (layout.ROOT, layout.HUB, layout.SNAPSHOT, layout.TIMESTAMP)


class RootHistory:
    """Which keys stood for which role, from when on."""

    def __init__(self, copy: Copy, notebook: Notebook) -> None:
        """Reads nothing yet."""
        self._copy, self._notebook = copy, notebook
        self._known: list[tuple[datetime, Root]] = []
        self._used = 0
        self.name = ""

    @property
    def all(self) -> list[Root]:
        """Every one that holds."""
        return [root for _, root in self._known]

    @property
    def last(self) -> Root | None:
        """The one in force today; ``None``: there is none."""
        return self._known[-1][1] if self._known else None

    def climb(self) -> None:
        """Read them one by one; the first that does not hold ends the chain."""
        before: Signed | None = None
        for number in range(1, max(1, self._copy.last(layout.ROOT)) + 1):
            one = self._read(number)
            if one is None:
                return
            own = signers(one.signed, one)
            given = own if before is None else signers(before.signed, one)
            if own is None or given is None:
                self._notebook.broken("audit.signature", file=one.name)
                return
            if one.published is None:
                self._notebook.broken("audit.no-date", file=one.name)
                return
            if self._known and one.published < self._known[-1][0]:
                self._notebook.broken("audit.date-back", file=one.name, day=one.published)
            self._notebook.seen.add(one.name)
            self._tell(before, one, given)
            self._known.append((one.published, one.signed))
            before = one

    def _read(self, number: int) -> Signed | None:
        name = file_name(layout.ROOT, number)
        raw = self._copy.read(name)
        if raw is None:
            self._notebook.broken("audit.missing", file=name)
            return None
        one = read_signed(layout.ROOT, name, raw)
        if one is None or one.version != number:
            self._notebook.broken("audit.changed", file=name)
            return None
        if not is_as_written(one):
            self._notebook.odd("audit.written-otherwise", file=name)
        return one

    def signing(self, edition: Signed) -> Root | None:
        """
        The file of trust under which an edition was signed; ``None``: none of its day.

        The server's keys often stay when an administrator's change, so the one that served
        before is taken as long as it holds.
        """
        for place, root in self._of_the_day(edition.published):
            if signers(root, edition) is not None:
                self._used = place
                return root
        return None

    def signing_hub(self, one: Signed, *, day: datetime | None) -> Signers | None:
        """
        Who signed a file of the hub, by the newest file of trust under which it holds.

        A file of trust bears the day on which it was prepared, and counts from the day on which
        others had signed it too: between the two, the keys before it sign, and that is noted.
        Once one has served, those before it serve no more.
        """
        known = self._of_the_day(day)
        for place, root in reversed(known):
            found = signers(root, one)
            if found is None:
                continue
            if place != known[-1][0]:
                self._notebook.odd("audit.older-keys", file=one.name)
            self._used = place
            return found
        return None

    def _of_the_day(self, day: datetime | None) -> list[tuple[int, Root]]:
        """Those that may count on a day, oldest first, from the one that served last."""
        found = [(at, root) for at, (on, root) in enumerate(self._known) if day and on <= day]
        return [(at, root) for at, root in found if at >= self._used]

    def _tell(self, before: Signed | None, one: Signed, given: Signers) -> None:
        on = one.published
        if on is None:
            return
        page = Page(self._notebook, edition=0, on=on, signers=given)
        root: Root = one.signed
        if before is None:
            self.name = str(root.unrecognized_fields.get(layout.NAME_FIELD, ""))[:120]
            roles = root.roles[layout.ROOT]
            page.tell("audit.opened", count=len(roles.keyids), needed=roles.threshold)
            return
        if not tell_keys(before.signed, root, page):
            page.tell("audit.root-renewed", until=root.expires)


def tell_keys(before: Root, root: Root, page: Page) -> bool:
    """Tell which keys of the hub changed, and whether any did."""
    changed = False
    for role in ROLES:
        old, new = before.roles[role], root.roles[role]
        if set(old.keyids) == set(new.keyids) and old.threshold == new.threshold:
            continue
        changed = True
        gone = sorted(keyid[:SHORT] for keyid in set(old.keyids) - set(new.keyids))
        come = sorted(keyid[:SHORT] for keyid in set(new.keyids) - set(old.keyids))
        page.tell(
            "audit.hub-keys",
            role=role,
            gone=", ".join(gone) or "none",
            come=", ".join(come) or "none",
            count=len(new.keyids),
            needed=new.threshold,
        )
    return changed
