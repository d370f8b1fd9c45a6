"""A short code opens a space on a server only, and never for somebody who guesses."""

import shutil

import pytest

from tests.wallet.houses import CHEAP, OTHER, PHRASE, a_house, a_kept_space, press, unlock
from tests.wallet.pages import text_of
from tests.wallet.people import typing
from wallet.errors import PinEnded, PinTooEasy, PinTooSoon, SpaceUnusable, WrongPhrase, WrongPin
from wallet.spaces import open_space
from wallet.vault.pins import MAX_DIGITS, MIN_DIGITS, PAUSES, PEPPER, Pins, chosen
from wallet.words import WORDS

KEY, PIN, WRONG = b"k" * 32, "2718", "3141"
HOME = "/carnet/"
LATER = 1e12


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "server"


@pytest.fixture
def pins(folder):
    found = Pins(folder, cost=CHEAP)
    found.keep("nadia", PIN, KEY)
    return found


def guesses(pins, count, *, start=0.0):
    """Wrong codes, each as soon as it may be tried; gives the hours at which."""
    now, hours = start, []
    for number in range(count):
        hours.append(now)
        with pytest.raises((WrongPin, PinEnded)):
            pins.open("nadia", WRONG, now=now)
        now += PAUSES[number] if number < len(PAUSES) else 0
    return hours


# ---------------------------------------------------------------- the code


@pytest.mark.parametrize("typed", [PIN, " 27 18 ", "2-7-1-8", "２７１８"])
def test_the_code_opens(pins, typed):
    assert pins.open("nadia", typed, now=0.0) == KEY


def test_a_wrong_code_opens_nothing_and_the_right_one_still_does(pins):
    for typed in (WRONG, "", "27180", "abcd"):
        with pytest.raises((WrongPin, PinTooSoon)):
            pins.open("nadia", typed, now=0.0)

    assert pins.open("nadia", PIN, now=LATER) == KEY


@pytest.mark.parametrize(
    "easy",
    ["1" * MIN_DIGITS, "1234", "8765", "1" * (MIN_DIGITS - 1), "271", "271828182", "", "phrase"],
)
def test_a_code_that_anybody_would_try_is_refused(easy):
    with pytest.raises(PinTooEasy):
        chosen(easy)


@pytest.mark.parametrize("digits", ["2718", "2" + "71828182"[: MAX_DIGITS - 1]])
def test_a_code_of_the_shortest_and_of_the_longest_kind_is_taken(digits):
    assert chosen(digits) == digits


# ---------------------------------------------------------------- guessing


def test_pauses_grow_and_then_only_the_phrase_opens(pins):
    hours = guesses(pins, len(PAUSES) + 1)

    assert hours[-1] == sum(PAUSES)
    assert list(PAUSES) == sorted(PAUSES)
    with pytest.raises(PinEnded):
        pins.open("nadia", PIN, now=LATER)
    assert not pins.has("nadia")


def test_during_a_pause_even_the_right_code_waits(pins):
    guesses(pins, 3)

    with pytest.raises(PinTooSoon):
        pins.open("nadia", PIN, now=PAUSES[2] - 1)
    assert pins.open("nadia", PIN, now=PAUSES[2]) == KEY


def test_starting_the_server_again_gives_no_try_back(pins, folder):
    guesses(pins, 3)

    again = Pins(folder, cost=CHEAP)

    with pytest.raises(PinTooSoon):
        again.open("nadia", PIN, now=0.0)
    for number in range(3, len(PAUSES) + 1):
        with pytest.raises((WrongPin, PinEnded)):
            again.open("nadia", WRONG, now=LATER * number)
    assert not again.has("nadia")


def test_a_try_is_counted_before_it_is_looked_at(pins, folder, monkeypatch):
    def killed(*_arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr(Pins, "_stretched", killed)
    for _ in range(3):
        with pytest.raises(KeyboardInterrupt):
            pins.open("nadia", WRONG, now=0.0)
    monkeypatch.undo()

    with pytest.raises(PinTooSoon):
        Pins(folder, cost=CHEAP).open("nadia", PIN, now=0.0)


def test_the_right_code_forgets_the_wrong_ones(pins):
    guesses(pins, 2)
    pins.open("nadia", PIN, now=0.0)

    assert guesses(pins, 3) == [0.0, 0.0, 0.0]


# ---------------------------------------------------------------- what is kept


def test_without_the_secret_of_the_server_the_code_opens_nothing(pins, folder):
    (folder / PEPPER).write_bytes(b"x" * 32)

    with pytest.raises(PinEnded):
        Pins(folder, cost=CHEAP).open("nadia", PIN, now=0.0)


def test_the_record_of_one_space_does_not_open_another(pins, folder):
    pins.keep("rose", "9283", b"r" * 32)
    one, other = sorted(folder.glob("*.pin"))
    contents = one.read_bytes(), other.read_bytes()
    one.write_bytes(contents[1])
    other.write_bytes(contents[0])

    for tile, pin in (("nadia", PIN), ("nadia", "9283"), ("rose", "9283"), ("rose", PIN)):
        with pytest.raises(WrongPin):
            pins.open(tile, pin, now=0.0)


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b'{"version": 2}', b"\xff"])
def test_a_record_that_cannot_be_read_leaves_the_phrase(pins, folder, content):
    next(folder.glob("*.pin")).write_bytes(content)

    with pytest.raises(PinEnded):
        pins.open("nadia", PIN, now=0.0)


