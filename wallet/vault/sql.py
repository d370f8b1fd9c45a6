"""
The vault on SQLite (one file) or PostgreSQL (by address), through SQLAlchemy.

Each transaction begins by looking whether the key of the space is still the one that
this program has: a space that was protected meanwhile is closed to those who opened it
before, and nothing is ever written under a key that is gone.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Connection,
    Executable,
    Row,
    Select,
    Table,
    bindparam,
    delete,
    insert,
    inspect,
    select,
    text,
    update,
)

from wallet.errors import (
    HoldingUnknown,
    RecordDamaged,
    SpaceLocked,
    SpaceUnusable,
    VaultDamaged,
)
from wallet.vault import engines, overviews
from wallet.vault.engines import translated
from wallet.vault.listing import Listing
from wallet.vault.packing import (
    award_columns,
    award_from,
    award_id,
    award_list,
    badge_columns,
    badge_from,
    badge_mark,
    original_columns,
    original_from,
    secrets_from,
    secrets_resting,
)
from wallet.vault.port import AwardLine, FindKey, Kept, Overview, Record
from wallet.vault.schema import revision_of, upgrade
from wallet.vault.sealing import Seal
from wallet.vault.tables import AWARDS, BADGES, HEAD, LOCKS, METADATA, ORIGINALS, THE_LOCK

_HEAD_OF_VAULT = (LOCKS.c.key_id, LOCKS.c.writes)
PORTION = 50
"""Badges that are sealed anew together: half a gigabyte at the very most, a few MB usually."""


def read_lock(where: Path | str) -> bytes | None:
    """The lock of a vault that is there, without opening it. Raises: VaultUnavailable."""
    engine = engines.open_engine(where)
    try:
        with translated(), engines.reading(engine).begin() as connection:
            return _lock_in(connection)
    finally:
        engine.dispose()


def wipe(where: Path | str) -> None:
    """Take everything away from a vault that is there, opened or not, also the tables."""
    engine = engines.open_engine(where)
    try:
        with translated():
            with engines.writing(engine).begin() as connection:
                METADATA.drop_all(connection)
                connection.execute(text("DROP TABLE IF EXISTS alembic_version"))
            if engine.dialect.name == "sqlite":
                engines.tidied(engine)
    finally:
        engine.dispose()


class SqlVault:
    """A ``Vault`` behind one database address."""

    def __init__(self, where: Path | str, key: FindKey) -> None:
        """Open it, and bring its tables to this version. Raises: see ``open_vault``."""
        self._engine = engines.open_engine(where)
        self._read = engines.reading(self._engine)
        self._write = engines.writing(self._engine)
        self._listing = Listing()
        try:
            with translated():
                self._bring_up(key)
                row = self._lock_row()
            self._lock = None if row.lock is None else bytes(row.lock)
            self._key: bytes | None = key(self._lock)
            self._seal: Seal | None = Seal(self._key)
            _check_key(self._seal, row)
        except BaseException:
            self.close()
            raise

    @property
    def lock(self) -> bytes | None:
        """The key under a phrase."""
        return self._lock

    @property
    def key(self) -> bytes:
        """The key of the space."""
        if self._key is None:
            raise SpaceLocked
        return self._key

    def badges(self) -> tuple[Kept, ...]:
        """Every badge, in the order received."""
        with self._reading() as (connection, seal, writes):
            found = self._listing.brought_up(
                connection, lambda row: _badge(row, seal), writes=writes
            )
        self._listing = found
        return found.listed

    def overview(self) -> Overview:
        """What was noted of all badges, and those that changed since."""
        with self._reading() as (connection, seal, _):
            return overviews.overview_in(connection, seal, lambda row: _badge(row, seal))

    def note_overview(self, noted: Record, *, upto: int) -> None:
        """Note what lists show of all badges."""
        with translated(), self._write.begin() as connection:
            overviews.note(connection, self._seal_of(connection), noted, upto=upto)

    def original(self, badge_id: str) -> bytes:
        """The bytes a badge came in."""
        query = select(ORIGINALS.c.received).where(ORIGINALS.c.badge_id == badge_id)
        with self._reading() as (connection, seal, _):
            found = connection.execute(query).scalar()
            if found is None:
                raise HoldingUnknown(badge=badge_id)
            try:
                return original_from(badge_id, bytes(found), seal)
            except VaultDamaged as error:
                raise RecordDamaged(badge=badge_id) from error

    def awards(self) -> tuple[AwardLine, ...]:
        """Every award, in order."""
        with self._reading() as (connection, seal, _):
            rows = connection.execute(select(AWARDS.c.id, AWARDS.c.record)).all()
            found = [award_from(row.id, bytes(row.record), seal) for row in rows]
        return tuple(sorted(found, key=lambda one: (one.awarded_at, one.credential_id)))

    def secrets(self) -> Record:
        """What only this space may know."""
        with self._reading() as (connection, seal, _):
            return _secrets_in(connection, seal)

    @contextmanager
    def writing(self) -> Iterator["SqlWriting"]:
        """Begin a write."""
        with translated(), self._write.begin() as connection:
            counted = update(LOCKS).values(writes=LOCKS.c.writes + 1)
            seal, number = self._head_of(connection, counted.returning(*_HEAD_OF_VAULT))
            yield SqlWriting(connection, seal, number=number)

    def rekey(self, key: bytes, lock: bytes, secrets: Record) -> None:
        """Seal everything anew; all of it, or nothing has changed."""
        new = Seal(key)
        with translated(), self._write.begin() as connection:
            _sealed_anew(connection, self._seal_of(connection), new)
            overviews.forget(connection)
            known = _secrets_in(connection, self._seal_of(connection))
            columns = {
                "key_id": new.key_id,
                "lock": lock,
                "secrets": secrets_resting({**known, **secrets}, new),
                "writes": LOCKS.c.writes + 1,
            }
            connection.execute(update(LOCKS).where(LOCKS.c.id == THE_LOCK).values(columns))
        self._key, self._lock, self._seal = key, lock, new
        self._forget()

    def tidy(self) -> bool:
        """Leave nothing of what was erased."""
        with translated():
            return engines.tidied(self._engine)

    def close(self) -> None:
        """Let go of the file, and forget the key."""
        self._key = self._seal = None
        self._forget()
        self._engine.dispose()

    def _forget(self) -> None:
        self._listing = Listing()

    def _bring_up(self, key: FindKey) -> None:
        with self._read.begin() as connection:
            if revision_of(connection) == HEAD:
                return
            lock = _lock_in(connection)
        seal = Seal(key(lock))
        with self._write.begin() as connection:
            was_bare = upgrade(connection, seal)
        if was_bare:
            self.tidy()

    def _lock_row(self) -> Row[Any, Any]:
        with self._read.begin() as connection:
            row = connection.execute(select(LOCKS.c.key_id, LOCKS.c.lock)).first()
        if row is None:
            raise VaultDamaged
        return row

    @contextmanager
    def _reading(self) -> Iterator[tuple[Connection, Seal, int]]:
        with translated(), self._read.begin() as connection:
            yield connection, *self._head_of(connection, select(*_HEAD_OF_VAULT))

    def _seal_of(self, connection: Connection) -> Seal:
        return self._head_of(connection, select(*_HEAD_OF_VAULT))[0]

    def _head_of(self, connection: Connection, query: Executable) -> tuple[Seal, int]:
        """
        The key at work, if it is still that of the space, and how many writes there have been.

        Raises: SpaceLocked.
        """
        seal, row = self._seal, connection.execute(query).first()
        if seal is None or row is None or seal.key_id != row.key_id:
            raise SpaceLocked
        return seal, int(row.writes)


class SqlWriting:
    """A ``Writing`` in one transaction."""

    def __init__(self, connection: Connection, seal: Seal, *, number: int) -> None:
        """``connection`` has begun, and ends with the block that opened it."""
        self._connection = connection
        self._seal = seal
        self._changed = {"changed": number}

    def badge(self, badge_id: str) -> Kept | None:
        """One badge."""
        return self._one(select(BADGES).where(BADGES.c.id == badge_id))

    def badge_of(self, content: str) -> Kept | None:
        """The badge with this content."""
        mark = badge_mark(content, self._seal)
        return self._one(select(BADGES).where(BADGES.c.content == mark))

    def insert(self, kept: Kept, original: bytes) -> None:
        """Keep a new badge."""
        seal = self._seal
        self._connection.execute(insert(BADGES).values(badge_columns(kept, seal) | self._changed))
        columns = original_columns(kept.id, original, seal)
        self._connection.execute(insert(ORIGINALS).values(columns))

    def update(self, kept: Kept) -> None:
        """Keep what has changed."""
        columns = badge_columns(kept, self._seal) | self._changed
        self._connection.execute(update(BADGES).where(BADGES.c.id == kept.id).values(columns))

    def erase(self, badge_id: str) -> None:
        """Let go of a badge."""
        self._connection.execute(delete(ORIGINALS).where(ORIGINALS.c.badge_id == badge_id))
        self._connection.execute(delete(BADGES).where(BADGES.c.id == badge_id))
        overviews.forget(self._connection)

    def award_places(self, list_url: str) -> frozenset[int]:
        """The places given in one list."""
        mark = award_list(list_url, self._seal)
        rows = self._connection.execute(
            select(AWARDS.c.id, AWARDS.c.record).where(AWARDS.c.list == mark)
        )
        return frozenset(award_from(row.id, bytes(row.record), self._seal).index for row in rows)

    def award(self, credential_id: str) -> AwardLine | None:
        """One award."""
        name = award_id(credential_id, self._seal)
        found = self._connection.execute(select(AWARDS.c.record).where(AWARDS.c.id == name))
        resting = found.scalar()
        return None if resting is None else award_from(name, bytes(resting), self._seal)

    def insert_award(self, line: AwardLine) -> None:
        """Note an award."""
        self._connection.execute(insert(AWARDS).values(award_columns(line, self._seal)))

    def update_award(self, line: AwardLine) -> None:
        """Note what became of it."""
        columns = award_columns(line, self._seal)
        self._connection.execute(update(AWARDS).where(AWARDS.c.id == columns["id"]).values(columns))

    def secrets(self) -> Record:
        """What only this space may know."""
        return _secrets_in(self._connection, self._seal)

    def keep_secrets(self, secrets: Record) -> None:
        """Keep what only this space may know."""
        resting = secrets_resting(secrets, self._seal)
        self._connection.execute(update(LOCKS).values(secrets=resting))

    def _one(self, query: Select[tuple[str, str, bytes]]) -> Kept | None:
        row = self._connection.execute(query).first()
        return None if row is None else badge_from(row.id, bytes(row.record), self._seal)


def _badge(row: Row[Any, Any], seal: Seal) -> Kept:
    try:
        return badge_from(row.id, bytes(row.record), seal)
    except VaultDamaged as error:
        raise RecordDamaged(badge=row.id) from error


def _lock_in(connection: Connection) -> bytes | None:
    """The lock, whatever version the vault is of; the first had none."""
    if not inspect(connection).has_table(LOCKS.name):
        return None
    found = connection.execute(select(LOCKS.c.lock)).scalar()
    return None if found is None else bytes(found)


def _secrets_in(connection: Connection, seal: Seal) -> Record:
    found = connection.execute(select(LOCKS.c.secrets)).scalar_one()
    return secrets_from(bytes(found), seal)


def _check_key(seal: Seal, row: Row[Any, Any]) -> None:
    """Refuse a key beside the space that is another's."""
    if seal.key_id != row.key_id:
        raise SpaceUnusable(why="key")


