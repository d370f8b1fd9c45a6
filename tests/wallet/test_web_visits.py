"""Several people at one address: who is there, what each sees, and what remains when they leave."""

import os
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.wallet.houses import (
    OTHER,
    PHRASE,
    a_house,
    a_kept_space,
    begin,
    leave,
    press,
    unlock,
)
from tests.wallet.pages import add, text_of, token_of
from wallet.errors import SpaceUnusable
from wallet.spaces import open_space
from wallet.vault import folder, shelf
from wallet.vault.shelf import LEFTOVER_SECONDS, MAX_LABEL
from wallet.web import Alone, Carnet
from wallet.web.patience import FREE_TRIES, MOST_SECONDS_BETWEEN, Patience
from wallet.web.visits import LOCK_SECONDS, SWEEP_SECONDS, WIPE_SECONDS
from wallet.words import WORDS

WHO, HOME = "/carnet/who", "/carnet/"
INSIDE = (
    "/carnet/",
    "/carnet/add",
    "/carnet/pathways",
    "/carnet/pathways/fondamentaux",
    "/carnet/badges/ffffffffffff",
    "/carnet/badges/ffffffffffff/original",
    "/carnet/protect",
)
CANARIES = (b"Amina", b"Ordinateur", b"lavette", b"amina-ordinateur.png", b"eyJ")


@pytest.fixture
def house(around, tmp_path):
    with a_house(around, tmp_path) as found:
        yield found


def open_files():
    """What this program holds open, by name."""
    found = [path.readlink() for path in Path("/proc/self/fd").iterdir() if path.is_symlink()]
    return [str(one) for one in found]


def goes_to_the_door(answer):
    return answer.status_code == 303 and answer.headers["Location"] == WHO


# ---------------------------------------------------------------- to begin


def test_without_a_visit_every_page_asks_who_is_there(house):
    client = house.browser()

    assert [one for one in INSIDE if not goes_to_the_door(client.get(one))] == []


def test_the_first_badge_is_there_after_three_presses_and_no_field_filled_in(house, region):
    client = house.browser()
    pages = [text_of(client.get(WHO))]

    assert begin(client).headers["Location"] == HOME
    pages += [text_of(client.get(HOME)), text_of(client.get("/carnet/add"))]
    answer = text_of(add(client, region.badge("amina-ordinateur.png")))

    assert "Ordinateur" in answer
    assert not any(" required" in page for page in pages)
    assert "<input" not in re.sub(r'<input type="hidden"[^>]*>', "", pages[0])


