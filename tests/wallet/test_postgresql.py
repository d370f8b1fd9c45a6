"""On PostgreSQL a space is locked, copied and erased as in a file; only its address differs."""

import re
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from tests.wallet.carnets import CATALOGUE, a_document, keep
from tests.wallet.people import typing
from tests.wallet.vaults import CHEAP, PHRASE
from wallet.errors import SpaceLocked, SpaceUnusable, VaultDamaged, VaultUnavailable, WrongPhrase
from wallet.spaces import erase_space, lock_of_space, open_space

OTHER = "girafe moulin raquette sable toboggan zenith"
CANARY = "Kanarienvogel"


@pytest.fixture
def database(postgresql):
    return postgresql()


@pytest.fixture
def amina(database, tmp_path):
    """A space with two badges that bear a canary, open."""
    space = open_space(tmp_path / "amina", database=database)
    for number, badge in enumerate(("b01", "b04")):
        document = a_document(badge, number=number, name=f"{CANARY} {badge}")
        keep(space.wallet(CATALOGUE), document, name=f"{CANARY}.json")
    yield space
    space.close()


def sql(database, statement):
    engine = create_engine(database)
    with engine.begin() as connection:
        found = connection.execute(text(statement))
        rows = found.all() if found.returns_rows else []
    engine.dispose()
    return rows


def test_the_folder_keeps_no_badge(amina):
    assert [path.name for path in amina.folder.iterdir()] == ["space.key"]


def test_a_space_is_locked_under_a_phrase(amina, database):
    before = amina.vault.badges()
    assert lock_of_space(amina.folder, database=database) is None

    amina.protect(PHRASE, cost=CHEAP)

    assert lock_of_space(amina.folder, database=database) is not None
    assert list(amina.folder.iterdir()) == []
    with pytest.raises(SpaceLocked):
        open_space(amina.folder, database=database)
    with pytest.raises(WrongPhrase):
        open_space(amina.folder, database=database, phrase=OTHER)
    again = open_space(amina.folder, database=database, phrase=PHRASE)
    assert again.vault.badges() == before
    assert again.did == amina.did
    again.close()


def test_another_phrase_locks_out_who_had_it_open(amina, database):
    amina.protect(PHRASE, cost=CHEAP)
    other = open_space(amina.folder, database=database, phrase=PHRASE)

    amina.change_phrase(OTHER, old=PHRASE, cost=CHEAP)

    with pytest.raises(SpaceLocked):
        other.vault.badges()
    with pytest.raises(SpaceLocked):
        keep(other.wallet(CATALOGUE), a_document("b02", number=9))
    assert len(amina.vault.badges()) == 2
    other.close()


def test_nothing_in_the_server_says_anything(amina, database):
    secret = [amina.key.seed, amina.vault.key]
    amina.protect(PHRASE, cost=CHEAP)
    secret += [amina.vault.key]
    told = [CANARY.encode(), amina.did.encode(), *secret, *(one.hex().encode() for one in secret)]

    folder = create_engine(database).url.query["host"]
    sql(database, "CHECKPOINT")
    # The whole server: tables, write-ahead log, its own log, temporary files.
    files = [path for path in Path(folder).rglob("*") if path.is_file()]
    read = b"".join(path.read_bytes() for path in files)

    assert len(read) > 1_000_000
    assert [one for one in told if one in read] == []


def test_records_in_the_place_of_others_are_refused(amina, database):
    sql(
        database,
        "UPDATE originals SET received = (SELECT o.received FROM originals o"
        " WHERE o.badge_id <> originals.badge_id)",
    )

    with pytest.raises(VaultDamaged):
        amina.vault.original(amina.vault.badges()[0].id)


def test_a_folder_with_another_key_does_not_open_it(amina, database, tmp_path):
    with pytest.raises(SpaceUnusable):
        open_space(tmp_path / "other", database=database)


@pytest.mark.parametrize(
    "address",
    [
        "postgresql+psycopg://nobody@/none?host=/nowhere",
        "mysql://nobody@localhost/none",
        "no address at all",
    ],
)
def test_an_address_that_leads_nowhere_says_so(address, tmp_path):
    with pytest.raises(VaultUnavailable):
        open_space(tmp_path / "amina", database=address)


