"""
The vault on SQLite (one file) or PostgreSQL (by address), through SQLAlchemy.

On SQLite a write takes the one writer's seat from its first statement (BEGIN
IMMEDIATE), so that reading, deciding and writing are one act; on PostgreSQL the rows
read for a write are locked.  Sources: SQLite "Write-Ahead Logging", "PRAGMA".
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import (
    URL,
    Connection,
    Engine,
    Row,
    create_engine,
    event,
    insert,
    select,
    update,
)
from sqlalchemy.exc import DatabaseError, IntegrityError, OperationalError

from wallet.errors import (
    HoldingUnknown,
    VaultBusy,
    VaultConflict,
    VaultDamaged,
    VaultFull,
    VaultUnavailable,
)
from wallet.vault.packing import packed, packed_original, unpacked, unpacked_original
from wallet.vault.port import AwardLine, Kept
from wallet.vault.schema import revision_of, upgrade
from wallet.vault.tables import AWARDS, BADGES, HEAD, ORIGINALS

BUSY_SECONDS = 10.0
"""How long a write waits for another program; each takes milliseconds."""
PRAGMAS = (
    f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}",
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
    "PRAGMA foreign_keys = ON",
)
_WAIT_SECONDS = 0.02


class SqlVault:
    """A ``Vault`` behind one database address."""

    def __init__(self, where: Path | str) -> None:
        """Open it, and bring its tables to this version. Raises: VaultUnavailable."""
        file = URL.create("sqlite", database=str(where)) if isinstance(where, Path) else where
        self._engine = create_engine(file)
        if self._engine.dialect.name == "sqlite":
            _prepare_sqlite(self._engine)
        with _translated():
            with self._engine.begin() as connection:
                current = revision_of(connection) == HEAD
            if not current:
                with self._writer().begin() as connection:
                    upgrade(connection)

    def badges(self) -> tuple[Kept, ...]:
        """Every badge, in the order received."""
        query = select(BADGES).order_by(BADGES.c.received_at, BADGES.c.id)
        with _translated(), self._engine.begin() as connection:
            return tuple(_kept(row) for row in connection.execute(query))

    def original(self, badge_id: str) -> bytes:
        """The bytes a badge came in."""
        query = select(ORIGINALS.c.received).where(ORIGINALS.c.badge_id == badge_id)
        with _translated(), self._engine.begin() as connection:
            found = connection.execute(query).scalar()
        if found is None:
            raise HoldingUnknown(badge=badge_id)
        return unpacked_original(found)

    def awards(self) -> tuple[AwardLine, ...]:
        """Every award, in order."""
        query = select(AWARDS).order_by(AWARDS.c.awarded_at, AWARDS.c.credential_id)
        with _translated(), self._engine.begin() as connection:
            return tuple(_line(row) for row in connection.execute(query))

    @contextmanager
    def writing(self) -> Iterator["SqlWriting"]:
        """Begin a write."""
        with _translated(), self._writer().begin() as connection:
            yield SqlWriting(connection)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def _writer(self) -> Engine:
        return self._engine.execution_options(writes=True)


class SqlWriting:
    """A ``Writing`` in one transaction."""

    def __init__(self, connection: Connection) -> None:
        """``connection`` has begun, and ends with the block that opened it."""
        self._connection = connection

    def badge(self, badge_id: str) -> Kept | None:
        """One badge."""
        return self._one(BADGES.c.id == badge_id)

    def badge_of(self, content: str) -> Kept | None:
        """The badge with this content."""
        return self._one(BADGES.c.content == content)

    def insert(self, kept: Kept, original: bytes) -> None:
        """Keep a new badge."""
        self._connection.execute(insert(BADGES).values(_columns(kept)))
        received = {"badge_id": kept.id, "received": packed_original(original)}
        self._connection.execute(insert(ORIGINALS).values(received))

    def update(self, kept: Kept) -> None:
        """Keep what has changed."""
        self._connection.execute(
            update(BADGES).where(BADGES.c.id == kept.id).values(_columns(kept))
        )

    def award_places(self, list_url: str) -> frozenset[int]:
        """The places given in one list."""
        query = select(AWARDS.c.place).where(AWARDS.c.list_url == list_url)
        return frozenset(self._connection.execute(query).scalars())

    def insert_award(self, line: AwardLine) -> None:
        """Note an award."""
        self._connection.execute(insert(AWARDS).values(_award_columns(line)))

    def update_award(self, line: AwardLine) -> None:
        """Note what became of it."""
        self._connection.execute(
            update(AWARDS)
            .where(AWARDS.c.credential_id == line.credential_id)
            .values(_award_columns(line))
        )

    def _one(self, condition: Any) -> Kept | None:
        row = self._connection.execute(select(BADGES).where(condition).with_for_update()).first()
        return None if row is None else _kept(row)


def _prepare_sqlite(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def connected(driver: Any, _record: Any) -> None:
        # The driver would begin transactions by its own rules; ``begun`` does it instead.
        driver.isolation_level = None
        for pragma in PRAGMAS:
            driver.execute(pragma)
        _use_write_ahead_log(driver)

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _use_write_ahead_log(driver: Any) -> None:
    """Change the journal once; SQLite does not wait by itself when two do so at once."""
    import sqlite3

    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            driver.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(_WAIT_SECONDS)
        else:
            return


@contextmanager
def _translated() -> Iterator[None]:
    """Say what happened to the database in our codes."""
    try:
        yield
    except IntegrityError as error:
        raise VaultConflict from error
    except OperationalError as error:
        said = str(error.orig)
        if "locked" in said or "busy" in said:
            raise VaultBusy from error
        if "full" in said:
            raise VaultFull from error
        raise VaultUnavailable from error
    except DatabaseError as error:
        said = str(error.orig)
        damaged = "not a database" in said or "malformed" in said
        raise (VaultDamaged if damaged else VaultUnavailable) from error


def _columns(kept: Kept) -> dict[str, Any]:
    return {
        "id": kept.id,
        "content": kept.content,
        "received_at": kept.received_at,
        "seen_at": kept.seen_at,
        "removed_at": kept.removed_at,
        "record": packed(kept.record),
    }


def _kept(row: Row[Any]) -> Kept:
    return Kept(
        id=row.id,
        content=row.content,
        received_at=row.received_at,
        seen_at=row.seen_at,
        removed_at=row.removed_at,
        record=_record(row.record),
    )


def _award_columns(line: AwardLine) -> dict[str, Any]:
    return {
        "credential_id": line.credential_id,
        "list_url": line.list_url,
        "place": line.index,
        "awarded_at": line.awarded_at,
        "record": packed(line.record),
    }


def _line(row: Row[Any]) -> AwardLine:
    return AwardLine(
        credential_id=row.credential_id,
        list_url=row.list_url,
        index=row.place,
        awarded_at=row.awarded_at,
        record=_record(row.record),
    )


def _record(resting: bytes) -> dict[str, Any]:
    try:
        return unpacked(resting)
    except (ValueError, TypeError) as error:
        raise VaultDamaged from error
