"""A badge in full inside a QR code: it comes back letter for letter, or not at all."""

import io
import random
import zlib

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from shared import packing, reading
from shared.errors import MalformedToken, QrIsNoBadge, TooBig
from shared.packing import ALPHABET, MARK, MAX_PACKED_LETTERS
from shared.tokens import MAX_TOKEN_BYTES

FRENCH = '{"name":"Écrire un courriel","when":"2026-11-22","more":" spaces  kept ","n":1.0}'


def a_code(text):
    picture = io.BytesIO()
    segno.make(text, error="m", micro=False).save(picture, kind="png", scale=4)
    return picture.getvalue()


@given(st.text(max_size=400))
def test_every_text_comes_back_letter_for_letter(text):
    assert packing.unpack(packing.pack(text)) == text


def test_the_letters_are_those_that_a_code_writes_densely():
    code = segno.make(packing.pack(FRENCH), micro=False)

    assert code.mode == "alphanumeric"


@pytest.mark.parametrize(
    ("raw", "written"),
    [(b"AB", "BB8"), (b"Hello!!", "%69 VD92EX0"), (b"base-45", "UJCLQE7W581")],
)
def test_base45_is_that_of_the_standard(raw, written):
    assert packing._base45(raw) == written
    assert packing._bytes(written) == raw


@pytest.mark.parametrize("letters", ["GGW", ":::", "A", "ab8", "BB8B", "::"])
def test_base45_that_nobody_writes_is_refused(letters):
    with pytest.raises(MalformedToken):
        packing.unpack(MARK + letters)


def test_a_code_of_the_square_is_read_as_the_badge():
    token = reading.read(a_code(packing.pack(FRENCH)))

    assert (token.text, token.container) == (FRENCH, "qr")


@pytest.mark.parametrize("text", [MARK, MARK + "ABC", packing.pack(FRENCH)[:-3]])
def test_a_code_that_is_cut_short_is_no_badge(text):
    with pytest.raises(QrIsNoBadge):
        reading.read(a_code(text))


def test_what_follows_the_end_is_refused():
    more = packing.pack(FRENCH) + packing._base45(b"more")

    with pytest.raises(MalformedToken):
        packing.unpack(more)


def test_a_code_holds_so_many_letters_and_not_one_more():
    largest = segno.make("A" * MAX_PACKED_LETTERS, error="l", micro=False)

    assert largest.version == 40
    with pytest.raises(segno.DataOverflowError):
        segno.make("A" * (MAX_PACKED_LETTERS + 1), error="l", micro=False)
    with pytest.raises(MalformedToken):
        packing.unpack(MARK + "A" * (MAX_PACKED_LETTERS - len(MARK)))
    with pytest.raises(TooBig):
        packing.unpack(MARK + "A" * (MAX_PACKED_LETTERS + 1 - len(MARK)))
    letters = "".join(random.Random(1).choices(ALPHABET, k=6000))
    with pytest.raises(TooBig):
        packing.pack(letters)


@pytest.mark.parametrize(("more", "fits"), [(0, True), (1, False)])
def test_a_small_code_cannot_hide_a_huge_text(more, fits):
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15, zdict=packing._LIST)
    squeezed = deflate.compress(b"A" * (MAX_TOKEN_BYTES + more)) + deflate.flush()
    packed = MARK + packing._base45(squeezed)

    assert len(packed) <= MAX_PACKED_LETTERS
    assert set(packed) <= set(ALPHABET)
    if fits:
        assert len(packing.unpack(packed)) == MAX_TOKEN_BYTES
    else:
        with pytest.raises(TooBig):
            packing.unpack(packed)


def test_the_list_of_terms_never_changes():
    """A square printed today is read in ten years: another list needs another mark."""
    assert (MARK, zlib.crc32(packing._LIST)) == ("OBQ1:", 3809581477)
