"""The fifteen images: one hand, fifteen tiles nobody confuses, nothing in them but drawing."""

import io
import itertools
import re
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image, ImageChops, ImageFilter, ImageStat

from trust_registry.catalogue import BadgeEntry, image, seed

SVG = "{http://www.w3.org/2000/svg}"
DRAWING = {"svg", "title", "desc", "g", "path", "rect", "circle"}
ATTRIBUTES = {
    *("viewBox", "role", "aria-labelledby", "id", "d", "fill", "stroke", "stroke-width"),
    *("stroke-linecap", "stroke-linejoin", "transform", "opacity"),
    *("x", "y", "width", "height", "rx", "cx", "cy", "r"),
}
MAX_SVG_BYTES = 4_000
CATALOGUE = seed()
GLAZES = {
    "fondamentaux": ("#EDB640", "#DC9E22"),
    "bureautique": ("#2E6A4B", "#255A3F"),
    "communication": ("#1D5568", "#174657"),
    "demarches": ("#7A2038", "#661A2F"),
    "mednum": ("#2A2320", "#3A302B"),
}

every_badge = pytest.mark.parametrize("entry", CATALOGUE.badges, ids=lambda entry: entry.slug)


def drawing_of(entry: BadgeEntry) -> etree._Element:
    return etree.fromstring(image(entry, "svg"))


def parts_of(entry: BadgeEntry) -> list[etree._Element]:
    """Outline, facet, inner line, pictogram and (but for the professional) the steps."""
    return [part for part in drawing_of(entry) if part.tag not in (f"{SVG}title", f"{SVG}desc")]


# ------------------------------------------------------------------ safe and said


@every_badge
def test_a_drawing_holds_shapes_and_plain_attributes_only(entry):
    raw = image(entry, "svg")

    assert len(raw) < MAX_SVG_BYTES
    assert b"<!" not in raw
    assert b"<?" not in raw
    assert b"url(" not in raw
    for element in drawing_of(entry).iter():
        assert element.tag.removeprefix(SVG) in DRAWING
        assert set(element.attrib) <= ATTRIBUTES


@every_badge
def test_a_drawing_says_its_name_and_its_place(entry):
    drawing = drawing_of(entry)
    (pathway,) = CATALOGUE.pathways_of(entry.id)
    title, description = drawing.find(f"{SVG}title"), drawing.find(f"{SVG}desc")

    assert drawing.get("viewBox") == "0 0 128 128"
    assert drawing.get("role") == "img"
    assert drawing.get("aria-labelledby", "").split() == [title.get("id"), description.get("id")]
    assert title.text == entry.name["fr"]
    assert description.text.startswith(pathway.name["fr"])
    if not entry.authorises:
        step, steps = pathway.badges.index(entry.id) + 1, len(pathway.badges)
        assert description.text.endswith(f"étape {step} sur {steps}")


# ------------------------------------------------------------------ the grammar


@every_badge
def test_the_glaze_and_the_outline_are_those_of_the_pathway(entry):
    (pathway,) = CATALOGUE.pathways_of(entry.id)
    siblings = [parts_of(CATALOGUE.badge(step)) for step in pathway.badges]
    outline, facet, line = parts_of(entry)[:3]

    assert (outline.get("fill"), facet.get("fill")) == GLAZES[pathway.id]
    assert line.get("stroke-width") == "2.5"
    for place in range(3):
        assert len({parts[place].get("d") for parts in siblings}) == 1


def test_two_pathways_never_share_an_outline():
    outlines = {
        pathway.id: parts_of(CATALOGUE.badge(pathway.badges[0]))[0].get("d")
        for pathway in CATALOGUE.pathways
    }

    assert len(set(outlines.values())) == len(outlines) == 5


@every_badge
def test_the_pictogram_is_one_line_of_six_in_at_most_five_strokes(entry):
    pictogram = parts_of(entry)[3]

    assert pictogram.get("stroke-width") == "6"
    assert pictogram.get("stroke-linecap") == pictogram.get("stroke-linejoin") == "round"
    assert 1 <= len(pictogram) <= 5


