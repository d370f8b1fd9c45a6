"""Locks: the right phrase opens, nothing else does, and no crafted lock costs us anything."""

import struct
import time

import pytest

from tests.wallet.vaults import CHEAP, KEY, PHRASE
from wallet.errors import LockRefused, PhraseTooShort, VaultDamaged, WrongPhrase
from wallet.vault import locks, phrases
from wallet.vault.locks import CEILING, FLOOR, LOCK_BYTES, Cost, cost_of, unwrapped, wrapped
from wallet.vault.sealing import SMALLEST, Kind, Seal, padded, unpadded

FRONT = ">8sBBII"


@pytest.fixture(scope="module")
def lock():
    return wrapped(KEY, PHRASE, cost=CHEAP)


def test_the_phrase_opens_its_lock(lock):
    assert unwrapped(lock, PHRASE) == KEY
    assert cost_of(lock) == CHEAP


def test_another_phrase_does_not(lock):
    with pytest.raises(WrongPhrase):
        unwrapped(lock, PHRASE + " x")


def test_two_locks_of_one_phrase_have_nothing_in_common(lock):
    other = wrapped(KEY, PHRASE, cost=CHEAP)

    assert lock[18:34] != other[18:34]
    assert lock[34:] != other[34:]


@pytest.mark.slow
def test_a_lock_with_any_byte_changed_does_not_open(lock, portion):
    for place in portion(range(LOCK_BYTES)):
        changed = bytearray(lock)
        changed[place] ^= 1

        with pytest.raises((WrongPhrase, LockRefused)):
            unwrapped(bytes(changed), PHRASE)


def a_crafted(lock, *, magic=locks.MAGIC, version=1, kind=1, passes=3, memory=65_536):
    return struct.pack(FRONT, magic, version, kind, passes, memory) + lock[struct.calcsize(FRONT) :]


@pytest.mark.parametrize(
    ("crafted", "why"),
    [
        ({"passes": 2**31}, "cost"),
        ({"memory": 2**30}, "cost"),
        ({"passes": CEILING.passes + 1}, "cost"),
        ({"memory": CEILING.memory_kib + 1}, "cost"),
        ({"passes": FLOOR.passes - 1}, "cost"),
        ({"memory": FLOOR.memory_kib - 1}, "cost"),
        ({"passes": 0, "memory": 0}, "cost"),
        ({"version": 0}, "version"),
        ({"version": 2}, "version"),
        ({"kind": 0}, "version"),
        ({"magic": b"SOMETHIN"}, "kind"),
    ],
)
def test_a_crafted_lock_is_refused_before_any_work(lock, crafted, why):
    started = time.perf_counter()
    with pytest.raises(LockRefused) as raised:
        unwrapped(a_crafted(lock, **crafted), PHRASE)

    assert raised.value.facts == {"why": why}
    assert time.perf_counter() - started < 0.5


@pytest.mark.parametrize("length", [0, 1, LOCK_BYTES - 1, LOCK_BYTES + 1])
def test_a_lock_of_another_length_is_refused(lock, length):
    with pytest.raises(LockRefused):
        unwrapped((lock + b"x")[:length], PHRASE)


@pytest.mark.parametrize("cost", [Cost(passes=1, memory_kib=65_536), Cost(passes=3, memory_kib=8)])
def test_no_lock_is_made_that_would_be_refused(cost):
    with pytest.raises(ValueError):
        wrapped(KEY, PHRASE, cost=cost)


def test_the_bounds_themselves_are_taken(lock):
    for cost in (FLOOR, CEILING):
        assert cost_of(a_crafted(lock, passes=cost.passes, memory=cost.memory_kib)) == cost


# ---------------------------------------------------------------- phrases


def far_apart(one, other):
    """Whether no single letter turns one word into the other."""
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) > 1
    short, long = sorted((one, other), key=len)
    return len(long) - len(short) > 1 or all(
        long[:place] + long[place + 1 :] != short for place in range(len(long))
    )


def test_the_words_are_many_and_plain():
    words = phrases.words()

    assert len(words) == 1296
    assert list(words) == sorted(set(words))
    assert {phrases.folded(word) for word in words} == set(words)
    assert {len(word) for word in words} <= set(range(4, 10))
    assert phrases.bits_suggested() > 60


