"""The page fixture keeps its promises: this machine only, and what axe finds fails a test."""

import pytest

from tests.browser import inspect

GOOD = "<!doctype html><html lang=fr><title>Badges</title><main><h1>Un badge</h1></main></html>"

pytestmark = pytest.mark.browser


def test_a_sound_page_passes(page):
    page.goto("data:text/html," + GOOD)

    inspect(page)


@pytest.mark.parametrize(
    ("inside", "complaint"),
    [
        pytest.param("<img src=''>", "image-alt", id="a picture without words"),
        pytest.param("<script>absent()</script>", "script", id="a script that fails"),
        pytest.param("<img alt='' src='https://example.org/x'>", "asked for", id="a stray request"),
    ],
)
def test_an_unsound_page_fails(page, inside, complaint):
    page.goto("data:text/html," + GOOD.replace("</main>", inside + "</main>"))

    with pytest.raises(AssertionError, match=complaint):
        inspect(page)

    page.strayed.clear()
    page.broken.clear()
    page.set_content(GOOD)
