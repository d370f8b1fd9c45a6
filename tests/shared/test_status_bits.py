"""Bits: a list is read as it was written, and nothing packed by a stranger can hurt."""

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.errors import StatusListInvalid, StatusUnknown
from shared.multibase import base64url_encode
from shared.status.bits import GZIP, MAX_LIST_BYTES, ZLIB, StatusList, inflate, read_index
from shared.status.list_2021 import loose_base64


def packed(raw):
    return "u" + base64url_encode(gzip.compress(raw, mtime=0))


def why(call, *args, **options):
    with pytest.raises(StatusListInvalid) as refused:
        call(*args, **options)
    return refused.value.facts["why"]


def test_a_list_is_herd_sized_unless_told_otherwise():
    assert len(StatusList()) == 131_072


def test_the_first_badge_has_the_highest_bit_of_the_first_byte():
    bits = StatusList(16)
    bits.set(0)
    bits.set(8)

    assert bits.encode() == packed(b"\x80\x80")
    assert [bits.get(n) for n in range(10)] == [True] + [False] * 7 + [True, False]


def test_the_list_of_the_recommendation_is_read():
    """W3C Bitstring Status List v1.0, example 2: 16 KiB, nothing set."""
    example = "uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA"

    bits = StatusList.decode(example)

    assert len(bits) == 131_072
    assert not any(bits.get(n) for n in range(0, 131_072, 997))


def test_a_bit_can_be_taken_back():
    bits = StatusList(8)
    bits.set(3)
    bits.set(3, on=False)

    assert not bits.get(3)


@pytest.mark.parametrize("index", [-1, 16, 131_072])
def test_a_place_outside_the_list_is_refused(index):
    assert why(StatusList(16).get, index) == "index-range"
    assert why(StatusList(16).set, index) == "index-range"
    assert why(StatusList(16).value, index) == "index-range"


@pytest.mark.parametrize("bits", [0, -8, 7, 9])
def test_a_list_is_whole_bytes(bits):
    with pytest.raises(ValueError):
        StatusList(bits)


def test_wide_values_are_read_highest_bit_first():
    bits = StatusList.of(bytes([0b00_01_10_11, 0b1111_0001]))

    assert [bits.value(n, size=2) for n in range(4)] == [0, 1, 2, 3]
    assert [bits.value(n, size=4) for n in (2, 3)] == [15, 1]
    assert bits.value(0, size=16) == 0x1BF1
    assert why(bits.value, 1, size=16) == "index-range"
    assert why(bits.value, 5, size=3) == "index-range"


@given(st.sets(st.integers(0, 511)), st.integers(1, 8))
def test_what_is_written_is_read(indexes, kilobits):
    bits = StatusList(512 * kilobits)
    for index in indexes:
        bits.set(index)

    again = StatusList.decode(bits.encode())

    assert len(again) == len(bits)
    assert {n for n in range(512) if again.get(n)} == indexes


def outcome(call, *args, **options):
    """What a reader made of a stranger's text: a list, or the reason why not."""
    try:
        return call(*args, **options)
    except StatusUnknown as refused:
        return refused.facts["why"]


@given(st.one_of(st.text(), st.binary().map(lambda raw: "u" + base64url_encode(raw))))
def test_any_text_is_a_list_or_is_refused_in_our_words(text):
    reasons = {"encoding", "damaged", "two-parts", "too-long"}
    older = outcome(lambda: StatusList.of(inflate(loose_base64(text), wrapping=ZLIB)))

    for found in (outcome(StatusList.decode, text), older):
        assert isinstance(found, StatusList) or found in reasons


@given(st.data())
def test_a_damaged_list_is_never_another_list(data):
    whole = bytearray(gzip.compress(bytes(64), mtime=0))
    whole[data.draw(st.integers(0, len(whole) - 1))] ^= 1 << data.draw(st.integers(0, 7))

    found = outcome(StatusList.decode, "u" + base64url_encode(bytes(whole)))

    if isinstance(found, StatusList):  # The change fell on the date or the system's name.
        assert found.encode() == packed(bytes(64))


class TestPacking:
    def test_a_list_at_the_limit_is_read_and_one_byte_more_is_not(self):
        assert len(StatusList.decode(packed(bytes(1000)), limit=1000)) == 8000
        assert why(StatusList.decode, packed(bytes(1001)), limit=1000) == "too-long"

    def test_the_limit_is_sixteen_mebibytes(self):
        assert MAX_LIST_BYTES == 16 * 1024 * 1024
        assert why(StatusList.decode, packed(bytes(MAX_LIST_BYTES + 1))) == "too-long"
        assert len(StatusList.decode(packed(bytes(MAX_LIST_BYTES)))) == 8 * MAX_LIST_BYTES

    def test_two_parts_are_not_one_list(self):
        part = gzip.compress(bytes(8), mtime=0)

        assert why(StatusList.decode, "u" + base64url_encode(part + part)) == "two-parts"
        assert why(StatusList.decode, "u" + base64url_encode(part + b"\0")) == "two-parts"

    @pytest.mark.parametrize(
        ("raw", "expected"),
        [
            (gzip.compress(bytes(8), mtime=0)[:-1], "damaged"),
            (gzip.compress(bytes(8), mtime=0)[:-9] + b"\xff" * 9, "damaged"),
            (zlib.compress(bytes(8)), "damaged"),
            (bytes(8), "damaged"),
            (b"", "damaged"),
        ],
    )
    def test_what_is_no_gzip_is_refused(self, raw, expected):
        assert why(StatusList.decode, "u" + base64url_encode(raw)) == expected

    @pytest.mark.parametrize("text", ["", "z", "H4sIAAAA", "m" + "H4sIAAAA", "u*", "uAA==", "uAB"])
    def test_what_is_no_base64url_with_its_letter_is_refused(self, text):
        assert why(StatusList.decode, text) in ("encoding", "damaged")

    def test_the_older_wrapping(self):
        assert inflate(zlib.compress(b"ab"), wrapping=ZLIB) == b"ab"
        assert why(inflate, zlib.compress(b"ab"), wrapping=GZIP) == "damaged"

    @pytest.mark.parametrize("spelling", ["-_8", "-_8=", "+/8", "+/8="])
    def test_older_lists_use_either_alphabet(self, spelling):
        assert loose_base64(spelling) == b"\xfb\xff"

    @pytest.mark.parametrize("spelling", ["a", "a b", "a*", "é", "====", "abc====", "a=b="])
    def test_and_no_other(self, spelling):
        assert why(loose_base64, spelling) == "encoding"


@pytest.mark.parametrize(
    ("value", "index"), [("0", 0), ("5", 5), (5, 5), (0, 0), ("131071", 131_071), (2**31, 2**31)]
)
def test_a_place_is_digits_or_an_integer(value, index):
    assert read_index(value) == index


@pytest.mark.parametrize(
    "value",
    [
        "",
        "-1",
        -1,
        "5e0",
        "05",
        "5.0",
        5.0,
        True,
        None,
        "+5",
        " 5",
        "5\n",
        "٥",
        [5],
        "9" * 11,
        10**10,
    ],
)
def test_a_place_is_nothing_else(value):
    assert why(read_index, value) == "index-form"
