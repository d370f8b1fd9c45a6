"""Paper: the square on it is the signed badge, read back from a poor copy; each sheet is tagged."""

import ctypes
import io
import json
import random
import shutil
import sys

import pypdfium2
import pytest
from click.testing import CliRunner
from pypdfium2 import raw

from shared import reading
from shared.model import Token, TokenKind
from tests.wallet.people import typing
from trust_registry.catalogue import seed
from verifier.cli import main as verify
from wallet.paper.badge_sheet import MODULE_MM, SQUARE_MM
from wallet.paper.squares import QUIET, square_of
from wallet.sharing.errors import TooBigForPaper

pytestmark = pytest.mark.slow
FILES = ("amina-ordinateur.png", "jean-marc-fichiers.jwt", "zoe-outils.png")
PATHWAYS = [pathway.id for pathway in seed().pathways]
A4 = (595, 842)


@pytest.fixture(scope="module")
def kept(region, today, tmp_path_factory):
    """A space with three badges, to be copied."""
    folder = tmp_path_factory.mktemp("kept") / "amina"
    type_ = typing(folder, at=today, registry=region.folder, replay=region.bundle)
    type_("import", *(region.folder / "badges" / name for name in FILES))
    return folder


@pytest.fixture
def amina(region, today, tmp_path, kept):
    shutil.copytree(kept, tmp_path / "amina")
    return typing(tmp_path / "amina", at=today, registry=region.folder, replay=region.bundle)


def ids(amina):
    return [one["id"] for one in amina("list", "--json").answers]


def photographed(pdf, *, dpi=150, quality=None):
    """The first page as a scanner or a poor telephone gives it."""
    page = pypdfium2.PdfDocument(pdf)[0]
    seen = page.render(scale=dpi / 72).to_pil().convert("L")
    picture = io.BytesIO()
    if quality is None:
        seen.save(picture, "PNG")
    else:
        seen.rotate(2, fillcolor=255, expand=True).save(picture, "JPEG", quality=quality)
    return picture.getvalue()


def words_for_pictures(pdf):
    """What is said of each picture of the first page to those who do not see it."""
    page = pypdfium2.PdfDocument(pdf)[0]
    tree = raw.FPDF_StructTree_GetForPage(page)
    tops = [
        raw.FPDF_StructTree_GetChildAtIndex(tree, n)
        for n in range(raw.FPDF_StructTree_CountChildren(tree))
    ]
    return [text for top in tops for text in _words_below(top)]


def _words_below(element):
    if _text(raw.FPDF_StructElement_GetType, element) == "Figure":
        yield _text(raw.FPDF_StructElement_GetAltText, element)
    for n in range(raw.FPDF_StructElement_CountChildren(element)):
        child = raw.FPDF_StructElement_GetChildAtIndex(element, n)
        if child:
            yield from _words_below(child)


def _text(ask, element):
    length = ask(element, None, 0)
    room = ctypes.create_string_buffer(length)
    ask(element, room, length)
    return room.raw.decode("utf-16-le").rstrip("\0")


@pytest.mark.parametrize("sheet", ["badge", "card"])
@pytest.mark.parametrize("quality", [None, 60], ids=["150 dpi", "JPEG 60, askew"])
def test_the_square_of_a_copy_is_the_badge_letter_for_letter(
    region, tmp_path, amina, sheet, quality
):
    out = tmp_path / "paper.pdf"

    assert amina("print", sheet, ids(amina)[0], out).status == 0

    original = reading.read((region.folder / "badges" / FILES[0]).read_bytes())
    copy = reading.read(photographed(out.read_bytes(), quality=quality))
    assert (copy.text, copy.container) == (original.text, "qr")


def test_a_badge_that_is_a_token_fits_too(region, tmp_path, amina):
    out = tmp_path / "paper.pdf"

    amina("print", "badge", ids(amina)[1], out)

    original = reading.read((region.folder / "badges" / FILES[1]).read_bytes())
    assert reading.read(photographed(out.read_bytes(), quality=60)).text == original.text


def test_paper_is_verified_without_the_network(region, today, tmp_path, amina):
    out, photo = tmp_path / "paper.pdf", tmp_path / "photo.jpg"
    amina("print", "badge", ids(amina)[0], out)
    photo.write_bytes(photographed(out.read_bytes(), quality=60))

    words = ["--json", "--offline", "--at", today.isoformat(), "--registry", str(region.folder)]
    done = CliRunner().invoke(verify, [*words, str(photo), str(out)])

    assert [json.loads(line)["level"] for line in done.stdout.splitlines()] == ["TRUSTED"] * 2


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("pathway", PATHWAYS)
def test_a_pathway_is_one_tagged_page_with_words_for_each_picture(tmp_path, amina, pathway, lang):
    out = tmp_path / "path.pdf"

    assert amina("--lang", lang, "print", "path", pathway, out).status == 0

    pdf = out.read_bytes()
    document = pypdfium2.PdfDocument(pdf)
    steps = len(next(one for one in seed().pathways if one.id == pathway).badges)
    told = words_for_pictures(pdf)
    assert len(document) == 1
    assert tuple(round(side) for side in document[0].get_size()) == A4
    assert len(told) == 2 * steps
    assert all(told)
    assert f"/Lang({lang})".encode() in pdf.replace(b" ", b"")
    assert b"pdfuaid:part" in pdf


