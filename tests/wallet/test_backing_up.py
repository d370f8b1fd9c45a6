"""A copy gives everything back, once, to whoever has its phrase; anything less is refused."""

import io
from datetime import UTC, datetime

import pytest

from tests.wallet.carnets import CATALOGUE, a_document, keep
from tests.wallet.vaults import CHEAP, PHRASE
from wallet.backing_up import backup, compare, is_new, restore, seed_of
from wallet.errors import (
    BackupNeedsPhrase,
    BackupUnreadable,
    LockRefused,
    PhraseTooShort,
    WrongPhrase,
)
from wallet.spaces import open_space
from wallet.vault import AwardLine
from wallet.vault.backups import Backup

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
OTHER = "girafe moulin raquette sable toboggan zenith"
CANARY = "Kanarienvogel"


def a_space(folder, *badges, protected=True):
    space = open_space(folder)
    for number, badge in enumerate(badges):
        keep(space.wallet(CATALOGUE), a_document(badge, number=number, name=CANARY))
    if badges:
        with space.vault.writing() as write:
            write.insert_award(an_award())
    if protected:
        space.protect(PHRASE, cost=CHEAP)
    return space


def an_award():
    return AwardLine(
        credential_id="urn:uuid:1",
        list_url=f"https://{CANARY}",
        index=7,
        awarded_at=NOON,
        record={"badge": "b04"},
    )


@pytest.fixture
def amina(tmp_path):
    space = a_space(tmp_path / "amina", "b01", "b02", "b04")
    yield space
    space.close()


@pytest.fixture
def copy(amina):
    return b"".join(backup(amina, now=NOON))


def opened(copy, phrase=PHRASE):
    return Backup(io.BytesIO(copy), phrase)


def restored_into(folder, copy, phrase=PHRASE):
    """A new space that has become the one that was copied."""
    found = opened(copy, phrase)
    space = open_space(folder).adopt(seed_of(found), phrase, cost=CHEAP)
    return space, restore(found, space)


def test_a_new_space_becomes_the_one_that_was_copied(amina, copy, tmp_path):
    space, done = restored_into(tmp_path / "new", copy)

    assert (done.added, done.already, done.awards, done.same_key) == (3, 0, 1, True)
    assert done.made_at == NOON
    assert space.did == amina.did
    assert compare(space, amina).is_whole
    space.close()
    again = open_space(tmp_path / "new", phrase=PHRASE)
    assert again.vault.badges() == amina.vault.badges()
    assert again.vault.awards() == (an_award(),)
    again.close()


def test_restoring_twice_makes_no_double(copy, tmp_path):
    space, _ = restored_into(tmp_path / "new", copy)

    done = restore(opened(copy), space)

    assert (done.added, done.already, done.awards) == (0, 3, 0)
    assert len(space.vault.badges()) == 3
    space.close()


def test_what_is_already_there_stays_as_it_is(amina, copy):
    first = amina.vault.badges()[0]
    amina.wallet(CATALOGUE).remove(first.id, now=NOON)
    before = amina.vault.badges()

    restore(opened(copy), amina)

    assert amina.vault.badges() == before


def test_an_old_copy_takes_nothing_newer_away(amina, copy):
    keep(amina.wallet(CATALOGUE), a_document("b03", number=9))

    done = restore(opened(copy), amina)

    assert (done.added, len(amina.vault.badges())) == (0, 4)


def test_what_was_erased_comes_back(amina, copy):
    gone = amina.vault.badges()[1]
    amina.wallet(CATALOGUE).erase(gone.id)

    assert restore(opened(copy), amina).added == 1
    assert gone in amina.vault.badges()


def test_another_space_takes_the_badges_and_keeps_its_own_key(copy, tmp_path):
    karim = a_space(tmp_path / "karim", "b05", protected=False)
    did = karim.did
    assert not is_new(karim)

    done = restore(opened(copy), karim)

    assert done.same_key is False
    assert karim.did == did
    karim.close()