def test_what_was_erased_leaves_its_tables(amina, database):
    gone = amina.vault.badges()[0]
    amina.wallet(CATALOGUE).erase(gone.id)
    assert amina.vault.tidy()

    assert [one.id for one in sql(database, "SELECT id FROM badges")] == [
        amina.vault.badges()[0].id
    ]
    amina.close()
    erase_space(amina.folder, database=database)
    assert sql(database, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'") == []
    assert not amina.folder.exists()


def test_two_spaces_may_share_a_database_each_in_its_schema(database, tmp_path):
    spaces = []
    for name, badge in (("amina", "b01"), ("karim", "b05")):
        sql(database, f"CREATE SCHEMA {name}")
        mine = f"{database}&options=-csearch_path%3D{name}"
        spaces.append(open_space(tmp_path / name, database=mine))
        keep(spaces[-1].wallet(CATALOGUE), a_document(badge))

    found = [[one.badge_id for one in space.wallet(CATALOGUE).holdings()] for space in spaces]

    assert found == [["b01"], ["b05"]]
    for space in spaces:
        space.close()


@pytest.mark.slow
def test_the_command_keeps_badges_at_an_address(region, today, database, tmp_path):
    phrase = tmp_path / "phrase"
    phrase.write_text(PHRASE)
    given = {"vault": database, "phrase-file": phrase}
    bare = typing(tmp_path / "a", at=today, registry=region.folder, vault=database)
    assert bare("import", region.folder / "badges" / "amina-ordinateur.png").status == 0
    assert bare("protect", "--phrase-file", phrase, "--json").answer["protected"] is True
    type_ = typing(tmp_path / "a", at=today, registry=region.folder, **given)

    copy = tmp_path / "carnet.copie"
    assert type_("backup", copy, "--rehearse", "--json").answer["whole"] is True
    in_a_file = typing(tmp_path / "b", at=today)
    assert in_a_file("restore", copy, "--phrase-file", phrase, "--json").answer["added"] == 1
    assert type_("erase", "--yes", "--json").status == 0
    assert bare("list", "--json").answers == []


@pytest.mark.slow
def test_what_is_noted_and_recovered_rests_at_an_address_too(region, today, database, tmp_path):
    around = {"at": today, "registry": region.folder, "replay": region.bundle, "vault": database}
    first, second = tmp_path / "phrase", tmp_path / "other"
    first.write_text(PHRASE)
    second.write_text(OTHER)
    bare = typing(tmp_path / "a", **around)
    bare("import", region.folder / "badges" / "kevin-tablette-retire.png")
    assert bare("protect", "--phrase-file", first).status == 0
    type_ = typing(tmp_path / "a", **around, **{"phrase-file": first})

    assert type_("note", "b01", f"{CANARY}, le mardi", "--json").status == 0
    assert type_("town", "Clairval-sur-Ornaize", "--json").status == 0
    (notice,) = type_("notices", "--json").answers
    assert type_("notices", "--read", notice["id"]).status == 0
    assert type_("notices", "--json").answers == []
    before = type_("did", "--json").answer
    assert type_("rotate-key", "--json").status == 0
    assert type_("did", "--json").answer != before
    assert type_("recovery-card", tmp_path / "card.html", "--json").answer["card"] is True

    card = (tmp_path / "card.html").read_text(encoding="utf-8")
    (tmp_path / "words").write_text(" ".join(re.findall(r"</small> ([a-z]+)</td>", card)))
    again = ("recover", "--card-file", tmp_path / "words", "--new-phrase-file", second, "--json")
    assert bare(*again).answer == {"recovered": True, "badges": 1}

    type_ = typing(tmp_path / "a", **around, **{"phrase-file": second})
    assert type_("town", "--json").answer["town"] == "Clairval-sur-Ornaize"
    assert CANARY in type_("path").out
    assert type_("notices", "--json").answers == []
    tables = sql(database, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    for (table,) in tables:
        assert CANARY not in str(sql(database, f"SELECT * FROM {table}"))
    assert not any(tmp_path.glob("a/vault*"))