@every_badge
def test_the_row_of_tiles_shows_a_place(entry):
    (pathway,) = CATALOGUE.pathways_of(entry.id)
    rows = parts_of(entry)[4:]
    if entry.authorises:
        assert rows == []
        return
    large = [tile.get("stroke") is not None for tile in rows[0]]

    assert len(large) == len(pathway.badges)
    assert [at for at, is_large in enumerate(large) if is_large] == [pathway.badges.index(entry.id)]


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@every_badge
def test_the_pictogram_stands_out_on_both_facets(entry):
    outline, facet, _, pictogram = parts_of(entry)[:4]
    ink = luminance(pictogram.get("stroke"))

    for glaze in (outline, facet):
        light, dark = sorted((ink, luminance(glaze.get("fill"))), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 6.0


# ------------------------------------------------------------------ the pictures

SIDE = 64
APART = 10.0
"""Mean difference of grey (of 255) at 64 pixels, slightly blurred: two tiles that the eye
tells apart.  The closest two of the fifteen are at 13; the same pictogram on another step
is at 2 to 3."""


def at_a_glance(picture: bytes) -> Image.Image:
    """A picture as seen small, on paper, without colour, by eyes that are a little tired."""
    tile = Image.open(io.BytesIO(picture)).convert("RGBA")
    tile = tile.resize((SIDE, SIDE), Image.Resampling.LANCZOS)
    paper = Image.new("RGBA", tile.size, "#FBF6EC")
    paper.alpha_composite(tile)
    return paper.convert("L").filter(ImageFilter.GaussianBlur(1))


def distance(one: Image.Image, other: Image.Image) -> float:
    return float(ImageStat.Stat(ImageChops.difference(one, other)).mean[0])


@every_badge
def test_a_picture_is_a_square_png_with_a_transparent_edge(entry):
    with Image.open(io.BytesIO(image(entry, "png"))) as picture:
        assert picture.format == "PNG"
        assert picture.size == (256, 256)
        assert picture.mode == "RGBA"
        assert all(picture.getpixel(corner)[3] == 0 for corner in ((0, 0), (255, 0), (255, 255)))
        assert picture.getpixel((128, 200))[3] == 255


def test_the_fifteen_are_told_apart_at_64_pixels_without_colour():
    seen = {entry.slug: at_a_glance(image(entry, "png")) for entry in CATALOGUE.badges}
    too_close = {
        pair: round(distance(seen[pair[0]], seen[pair[1]]), 1)
        for pair in itertools.combinations(seen, 2)
        if distance(seen[pair[0]], seen[pair[1]]) < APART
    }

    assert len(seen) == 15
    assert too_close == {}


def test_the_same_pictogram_on_another_step_would_be_found_too_close():
    resvg = pytest.importorskip("resvg_py", reason="the images extra draws")
    spreadsheet = image(CATALOGUE.badge("tableur"), "svg").decode()
    slides = image(CATALOGUE.badge("presentation"), "svg").decode()
    row, other_row = (re.findall(r"<g fill=\"#.*", text)[-1] for text in (spreadsheet, slides))

    moved = resvg.svg_to_bytes(svg_string=spreadsheet.replace(row, other_row), width=256)

    assert moved != image(CATALOGUE.badge("tableur"), "png")
    genuine = at_a_glance(image(CATALOGUE.badge("tableur"), "png"))
    assert distance(at_a_glance(bytes(moved)), genuine) < APART


@every_badge
def test_a_picture_is_the_one_drawn_from_the_svg(entry):
    resvg = pytest.importorskip("resvg_py", reason="the images extra draws")
    drawn = bytes(resvg.svg_to_bytes(svg_string=image(entry, "svg").decode(), width=256))

    assert distance(at_a_glance(drawn), at_a_glance(image(entry, "png"))) < 0.5


def test_no_image_is_left_over():
    folder = Path(__file__).parents[2] / "trust_registry" / "catalogue" / "seed" / "images"
    named = {name for entry in CATALOGUE.badges for name in (entry.image_svg, entry.image_png)}

    assert {file.name for file in folder.iterdir()} == named
