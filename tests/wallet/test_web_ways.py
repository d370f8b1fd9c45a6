"""Pathways on the pages: one next step, what to do, where to go, and a mediator's note."""

import re

import pytest

from tests.wallet.pages import text_of, token_of
from wallet.memo import MAX_NOTE_LETTERS, memo_of

PATH = "/carnet/pathways/fondamentaux"
LIBRARY = "2 place des Tilleuls, 21990 Clairval-sur-Ornaize"


def send(client, address, **fields):
    return client.post(address, data={"csrf_token": token_of(client, PATH), **fields})


@pytest.mark.parametrize(
    ("path", "lang"),
    [("fondamentaux", "fr"), ("bureautique", "en"), ("communication", "fr"), ("demarches", "fr")],
)
def test_each_pathway_has_one_next_step_with_what_to_do_and_where(client, path, lang):
    page = text_of(client.get(f"/carnet/pathways/{path}?lang={lang}"))

    assert page.count("data-next") == 1
    assert page.count('class="next"') == 1
    step = page[page.index("data-next") :]
    assert re.search(r"<p data-place>.*?\d{5} ", step, re.DOTALL)


def test_the_nearest_place_comes_first_once_the_town_is_known(client, hall):
    answer = send(client, PATH + "/town", town="Clairval-sur-Ornaize")

    page = text_of(client.get(PATH))
    assert answer.status_code == 303
    assert memo_of(hall.space.vault).town == "Clairval-sur-Ornaize"
    assert (
        page.index("<p data-place>")
        < page.index(LIBRARY)
        < page.index("</p>", page.index("<p data-place>"))
    )
    assert 'href="tel:0353011020"' in page


def test_the_start_says_where_too(client):
    send(client, PATH + "/town", town="21990")

    page = text_of(client.get("/carnet/"))

    big = page[page.index('class="next"') :]
    assert "Médiathèque de Clairval" in big[: big.index("</a>")]


def test_a_note_is_kept_shown_as_text_and_taken_away(client, hall):
    send(client, PATH + "/note", note="Demandez <b>Sandrine</b> le mardi.")

    page = text_of(client.get(PATH))
    assert "Demandez &lt;b&gt;Sandrine&lt;/b&gt; le mardi." in page
    assert list(memo_of(hall.space.vault).notes) == ["b03"]

    send(client, PATH + "/note", note="")
    assert memo_of(hall.space.vault).notes == {}


def test_a_note_that_is_too_long_says_so_and_keeps_the_one_before(client, hall):
    send(client, PATH + "/note", note="Salle 2.")

    answer = send(client, PATH + "/note", note="a" * (MAX_NOTE_LETTERS + 1))

    assert answer.status_code == 422
    assert 'role="alert"' in text_of(answer)
    assert memo_of(hall.space.vault).notes == {"b03": "Salle 2."}


def test_a_form_without_its_token_changes_nothing(client, hall):
    assert client.post(PATH + "/note", data={"note": "Salle 2."}).status_code == 400
    assert memo_of(hall.space.vault).notes == {}


@pytest.mark.parametrize("form", ["note", "town"])
def test_a_pathway_that_is_not_there_is_not_found(client, form):
    assert send(client, f"/carnet/pathways/nowhere/{form}").status_code == 404
    assert client.get("/carnet/pathways/nowhere").status_code == 404
