"""Protecting: without the phrase nothing can be read, moved or weakened; with it, all is there."""

import sqlite3
from pathlib import Path

import pytest

from tests.wallet.carnets import CATALOGUE, a_document, keep
from tests.wallet.vaults import CHEAP, PHRASE
from wallet.errors import (
    AlreadyProtected,
    LockRefused,
    NotProtected,
    PhraseTooShort,
    SpaceLocked,
    SpaceUnusable,
    VaultDamaged,
    WrongPhrase,
)
from wallet.spaces import lock_of_space, open_space
from wallet.vault import AwardLine

OTHER = "girafe moulin raquette sable toboggan zenith"
CANARY = "Kanarienvogel"
LIST = f"https://registre.example/p/{CANARY}/status/1.json"


@pytest.fixture
def amina(tmp_path):
    """A folder with two badges and an award that bear a canary; closed."""
    space = open_space(tmp_path / "amina")
    wallet = space.wallet(CATALOGUE)
    for number, badge in enumerate(("b01", "b04")):
        document = a_document(badge, number=number, name=f"{CANARY} {badge}")
        document["credentialSubject"]["narrative"] = f"Bravo {CANARY}"
        keep(wallet, document, name=f"{CANARY}.json")
    with space.vault.writing() as write:
        write.insert_award(
            AwardLine(
                credential_id=f"urn:{CANARY}",
                list_url=LIST,
                index=7,
                awarded_at=space.vault.badges()[0].received_at,
                record={"badge": "b04", "reason": CANARY},
            )
        )
    space.close()
    return tmp_path / "amina"


@pytest.fixture
def protected(amina):
    space = open_space(amina)
    space.protect(PHRASE, cost=CHEAP)
    space.close()
    return amina


