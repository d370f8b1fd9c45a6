"""
The sealed overview of all badges, and what changed after it was made.

Opening five thousand records takes half a second, and a list shows twenty of them.  So
what lists show of all badges also rests sealed together; each badge notes the write that
changed it last, and what an overview lacks is read from the badges themselves.  An
overview is of no use when it is older than an erasure: it goes with what was erased.
"""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select

from wallet.errors import VaultDamaged
from wallet.vault.packing import packed, unpacked
from wallet.vault.port import Kept, Overview, Record
from wallet.vault.sealing import Kind, Seal
from wallet.vault.tables import BADGES, LOCKS, OVERVIEWS, THE_LOCK

ALL = "all"
"""The name under which an overview is sealed: there is one of them."""
NOTHING = -1
"""Before the first write."""


def overview_in(
    connection: Connection, seal: Seal, opened: Callable[[Row[Any, Any]], Kept]
) -> Overview:
    """
    What was noted of all badges, with those that changed since.

    Args:
        opened: the badge of a row ``id``, ``record``.
    """
    noted, upto = _noted(connection, seal)
    query = select(BADGES.c.id, BADGES.c.record).where(BADGES.c.changed > upto)
    return Overview(
        noted=noted,
        later=tuple(opened(row) for row in connection.execute(query).all()),
        count=connection.execute(select(func.count()).select_from(BADGES)).scalar_one(),
        upto=writes_in(connection),
    )


def note(connection: Connection, seal: Seal, noted: Record, *, upto: int) -> None:
    """Keep an overview, unless somebody has written since."""
    if writes_in(connection) == upto:
        forget(connection)
        content = seal.closed(Kind.OVERVIEW, ALL, packed(noted))
        columns = {"id": THE_LOCK, "upto": upto, "content": content}
        connection.execute(insert(OVERVIEWS).values(columns))


def forget(connection: Connection) -> None:
    """Let go of the overview: what it says is no longer so, or may no longer rest."""
    connection.execute(delete(OVERVIEWS))


def writes_in(connection: Connection) -> int:
    """How many writes there have been."""
    return int(connection.execute(select(LOCKS.c.writes)).scalar_one())


def _noted(connection: Connection, seal: Seal) -> tuple[Record | None, int]:
    row = connection.execute(select(OVERVIEWS.c.upto, OVERVIEWS.c.content)).first()
    if row is None:
        return None, NOTHING
    try:
        return unpacked(seal.opened(Kind.OVERVIEW, ALL, bytes(row.content))), row.upto
    except VaultDamaged:
        # All that it says is in the badges too.
        return None, NOTHING
