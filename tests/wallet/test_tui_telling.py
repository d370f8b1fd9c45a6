"""What the terminal tells by itself: what happened to badges, and where the next step is."""

import pytest

from tests.wallet.carnets import ARun, amina
from tests.wallet.people import circumstances
from tests.wallet.terminal import a_terminal
from tests.wallet.test_tui_plain import said
from wallet.memo import keep_note
from wallet.tui.acts import done
from wallet.tui.carnet import Carnet
from wallet.tui.page import Kind, Tone
from wallet.tui.pages import page_of
from wallet.tui.places import Home, Notices, OnePathway, OneStep

pytestmark = pytest.mark.slow


class InTheRegion(ARun):
    """A run that has the list of partners of the demo region."""

    around = None

    def circumstances(self):
        return self.around


@pytest.fixture
def run(own_region, tmp_path, today):
    around = circumstances(own_region, today)
    run = InTheRegion(tmp_path / "space", now=today, catalogue=around.registry.catalogue())
    run.around = around
    yield amina(run)
    run.close()
    around.registry.close()


def texts(page):
    return "\n".join([line.text for line in page.lines] + [row.hint for row in page.rows])


def test_the_opening_tells_what_was_taken_back_and_notes_what_was_read(run):
    carnet = Carnet(run)
    told = [line for line in page_of(Home(), carnet).lines if line.kind is Kind.STATE]
    assert [line.tone for line in told] == [Tone.STOP]

    (first, back) = page_of(Notices(), carnet).rows
    after = done(first.goes, carnet, lambda _: None)

    assert after.id == first.goes.id
    assert [line for line in page_of(Home(), carnet).lines if line.kind is Kind.STATE] == []
    assert page_of(Notices(), carnet).rows == (back,)


def test_a_notice_says_why_and_whom_to_write_to(run):
    page = page_of(Notices(), Carnet(run))

    assert "La structure a retiré ce badge." in texts(page)
    assert "Pour lui écrire" in texts(page)


async def test_by_keys_a_notice_is_read_and_its_badge_is_open(run):
    async with a_terminal(run) as terminal:
        await terminal.read("✖ Tablette")
        await terminal.go("f2", to="Que voulez-vous faire ?")
        await terminal.go(*"a savoir", "enter", to="[ J’ai lu : Tablette ]")

        await terminal.go("enter", to="✖ La structure a retiré ce badge.")

        await terminal.go("escape", "escape", to="Vous avez 7 badges")
        assert "✖" not in terminal.text


def test_the_next_step_says_where_to_go(run):
    carnet = Carnet(run)
    pathway = page_of(OnePathway("bureautique"), carnet)
    first = pathway.rows[pathway.start]

    assert "Prochaine étape. " in first.hint.replace("\N{NO-BREAK SPACE}", " ")
    step = page_of(first.goes, carnet)
    place = carnet.guided(lambda guide: guide.to_badge(first.goes.badge_id, lang="fr")).first
    for text in (place.what, place.name, place.address):
        assert text in texts(step)


def test_a_person_is_named_only_by_the_note_of_a_mediator(run):
    carnet = Carnet(run)
    entry = carnet.catalogue.badges[6].id
    assert "Karim" not in texts(page_of(OneStep(entry), carnet))

    keep_note(run.wallet.vault, entry, "Demandez Karim, le mardi.")

    assert "Demandez Karim, le mardi." in texts(page_of(OneStep(entry), carnet))


def test_line_by_line_the_same_is_told(run):
    told = said(Carnet(run), "toutes", "A savoir")

    assert "La structure a retiré ce badge." in told
    assert "Pour lui écrire" in told
