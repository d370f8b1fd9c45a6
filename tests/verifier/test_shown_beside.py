"""What the page shows beside the answer: two pictures drawn again, and words of support."""

import io
import json
import re

import pytest

from shared.baking import bake
from shared.web import Protection
from shared.web.headers import CONTENT_SECURITY
from tests.shared import linked_badges
from tests.verifier.cases import HOLDER, Network, as_bytes, circumstances, signed, tampered
from tests.verifier.test_supporting import COMMENT, words
from trust_registry.catalogue import image, seed
from verifier.web import create_app

BADGES = {one.id: one for one in seed().badges}
MAIL, OTHER = image(BADGES["b10"]), image(BADGES["b11"])
ADDRESS = "https://badges.example/messagerie.png"
TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
DRAWN = re.compile(r'<img src="data:image/png;base64,([A-Za-z0-9+/=]+)"')


def in_a(picture):
    named = linked_badges.with_achievement(image={"id": ADDRESS, "type": "Image"})
    document = signed(credentialSubject=named["credentialSubject"])
    return bake(picture, json.dumps(document))


@pytest.fixture
def answer():
    """The page about something that was sent."""

    def make(recipients):
        return circumstances({ADDRESS: MAIL}, registry=Network(), recipients=recipients)

    app = create_app(make, secret_key=b"k" * 32, protection=Protection(), rate="100 per minute")
    client = app.test_client()

    def sent(received, **fields):
        token = TOKEN.search(client.get("/").get_data(as_text=True))[1]
        form = {"csrf_token": token, "badge": (io.BytesIO(received), "badge.png"), **fields}
        return client.post("/", data=form, content_type="multipart/form-data")

    return sent


def test_two_pictures_that_differ_are_seen_side_by_side(answer):
    told = answer(in_a(OTHER))

    assert len(DRAWN.findall(told.get_data(as_text=True))) == 2
    assert "img-src 'self' data:;" in told.headers["Content-Security-Policy"]


@pytest.mark.parametrize("picture", [MAIL], ids=["the issuer's"])
def test_any_other_page_shows_only_what_is_ours(answer, picture):
    told = answer(in_a(picture))

    assert DRAWN.findall(told.get_data(as_text=True)) == []
    assert told.headers["Content-Security-Policy"] == CONTENT_SECURITY


def test_words_of_support_stand_with_who_signed_them(answer):
    page = answer(as_bytes(signed(endorsement=[words()]))).get_data(as_text=True)

    assert "Les mots de soutien" in page
    assert COMMENT in page


@pytest.mark.parametrize(
    "endorsement",
    [tampered(words()), words(by=HOLDER), words(about="urn:uuid:another")],
    ids=["changed", "signed by another", "of another badge"],
)
def test_words_that_nobody_stands_behind_are_not_on_the_page(answer, endorsement):
    page = answer(as_bytes(signed(endorsement=[endorsement]))).get_data(as_text=True)

    assert COMMENT not in page
