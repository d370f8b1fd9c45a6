"""The registry's page: who is in the network, until when the list holds, what is not read."""

import shutil
from datetime import timedelta

import pytest

from shared.web import Screen, new_app
from trust_registry.client import open_registry
from trust_registry.site import write_site
from trust_registry.web import Published, blueprint
from trust_registry.words import WORDS

LANGUAGES = ("fr", "en")


@pytest.fixture(scope="module")
def registry(region, today):
    found = open_registry(str(region.folder), now=today)
    yield found
    found.close()


def page_of(registry, now, *, lang="fr", public=None):
    screen = blueprint(lambda: Published(registry=registry, now=now), public)
    client = new_app((screen, "/registre"), secret_key=b"k" * 32).test_client()
    return client.get(f"/registre/?lang={lang}").get_data(as_text=True)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_partner_stands_with_its_kind(registry, today, region, lang):
    page = page_of(registry, today, lang=lang)

    for partner in region.partners:
        assert partner.name in page
        assert WORDS.say(f"kind.{partner.kind}", lang=lang) in page


@pytest.mark.parametrize("lang", LANGUAGES)
def test_who_has_left_stands_apart(registry, today, region, lang):
    here, _, gone = page_of(registry, today, lang=lang).partition(
        WORDS.say("page.registry-gone", lang=lang)
    )

    left = region.partner("passerelle-insertion").name
    assert left in gone
    assert left not in here


@pytest.mark.parametrize(("days", "is_fresh"), [(13, True), (15, False)])
def test_a_list_that_is_too_old_says_so(registry, today, days, is_fresh):
    page = page_of(registry, today + timedelta(days=days))

    assert ("tone-ok" in page) is is_fresh
    assert (WORDS.say("page.registry-old", part="help") in page) is not is_fresh


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_list_that_cannot_be_read_says_so(today, lang):
    page = page_of(None, today, lang=lang)

    assert WORDS.say("page.registry-unread", lang=lang) in page
    assert "tone-ok" not in page


def test_the_first_file_for_programs_is_named(registry, today, region):
    page = page_of(registry, today, public=region.public)

    assert '<a href="/registre/metadata/timestamp.json">' in page
    assert "timestamp.json" not in page_of(registry, today)


# ---------------------------------------------------------------- the written site


@pytest.fixture(scope="module")
def written(region, tmp_path_factory, today):
    public = tmp_path_factory.mktemp("written") / "public"
    shutil.copytree(region.public, public)
    write_site(public, now=today)
    return public


def client_of(registry, now, public):
    screen = blueprint(lambda: Published(registry=registry, now=now), public)
    beside = Screen("elsewhere", __name__, words=WORDS, brand="page.registry")
    beside.add_url_rule("/", "start", lambda: "")
    app = new_app((screen, "/registre"), (beside, "/ailleurs"), secret_key=b"k" * 32)
    return app.test_client()


def test_the_first_page_is_the_written_one(registry, today, written):
    client = client_of(registry, today, written)

    page = client.get("/registre/?lang=fr").get_data(as_text=True)

    plain = written.joinpath("index.html").read_text(encoding="utf-8")
    assert plain.partition("</nav></footer>")[0] in page
    assert '<a href="/ailleurs/">' in page
    assert (
        page.replace(page[page.index('<a href="/ailleurs/">') : page.index("</nav>")], "") == plain
    )


def test_the_first_page_in_english_is_the_written_one(registry, today, written):
    client = client_of(registry, today, written)

    led = client.get("/registre/", headers={"Accept-Language": "en-GB"})

    assert (led.status_code, led.headers["Location"]) == (302, "/registre/en/index.html")
    assert led.cache_control.no_store
    page = client.get(led.headers["Location"]).get_data(as_text=True)
    assert '<html lang="en">' in page
    assert f'<a href="/ailleurs/">{WORDS.say("page.registry", lang="en")}</a>' in page


@pytest.mark.parametrize("days", [None, 15])
def test_the_written_page_never_hides_that_the_list_is_of_no_use(registry, today, written, days):
    now = today + timedelta(days=days or 0)
    page = page_of(registry if days else None, now, public=written)

    code = "page.registry-old" if days else "page.registry-unread"
    assert WORDS.say(code, part="help") in page
    assert "tone-ok" not in page
    assert '<a href="/registre/index.html">' in page


def test_a_folder_answers_with_its_page_as_hosts_of_files_do(registry, today, written):
    client = client_of(registry, today, written)

    moved = client.get("/registre/badges/ordinateur")
    page = client.get("/registre/badges/ordinateur/")

    assert (moved.status_code, moved.headers["Location"]) == (308, "/registre/badges/ordinateur/")
    assert (page.status_code, page.mimetype) == (200, "text/html")


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("nowhere/", 404),
        ("nowhere", 404),
        ("badges/ordinateur/%2e%2e/%2e%2e/%2e%2e", 404),
        (".hidden", 404),
        ("badges/%00", 404),
        ("../index.html", 404),
        ("%2e%2e/", 404),
        ("index.html", 200),
    ],
)
def test_nothing_beside_the_folder_is_shown(registry, today, written, name, status):
    written.parent.joinpath("index.html").write_text("<p>secret</p>")

    with client_of(registry, today, written).get(f"/registre/{name}") as answer:
        assert answer.status_code == status
        assert b"secret" not in answer.data


def test_a_written_page_runs_nothing_and_a_file_of_the_list_stays_as_it_is(
    registry, today, written
):
    client = client_of(registry, today, written)

    page = client.get("/registre/index.html")
    rules = page.headers["Content-Security-Policy"]
    assert "default-src 'none'" in rules
    assert "script" not in rules
    assert "ETag" not in page.headers
    style = client.get("/registre/static/look.css")
    assert (style.status_code, style.mimetype) == (200, "text/css")
    listed = client.get("/registre/metadata/timestamp.json")
    assert listed.data == written.joinpath("metadata/timestamp.json").read_bytes()
    assert "sandbox" in listed.headers["Content-Security-Policy"]
