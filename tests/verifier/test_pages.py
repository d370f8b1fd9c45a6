"""The verifier's pages: a true answer in words, in both languages, and nothing left behind."""

import io
import json
import re
import tempfile
from dataclasses import replace

import pytest

from shared.web import Protection
from shared.web.headers import HEADERS
from tests.workshop import circumstances
from verifier.verdict import Level
from verifier.web import create_app
from verifier.web.pages import PICTURE_SECONDS
from verifier.words import WORDS

LANGUAGES = ("fr", "en")
TEXTS = ("help", "about", "accessibility", "privacy")
KIB = 1024
TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
LEVEL = re.compile(r'data-level="(\w+)"')
SHOWN = re.compile(r"<style|<script>|style=|onclick=|onload=")

ONE_OF_EACH = (
    "amina-ordinateur.png",
    "amina-messagerie.svg",
    "marie-therese-texte.png",
    "jean-marc-fichiers.jwt",
    "kevin-tablette-retire.png",
    "kevin-smartphone-en-pause.svg",
    "rose-comptes-date-passee.png",
    "olena-sites-pas-encore.json",
    "olena-navigation-autre-personne.png",
    "mehmet-ordinateur-modifie.png",
    "kevin-navigation-inconnue.png",
    "kevin-texte-nom-ressemblant.png",
    "marie-therese-presentation-site-en-panne.png",
    "ousmane-ordinateur-sans-signature.json",
    "capture-d-ecran.png",
)


@pytest.fixture(scope="module")
def around(region):
    found = circumstances(region)
    yield found
    found.registry.close()


@pytest.fixture
def asked():
    """Whose badge each verification was about."""
    return []


@pytest.fixture
def app(around, asked):
    def make(recipients):
        asked.append(recipients)
        return replace(around, recipients=recipients)

    protection = Protection(max_upload_bytes=64 * KIB)
    return create_app(make, secret_key=b"k" * 32, protection=protection, rate="100 per minute")


@pytest.fixture
def client(app):
    return app.test_client()


def text_of(answer):
    return answer.get_data(as_text=True)


def send(client, *, lang="fr", **fields):
    """Fill in the start page and send it."""
    token = TOKEN.search(text_of(client.get("/")))[1]
    form = {"csrf_token": token, **fields}
    return client.post(f"/?lang={lang}", data=form, content_type="multipart/form-data")


def drop(client, badge, *, lang="fr", recipients=()):
    file = (io.BytesIO(badge.content), badge.file)
    return send(client, lang=lang, badge=file, recipient=list(recipients))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("file", ONE_OF_EACH)
def test_a_badge_gets_its_answer_in_words(client, region, file, lang):
    badge = region.badge(file)

    answer = drop(client, badge, lang=lang, recipients=badge.recipients)

    page = text_of(answer)
    assert LEVEL.findall(page)[0] == badge.level
    assert f'<html lang="{lang}">' in page
    assert answer.status_code == (422 if badge.level == Level.UNREADABLE else 200)
    assert "no-store" in answer.headers["Cache-Control"]
    assert not SHOWN.search(page)


@pytest.mark.parametrize("file", ["mehmet-ordinateur-modifie.png", "capture-d-ecran.png"])
def test_of_a_file_that_proves_nothing_nothing_is_shown(client, region, file):
    page = text_of(drop(client, region.badge(file)))

    assert '<img class="badge"' not in page
    assert "Clavette" not in page.partition("<pre")[0]


def test_every_recogniser_stands_by_name(client, region):
    badge = region.badge("amina-ordinateur.png")

    page = text_of(drop(client, badge))

    for slug in badge.recognised_by:
        assert region.partner(slug).name in page


def test_the_name_of_another_person_is_never_told(client, region):
    badge = region.badge("olena-navigation-autre-personne.png")

    page = text_of(drop(client, badge, recipients=badge.recipients))

    assert "Olena" not in page


def test_whose_badge_it_is_may_be_asked(client, region, asked):
    drop(client, region.badge("amina-ordinateur.png"), recipients=["Amina Benali", ""])

    assert asked[-1] == ("Amina Benali",)


def test_a_pasted_text_is_a_badge_too(client, region):
    badge = region.badge("jean-marc-fichiers.jwt")

    page = text_of(send(client, text=badge.content.decode()))

    assert LEVEL.findall(page)[0] == badge.level


