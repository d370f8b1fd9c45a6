"""A page carries signed badges along: they are found, and nothing else of it is read."""

import pytest

from shared import page_to_show, reading
from shared.errors import TwoBadges, UnknownKind, UnsafeJson, WebPage

SIGNED = '{"type":["VerifiablePresentation"],"n":1.0,"é":" kept "}'


def a_page(*addresses, start="<!doctype html>"):
    links = "".join(f'<a href="{one}" download>x</a>' for one in addresses)
    return f"{start}<html lang=fr><body>{links}</body></html>".encode()


def test_what_a_page_carries_comes_back_letter_for_letter():
    token = reading.read(a_page(page_to_show.carry(SIGNED)))

    assert (token.text, token.container) == (SIGNED, "html")


@pytest.mark.parametrize("start", ["\ufeff<!DOCTYPE HTML>", "\n\n<!doctype html>", "<html>"])
def test_a_page_is_known_by_its_start(start):
    assert reading.read(a_page(page_to_show.carry(SIGNED), start=start)).text == SIGNED


def test_the_same_twice_is_once():
    address = page_to_show.carry(SIGNED)

    assert reading.read(a_page(address, address)).text == SIGNED


def test_two_different_ones_are_refused():
    with pytest.raises(TwoBadges):
        reading.read(a_page(page_to_show.carry(SIGNED), page_to_show.carry("{}")))


@pytest.mark.parametrize(
    ("page", "error"),
    [
        (a_page(), WebPage),
        (a_page("https://example.org/a.json"), WebPage),
        (a_page("data:application/json;base64,e30="), WebPage),
        (a_page(page_to_show.ADDRESS + "e30"), UnsafeJson),
        (a_page(page_to_show.ADDRESS + "/////w=="), UnsafeJson),
        (a_page(page_to_show.carry("bonjour")), UnknownKind),
        (a_page(page_to_show.carry("https://example.org/a.json")), WebPage),
    ],
)
def test_any_other_page_holds_no_badge(page, error):
    with pytest.raises(error):
        reading.read(page)


def test_a_drawing_is_not_a_page():
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg"><a href="{page_to_show.carry(SIGNED)}"/></svg>'
    )

    assert page_to_show.carried(drawing.encode()) is None
