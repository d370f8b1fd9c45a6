"""The badges of a vault as a program has last read them: only what changed since is opened."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Row, func, select

from wallet.vault.overviews import NOTHING
from wallet.vault.port import Kept
from wallet.vault.tables import BADGES


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What was read, after how many writes; it is never changed, so threads may share it."""

    upto: int = NOTHING
    listed: tuple[Kept, ...] = ()
    """In the order received."""
    by_id: Mapping[str, Kept] = field(default_factory=dict)

    def brought_up(
        self, connection: Connection, opened: Callable[[Row[Any, Any]], Kept], *, writes: int
    ) -> "Listing":
        """
        The same, with what was written since.

        Args:
            opened: the badge of a row ``id``, ``record``.
            writes: how many there have been.
        """
        if writes == self.upto:
            return self
        query = select(BADGES.c.id, BADGES.c.record).where(BADGES.c.changed > self.upto)
        fresh = {row.id: opened(row) for row in connection.execute(query).all()}
        by_id = {**self.by_id, **fresh}
        there = connection.execute(select(func.count()).select_from(BADGES)).scalar_one()
        if there != len(by_id):
            left = connection.execute(select(BADGES.c.id)).scalars().all()
            by_id = {one: by_id[one] for one in left}
        listed = tuple(sorted(by_id.values(), key=lambda one: (one.received_at, one.id)))
        return Listing(upto=writes, listed=listed, by_id=by_id)
