"""A card opens the space whose phrase is forgotten; a new one ends the old; keys change."""

import shutil
from datetime import timedelta

import nacl.public
import pytest

from tests.wallet.carnets import CATALOGUE, a_document, keep
from tests.wallet.vaults import CHEAP, PHRASE
from wallet.backing_up import backup, restore
from wallet.errors import (
    CardUnreadable,
    LockRefused,
    NotProtected,
    PhraseTooShort,
    SpaceUnusable,
    WrongCard,
    WrongPhrase,
)
from wallet.spaces import open_space, recover_space
from wallet.vault import locks, phrases, recovery
from wallet.vault.backups import Backup

NEW = "girafe moulin raquette sable toboggan zenith"


@pytest.fixture
def folder(tmp_path):
    """A protected space with one badge; closed."""
    space = open_space(tmp_path / "amina")
    keep(space.wallet(CATALOGUE), a_document("b01"))
    space.protect(PHRASE, cost=CHEAP)
    space.close()
    return tmp_path / "amina"


def a_card(folder, phrase=PHRASE):
    space = open_space(folder, phrase=phrase)
    words = space.make_card(phrase, cost=CHEAP)
    space.close()
    return words


def recovered(folder, words, phrase=NEW):
    space = recover_space(folder, words, phrase, cost=CHEAP)
    found = [one.title for one in space.wallet(CATALOGUE).holdings()]
    space.close()
    return found


def titles(folder, phrase):
    space = open_space(folder, phrase=phrase)
    found = [one.title for one in space.wallet(CATALOGUE).holdings()]
    space.close()
    return found


# ---------------------------------------------------------------- the card


def test_the_words_of_the_card_open_the_space_under_a_new_phrase(folder):
    words = a_card(folder)
    before = titles(folder, PHRASE)

    assert recovered(folder, words) == before == titles(folder, NEW)
    with pytest.raises(WrongPhrase):
        open_space(folder, phrase=PHRASE)


def test_a_card_goes_on_after_the_phrase_was_changed(folder):
    words = a_card(folder)
    space = open_space(folder, phrase=PHRASE)
    space.change_phrase(NEW, old=PHRASE, cost=CHEAP)
    space.close()

    assert recovered(folder, words, PHRASE)
    assert recovered(folder, words, NEW), "and after it was used"


def test_a_new_card_ends_the_old_one(folder):
    old = a_card(folder)
    new = a_card(folder)

    with pytest.raises(WrongCard):
        recover_space(folder, old, NEW, cost=CHEAP)
    assert recovered(folder, new)


def test_the_old_card_with_an_old_copy_of_the_file_does_not_open_the_new_one(folder, tmp_path):
    old = recovery.read(a_card(folder))
    shutil.copytree(folder, tmp_path / "copy")
    a_card(folder)
    of_then = open_space(tmp_path / "copy", opener=lambda lock: recovery.unwrapped(lock, old))
    key = of_then.vault.key
    of_then.close()

    with pytest.raises(SpaceUnusable):
        open_space(folder, opener=lambda _lock: key)


def test_a_card_can_be_ended(folder):
    words = a_card(folder)
    space = open_space(folder, phrase=PHRASE)
    assert space.has_card
    space.end_card(PHRASE, cost=CHEAP)
    assert not space.has_card
    space.close()

    with pytest.raises(WrongCard):
        recover_space(folder, words, NEW, cost=CHEAP)
    assert titles(folder, PHRASE)


def test_making_a_card_asks_for_the_phrase(folder):
    space = open_space(folder, phrase=PHRASE)
    with pytest.raises(WrongPhrase):
        space.make_card(NEW, cost=CHEAP)
    space.close()
    bare = open_space(folder.with_name("bare"))
    with pytest.raises(NotProtected):
        bare.make_card(PHRASE)
    bare.close()


def test_a_space_without_a_card_says_so_and_nothing_changes(folder):
    words = recovery.new_words()

    with pytest.raises(WrongCard):
        recover_space(folder, words, NEW, cost=CHEAP)
    assert titles(folder, PHRASE)


