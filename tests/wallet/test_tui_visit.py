"""One long visit at the terminal: what the network publishes meanwhile is seen at the next act."""

import pytest

from tests.wallet.people import circumstances, desk_of
from tests.wallet.terminal import a_terminal
from trust_registry.publishing import open_desk
from wallet.awarding.award import make_award
from wallet.awarding.compose import Award, Observation
from wallet.awarding.withdrawal import withdraw
from wallet.commands.inputs import Given
from wallet.commands.opening import Visit
from wallet.commands.session import Session
from wallet.tui.places import Importing

pytestmark = pytest.mark.slow
AWARD = Award(badge="b04", to="Amina Benali", evidence=(Observation(narrative="Vu mardi."),))


@pytest.fixture
def around(own_region, today):
    found = circumstances(own_region, today)
    yield found
    found.registry.close()


@pytest.fixture
def sandrine(own_region, around, tmp_path):
    space = desk_of(own_region, "sandrine", tmp_path, around)
    yield space
    space.close()


@pytest.fixture
def session(own_region, today, tmp_path):
    """Amina's run of the command, with nothing of the network but the published list."""
    session = Session(
        folder=tmp_path / "amina",
        registry_source=str(own_region.folder),
        registry_root=None,
        replay=None,
        offline=True,
        now=today,
        lang="fr",
        json=False,
    )
    yield session
    session.close()


async def test_a_withdrawal_is_seen_by_a_terminal_that_stayed_open(
    own_region, around, sandrine, session, today, tmp_path
):
    made = make_award(AWARD, sandrine, around)
    file = tmp_path / "badge.png"
    file.write_bytes(made.files[".png"])
    first = Importing((Given(label=file.name, name=file.name, path=file),))
    async with a_terminal(Visit(session, clock=None), first=first) as terminal:
        await terminal.read("✔ Ajouté : Gestion des fichiers, Valable")

        taken = withdraw(
            made.line.credential_id, sandrine, around.registry, reason="Erreur", now=today
        )
        open_desk(own_region.folder).publish_list(
            taken.partner.slug, taken.list_name, taken.signed, at=today
        )
        await terminal.go("enter", to="✔ Ce badge est valable.")
        await terminal.go("right", "right", "enter", to="Vérifier maintenant")
        await terminal.go("enter", to="✖ La structure a retiré ce badge.")

        await terminal.go("escape", "escape", to="✖ Gestion des fichiers : La structure a retiré")


def test_a_visit_without_a_list_still_knows_the_badges(session):
    session.registry_source = "none"
    visit = Visit(session, clock=None)

    assert visit.catalogue.badge("b01").name["fr"] == "Ordinateur"
    assert (visit.circumstances().registry, visit.circumstances().registry_problem) == (None, None)


def test_a_list_that_cannot_be_read_is_a_problem_and_not_an_absence(session, tmp_path):
    session.registry_source = str(tmp_path / "nowhere")
    visit = Visit(session, clock=None)

    found = visit.circumstances()

    assert found.registry is None
    assert found.registry_problem is not None


def test_a_visit_tells_the_hour_of_each_act(session, today):
    hours = iter([today.replace(hour=8), today.replace(hour=9)])
    session.registry_source = None
    visit = Visit(session, clock=lambda: next(hours))

    assert [visit.circumstances().now.hour for _ in range(2)] == [8, 9]
