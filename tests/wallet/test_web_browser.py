"""
The pages in Chromium: dropped badges, true answers, on a phone, by keyboard, without a script.

One address serves all of them, as ``make run`` does; axe reads the last page of each test.
"""

import pytest

from tests.browser import PHONE, inspect, sideways
from tests.wallet.pages import a_hall, an_app, served
from verifier.verdict import Level

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ANSWERS = (
    "amina-ordinateur.png",
    "hoa-collaboratifs.png",
    "marie-therese-presentation-papier.png",
    "kevin-tablette-retire.png",
    "kevin-smartphone-en-pause.svg",
    "rose-comptes-date-passee.png",
    "olena-sites-pas-encore.json",
    "olena-navigation-autre-personne.png",
    "marie-therese-presentation-site-en-panne.png",
    "ousmane-ordinateur-sans-signature.json",
    "kevin-navigation-inconnue.png",
    "kevin-texte-nom-ressemblant.png",
    "mehmet-ordinateur-modifie.png",
    "capture-d-ecran.png",
)
"""Each of the seven levels, and the variants that look different."""
PAGES = (
    "/",
    "/help",
    "/privacy",
    "/carnet/",
    "/carnet/add",
    "/carnet/pathways",
    "/carnet/pathways/fondamentaux",
    "/carnet/done",
    "/essai/",
    "/registre/",
    "/nowhere",
)
DESK = {"width": 1200, "height": 900}
TWICE = 640
"""Pixels in which text at 200 % has as little room as plain text in 320."""
MAX_TABS = 30
"""More presses of the Tab key than any page of ours needs to reach its button."""


@pytest.fixture(scope="module")
def site(region, tmp_path_factory, today):
    folder = tmp_path_factory.mktemp("site")
    with a_hall(region, folder, now=today) as hall, served(an_app(hall)) as address:
        yield address


def drop(page, site, badge):
    page.goto(site + "/")
    page.set_input_files("#badge", {"name": badge.file, "mimeType": "", "buffer": badge.content})
    if badge.recipients:
        page.fill("#who", badge.recipients[0])
    page.click("button.next")
    page.wait_for_selector(".verdict")
    page.wait_for_load_state()  # what is measured next is measured with its style sheet


def level(page):
    return page.get_attribute(".verdict", "data-level")


