"""The form by invitation on a telephone: three pages, few acts, French and English, no script."""

import pytest

from tests.browser import PHONE, inspect, sideways
from tests.trust_registry import network
from tests.trust_registry.joiner import SLUG, WHO, Joiner
from tests.wallet.pages import served

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SECONDS_TO_READ_A_PAGE, SECONDS_TO_TAP = 15, 3
SECONDS_A_LETTER = 0.5
"""Slow, on a telephone's keyboard; a partner knows its address by heart."""
THREE_MINUTES = 180


@pytest.fixture
def joiner(tmp_path, today):
    network.make(tmp_path / "hub")
    return Joiner(tmp_path / "hub", today)


@pytest.fixture
def site(joiner):
    with served(joiner.app) as address:
        yield address


def fits(page):
    assert sideways(page) <= 0
    inspect(page)


@pytest.mark.parametrize(("locale", "script"), [("fr-FR", False), ("en-GB", True)])
def test_a_partner_publishes_in_under_three_minutes(pages, joiner, site, locale, script):
    page = pages(locale=locale, viewport=PHONE, java_script_enabled=script)
    spent = 0.0
    page.goto(f"{site}/invitation/{joiner.invited()}")
    check = fits if script else (lambda _page: None)
    check(page)
    for name, typed in WHO.items():
        page.fill(f"#{name}", typed)
        spent += SECONDS_TO_TAP + SECONDS_A_LETTER * len(typed)
    page.click("button.next")
    check(page)
    ticked = ("b04", "b07")
    for badge in ticked:
        page.check(f"#tick-{badge}")
    page.click("button.next")
    check(page)
    page.click("button.next")
    page.wait_for_selector('[role="status"]')
    check(page)

    spent += SECONDS_TO_TAP * (len(ticked) + 3) + SECONDS_TO_READ_A_PAGE * 4
    assert spent < THREE_MINUTES
    assert joiner.desk.entry(SLUG).about["fr"] == WHO["about"]
    page.goto("about:blank")


def test_a_fault_is_beside_its_field_and_what_was_typed_stays(pages, joiner, site):
    page = pages(viewport=PHONE)
    page.goto(f"{site}/invitation/{joiner.invited()}")
    page.fill("#about", WHO["about"])
    page.fill("#contact", "camille.durand@example.org")
    page.click("button.next")

    assert page.get_attribute("#contact", "aria-invalid") == "true"
    assert page.input_value("#about") == WHO["about"]
    fits(page)


def test_a_keyboard_is_enough(pages, joiner, site):
    page = pages(viewport=PHONE)
    page.goto(f"{site}/invitation/{joiner.invited()}")
    page.focus("#about")
    page.keyboard.type("Un atelier.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    page.focus("#tick-b01")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_selector("#public")
    page.focus("button.next")
    page.keyboard.press("Enter")
    page.wait_for_selector('[role="status"]')


def test_a_link_that_opens_nothing_fits(pages, site):
    page = pages(viewport=PHONE)
    page.goto(f"{site}/invitation/{'A' * 32}")
    fits(page)
