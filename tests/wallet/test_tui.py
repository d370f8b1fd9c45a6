"""The wallet on a terminal: arrows, Enter and Esc are enough, and nothing needs colour."""

import re
import threading

import pytest
from rich.cells import cell_len

from tests.wallet.carnets import ARun, a_document, amina, keep
from tests.wallet.terminal import LARGE, SMALL, a_terminal
from wallet.tui.app import CarnetApp
from wallet.tui.carnet import Carnet
from wallet.tui.places import Told
from wallet.tui.widgets.act_line import ActLine

pytestmark = pytest.mark.slow
HOME = "Vous avez 7 badges"
TRAP = "[b]x[/] [0] [TODO] [@click=app.quit]y[/] [/z] \x1b]2;pwned\x07 \u202egnol\u202c ✔\ufe0f"


@pytest.fixture
def run(tmp_path):
    """A carnet that is empty."""
    run = ARun(tmp_path / "space")
    yield run
    run.close()


@pytest.fixture
def full(run):
    """Amina's: seven badges and one file kept aside."""
    return amina(run)


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_the_opening_has_three_large_choices_and_a_way_out(full, size):
    async with a_terminal(full, size=size) as terminal:
        await terminal.read(HOME)

        assert [row.label for row in terminal.rows] == [
            "Ajouter un badge", "Mes badges", "Mon parcours", "J’ai terminé",
        ]  # fmt: skip
        assert "la prochaine étape : Tableur" in terminal.text
        assert terminal.marked == ["Ajouter un badge"]


async def test_the_opening_is_painted_before_the_badges_are_opened(run):
    opened = threading.Event()

    class Slow(ARun):
        @property
        def wallet(self):
            opened.wait(30)
            return super().wallet

    slow = Slow(run.folder)
    async with a_terminal(slow) as terminal:
        text = await terminal.read("Ajouter un badge")
        assert "Votre carnet est vide." not in text
        await terminal.press("down")
        assert terminal.marked == ["Mes badges"]

        opened.set()

        await terminal.read("Votre carnet est vide.")
        assert terminal.marked == ["Mes badges"]
    slow.close()


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_a_badge_is_found_and_read_with_arrows_and_enter(full, size):
    async with a_terminal(full, size=size) as terminal:
        await terminal.read(HOME)
        await terminal.go("down", "enter", to="Chercher")
        await terminal.read("? Pas tout vérifié")
        assert terminal.marked == ["Ordinateur                ✔ Valable"]

        text = await terminal.go("enter", to="✔ Ce badge est valable.")

        assert "Ce badge reconnaît que vous savez :" in text
        await terminal.go("end", to="Amina a montré ce qu’elle sait.")
        await terminal.go("escape", to="Chercher")
        await terminal.go("escape", to=HOME)


async def test_what_was_withdrawn_is_told_at_the_opening(full):
    async with a_terminal(full) as terminal:
        await terminal.read("✖ Tablette : La structure a retiré ce badge.")

        assert "J’ai terminé" in terminal.text


async def test_a_withdrawn_badge_says_so_and_nothing_of_what_it_recognised(full):
    async with a_terminal(full) as terminal:
        await terminal.read(HOME)
        await terminal.go("down", "enter", to="✖ Retiré")

        text = await terminal.go("down", "enter", to="✖ La structure a retiré ce badge.")

        assert "que vous savez" not in text


async def test_what_is_kept_aside_is_named_by_its_file_and_says_why(full):
    async with a_terminal(full) as terminal:
        await terminal.read(HOME)
        await terminal.go("down", "enter", to="Un fichier gardé à part")
        await terminal.go("end", "enter", to="démarches modifié.png")

        text = await terminal.go("enter", to="✖ Ce fichier est gardé à part.")

        assert "Le fichier a été modifié." in text
        assert "Sites officiels" not in text


