"""A professional awards a badge by arrows, Enter and Esc; only names and words are typed."""

import pytest

from tests.wallet.carnets import ARun, amina
from tests.wallet.people import circumstances, desk_of
from tests.wallet.terminal import a_terminal
from tests.wallet.test_tui_plain import said
from trust_registry.catalogue import EvidenceKind
from verifier.verify import judge
from wallet.tui.acts.awarding import award_of
from wallet.tui.carnet import Carnet
from wallet.tui.pages import page_of
from wallet.tui.pages.awarding import missing_of
from wallet.tui.places import Awarding, Draft, Home, Palette, Review

pytestmark = pytest.mark.slow


class AtTheDesk(ARun):
    """A professional's run, with the list of partners of the region."""

    around = None

    def circumstances(self):
        return self.around


@pytest.fixture
def desk(own_region, tmp_path, today):
    around = circumstances(own_region, today)
    space = desk_of(own_region, "sandrine", tmp_path, around)
    run = AtTheDesk(space.folder, now=today, catalogue=around.registry.catalogue())
    run.around = around
    run.opened.append(space)
    yield run
    run.close()
    around.registry.close()


@pytest.fixture
def here(tmp_path, monkeypatch):
    (tmp_path / "home").mkdir()
    (tmp_path / "papiers").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path / "papiers")
    return tmp_path / "papiers"


async def fill_in(terminal, text):
    terminal.app.screen.query_one("Input").value = text
    await terminal.press("enter")


async def at_the_form(terminal):
    await terminal.read("Remettre un badge")
    await terminal.go("end", "up", "enter", to="Remplissez chaque ligne")


async def filled(terminal):
    """The form, filled to the last line."""
    await at_the_form(terminal)
    assert terminal.marked == ["Pour qui ?                à écrire"]
    await terminal.go("enter", to="Écrivez le nom de la personne")
    await fill_in(terminal, "Amina Benali")
    await terminal.read("Amina Benali")
    assert terminal.marked == ["Quel badge ?              à choisir"]
    await terminal.go("enter", to="Gestion des fichiers")
    await terminal.go(*"fichiers", "enter", to="0 sur")
    await terminal.go("enter", to="Cochez ce que la personne a fait")
    while terminal.marked != ["C’est fini"]:
        ticked = terminal.text.count("[x]")
        await terminal.press("enter")
        for _ in range(100):
            await terminal.pilot.pause(0.02)
            if terminal.text.count("[x]") > ticked:
                break
    await terminal.go("enter", to="il manque : la preuve")
    assert terminal.marked[0].startswith("La preuve")
    await terminal.go("enter", to="Comment l’avez-vous vu ?")
    await terminal.go("enter", to="Dites en une phrase")
    await fill_in(terminal, "A classé ses photos par année.")
    await terminal.read("A classé ses photos")


async def test_a_badge_is_awarded_and_its_files_are_the_whole_badge(desk, here, own_region):
    async with a_terminal(desk) as terminal:
        await filled(terminal)
        assert terminal.marked[0].startswith("Relire et remettre")
        text = await terminal.go("enter", to="[ Signer, fichiers dans Ici : papiers ]")
        assert "Pour Amina Benali." in text

        await terminal.go("enter", to="est signé pour Amina Benali, au nom de")

        files = sorted(here.iterdir())
        assert {file.suffix for file in files} == {".png", ".svg", ".jwt"}
        for file in files:
            verdict = judge(file.read_bytes(), desk.around).verdict
            assert verdict.level == "TRUSTED"
        (remembered,) = desk.space.vault.awards()
        assert remembered.record["badge"] == "b04"
        # The form is not on the way back: nobody awards it twice by mistake.
        await terminal.go("escape", to="Remettre un badge")
        await at_the_form(terminal)
        assert "Amina" not in terminal.text


async def test_what_is_missing_is_explained_and_is_no_error(desk):
    async with a_terminal(desk) as terminal:
        await at_the_form(terminal)

        text = await terminal.go("end", "up", "enter", to="! il manque")

        assert "✖" not in text
        await terminal.go("escape", to="Remplissez chaque ligne")


async def test_esc_keeps_what_was_said_and_ticked(desk):
    async with a_terminal(desk) as terminal:
        await at_the_form(terminal)
        await terminal.go("down", "enter", to="Gestion des fichiers")
        await terminal.go(*"fichiers", "enter", to="0 sur")
        await terminal.go("home", "down", "down", "enter", to="Cochez ce que")
        await terminal.go("enter", to="[x]")

        await terminal.go("escape", to="1 sur")

        assert "Gestion des fichiers" in terminal.text


async def test_a_folder_that_cannot_be_written_in_signs_nothing(desk, here):
    draft = Draft(to="Amina Benali", badge="b04", kind="task", evidence="Vu.")
    async with a_terminal(desk, first=Review(draft)) as terminal:
        await terminal.read("[ Signer, fichiers dans Ici")
        here.rmdir()

        await terminal.go("enter", to="✖")

    assert desk.space.vault.awards() == ()


async def test_nobody_else_has_the_desk(tmp_path):
    run = amina(ARun(tmp_path / "space"))
    carnet = Carnet(run)

    assert carnet.say("tui.award") not in [row.label for row in page_of(Home(), carnet).rows]
    assert Awarding() not in [row.goes for row in page_of(Palette(), carnet).rows]
    run.close()


def test_a_key_that_is_not_listed_is_told_when_the_badge_is_chosen(own_region, tmp_path, today):
    around = circumstances(own_region, today)
    space = desk_of(own_region, "bernard", tmp_path, around)
    run = AtTheDesk(space.folder, now=today, catalogue=around.registry.catalogue())
    run.around = around
    run.opened.append(space)

    told = said(Carnet(run), first=Awarding()) + said(
        Carnet(run), "Quel badge", "Gestion des fichiers", first=Awarding()
    )

    assert "Remplissez chaque ligne" in told
    assert run.space.vault.awards() == ()
    assert "Ce qui s’est passé" in told
    run.close()
    around.registry.close()


def test_line_by_line_a_badge_is_awarded_too(desk, here):
    carnet = Carnet(desk)
    count = len(carnet.catalogue.badge("b04").criteria["fr"])
    ticks = [str(place) for place in range(1, count + 1)]

    told = said(
        carnet,
        "Remettre",
        "Pour qui", "Amina Benali",
        "Quel", "Gestion des fichiers",
        "3", *ticks, str(count + 1),
        "La preuve", "1", "A classé ses photos.",
        "Relire", "Signer",
    )  # fmt: skip

    assert "est signé pour" in told
    assert len(list(here.iterdir())) == 3


def test_what_was_said_is_what_is_awarded():
    draft = Draft(to="Amina", badge="b04", kind="task", evidence="Vu.", words="Bravo.")

    award = award_of(draft, lang="fr")

    assert (award.to, award.badge, award.words) == ("Amina", "b04", "Bravo.")
    assert award.evidence[0].kind is EvidenceKind.TASK


def test_everything_that_must_be_seen_is_asked_for(desk):
    entry = desk.catalogue.badge("b04")
    every = frozenset(range(len(entry.criteria["fr"])))
    whole = Draft(to="A", badge="b04", seen=every, evidence="Vu.")

    assert missing_of(whole, entry) == []
    assert missing_of(Draft(), None) == ["to", "badge", "seen", "evidence"]
    assert missing_of(Draft(to="A", badge="b04", seen=every - {0}, evidence="x"), entry) == ["seen"]
