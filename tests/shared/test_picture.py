"""Pictures: the issuer's is known again however it was saved, and no other passes for it."""

import base64
import io
import json

import pytest
from PIL import Image

from shared.baking import bake
from shared.errors import DamagedImage, ImageKindNotTaken, TooBig, UnsafeSvg
from shared.picture import MAX_MEAN, MAX_PART, Match, compare, packed
from shared.tokens import MAX_TOKEN_BYTES
from tests.shared.pictures import BADGE, chunk, itxt, png, svg
from trust_registry.catalogue import image, seed

BADGES = {one.id: one for one in seed().badges}
MAIL = image(BADGES["b10"])


def drawn(picture):
    sheet = Image.open(io.BytesIO(picture)).convert("RGBA")
    paper = Image.new("RGBA", sheet.size, "white")
    paper.alpha_composite(sheet)
    return paper.convert("RGB")


def saved(picture, kind, **options):
    made = io.BytesIO()
    picture.save(made, kind, **options)
    return made.getvalue()


def resized(side):
    return saved(drawn(MAIL).resize((side, side)), "PNG")


def marked(share):
    """The picture with one dark square, as large as a part of its side."""
    sheet = drawn(MAIL)
    side = round(sheet.width * share)
    sheet.paste("black", (0, 0, side, side))
    return saved(sheet, "PNG")


@pytest.mark.parametrize(
    "received",
    [
        pytest.param(bake(MAIL, BADGE), id="with a badge in it"),
        pytest.param(MAIL, id="as it is"),
        pytest.param(saved(Image.open(io.BytesIO(MAIL)), "PNG", compress_level=0), id="repacked"),
        pytest.param(image(BADGES["b10"], "svg"), id="the drawing it was made from"),
        pytest.param(bake(image(BADGES["b10"], "svg"), BADGE), id="the drawing with a badge in it"),
    ],
)
def test_the_badge_inside_makes_no_other_picture(received):
    found = compare(received, MAIL)

    assert (found.match, found.shown) == (Match.SAME, None)


@pytest.mark.parametrize(
    "received",
    [
        pytest.param(saved(drawn(MAIL), "JPEG", quality=20), id="a poor photo"),
        pytest.param(saved(drawn(MAIL), "WEBP", quality=50), id="another format"),
        pytest.param(resized(64), id="smaller"),
        pytest.param(resized(700), id="larger"),
    ],
)
def test_a_copy_is_known_again(received):
    found = compare(received, MAIL)

    assert found.match is Match.ALIKE
    assert found.distance <= MAX_MEAN


@pytest.mark.parametrize(
    "received",
    [
        pytest.param(image(BADGES["b11"]), id="another badge of the same hand"),
        pytest.param(saved(drawn(MAIL).convert("L"), "PNG"), id="without its colours"),
        pytest.param(saved(drawn(MAIL).resize((256, 200)), "PNG"), id="pressed flat"),
        pytest.param(marked(0.25), id="a part covered"),
        pytest.param(svg(), id="any drawing"),
        pytest.param(png(), id="any picture"),
    ],
)
def test_another_picture_is_another(received):
    found = compare(received, MAIL)

    assert found.match is Match.DIFFERENT
    assert found.shown is not None


def test_the_catalogue_has_no_two_pictures_that_pass_for_each_other():
    pictures = [image(one) for one in BADGES.values()]

    for place, one in enumerate(pictures):
        neighbour = pictures[(place + 1) % len(pictures)]
        assert compare(one, neighbour).match is Match.DIFFERENT


def test_what_is_shown_holds_nothing_of_the_files():
    secret = b"camille@example.org"
    with_place = png(itxt(BADGE), chunk(b"tEXt", b"Comment\0" + secret), tail=chunk(b"IEND"))

    one, other = compare(with_place + secret, MAIL).shown

    for shown in (one, other):
        assert shown.startswith(b"\x89PNG")
        assert secret not in shown
        assert b"iTXt" not in shown
        assert max(Image.open(io.BytesIO(shown)).size) <= 192


def test_a_script_is_gone_before_anybody_draws():
    trap = svg('<image href="https://evil.example/seen.png"/>', "<script>alert(1)</script>")

    assert compare(trap, svg()).match is Match.SAME


@pytest.mark.parametrize(
    ("received", "error"),
    [
        (b"%PDF-1.7", ImageKindNotTaken),
        (b"", ImageKindNotTaken),
        (MAIL[:-20], DamagedImage),
        (b"\xff\xd8\xff nothing", DamagedImage),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>', UnsafeSvg),
        (
            b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 999999"><rect/></svg>',
            (DamagedImage, TooBig),
        ),
    ],
    ids=["a PDF", "nothing", "cut", "no photo", "entities", "a tower"],
)
def test_what_cannot_be_looked_at_is_no_comparison(received, error):
    with pytest.raises(error):
        compare(received, MAIL)


class TestPacked:
    def test_a_picture_inside_the_badge(self):
        address = f"data:image/png;base64,{base64.b64encode(MAIL).decode()}"

        assert packed(address) == MAIL
        assert packed("data:image/svg+xml;charset=utf-8,%3Csvg%2F%3E") == b"<svg/>"
        assert packed("https://badges.example/1.png") is None

    @pytest.mark.parametrize(
        "address",
        ["data:text/html,<b>", "data:image/png;base64,é", "data:image/png;base64", "data:"],
    )
    def test_anything_else_is_none(self, address):
        with pytest.raises(ImageKindNotTaken):
            packed(address)

    def test_no_longer_than_a_badge(self):
        begin = "data:image/svg+xml,"
        longest = begin + "a" * (MAX_TOKEN_BYTES - len(begin))

        assert len(packed(longest)) == MAX_TOKEN_BYTES - len(begin)
        with pytest.raises(TooBig):
            packed(longest + "a")


def test_the_limits_stand_between_copies_and_others():
    assert MAX_MEAN < 12
    assert MAX_PART < 37
    assert json.loads(BADGE)