async def test_the_pathway_begins_on_its_next_step(full):
    async with a_terminal(full) as terminal:
        await terminal.read(HOME)
        await terminal.go("down", "down", "enter", to="La bureautique : 2 sur 3")
        await terminal.go("down", "enter", to="→ Prochaine étape")

        assert terminal.marked == ["Tableur               → Prochaine étape"]
        assert terminal.text.count("Prochaine étape") == 1
        text = await terminal.go("enter", to="Où aller, à qui demander ?")
        assert "Tableur" in text


async def test_a_step_that_does_not_count_says_why(full):
    async with a_terminal(full) as terminal:
        await terminal.read(HOME)
        await terminal.go("down", "down", "enter", to="La bureautique")

        text = await terminal.go("enter", to="→ Prochaine étape")

        assert "Un badge ne compte pas ici. La structure l’a retiré." in text
        assert "Fait le 14 octobre 2026, date passée" in text


async def test_letters_search_without_accents_and_esc_empties_first(full):
    async with a_terminal(full) as terminal:
        await terminal.read(HOME)
        await terminal.go("down", "enter", to="✖ Retiré")

        await terminal.go("p", "r", "e", to="Chercher : pre")
        assert [row.label for row in terminal.rows] == ["Présentation"]
        await terminal.go("backspace", "x", to="Rien ne porte ces lettres.")
        await terminal.go("escape", to="Ordinateur")
        await terminal.go("escape", to=HOME)


async def test_the_ends_of_a_list_do_not_meet(full):
    async with a_terminal(full) as terminal:
        await terminal.read(HOME)

        await terminal.press("up", "up")
        assert terminal.marked == ["Ajouter un badge"]
        await terminal.press(*["down"] * 6)
        assert terminal.marked == ["J’ai terminé"]


async def test_esc_on_the_opening_does_not_leave_and_the_last_choice_does(full):
    async with a_terminal(full) as terminal:
        await terminal.read(HOME)
        await terminal.press("escape", "escape")
        await terminal.read(HOME)
        await terminal.go("ctrl+c", to="Pour quitter : Ctrl+Q")

        await terminal.go("end", "enter", to="Qui êtes-vous ?")
        await terminal.press("end", "enter")
        await terminal.pilot.pause()

        assert terminal.app._exit


async def test_the_acts_of_a_badge_are_chosen_from_left_to_right(full):
    async with a_terminal(full) as terminal:
        await terminal.read(HOME)
        await terminal.go("down", "enter", to="✔ Valable")
        await terminal.go("enter", to="[ Montrer ce badge ]")
        await terminal.go("right", to="[ Mon parcours ]")
        await terminal.go("right", "right", "right", to="[ Retour ]")
        await terminal.go("enter", to="Chercher")


async def test_on_a_narrow_window_the_marked_act_is_always_in_sight(full):
    async with a_terminal(full, size=(40, 12)) as terminal:
        await terminal.read(HOME)
        await terminal.go("down", "enter", to="✔ Valable")
        await terminal.go("enter", to="[ Montrer ce badge ]")

        await terminal.go("right", "right", "right", to="[ Retour ]")

        assert all(cell_len(line) <= 40 for line in terminal.lines)
        assert "Échap retour · F1 aide" in terminal.text


async def test_f1_helps_and_goes_away(full):
    async with a_terminal(full) as terminal:
        await terminal.read(HOME)

        await terminal.go("f1", to="badge-wallet --texte")
        await terminal.go("f1", to=HOME)
        await terminal.go("down", "enter", to="✖ Retiré")
        await terminal.go("question_mark", to="Tapez des lettres")
        await terminal.go("enter", to="Chercher")


async def test_an_empty_carnet_offers_what_can_be_done(run):
    async with a_terminal(run) as terminal:
        await terminal.read("Votre carnet est vide.")

        await terminal.go("down", "enter", to="Ajoutez un badge, ou regardez les parcours.")

        assert [row.label for row in terminal.rows] == ["Ajouter un badge", "Mon parcours"]