def test_neither_code_nor_key_nor_name_is_in_the_folder(pins, folder):
    files = list(folder.iterdir())
    everything = b"".join(path.name.encode() + path.read_bytes() for path in files)

    assert pins.has("nadia")
    assert not any(one in everything for one in (PIN.encode(), KEY, b"nadia", KEY.hex().encode()))
    assert all(path.stat().st_mode & 0o077 == 0 for path in files)


def test_a_spoilt_secret_of_the_server_is_told(folder):
    Pins(folder)
    (folder / PEPPER).write_bytes(b"short")

    with pytest.raises(SpaceUnusable):
        Pins(folder)


# ---------------------------------------------------------------- on the screen


@pytest.fixture
def house(around, tmp_path, folder):
    pins = Pins(folder, cost=CHEAP)
    with a_house(around, tmp_path, pins=pins) as found:
        yield found


@pytest.fixture
def tile(house):
    tile = a_kept_space(house)
    client = house.browser()
    unlock(client, tile)
    press(client, "/carnet/key", "/carnet/key/pin", known=PHRASE, pin=PIN)
    return tile


def enter(house, tile, pin=PIN):
    client = house.browser()
    return client, press(client, f"/carnet/open/{tile}", f"/carnet/open/{tile}/pin", pin=pin)


def test_the_code_is_typed_on_the_page_and_opens(house, tile):
    client, answer = enter(house, tile)

    assert answer.headers["Location"] == HOME
    assert client.get(HOME).status_code == 200


def test_a_wrong_code_is_told_and_ends_with_the_phrase_only(house, tile):
    codes = [text_of(enter(house, tile, WRONG)[1]) for _ in range(3)]
    waiting = text_of(enter(house, tile)[1])

    assert all(WORDS.say("space.wrong-pin", part="title") in one for one in codes)
    assert WORDS.say("space.pin-too-soon", part="help") in waiting
    assert unlock(house.browser(), tile).headers["Location"] == HOME


def test_it_is_said_on_the_screen_that_a_code_does_not_protect_a_copied_folder(house, tile):
    client, _ = enter(house, tile)

    assert WORDS.say("pin.title", part="help") in text_of(client.get("/carnet/key"))


def test_a_copied_folder_does_not_open_with_the_code(house, tile, tmp_path):
    shutil.copytree(house.spaces / tile, tmp_path / "stolen")

    held = b"".join(path.read_bytes() for path in (tmp_path / "stolen").iterdir())

    assert not list((tmp_path / "stolen").glob("*.pin"))
    with pytest.raises(WrongPhrase):
        open_space(tmp_path / "stolen", phrase=PIN)
    assert PIN.encode() not in held


def test_keeping_a_code_asks_for_the_phrase(house, tile):
    client, _ = enter(house, tile)

    wrong = press(client, "/carnet/key", "/carnet/key/pin", known=OTHER, pin="9283")
    easy = press(client, "/carnet/key", "/carnet/key/pin", known=PHRASE, pin="1111")

    assert (wrong.status_code, easy.status_code) == (422, 422)
    assert enter(house, tile, PIN)[1].headers["Location"] == HOME


@pytest.mark.parametrize("how", ["here", "elsewhere"])
def test_another_phrase_ends_the_code(house, tile, how):
    if how == "here":
        client, _ = enter(house, tile)
        fields = {"old": PHRASE, "new": OTHER, "again": OTHER}
        press(client, "/carnet/key", "/carnet/key/phrase", **fields)
    else:
        space = open_space(house.spaces / tile, phrase=PHRASE)
        space.change_phrase(OTHER, old=PHRASE, cost=CHEAP)
        space.close()

    _, answer = enter(house, tile)

    assert answer.status_code == 422
    assert not house.doors.has_pin(tile)
    assert unlock(house.browser(), tile, OTHER).headers["Location"] == HOME


def test_a_code_can_be_ended(house, tile):
    client, _ = enter(house, tile)

    press(client, "/carnet/key", "/carnet/key/pin/end")

    assert not house.doors.has_pin(tile)


def test_where_people_sit_at_the_machine_itself_there_are_no_codes(around, tmp_path):
    with a_house(around, tmp_path) as house:
        tile = a_kept_space(house)
        client = house.browser()
        unlock(client, tile)

        assert 'name="pin"' not in text_of(client.get("/carnet/key"))
        answer = press(client, "/carnet/key", "/carnet/key/pin", known=PHRASE, pin=PIN)
        assert answer.status_code == 404


def test_codes_are_not_kept_with_the_spaces(tmp_path, today):
    type_ = typing(tmp_path / "space", at=today)

    done = type_("serve", "--port", "0", "--pins", tmp_path / "space" / "pins", "--json")

    assert done.answer["error"] == {"code": "space.unusable", "facts": {"why": "pins"}}