def test_a_name_that_is_taken_by_another_badge_is_drawn_again(amina, tmp_path):
    karim = a_space(tmp_path / "karim", protected=False)
    mine = amina.vault.badges()[0]
    with karim.vault.writing() as write:
        write.insert(type(mine)(id=mine.id, content="f" * 64, received_at=NOON, record={}), b"x")

    done = restore(opened(b"".join(backup(amina, now=NOON))), karim)

    assert done.added == 3
    assert len({one.id for one in karim.vault.badges()}) == 4
    assert karim.vault.original(mine.id) == b"x"
    karim.close()


def test_nothing_in_a_copy_says_anything(amina, copy):
    told = [CANARY, amina.did, *(one.id for one in amina.vault.badges())]
    secret = [amina.key.seed, amina.key.seed.hex().encode(), amina.vault.key, b"canard"]

    assert [one for one in told if one.encode() in copy] == []
    assert [one for one in secret if one in copy] == []


def test_another_phrase_opens_nothing(copy):
    with pytest.raises(WrongPhrase):
        opened(copy, OTHER)


def test_a_space_without_a_phrase_is_copied_under_one(tmp_path):
    space = a_space(tmp_path / "karim", "b05", protected=False)
    with pytest.raises(BackupNeedsPhrase):
        backup(space, now=NOON)
    with pytest.raises(PhraseTooShort):
        backup(space, now=NOON, phrase="1234")

    copy = b"".join(backup(space, now=NOON, phrase=OTHER, cost=CHEAP))

    assert CANARY.encode() not in copy
    back, _ = restored_into(tmp_path / "new", copy, OTHER)
    assert back.protected
    assert compare(back, space).is_whole
    back.close()
    space.close()


def test_a_copy_still_opens_with_the_phrase_of_then(amina, copy, tmp_path):
    amina.change_phrase(OTHER, old=PHRASE, cost=CHEAP)

    space, done = restored_into(tmp_path / "new", copy)

    assert done.added == 3
    space.close()


def test_the_comparison_names_what_is_not_the_same(amina, copy, tmp_path):
    space, _ = restored_into(tmp_path / "new", copy)
    keep(amina.wallet(CATALOGUE), a_document("b03", number=9))
    changed, newer = amina.vault.badges()[0], amina.vault.badges()[3]
    amina.wallet(CATALOGUE).remove(changed.id, now=NOON)

    found = compare(space, amina)

    assert not found.is_whole
    assert (found.missing, found.differing) == ((newer.id,), (changed.id,))
    space.close()


# ---------------------------------------------------------------- damage


@pytest.mark.slow
def test_a_copy_with_any_byte_changed_or_cut_restores_nothing(amina, copy, tmp_path, portion):
    space = open_space(tmp_path / "new")
    front = 200
    places = [*portion(range(front)), *range(front, len(copy), 397 if len(copy) > 1_000 else 1)]

    for place in places:
        changed = bytearray(copy)
        changed[place] ^= 1
        for wrong in (bytes(changed), copy[:place]):
            with pytest.raises((BackupUnreadable, WrongPhrase, LockRefused)):
                restore(opened(wrong), space)
    assert space.vault.badges() == ()
    assert space.vault.awards() == ()
    space.close()


def test_a_copy_with_more_behind_it_is_refused(copy, tmp_path):
    space = open_space(tmp_path / "new")
    with pytest.raises(BackupUnreadable):
        restore(opened(copy + b"x"), space)
    assert space.vault.badges() == ()
    space.close()


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (b"", "kind"),
        (b"\x89PNG", "kind"),
        (b"x" * 5000, "kind"),
        (b"BADGECPY\x02" + b"x" * 500, "version"),
        (b"BADGECPY", "damaged"),
    ],
)
def test_what_is_no_copy_says_so(wrong, why):
    with pytest.raises(BackupUnreadable) as raised:
        opened(wrong)

    assert raised.value.facts == {"why": why}


def test_a_copy_that_asks_for_too_much_work_is_refused(copy):
    crafted = copy[: 9 + 10] + b"\xff" * 8 + copy[9 + 18 :]

    with pytest.raises(LockRefused):
        opened(crafted)


def test_a_piece_that_claims_to_be_huge_is_refused(copy):
    front = 9 + 106 + 32 + 24
    crafted = copy[:front] + b"\xff\xff\xff\xff" + copy[front + 4 :]

    with pytest.raises(BackupUnreadable):
        opened(crafted)
