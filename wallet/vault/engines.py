"""
How SQLite and PostgreSQL are asked to behave, and what their failures mean in our codes.

On SQLite a write takes the one writer's seat from its first statement (BEGIN
IMMEDIATE); on PostgreSQL it takes a lock of the same meaning, so that reading, deciding
and writing are one act on both.  A read sees one state of the vault on both.

Sources: SQLite "Write-Ahead Logging", "PRAGMA"; PostgreSQL "Explicit Locking",
"Transaction Isolation".
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.exc import ArgumentError, DatabaseError, IntegrityError, OperationalError

from wallet.errors import (
    VaultBusy,
    VaultConflict,
    VaultDamaged,
    VaultFull,
    VaultUnavailable,
)
from wallet.vault.tables import METADATA

BUSY_SECONDS = 10.0
"""How long a write waits for another program; each takes milliseconds."""
PRAGMAS = (
    f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}",
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
    "PRAGMA foreign_keys = ON",
)
_WAIT_SECONDS = 0.02
_WRITERS_SEAT = "hashtext('badges-bfc'), hashtext(current_schema())"
"""One for each schema: a database may hold several spaces, one in each."""
_POSTGRESQL_BUSY = ("55P03", "40P01", "40001")
"""Lock not available, deadlock, serialisation failure."""
_POSTGRESQL_FULL = "53100"
_WRITES = "writes"


def open_engine(where: Path | str) -> Engine:
    """
    An engine for a file (SQLite) or an address (PostgreSQL); nothing is opened yet.

    Raises:
        VaultUnavailable: no such kind of database, or its driver is not installed.
    """
    if isinstance(where, Path):
        engine = create_engine(URL.create("sqlite", database=str(where)))
        _prepare_sqlite(engine)
        return engine
    try:
        engine = create_engine(where, pool_pre_ping=True)
    except (ArgumentError, ImportError) as error:
        raise VaultUnavailable from error
    if engine.dialect.name != "postgresql":
        raise VaultUnavailable
    _prepare_postgresql(engine)
    return engine


def reading(engine: Engine) -> Engine:
    """The same engine, for reads: each sees one state of the vault."""
    if engine.dialect.name == "postgresql":
        return engine.execution_options(isolation_level="REPEATABLE READ")
    return engine


def writing(engine: Engine) -> Engine:
    """The same engine, for writes: one at a time."""
    return engine.execution_options(**{_WRITES: True})


def tidied(engine: Engine) -> bool:
    """Overwrite what was erased, in the file and in the journal; ``False``: not now."""
    if engine.dialect.name == "sqlite":
        return _tidied_sqlite(engine)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(f"SET lock_timeout = {int(BUSY_SECONDS * 1000)}"))
        try:
            for table in METADATA.sorted_tables:
                connection.execute(text(f"VACUUM FULL {table.name}"))
        except OperationalError:
            return False
    return True


@contextmanager
def translated() -> Iterator[None]:
    """Say what happened to the database in our codes."""
    try:
        yield
    except IntegrityError as error:
        raise VaultConflict from error
    except OperationalError as error:
        raise _operational(error) from error
    except DatabaseError as error:
        said = str(error.orig)
        damaged = "not a database" in said or "malformed" in said
        raise (VaultDamaged if damaged else VaultUnavailable) from error


def _operational(error: OperationalError) -> VaultUnavailable:
    said, state = str(error.orig), getattr(error.orig, "sqlstate", None)
    if "locked" in said or "busy" in said or state in _POSTGRESQL_BUSY:
        return VaultBusy()
    if "is full" in said or state == _POSTGRESQL_FULL:
        return VaultFull()
    return VaultUnavailable()


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
        writes = connection.get_execution_options().get(_WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _prepare_postgresql(engine: Engine) -> None:
    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        if connection.get_execution_options().get(_WRITES, False):
            wait = int(BUSY_SECONDS * 1000)
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = {wait}")
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS_SEAT})")


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


def _tidied_sqlite(engine: Engine) -> bool:
    import sqlite3

    # Outside of any transaction, and on a connection of its own.
    driver: Any = engine.raw_connection()
    try:
        with suppress(sqlite3.OperationalError):
            driver.execute("VACUUM")
        busy = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        return bool(busy == 0)
    except sqlite3.OperationalError:
        return False
    finally:
        driver.close()
