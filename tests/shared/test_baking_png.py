"""PNG: the badge as it was baked, or a reason; never one badge chosen between two."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.baking import bake, png, unbake
from shared.errors import DamagedImage, ForbiddenAddress, MalformedToken, TooBig, TwoBadges
from shared.model import TokenKind
from shared.tokens import MAX_TOKEN_BYTES
from tests.shared.pictures import (
    ADDRESS,
    ASSERTION,
    BADGE,
    END,
    OTHER_BADGE,
    PIXELS,
    SIGNATURE,
    TOKEN,
    chunk,
    header,
    itxt,
    text_chunk,
    ztxt,
)
from tests.shared.pictures import (
    png as a_png,
)


def damaged_part(image: bytes) -> str:
    with pytest.raises(DamagedImage) as refused:
        png.unbake(image)
    return str(refused.value.facts["part"])


@pytest.mark.parametrize(
    ("badge", "kind", "text", "notes"),
    [
        pytest.param(itxt(BADGE), "json", BADGE, (), id="as the standard says"),
        pytest.param(itxt(TOKEN), "jws", TOKEN, (), id="a token"),
        pytest.param(itxt(BADGE, b"clrcredential"), "json", BADGE, (), id="a learner record"),
        pytest.param(itxt(ASSERTION, b"openbadges"), "json", ASSERTION, (), id="open badges 2"),
        pytest.param(itxt(BADGE, packed=True), "json", BADGE, ("read.packed",), id="packed"),
        pytest.param(text_chunk(ADDRESS), "url", ADDRESS, (), id="only an address"),
        pytest.param(
            text_chunk(ADDRESS.replace("https", "http")), "url", ADDRESS, (), id="without s"
        ),
        pytest.param(text_chunk(ASSERTION), "json", ASSERTION, (), id="text chunk"),
        pytest.param(text_chunk(f"{TOKEN}\n"), "jws", TOKEN, (), id="a token and a line break"),
        pytest.param(ztxt(ASSERTION), "json", ASSERTION, ("read.packed",), id="packed text chunk"),
        pytest.param(text_chunk(ADDRESS, b"openbadge"), "url", ADDRESS, (), id="no s at the end"),
        pytest.param(
            text_chunk('{"a":"é"}'.encode("latin-1")), "json", '{"a":"é"}', (), id="latin-1"
        ),
        pytest.param(text_chunk('{"a":"é"}'), "json", '{"a":"é"}', (), id="utf-8 all the same"),
        pytest.param(
            chunk(b"iTXt", b"openbadges\0\0\0fr\0badge num\xc3\xa9rique\0" + ASSERTION.encode()),
            "json",
            ASSERTION,
            (),
            id="language and translated keyword",
        ),
    ],
)
def test_every_known_way_of_baking_is_read(badge, kind, text, notes):
    for image in (a_png(badge), a_png(pixels=PIXELS + badge)):
        token = png.unbake(image)

        assert (token.kind, token.text, token.notes) == (kind, text, notes)
        assert (token.container, token.picture, token.rivals) == ("png", image, ())


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(itxt(BADGE, b"OpenBadgeCredential"), id="other letters"),
        pytest.param(itxt(BADGE, b"openbadgecredential "), id="a space behind"),
        pytest.param(itxt("", b"openbadges"), id="nothing in it"),
        pytest.param(itxt(" \n", b"openbadges"), id="spaces in it"),
        pytest.param(text_chunk("Software", b"openbadgesx"), id="a longer keyword"),
        pytest.param(chunk(b"iTXt", b"XML:com.adobe.xmp\0\1"), id="a broken chunk of others"),
        pytest.param(chunk(b"teXt", b"openbadges\0" + ADDRESS.encode()), id="another kind"),
    ],
)
def test_what_is_no_badge_is_not_taken_for_one(other):
    assert png.unbake(a_png(other)) is None


def test_behind_the_end_nothing_is_read():
    assert png.unbake(a_png(tail=END + itxt(BADGE))) is None
    token = png.unbake(a_png(itxt(BADGE), tail=END + itxt(OTHER_BADGE)))
    assert token.text == BADGE
    assert token.notes == ("read.after-end",)


def test_a_moving_picture_is_said_to_move():
    assert png.unbake(a_png(chunk(b"acTL", bytes(8)), itxt(BADGE))).notes == ("read.animated",)


@pytest.mark.parametrize(
    "pair",
    [
        pytest.param((itxt(BADGE), itxt(OTHER_BADGE)), id="two new ones"),
        pytest.param((itxt(BADGE), itxt(OTHER_BADGE, b"clrcredential")), id="badge and record"),
        pytest.param((itxt(ASSERTION, b"openbadges"), text_chunk(ADDRESS)), id="two old ones"),
        pytest.param(
            (itxt(BADGE), text_chunk(ADDRESS), text_chunk(ADDRESS + "x")), id="two old, one new"
        ),
    ],
)
def test_two_badges_of_one_kind_are_refused_in_any_order(pair):
    for chunks in (pair, tuple(reversed(pair))):
        with pytest.raises(TwoBadges):
            png.unbake(a_png(*chunks))


def test_the_same_badge_twice_is_worth_a_note():
    token = png.unbake(a_png(itxt(BADGE), itxt(BADGE, packed=True)))

    assert token.text == BADGE
    assert set(token.notes) == {"read.chunk-twice", "read.packed"}


def test_the_older_badge_beside_a_newer_one_is_a_rival():
    old, new = text_chunk(ADDRESS), itxt(BADGE)

    for image in (a_png(old, new), a_png(new, old)):
        chosen, rival = unbake(image)
        assert (chosen.text, rival.text) == (BADGE, ADDRESS)
        assert chosen.rivals == (rival,)
        assert rival.picture is None


def test_one_text_under_both_keywords_has_no_rival():
    token = png.unbake(a_png(itxt(TOKEN, b"openbadges"), itxt(TOKEN)))

    assert (token.rivals, token.notes) == ((), ("read.chunk-twice",))


@pytest.mark.parametrize(
    ("image", "part"),
    [
        pytest.param(a_png(itxt(BADGE))[:-13], "cut", id="no end"),
        pytest.param(a_png(itxt(BADGE))[:60], "cut", id="cut in the badge"),
        pytest.param(SIGNATURE, "cut", id="signature only"),
        pytest.param(a_png(b"\xff\xff\xff\xffiTXt" + bytes(9)), "cut", id="4 GiB claimed"),
        pytest.param(a_png(chunk(b"i\0Xt")), "chunk", id="no name of a chunk"),
        pytest.param(a_png(chunk(b"iTXt", b"x", checksum=1)), "checksum", id="checksum of a text"),
        pytest.param(a_png(head=chunk(b"IHDR", bytes(13), checksum=1)), "checksum", id="of header"),
        pytest.param(a_png(pixels=chunk(b"IDAT", b"x", checksum=1)), "checksum", id="of pixels"),
        pytest.param(a_png(tail=chunk(b"IEND", checksum=1)), "checksum", id="of the end"),
        pytest.param(a_png(head=itxt(BADGE) + header()), "order", id="header second"),
        pytest.param(a_png(header()), "order", id="two headers"),
        pytest.param(a_png(pixels=b""), "order", id="no pixels"),
        pytest.param(a_png(pixels=PIXELS + itxt(BADGE) + PIXELS), "order", id="pixels apart"),
        pytest.param(a_png(pixels=PIXELS + chunk(b"PLTE", bytes(3))), "order", id="late palette"),
        pytest.param(a_png(tail=chunk(b"IEND", b"x")), "order", id="an end that holds something"),
        pytest.param(a_png(head=chunk(b"IHDR", bytes(12))), "header", id="short header"),
        pytest.param(a_png(head=header(width=0)), "header", id="no width"),
        pytest.param(a_png(head=header(height=0)), "header", id="no height"),
        pytest.param(a_png(head=header(width=2**31)), "header", id="width beyond the standard"),
        pytest.param(a_png(head=header(depth=3)), "header", id="three bits"),
        pytest.param(a_png(head=header(colour=5)), "header", id="no such colour type"),
        pytest.param(a_png(head=header(packing=1)), "header", id="no such packing"),
        pytest.param(a_png(head=header(interlace=2)), "header", id="no such interlace"),
        pytest.param(a_png(chunk(b"iTXt", b"openbadges")), "badge", id="no separators"),
        pytest.param(a_png(chunk(b"tEXt", b"openbadges")), "badge", id="no separator"),
        pytest.param(a_png(chunk(b"iTXt", b"openbadges\0\0\0fr")), "badge", id="one missing"),
        pytest.param(a_png(chunk(b"iTXt", b"openbadges\0\2\0\0\0{}")), "badge", id="flag 2"),
        pytest.param(a_png(chunk(b"iTXt", b"openbadges\0\1\1\0\0{}")), "badge", id="method 1"),
        pytest.param(a_png(chunk(b"zTXt", b"openbadges\0\1x")), "badge", id="method 1, packed"),
        pytest.param(a_png(chunk(b"zTXt", b"openbadges\0\0x")), "badge", id="not packed at all"),
        pytest.param(a_png(itxt(b'{"a":"\xff"}')), "badge", id="not utf-8"),
        pytest.param(a_png(itxt("Bonjour", b"openbadges")), "badge", id="something else"),
    ],
)
def test_damage_is_named(image, part):
    assert damaged_part(image) == part


def test_a_packed_badge_must_be_whole():
    whole = itxt(BADGE, packed=True)

    assert damaged_part(a_png(chunk(b"iTXt", whole[8:-10]))) == "badge"


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("file:///etc/hostname", ForbiddenAddress),
        ("javascript:alert(1)", ForbiddenAddress),
        ("eyJhbGciOiJub25lIn0.e30", MalformedToken),
    ],
)
def test_what_else_a_badge_chunk_may_hold_is_refused(text, error):
    with pytest.raises(error):
        png.unbake(a_png(text_chunk(text)))


@pytest.mark.parametrize("packed", [False, True])
def test_the_text_of_a_badge_has_one_limit(packed):
    inside = '{"a":"' + "a" * (MAX_TOKEN_BYTES - 8) + '"}'

    assert png.unbake(a_png(itxt(inside, packed=packed))).text == inside
    with pytest.raises(TooBig):
        png.unbake(a_png(itxt(" " + inside, packed=packed)))


def test_a_hundred_megabytes_in_a_hundred_kilobytes_are_not_unpacked():
    bomb = a_png(itxt(b'{"a":"' + b"A" * 100_000_000 + b'"}', packed=True))
    begin = time.perf_counter()

    with pytest.raises(TooBig):
        png.unbake(bomb)

    assert time.perf_counter() - begin < 0.5


def test_pixels_have_one_limit():
    assert png.unbake(a_png(head=header(width=10_000, height=6_000))) is None
    with pytest.raises(TooBig):
        png.unbake(a_png(head=header(width=10_000, height=6_001)))


def test_chunks_have_one_limit():
    small = chunk(b"tEXt", b"k\0v")
    around = 3

    assert png.unbake(a_png(*[small] * (png.MAX_CHUNKS - around))) is None
    with pytest.raises(TooBig):
        png.unbake(a_png(*[small] * (png.MAX_CHUNKS - around + 1)))


def test_baking_replaces_cleans_and_keeps_what_draws():
    palette, place = chunk(b"PLTE", bytes(3)), chunk(b"eXIf", b"II*\0GPS")
    gamma = chunk(b"gAMA", bytes(4))
    comment = text_chunk("--><script>alert(1)</script>", b"Comment")
    moving = chunk(b"acTL", bytes(8)) + chunk(b"fcTL", bytes(26))
    image = a_png(
        gamma, palette, itxt(OTHER_BADGE), text_chunk(ADDRESS), comment, place, moving,
        pixels=PIXELS + chunk(b"fdAT", b"x") + itxt(OTHER_BADGE),
        tail=END + b"PK\3\4",
    )  # fmt: skip

    baked = bake(image, BADGE)

    assert baked == SIGNATURE + header() + gamma + palette + itxt(BADGE) + PIXELS + END


@pytest.mark.parametrize(
    ("version", "keyword"),
    [("3.0", b"openbadgecredential"), ("2.0", b"openbadges"), ("clr-2.0", b"clrcredential")],
)
def test_the_keyword_follows_the_version(version, keyword):
    assert bake(a_png(), TOKEN, version=version) == a_png(itxt(TOKEN, keyword))


@given(st.dictionaries(st.text(), st.text(), max_size=3), st.booleans())
def test_what_is_baked_comes_back_to_the_letter(document, spaced):

    text = json.dumps(document, ensure_ascii=False, indent=2 if spaced else None)

    (token,) = unbake(bake(a_png(), text))

    assert (token.kind, token.text) == (TokenKind.JSON, text)
    assert bake(bake(a_png(), "{}"), text) == bake(a_png(), text)
