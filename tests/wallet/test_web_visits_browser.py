"""A visit in Chromium: begun, kept, ended; on a phone, without a script, by day and by night."""

import pytest

from tests.browser import PHONE, inspect, sideways
from tests.wallet.houses import OTHER, PHRASE, a_house, a_kept_space
from tests.wallet.pages import served
from wallet.words import WORDS

pytestmark = [pytest.mark.browser, pytest.mark.slow]
INSIDE = ("/carnet/", "/carnet/key", "/carnet/protect", "/carnet/asleep")


@pytest.fixture
def house(around, tmp_path):
    with a_house(around, tmp_path) as found:
        yield found


@pytest.fixture
def site(house):
    with served(house.app) as address:
        yield address


def sound(page):
    assert sideways(page) <= 0, page.url
    inspect(page)


def add(page, site, badge):
    page.goto(site + "/carnet/add")
    page.set_input_files("#badge", {"name": badge.file, "mimeType": "", "buffer": badge.content})
    page.click("button.next")
    page.wait_for_selector("ul.files")


def begin(page, site):
    page.goto(site + "/carnet/")
    page.click("form[action='/carnet/begin'] button >> nth=0")


@pytest.mark.parametrize(
    ("locale", "scheme"),
    [("fr-FR", "light"), pytest.param("en-GB", "dark", marks=pytest.mark.proof)],
)
def test_every_page_of_the_door_is_sound(pages, house, site, locale, scheme):
    tile = a_kept_space(house)
    page = pages(locale=locale, viewport=PHONE, color_scheme=scheme)
    for address in ("/who", f"/open/{tile}", f"/open/{tile}/forgotten"):
        page.goto(f"{site}/carnet{address}")
        sound(page)
    begin(page, site)
    for address in INSIDE:
        page.goto(site + address)
        sound(page)
    page.goto(site + "/carnet/")
    page.click("header form button")
    sound(page)
    page.goto(f"{site}/carnet/open/{tile}")
    page.fill("#phrase", OTHER)
    page.click("button.next")
    sound(page)
    page.fill("#phrase", PHRASE)
    page.click("button.next")
    for address in ("/carnet/key", "/carnet/key/erase"):
        page.goto(site + address)
        sound(page)
    page.goto(site + "/carnet/key")
    page.click("details:has(#phrase) summary")
    page.fill("#phrase", PHRASE)
    page.click("details:has(#phrase) button")
    sound(page)


@pytest.mark.parametrize("script", [True, False])
def test_a_visit_is_kept_and_found_again_with_or_without_a_script(
    pages, house, site, region, script
):
    page = pages(viewport=PHONE, java_script_enabled=script)
    begin(page, site)
    add(page, site, region.badge("amina-ordinateur.png"))
    page.goto(site + "/carnet/protect")
    offered = page.inner_text("section.sheet p.lead")
    page.fill("#phrase", offered)
    page.fill("#again", offered)
    page.fill("#label", "Amina")
    page.click("button.next")
    page.wait_for_url("**/carnet/key?kept=")
    assert page.is_visible("form[action$='/key/card'] button")
    page.click("a.back")
    assert "Ordinateur" in page.inner_text("main")

    page.click("header form button")
    page.goto(site + "/carnet/who")
    page.click("a.choice")
    page.fill("#phrase", offered)
    page.click("button.next")

    assert "Ordinateur" in page.inner_text("main")
    page.goto("about:blank")  # axe is a script


def test_the_back_button_shows_nothing_after_j_ai_termine(pages, house, site, region):
    page = pages()
    begin(page, site)
    add(page, site, region.badge("amina-ordinateur.png"))
    page.click("ul.files a")
    page.wait_for_selector("article.badge-detail")

    page.click("header form button")
    assert WORDS.say("door.done-wiped") in page.inner_text("main")
    for _ in range(3):
        page.go_back()
        assert "Ordinateur" not in page.inner_text("body")
    page.goto(site + "/carnet/")
    assert "/carnet/who" in page.url


def test_the_whole_way_in_goes_by_keyboard(pages, house, site):
    tile = a_kept_space(house)
    page = pages()
    page.goto(f"{site}/carnet/who")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('a.choice')"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/open/{tile}")
    page.focus("#phrase")
    page.keyboard.type(PHRASE)
    page.keyboard.press("Enter")

    page.wait_for_url("**/carnet/")


def test_a_page_left_open_hides_itself_without_a_script(pages, house, site, region, monkeypatch):
    monkeypatch.setattr("wallet.web.entrance._LATE_SECONDS", -899)
    page = pages(java_script_enabled=False)
    begin(page, site)

    page.wait_for_url("**/carnet/asleep")

    assert WORDS.say("door.asleep") in page.inner_text("main")
    page.goto("about:blank")  # axe is a script
