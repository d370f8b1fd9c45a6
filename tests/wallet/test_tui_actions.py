"""All that can be done, from one list: found by letters, done once, told, and undone."""

import zipfile

import pytest

from tests.wallet.carnets import ARun, amina
from tests.wallet.terminal import LARGE, SMALL, a_terminal
from tests.wallet.test_tui_plain import said
from tests.wallet.vaults import PHRASE
from wallet.cli import COMMANDS
from wallet.errors import FileNotWritten
from wallet.spaces import lock_of_space
from wallet.tui.actions import ACTIONS, OF_A_BADGE
from wallet.tui.acts import done
from wallet.tui.acts.saving import FILES, MAX_SAME_NAME, kept
from wallet.tui.carnet import Carnet
from wallet.tui.page import Tone
from wallet.tui.pages import page_of
from wallet.tui.places import Done, OtherActs, Palette, PutAway, Saving, Told

HOME = "Vous avez 7 badges"


@pytest.fixture
def full(tmp_path):
    run = amina(ARun(tmp_path / "space"))
    yield run
    run.close()


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A home and a current folder of the test, with a place for downloads."""
    (tmp_path / "home/Téléchargements").mkdir(parents=True)
    (tmp_path / "here").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path


# ---------------------------------------------------------------- every action has its command


@pytest.mark.parametrize("action", ACTIONS, ids=lambda one: one.code)
def test_every_action_is_a_command_that_answers_programs(action):
    if action.command is None:
        assert action.place == Done()
        return
    (late,) = [one for one in COMMANDS if one.name == action.command]

    assert "--json" in [name for one in late.load().params for name in one.opts]


def test_what_is_done_with_one_badge_is_a_command_too(full):
    carnet = Carnet(full)
    page = page_of(OtherActs(carnet.wallet.holdings()[0].id), carnet)
    names = {carnet.say(code): command for code, command in OF_A_BADGE.items()}

    assert {names[row.label] for row in page.rows[:-1]} <= {one.name for one in COMMANDS}


def test_the_palette_holds_every_action_and_the_way_back(full):
    carnet = Carnet(full)

    page = page_of(Palette(), carnet)

    assert [row.goes for row in page.rows[:-1]] == [one.place for one in ACTIONS if not one.desk]
    assert page.searched


# ---------------------------------------------------------------- by keys


@pytest.mark.slow
@pytest.mark.parametrize("key", ["f2", "ctrl+p"])
@pytest.mark.parametrize("size", [SMALL, pytest.param(LARGE, marks=pytest.mark.proof)])
async def test_the_palette_is_in_french_and_folds_accents(full, size, key):
    async with a_terminal(full, size=size) as terminal:
        await terminal.read(HOME)
        text = await terminal.go(key, to="Que voulez-vous faire ?")
        assert "Palette" not in text

        await terminal.go(*"proteg", to="Chercher : proteg")
        assert terminal.marked == ["Protéger mon carnet   il faudra une phrase pour l’ouvrir"]
        await terminal.go("escape", to="Tout emporter")
        await terminal.go("escape", to=HOME)


@pytest.mark.slow
async def test_an_action_of_the_palette_is_not_on_the_way_back(full):
    async with a_terminal(full) as terminal:
        await terminal.read(HOME)
        await terminal.go("f2", to="Que voulez-vous faire ?")

        await terminal.go("down", "enter", to="✖ Retiré")
        await terminal.go("escape", to=HOME)

        await terminal.go("down", "enter", to="✖ Retiré")
        await terminal.go("f2", to="Que voulez-vous faire ?")
        await terminal.go("down", "enter", to="Chercher : tapez")
        await terminal.go("escape", to=HOME)


@pytest.mark.slow
async def test_a_badge_is_put_away_and_brought_back(full):
    async with a_terminal(full) as terminal:
        await terminal.read(HOME)
        await terminal.go("down", "enter", to="✔ Valable")
        await terminal.go("enter", to="[ Montrer ce badge ]")
        await terminal.go("right", "right", "enter", to="Ranger ce badge")

        await terminal.go("down", "down", "enter", to="« Ordinateur » est rangé.")
        assert len(full.wallet.holdings()) == 6
        await terminal.go("enter", to="✔ Ce badge est valable.")

        assert len(full.wallet.holdings()) == 7


@pytest.mark.slow
async def test_what_was_put_away_comes_back_from_the_palette_too(full):
    full.wallet.remove(full.wallet.holdings()[0].id, now=full.now)
    async with a_terminal(full) as terminal:
        await terminal.read("Vous avez 6 badges")
        await terminal.go("f2", to="Que voulez-vous faire ?")
        await terminal.go(*"ranges", to="Chercher : ranges")
        await terminal.go("enter", to="Le remettre dans mon carnet")

        await terminal.go("enter", to="✔ Ce badge est valable.")

        assert len(full.wallet.holdings()) == 7


@pytest.mark.slow
async def test_everything_is_taken_along_into_a_folder_of_this_computer(full, here):
    async with a_terminal(full) as terminal:
        await terminal.read(HOME)
        await terminal.go("f2", to="Que voulez-vous faire ?")
        await terminal.go(*"empor", "enter", to="Où mettre le fichier ?")
        assert terminal.marked == ["Téléchargements"]

        await terminal.go("enter", to="Le fichier mes-badges.zip est dans Téléchargements.")

    with zipfile.ZipFile(here / "home/Téléchargements/mes-badges.zip") as archive:
        assert "index.html" in archive.namelist()


@pytest.mark.slow
async def test_a_carnet_is_protected_with_a_phrase_written_on_paper(full):
    async with a_terminal(full) as terminal:
        await terminal.read(HOME)
        await terminal.go("f2", to="Que voulez-vous faire ?")
        await terminal.go(*"prot", "enter", to="Écrivez cette phrase sur un papier")
        phrase = terminal.app.screen.page.lines[1].text
        assert phrase in terminal.text
        await terminal.go("enter", to="Elle ne se voit pas.")
        terminal.app.screen.query_one("Input").value = phrase.upper()

        await terminal.go("enter", to="Ce carnet est protégé par votre phrase.")

    assert lock_of_space(full.folder) is not None


@pytest.mark.slow
async def test_another_phrase_the_second_time_protects_nothing(full):
    async with a_terminal(full) as terminal:
        await terminal.read(HOME)
        await terminal.go("f2", to="Que voulez-vous faire ?")
        await terminal.go(*"prot", "enter", to="Écrivez cette phrase sur un papier")
        await terminal.go("down", "enter", to="Tapez plusieurs mots")
        terminal.app.screen.query_one("Input").value = PHRASE
        await terminal.go("enter", to="Tapez la phrase")
        terminal.app.screen.query_one("Input").value = "autre chose"

        await terminal.go("enter", to="Les deux phrases ne sont pas les mêmes.")

    assert lock_of_space(full.folder) is None


@pytest.mark.slow
async def test_all_badges_are_verified_once_more(full):
    async with a_terminal(full) as terminal:
        await terminal.read(HOME)
        await terminal.go("f2", to="Que voulez-vous faire ?")

        await terminal.go(*"verif", "enter", to="Vos badges sont vérifiés.")


@pytest.mark.slow
async def test_there_is_no_palette_before_the_door(full):
    async with a_terminal(full) as terminal:
        await terminal.read(HOME)
        await terminal.go("end", "enter", to="Qui êtes-vous ?")

        await terminal.press("f2")
        await terminal.pilot.pause()

        assert "Que voulez-vous faire ?" not in terminal.text


# ---------------------------------------------------------------- line by line


def test_the_same_is_done_line_by_line(full, here):
    carnet = Carnet(full)

    told = said(carnet, "toutes", "Tout emporter", "Ici", "Retour", "toutes", "Vérifier tous")

    assert "Le fichier mes-badges.zip est dans here." in told
    assert "Vos badges sont vérifiés." in told
    assert (here / "here/mes-badges.zip").is_file()


def test_a_phrase_that_is_not_typed_goes_back(full):
    told = said(Carnet(full), "toutes", "Protéger", "Prendre", "", "Retour")

    assert "Rien pour revenir" in told
    assert lock_of_space(full.folder) is None


# ---------------------------------------------------------------- files


def test_nothing_is_overwritten(tmp_path):
    names = [kept(tmp_path, "a.zip", bytes([place])).name for place in range(3)]

    assert names == ["a.zip", "a-2.zip", "a-3.zip"]
    assert (tmp_path / "a.zip").read_bytes() == b"\0"
    for count in range(4, MAX_SAME_NAME):
        (tmp_path / f"a-{count}.zip").touch()
    with pytest.raises(FileNotWritten):
        kept(tmp_path, "a.zip", b"")


@pytest.mark.parametrize("what", FILES)
def test_every_file_that_leaves_has_its_page(full, here, what):
    carnet = Carnet(full)
    page = page_of(Saving(what, carnet.wallet.holdings()[0].id), carnet)

    assert [row.goes.folder.name for row in page.rows[:-1]] == ["Téléchargements", "here"]


def test_an_act_that_fails_is_told(full, here):
    told = done(PutAway("ffffffffffff"), Carnet(full), lambda _: None)

    assert isinstance(told, Told)
    assert (told.code, told.tone) == ("holding.unknown", Tone.STOP)
