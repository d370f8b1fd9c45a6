"""The door of a carnet in the terminal: a phrase, five minutes without a key, « J'ai terminé »."""

import gc
import threading

import pytest

from shared.errors import BadgeError
from tests.wallet.carnets import ARun, a_document, keep
from tests.wallet.terminal import a_terminal
from tests.wallet.test_tui_plain import said
from tests.wallet.vaults import CHEAP, PHRASE
from wallet.commands import doorways, serving
from wallet.commands.opening import Visit
from wallet.commands.session import Session
from wallet.errors import PhraseTooShort, SpaceUnusable
from wallet.spaces import open_space
from wallet.tui.carnet import Carnet
from wallet.tui.places import Badges
from wallet.tui.plain import Conversation
from wallet.tui.screens.frame import Frame
from wallet.tui.waiting import MAX_PAUSE_SECONDS, pause_after

pytestmark = pytest.mark.slow
HOME = "Vous avez un badge."


@pytest.fixture
def run(tmp_path):
    """A protected carnet with one badge, closed."""
    space = open_space(tmp_path / "space")
    space.protect(PHRASE, cost=CHEAP)
    space.close()
    run = ARun(tmp_path / "space")
    run.unlock(PHRASE)
    keep(run.wallet, a_document("b01"))
    run.forget()
    yield run
    run.close()


async def type_(terminal, phrase):
    terminal.app.screen.query_one("Input").value = phrase
    await terminal.press("enter")


async def test_the_phrase_is_asked_for_unseen_and_opens(run):
    async with a_terminal(run) as terminal:
        await terminal.read("Tapez votre phrase")
        await terminal.press(*"canard")
        assert "canard" not in terminal.text
        assert "••••••" in terminal.text

        await type_(terminal, "Canard, bougie VIOLON tartine nuage falaise")

        await terminal.read(HOME)


async def test_a_wrong_phrase_is_told_and_asked_again(run):
    async with a_terminal(run) as terminal:
        await terminal.read("Tapez votre phrase")
        await type_(terminal, "canard bougie")

        await terminal.read("Ce n’est pas la bonne phrase.")

        assert terminal.app.screen.query_one("Input").value == ""
        await type_(terminal, PHRASE)
        await terminal.read(HOME)


async def test_nothing_of_the_carnet_is_shown_before(run):
    async with a_terminal(run, first=Badges()) as terminal:
        await terminal.read("Tapez votre phrase")
        await terminal.go("escape", to="Qui êtes-vous ?")
        await terminal.go("escape", to="Qui êtes-vous ?")
        await terminal.go("enter", to="Tapez votre phrase")

        await type_(terminal, PHRASE)

        await terminal.read(HOME)


async def test_a_pasted_phrase_is_no_file(run):
    from textual.events import Paste

    async with a_terminal(run) as terminal:
        await terminal.read("Tapez votre phrase")
        terminal.app.screen.post_message(Paste(PHRASE))
        await terminal.pilot.pause()

        assert "Tapez votre phrase" in terminal.text


async def test_i_am_done_closes_and_forgets(run):
    run.unlock(PHRASE)
    async with a_terminal(run) as terminal:
        await terminal.read(HOME)
        await terminal.go("down", "enter", to="Ordinateur")
        await terminal.go("escape", to=HOME)
        carnet = terminal.app.carnet

        await terminal.go("end", "enter", to="protégé par une phrase")

        assert carnet._opened is None
        assert run.opened == []
        assert len(terminal.app.screen_stack) == 2
        gc.collect()
        left = [one for one in gc.get_objects() if isinstance(one, Frame) and one.page is not None]
        assert "Ordinateur" not in str([one.page for one in left if one.is_attached])
        await terminal.go("enter", to="Tapez votre phrase")


async def test_five_minutes_without_a_key_close_it(run):
    run.unlock(PHRASE)
    async with a_terminal(run, idle=1.0) as terminal:
        await terminal.read(HOME)

        await terminal.read("Qui êtes-vous ?")

        assert run.opened == []


async def test_keys_keep_it_open(run):
    run.unlock(PHRASE)
    async with a_terminal(run, idle=2.0) as terminal:
        await terminal.read(HOME)
        for _ in range(6):
            await terminal.pilot.pause(0.5)
            await terminal.press("down")

        assert "Qui êtes-vous ?" not in terminal.text


async def test_without_a_phrase_the_door_opens_at_once(tmp_path):
    run = ARun(tmp_path / "other")
    async with a_terminal(run) as terminal:
        await terminal.read("Votre carnet est vide.")
        await terminal.go("end", "enter", to="Qui êtes-vous ?")

        await terminal.go("enter", to="Votre carnet est vide.")
    run.close()


def test_what_waits_for_the_phrase_goes_on_when_it_is_given(run):
    carnet = Carnet(run)
    found = []
    waiting = threading.Thread(target=lambda: found.append(len(carnet.wallet.holdings())))
    waiting.start()
    waiting.join(0.3)
    assert found == []

    carnet.unlock(PHRASE)

    waiting.join(10)
    assert found == [1]


