"""Migrating: a vault of the first version, which rested bare, is sealed at its first opening."""

import json
import sqlite3
from datetime import UTC, datetime

import pytest

from tests.wallet.vaults import KEY, a_vault
from wallet.errors import SpaceLocked
from wallet.vault import open_vault
from wallet.vault.tables import HEAD

CANARY = "Kanarienvogel"
RECORD = {"name": f"{CANARY}.json", "recipients": [f"{CANARY}@example.org"]}
FIRST_VERSION = (
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)",
    "INSERT INTO alembic_version VALUES ('0001')",
    (
        "CREATE TABLE badges (id VARCHAR(32) NOT NULL, content VARCHAR(64) NOT NULL,"
        " received_at DATETIME NOT NULL, seen_at DATETIME, removed_at DATETIME,"
        " record BLOB NOT NULL, CONSTRAINT pk_badges PRIMARY KEY (id),"
        " CONSTRAINT uq_badges_content UNIQUE (content))"
    ),
    (
        "CREATE TABLE originals (badge_id VARCHAR(32) NOT NULL, received BLOB NOT NULL,"
        " CONSTRAINT pk_originals PRIMARY KEY (badge_id),"
        " CONSTRAINT fk_originals_badge_id FOREIGN KEY (badge_id) REFERENCES badges (id))"
    ),
    (
        "CREATE TABLE awards (credential_id VARCHAR(512) NOT NULL, list_url VARCHAR(2048) NOT NULL,"
        " place INTEGER NOT NULL, awarded_at DATETIME NOT NULL, record BLOB NOT NULL,"
        " CONSTRAINT pk_awards PRIMARY KEY (credential_id),"
        " CONSTRAINT uq_awards_list_url UNIQUE (list_url, place))"
    ),
)


@pytest.fixture
def first(tmp_path):
    """A vault as the first version left it, with 40 badges and two awards."""
    file = tmp_path / "vault.sqlite"
    connection = sqlite3.connect(file)
    for statement in FIRST_VERSION:
        connection.execute(statement)
    record = json.dumps(RECORD, ensure_ascii=False).encode()
    for number in range(40):
        day, seen = f"2026-11-{1 + number % 28:02} 09:00:00.{number:06}", None
        if number == 1:
            seen = "2026-11-30 10:00:00.000000"
        row = (f"{number:012x}", f"{number:064x}", day, seen, seen, record)
        connection.execute("INSERT INTO badges VALUES (?, ?, ?, ?, ?, ?)", row)
        received = f"{CANARY} {number}".encode() * 100
        connection.execute("INSERT INTO originals VALUES (?, ?)", (row[0], received))
    for place in (3, 5):
        row = (f"urn:{CANARY}:{place}", f"https://{CANARY}", place, "2026-11-02 08:00:00", record)
        connection.execute("INSERT INTO awards VALUES (?, ?, ?, ?, ?)", row)
    connection.commit()
    connection.close()
    assert CANARY.encode() in file.read_bytes()
    return file


def test_everything_comes_along(first):
    vault = a_vault(first)
    badges, awards = vault.badges(), vault.awards()

    assert len(badges) == 40
    assert {one.content for one in badges} == {f"{number:064x}" for number in range(40)}
    assert all(one.record == RECORD for one in badges)
    shown = next(one for one in badges if one.id == f"{1:012x}")
    assert shown.received_at == datetime(2026, 11, 2, 9, 0, 0, 1, tzinfo=UTC)
    assert shown.seen_at == shown.removed_at == datetime(2026, 11, 30, 10, tzinfo=UTC)
    assert vault.original(f"{7:012x}") == f"{CANARY} 7".encode() * 100
    assert [(one.list_url, one.index, one.record) for one in awards] == [
        (f"https://{CANARY}", 3, RECORD),
        (f"https://{CANARY}", 5, RECORD),
    ]
    vault.close()


def test_nothing_is_left_bare_in_the_file(first):
    vault = a_vault(first)
    while_open = [path.read_bytes() for path in first.parent.iterdir()]
    vault.close()

    left = [*while_open, *(path.read_bytes() for path in first.parent.iterdir())]
    assert [found for found in left if CANARY.encode() in found or KEY in found] == []


def test_it_happens_once(first):
    a_vault(first).close()
    a_vault(first).close()

    connection = sqlite3.connect(first)
    assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(HEAD,)]
    assert connection.execute("SELECT count(*) FROM badges").fetchone() == (40,)
    connection.close()


def test_a_key_that_cannot_be_had_leaves_it_as_it_was(first):
    before = first.read_bytes()

    def no_key(_lock):
        raise SpaceLocked

    with pytest.raises(SpaceLocked):
        open_vault(first, no_key)

    connection = sqlite3.connect(first)
    assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [("0001",)]
    assert connection.execute("SELECT count(*) FROM badges").fetchone() == (40,)
    connection.close()
    assert CANARY.encode() in before
