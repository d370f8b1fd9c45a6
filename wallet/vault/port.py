"""What the wallet asks of its storage: whole rows in, whole rows out, one writer at a time."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

Record = dict[str, Any]
FindKey = Callable[[bytes | None], bytes]
"""
Gives the key of a space, of 32 bytes.

It is handed the lock of the space; ``None``: the space has none, and its key is kept
beside it.  It may raise WrongPhrase, SpaceLocked, LockRefused.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One badge at rest, without the bytes it came in."""

    id: str
    content: str
    """What is the same whatever the badge came in; no two badges of a space share it."""
    received_at: datetime
    """Aware, in UTC."""
    record: Record
    """What was read in the badge and what was found about it (``wallet.records``)."""
    seen_at: datetime | None = None
    """When its owner was first shown it; ``None``: still to be celebrated."""
    removed_at: datetime | None = None
    """When its owner put it away; it can come back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardLine:
    """One badge awarded from this space: enough to withdraw it, nothing about the person."""

    credential_id: str
    list_url: str
    index: int
    """Its place in the status list of the key that signed it."""
    awarded_at: datetime
    record: Record
    """``badge``, ``issuer``; after a withdrawal ``withdrawn_at`` and ``reason``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What is known of all badges without opening each of them."""

    noted: Record | None
    """As it was handed to ``note_overview``; ``None``: nothing was noted yet."""
    later: tuple[Kept, ...]
    """The badges that came or changed since, in no order; without a note, all of them."""
    count: int
    """How many badges there are."""
    upto: int
    """How many writes there have been: of no use but to hand it back."""


class Writing(Protocol):
    """One write: all of it happens, or none of it, and nobody writes in between."""

    def badge(self, badge_id: str) -> Kept | None:
        """One badge, locked until the end of this write."""
        ...

    def badge_of(self, content: str) -> Kept | None:
        """The badge with this content, locked until the end of this write."""
        ...

    def insert(self, kept: Kept, original: bytes) -> None:
        """Keep a badge with the bytes it came in."""
        ...

    def update(self, kept: Kept) -> None:
        """Keep what has changed about a badge; its bytes never do."""
        ...

    def erase(self, badge_id: str) -> None:
        """Let go of a badge and of its bytes, for good."""
        ...

    def award_places(self, list_url: str) -> frozenset[int]:
        """The places of a status list that this space has given."""
        ...

    def award(self, credential_id: str) -> AwardLine | None:
        """One award, by the identifier of its badge."""
        ...

    def insert_award(self, line: AwardLine) -> None:
        """Note an award; the place it takes in its list is then taken."""
        ...

    def update_award(self, line: AwardLine) -> None:
        """Note what became of an award."""
        ...

    def secrets(self) -> Record:
        """What only this space may know, locked until the end of this write."""
        ...

    def keep_secrets(self, secrets: Record) -> None:
        """Keep what only this space may know, all of it."""
        ...


class Vault(Protocol):
    """The storage of one space."""

    @property
    def lock(self) -> bytes | None:
        """The key under the phrase of its owner; ``None``: the space is not protected."""
        ...

    @property
    def key(self) -> bytes:
        """The key that everything is sealed with. Raises: SpaceLocked."""
        ...

    def badges(self) -> tuple[Kept, ...]:
        """Every badge, put away or not, in the order received."""
        ...

    def overview(self) -> Overview:
        """What was noted of all badges, and those that changed since."""
        ...

    def note_overview(self, noted: Record, *, upto: int) -> None:
        """Note what lists show of all badges as they were after ``upto`` writes."""
        ...

    def original(self, badge_id: str) -> bytes:
        """The bytes a badge came in. Raises: HoldingUnknown."""
        ...

    def awards(self) -> tuple[AwardLine, ...]:
        """Every award made from this space, in order."""
        ...

    def secrets(self) -> Record:
        """What only this space may know beside its badges: its own key to sign with."""
        ...

    def rekey(self, key: bytes, lock: bytes, secrets: Record) -> None:
        """
        Seal everything anew under another key; programs that had it open are locked out.

        ``secrets``: added to what the space alone knows already.
        """
        ...

    def writing(self) -> AbstractContextManager[Writing]:
        """Begin a write; others wait. Raises: VaultBusy after ten seconds of waiting."""
        ...

    def tidy(self) -> bool:
        """
        Leave nothing of what was erased, in free pages or in the journal.

        Returns:
            ``False``: another program holds the file; what is left goes when it ends.
        """
        ...

    def close(self) -> None:
        """Let go of the file, and forget the key."""
        ...
