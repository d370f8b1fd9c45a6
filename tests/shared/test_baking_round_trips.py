"""Baking: what goes into a picture comes out to the letter, whatever it is and came from."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.baking import MAX_PICTURE_BYTES, bake, unbake
from shared.errors import (
    ForbiddenAddress,
    MalformedToken,
    NoBadgeInImage,
    TooBig,
    UnknownKind,
    UnsafeJson,
)
from shared.model import TokenKind
from shared.parsing import parse
from shared.proofs import data_integrity, vc_jwt
from shared.tokens import MAX_TOKEN_BYTES
from tests.shared.linked_badges import a_badge
from tests.shared.older_badges import assertion
from tests.shared.pictures import ADDRESS, png
from tests.shared.signers import ed25519

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4">'
    b"<title>Badge</title><path d='M0 0h4v4z'/></svg>"
)
PICTURES = {"png": png(), "svg": SVG}
KEY = ed25519().own
NEWER, OLDER = ["3.0", "clr-2.0"], ["2.1", "2.0", "1.1", "1.0", "0.5"]


@pytest.fixture(params=PICTURES)
def picture(request):
    return PICTURES[request.param]


def signed(today):
    return data_integrity.sign(a_badge(), key=KEY, method=KEY.method, created=today)


@pytest.mark.parametrize("indent", [None, 0, 2, "\t"])
@pytest.mark.parametrize("ascii_only", [True, False])
def test_a_signed_badge_comes_out_to_the_letter_and_still_holds(picture, indent, ascii_only, today):
    text = json.dumps(signed(today), indent=indent, ensure_ascii=ascii_only)

    (token,) = unbake(bake(picture, text))

    assert (token.kind, token.text) == (TokenKind.JSON, text)
    document = parse(token).document
    data_integrity.verify(document, document["proof"], KEY.public)


def test_a_token_comes_out_to_the_letter(picture):
    text = vc_jwt.sign(a_badge(), key=KEY, method=KEY.method)

    (token,) = unbake(bake(picture, text))

    assert (token.kind, token.text) == (TokenKind.JWS, text)


@pytest.mark.parametrize("version", [*NEWER, *OLDER])
def test_each_version_has_a_place_of_its_own(picture, version):
    text = json.dumps(assertion() if version in OLDER else a_badge())

    (token,) = unbake(bake(picture, text, version=version))

    assert token.text == text


@pytest.mark.parametrize("version", OLDER)
def test_the_older_versions_also_hold_an_address(picture, version):
    (token,) = unbake(bake(picture, ADDRESS, version=version))

    assert (token.kind, token.text) == (TokenKind.URL, ADDRESS)


def test_a_second_badge_takes_the_place_of_the_first(picture):
    once = bake(picture, json.dumps(a_badge()))
    again = json.dumps(a_badge(name="Un autre"))

    (token,) = unbake(bake(once, again))

    assert token.text == again


def test_baking_twice_is_baking_once(picture):
    text = json.dumps(a_badge())
    once = bake(picture, text)

    assert bake(once, text) == once


@given(st.dictionaries(st.text(max_size=8), st.text(max_size=30), max_size=4))
@pytest.mark.parametrize("kind", PICTURES)
def test_any_object_comes_out_to_the_letter(kind, members):
    text = json.dumps(members)

    (token,) = unbake(bake(PICTURES[kind], text))

    assert token.text == text


def test_the_largest_badge_goes_in(picture):
    text = json.dumps({"a": "x" * (MAX_TOKEN_BYTES - 9)})

    assert len(text) == MAX_TOKEN_BYTES
    assert unbake(bake(picture, text))[0].text == text
    with pytest.raises(TooBig):
        bake(picture, text + " ")


@pytest.mark.parametrize(
    ("credential", "error"),
    [
        ("Bonjour", UnknownKind),
        ("", UnknownKind),
        ("javascript:alert(1)", ForbiddenAddress),
        ("eyJhIjoxfQ.e", MalformedToken),
        ('{"a": "\ud800"}', UnsafeJson),
    ],
)
def test_only_a_badge_goes_in(picture, credential, error):
    with pytest.raises(error):
        bake(picture, credential)


def test_a_picture_without_badge_says_so(picture):
    with pytest.raises(NoBadgeInImage):
        unbake(picture)


def test_a_picture_has_a_largest_size():
    with pytest.raises(TooBig):
        unbake(png() + bytes(MAX_PICTURE_BYTES))
