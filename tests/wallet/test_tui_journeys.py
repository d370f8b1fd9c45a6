"""Whole journeys by arrows, Enter and Esc; what is done here is seen on the pages too."""

import pytest

from tests.wallet.carnets import ARun, amina
from tests.wallet.pages import a_hall, an_app, text_of
from tests.wallet.terminal import LARGE, SMALL, a_terminal
from tests.wallet.test_tui_receiving import Judging
from wallet.tui.carnet import Carnet
from wallet.tui.folders import given
from wallet.tui.pages import page_of
from wallet.tui.places import Adding, Badges, Importing, Opened, Pathways
from wallet.tui.texts import bare

pytestmark = pytest.mark.slow
HOME = "Vous avez 7 badges"


@pytest.fixture
def full(tmp_path):
    run = amina(ARun(tmp_path / "space"))
    yield run
    run.close()


@pytest.mark.parametrize(("downs", "place"), [(0, Adding()), (1, Badges()), (2, Pathways())])
@pytest.mark.parametrize("size", [SMALL, pytest.param(LARGE, marks=pytest.mark.proof)])
async def test_each_large_choice_is_one_enter_away(full, size, downs, place):
    async with a_terminal(full, size=size) as terminal:
        await terminal.read(HOME)

        await terminal.press(*["down"] * downs, "enter")
        await terminal.settle()

        assert terminal.app.screen.place == place


async def test_a_file_named_on_the_command_line_is_open_first(region, tmp_path, today):
    run = Judging(tmp_path / "space", now=today)
    run.region = region
    file = region.folder / "badges/amina-ordinateur.png"
    async with a_terminal(run, first=Opened(given(file))) as terminal:
        await terminal.read("✔ Ce badge est valable.")
    run.close()


async def test_the_help_is_that_of_what_has_the_keys(full):
    async with a_terminal(full) as terminal:
        await terminal.read(HOME)
        await terminal.go("f1", to="badge-wallet --texte")
        await terminal.go("escape", "down", "enter", to="✖ Retiré")
        await terminal.go("f1", to="Tapez des lettres")
        await terminal.go("escape", "enter", to="[ Montrer ce badge ]")
        await terminal.go("f1", to="Les flèches ← et →")
        await terminal.go("escape", "enter", to="n’est publié nulle part")
        await terminal.go("f1", to="appareil photo")
        await terminal.go("escape", "enter", to="Pour qui est cette page ?")
        await terminal.go("f1", to="Écrivez une ligne")


async def test_what_is_added_in_the_terminal_is_on_the_pages(region, tmp_path, today):
    with a_hall(region, tmp_path, now=today) as hall:
        client = an_app(hall).test_client()
        before = text_of(client.get("/carnet/"))
        run = Judging(tmp_path / "carnet", now=today)
        run.region = region
        file = region.folder / "badges/jean-marc-navigation.png"
        async with a_terminal(run, first=Importing((given(file),))) as terminal:
            await terminal.read("Terminé :")
        run.close()

        after = text_of(client.get("/carnet/"))

    assert "Navigation sur Internet" not in before
    assert "Navigation sur Internet" in after


@pytest.mark.parametrize("place", [Adding(), Badges(), Pathways()])
async def test_the_screen_and_the_plain_lines_are_one_page(full, place):
    """Every line and every choice of a page is on the screen: nothing is left to one of the two."""
    page = page_of(place, Carnet(full))
    async with a_terminal(full, size=LARGE, first=place) as terminal:
        await terminal.read(" ".join(bare(page.rows[-1].label).split()))

        shown = " ".join(terminal.text.split())

    for text in [line.text for line in page.lines] + [row.label for row in page.rows]:
        assert " ".join(bare(text).split()) in shown