@pytest.mark.slow
def test_no_word_becomes_another_by_one_wrong_letter():
    words = phrases.words()

    found = [
        (one, other)
        for place, one in enumerate(words)
        for other in words[place + 1 :]
        if abs(len(one) - len(other)) < 2 and not far_apart(one, other)
    ]

    assert found == []


def test_a_suggested_phrase_is_never_the_same():
    found = {phrases.suggested() for _ in range(200)}

    assert len(found) == 200
    assert {len(one.split()) for one in found} == {phrases.WORDS_SUGGESTED}
    assert all(phrases.chosen(one) == one for one in found)


@pytest.mark.parametrize(
    "typed",
    [
        "Chêne  Forêt-d’été, CŒUR\n",
        "chene foret d ete coeur",
        "che\u0302ne fore\u0302t d'e\u0301te\u0301 cœur",
        "  CHENE / FORET / D / ETE / COEUR  ",
    ],
)
def test_the_same_words_typed_otherwise_are_the_same_phrase(typed):
    assert phrases.folded(typed) == "chene foret d ete coeur"


@pytest.mark.parametrize(
    ("phrase", "is_taken"),
    [
        ("abcde fghij klmno", True),
        ("abcde fghij klmn", False),
        ("aaaaaaaaaaaaaaaaaaaaaaa", False),
        ("abcdef aaaaaaaaaaaa", True),
        ("abcde aaaaaaaaaaaaa", False),
        ("", False),
        ("!!! ??? ... ,,, ;;;", False),
        ("élève cœur forêt", True),
    ],
)
def test_a_phrase_that_could_be_guessed_is_refused(phrase, is_taken):
    if is_taken:
        assert phrases.chosen(phrase) == phrases.folded(phrase)
    else:
        with pytest.raises(PhraseTooShort):
            phrases.chosen(phrase)


# ---------------------------------------------------------------- seals


@pytest.mark.parametrize("content", [b"", b"\0", b"\x80", b"\x80\0\0", b"x" * 511, b"x" * 70_000])
def test_what_is_sealed_opens_as_it_was(content):
    seal = Seal(KEY)

    assert seal.opened(Kind.BADGE, "1", seal.closed(Kind.BADGE, "1", content)) == content


@pytest.mark.parametrize(
    ("key", "kind", "name"),
    [
        pytest.param(b"o" * 32, Kind.BADGE, "1", id="of another space"),
        pytest.param(KEY, Kind.ORIGINAL, "1", id="as another kind"),
        pytest.param(KEY, Kind.BADGE, "2", id="in the place of another"),
        pytest.param(KEY, Kind.BADGE, "", id="under no name"),
    ],
)
def test_a_seal_opens_only_in_its_place(key, kind, name):
    resting = Seal(KEY).closed(Kind.BADGE, "1", b"a name")

    with pytest.raises(VaultDamaged):
        Seal(key).opened(kind, name, resting)


def test_a_changed_or_cut_seal_never_opens():
    seal = Seal(KEY)
    resting = seal.closed(Kind.BADGE, "1", b"a name")

    for place in range(len(resting)):
        changed = bytearray(resting)
        changed[place] ^= 1
        for wrong in (bytes(changed), resting[:place]):
            with pytest.raises(VaultDamaged):
                seal.opened(Kind.BADGE, "1", wrong)


def test_lengths_are_rounded_up_by_an_eighth_at_most():
    lengths = {len(padded(b"x" * length)) for length in range(SMALLEST)}
    assert lengths == {SMALLEST}

    for length in (513, 4_000, 65_535, 65_536, 1_000_003):
        found = padded(b"x" * length)
        assert length < len(found) <= length * 1.13 + 1
        assert unpadded(found) == b"x" * length
    assert len({len(padded(b"x" * length)) for length in range(40_000, 50_000)}) < 12


def test_a_mark_tells_nothing_without_the_key():
    one, other = Seal(KEY), Seal(b"o" * 32)

    assert one.mark("list", "a") == Seal(KEY).mark("list", "a")
    assert len({one.mark("list", "a"), one.mark("list", "b"), one.mark("place", "a")}) == 3
    assert one.mark("list", "a") != other.mark("list", "a")
    assert one.key_id != other.key_id