def test_a_phrase_that_can_be_guessed_changes_nothing(folder):
    words = a_card(folder)

    with pytest.raises(PhraseTooShort):
        recover_space(folder, words, "abc", cost=CHEAP)
    assert titles(folder, PHRASE)


def test_a_card_of_enough_bits_is_drawn_anew_each_time():
    assert recovery.bits_of_a_card() > 120
    assert len({recovery.new_words() for _ in range(50)}) == 50


@pytest.mark.parametrize(
    "typed",
    [
        str.upper,
        str.title,
        lambda words: words.replace(" ", "  \n"),
        lambda words: words.replace(" ", ", "),
        lambda words: recovery.PREFIX + words,
    ],
)
def test_words_are_read_as_people_type_them(typed):
    words = recovery.new_words()

    assert recovery.read(typed(words)) == words


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda words: words.rpartition(" ")[0], "count"),
        (lambda words: words + " lampe", "count"),
        (lambda words: "xylophage " + words.partition(" ")[2], "word"),
        (lambda _words: "", "count"),
    ],
)
def test_what_is_no_card_is_told_before_anything_is_opened(folder, change, why):
    with pytest.raises(CardUnreadable) as caught:
        recover_space(folder, change(recovery.new_words()), NEW)

    assert caught.value.facts["why"] == why


# ---------------------------------------------------------------- its place behind the lock


def lock_with_a_card(key=b"k" * 32, words=None):
    words = words or recovery.new_words()
    lock = locks.wrapped(key, phrases.folded(PHRASE), cost=CHEAP)
    return lock + recovery.wrapped(key, recovery.public_of(words)), words


def test_the_phrase_and_the_card_open_the_same_lock():
    lock, words = lock_with_a_card()

    assert len(lock) == locks.LOCK_BYTES + locks.RECOVERY_BYTES
    assert locks.unwrapped(lock, phrases.folded(PHRASE)) == b"k" * 32
    assert recovery.unwrapped(lock, words) == b"k" * 32


@pytest.mark.parametrize("place", [0, 8, 9, 40, -1])
def test_a_changed_card_part_opens_nothing_and_spares_the_phrase(place):
    lock, words = lock_with_a_card()
    at = (locks.LOCK_BYTES + place) if place >= 0 else len(lock) - 1
    spoilt = lock[:at] + bytes([lock[at] ^ 1]) + lock[at + 1 :]

    with pytest.raises((WrongCard, LockRefused)):
        recovery.unwrapped(spoilt, words)
    assert locks.unwrapped(spoilt, phrases.folded(PHRASE)) == b"k" * 32


@pytest.mark.parametrize("length", [1, locks.RECOVERY_BYTES - 1, locks.RECOVERY_BYTES + 1])
def test_a_lock_of_another_length_is_refused(length):
    lock, words = lock_with_a_card()
    cut = lock[: locks.LOCK_BYTES] + b"x" * length

    with pytest.raises(LockRefused):
        recovery.unwrapped(cut, words)
    with pytest.raises(LockRefused):
        locks.unwrapped(cut, phrases.folded(PHRASE))


def test_a_card_put_there_by_another_never_gets_the_next_key(folder):
    a_card(folder)
    theirs = recovery.new_words()
    space = open_space(folder, phrase=PHRASE)
    forged = recovery.wrapped(b"x" * 32, recovery.public_of(theirs))
    lock = locks.phrase_part(space.vault.lock) + forged
    space.vault.rekey(space.vault.key, lock, {})
    space.change_phrase(NEW, old=PHRASE, cost=CHEAP)
    new_lock = space.vault.lock
    space.close()

    with pytest.raises(WrongCard):
        recovery.unwrapped(new_lock, recovery.read(theirs))


