"""
The tables of a vault, as they are after the last migration.

Plain columns hold random identifiers and marks made with the key of the space
(``sealing``); all that speaks of a person is inside the sealed ones.
"""

from sqlalchemy import (
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

HEAD = "0004"
"""The last migration; one test compares it, and what it makes, with this module."""

METADATA = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)

LOCKS = Table(
    "locks",
    METADATA,
    # One row, at most: a database is one space.
    Column("id", Integer, primary_key=True, autoincrement=False),
    # Programs that have opened the space before its key changed see that it did.
    Column("key_id", String(32), nullable=False),
    # The key of the space under a phrase; without one, the key is in the folder.
    Column("lock", LargeBinary),
    Column("secrets", LargeBinary, nullable=False),
    # One more with each write: what was read stays true as long as it is the same.
    Column("writes", Integer, nullable=False, server_default="0"),
)
THE_LOCK = 1

BADGES = Table(
    "badges",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("content", String(64), nullable=False, unique=True),
    Column("record", LargeBinary, nullable=False),
    # The write that changed it last: what an overview lacks.
    Column("changed", Integer, nullable=False, server_default="0", index=True),
)

OVERVIEWS = Table(
    "overviews",
    METADATA,
    # One row, at most; without it everything is read from the badges.
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("upto", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),
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
    Column("id", String(64), primary_key=True),
    Column("list", String(64), nullable=False, index=True),
    # Two desks of one space never give the same place, even at the same instant.
    Column("place", String(64), nullable=False),
    Column("record", LargeBinary, nullable=False),
    UniqueConstraint("place"),
)
