"""
The compiled answers at rest: SQLite tables made once, then only read.

Instants are microseconds since 1970 in UTC, so that two of them compare as numbers;
no end is ``NULL``.  A star stands for every badge.
"""

from datetime import UTC, datetime, timedelta

EVERY_BADGE = "*"

SCHEMA = """
CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE partner (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL, slug TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
    kind TEXT NOT NULL, contact TEXT, url TEXT, assurance TEXT NOT NULL, entity TEXT NOT NULL,
    since INTEGER, until INTEGER, signed_until INTEGER, place TEXT
);
CREATE TABLE identifier (id TEXT PRIMARY KEY, partner INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE granted (
    partner INTEGER NOT NULL, role TEXT NOT NULL, badge TEXT NOT NULL,
    since INTEGER NOT NULL, until INTEGER
);
CREATE INDEX granted_to ON granted (partner, role);
CREATE TABLE awarder (
    method TEXT NOT NULL, did TEXT NOT NULL, partner INTEGER NOT NULL, badge TEXT NOT NULL,
    since INTEGER NOT NULL, until INTEGER, reason TEXT
);
CREATE INDEX awarder_of ON awarder (did, method);
CREATE TABLE achievement (
    address TEXT NOT NULL, issuer TEXT NOT NULL, badge TEXT NOT NULL, place INTEGER NOT NULL
);
CREATE INDEX achievement_at ON achievement (address);
CREATE TABLE pathway (badge TEXT NOT NULL, address TEXT NOT NULL);
CREATE INDEX pathway_of ON pathway (badge);
CREATE TABLE recognition (
    subject TEXT NOT NULL, partner INTEGER NOT NULL, since INTEGER, until INTEGER
);
CREATE INDEX recognition_of ON recognition (subject);
CREATE TABLE listed (
    url TEXT PRIMARY KEY, path TEXT NOT NULL, sha256 TEXT NOT NULL, length INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE did (did TEXT PRIMARY KEY, document TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE look (skeleton TEXT NOT NULL, partner INTEGER NOT NULL);
CREATE TABLE blocked (slug TEXT PRIMARY KEY, code TEXT NOT NULL) WITHOUT ROWID;
"""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TICK = timedelta(microseconds=1)


def ticks(moment: datetime) -> int:
    """An aware instant as the tables keep it."""
    return (moment - _EPOCH) // _TICK


def ticks_or_none(moment: datetime | None) -> int | None:
    """The same; ``None`` stays ``None``: no end, or no date."""
    return None if moment is None else ticks(moment)


def moment_of(count: int | None) -> datetime | None:
    """The way back, in UTC."""
    return None if count is None else _EPOCH + count * _TICK