def test_only_the_public_half_of_a_card_is_in_the_space(folder):
    words = a_card(folder)
    space = open_space(folder, phrase=PHRASE)
    known = space.vault.secrets()
    space.close()

    assert words not in str(known)
    assert not any(words.encode() in path.read_bytes() for path in folder.iterdir())
    nacl.public.PublicKey(bytes.fromhex(known["card"]))


def test_a_copy_is_opened_by_its_phrase_whether_there_is_a_card_or_not(folder, tmp_path, today):
    a_card(folder)
    space = open_space(folder, phrase=PHRASE)
    (tmp_path / "copy").write_bytes(b"".join(backup(space, now=today)))
    space.close()

    with (tmp_path / "copy").open("rb") as file:
        assert len(list(Backup(file, phrases.folded(PHRASE)).items())) == 1


# ---------------------------------------------------------------- the key that signs


@pytest.mark.parametrize("phrase", [None, PHRASE])
def test_a_changed_key_stays_changed_and_the_former_one_is_known(tmp_path, today, phrase):
    space = open_space(tmp_path / "space")
    if phrase:
        space.protect(phrase, cost=CHEAP)
    first = space.did
    second = space.rotate_key(now=today)
    third = second.rotate_key(now=today + timedelta(days=1))
    space.close()

    again = open_space(tmp_path / "space", phrase=phrase)
    found = (again.did, again.dids)
    again.close()

    assert found == (third.did, (third.did, second.did, first))
    assert len({first, second.did, third.did}) == 3


def test_protecting_keeps_the_key_and_the_former_ones(tmp_path, today):
    space = open_space(tmp_path / "space").rotate_key(now=today)
    before = space.dids
    space.protect(PHRASE, cost=CHEAP)
    space.close()

    again = open_space(tmp_path / "space", phrase=PHRASE)
    found = again.dids
    again.close()

    assert found == before


def test_two_programs_that_change_the_key_lose_none(tmp_path, today):
    one, other = open_space(tmp_path / "space"), open_space(tmp_path / "space")
    first = one.did

    second = one.rotate_key(now=today)
    third = other.rotate_key(now=today + timedelta(seconds=1))
    found = third.dids
    one.close()
    other.close()

    assert found == (third.did, second.did, first)


def test_a_copy_made_before_the_key_was_changed_is_still_of_this_space(tmp_path, today):
    space = open_space(tmp_path / "space")
    keep(space.wallet(CATALOGUE), a_document("b01"))
    pieces = b"".join(backup(space, now=today, phrase=PHRASE, cost=CHEAP))
    (tmp_path / "copy").write_bytes(pieces)
    space = space.rotate_key(now=today)

    with (tmp_path / "copy").open("rb") as file:
        restored = restore(Backup(file, phrases.folded(PHRASE)), space)
    space.close()

    assert restored.same_key


def test_a_restored_space_knows_its_former_keys(tmp_path, today):
    space = open_space(tmp_path / "space").rotate_key(now=today)
    before = space.dids
    pieces = b"".join(backup(space, now=today, phrase=PHRASE, cost=CHEAP))
    (tmp_path / "copy").write_bytes(pieces)
    space.close()

    with (tmp_path / "copy").open("rb") as file:
        found = Backup(file, phrases.folded(PHRASE))
        new = open_space(tmp_path / "new")
        new = new.adopt(bytes.fromhex(found.known["seed"]), PHRASE, cost=CHEAP)
        restore(found, new)
    after = new.dids
    new.close()

    assert after == before


@pytest.mark.slow
def test_a_card_opens_a_space_that_rests_in_postgresql(tmp_path, postgresql, today):
    where, database = tmp_path / "space", postgresql()
    space = open_space(where, database=database)
    keep(space.wallet(CATALOGUE), a_document("b01"))
    space.protect(PHRASE, cost=CHEAP)
    space = space.rotate_key(now=today)
    dids, words = space.dids, space.make_card(PHRASE, cost=CHEAP)
    space.close()

    again = recover_space(where, words, NEW, database=database, cost=CHEAP)
    found = (again.dids, len(again.vault.badges()), again.has_card)
    again.close()

    assert found == (dids, 1, True)