def test_the_answer_can_be_asked_for_again_in_the_other_language(client, region):
    first = text_of(drop(client, region.badge("amina-ordinateur.png")))
    again = re.search(r'name="again" value="([^"]+)"', first)[1]

    page = text_of(send(client, again=again, lang="en"))

    assert 'data-level="TRUSTED"' in page
    assert WORDS.say("answer.trusted", lang="en") in page


def test_a_name_that_was_misspelt_is_corrected_without_the_file(client, region, asked):
    badge = region.badge("olena-navigation-autre-personne.png")
    first = text_of(drop(client, badge, recipients=["Olenna"]))
    again = re.search(r'name="again" value="([^"]+)"', first)[1]

    page = text_of(send(client, again=again, recipient="Olena Kovalenko"))

    assert first.count('class="next"') == 1
    assert 'id="who" name="recipient" value="Olenna"' in first
    assert (LEVEL.findall(first)[0], LEVEL.findall(page)[0]) == ("NOT_THEIRS", "TRUSTED")
    assert asked[-1] == ("Olena Kovalenko",)
    assert 'id="who"' not in page


def test_a_mailbox_is_one_link_on_its_own_line(client, region):
    page = text_of(drop(client, region.badge("kevin-tablette-retire.png")))

    address = "atelier@la-clavette.example"
    assert f'<a href="mailto:{address}"><span>atelier@</span>' in page


@pytest.mark.parametrize("lang", LANGUAGES)
def test_sending_nothing_says_what_is_missing(client, lang):
    answer = send(client, lang=lang)

    assert answer.status_code == 422
    assert WORDS.say("page.start-nothing", lang=lang) in text_of(answer)
    assert 'aria-invalid="true"' in text_of(answer)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("page", ["", *TEXTS])
def test_every_page_is_whole_in_both_languages(client, page, lang):
    answer = client.get(f"/{page}?lang={lang}")

    assert answer.status_code == 200
    assert f'<html lang="{lang}">' in text_of(answer)
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert "no-store" in answer.headers["Cache-Control"]
    assert text_of(answer).count("<h1") == 1


@pytest.mark.parametrize(("size", "status"), [(64 * KIB, 422), (64 * KIB + 1, 413)])
def test_a_file_at_the_limit_is_looked_at_and_one_beyond_is_not(client, size, status):
    answer = send(client, badge=(io.BytesIO(b"x" * size), "x.png"))

    assert answer.status_code == status


def test_a_form_without_its_token_is_refused(client):
    assert client.post("/", data={"text": "x"}).status_code == 400


def test_a_program_gets_the_report(client, region):
    badge = region.badge("kevin-tablette-retire.png")

    report = client.post("/api/verify", data=badge.content).json

    assert (report["level"], report["reasons"]) == (badge.level, list(badge.reasons))


def test_a_program_that_sends_nothing_gets_a_problem(client):
    answer = client.post("/api/verify")

    assert answer.status_code == 400
    assert answer.mimetype == "application/problem+json"


def test_nothing_that_is_sent_touches_the_disk(client, region, monkeypatch, tmp_path):
    badge = region.badge("jean-marc-fichiers.jwt")
    parts = (
        '--cut\r\nContent-Disposition: form-data; name="csrf_token"\r\n\r\n'
        f"{TOKEN.search(text_of(client.get('/')))[1]}\r\n"
        '--cut\r\nContent-Disposition: form-data; name="badge"; filename="b.jwt"\r\n\r\n'
        f"{badge.content.decode()}\r\n--cut--\r\n"
    )
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "missing"))

    answer = client.post("/", data=parts, content_type="multipart/form-data; boundary=cut")

    assert LEVEL.findall(text_of(answer))[0] == badge.level


def test_a_picture_is_one_of_the_catalogue(client):
    picture = client.get("/pictures/b01.svg")

    assert picture.mimetype == "image/svg+xml"
    assert picture.cache_control.max_age == PICTURE_SECONDS
    assert "sandbox" in picture.headers["Content-Security-Policy"]
    assert client.get("/pictures/b99.svg").status_code == 404
    assert client.get("/pictures/..%2fb01.svg").status_code == 404


HOSTILE = "<img src=x onerror=alert(1)>\N{RIGHT-TO-LEFT OVERRIDE}"


def test_a_strangers_text_is_only_text(client):
    claims = {
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": HOSTILE,
        "issuer": {"id": "https://stranger.example", "name": HOSTILE},
        "validFrom": "2026-01-01T00:00:00Z",
        "credentialSubject": {"achievement": {"name": HOSTILE, "description": HOSTILE}},
    }
    page = text_of(send(client, text=json.dumps(claims)))

    assert "<img src=x" not in page
    assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in page.partition("<pre")[0]
