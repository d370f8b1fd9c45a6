"""The key of a space on the screen: its phrase, its card, its copy, its end."""

import io
import re

import pytest

from tests.wallet.houses import (
    OTHER,
    PHRASE,
    a_house,
    a_kept_space,
    begin,
    press,
    unlock,
)
from tests.wallet.pages import add, text_of
from wallet.spaces import open_space
from wallet.vault import phrases, recovery
from wallet.vault.backups import Backup
from wallet.words import WORDS

HOME = "/carnet/"
WORD = re.compile(r"<li><strong>([a-z]+)</strong></li>")
SQUARE = re.compile(
    r'viewBox="0 0 (\d+) \1" role="img".*?shape-rendering="crispEdges" d="([^"]+)"', re.DOTALL
)


@pytest.fixture
def house(around, tmp_path):
    with a_house(around, tmp_path) as found:
        yield found


@pytest.fixture
def tile(house):
    return a_kept_space(house)


@pytest.fixture
def client(house, tile):
    client = house.browser()
    unlock(client, tile)
    return client


def on_the_key(client, act, **fields):
    return press(client, "/carnet/key", f"/carnet/key/{act}", **fields)


def a_card(client):
    return " ".join(WORD.findall(text_of(on_the_key(client, "card", phrase=PHRASE))))


def recover(house, tile, words, new=OTHER):
    client, page = house.browser(), f"/carnet/open/{tile}/forgotten"
    return client, press(client, page, page, words=words, new=new, again=new)


def test_the_phrase_is_changed_and_the_other_visits_end(house, tile, client):
    elsewhere = house.browser()
    unlock(elsewhere, tile)

    answer = on_the_key(client, "phrase", old=PHRASE, new=OTHER, again=OTHER)

    assert answer.headers["Location"] == HOME
    assert client.get(HOME).status_code == 200
    assert elsewhere.get(HOME).status_code == 303
    assert unlock(house.browser(), tile, PHRASE).status_code == 422
    assert unlock(house.browser(), tile, OTHER).headers["Location"] == HOME


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"old": OTHER, "new": OTHER, "again": OTHER}, "space.wrong-phrase"),
        ({"old": PHRASE, "new": "abc", "again": "abc"}, "space.phrase-short"),
        ({"old": PHRASE, "new": OTHER, "again": PHRASE}, "space.phrases-differ"),
    ],
)
def test_what_is_wrong_with_a_phrase_is_said_above_its_field(house, tile, client, fields, code):
    answer = on_the_key(client, "phrase", **fields)

    assert answer.status_code == 422
    assert WORDS.say(code, {"least": 15}, lang="fr", part="title")[:20] in text_of(answer)
    assert 'aria-invalid="true"' in text_of(answer)
    assert unlock(house.browser(), tile, PHRASE).headers["Location"] == HOME


def test_the_card_opens_the_space_when_the_phrase_is_forgotten(house, region, tile, client):
    add(client, region.badge("amina-ordinateur.png"))
    words = a_card(client)

    again, answer = recover(house, tile, words)

    assert answer.headers["Location"] == HOME
    assert "Ordinateur" in text_of(again.get(HOME))
    assert unlock(house.browser(), tile, PHRASE).status_code == 422
    assert client.get(HOME).status_code == 303, "what was open under the old phrase is closed"


def test_the_visit_of_before_ends_where_a_card_opens_another(house, tile, client):
    words = a_card(client)
    sitting, thief = house.browser(), house.browser()
    begin(sitting)
    thief.set_cookie("badges", sitting.get_cookie("badges").value)

    page = f"/carnet/open/{tile}/forgotten"
    press(sitting, page, page, words=words, new=OTHER, again=OTHER)

    assert sitting.get(HOME).status_code == 200
    assert thief.get(HOME).status_code == 303, "who was there before is gone, as after a phrase"


def test_a_card_needs_the_phrase_and_a_new_one_ends_it(house, tile, client):
    assert on_the_key(client, "card", phrase=OTHER).status_code == 422
    old, new = a_card(client), a_card(client)

    assert recover(house, tile, old)[1].status_code == 422
    assert recover(house, tile, new)[1].headers["Location"] == HOME


def test_what_is_no_card_is_told_and_guessing_slows_down(house, tile, client):
    a_card(client)
    told = [text_of(recover(house, tile, words)[1]) for words in ("", "a b c", "x " * 12)]
    for _ in range(3):
        recover(house, tile, recovery.new_words())

    after = text_of(recover(house, tile, recovery.new_words())[1])

    assert all("aria-invalid" in one for one in told)
    assert WORDS.say("space.too-soon", lang="fr", part="help") in after


def test_the_square_of_the_card_is_read_by_a_telephone(client):
    from PIL import Image, ImageDraw

    zxingcpp = pytest.importorskip("zxingcpp")
    page = text_of(on_the_key(client, "card", phrase=PHRASE))
    size, path = SQUARE.search(page).groups()
    drawn = Image.new("L", (int(size) * 4, int(size) * 4), 255)
    pen = ImageDraw.Draw(drawn)
    for x, y in re.findall(r"M(\d+) (\d+)h1v1h-1z", path):
        pen.rectangle([int(x) * 4, int(y) * 4, int(x) * 4 + 3, int(y) * 4 + 3], fill=0)

    (found,) = zxingcpp.read_barcodes(drawn)

    assert recovery.read(found.text) == " ".join(WORD.findall(page))


def test_a_copy_leaves_as_one_file_that_the_phrase_opens(region, client):
    add(client, region.badge("amina-ordinateur.png"))

    answer = on_the_key(client, "copy")

    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert b"Ordinateur" not in answer.data
    assert len(list(Backup(io.BytesIO(answer.data), phrases.folded(PHRASE)).items())) == 1


def test_a_visit_that_is_not_kept_can_leave_as_a_copy(house, region):
    client = house.browser()
    begin(client)
    add(client, region.badge("amina-ordinateur.png"))

    refused, answer = on_the_key(client, "copy"), on_the_key(client, "copy", cover=OTHER)

    assert refused.status_code == 422
    assert len(list(Backup(io.BytesIO(answer.data), phrases.folded(OTHER)).items())) == 1


def test_erasing_says_first_what_goes_and_then_what_went(house, region, tile, client):
    elsewhere = house.browser()
    unlock(elsewhere, tile)
    add(client, region.badge("amina-ordinateur.png"))

    before = text_of(client.get("/carnet/key/erase"))
    after = press(client, "/carnet/key/erase", "/carnet/key/erase")

    assert "Ordinateur" in before
    assert "Ordinateur" in text_of(after)
    assert "vault.sqlite" in text_of(after)
    assert after.headers["Clear-Site-Data"] == '"cache"'
    assert house.left() == []
    assert house.doors.tiles() == ()
    assert elsewhere.get(HOME).status_code == 303


@pytest.mark.parametrize("act", ["phrase", "card", "erase"])
def test_a_visit_that_is_not_kept_has_no_phrase_to_change_and_no_space_to_erase(house, act):
    client = house.browser()
    begin(client)

    assert on_the_key(client, act).status_code == 404


@pytest.mark.parametrize("act", ["phrase", "card", "copy", "erase"])
def test_the_key_is_touched_with_its_token_only(client, act):
    assert client.post(f"/carnet/key/{act}").status_code == 400


def test_a_space_without_a_phrase_has_nothing_to_recover(house):
    space = open_space(house.spaces / "bare")
    space.close()

    assert house.browser().get("/carnet/open/bare/forgotten").status_code == 404
