"""A badge that somebody holds: what it says, and what was last found about it."""

from dataclasses import dataclass
from datetime import datetime

from verifier.verdict import Finding, Level, Reason, Recogniser, Verdict
from wallet.weighing import Counts, Weighed, weigh


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What the badge says of itself, for lists; the rest is read in the original."""

    title: str | None
    issuer_id: str
    issuer_name: str | None
    """As written in the badge; the name to trust is ``Checked.issuer_name``."""
    achievement_id: str | None
    credential_id: str | None
    open_badges: str | None
    awarded: datetime | None
    valid_from: datetime | None
    valid_until: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """How a verification ended, and when."""

    level: Level
    reasons: tuple[Reason, ...]
    checked_at: datetime
    findings: tuple[Finding, ...] = ()
    issuer_name: str | None = None
    """From the registry; ``None``: the registry does not know the issuer."""
    recognised_by: tuple[Recogniser, ...] = ()

    @property
    def weighed(self) -> Weighed:
        """What this means for the person who holds the badge."""
        return weigh(self.level, self.reasons)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """One badge found in a received file, and judged."""

    received: bytes
    """The whole file, kept as it is."""
    name: str
    """The file's name, to be shown and exported; empty without one."""
    container: str
    content: str
    """What is the same whatever the badge came in."""
    part: int | None
    """Its place in a file that holds several; ``None``: the file is the badge."""
    recipients: tuple[str, ...]
    """Whose badge it was said to be."""
    verdict: Verdict
    now: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """One badge of a space."""

    id: str
    """Twelve letters and digits, at random; stays the same for the life of the badge."""
    content: str
    name: str
    """The name of the file it came in; empty when it had none."""
    container: str
    """``png``, ``svg``, ``json``, ``jwt``...: see ``Token.container``."""
    part: int | None
    """Its place in a file that holds several badges; ``None``: the file is the badge."""
    received_at: datetime
    seen_at: datetime | None
    removed_at: datetime | None
    recipients: tuple[str, ...]
    """Whose badge it was said to be; asked again at each check."""
    summary: Summary | None
    """``None`` when nothing in it could ever be believed, or be read yet."""
    checked: Checked
    """The last verification that taught something."""
    earned_at: datetime | None
    """The last time it counted, if nothing has been found against it since."""
    tried_at: datetime | None
    """A later verification that could not look, and so changed nothing; ``None``: none."""
    accepted: bool
    """``False``: kept aside, it never was anything but refused."""
    proven: bool
    """Whether the issuer it names is known to have made it; a later outage changes nothing."""
    badge_id: str | None
    """The badge of the catalogue that it is; ``None``: none of the network's."""
    claimed: str | None = None
    """What was answered to « Ce badge est-il pour vous ? »: see ``wallet.belonging``."""
    acknowledged: frozenset[str] = frozenset()
    """The notices about it that its owner has read: see ``wallet.notices``."""

    @property
    def level(self) -> Level:
        """The level of the last verification."""
        return self.checked.level

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why that level is not TRUSTED."""
        return self.checked.reasons

    @property
    def checked_at(self) -> datetime:
        """When it was last verified."""
        return self.checked.checked_at

    @property
    def title(self) -> str | None:
        """The name of the badge, as it says itself; ``None`` when it is not to be believed."""
        if self.summary is None or self.level is Level.REFUSED:
            return None
        return self.summary.title

    @property
    def issuer_id(self) -> str | None:
        """Who says to have made it."""
        return self.summary.issuer_id if self.summary else None

    @property
    def achievement_id(self) -> str | None:
        """What it recognises."""
        return self.summary.achievement_id if self.summary else None

    @property
    def counts(self) -> bool:
        """Whether it counts: now, or when it was last looked at and could not be since."""
        if self.checked.weighed.counts is Counts.UNSURE:
            return self.earned_at is not None
        return self.checked.weighed.counts is Counts.YES

    @property
    def to_recheck(self) -> bool:
        """Whether something could not be looked at, the last time we tried."""
        return self.checked.weighed.counts is Counts.UNSURE or self.tried_at is not None

    @property
    def version_of(self) -> tuple[str, str, str | None] | None:
        """
        What all versions of one badge share; ``None``: it stands for itself.

        Only a proven badge is a version of another: otherwise anybody could write a
        newer one in the issuer's name.
        """
        if self.summary is None or self.summary.credential_id is None:
            return None
        if not self.proven:
            return None
        said = self.summary
        return (said.issuer_id, str(said.credential_id), said.achievement_id)
