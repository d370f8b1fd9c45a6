"""The wallet: the badges of one space, each once, in its current version, never lost."""

import secrets
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from shared import parsing, reading
from shared.model import Achievement, Credential, Profile
from trust_registry.catalogue import Catalogue
from verifier.hosting import address_in
from verifier.verdict import Level, Reason, Verdict
from wallet.errors import HoldingAmbiguous, HoldingUnknown, VaultConflict
from wallet.glance import Glance, glance
from wallet.holding import Arrival, Holding, Summary
from wallet.records import after, from_kept, newly, to_kept
from wallet.vault import Kept, Vault, Writing

TICK = timedelta(microseconds=1)
ONE_COMMAND = timedelta(seconds=1)
"""Files given together have one instant; a tick each keeps their order."""
ID_BYTES = 6
"""Twelve letters and digits: short enough to type, and never twice in one space."""


class Wallet:
    """The badges of one space."""

    def __init__(self, vault: Vault, *, catalogue: Catalogue) -> None:
        """``catalogue`` tells which badge of the network each holding is."""
        self.vault = vault
        self.catalogue = catalogue
        self._known: dict[str, tuple[Kept, Holding]] = {}
        """Each badge as it was last read: most acts look at all of them, and few change."""
        self._listed: tuple[tuple[Kept, ...], tuple[Holding, ...]] = ((), ())

    def holdings(self) -> tuple[Holding, ...]:
        """The badges held: current versions, in the order received."""
        kept = [one for one in self._all() if one.accepted and one.removed_at is None]
        return tuple(_without_versions(kept))

    def glance(self) -> Glance:
        """What lists show of all badges, without opening each of them."""
        return glance(self.vault, self.catalogue)

    def aside(self) -> tuple[Holding, ...]:
        """What was refused: kept, never counted, never shown as true."""
        return tuple(one for one in self._all() if not one.accepted and one.removed_at is None)

    def removed(self) -> tuple[Holding, ...]:
        """What its owner put away, the last first; it can come back."""
        gone = [one for one in self._all() if one.removed_at is not None]
        return tuple(
            sorted(_without_versions(gone), key=lambda one: str(one.removed_at), reverse=True)
        )

    def get(self, holding_id: str) -> Holding:
        """
        One badge, by its identifier or the beginning of it.

        Raises:
            HoldingUnknown, HoldingAmbiguous: none begins so, or several do.
        """
        found = [one for one in self._all() if one.id.startswith(holding_id.lower())]
        if not found or not holding_id:
            raise HoldingUnknown(badge=holding_id)
        if len(found) > 1:
            raise HoldingAmbiguous(badge=holding_id, count=len(found))
        return found[0]

    def history(self, holding_id: str) -> tuple[Holding, ...]:
        """The other versions of a badge, the newest first."""
        mine = self.get(holding_id)
        others = [one for one in _versions(self._all(), mine) if one.id != mine.id]
        return tuple(sorted(others, key=_age, reverse=True))

    def original(self, holding_id: str) -> bytes:
        """The bytes a badge came in, exactly."""
        return self.vault.original(self.get(holding_id).id)

    def credential(self, holding_id: str) -> Credential | None:
        """
        All that a badge says, read again in its original; nothing is asked or checked.

        Returns:
            ``None`` when nothing in it may be shown as true, or when it is only an address.
        """
        holding = self.get(holding_id)
        if holding.summary is None or holding.level is Level.REFUSED:
            return None
        token = reading.read(self.vault.original(holding.id))
        if address_in(token) is not None:
            return None
        credential = parsing.parse(token)
        if credential.hosted_at is not None:
            return _as_its_host_said(credential, holding.summary)
        return credential if holding.part is None else leaves(credential)[holding.part]

    def unseen(self) -> tuple[Holding, ...]:
        """The badges that their owner has not been shown yet."""
        return tuple(one for one in self.holdings() if one.seen_at is None)

    def hold(self, arrival: Arrival) -> tuple[Holding, bool]:
        """
        Keep a badge, or what was found this time about one that is already there.

        A badge that had been put away comes back.

        Returns:
            The holding, and whether it was not here before (or had been put away).
        """
        try:
            return self._hold(arrival)
        except VaultConflict:
            # Another program has just kept the same badge: it is there now.
            return self._hold(arrival)

    def current(self, holding: Holding) -> Holding:
        """The version of a badge that counts, among those held."""
        return self.versions(holding)[0]

    def versions(self, holding: Holding) -> tuple[Holding, bool]:
        """The version of a badge that counts, and whether others are held beside the one given."""
        there = [one for one in _versions(self._all(), holding) if one.removed_at is None]
        counting = [one for one in there if one.accepted]
        current = max(counting, key=_age, default=holding)
        return current, any(one.id != holding.id for one in there)

    def record(self, holding_id: str, verdict: Verdict, *, now: datetime) -> Holding:
        """Remember one more verification of a badge."""
        with self.vault.writing() as write:
            holding = self._within(write, holding_id)
            write.update(to_kept(after(holding, verdict, now=now)))
        return self.get(holding_id)

    def remove(self, holding_id: str, *, now: datetime) -> Holding:
        """Put a badge away, with its earlier versions; it can come back."""
        return self._mark(holding_id, removed_at=now)

    def restore(self, holding_id: str) -> Holding:
        """Bring a badge back, with its earlier versions."""
        return self._mark(holding_id, removed_at=None)

    def erase(self, holding_id: str) -> tuple[Holding, ...]:
        """
        Let go of a badge with its earlier versions, for good.

        Returns:
            What went.
        """
        versions = _versions(self._all(), self.get(holding_id))
        with self.vault.writing() as write:
            for version in versions:
                write.erase(version.id)
        return tuple(versions)

    def everything(self) -> tuple[Holding, ...]:
        """Every badge there is: held, earlier versions, aside and put away."""
        return self._all()

    def see(self, holding_id: str, *, now: datetime) -> Holding:
        """Note that a badge was shown to its owner; the first time is the one kept."""
        return self.amend(holding_id, lambda one: replace(one, seen_at=one.seen_at or now))

    def amend(self, holding_id: str, change: Callable[[Holding], Holding]) -> Holding:
        """Keep what its owner said of a badge; ``change`` gets it as it rests now."""
        with self.vault.writing() as write:
            write.update(to_kept(change(self._within(write, holding_id))))
        return self.get(holding_id)

    def _all(self) -> tuple[Holding, ...]:
        badges, found = self.vault.badges(), {}
        if badges is self._listed[0]:
            return self._listed[1]
        for kept in badges:
            known = self._known.get(kept.id)
            if known is None or known[0] is not kept:
                known = (kept, from_kept(kept, self.catalogue))
            found[kept.id] = known
        self._known = found
        self._listed = badges, tuple(holding for _, holding in found.values())
        return self._listed[1]

    def _hold(self, arrival: Arrival) -> tuple[Holding, bool]:
        with self.vault.writing() as write:
            kept = write.badge_of(arrival.content)
            if kept is None:
                holding = newly(arrival, holding_id=secrets.token_hex(ID_BYTES))
                holding = replace(holding, received_at=self._after_others(arrival.now))
                write.insert(to_kept(holding), arrival.received)
            else:
                known = from_kept(kept, self.catalogue)
                asked = arrival.recipients or known.recipients
                holding = after(known, arrival.verdict, now=arrival.now)
                write.update(to_kept(replace(holding, recipients=asked, removed_at=None)))
        is_new = kept is None or kept.removed_at is not None
        return self.get(holding.id), is_new

    def _after_others(self, now: datetime) -> datetime:
        """The instant of an arrival, behind those that came in the same command, read by us."""
        listed = self._listed[0] or self.vault.badges()
        latest = listed[-1].received_at if listed else now - TICK
        return max(now, latest + TICK) if latest - now < ONE_COMMAND else now

    def _within(self, write: Writing, holding_id: str) -> Holding:
        kept = write.badge(self.get(holding_id).id)
        if kept is None:
            raise HoldingUnknown(badge=holding_id)
        return from_kept(kept, self.catalogue)

    def _mark(self, holding_id: str, *, removed_at: datetime | None) -> Holding:
        versions = _versions(self._all(), self.get(holding_id))
        with self.vault.writing() as write:
            for version in versions:
                fresh = self._within(write, version.id)
                write.update(to_kept(replace(fresh, removed_at=removed_at)))
        return self.get(holding_id)