def test_what_is_done_is_ticked_and_the_rest_is_to_be_ticked(tmp_path, amina):
    out = tmp_path / "path.pdf"

    amina("print", "path", "fondamentaux", out)

    told = words_for_pictures(out.read_bytes())
    ticks = [text for text in told if text.startswith("Case")]
    done = next(one for one in amina("path", "--json").answers if one["pathway"] == "fondamentaux")
    assert ticks.count("Case cochée") == len(done["done"]) > 0
    assert ticks.count("Case à cocher") == 5 - len(done["done"])


@pytest.mark.parametrize("sheet", ["badge", "card"])
def test_a_sheet_has_words_for_its_pictures(tmp_path, amina, sheet):
    out = tmp_path / "paper.pdf"

    amina("print", sheet, ids(amina)[0], out)

    told = words_for_pictures(out.read_bytes())
    assert len(told) == 2
    assert seed().badge("b01").alt["fr"] in told


CHOICES = {
    "--name": "Amina Benali",
    "--evidence": "remis en route un ordinateur",
    "--words": "montré à votre voisine",
}


@pytest.mark.parametrize("chosen", [None, *CHOICES])
def test_only_what_was_chosen_is_printed(tmp_path, amina, chosen):
    out = tmp_path / "paper.pdf"
    words = () if chosen is None else (chosen,)
    words = (chosen, CHOICES[chosen]) if chosen == "--name" else words

    amina("print", "badge", ids(amina)[0], out, *words)

    text = pypdfium2.PdfDocument(out.read_bytes())[0].get_textpage().get_text_range()
    text = " ".join(text.split())
    assert {one for one, what in CHOICES.items() if what in text} == {chosen} - {None}


def test_a_name_gives_no_orders_to_the_sheet(tmp_path, amina):
    out = tmp_path / "paper.pdf"
    name = '#panic("x") *gras* $x$ \\ <a> @b'

    done = amina("print", "badge", ids(amina)[0], out, "--name", name)

    text = pypdfium2.PdfDocument(out.read_bytes())[0].get_textpage().get_text_range()
    assert done.status == 0
    assert name in text


def test_paper_is_a_line_of_the_diary_and_a_pathway_is_none(tmp_path, amina):
    amina("print", "card", ids(amina)[0], tmp_path / "a.pdf")
    amina("print", "path", "fondamentaux", tmp_path / "b.pdf")

    lines = amina("shared", "--json").answers

    assert [(one["form"], one["until"]) for one in lines] == [("paper", None)]


def test_a_sheet_for_an_application_says_each_badge(tmp_path, amina):
    pdf, text = tmp_path / "cv.pdf", tmp_path / "cv.txt"

    for out in (pdf, text):
        assert amina("print", "sheet", out, "--name", "Amina Benali").status == 0

    on_paper = pypdfium2.PdfDocument(pdf.read_bytes())[0].get_textpage().get_text_range()
    in_lines = text.read_text(encoding="utf-8")
    counting = [one for one in amina("list", "--json").answers if one["counts"]]
    assert len(counting) > 1
    for one in counting:
        entry = seed().badge(one["badge"])
        for found in (on_paper, in_lines):
            assert entry.name["fr"] in found.splitlines()
            assert "Amina Benali" in found
        assert f"- {entry.can_do['fr'][0]}" in in_lines
    assert b"pdfuaid:part" in pdf.read_bytes()
    assert len(amina("shared", "--json").answers) == 2


def test_a_sheet_of_nothing_is_none(region, today, tmp_path):
    empty = typing(tmp_path / "empty", at=today, registry=region.folder, replay=region.bundle)

    done = empty("print", "sheet", tmp_path / "cv.pdf", "--json")

    assert (done.status, done.answer["error"]["code"]) == (1, "share.nothing")


def test_what_cannot_be_printed_is_said(tmp_path, amina):
    unknown = amina("print", "path", "lune", tmp_path / "a.pdf", "--json")
    nowhere = amina("print", "path", PATHWAYS[0], tmp_path / "no" / "a.pdf", "--json")

    assert (unknown.status, unknown.answer["error"]["code"]) == (1, "print.no-pathway")
    assert (nowhere.status, nowhere.answer["error"]["code"]) == (1, "export.not-written")


def a_token(letters):
    text = "".join(random.Random(1).choices("ABCDEFGHIJKLMNOPQRSTUVWXYZ", k=letters))
    return Token(kind=TokenKind.JWS, text=f"eyJ.{text}.x", container="jwt")


def test_a_long_badge_has_a_larger_square_and_a_longer_one_has_none():
    short, long = square_of(a_token(500), badge="a"), square_of(a_token(4200), badge="a")

    assert short.modules < 100 < long.modules
    assert SQUARE_MM[0] > short.modules * MODULE_MM
    assert SQUARE_MM[1] / (177 + 2 * QUIET) > 0.48
    with pytest.raises(TooBigForPaper):
        square_of(a_token(8000), badge="a")


def test_without_the_part_that_lays_out_paper_it_is_said(monkeypatch, tmp_path, amina):
    monkeypatch.setitem(sys.modules, "typst", None)

    done = amina("print", "path", PATHWAYS[0], tmp_path / "a.pdf", "--json")

    assert (done.status, done.answer["error"]["code"]) == (1, "print.missing")
