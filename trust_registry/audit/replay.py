"""
The history of a copy, edition by edition, each judged by the keys of its own day.

The order is that of the numbered lists of versions (``snapshot``): a file counted from the
edition that lists it.  Dates are those that the files bear under their signatures.

What this cannot see: a past that was signed anew from end to end by those who hold the keys.
Only an older copy denies it (``auditing.compare``).
"""

from collections.abc import Callable
from datetime import datetime

from tuf.api.metadata import MetaFile, Targets

from trust_registry import layout
from trust_registry.audit.copies import Copy
from trust_registry.audit.hub import HubHistory, target_name
from trust_registry.audit.noting import Notebook, Page
from trust_registry.audit.partners import PartnerHistory
from trust_registry.audit.roots import RootHistory
from trust_registry.audit.signed import (
    Signed,
    file_name,
    is_as_listed,
    is_as_written,
    read_signed,
    signers,
)

TODAY = f"{layout.METADATA}/{layout.TIMESTAMP}.json"
Progress = Callable[[int, int], None]
"""Called with the edition that is read, and how many there are."""


class Replay:
    """One reading of a copy, from its first root on."""

    def __init__(self, copy: Copy, notebook: Notebook) -> None:
        """Reads nothing yet."""
        self._copy, self._notebook = copy, notebook
        self._lines: dict[str, MetaFile] = {}
        self._date: datetime | None = None
        self._dates: dict[str, datetime] = {}
        self.roots = RootHistory(copy, notebook)
        self.hub = HubHistory(copy, notebook)
        self.partners = PartnerHistory(copy, notebook, self.hub)
        self._uncounted: list[Targets] = []
        self.editions = self.renewals = 0
        self.first: datetime | None = None
        self.last: datetime | None = None
        self.newest: Signed | None = None

    def run(self, tell: Progress) -> None:
        """Read every edition in the order of their numbers."""
        self.roots.climb()
        self.hub.spare = self._spare()
        last = self._copy.last(layout.SNAPSHOT)
        after = self._read(layout.SNAPSHOT, 1)
        for number in range(1, last + 1):
            tell(number, last)
            one = after
            after = self._read(layout.SNAPSHOT, number + 1) if number < last else None
            if one is None:
                continue
            if after is not None and self._never_counted(one, after):
                self._notebook.odd("audit.never-counted", file=one.name)
            else:
                self._edition(one)
        self._unlisted()
        self._today()

    def _never_counted(self, one: Signed, after: Signed) -> bool:
        """Whether the next edition goes on from the one before this, which was interrupted."""
        lines: dict[str, MetaFile] = after.signed.meta
        goes_back = any(
            name in lines and lines[name].version < line.version
            for name, line in one.signed.meta.items()
        )
        if not (goes_back and self.hub.spare):
            return False
        self.hub.spare -= 1
        return True

    def _edition(self, one: Signed) -> None:
        told = len(self._notebook.events)
        if self.roots.signing(one) is None:
            self._notebook.broken("audit.signature", file=one.name)
            return
        self.editions += 1
        self._in_order(one)
        self.first = self.first or one.published
        self.last, self.newest = one.published, one
        changed = self._changed(one)
        if f"{layout.HUB}.json" in changed:
            self._hub_file(one, changed.pop(f"{layout.HUB}.json"))
        for name, line in sorted(changed.items()):
            self._partner_file(one, name.removesuffix(".json"), line)
        if len(self._notebook.events) == told:
            self.renewals += 1

    def _changed(self, one: Signed) -> dict[str, MetaFile]:
        """The lines of an edition that are not those of the one before; they are kept."""
        lines: dict[str, MetaFile] = one.signed.meta
        for name in self._lines.keys() - lines.keys():
            self._notebook.broken("audit.line-lost", file=one.name, role=name[:-5])
        changed = {name: line for name, line in lines.items() if self._lines.get(name) != line}
        for name, line in changed.items():
            before = self._lines.get(name)
            if before is not None and line.version <= before.version:
                self._notebook.broken("audit.went-back", file=one.name, role=name[:-5])
        self._lines = {**self._lines, **changed}
        return changed

    def _hub_file(self, edition: Signed, line: MetaFile) -> None:
        one = self._listed(layout.HUB, line)
        if one is None:
            return
        found = self.roots.signing_hub(one, day=edition.published)
        if found is None:
            self._notebook.broken("audit.signature", file=one.name)
            return
        on = one.published or edition.published
        if on is not None:
            page = Page(self._notebook, edition=edition.version, on=on, signers=found)
            self.hub.read(one, page, on=on)

    def _partner_file(self, edition: Signed, slug: str, line: MetaFile) -> None:
        one = self._listed(slug, line)
        if one is None:
            return
        hub: Targets | None = self.hub.signed
        found = None if hub is None else signers(hub, one)
        if found is None:
            self._notebook.broken("audit.signature", file=one.name)
            return
        on = one.published or edition.published
        if on is not None:
            page = Page(self._notebook, edition=edition.version, on=on, signers=found)
            self.partners.read(slug, one, page)

    def _listed(self, role: str, line: MetaFile) -> Signed | None:
        """The file that an edition lists, if it is the one that was listed."""
        one = self._read(role, line.version)
        if one is None:
            return None
        if not is_as_listed(line, one.raw):
            self._notebook.broken("audit.changed", file=one.name)
            return None
        self._in_order(one)
        return one

    def _read(self, role: str, number: int) -> Signed | None:
        name = file_name(role, number)
        raw = self._copy.read(name)
        if raw is None:
            self._notebook.broken("audit.missing", file=name)
            return None
        one = read_signed(role, name, raw)
        if one is None or one.version != number:
            self._notebook.broken("audit.changed", file=name)
            return None
        if not is_as_written(one):
            self._notebook.odd("audit.written-otherwise", file=name)
        self._notebook.seen.add(name)
        return one

    def _in_order(self, one: Signed) -> None:
        """Dates only go forward, from each number of a role to the next."""
        before = self._dates.get(one.role)
        if one.published is None:
            self._notebook.broken("audit.no-date", file=one.name)
            return
        if before is not None and one.published < before:
            self._notebook.broken("audit.date-back", file=one.name, day=one.published)
        self._dates[one.role] = max(before or one.published, one.published)

    def _unlisted(self) -> None:
        """
        Numbered files that no edition lists.

        A publication that was interrupted leaves one, signed as it should be, and its number
        is spent; anything else was put there.  A number with no file was taken away.
        """
        roles = {*self._copy.numbers, *(name.removesuffix(".json") for name in self._lines)}
        wanted = roles - {layout.ROOT, layout.SNAPSHOT}
        for role in sorted(wanted, key=lambda one: (one != layout.HUB, one)):
            line = self._lines.get(f"{role}.json")
            before = range(1, 0 if line is None else line.version)
            for number in sorted({*self._copy.numbers.get(role, ()), *before}):
                if file_name(role, number) not in self._notebook.seen:
                    self._one_unlisted(role, number)

    def _one_unlisted(self, role: str, number: int) -> None:
        name = file_name(role, number)
        raw = self._copy.read(name)
        if raw is None:
            self._notebook.broken("audit.missing", file=name)
            return
        one = read_signed(role, name, raw)
        if one is not None and one.version == number and self._could_be_signed(one):
            self._notebook.odd("audit.never-counted", file=name)
            self._left_behind(one)
        else:
            self._notebook.broken("audit.stray", file=name)
        self._notebook.seen.add(name)

    def _left_behind(self, one: Signed) -> None:
        """What an interrupted publication left: its contents, and the folders that it gave."""
        if one.role == layout.HUB:
            self._uncounted.append(one.signed)
        for target in one.signed.targets.values():
            name = target_name(target)
            raw = self._copy.read(name)
            if raw is not None and is_as_listed(target, raw):
                self._notebook.seen.add(name)

    def _could_be_signed(self, one: Signed) -> bool:
        hubs = [*self.hub.all, *self._uncounted]
        delegators = self.roots.all if one.role == layout.HUB else hubs
        return any(signers(delegator, one) is not None for delegator in delegators)

    def _spare(self) -> int:
        """
        How many editions never came to count.

        The day's file grows by one with each that does; a publication that is interrupted
        just before it leaves an edition that nobody was ever told of.
        """
        raw = self._copy.read(TODAY)
        one = None if raw is None else read_signed(layout.TIMESTAMP, TODAY, raw)
        return 0 if one is None else max(0, self._copy.last(layout.SNAPSHOT) - one.version)

    def _today(self) -> None:
        """The one file without a number: it names the last edition, and nothing older."""
        name = TODAY
        raw = self._copy.read(name)
        self._notebook.seen.add(name)
        one = None if raw is None else read_signed(layout.TIMESTAMP, name, raw)
        if one is None:
            self._notebook.broken("audit.missing" if raw is None else "audit.changed", file=name)
            return
        if not is_as_written(one):
            self._notebook.odd("audit.written-otherwise", file=name)
        root = self.roots.last
        if root is None or signers(root, one) is None:
            self._notebook.broken("audit.signature", file=name)
            return
        line = one.signed.snapshot_meta
        newest = self.newest
        if newest is None or line.version > newest.version:
            missing = file_name(layout.SNAPSHOT, line.version)
            self._notebook.broken("audit.missing", file=missing)
        elif line.version < newest.version:
            self._notebook.odd("audit.not-the-last", file=name, number=line.version)
        elif not is_as_listed(line, newest.raw):
            self._notebook.broken("audit.changed", file=newest.name)