def contents(folder: Path):
    """All that a folder holds, and what everything is called."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return b"".join(path.name.encode() + path.read_bytes() for path in files)


def all_that_is_held(space):
    vault = space.vault
    badges = vault.badges()
    return badges, [vault.original(one.id) for one in badges], vault.awards(), space.did


def sql(folder, *statements):
    connection = sqlite3.connect(folder / "vault.sqlite", isolation_level=None)
    found = [connection.execute(*one).fetchall() for one in statements]
    connection.close()
    return found


def test_protecting_changes_nothing_that_is_held(amina):
    space = open_space(amina)
    before = all_that_is_held(space)

    space.protect(PHRASE, cost=CHEAP)
    assert space.protected
    assert all_that_is_held(space) == before
    space.close()

    again = open_space(amina, phrase=PHRASE)
    assert all_that_is_held(again) == before
    again.close()


@pytest.mark.parametrize("typed", ["CANARD bougie-violon tartine, nuage falaise", PHRASE + "\n"])
def test_the_phrase_is_taken_as_people_type_it(protected, typed):
    open_space(protected, phrase=typed).close()


def test_a_space_that_is_not_protected_says_so_and_keeps_its_key_beside(amina):
    assert lock_of_space(amina) is None
    assert (amina / "space.key").is_file()


def test_without_the_phrase_it_stays_shut(protected):
    with pytest.raises(SpaceLocked):
        open_space(protected)
    with pytest.raises(WrongPhrase):
        open_space(protected, phrase=OTHER)
    with pytest.raises(WrongPhrase):
        open_space(protected, phrase="")

    assert lock_of_space(protected) is not None
    assert not (protected / "space.key").exists()


def test_nothing_in_the_folder_says_anything(amina):
    space = open_space(amina)
    told = [CANARY, space.did, LIST, *(one.content for one in space.vault.badges())]
    secret = [space.key.seed, space.vault.key, space.key.seed.hex().encode()]
    space.protect(PHRASE, cost=CHEAP)
    secret += [space.vault.key, *PHRASE.encode().split()]

    while_open = contents(amina)
    space.close()

    for found in (while_open, contents(amina)):
        assert [one for one in told if one.encode() in found] == []
        assert [one for one in secret if one in found] == []


def test_what_rests_before_protection_is_sealed_too(amina):
    assert CANARY.encode() not in contents(amina)


def test_a_phrase_that_could_be_guessed_protects_nothing(amina):
    space = open_space(amina)
    with pytest.raises(PhraseTooShort):
        space.protect("1234", cost=CHEAP)
    assert not space.protected
    space.close()


def test_protecting_twice_is_refused(protected):
    space = open_space(protected, phrase=PHRASE)
    with pytest.raises(AlreadyProtected):
        space.protect(OTHER, cost=CHEAP)
    space.close()


def test_another_phrase_takes_the_place_of_the_first(protected):
    space = open_space(protected, phrase=PHRASE)
    before, key = all_that_is_held(space), space.vault.key
    space.change_phrase(OTHER, old=PHRASE, cost=CHEAP)
    assert space.vault.key != key
    space.close()

    with pytest.raises(WrongPhrase):
        open_space(protected, phrase=PHRASE)
    again = open_space(protected, phrase=OTHER)
    assert all_that_is_held(again) == before
    again.close()


def test_the_phrase_is_changed_only_by_those_who_know_it(protected):
    space = open_space(protected, phrase=PHRASE)
    with pytest.raises(WrongPhrase):
        space.change_phrase(OTHER, old=OTHER, cost=CHEAP)
    with pytest.raises(PhraseTooShort):
        space.change_phrase("1234", old=PHRASE, cost=CHEAP)
    space.close()

    open_space(protected, phrase=PHRASE).close()


def test_there_is_no_phrase_to_change_in_a_space_without_one(amina):
    space = open_space(amina)
    with pytest.raises(NotProtected):
        space.change_phrase(OTHER, old=PHRASE, cost=CHEAP)
    space.close()


def test_a_program_that_had_it_open_is_locked_out_and_writes_nothing(amina):
    one, other = open_space(amina), open_space(amina)
    assert len(other.vault.badges()) == 2

    one.protect(PHRASE, cost=CHEAP)

    for act in (other.vault.badges, other.vault.awards, other.vault.secrets):
        with pytest.raises(SpaceLocked):
            act()
    with pytest.raises(SpaceLocked):
        keep(other.wallet(CATALOGUE), a_document("b02", number=9))
    assert len(one.vault.badges()) == 2
    one.close()
    other.close()


def test_a_locked_space_answers_nothing_more(protected):
    space = open_space(protected, phrase=PHRASE)
    space.lock()

    for act in (space.vault.badges, space.vault.secrets, lambda: space.vault.key):
        with pytest.raises(SpaceLocked):
            act()


def test_a_protected_space_of_an_earlier_version_asks_for_its_phrase_first(protected):
    sql(
        protected,
        ("DROP TABLE overviews",),
        ("DROP INDEX ix_badges_changed",),
        ("ALTER TABLE badges DROP COLUMN changed",),
        ("ALTER TABLE locks DROP COLUMN writes",),
        ("UPDATE alembic_version SET version_num = '0002'",),
    )

    assert lock_of_space(protected) is not None
    with pytest.raises(SpaceLocked):
        open_space(protected)
    with pytest.raises(WrongPhrase):
        open_space(protected, phrase=OTHER)
    space = open_space(protected, phrase=PHRASE)
    assert len(space.vault.badges()) == 2
    assert not (protected / "space.key").exists()
    space.close()


def test_what_another_program_writes_is_seen_at_once(protected):
    one, other = (open_space(protected, phrase=PHRASE) for _ in range(2))
    wallets = one.wallet(CATALOGUE), other.wallet(CATALOGUE)
    assert [len(wallet.holdings()) for wallet in wallets] == [2, 2]

    added = keep(wallets[0], a_document("b02", number=9))
    assert [len(wallet.holdings()) for wallet in wallets] == [3, 3]
    wallets[1].erase(added.id)
    assert [len(wallet.holdings()) for wallet in wallets] == [2, 2]
    one.close()
    other.close()


# ---------------------------------------------------------------- somebody at the files


def test_a_lock_that_was_taken_away_is_noticed(protected):
    sql(protected, ("UPDATE locks SET lock = NULL",))

    with pytest.raises(NotProtected):
        open_space(protected, phrase=PHRASE)
    with pytest.raises(SpaceUnusable) as raised:
        open_space(protected)
    assert raised.value.facts == {"why": "key"}


def test_a_lock_of_which_somebody_knows_the_phrase_opens_nothing(protected, tmp_path):
    stranger = open_space(tmp_path / "stranger")
    stranger.protect(OTHER, cost=CHEAP)
    theirs = stranger.vault.lock
    stranger.close()
    sql(protected, ("UPDATE locks SET lock = ?", (theirs,)))

    with pytest.raises(SpaceUnusable):
        open_space(protected, phrase=OTHER)
    with pytest.raises(WrongPhrase):
        open_space(protected, phrase=PHRASE)


def test_a_crafted_lock_in_the_vault_is_refused(protected):
    sql(protected, ("UPDATE locks SET lock = ?", (b"BADGELCK\x01\x01" + b"\xff" * 96,)))

    with pytest.raises(LockRefused):
        open_space(protected, phrase=PHRASE)


def test_no_lock_at_all_is_damage_and_not_a_new_space(protected):
    sql(protected, ("DELETE FROM locks",))

    with pytest.raises(VaultDamaged):
        open_space(protected, phrase=PHRASE)


@pytest.mark.parametrize(
    "swap",
    [
        "UPDATE badges SET record = (SELECT record FROM badges b WHERE b.id <> badges.id)",
        (
            "UPDATE originals SET received = (SELECT o.received FROM originals o"
            " WHERE o.badge_id <> originals.badge_id)"
        ),
        "UPDATE originals SET received = (SELECT record FROM badges LIMIT 1)",
        "UPDATE badges SET record = (SELECT secrets FROM locks)",
    ],
)
def test_records_in_the_place_of_others_are_refused(protected, swap):
    sql(protected, (swap,))

    space = open_space(protected, phrase=PHRASE)
    with pytest.raises(VaultDamaged):
        all_that_is_held(space)
    space.close()


def test_the_space_key_of_another_is_refused(amina):
    (amina / "space.key").write_bytes(b"o" * 32)

    with pytest.raises(SpaceUnusable) as raised:
        open_space(amina)
    assert raised.value.facts == {"why": "key"}


def test_a_protection_that_was_cut_before_its_end_is_ended_at_the_next_opening(amina):
    seed = (amina / "space.key").read_bytes()
    space = open_space(amina)
    space.protect(PHRASE, cost=CHEAP)
    space.close()
    # As if the program had been killed between its last write and taking the key away.
    (amina / "space.key").write_bytes(seed)

    with pytest.raises(WrongPhrase):
        open_space(amina, phrase=OTHER)
    assert (amina / "space.key").exists()
    open_space(amina, phrase=PHRASE).close()
    assert not (amina / "space.key").exists()