def _sealed_anew(connection: Connection, old: Seal, new: Seal) -> None:
    """Open every row with one key and close it with another, a few at a time."""
    ids = connection.execute(select(BADGES.c.id)).scalars().all()
    for some in _in_portions(ids):
        query = select(BADGES.c.id, BADGES.c.record).where(BADGES.c.id.in_(some))
        badges = [
            badge_columns(badge_from(row.id, bytes(row.record), old), new)
            for row in connection.execute(query).all()
        ]
        _put_back(connection, BADGES, "id", badges)
        mine = ORIGINALS.c.badge_id.in_(some)
        originals = [
            original_columns(badge_id, original_from(badge_id, bytes(received), old), new)
            for badge_id, received in connection.execute(select(ORIGINALS).where(mine)).all()
        ]
        _put_back(connection, ORIGINALS, "badge_id", originals)
    for row in connection.execute(select(AWARDS.c.id, AWARDS.c.record)).all():
        columns = award_columns(award_from(row.id, bytes(row.record), old), new)
        connection.execute(update(AWARDS).where(AWARDS.c.id == row.id).values(columns))


def _put_back(connection: Connection, table: Table, name: str, rows: list[dict[str, Any]]) -> None:
    """Write rows in the place of those of the same name."""
    if rows:
        columns: dict[str, Any] = {
            column: bindparam(f"new_{column}") for column in rows[0] if column != name
        }
        query = update(table).where(table.c[name] == bindparam(f"new_{name}")).values(columns)
        connection.execute(query, [{f"new_{key}": row[key] for key in row} for row in rows])


def _in_portions(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), PORTION):
        yield ids[start : start + PORTION]
