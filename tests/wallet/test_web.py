"""The wallet's pages: the same holdings and words as the command, for one space."""

import re
import shutil

import pytest

from shared.web.headers import HEADERS
from tests.wallet.pages import a_hall, add, an_app, text_of, token_of
from wallet.words import WORDS

LANGUAGES = ("fr", "en")
PAGES = (
    "/carnet/",
    "/carnet/add",
    "/carnet/pathways",
    "/carnet/pathways/fondamentaux",
    "/carnet/pathways/communication",
    "/carnet/done",
    "/essai/",
    "/registre/",
)
BADGE = re.compile(r'href="(/carnet/badges/[0-9a-f]+)"')


def named(wallet, title):
    return next(one for one in wallet.holdings() if one.title == title)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("address", PAGES)
def test_every_page_is_whole_in_both_languages(client, address, lang):
    answer = client.get(f"{address}?lang={lang}")

    page = text_of(answer)
    assert answer.status_code == 200
    assert f'<html lang="{lang}">' in page
    assert page.count("<h1") == 1
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert "no-store" in answer.headers["Cache-Control"]
    assert not re.search(r"<script>|<style|style=|onclick=", page)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_start_shows_each_badge_with_its_state_in_words(client, wallet, lang):
    page = text_of(client.get(f"/carnet/?lang={lang}"))

    assert len(set(BADGE.findall(page))) == len(wallet.holdings())
    assert WORDS.say("state.valid", lang=lang, part="word") in page
    assert WORDS.say("state.look-alike", lang=lang, part="word") in page


def test_the_start_advises_one_step(client):
    page = text_of(client.get("/carnet/"))

    assert page.count('class="next"') == 1
    assert "Smartphone" in page


def test_a_badge_is_shown_whole(client, wallet, region):
    holding = named(wallet, "Ordinateur")

    page = text_of(client.get(f"/carnet/badges/{holding.id}"))

    assert "/carnet/pictures/b01.svg" in page
    assert region.partner("fablab-la-clavette").name in page
    assert "Vous avez même montré à votre voisine" in page
    assert "Amina a remis en route un ordinateur" in page
    for recogniser in holding.checked.recognised_by:
        assert recogniser.name in page


def test_a_badge_is_new_until_it_was_shown(client, wallet):
    holding = named(wallet, "Ordinateur")
    assert holding.seen_at is None

    client.get(f"/carnet/badges/{holding.id}")

    assert wallet.get(holding.id).seen_at is not None


def test_as_many_badges_are_marked_new_as_the_start_says(client, wallet):
    page = text_of(client.get("/carnet/"))

    waiting = [one for one in wallet.unseen() if one.counts]
    assert len(waiting) < len(wallet.unseen())
    assert page.count(f'<span class="tag">{WORDS.say("carnet.new")}</span>') == len(waiting)


def test_the_picture_of_the_network_is_not_lent_to_a_stranger(client, wallet):
    stranger = named(wallet, "Outils collaboratifs")

    page = text_of(client.get(f"/carnet/badges/{stranger.id}"))

    assert "/carnet/pictures/" not in page
    assert '<img class="badge"' not in page


def test_the_original_leaves_as_it_came(client, wallet, region):
    holding = named(wallet, "Ordinateur")

    answer = client.get(f"/carnet/badges/{holding.id}/original")

    assert answer.data == region.badge("amina-ordinateur.png").content
    assert answer.headers["Content-Disposition"].startswith("attachment")


def test_each_file_added_gets_its_line_and_its_way_out(client, wallet, region):
    badges = [
        region.badge("zoe-outils.png"),
        region.badge("amina-tablette.png"),
        region.badge("mehmet-comptes-modifie.jwt"),
        region.badge("capture-d-ecran.png"),
    ]
    before = len(wallet.holdings())

    page = text_of(add(client, *badges, recipient="Zoé d’Arlay"))

    for badge in badges:
        assert badge.file in page
    for code in ("added", "already-held", "kept-aside", "unreadable"):
        assert WORDS.say(f"import.{code}") in page
    assert len(wallet.holdings()) == before + 1
    assert len(wallet.aside()) == 1


def test_a_badge_of_another_person_is_held_and_said_to_be(client, wallet, region):
    page = text_of(add(client, region.badge("rose-ordinateur.png")))

    assert WORDS.say("state.other-person") in page


def test_a_pasted_text_is_added(client, wallet, region):
    badge = region.badge("jean-marc-fichiers.jwt")

    add(client, text=badge.content.decode(), recipient="Jean-Marc Petitjean")

    assert named(wallet, "Gestion des fichiers").counts


