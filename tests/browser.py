"""
A page in Chromium for the tests: this machine only, and inspected before it closes.

A request to anything but this machine is aborted and fails the test; so does a script
error of the page. At the end of each test axe reads the page that is then open.
"""

import shutil
from urllib.parse import urlsplit

import pytest

from tests.missing import need

ARGUMENTS = [
    "--no-sandbox",  # root in a container has no other choice
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
]
LOOPBACK = ("127.0.0.1", "localhost", "::1")
PHONE = {"width": 320, "height": 640}
"""The narrowest page that must work (WCAG 2.2, 1.4.10 Reflow)."""
PATIENCE_MS = 10_000
SETTLING = 20
"""Times that a page which was just resized is looked at again, a tenth of a second apart."""


@pytest.fixture(scope="session")
def browser():
    """Chromium of the system; skipped by name where it is missing."""
    need("Chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=ARGUMENTS
        )
        yield chromium
        chromium.close()


@pytest.fixture
def pages(browser):
    """Open pages, each in a context of its own: ``pages(locale="en-GB", viewport=PHONE)``."""
    opened = []

    def new_page(**options):
        context = browser.new_context(**{"locale": "fr-FR", **options})
        context.set_default_timeout(PATIENCE_MS)
        context.route("**/*", _keep_here)
        page = context.new_page()
        page.strayed, page.broken = [], []
        page.on("request", lambda request: _note(request, page))
        page.on("pageerror", lambda error: page.broken.append(str(error)))
        opened.append(page)
        return page

    yield new_page
    try:
        for page in opened:
            inspect(page)
    finally:
        for page in opened:
            page.context.close()


@pytest.fixture
def page(pages):
    """One page, French, as wide as a desk screen."""
    return pages()


def inspect(page):
    """Fail on a request that left this machine, on a script error, and on what axe finds."""
    assert not page.strayed, f"the page asked for {page.strayed}"
    assert not page.broken, f"a script of the page failed: {page.broken}"
    if page.is_closed() or page.url == "about:blank":
        return
    from axe_playwright_python.sync_playwright import Axe

    page.wait_for_load_state()
    found = Axe().run(page)
    assert found.violations_count == 0, f"{page.url}\n{found.generate_report()}"


def sideways(page):
    """Pixels that stand outside of the screen, once the page has its style sheet and settled."""
    page.wait_for_load_state()
    for _ in range(SETTLING):
        outside = page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        if outside <= 0:
            break
        page.wait_for_timeout(100)
    return outside


def _stays_here(url):
    parts = urlsplit(url)
    return parts.scheme in ("data", "blob", "about") or parts.hostname in LOOPBACK


def _keep_here(route):
    if _stays_here(route.request.url):
        route.continue_()
    else:
        route.abort()


def _note(request, page):
    if not _stays_here(request.url):
        page.strayed.append(request.url)