def test_a_visit_says_before_anything_that_it_will_be_wiped(house):
    client = house.browser()
    told = WORDS.say("door.begin", {"minutes": WIPE_SECONDS // 60}, lang="fr", part="help")
    banner = WORDS.say("door.passing", {"minutes": WIPE_SECONDS // 60}, lang="fr")

    assert told in text_of(client.get(WHO))
    begin(client)
    for address in (HOME, "/carnet/add", "/carnet/pathways"):
        assert banner in text_of(client.get(address))


def test_two_browsers_see_each_their_own(house, region):
    one, other = house.browser(), house.browser()
    begin(one)
    begin(other)

    add(one, region.badge("amina-ordinateur.png"))

    assert "Ordinateur" in text_of(one.get(HOME))
    assert WORDS.say("carnet.empty") in text_of(other.get(HOME))


# ---------------------------------------------------------------- to end


def test_after_j_ai_termine_nothing_is_left(house, region):
    client = house.browser()
    begin(client)
    add(client, region.badge("amina-ordinateur.png"))
    client.get(HOME)
    assert house.left(), "there was something to take away"

    answer = leave(client)

    assert answer.headers["Clear-Site-Data"] == '"cache"'
    assert "was=wiped" in answer.headers["Location"]
    assert list(house.spaces.iterdir()) == []
    assert not [name for name in open_files() if str(house.spaces) in name]
    assert all(goes_to_the_door(client.get(address)) for address in INSIDE)


def test_while_a_visit_lasts_nothing_of_it_can_be_read_in_its_folder(house, region):
    client = house.browser()
    begin(client)
    add(client, region.badge("amina-ordinateur.png"))

    files = [path for path in house.spaces.rglob("*") if path.is_file()]
    found = [canary for path in files for canary in CANARIES if canary in path.read_bytes()]

    assert files
    assert found == []
    assert not (files[0].parent / folder.KEY_FILE).exists(), "its key is in memory only"


def test_the_folder_of_a_program_that_was_killed_opens_to_nobody(house, region, tmp_path):
    client = house.browser()
    begin(client)
    add(client, region.badge("amina-ordinateur.png"))
    (visit,) = house.spaces.iterdir()
    shutil.copytree(visit, tmp_path / "stolen")

    with pytest.raises(SpaceUnusable):
        open_space(tmp_path / "stolen")


@pytest.mark.parametrize(("seconds", "lasts"), [(WIPE_SECONDS, True), (WIPE_SECONDS + 1, False)])
def test_a_visit_that_nobody_uses_is_wiped(house, seconds, lasts):
    client = house.browser()
    begin(client)

    house.later(seconds)
    house.doors.visits.sweep()

    assert bool(house.left()) is lasts
    assert (client.get(HOME).status_code == 200) is lasts


def test_the_end_of_a_visit_is_not_late_when_nobody_asks(house, monkeypatch):
    monkeypatch.setattr("wallet.web.visits.SWEEP_SECONDS", 0.01)
    assert SWEEP_SECONDS < LOCK_SECONDS
    client = house.browser()
    begin(client)
    (visit,) = house.spaces.iterdir()

    house.later(WIPE_SECONDS + 1)
    for _ in range(500):
        if not visit.exists():
            break
        house.doors.visits._ended.wait(0.01)

    assert not visit.exists()


def test_what_a_killed_program_left_goes_the_day_after(around, tmp_path):
    spaces = tmp_path / "spaces"
    for name, age in (("old", LEFTOVER_SECONDS + 60), ("new", LEFTOVER_SECONDS - 60)):
        left = spaces / f".visit-{name}"
        left.mkdir(parents=True)
        before = left.stat().st_mtime - age
        os.utime(left, (before, before))

    with a_house(around, tmp_path):
        pass

    assert [path.name for path in spaces.iterdir()] == [".visit-new"]


def test_the_pages_end_and_so_do_the_visits(around, tmp_path):
    with a_house(around, tmp_path) as house:
        begin(house.browser())
        begin(house.browser())

    assert house.left() == []


def test_no_page_of_a_visit_is_kept_by_the_browser_and_each_leads_away(house):
    client = house.browser()
    begin(client)

    for address in INSIDE[:4]:
        answer = client.get(address)
        after, _, where = answer.headers["Refresh"].partition("; url=")
        assert "no-store" in answer.headers["Cache-Control"]
        assert (int(after) > WIPE_SECONDS, where) == (True, "/carnet/asleep")


def test_a_page_that_hid_itself_is_no_sign_of_life(house):
    client = house.browser()
    begin(client)

    house.later(WIPE_SECONDS - 10)
    asleep = client.get("/carnet/asleep")
    house.later(20)
    after = client.get("/carnet/asleep")

    assert WORDS.say("door.asleep") in text_of(asleep)
    assert "was=idle" in after.headers["Location"]
    assert house.left() == []


# ---------------------------------------------------------------- to keep


def keep(client, phrase=PHRASE, again=None, **fields):
    again = phrase if again is None else again
    return press(client, "/carnet/protect", "/carnet/protect", phrase=phrase, again=again, **fields)


def test_a_visit_is_kept_under_a_phrase_and_found_again_by_its_tile(house, region):
    client, later = house.browser(), house.browser()
    begin(client)
    add(client, region.badge("amina-ordinateur.png"))

    kept = keep(client, label="Amina")
    shown = text_of(client.get(HOME))
    leave(client)
    (tile,) = house.doors.tiles()
    unlock(later, tile.id)

    assert kept.headers["Location"] == "/carnet/key?kept="
    assert "Ordinateur" in shown
    assert (tile.label, tile.locked) == ("Amina", True)
    assert "Amina" in text_of(house.browser().get(WHO))
    assert "Ordinateur" in text_of(later.get(HOME))


def test_no_name_is_asked_for_on_a_page_without_a_field(house, region):
    client = house.browser()
    begin(client)
    add(client, region.badge("amina-ordinateur.png"))
    (address,) = set(re.findall(r"/carnet/badges/\w{12}(?=\")", text_of(client.get(HOME))))

    page = text_of(client.get(address))

    assert WORDS.say("carnet.to-hidden") in page
    assert WORDS.say("badge.to-hidden") not in page


def test_a_phrase_is_suggested_and_stays_while_the_form_is_filled_in_again(house):
    client = house.browser()
    begin(client)
    offered = re.search(r'name="offered" value="([^"]+)"', text_of(client.get("/carnet/protect")))

    answer = keep(client, offered[1], "another one", offered=offered[1])

    assert len(offered[1].split()) == 6
    assert answer.status_code == 422
    assert offered[1] in text_of(answer)
    assert WORDS.say("space.phrases-differ", part="title") in text_of(answer)


def test_a_phrase_that_can_be_guessed_keeps_nothing(house):
    client = house.browser()
    begin(client)

    answer = keep(client, "abc")

    assert answer.status_code == 422
    assert house.doors.tiles() == ()


def test_a_kept_space_holds_no_canary_but_its_label(house, region):
    client = house.browser()
    begin(client)
    add(client, region.badge("amina-ordinateur.png"))
    keep(client, label="Tulipe")
    leave(client)

    files = [path for path in house.spaces.rglob("*") if path.is_file()]
    found = [canary for path in files for canary in CANARIES if canary in path.read_bytes()]

    assert found == []
    assert {path.name for path in files} == {folder.VAULT_FILE, folder.LABEL_FILE}


@pytest.mark.parametrize(("letters", "whole"), [(MAX_LABEL, True), (MAX_LABEL + 1, False)])
def test_a_label_is_short_and_one_line(tmp_path, letters, whole):
    shelf.set_label(tmp_path, "é" * letters)
    assert (shelf.label_of(tmp_path) == "é" * letters) is whole
    assert len(shelf.label_of(tmp_path)) <= MAX_LABEL

    shelf.set_label(tmp_path, "  Zoé\n\u202ed’Arlay\x07 ")
    assert shelf.label_of(tmp_path) == "Zoé d’Arlay"


def test_a_visit_that_cannot_be_moved_goes_on_and_says_so(house, region, monkeypatch):
    client = house.browser()
    begin(client)
    add(client, region.badge("amina-ordinateur.png"))
    shelf_folder = house.spaces
    monkeypatch.setattr("wallet.vault.shelf._NAME_BYTES", 0)
    (shelf_folder / "taken").mkdir()
    monkeypatch.setattr("wallet.vault.shelf.secrets.token_hex", lambda _count: "taken/below/it")

    answer = keep(client)

    assert answer.status_code == 503
    assert "Ordinateur" in text_of(client.get(HOME))


# ---------------------------------------------------------------- a phrase on the screen


def test_the_phrase_opens_and_a_wrong_one_is_told_without_blame(house):
    tile = a_kept_space(house)
    client = house.browser()

    wrong = unlock(client, tile, OTHER)
    right = unlock(client, tile, PHRASE.upper())

    assert wrong.status_code == 422
    assert WORDS.say("space.wrong-phrase", part="title") in text_of(wrong)
    assert right.headers["Location"] == HOME
    assert client.get(HOME).status_code == 200


def test_wrong_phrases_slow_down_and_never_shut_the_owner_out(house):
    tile = a_kept_space(house)
    client = house.browser()
    answers = [text_of(unlock(client, tile, OTHER)) for _ in range(FREE_TRIES)]

    at_once = unlock(client, tile)
    house.later(MOST_SECONDS_BETWEEN)
    after = unlock(client, tile)

    assert all(WORDS.say("space.wrong-phrase", part="title") in one for one in answers)
    assert at_once.status_code == 422
    assert after.headers["Location"] == HOME


def test_the_pause_grows_and_has_an_end():
    patience = Patience(tick=lambda: 0.0)

    pauses = [patience.note("nadia") for _ in range(FREE_TRIES + 2000)]

    assert pauses[: FREE_TRIES - 1] == [0] * (FREE_TRIES - 1)
    assert pauses == sorted(pauses)
    assert pauses[-1] == MOST_SECONDS_BETWEEN


@pytest.mark.parametrize(("seconds", "lasts"), [(LOCK_SECONDS, True), (LOCK_SECONDS + 1, False)])
def test_a_protected_space_is_closed_after_five_minutes(house, seconds, lasts):
    tile = a_kept_space(house)
    client = house.browser()
    unlock(client, tile)
    (visit,) = house.doors.visits.at(tile)

    house.later(seconds)
    house.doors.visits.sweep()

    assert (client.get(HOME).status_code == 200) is lasts
    assert (visit.carnet.space.vault._key is not None) is lasts, "its key is forgotten too"


def test_j_ai_termine_forgets_the_key_of_this_visit_and_of_no_other(house):
    tile = a_kept_space(house)
    one, other = house.browser(), house.browser()
    unlock(one, tile)
    unlock(other, tile)
    mine, theirs = house.doors.visits.at(tile)

    answer = leave(one)

    assert "was=locked" in answer.headers["Location"]
    assert mine.carnet.space.vault._key is None
    assert theirs.carnet.space.vault._key is not None
    assert other.get(HOME).status_code == 200
    assert goes_to_the_door(one.get(HOME))


# ---------------------------------------------------------------- attacks


def cookie_of(client):
    return client.get_cookie("badges").value


def test_the_cookie_holds_neither_phrase_nor_key_and_is_not_read_by_scripts(house):
    tile = a_kept_space(house)
    client = house.browser()
    token_of(client, f"/carnet/open/{tile}")
    answer = unlock(client, tile)
    (visit,) = house.doors.visits.at(tile)

    from flask.sessions import SecureCookieSessionInterface

    reader = SecureCookieSessionInterface().get_signing_serializer(house.app)
    told = reader.loads(cookie_of(client))

    assert set(told) <= {"visit", "csrf_token"}
    assert told["visit"] == visit.token
    for secret in (visit.carnet.space.vault.key, visit.carnet.space.key.seed):
        assert secret.hex() not in str(told)
    assert "HttpOnly" in answer.headers["Set-Cookie"]
    assert "SameSite=Lax" in answer.headers["Set-Cookie"]


def test_a_cookie_known_before_the_phrase_opens_nothing_after(house):
    tile = a_kept_space(house)
    victim, attacker = house.browser(), house.browser()
    begin(attacker)
    victim.set_cookie("badges", cookie_of(attacker))

    unlock(victim, tile)

    assert victim.get(HOME).status_code == 200
    assert cookie_of(victim) != cookie_of(attacker)
    assert goes_to_the_door(attacker.get(HOME)), "its own visit ended where the other began"


def test_a_cookie_kept_from_before_the_end_opens_nothing(house):
    tile = a_kept_space(house)
    client, thief = house.browser(), house.browser()
    unlock(client, tile)
    kept = cookie_of(client)

    leave(client)
    thief.set_cookie("badges", kept)

    assert goes_to_the_door(thief.get(HOME))


@pytest.mark.parametrize("change", ["cut", "letter", "made"])
def test_a_cookie_that_was_made_up_opens_nothing(house, change):
    tile = a_kept_space(house)
    client, thief = house.browser(), house.browser()
    unlock(client, tile)
    real = cookie_of(client)
    made = {
        "cut": real.rpartition(".")[0],
        "letter": real[:-6] + ("A" if real[-6] != "A" else "B") + real[-5:],
        "made": "eyJ2aXNpdCI6ImFsb25lIn0.aaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbb",
    }[change]

    thief.set_cookie("badges", made)

    assert goes_to_the_door(thief.get(HOME))


def test_one_visit_never_shows_the_badges_of_another_space(house, region):
    nadia, rose = a_kept_space(house, label="Nadia"), a_kept_space(house, OTHER, label="Rose")
    one, other = house.browser(), house.browser()
    unlock(one, nadia)
    add(one, region.badge("amina-ordinateur.png"))
    unlock(other, rose, OTHER)
    (visit,) = house.doors.visits.at(nadia)
    (held,) = visit.carnet.wallet().holdings()

    for act in ("", "/original"):
        assert other.get(f"/carnet/badges/{held.id}{act}").status_code == 404
    token = token_of(other, "/carnet/add")
    gone = other.post(f"/carnet/badges/{held.id}/remove", data={"csrf_token": token})
    assert gone.status_code == 404
    assert visit.carnet.wallet().removed() == ()


@pytest.mark.parametrize("tile", ["nowhere", "..", ".visit-x", "%2e%2e%2fspaces", "alone"])
def test_a_tile_that_is_not_there_is_not_found(house, tile):
    a_kept_space(house)
    client = house.browser()
    token = token_of(client, WHO)

    assert client.get(f"/carnet/open/{tile}").status_code == 404
    answer = client.post(f"/carnet/open/{tile}", data={"csrf_token": token, "phrase": PHRASE})
    assert answer.status_code == 404


@pytest.mark.parametrize("address", ["/carnet/begin", "/carnet/leave", "/carnet/protect"])
def test_an_act_of_the_door_without_its_token_is_refused(house, address):
    client = house.browser()
    begin(client)

    assert client.post(address).status_code == 400
    assert client.get(HOME).status_code == 200


# ---------------------------------------------------------------- the space that was named


def alone_in(folder, *, phrase=None):
    space = open_space(folder)
    if phrase:
        from tests.wallet.houses import CHEAP

        space.protect(phrase, cost=CHEAP)
        space.close()
        return Alone(folder=folder)
    return Alone(folder=folder, space=space)


def test_the_only_space_without_a_phrase_opens_at_once(around, tmp_path):
    alone = alone_in(tmp_path / "mine")
    with a_house(around, tmp_path, alone=alone) as house:
        assert house.browser().get(HOME).status_code == 200
        a_kept_space(house)

        assert goes_to_the_door(house.browser().get(HOME)), "there is somebody else now"
    alone.space.close()


def test_the_only_space_asks_for_its_phrase_when_it_has_one(around, tmp_path):
    alone = alone_in(tmp_path / "mine", phrase=PHRASE)
    with a_house(around, tmp_path, alone=alone, folder=None) as house:
        client = house.browser()
        assert goes_to_the_door(client.get(HOME))

        unlock(client, "alone")

        assert client.get(HOME).status_code == 200


def test_the_named_space_is_protected_where_it_is(around, tmp_path):
    alone = alone_in(tmp_path / "mine")
    with a_house(around, tmp_path, alone=alone, folder=None) as house:
        client, other = house.browser(), house.browser()

        keep(client)

        assert client.get(HOME).status_code == 200
        assert goes_to_the_door(other.get(HOME))
        assert not folder.has_seed(tmp_path / "mine")


def test_a_space_that_another_program_protects_closes_here(around, tmp_path):
    alone = alone_in(tmp_path / "mine")
    with a_house(around, tmp_path, alone=alone) as house:
        client = house.browser()
        assert client.get(HOME).status_code == 200
        from tests.wallet.houses import CHEAP

        with_phrase = open_space(tmp_path / "mine")
        with_phrase.protect(PHRASE, cost=CHEAP)
        with_phrase.close()

        first, (tile,) = client.get(HOME), house.doors.tiles()

        assert goes_to_the_door(first)
        assert tile.locked
        unlock(client, "alone")
        assert client.get(HOME).status_code == 200


def test_where_nothing_can_be_kept_a_visit_lives_in_the_temporary_folder(around, tmp_path):
    with a_house(around, tmp_path, folder=None) as house:
        client = house.browser()
        begin(client)
        (visit,) = house.doors.visits.at("")

        assert client.get("/carnet/protect").status_code == 404
        leave(client)
        assert not visit.carnet.space.folder.exists()


def test_a_badge_given_to_a_former_key_is_still_asked_for_by_its_owner(around, tmp_path, today):
    alone = alone_in(tmp_path / "mine")
    space = alone.space.rotate_key(now=today)
    carnet = Carnet(
        space=space, make=lambda asked: replace(around, recipients=asked), owner=("Zoé",)
    )

    assert carnet.circumstances().recipients == ("Zoé", space.did, alone.space.did)
    space.close()