def leaves(credential: Credential) -> tuple[Credential, ...]:
    """The single badges of a presentation or a collection, however deep, in order."""
    if not credential.parts:
        return (credential,)
    return tuple(leaf for part in credential.parts for leaf in leaves(part))


def _as_its_host_said(credential: Credential, said: Summary) -> Credential:
    """
    A hosted badge with the name and the issuer that were found at their own addresses.

    Anybody can write others into the file: its host is asked about the rest of it only.
    """
    achievement = None
    if said.achievement_id is not None:
        achievement = Achievement(id=said.achievement_id, name=said.title)
    return replace(
        credential,
        name=said.title,
        issuer=Profile(id=said.issuer_id, name=said.issuer_name),
        subject=replace(credential.subject, achievement=achievement),
        endorsements=(),
    )


def _versions(holdings: Iterable[Holding], holding: Holding) -> list[Holding]:
    """A badge and all its other versions."""
    shared = holding.version_of
    if shared is None:
        return [holding]
    said = shared[1]
    # Looked at first because it is at hand: thousands are gone through at each act.
    return [
        one
        for one in holdings
        if one.summary is not None
        and one.summary.credential_id == said
        and one.version_of == shared
    ]


def _without_versions(holdings: list[Holding]) -> list[Holding]:
    """Of each badge the version that counts, in the order given."""
    found: dict[object, list[Holding]] = {}
    for one in holdings:
        found.setdefault(one.version_of or one.id, []).append(one)
    older = {
        version.id
        for versions in found.values()
        if len(versions) > 1
        for version in versions
        if version is not max(versions, key=_age)
    }
    return [one for one in holdings if one.id not in older]


def _age(holding: Holding) -> tuple[bool, float, float]:
    """Order versions, the one that counts last: in force, begun later, received earlier."""
    waiting = Reason.NOT_YET_VALID in holding.reasons
    begins = holding.summary.valid_from if holding.summary else None
    return (
        not waiting,
        begins.timestamp() if begins else 0.0,
        -holding.received_at.timestamp(),
    )