@pytest.mark.parametrize("lang", LANGUAGES)
def test_adding_nothing_says_what_is_missing(client, lang):
    answer = add(client, lang=lang)

    assert answer.status_code == 422
    assert WORDS.say("carnet.add-nothing", lang=lang) in text_of(answer)


def test_of_a_file_kept_aside_nothing_is_shown_as_true(client, wallet, region):
    add(client, region.badge("mehmet-ordinateur-modifie.png"))
    (aside,) = wallet.aside()

    page = text_of(client.get(f"/carnet/badges/{aside.id}"))

    assert "mehmet-ordinateur-modifie.png" in page
    assert "Clavette" not in page
    assert "Mehmet" not in page.replace("mehmet-ordinateur-modifie.png", "")
    assert '<img class="badge"' not in page


def test_the_four_pathways_say_what_is_done_and_what_is_next(client):
    page = text_of(client.get("/carnet/pathways/fondamentaux"))

    places = re.findall(r'data-step="(\w+)"', page)
    assert places == ["done", "done", "next", "todo", "todo"]
    assert len(set(re.findall(r"/carnet/pathways/(\w+)", page))) >= 4


def test_a_badge_that_does_not_count_says_why_in_its_pathway(client, region):
    add(client, region.badge("rose-smartphone.png"))

    page = text_of(client.get("/carnet/pathways/fondamentaux"))

    assert re.findall(r'data-step="(\w+)"', page)[2] == "next"
    assert WORDS.say("state.other-person") in page


def test_a_badge_is_checked_again_put_away_and_brought_back(client, wallet):
    holding = named(wallet, "Tablette")
    address = f"/carnet/badges/{holding.id}"

    def press(act):
        token = token_of(client, address)
        return client.post(f"{address}/{act}", data={"csrf_token": token}).status_code

    assert press("again") == 303
    assert press("remove") == 303
    assert [one.id for one in wallet.removed()] == [holding.id]
    assert WORDS.say("carnet.restore") in text_of(client.get(address))
    assert press("restore") == 303
    assert wallet.removed() == ()


@pytest.mark.parametrize("act", ["again", "remove", "restore"])
def test_an_act_without_its_token_is_refused(client, wallet, act):
    holding = named(wallet, "Tablette")

    assert client.post(f"/carnet/badges/{holding.id}/{act}").status_code == 400
    assert client.get(f"/carnet/badges/{holding.id}/{act}").status_code == 405
    assert wallet.removed() == ()


@pytest.mark.parametrize(
    "address",
    [
        "/carnet/badges/ffffffffffff",
        "/carnet/badges/%2e%2e",
        "/carnet/pathways/nowhere",
        "/carnet/pictures/b99.svg",
        "/essai/manifest.json",
        "/essai/..%2fkeys",
        "/registre/../keys/people",
        "/registre/%2e%2e/internet.json",
    ],
)
def test_what_is_not_there_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_j_ai_termine_empties_what_the_browser_kept(client):
    assert client.get("/carnet/done").headers["Clear-Site-Data"] == '"cache"'


def test_every_badge_to_try_can_be_taken(client, region):
    page = text_of(client.get("/essai/"))

    for badge in region.badges:
        assert badge.says["fr"].split(".")[0][:20] in page.replace("&#39;", "'")
        taken = client.get(f"/essai/{badge.file}")
        assert taken.data == badge.content
        assert taken.headers["Content-Disposition"].startswith("attachment")


def test_the_partners_stand_by_name_and_kind(client, region):
    page = text_of(client.get("/registre/"))

    for partner in region.partners:
        assert partner.name in page


def test_the_registry_is_served_as_it_is_on_the_disk(client, region):
    for path in region.public.rglob("*.json"):
        name = path.relative_to(region.public).as_posix()
        with client.get(f"/registre/{name}") as answer:
            assert answer.data == path.read_bytes()


def test_the_screens_lead_to_each_other(client):
    for address in ("/", "/carnet/", "/registre/", "/essai/"):
        page = text_of(client.get(address))
        others = {"/", "/carnet/", "/registre/", "/essai/"} - {address}
        assert all(f'<a href="{other}">' in page for other in others)


def test_another_host_name_is_refused(client):
    assert client.get("/carnet/", headers={"Host": "evil.example"}).status_code == 400


def test_without_its_list_of_partners_nothing_turns_green(own_region, filled, tmp_path, today):
    shutil.copytree(filled, tmp_path / "kept")
    own_region.folder.joinpath("public/metadata/timestamp.json").unlink()
    with a_hall(own_region, tmp_path / "kept", now=today) as hall:
        client = an_app(hall).test_client()

        page = text_of(add(client, own_region.badge("jean-marc-fichiers.jwt")))
        others = [client.get(address).status_code for address in PAGES]

    assert "tone-ok" not in page
    assert others == [200] * len(PAGES)
