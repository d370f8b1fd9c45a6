"""A badge shown to somebody: a square that a telephone reads, whole or not at all, and words."""

import asyncio
import io
import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from PIL import Image, ImageFilter

from tests.wallet.carnets import ARun, amina
from tests.wallet.cells import drawn as as_seen
from tests.wallet.cells import of_screen, read_by_a_telephone
from tests.wallet.terminal import LARGE, SMALL, a_terminal
from tests.wallet.test_tui_plain import said
from tests.wallet.test_tui_receiving import Judging
from tests.workshop import circumstances
from verifier.verify import judge
from wallet.importing import import_badge
from wallet.sharing.diary import diary
from wallet.tui.carnet import Carnet
from wallet.tui.pages import page_of
from wallet.tui.places import OneBadge, OnePathway, Showing
from wallet.tui.widgets.square import square

pytestmark = pytest.mark.slow
HOSTED = "marie-therese-texte.png"
FONT = re.compile(r"@font-face \{[^}]*\}")
"""Textual would have it fetched from the network; the system's own does."""
LINK = "https://badges.example/m/7Q4K-2M9X"


@pytest.fixture
def shown(region, tmp_path, today):
    """A carnet with a badge that is published, and the place where it is shown."""
    run = Judging(tmp_path / "space", now=today)
    run.region = region
    content = (region.folder / "badges" / HOSTED).read_bytes()
    kept = import_badge(content, run.wallet, run.circumstances(), name=HOSTED)
    yield run, Showing(kept.holding.id)
    run.close()


async def the_screen(run, place, size, svg=False):
    async with a_terminal(run, size=size, first=place) as terminal:
        await terminal.read("Visez ce carré")
        return terminal.app.export_screenshot() if svg else of_screen(terminal.app.screen)


