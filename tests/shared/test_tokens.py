"""Tokens: a text is the JSON of a badge, a compact JWS or an https address, or none of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.errors import ForbiddenAddress, MalformedToken, TooBig, UnknownKind, Unreadable
from shared.model import TokenKind
from shared.tokens import MAX_ADDRESS_LETTERS, MAX_TOKEN_BYTES, token_of
from tests.shared.pictures import ADDRESS, TOKEN


@pytest.mark.parametrize(
    ("text", "kind", "kept"),
    [
        ('{"a": 1}', TokenKind.JSON, '{"a": 1}'),
        (' \n{"a": 1}\n', TokenKind.JSON, ' \n{"a": 1}\n'),
        ("[1]", TokenKind.JSON, "[1]"),
        (f"  {TOKEN}\n", TokenKind.JWS, TOKEN),
        (f"\ufeff{TOKEN}", TokenKind.JWS, TOKEN),
        (f" {ADDRESS} ", TokenKind.URL, ADDRESS),
        ("HTTP://badges.example/1", TokenKind.URL, "https://badges.example/1"),
        ("https://badges.example:8443/?a=é", TokenKind.URL, "https://badges.example:8443/?a=é"),
    ],
)
def test_each_kind_is_told_by_its_form(text, kind, kept):
    token = token_of(text, container="qr")

    assert (token.kind, token.text, token.container) == (kind, kept, "qr")


@pytest.mark.parametrize(
    "text", ["", " ", "Bonjour", "12", "abc.def.ghi", "ey", "badges.example/1"]
)
def test_anything_else_is_none(text):
    with pytest.raises(UnknownKind):
        token_of(text, container="text")


@pytest.mark.parametrize(
    "text",
    [
        "file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "mailto:a@b.example",
        "ftp://a.example/", "https:///x", "https://", "https://[x/", "https://a.example/<b>",
        "https://a.example\\@b.example/", "https://a.example/\u202e",
    ],
)  # fmt: skip
def test_an_address_that_is_not_asked(text):
    with pytest.raises(ForbiddenAddress):
        token_of(text, container="qr")


@pytest.mark.parametrize(
    "text", ["eyJ.e", "eyJ.e.x.y", "eyJ..x", "eyJ.e.x~y~", "eyJ.e=.x", "eyJ+.e.x"]
)
def test_a_token_that_is_not_strict(text):
    with pytest.raises(MalformedToken):
        token_of(text, container="text")


def test_an_address_has_a_longest_form():
    longest = "https://a.example/" + "x" * (MAX_ADDRESS_LETTERS - 18)

    assert token_of(longest, container="qr").text == longest
    with pytest.raises(ForbiddenAddress):
        token_of(longest + "x", container="qr")


def test_a_text_has_a_longest_form():
    longest = "{" + " " * (MAX_TOKEN_BYTES - 1)

    assert token_of(longest, container="json").text == longest
    with pytest.raises(TooBig):
        token_of(longest + " ", container="json")


@given(st.text(max_size=60))
def test_any_text_is_a_token_or_a_reason(text):
    try:
        token = token_of(text, container="text")
    except Unreadable:
        return
    assert token.text.strip() in text or token.kind is TokenKind.URL
