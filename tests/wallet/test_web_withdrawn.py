"""A badge taken back is seen on pages that were open all along, the verifier's and the wallet's."""

import io
import re
from datetime import timedelta

import pytest

from tests.wallet.pages import a_hall, add, an_app, text_of, token_of
from tests.wallet.people import circumstances, desk_of
from trust_registry.publishing import open_desk
from wallet.awarding.award import make_award
from wallet.awarding.compose import Award, Observation
from wallet.awarding.withdrawal import withdraw
from wallet.words import WORDS

pytestmark = pytest.mark.slow
AWARD = Award(
    badge="b04", to="Amina Benali", evidence=(Observation(narrative="Amina a rangé ses photos."),)
)


@pytest.fixture
def sandrine(own_region, today, tmp_path):
    around = circumstances(own_region, today)
    with_her_space = desk_of(own_region, "sandrine", tmp_path, around)
    yield with_her_space, around
    with_her_space.close()
    around.registry.close()


@pytest.fixture
def client(own_region, today, tmp_path):
    with a_hall(own_region, tmp_path, now=today + timedelta(hours=1)) as hall:
        yield an_app(hall).test_client()


def level(client, content):
    """Drop a file on the verifier's page."""
    form = {"csrf_token": token_of(client, "/"), "badge": (io.BytesIO(content), "badge.png")}
    page = client.post("/", data=form, content_type="multipart/form-data")
    return re.search(r'data-level="(\w+)"', text_of(page))[1]


def test_a_badge_taken_back_is_seen_at_once(client, own_region, sandrine, today):
    space, around = sandrine
    made = make_award(AWARD, space, around)
    picture = made.files[".png"]
    assert level(client, picture) == "TRUSTED"
    page = text_of(add(client, text=made.files[".jwt"].decode()))
    address = re.search(r"/carnet/badges/[0-9a-f]+", page)[0]
    assert WORDS.say("state.valid", part="word") in text_of(client.get("/carnet/"))
    steps = re.findall(r'data-step="(\w+)"', text_of(client.get("/carnet/pathways/fondamentaux")))
    assert steps == ["done", "done", "next", "done", "todo"]

    found = withdraw(made.line.credential_id, space, around.registry, reason="", now=today)
    desk = open_desk(own_region.folder)
    desk.publish_list(found.partner.slug, found.list_name, found.signed, at=today)

    assert level(client, picture) == "NOT_VALID_NOW"
    client.post(f"{address}/again", data={"csrf_token": token_of(client, address)})
    assert WORDS.say("state.withdrawn") in text_of(client.get(address))
    steps = re.findall(r'data-step="(\w+)"', text_of(client.get("/carnet/pathways/fondamentaux")))
    assert steps == ["done", "done", "next", "todo", "todo"]
