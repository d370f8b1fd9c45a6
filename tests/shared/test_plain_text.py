"""What people read of a badge is plain text; the texts that need no cleaning lose nothing."""

import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.parsing import shapes
from shared.parsing.shapes import MAX_MARKS, clean

UNTOUCHED = shapes._NOTHING_TO_CLEAN


@pytest.fixture(scope="module")
def letter_by_letter():
    """The same without the short way for plain texts."""
    never = re.compile(r"(?!)")

    def slowly(text):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(shapes, "_NOTHING_TO_CLEAN", never)
            return clean(text)

    return slowly


def test_each_letter_taken_as_plain_is_plain(letter_by_letter):
    plain = [chr(one) for one in range(sys.maxunicode + 1) if UNTOUCHED.fullmatch(chr(one))]

    assert len(plain) > 700
    assert [hex(ord(one)) for one in plain if letter_by_letter(f"a{one}b") != f"a{one}b"] == []


@given(st.text(alphabet="aé \n\tœ’\u0301\u202e\u200b\x1b\x00\u00ad€한ا", max_size=40))
def test_both_ways_end_alike(letter_by_letter, text):
    assert clean(text) == letter_by_letter(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("e\u0301", "é"),
        ("a\x1b[31m", "a[31m"),
        ("a\u202eb", "ab"),
        ("a" + "\u0300" * (MAX_MARKS + 2), "à" + "\u0300" * MAX_MARKS),
        (" a ", "a"),
    ],
)
def test_what_is_no_plain_text_is_made_so(text, expected):
    assert clean(text) == expected
