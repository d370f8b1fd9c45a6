"""SVG: the badge by its namespace, one per drawing, and no look-up on the way."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from shared.baking import bake, markup, svg, unbake
from shared.errors import (
    DamagedImage,
    ForbiddenAddress,
    MalformedToken,
    NoBadgeInImage,
    TooBig,
    TwoBadges,
    UnknownKind,
    UnsafeSvg,
    WebPage,
)
from shared.multibase import base64url_encode
from tests.shared.pictures import (
    ADDRESS,
    ASSERTION,
    BADGE,
    CLR2,
    OB2,
    OTHER_BADGE,
    TOKEN,
    cdata,
    element,
)
from tests.shared.pictures import svg as a_drawing

SIGNED = f"eyJhbGciOiJub25lIn0.{base64url_encode(ASSERTION.encode())}.AA"
HOSTED = json.loads(ASSERTION)["id"]


def older(body="", verify=None) -> str:
    return element(body, verify=verify, name="assertion", namespace=OB2)


@pytest.mark.parametrize(
    ("badge", "kind", "text"),
    [
        pytest.param(element(cdata(BADGE)), "json", BADGE, id="cdata"),
        pytest.param(element(BADGE.replace("&", "&amp;")), "json", BADGE, id="plain text"),
        pytest.param(element(verify=TOKEN), "jws", TOKEN, id="token in the attribute"),
        pytest.param(element(f"\n {TOKEN}\n"), "jws", TOKEN, id="token as text"),
        pytest.param(element(TOKEN, verify=TOKEN), "jws", TOKEN, id="the same in both"),
        pytest.param(
            element(cdata(BADGE), namespace=CLR2), "json", BADGE, id="learner record"
        ),
        pytest.param(older(cdata(ASSERTION)), "json", ASSERTION, id="assertion in full"),
        pytest.param(older(verify=ADDRESS), "url", ADDRESS, id="address of an assertion"),
        pytest.param(
            older(cdata(ASSERTION), verify=HOSTED), "json", ASSERTION, id="assertion and address"
        ),
        pytest.param(
            older(cdata(ASSERTION), verify=SIGNED), "jws", SIGNED, id="assertion, signed and bare"
        ),
        pytest.param(
            f"<g><metadata>{element(cdata(BADGE))}</metadata></g>", "json", BADGE, id="deeper"
        ),
        pytest.param(
            element(cdata(BADGE)).replace("ob:", "x:").replace(":ob=", ":x="),
            "json",
            BADGE,
            id="other prefix",
        ),
    ],
)  # fmt: skip
def test_every_known_way_of_baking_is_read(badge, kind, text):
    drawing = a_drawing(badge)

    token = svg.unbake(drawing)

    assert (token.kind, token.text, token.container) == (kind, text, "svg")
    assert (token.picture, token.notes, token.rivals) == (drawing, (), ())


@pytest.mark.parametrize(
    "inside",
    [
        pytest.param("", id="a plain drawing"),
        pytest.param(element(cdata(BADGE), namespace="https://evil.example/ob"), id="namespace"),
        pytest.param(element(cdata(BADGE), name="Credential"), id="other letters"),
        pytest.param(f"<!-- {element(BADGE)} -->", id="in a comment"),
        pytest.param(f"<desc>{cdata(element(BADGE))}</desc>", id="in a text"),
        pytest.param(element(" \n"), id="nothing in it"),
    ],
)
def test_what_is_no_badge_is_not_taken_for_one(inside):
    assert svg.unbake(a_drawing(inside)) is None
    with pytest.raises(NoBadgeInImage):
        unbake(a_drawing(inside))


@pytest.mark.parametrize(
    "inside",
    [
        pytest.param(element(cdata(BADGE)) + element(cdata(OTHER_BADGE)), id="two elements"),
        pytest.param(element(cdata(BADGE)) * 2, id="two alike: the standard allows one"),
        pytest.param(
            element(cdata(BADGE)) + f"<g>{element(verify=TOKEN)}</g>", id="one hidden deeper"
        ),
        pytest.param(element(cdata(BADGE), verify=TOKEN), id="attribute and text differ"),
        pytest.param(older(cdata(ASSERTION), verify=ADDRESS), id="another address"),
        pytest.param(older(cdata("{}"), verify=ADDRESS), id="an address that the text lacks"),
        pytest.param(older(cdata("{broken"), verify=SIGNED), id="a token and a broken text"),
    ],
)
def test_two_stories_are_refused(inside):
    with pytest.raises(TwoBadges):
        svg.unbake(a_drawing(inside))


def test_a_broken_copy_beside_its_address_leaves_the_address():
    token = svg.unbake(a_drawing(older(cdata("{verify: 1}"), verify=ADDRESS)))

    assert (token.kind, token.text) == ("url", ADDRESS)
    assert token.notes == ("read.body-ignored",)


def test_the_older_badge_beside_a_newer_one_is_a_rival():
    chosen, rival = unbake(a_drawing(older(verify=ADDRESS), element(cdata(BADGE))))

    assert (chosen.text, rival.text) == (BADGE, ADDRESS)


@pytest.mark.parametrize(
    ("inside", "error"),
    [
        pytest.param(element(f"<b>{BADGE}</b>"), UnsafeSvg, id="an element inside"),
        pytest.param(element(f"{BADGE}<!-- -->"), UnsafeSvg, id="a comment inside"),
        pytest.param(element(verify="javascript:alert(1)"), ForbiddenAddress, id="a script"),
        pytest.param(element(verify="eyJhIjoxfQ.e30"), MalformedToken, id="two parts"),
        pytest.param(element("Bonjour"), DamagedImage, id="something else"),
        pytest.param(f'<ob:credential verify="{TOKEN}"/>', DamagedImage, id="prefix not declared"),
        pytest.param(
            f'<ob:credential verify="{TOKEN}"/><g xmlns:o="not-absolute"/>',
            DamagedImage,
            id="prefix not declared, and a warning after it",
        ),
    ],
)
def test_what_else_a_badge_element_may_hold_is_refused(inside, error):
    with pytest.raises(error):
        svg.unbake(a_drawing(inside))


@pytest.mark.parametrize(
    "before",
    [
        pytest.param('<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/hostname">]>', id="file"),
        pytest.param('<!DOCTYPE svg [<!ENTITY % x SYSTEM "http://e.example/"> %x;]>', id="other"),
        pytest.param('<!DOCTYPE svg SYSTEM "a>b" [<!ENTITY x "y">]>', id="quoted bracket"),
        pytest.param("<!-- <!DOCTYPE svg> --><!DOCTYPE svg [<!ENTITY x 'y'>]>", id="decoy"),
        pytest.param("<!DOCTYPE svg [ ]>", id="declares nothing"),
    ],
)
def test_declarations_are_refused(before):
    with pytest.raises(UnsafeSvg):
        svg.unbake(a_drawing(element(cdata(BADGE)), before=before))


def test_the_usual_document_type_is_taken():
    usual = (
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
        '"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    )

    assert svg.unbake(a_drawing(element(cdata(BADGE)), before=usual)).text == BADGE
    with pytest.raises((UnsafeSvg, DamagedImage)):
        svg.unbake(a_drawing(element("&x;"), before=usual))


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("UTF-8", "utf-8"),
        ("utf-8", "utf-8-sig"),
        ("ISO-8859-1", "latin-1"),
        ("UTF-16", "utf-16"),
        ("UTF-8", "utf-16"),
    ],
)
def test_common_alphabets_are_read(declared, encoding):
    text = (
        f'<?xml version="1.0" encoding="{declared}"?>\n' + a_drawing(element(cdata(BADGE))).decode()
    )

    assert svg.unbake(text.encode(encoding)).text == BADGE


def test_an_alphabet_that_hides_markup_is_refused():
    hidden = b'<?xml version="1.0" encoding="UTF-7"?>' + a_drawing(element(cdata(BADGE)))

    with pytest.raises(UnsafeSvg):
        svg.unbake(hidden)


@pytest.mark.parametrize(
    ("markup_text", "error"),
    [
        ("<!doctype html><p>Bonjour</p>", WebPage),
        ("<html><body><svg></svg></body></html>", WebPage),
        ("<HTML><br></HTML>", WebPage),
        ("<rss></rss>", UnknownKind),
        ("<svg xmlns='https://evil.example/'></svg>", UnknownKind),
        ("<", UnknownKind),
        ("<svg xmlns='http://www.w3.org/2000/svg'><g>", DamagedImage),
        ("<svg xmlns='http://www.w3.org/2000/svg'>\x01</svg>", DamagedImage),
        ("<svg xmlns='http://www.w3.org/2000/svg'/><svg/>", DamagedImage),
        ("<svg xmlns='http://www.w3.org/2000/svg'>&x;</svg>", DamagedImage),
    ],
)
def test_other_markup_is_named(markup_text, error):
    with pytest.raises(error):
        svg.unbake(markup_text.encode())


def test_depth_has_one_limit():
    def nested(depth):
        return a_drawing("<g>" * depth + "</g>" * depth)

    assert svg.unbake(nested(markup.MAX_DEPTH - 1)) is None
    for depth in (markup.MAX_DEPTH, 300, 100_000):
        with pytest.raises(UnsafeSvg):
            svg.unbake(nested(depth))


def test_elements_have_one_limit():
    around = 2

    assert svg.unbake(a_drawing("<g/>" * (markup.MAX_ELEMENTS - around))) is None
    with pytest.raises(UnsafeSvg):
        svg.unbake(a_drawing("<g/>" * (markup.MAX_ELEMENTS - around + 1)))


def test_attributes_have_one_limit():
    def with_attributes(count):
        many = " ".join(f'a{number}=""' for number in range(count))
        return f'<svg xmlns="http://www.w3.org/2000/svg" {many}/>'.encode()

    assert svg.unbake(with_attributes(markup.MAX_ATTRIBUTES)) is None
    with pytest.raises(UnsafeSvg):
        svg.unbake(with_attributes(markup.MAX_ATTRIBUTES + 1))


def test_size_has_one_limit():
    drawing = a_drawing()
    inside = drawing + b"\n" * (markup.MAX_XML_BYTES - len(drawing))

    assert svg.unbake(inside) is None
    with pytest.raises(TooBig):
        svg.unbake(inside + b"\n")


def test_baking_puts_the_badge_first_and_replaces():
    old = a_drawing("  ", f"<g>{older(verify=ADDRESS)} </g>", element(cdata(OTHER_BADGE)))

    baked = bake(old, BADGE).decode()

    assert baked.index("<openbadges:credential") < baked.index("<g>") < baked.index("<circle")
    assert OTHER_BADGE not in baked
    assert ADDRESS not in baked
    assert baked.count(cdata(BADGE)) == 1
    assert unbake(baked.encode())[0].text == BADGE


@pytest.mark.parametrize(
    ("credential", "version", "piece"),
    [
        (TOKEN, "3.0", f'<openbadges:credential xmlns:openbadges="{svg.OB3}" verify="{TOKEN}"/>'),
        (TOKEN, "clr-2.0", f'xmlns:openbadges="{svg.CLR2}" verify="{TOKEN}"'),
        (ADDRESS, "2.0", f'<openbadges:assertion xmlns:openbadges="{OB2}" verify="{ADDRESS}"/>'),
        (ASSERTION, "2.0", f'verify="{HOSTED}"><![CDATA[{ASSERTION}]]>'),
        ('{"id":"urn:uuid:1"}', "2.0", "><![CDATA["),
    ],
)
def test_each_version_has_its_element(credential, version, piece):
    baked = bake(a_drawing(), credential, version=version)

    assert piece in baked.decode()
    assert unbake(baked)[0].text == credential


XML_TEXT = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\ufffe\uffff"))


@given(st.dictionaries(XML_TEXT, XML_TEXT, max_size=3), st.sampled_from([None, 2]))
@example({"a": "]]>", "b": "\x7f\x85\u2028"}, None)
@example({"a": "&amp;<![CDATA["}, None)
def test_what_is_baked_comes_back_to_the_letter(document, indent):
    text = json.dumps(document, ensure_ascii=False, indent=indent)

    baked = bake(a_drawing(), text)

    assert unbake(baked)[0].text == text
    assert bake(baked, text) == baked


@pytest.mark.parametrize("between", ["\r\n", "\r", "\t", "\n\n"])
def test_line_breaks_come_back_to_the_letter(between):
    text = f'{{{between}"a":"]]>"{between}}}'

    assert unbake(bake(a_drawing(), text))[0].text == text


def test_what_xml_cannot_hold_is_written_as_json_can():
    (token,) = unbake(bake(a_drawing(), '{"a":"\ufffe\uffff"}'))

    assert token.text == '{"a":"\\ufffe\\uffff"}'


@pytest.mark.parametrize("credential", ["", "Bonjour", "12"])
def test_only_a_badge_is_baked(credential):
    with pytest.raises(UnknownKind):
        bake(a_drawing(), credential)
