"""Files come into the carnet by keys: one line each, and nothing is frozen meanwhile."""

import shutil
import threading

import pytest

from shared.fetching import ReplayFetcher
from tests.wallet.carnets import ARun
from tests.wallet.terminal import a_terminal
from tests.workshop import circumstances
from wallet.tui.folders import files, folders, given, named
from wallet.tui.places import Folder, Importing, Opened, Typing

pytestmark = pytest.mark.slow
GIVEN = ("amina-ordinateur.png", "mehmet-ordinateur-modifie.png", "capture-d-ecran.png")


class Judging(ARun):
    """A run that asks the recorded internet of the demo region."""

    region = None
    gate = None

    def circumstances(self):
        if self.gate is not None:
            self.gate.wait(30)
        return circumstances(self.region)


@pytest.fixture
def run(region, tmp_path, today):
    run = Judging(tmp_path / "space", now=today)
    run.region = region
    yield run
    run.close()


@pytest.fixture
def downloads(region, tmp_path):
    folder = tmp_path / "Téléchargements"
    folder.mkdir()
    for name in GIVEN:
        shutil.copy(region.folder / "badges" / name, folder)
    return folder


async def test_a_whole_folder_is_added_one_line_a_file(run, downloads):
    async with a_terminal(run, first=Folder(downloads)) as terminal:
        await terminal.read("Tout ajouter : 3 fichiers")

        text = await terminal.go("enter", to="Terminé :")

        assert "un badge ajouté, 1 à part, un fichier pas ajouté" in text
        assert {row.label for row in terminal.rows} == set(GIVEN)
        assert "✔ Ajouté : Ordinateur, Valable" in text
        assert "✖ Mis à part" in text
        assert "✖ Pas ajouté" in text
        assert len(run.wallet.holdings()) == 1
        assert len(run.wallet.aside()) == 1
        assert set(files(downloads)) == {downloads / name for name in GIVEN}


async def test_a_line_leads_to_the_badge_or_to_what_can_be_done(run, downloads):
    first = Importing(tuple(given(downloads / name) for name in GIVEN))
    async with a_terminal(run, first=first) as terminal:
        await terminal.read("Terminé :")

        await terminal.go("enter", to="✔ Ce badge est valable.")
        await terminal.go("escape", to="Terminé :")
        text = await terminal.go("down", "enter", to="✖ Ce fichier est gardé à part.")
        assert "mehmet-ordinateur-modifie.png" in text
        await terminal.go("escape", to="Terminé :")
        await terminal.go("down", "enter", to="capture-d-ecran.png")
        await terminal.read("ne contient pas de badge")


async def test_keys_answer_while_files_are_verified_and_esc_stops(run, downloads):
    run.gate = threading.Event()
    first = Importing(tuple(given(downloads / name) for name in GIVEN))
    async with a_terminal(run, first=first) as terminal:
        await terminal.read("Nous vérifions : 0 sur 3")

        await terminal.go("f1", to="Échap arrête.")
        await terminal.go("escape", to="Nous vérifions : 0 sur 3")
        await terminal.go("escape", to="J’ai terminé")
        run.gate.set()
        await terminal.go("down", "enter", to="Mes badges")

    assert len(run.wallet.vault.badges()) <= 1


async def test_a_file_is_looked_at_and_added_only_when_asked(run, downloads):
    first = Opened(given(downloads / GIVEN[0]))
    async with a_terminal(run, first=first) as terminal:
        text = await terminal.read("✔ Ce badge est valable.")
        assert "Ordinateur" in text
        assert run.wallet.holdings() == ()

        await terminal.go("enter", to="un badge ajouté")

        assert len(run.wallet.holdings()) == 1


async def test_a_changed_file_is_looked_at_and_neither_believed_nor_offered(run, downloads):
    async with a_terminal(run, first=Opened(given(downloads / GIVEN[1]))) as terminal:
        text = await terminal.read("✖ Ce fichier a été modifié.")

        assert "Ce badge reconnaît" not in text
        assert "Ajouter" not in text


async def test_a_typed_name_is_added_and_a_wrong_one_is_told(run, downloads):
    async with a_terminal(run, first=Typing()) as terminal:
        await terminal.read("Tapez le nom du fichier")
        terminal.app.screen.query_one("Input").value = f'"{downloads / GIVEN[0]}"'
        await terminal.go("enter", to="un badge ajouté")

        await terminal.go("escape", to="J’ai terminé")


async def test_a_dropped_file_is_added_from_anywhere(run, downloads):
    from textual.events import Paste

    async with a_terminal(run) as terminal:
        await terminal.read("Votre carnet est vide.")
        terminal.app.screen.post_message(Paste(f"'{downloads / GIVEN[0]}'"))
        await terminal.read("un badge ajouté")

        await terminal.go("escape", to="Vous avez un badge.")


async def test_a_badge_is_verified_again_on_its_own_screen(run, downloads, region):
    first = Importing((given(downloads / GIVEN[0]),))
    async with a_terminal(run, first=first) as terminal:
        await terminal.read("un badge ajouté")
        await terminal.go("enter", to="[ Montrer ce badge ]")
        await terminal.go("right", "right", "enter", to="Vérifier maintenant")

        run.gate = threading.Event()
        await terminal.go("enter", to="Un instant…")
        run.gate.set()

        await terminal.read("✔ Ce badge est valable.")
        assert isinstance(circumstances(region).fetch, ReplayFetcher)


def test_what_a_terminal_pastes_is_a_file(tmp_path):
    one, two = tmp_path / "mon badge é.png", tmp_path / "deux.png"
    for path in (one, two):
        path.touch()
    address = "file://" + str(one).replace(" ", "%20").replace("é", "%C3%A9")
    escaped = str(one).replace(" ", "\\ ")
    for written in (f"'{one}'", f'"{one}" ', str(one), address, escaped):
        assert [found.path for found in named(written, home=tmp_path)] == [one], written

    assert [g.path for g in named(f"'{one}' {two}", home=tmp_path)] == [one, two]
    assert [g.path for g in named("~/deux.png", home=tmp_path)] == [two]
    assert {g.path for g in named(str(tmp_path), home=tmp_path)} == {one, two}


@pytest.mark.parametrize(
    "text", ["https://a.example/b", '{"id": 1}', "eyJhbGciOiJFZERTQSJ9.e30.AA"]
)
def test_what_is_no_file_is_kept_as_it_was_typed(tmp_path, text):
    (found,) = named(f" {text}\n", home=tmp_path)

    assert (found.text, found.path) == (text, None)


def test_a_name_that_cannot_be_one_is_only_a_file_that_is_not_there(tmp_path):
    (found,) = named("x" * 5000, home=tmp_path)

    assert found.path is not None


def test_usb_keys_and_downloads_are_found_and_the_rest_is_left_alone(tmp_path):
    stick = tmp_path / "media/amina/CLE"
    downloads = tmp_path / "home/Téléchargements"
    for folder in (stick, downloads, tmp_path / "home/Privé"):
        folder.mkdir(parents=True)
        (folder / "badge.png").touch()
        (folder / ".caché").touch()

    found = folders(tmp_path / "home", root=tmp_path)

    assert [(one.code, one.path, one.count) for one in found] == [
        ("tui.folder-stick", stick, 1),
        ("tui.folder-downloads", downloads, 1),
    ]