def test_a_wrong_phrase_lets_nobody_in(run):
    carnet = Carnet(run)

    with pytest.raises(BadgeError):
        carnet.unlock("canard")

    assert carnet.locked


@pytest.mark.parametrize(
    ("wrong", "seconds"), [(0, 0), (1, 0), (2, 1), (3, 2), (5, MAX_PAUSE_SECONDS), (99, 8)]
)
def test_each_wrong_phrase_takes_longer_to_answer(wrong, seconds):
    assert pause_after(wrong) == seconds


def test_in_plain_lines_the_phrase_is_asked_for_and_waits_after_wrong_ones(run):
    waiting, told, waited = ["mauvaise", "mauvaise", PHRASE], [], []

    def ask(prompt):
        told.append(prompt)
        raise EOFError

    def hidden(prompt):
        told.append(prompt)
        return waiting.pop(0)

    Conversation(
        Carnet(run), ask=ask, tell=told.append, clock=lambda: 0, hidden=hidden, wait=waited.append
    ).run()

    text = "\n".join(told)
    assert text.count("Ce n’est pas la bonne phrase.") == 2
    assert text.index("Mon carnet de badges") < text.index("Votre phrase")
    assert HOME in text.replace("\N{NO-BREAK SPACE}", " ")
    assert waited == [0, 1]


# ---------------------------------------------------------------- several people


@pytest.fixture
def computer(tmp_path, today):
    """A computer with nobody's carnet yet, as the command finds it when no space is named."""
    session = Session(
        folder=tmp_path / "space",
        registry_source="none",
        registry_root=None,
        replay=None,
        offline=True,
        now=today,
        lang="fr",
        json=False,
    )
    yield session, Visit(session, clock=None, shelf=tmp_path / "spaces")
    session.close()


async def test_two_people_have_a_carnet_each_and_see_only_their_own(computer, tmp_path):
    session, visit = computer
    async with a_terminal(visit) as terminal:
        await terminal.read("Votre carnet est vide.")
        keep(visit.wallet, a_document("b01"))
        await terminal.go("end", "enter", to="Nouveau carnet")
        await terminal.go("down", "enter", to="À qui est ce carnet ?")
        await type_(terminal, "Fatima")
        await terminal.read("Écrivez cette phrase sur un papier")
        phrase = terminal.app.screen.page.lines[1].text
        await terminal.go("enter", to="Elle ne se voit pas.")
        await type_(terminal, phrase)
        await terminal.read("Ce carnet est protégé par votre phrase.")

        await terminal.go("enter", to="Votre carnet est vide.")
        await terminal.go("end", "enter", to="Qui êtes-vous ?")
        await terminal.read("Fatima")
        assert terminal.marked == ["Mon carnet"]
        assert "Ordinateur" not in terminal.text
        await terminal.go("enter", to=HOME)
        await terminal.go("end", "enter", to="Fatima")
        await terminal.go("down", "enter", to="Tapez votre phrase")
        await type_(terminal, phrase)
        await terminal.read("Votre carnet est vide.")

    assert session.folder.parent == tmp_path / "spaces"


async def test_where_there_are_several_nobody_is_taken_for_another(computer, tmp_path):
    session, visit = computer
    keep(visit.wallet, a_document("b01"))
    visit.make("Fatima", PHRASE)
    session.go_to(tmp_path / "space")
    async with a_terminal(visit) as terminal:
        text = await terminal.read("Fatima")

        assert "Qui êtes-vous ?" in text
        assert session._opened == []
        await terminal.press("f2")
        await terminal.pilot.pause()
        assert "Que voulez-vous faire ?" not in terminal.text
        await terminal.go("enter", to=HOME)


def test_line_by_line_there_is_a_door_too(computer, tmp_path):
    session, visit = computer
    keep(visit.wallet, a_document("b01"))
    visit.make("Fatima", PHRASE)
    session.go_to(tmp_path / "space")

    told = said(
        Carnet(visit), "Fatima", PHRASE, "j ai", "Nouveau", "Jean", "je l ai", "", "quitter"
    )

    assert told.index("Qui êtes-vous ?") < told.index("Votre phrase")
    assert "Votre carnet est vide." in told
    assert "Écrivez cette phrase sur un papier" in told


def test_a_phrase_that_could_be_guessed_makes_no_carnet(computer, tmp_path):
    _, visit = computer

    with pytest.raises(PhraseTooShort):
        visit.make("Fatima", "court")

    assert list((tmp_path / "spaces").iterdir()) == []


def test_a_space_that_was_named_is_the_only_one(computer, tmp_path):
    session, shared = computer
    shared.make("Fatima", PHRASE)
    session.go_to(tmp_path / "space")
    visit = Visit(session, clock=None)

    assert [one.id for one in visit.doorways()] == ["alone"]
    assert not visit.shared
    with pytest.raises(SpaceUnusable):
        visit.make("Jean", PHRASE)


def test_the_pages_and_the_terminal_keep_carnets_in_one_folder():
    assert doorways.SPACES == serving.SPACES
