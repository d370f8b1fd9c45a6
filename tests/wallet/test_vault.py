"""The vault: what was received rests there unchanged, and two writers lose nothing."""

import multiprocessing
import sqlite3
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, text

from tests.wallet.vaults import a_vault
from wallet.errors import HoldingUnknown, VaultBusy, VaultConflict, VaultDamaged, VaultNewer
from wallet.vault import AwardLine, Kept, Vault, engines
from wallet.vault.tables import HEAD, METADATA

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
LIST = "https://registre.example/p/ml-dijon/status/1"


def a_file(folder: Path) -> Path:
    return folder / "vault.sqlite"


@pytest.fixture
def vault(place):
    vault = a_vault(place)
    yield vault
    vault.close()


@pytest.fixture
def in_a_file(tmp_path):
    vault = a_vault(a_file(tmp_path))
    yield vault
    vault.close()


def kept(number: int, **changes) -> Kept:
    fields = {
        "id": f"{number:012x}",
        "content": f"{number:064x}",
        "received_at": NOON + timedelta(seconds=number),
        "record": {"name": f"badge {number} é.png", "recipients": []},
    }
    return Kept(**{**fields, **changes})


def an_award(number: int, *, index: int) -> AwardLine:
    return AwardLine(
        credential_id=f"urn:uuid:{number}",
        list_url=LIST,
        index=index,
        awarded_at=NOON,
        record={"badge": "b04"},
    )


def keep(vault: Vault, badge: Kept, original: bytes = b"badge") -> None:
    with vault.writing() as write:
        write.insert(badge, original)


def test_what_is_kept_comes_back_byte_for_byte(vault):
    received = bytes(range(256)) * 41

    keep(vault, kept(1), received)

    assert vault.badges() == (kept(1),)
    assert vault.original(kept(1).id) == received


def test_instants_come_back_aware_and_in_utc(vault):
    paris = timezone(timedelta(hours=1))
    keep(vault, kept(1, received_at=NOON.astimezone(paris), seen_at=NOON))

    (found,) = vault.badges()

    assert (found.received_at, found.received_at.tzinfo) == (NOON, UTC)
    assert found.seen_at == NOON


def test_an_instant_without_offset_is_a_mistake_of_the_program(vault):
    with pytest.raises(Exception, match="2026"):
        keep(vault, kept(1, received_at=NOON.replace(tzinfo=None)))

    assert vault.badges() == ()


def test_badges_stand_in_the_order_received(vault):
    for number in (3, 1, 2):
        keep(vault, kept(number))

    assert [one.id for one in vault.badges()] == [kept(n).id for n in (1, 2, 3)]


def test_a_write_that_fails_leaves_nothing_behind(vault):
    def half_a_write() -> None:
        with vault.writing() as write:
            write.insert(kept(1), b"badge")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half_a_write()

    assert vault.badges() == ()


def test_one_content_rests_once(vault):
    keep(vault, kept(1))

    with pytest.raises(VaultConflict), vault.writing() as write:
        write.insert(kept(2, content=kept(1).content), b"badge")

    assert len(vault.badges()) == 1


def test_an_original_that_is_not_there_says_so(vault):
    with pytest.raises(HoldingUnknown):
        vault.original("0")


def test_one_place_of_a_list_is_given_once(vault):
    with vault.writing() as write:
        write.insert_award(an_award(1, index=7))
        assert write.award_places(LIST) == {7}

    with pytest.raises(VaultConflict), vault.writing() as write:
        write.insert_award(an_award(2, index=7))

    assert vault.awards() == (an_award(1, index=7),)


def test_the_file_is_written_through_and_what_is_erased_is_overwritten(in_a_file):
    with in_a_file._engine.connect() as connection:
        said = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "secure_delete", "busy_timeout")
        }

    assert said == {
        "journal_mode": "wal",
        "synchronous": 2,
        "secure_delete": 1,
        "busy_timeout": 10_000,
    }


def test_the_migrations_make_the_tables_of_the_program(place):
    a_vault(place).close()

    engine = engines.open_engine(place)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert context.get_current_revision() == HEAD
        assert compare_metadata(context, METADATA) == []
    engine.dispose()


def test_a_vault_written_by_a_later_program_is_left_alone(tmp_path):
    a_vault(a_file(tmp_path)).close()
    engine = create_engine(f"sqlite:///{a_file(tmp_path)}")
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()

    with pytest.raises(VaultNewer) as raised:
        a_vault(a_file(tmp_path))

    assert raised.value.facts == {"revision": "9999"}


def test_a_file_that_is_no_vault_is_left_alone(tmp_path):
    file = tmp_path / "vault.sqlite"
    file.write_bytes(b"what the person wrote " * 100)

    with pytest.raises(VaultDamaged):
        a_vault(a_file(tmp_path))

    assert file.read_bytes() == b"what the person wrote " * 100


def test_a_writer_that_never_ends_is_told_of(tmp_path, monkeypatch):
    monkeypatch.setattr(engines, "PRAGMAS", ("PRAGMA busy_timeout = 10",))
    vault = a_vault(a_file(tmp_path))
    other = sqlite3.connect(tmp_path / "vault.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(VaultBusy):
        keep(vault, kept(1))

    other.execute("ROLLBACK")
    other.close()
    keep(vault, kept(1))
    assert len(vault.badges()) == 1
    vault.close()


def _write_many(place, numbers, start) -> None:
    start.wait()
    vault = a_vault(place)
    for number in numbers:
        keep(vault, kept(number), b"%d" % number)
        with vault.writing() as write:
            shared = write.badge(kept(0).id)
            count = shared.record["count"] + 1
            write.update(kept(0, record={"count": count}))
    vault.close()


@pytest.mark.slow
def test_two_programs_that_write_at_once_lose_nothing(place, portion):
    vault = a_vault(place)
    keep(vault, kept(0, record={"count": 0}))
    spawn = multiprocessing.get_context("spawn")
    start = spawn.Barrier(2)
    # Two writes for each number: 2 000 in all, a tenth of them in `make test`.
    numbers = (
        [1000 + one for one in portion(range(500))],
        [2000 + one for one in portion(range(500))],
    )
    writers = [spawn.Process(target=_write_many, args=(place, n, start)) for n in numbers]

    for writer in writers:
        writer.start()
    seen = []
    while any(writer.is_alive() for writer in writers):
        seen.append(len(vault.badges()))
        writers[0].join(0.05)
    for writer in writers:
        writer.join(60)

    assert [writer.exitcode for writer in writers] == [0, 0]
    written = [*numbers[0], *numbers[1]]
    badges = vault.badges()
    assert badges[0].record == {"count": len(written)}
    assert {vault.original(one.id) for one in badges[1:]} == {b"%d" % n for n in written}
    assert seen == sorted(seen)
    assert seen[0] < len(badges)
    vault.close()


def _open(place, start) -> None:
    start.wait()
    a_vault(place).close()


def test_two_programs_that_come_first_at_once_make_one_vault(place):
    spawn = multiprocessing.get_context("spawn")
    start = spawn.Barrier(3)
    openers = [spawn.Process(target=_open, args=(place, start)) for _ in range(3)]

    for opener in openers:
        opener.start()
    for opener in openers:
        opener.join(60)

    assert [opener.exitcode for opener in openers] == [0, 0, 0]
