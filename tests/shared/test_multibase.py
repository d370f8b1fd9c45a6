"""Multibase: one text for the same bytes, and no other text is taken for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.multibase import (
    MAX_BASE58_LETTERS,
    base58_decode,
    base58_encode,
    base64url_decode,
    base64url_encode,
    multibase_decode,
    multibase_encode,
)


@given(st.binary(max_size=200))
def test_bytes_come_back(raw):
    assert base58_decode(base58_encode(raw)) == raw
    assert base64url_decode(base64url_encode(raw)) == raw
    assert multibase_decode(multibase_encode(raw)) == raw
    assert multibase_decode("u" + base64url_encode(raw)) == raw


@pytest.mark.parametrize(
    ("raw", "text"),
    [(b"", ""), (b"\0", "1"), (b"\0\0\1", "112"), (b"Hello World!", "2NEpo7TZRRrLZSi2U")],
)
def test_base58_as_others_write_it(raw, text):
    assert base58_encode(raw) == text
    assert base58_decode(text) == raw


@pytest.mark.parametrize("text", ["0", "O", "I", "l", " 2", "2\n", "é"])
def test_letters_outside_base58_are_refused(text):
    with pytest.raises(ValueError, match="base58"):
        base58_decode(text)


def test_base58_stops_before_it_costs():
    assert base58_decode("1" * MAX_BASE58_LETTERS) == b"\0" * MAX_BASE58_LETTERS
    with pytest.raises(ValueError, match="long"):
        base58_decode("1" * (MAX_BASE58_LETTERS + 1))


@pytest.mark.parametrize(
    "text", ["QQ==", "Q", "QR", "Q Q", "QQ\n", "+/", "QUI\u00e9", "QQ.QQ", "\uff21\uff21"]
)
def test_base64url_has_no_second_spelling(text):
    with pytest.raises(ValueError, match="base64"):
        base64url_decode(text)


@pytest.mark.parametrize("text", ["", "f00", "mAA", "Z2", "2NEpo"])
def test_other_bases_are_refused(text):
    with pytest.raises(ValueError, match="multibase"):
        multibase_decode(text)
