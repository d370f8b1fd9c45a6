"""Other people's drawings: what draws stays, what acts or asks goes, the person too."""

import pytest
from lxml import etree

from shared.baking import clean_svg
from shared.errors import UnsafeSvg
from tests.shared.pictures import ADDRESS, BADGE, cdata, element
from tests.shared.pictures import svg as a_drawing

PIXEL = "data:image/png;base64,iVBORw0KGgo="


def cleaned(*inside: str, **around: str) -> str:
    return clean_svg(a_drawing(*inside, **around)).decode()


@pytest.mark.parametrize(
    ("inside", "gone"),
    [
        ("<script>alert(1)</script>", "alert"),
        ('<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>', "alert"),
        ('<rect onclick="alert(1)" onfocus="a()"/>', "onclick"),
        ('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>', "<p"),
        ('<h:img xmlns:h="http://www.w3.org/1999/xhtml" src="https://e.example/"/>', "img"),
        ('<use href="data:image/svg+xml;base64,PHN2Zz4=#x"/>', "data:"),
        ('<use href="https://e.example/a.svg#x"/>', "e.example"),
        ('<use xlink:href="//e.example/a.svg#x"/>', "e.example"),
        ('<image href="https://e.example/seen.gif"/>', "e.example"),
        ('<image xlink:href="file:///etc/hostname"/>', "file:"),
        ('<image href="data:image/svg+xml;base64,PHN2Zz4="/>', "data:"),
        ('<image href="data:text/html,x"/>', "data:"),
        ('<feImage href="https://e.example/"/>', "feImage"),
        ("<style>@import url(https://e.example/a.css);</style>", "import"),
        ("<style>circle{fill:url(https://e.example/f#x)}</style>", "e.example"),
        ("<style>circle{fill:u\\72l(https://e.example/)}</style>", "e.example"),
        ("<style>@font-face{src:local(x)}</style>", "font-face"),
        ('<rect style="fill:URL(https://e.example/)"/>', "e.example"),
        ('<rect fill="url(https://e.example/f#x)"/>', "e.example"),
        ("<rect fill=\"url('#a') url(//e.example)\"/>", "e.example"),
        ('<rect filter="url (//e.example)"/>', "e.example"),
        ('<a xlink:href="&#106;avascript:alert(1)"><text>x</text></a>', "javascript"),
        ('<a><set attributeName="href" to="javascript:alert(1)"/></a>', "javascript"),
        ('<animate attributeName="href" values="javascript:alert(1)"/>', "javascript"),
        ("<!-- a remark -->", "remark"),
        ('<?xml-stylesheet href="https://e.example/a.xsl"?>', "e.example"),
        (element(cdata(BADGE)), "Premiers pas"),
        (element(verify=ADDRESS), "badges.example"),
        ('<b:g xmlns:b="urn:b" b:a="e.example"/><g xmlns:b="urn:b" b:a="e.example"/>', "e.example"),
        ("<metadata>Camille</metadata>", "Camille"),
        ('<g data-name="Camille" xml:base="https://e.example/"/>', "example"),
    ],
)  # fmt: skip
def test_what_acts_asks_or_names_is_gone(inside, gone):
    clean = cleaned(inside)

    assert gone not in clean
    assert "<circle" in clean


def test_before_the_drawing_nothing_stays():
    clean = cleaned(before='<?xml-stylesheet href="https://e.example/"?>', attributes='onload="a"')

    assert "e.example" not in clean
    assert "onload" not in clean


@pytest.mark.parametrize(
    "kept",
    [
        '<path d="M0 0h9v9z" fill="#E44D26" transform="rotate(4)"/>',
        '<rect width="4" height="4" style="fill:url(#shade);opacity:.5"/>',
        "<style>.a{fill:#fff;stroke:url(#shade)}</style>",
        '<g id="curly"><title>Étoile</title><desc>Une étoile</desc></g>',
        '<text x="1" y="2">Bravo <tspan font-weight="bold">à vous</tspan> !</text>',
        '<linearGradient id="shade"><stop offset="1" stop-color="red"/></linearGradient>',
        f'<image width="1" height="1" xlink:href="{PIXEL}"/>',
        '<use xlink:href="#curly"/>',
        '<filter id="f"><feGaussianBlur stdDeviation="2"/></filter>',
    ],
)  # fmt: skip
def test_what_draws_stays(kept):
    assert kept in cleaned(kept)


def test_copies_of_copies_are_not_drawn():
    doubled = "".join(
        f'<g id="g{n}"><use href="#g{n - 1}"/><use href="#g{n - 1}"/></g>' for n in range(1, 30)
    )

    root = etree.fromstring(clean_svg(a_drawing('<g id="g0"/>', doubled)))

    targets = [
        use.get("{http://www.w3.org/1999/xlink}href")
        for use in root.iter("{http://www.w3.org/2000/svg}use")
    ]
    assert targets == ["#g0", "#g0"]


def test_a_clean_drawing_stays_as_it_is():
    once = clean_svg(a_drawing("<g><title>a</title></g>", element(cdata(BADGE))))

    assert clean_svg(once) == once


def test_what_is_no_drawing_is_refused():
    with pytest.raises(UnsafeSvg):
        cleaned(before='<!DOCTYPE svg [<!ENTITY x "y">]>')