@pytest.mark.parametrize("size", [SMALL, LARGE])
@pytest.mark.parametrize("no_color", [pytest.param("", marks=pytest.mark.proof), "1"])
async def test_a_telephone_reads_the_link_from_the_cells(shown, size, no_color, monkeypatch):
    monkeypatch.setenv("NO_COLOR", no_color)
    run, place = shown
    link = page_of(place, Carnet(run)).square

    seen = as_seen(await the_screen(run, place, size))

    small = seen.resize((seen.width // 2, seen.height // 2), Image.Resampling.BILINEAR)
    blurred = seen.filter(ImageFilter.GaussianBlur(2))
    turned = seen.rotate(7, expand=True, fillcolor="#2a2320")
    for picture in (seen, small, blurred, turned):
        assert read_by_a_telephone(picture) == [link]


@pytest.mark.browser
@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_a_telephone_reads_the_link_from_the_screen_as_it_is_drawn(shown, size, page):
    run, place = shown
    # Chromium keeps an event loop running here; the screens get one of their own.
    with ThreadPoolExecutor() as beside:
        svg = beside.submit(asyncio.run, the_screen(run, place, size, svg=True)).result()
    svg = FONT.sub("", svg)
    page.set_viewport_size({"width": 1400, "height": 1000})
    page.set_content(f"<html lang=fr><title>x</title><main><h1>x</h1>{svg}</main></html>")

    seen = Image.open(io.BytesIO(page.screenshot()))

    assert read_by_a_telephone(seen) == [page_of(place, Carnet(run)).square]
    page.set_content("<html lang=fr><title>x</title><main><h1>x</h1></main></html>")


async def test_in_a_small_window_a_sentence_stands_and_never_a_cut_square(shown):
    run, place = shown
    async with a_terminal(run, size=(60, 18), first=place) as terminal:
        text = await terminal.read("Agrandissez la fenêtre")
        assert "▀" not in text
        assert "https://" in text

        await terminal.pilot.resize_terminal(*SMALL)
        await terminal.pilot.pause()

        assert "▀" in terminal.text
        assert "Agrandissez" not in terminal.text


async def test_the_whole_link_stands_beside_in_letters(shown):
    run, place = shown
    link = page_of(place, Carnet(run)).square

    async with a_terminal(run, first=place) as terminal:
        text = await terminal.read("Ou tapez cette adresse")

        beside = [line.rpartition("▀")[2].strip() for line in text.split("\n")]
        assert link in "".join(beside)
        assert len(terminal.lines) == SMALL[1]


async def test_a_badge_that_is_published_nowhere_has_no_square(tmp_path):
    run = amina(ARun(tmp_path / "space"))
    holding = run.wallet.holdings()[0]
    async with a_terminal(run, first=OneBadge(holding.id)) as terminal:
        await terminal.read("[ Montrer ce badge ]")

        text = await terminal.go("enter", to="n’est publié nulle part")

        assert "▀" not in text
        await terminal.go("right", "right", "enter", to="Où mettre le fichier ?")
    run.close()


async def test_what_is_not_sound_is_said_before_it_is_shown(tmp_path):
    run = amina(ARun(tmp_path / "space"))
    withdrawn = run.wallet.holdings()[1]
    async with a_terminal(run, first=Showing(withdrawn.id)) as terminal:
        await terminal.read("✖ Retiré")
    run.close()


@pytest.fixture
def signed(region, tmp_path, today, monkeypatch):
    """A carnet with a badge of the region, in a folder of its own."""
    (tmp_path / "home").mkdir()
    (tmp_path / "papiers").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path / "papiers")
    run = Judging(tmp_path / "space", now=today)
    run.region = region
    content = (region.folder / "badges/amina-ordinateur.png").read_bytes()
    kept = import_badge(content, run.wallet, run.circumstances(), name="ordinateur.png")
    yield run, Showing(kept.holding.id), tmp_path / "papiers"
    run.close()


async def test_a_page_is_given_to_somebody_and_what_it_tells_is_said_before(signed, region):
    run, place, folder = signed
    async with a_terminal(run, first=place) as terminal:
        await terminal.read("[ Une page à donner ]")
        assert "Retour" in terminal.text
        await terminal.go("enter", to="Pour qui est cette page ?")
        terminal.app.screen.query_one("Input").value = "Mairie de Clairval"
        text = await terminal.go("enter", to="Où mettre le fichier ?")
        assert "Ce que le badge contient" in text

        await terminal.go("enter", to="est dans papiers.")

        (file,) = folder.glob("*.html")
        verdict = judge(file.read_bytes(), circumstances(region)).verdict
        assert verdict.level in ("TRUSTED", "AUTHENTIC")
        await terminal.go("f2", to="Que voulez-vous faire ?")
        await terminal.go(*"montre", to="Chercher : montre")
        await terminal.go("enter", to="Mairie de Clairval")


def test_line_by_line_a_sheet_and_a_pathway_are_made_to_print(signed):
    run, place, folder = signed

    told = said(Carnet(run), "A imprimer", "Ici", first=place)
    told += said(Carnet(run), "L imprimer", "Ici", first=OnePathway("bureautique"))

    assert told.count("est dans papiers.") == 2
    assert [file.read_bytes()[:5] for file in folder.glob("*.pdf")] == [b"%PDF-"] * 2
    (line,) = diary(run.wallet.vault)
    assert line.form == "paper"


def test_line_by_line_the_link_is_words(shown):
    run, place = shown
    carnet = Carnet(run)

    told = said(carnet, first=place)

    assert page_of(place, carnet).square in told
    assert "▀" not in told


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        pytest.param("HTTPS://BADGES.EXAMPLE/M/7Q", (33, 17), id="capitals are shorter"),
        pytest.param(LINK, (37, 19), id="a short link"),
        pytest.param("x" * 62, (41, 21), id="the longest with every precaution at 80 by 24"),
        pytest.param("x" * 78, (41, 21), id="with less of it to spare"),
        pytest.param("x" * 106, (41, 21), id="with less white around it"),
    ],
)
def test_a_square_fits_a_screen_of_24_lines(text, cells):
    columns, rows = cells

    lines = square(text, columns=columns, rows=rows).plain.split("\n")

    assert (len(lines[0]), len(lines)) == cells


@pytest.mark.parametrize("room", [(40, 21), (41, 20)])
def test_a_square_is_whole_or_not_at_all(room):
    columns, rows = room

    assert square("x" * 106, columns=columns, rows=rows) is None
    assert square("x" * 107, columns=41, rows=21) is None


def test_a_text_that_no_code_can_hold_has_none():
    assert square("x" * 5000, columns=500, rows=500) is None