def press_tab_to(page, selector):
    """Press Tab until the element has the focus, and it shows."""
    for _ in range(MAX_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            ring = "getComputedStyle(document.activeElement).outlineStyle"
            assert page.evaluate(ring) != "none"
            return
    pytest.fail(f"Tab never reaches {selector}")


@pytest.mark.parametrize("file", ANSWERS)
def test_a_badge_dropped_gets_its_answer_on_a_phone_and_on_a_desk(pages, site, region, file):
    badge = region.badge(file)
    page = pages(viewport=PHONE)

    drop(page, site, badge)

    assert level(page) == badge.level
    for size in (PHONE, DESK):
        page.set_viewport_size(size)
        assert sideways(page) <= 0
        top = page.locator(".verdict h1").bounding_box()["y"]
        assert top < size["height"], "the answer is seen without scrolling"


@pytest.mark.parametrize(
    ("locale", "scheme"),
    [
        ("fr-FR", "light"),
        ("en-GB", "dark"),
        pytest.param("fr-FR", "dark", marks=pytest.mark.proof),
        pytest.param("en-GB", "light", marks=pytest.mark.proof),
    ],
)
def test_every_page_is_sound_by_day_and_by_night_in_both_languages(pages, site, locale, scheme):
    page = pages(locale=locale, viewport=PHONE, color_scheme=scheme)
    for address in PAGES:
        page.goto(site + address)

        assert page.get_attribute("html", "lang") == locale[:2]
        assert sideways(page) <= 0, address
        inspect(page)


@pytest.mark.parametrize("address", [*PAGES, "badge"])
def test_text_twice_as_large_stays_whole(pages, site, region, address):
    page = pages(viewport={"width": TWICE, "height": 900})
    if address == "badge":
        drop(page, site, region.badge("amina-ordinateur.png"))
    else:
        page.goto(site + address)

    page.evaluate("document.documentElement.style.fontSize = '200%'")

    assert sideways(page) <= 0


def test_the_keyboard_alone_leads_to_the_answer(page, site, region):
    badge = region.badge("zoe-ordinateur-a-son-nom.png")
    page.goto(site + "/")

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    press_tab_to(page, "#badge")
    page.set_input_files("#badge", {"name": "b.png", "mimeType": "", "buffer": badge.content})
    press_tab_to(page, "#who")
    page.keyboard.type(badge.recipients[0])
    press_tab_to(page, "button.next")
    page.keyboard.press("Enter")
    page.wait_for_selector(".verdict")
    page.wait_for_load_state()  # what is measured next is measured with its style sheet

    assert level(page) == badge.level
    press_tab_to(page, ".next")


@pytest.fixture
def bare_page(pages):
    """A page that runs no script; axe, which is one, is not asked to look at it."""
    page = pages(java_script_enabled=False)
    yield page
    page.goto("about:blank")


def test_without_a_script_the_answer_is_the_same(bare_page, site, region):
    badge = region.badge("kevin-tablette-retire.png")

    drop(bare_page, site, badge)

    assert level(bare_page) == badge.level
    assert not bare_page.locator("[data-print]").is_visible()


DROPPED = """
([name, bytes]) => {
  const carried = new DataTransfer();
  carried.items.add(new File([new Uint8Array(bytes)], name));
  for (const kind of ["dragenter", "dragover", "drop"]) {
    document.body.dispatchEvent(
      new DragEvent(kind, { dataTransfer: carried, bubbles: true, cancelable: true }));
  }
}
"""


def test_a_file_dropped_anywhere_is_chosen_and_said_aloud(page, site, region):
    badge = region.badge("amina-messagerie.svg")
    page.goto(site + "/")

    page.evaluate(DROPPED, [badge.file, list(badge.content)])

    assert badge.file in page.inner_text("[role=status]")
    page.click("button.next")
    page.wait_for_selector(".verdict")
    assert level(page) == badge.level


def test_a_file_too_large_is_said_before_it_is_sent(page, site):
    page.goto(site + "/")

    page.evaluate(DROPPED, ["large.png", [0] * 1])
    page.set_input_files(
        "#badge", {"name": "large.png", "mimeType": "", "buffer": bytes(10 * 1024 * 1024 + 1)}
    )
    said = page.inner_text("[role=status]")
    page.click("button.next")

    assert "10" in said
    assert page.locator(".verdict").count() == 0


def test_the_answer_is_asked_again_in_the_other_language(page, site, region):
    drop(page, site, region.badge("amina-ordinateur.png"))

    page.click("button[lang=en]")
    page.wait_for_selector("html[lang=en] .verdict")

    assert level(page) == Level.TRUSTED


def test_a_learner_adds_badges_and_sees_the_next_step(pages, site, region):
    page = pages(viewport=PHONE)
    page.goto(site + "/carnet/")
    page.click("text=Ajouter un badge")
    files = ("zoe-outils.png", "mehmet-comptes-modifie.jwt", "capture-d-ecran.png")
    chosen = [region.badge(file) for file in files]
    page.set_input_files(
        "#badge", [{"name": b.file, "mimeType": "", "buffer": b.content} for b in chosen]
    )
    page.click("button.next")
    page.wait_for_selector(".files")
    assert page.locator(".files > li").count() == len(files)
    assert sideways(page) <= 0
    inspect(page)

    page.click(".row .next")
    assert page.locator(".reception h1").count() == 1
    assert sideways(page) <= 0
    inspect(page)

    page.goto(site + "/carnet/")
    page.click("[aria-labelledby=next-step] .next")

    assert page.locator("[data-step=next]").count() == 1
    assert page.locator("[data-step=done]").count() == 2
    assert sideways(page) <= 0


MOTION = "e => getComputedStyle(e).animationName + ' ' + getComputedStyle(e).animationDuration"


@pytest.mark.parametrize(("wanted", "seconds"), [("no-preference", "0.5s"), ("reduce", "0s")])
def test_the_reception_moves_once_and_not_at_all_for_those_who_asked(pages, site, wanted, seconds):
    page = pages(viewport=PHONE, reduced_motion=wanted)

    page.goto(site + "/carnet/received")

    assert page.locator(".reception .badge").evaluate(MOTION) == f"received {seconds}"
    assert sideways(page) <= 0


def test_a_badge_of_the_wallet_is_read_on_a_phone(pages, site):
    page = pages(viewport=PHONE)
    page.goto(site + "/carnet/")
    page.locator(".cards").first.locator("h3 a", has_text="Ordinateur").click()

    assert page.inner_text("h1") == "Ordinateur"
    assert page.locator(".quote").count() == 1
    assert sideways(page) <= 0
    state = page.locator(".state").first.bounding_box()["y"]
    assert state < PHONE["height"], "the state is seen without scrolling"
