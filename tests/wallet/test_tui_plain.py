"""Line by line: whole sentences, numbers or letters, and nothing a screen reader spells out."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.wallet.carnets import ARun, amina
from wallet.tui.carnet import Carnet
from wallet.tui.pages import page_of
from wallet.tui.places import Badges, Home, OneBadge, OnePathway, Opened, Pathways
from wallet.tui.plain import Conversation

DRAWN = re.compile("[\u2190-\u28ff\x1b]")
START_SECONDS = 0.15
"""Of the processor, until the first line is said."""
ON_A_SLOW_MACHINE = 2


@pytest.fixture
def carnet(tmp_path):
    run = amina(ARun(tmp_path / "space"))
    yield Carnet(run)
    run.close()


def said(carnet, *answers, first=None):
    """All that is said in a visit; the input ends after the answers."""
    waiting, told = list(answers), []

    def ask(prompt):
        told.append(prompt)
        if not waiting:
            raise EOFError
        return waiting.pop(0)

    Conversation(carnet, ask=ask, tell=told.append, clock=lambda: 0.0).run(first)
    return "\n".join(told).replace("\N{NO-BREAK SPACE}", " ")


def test_a_choice_is_a_number_or_its_first_letters_without_accents(carnet):
    assert "La bureautique : 2 sur 3" in said(carnet, "3")
    assert "La bureautique : 2 sur 3" in said(carnet, "mon p")
    assert "1. Ordinateur. Valable" in said(carnet, "MES")


def test_letters_that_fit_none_or_several_are_asked_again(carnet):
    assert "Aucun choix ne commence ainsi." in said(carnet, "zz")
    assert "Plusieurs choix commencent ainsi." in said(carnet, "2", "t")


@pytest.mark.parametrize("answer", ["0", "99", "", "²"])
def test_an_answer_that_is_no_choice_is_asked_again(carnet, answer):
    assert said(carnet, answer).count("Votre choix, puis Entrée") == 2


def test_the_end_of_the_input_closes_the_carnet(carnet):
    assert said(carnet).endswith("Le carnet est fermé.")


def test_i_am_done_closes_it_too(carnet):
    told = said(carnet, "j ai", "quitter")

    assert "Qui êtes-vous ?" in told
    assert told.endswith("Le carnet est fermé.")


def test_a_visit_goes_there_and_back(carnet):
    told = said(carnet, "2", "Ordinateur", "Retour", "Retour", "4", "quitter")

    assert "Ce badge est valable." in told
    assert told.count("Mon carnet de badges") == 2


def test_nothing_is_drawn(carnet):
    told = said(carnet, "2", "tab", "ret", "ret", "3", "La bur", "tableur")

    assert "Où aller, à qui demander ?" in told
    assert DRAWN.findall(told) == []


def test_a_file_that_is_not_there_is_told(carnet):
    told = said(carnet, "1", "taper", "/nowhere/badge.png", "badge.png")

    assert "Terminé : un fichier pas ajouté" in told
    assert "Il n’y a pas de fichier à cet endroit." in told


def test_the_same_pages_are_said_and_shown(carnet):
    """All that a page holds is said; the screens draw these same pages."""
    told = said(carnet, "2", "Ordinateur", "Retour", "Retour", "3", "La bureautique")
    holding = carnet.wallet.holdings()[0]
    for place in (Home(), Badges(), OneBadge(holding.id), Pathways(), OnePathway("bureautique")):
        page = page_of(place, carnet)
        for text in [line.text for line in page.lines] + [row.label for row in page.rows]:
            plain = re.sub("[\u2066-\u2069]", "", text).replace("\N{NO-BREAK SPACE}", " ")
            assert plain in told


def test_plain_lines_do_not_load_the_screens():
    code = "import sys, wallet.tui.plain; print('textual' in sys.modules, 'rich' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["False", "False"]


@pytest.mark.parametrize(
    "loading",
    [
        "import wallet.cli, wallet.tui.app",
        "from wallet.tui.pages import home; home.opening(wallet.tui.carnet.Carnet(Run()))",
    ],
)
def test_nothing_slow_is_loaded_before_the_first_paint(loading):
    slow = (
        "sqlalchemy PIL segno fluent nacl cryptography babel textual_image requests click.testing"
    )
    code = f"""
import sys, wallet.tui.carnet
class Run: lang = "fr"
{loading}
print(*[one for one in {slow!r}.split() if one in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split() == []


def test_the_first_line_is_said_before_anything_slow_is_done(tmp_path):
    """Measured on the processor, with the modules compiled as an installation has them."""
    command = [Path(sys.executable).with_name("badge-wallet"), "--space", tmp_path / "space"]
    compiled = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(tmp_path / "compiled")}
    spent = []
    for _ in range(3):
        run = subprocess.Popen(
            [*command, "--registry", "none", "--texte"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env={**os.environ, **compiled, "PYTHONUNBUFFERED": "1"},
        )  # fmt: skip
        with run:
            assert run.stdout.readline() + run.stdout.readline() == "\nMon carnet de badges\n"
            numbers = Path(f"/proc/{run.pid}/stat").read_text().rpartition(")")[2].split()
            spent.append(sum(map(int, numbers[11:13])) / os.sysconf("SC_CLK_TCK"))
            run.communicate("")

    assert min(spent[1:]) <= START_SECONDS * ON_A_SLOW_MACHINE


def test_a_file_opened_first_says_when_it_cannot_be_read(carnet, tmp_path):
    from wallet.commands.inputs import Given

    missing = Opened(Given(label="x.png", name="x.png", path=tmp_path / "x.png"))

    assert "Il n’y a pas de fichier à cet endroit." in said(carnet, first=missing)


def test_the_first_thing_asked_may_need_the_badges(tmp_path):
    """Nothing was opened before: what asks the network and what opens must not wait in a ring."""
    run = ARun(tmp_path / "new")
    carnet = Carnet(run)

    assert carnet.asking(lambda _: carnet.wallet.holdings()) == ()
    run.close()
