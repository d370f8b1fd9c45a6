"""The tables of a vault, as they are after the last migration."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    TypeDecorator,
    UniqueConstraint,
)

HEAD = "0001"
"""The last migration; one test compares it, and what it makes, with this module."""


class Instant(TypeDecorator[datetime]):
    """An aware instant in UTC, also where the database keeps no offset (SQLite)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Write in UTC; a naive instant is a mistake of the program."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(value)
        return value.astimezone(UTC)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """Read as UTC."""
        if value is None:
            return None
        instant: datetime = value
        return instant.replace(tzinfo=UTC) if instant.tzinfo is None else instant.astimezone(UTC)


METADATA = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
    }
)

BADGES = Table(
    "badges",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("content", String(64), nullable=False, unique=True),
    Column("received_at", Instant, nullable=False),
    Column("seen_at", Instant),
    Column("removed_at", Instant),
    Column("record", LargeBinary, nullable=False),
)

ORIGINALS = Table(
    "originals",
    METADATA,
    # Apart, because a record is rewritten at each check and these bytes never are.
    Column("badge_id", ForeignKey(BADGES.c.id), primary_key=True),
    Column("received", LargeBinary, nullable=False),
)

AWARDS = Table(
    "awards",
    METADATA,
    Column("credential_id", String(512), primary_key=True),
    Column("list_url", String(2048), nullable=False),
    Column("place", Integer, nullable=False),
    Column("awarded_at", Instant, nullable=False),
    Column("record", LargeBinary, nullable=False),
    # Two desks of one space never give the same place, even at the same instant.
    UniqueConstraint("list_url", "place"),
)