async def test_a_carnet_that_cannot_be_opened_says_so_and_does_not_end(tmp_path):
    (tmp_path / "space").write_text("a file, not a folder")

    async with a_terminal(ARun(tmp_path / "space")) as terminal:
        await terminal.read("Ce dossier ne peut pas servir de carnet.")

        assert [row.label for row in terminal.rows][-1] == "J’ai terminé"


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_every_screen_keeps_its_width_its_one_mark_and_its_keys(tmp_path, lang, size):
    run = amina(ARun(tmp_path / "space", lang=lang))
    async with a_terminal(run, size=size) as terminal:
        for keys in ([], ["down", "enter"], ["escape", "down", "enter"], ["enter"]):
            await terminal.press(*keys)
            for _ in range(40):
                await terminal.pilot.pause(0.05)
                if terminal.app.screen.page is not None and terminal.marked:
                    break
            assert len(terminal.lines) <= size[1]
            assert all(cell_len(line) <= size[0] for line in terminal.lines)
            assert cell_len(terminal.lines[-1].strip()) <= 78
            assert "F1" in terminal.lines[-1]
            assert len(terminal.marked) == 1
    run.close()


async def test_what_strangers_write_is_shown_as_it_is_and_commands_nothing(run):
    entry = a_document("b01")
    entry["credentialSubject"]["achievement"] |= {"id": "urn:stranger", "name": TRAP}
    entry["credentialSubject"]["narrative"] = TRAP
    entry["evidence"][0]["narrative"] = TRAP
    keep(run.wallet, entry)

    async with a_terminal(run) as terminal:
        await terminal.read("Vous avez un badge.")
        await terminal.go("down", "enter", to="[TODO] [@click=app.quit]y[/]")
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\ufe0f]", terminal.text)
        await terminal.go("enter", to="Un mot de la personne")
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\ufe0f]", terminal.text)
        assert "[b]x[/] [0] [TODO]" in terminal.text


async def test_without_colour_states_are_words_and_the_picture_is_a_name(full, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with a_terminal(full) as terminal:
        await terminal.read(HOME)
        await terminal.go("down", "enter", to="✖ Retiré")
        assert terminal.marked == ["Ordinateur                ✔ Valable"]

        await terminal.go("enter", to="╭────")

        assert "▀" not in terminal.text


async def test_a_failure_is_told_in_words_with_the_name_of_the_file(run):
    told = Told.of("read.no-badge", {}, name=TRAP)
    async with a_terminal(run, first=told) as terminal:
        text = await terminal.read("✖ Cette image ne contient pas de badge")

        assert "[TODO]" in text


async def test_a_failure_without_words_is_ours(run):
    async with a_terminal(run, first=Told("nobody.foresaw-this")) as terminal:
        await terminal.read("Quelque chose ne marche pas chez nous.")


async def test_a_fault_of_the_program_ends_in_a_sentence_without_names(full, capsys):
    def fault():
        name = "Amina"
        raise LookupError(name)

    app = CarnetApp(Carnet(full))

    async def come_to_grief():
        async with app.run_test(size=SMALL):
            app.call_later(fault)
            await app._exception_event.wait()

    with pytest.raises(LookupError):
        await come_to_grief()

    told = capsys.readouterr().err
    assert told.startswith("Le carnet s’est arrêté.")
    assert "Amina" not in told


async def test_the_acts_are_drawn_as_wide_marked_or_not(full):
    async with a_terminal(full) as terminal:
        await terminal.read(HOME)
        await terminal.go("down", "enter", to="✔ Valable")
        await terminal.go("enter", to="[ Montrer ce badge ]")
        acts = terminal.app.screen.query_one(ActLine)

        before = [cell_len(label) for label in acts._labels()]
        await terminal.press("right")

        assert [cell_len(label) for label in acts._labels()] == before
