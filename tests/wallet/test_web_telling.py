"""Told and asked on the pages: notices, whose a badge is, and a reception that happens once."""

import re
from dataclasses import replace

import pytest

from tests.wallet.carnets import ISSUER, a_document, keep
from tests.wallet.pages import add, an_app, text_of, token_of
from wallet.notices import notices
from wallet.rechecking import FRESH
from wallet.web.carnet import Carnet
from wallet.web.telling import Rechecks

HOME = "/carnet/"


def send(client, address, **fields):
    return client.post(address, data={"csrf_token": token_of(client, "/carnet/add"), **fields})


# ---------------------------------------------------------------- notices


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_notice_is_told_with_its_reason_and_whom_to_write_to_until_it_was_read(
    client, wallet, region, lang
):
    holding = keep(wallet, a_document("b04", number=7), ("NOT_VALID_NOW", "REVOKED"))
    page = text_of(client.get(f"{HOME}?lang={lang}"))
    assert page.count("data-notice") == 1
    assert "numerique@mediatheque-clairval.example" in page

    answer = send(client, f"/carnet/badges/{holding.id}/told", key="withdrawn")

    assert answer.status_code == 303
    assert "data-notice" not in text_of(client.get(HOME))


def test_a_badge_that_is_told_bears_the_same_state_in_the_list_and_on_its_own_page(client, wallet):
    holding = keep(wallet, a_document("b04", number=7), ("NOT_VALID_NOW", "REVOKED"))

    home = text_of(client.get(HOME))
    page = text_of(client.get(f"/carnet/badges/{holding.id}"))

    card = home[home.index(f'<h3><a href="/carnet/badges/{holding.id}"') :]
    assert "tone-stop" in card[: card.index("</li>")]
    assert "tone-stop" in page[page.index("<article") : page.index("</article>")]


def test_the_issuer_of_a_notice_is_the_one_of_the_list(hall, wallet):
    keep(wallet, a_document("b04", number=7), ("NOT_VALID_NOW", "REVOKED"))

    (notice,) = notices(wallet.holdings(), now=hall.clock(), registry=hall.circumstances().registry)

    assert notice.holding.issuer_id == ISSUER
    assert notice.contact == "numerique@mediatheque-clairval.example"


# ---------------------------------------------------------------- whose a badge is


@pytest.fixture
def doubtful(client, region):
    """The page of a badge that bears another name."""
    badge = next(one for one in region.badges if one.file == "olena-navigation-autre-personne.png")
    page = text_of(add(client, badge))
    return re.search(r"/carnet/badges/[0-9a-f]+", page)[0]


def test_the_question_has_three_answers_and_stands_on_the_start_too(client, doubtful):
    page = text_of(client.get(doubtful))

    assert re.findall(r'name="said" value="(\w+)"', page) == ["yes", "no", "unsure"]
    assert doubtful in text_of(client.get(HOME)).split('id="badges"')[0]


def test_yes_with_the_name_that_it_bears(client, wallet, doubtful):
    answer = send(client, doubtful + "/mine", said="yes", name="Olena Kovalenko")

    page = text_of(client.get(answer.location))
    assert "data-whose" not in page
    assert wallet.get(doubtful.rpartition("/")[2]).counts


def test_yes_with_another_name_changes_nothing_and_says_so(client, wallet, doubtful):
    answer = send(client, doubtful + "/mine", said="yes", name="Zoé")

    assert "mine.does-not-fit" in answer.location
    assert not wallet.get(doubtful.rpartition("/")[2]).counts


def test_no_puts_it_away(client, wallet, doubtful):
    send(client, doubtful + "/mine", said="no")

    assert wallet.get(doubtful.rpartition("/")[2]).removed_at is not None


@pytest.mark.parametrize("said", ["unsure", "", "anything"])
def test_not_knowing_keeps_it(client, wallet, doubtful, said):
    send(client, doubtful + "/mine", said=said)

    holding = wallet.get(doubtful.rpartition("/")[2])
    assert (holding.claimed, holding.removed_at, holding.counts) == ("unsure", None, False)
    assert "data-whose" not in text_of(client.get(doubtful))


# ---------------------------------------------------------------- a badge received


def test_each_new_badge_is_celebrated_once_then_never_again(client, wallet):
    new = [one for one in wallet.unseen() if one.counts]
    assert len(new) == 3

    shown = [text_of(client.get("/carnet/received")) for _ in new]

    names = [re.search(r'<p class="lead"><strong><bdi>([^<]+)', page)[1] for page in shown]
    assert names == ["Ordinateur", "Tablette", "Messagerie électronique"]
    assert client.get("/carnet/received").status_code == 303
    assert client.get("/carnet/received").location.endswith(HOME)
    assert not [one for one in wallet.unseen() if one.counts]


def test_a_reception_has_the_words_of_the_giver_the_step_and_what_comes_next(client):
    page = text_of(client.get("/carnet/received"))

    assert "Vous avez même montré à votre voisine" in page
    assert "Smartphone" in page
    assert page.count('class="next"') == 1
    assert "<script>" not in page


def test_a_page_that_could_not_be_made_is_not_played_again(hall, wallet, monkeypatch):
    app = an_app(hall)
    app.jinja_env.globals.pop("icon")

    with pytest.raises(Exception, match="icon"):
        app.test_client().get("/carnet/received")

    assert [one.title for one in wallet.unseen() if one.counts] == [
        "Tablette",
        "Messagerie électronique",
    ]


def test_what_does_not_count_is_not_celebrated(client, wallet):
    for _ in range(3):
        client.get("/carnet/received")

    assert "/carnet/received" not in text_of(client.get(HOME))
    assert [one.title for one in wallet.unseen()] == ["Outils collaboratifs"]


# ---------------------------------------------------------------- looked at again


def test_badges_are_looked_at_again_once_a_day_behind_the_pages(hall, wallet):
    rechecks, later = Rechecks(), hall.clock() + FRESH
    carnet = Carnet(space=hall.space, make=hall.circumstances)
    assert rechecks.wake(carnet) is None

    def make(recipients):
        return replace(hall.circumstances(recipients), now=later)

    tomorrow = Carnet(space=hall.space, make=make)
    thread = rechecks.wake(tomorrow)
    thread.join(timeout=30)

    assert {one.checked_at for one in wallet.holdings()} == {later}
    assert rechecks.wake(tomorrow) is None


def test_a_visit_that_ends_meanwhile_stops_it_quietly(hall):
    carnet = Carnet(space=hall.space, make=lambda _: hall.circumstances())
    rechecks = Rechecks()
    held = carnet.wallet().holdings()
    hall.space.close()

    rechecks._run(carnet, [one.id for one in held], "here")

    assert rechecks._busy == set()
