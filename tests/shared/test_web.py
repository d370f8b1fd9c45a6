"""Pages: guarded the same way everywhere, French first, and nothing of a person left behind."""

import logging
import tempfile

import pytest
from flask import render_template_string, request

from shared.web import Protection, Screen, new_app, pace
from shared.web.app import MAX_FIELD_BYTES, MAX_FORM_PARTS
from shared.web.headers import HEADERS
from shared.words import WORDS

KIB = 1024


def a_screen(name="hall"):
    screen = Screen(
        name, __name__, words=WORDS, brand="page.brand", for_programs=frozenset({"api_post"})
    )

    @screen.get("/")
    def start():
        return render_template_string(
            "{% extends 'base.html' %}{% block content %}<h1>{{ csrf_token() }}</h1>{% endblock %}"
        )

    @screen.post("/")
    def post():
        return {name: len(sent.read()) for name, sent in request.files.items()}

    @screen.post("/api/post")
    def api_post():
        return {"received": len(request.get_data())}

    @screen.get("/paced")
    def paced():
        with pace("2 per minute", scope="paced"):
            return "done"

    @screen.get("/broken")
    def broken():
        raise RuntimeError("Amina Benali")

    return screen


def an_app(**protection):
    return new_app((a_screen(), "/"), secret_key=b"k" * 32, protection=Protection(**protection))


def token_of(client):
    page = client.get("/").get_data(as_text=True)
    return page.split("<h1>")[1].split("</h1>")[0]


@pytest.mark.parametrize(
    ("address", "headers", "language"),
    [
        pytest.param("/", {}, "fr", id="French first"),
        pytest.param("/", {"Accept-Language": "de"}, "fr", id="unknown language"),
        pytest.param("/", {"Accept-Language": "en-GB,fr;q=0.5"}, "en", id="English browser"),
        pytest.param("/?lang=fr", {"Accept-Language": "en"}, "fr", id="asked for wins"),
        pytest.param("/?lang=xx", {}, "fr", id="nonsense is left aside"),
        pytest.param("/?lang=en", {}, "en", id="asked for"),
        pytest.param("/nowhere?lang=en", {}, "en", id="errors too"),
    ],
)
def test_a_page_speaks_the_language_asked_for(address, headers, language):
    page = an_app().test_client().get(address, headers=headers).get_data(as_text=True)

    assert f'<html lang="{language}">' in page


def test_a_chosen_language_is_remembered_and_an_assumed_one_is_not():
    client = an_app().test_client()
    assert "Set-Cookie" not in client.get("/nowhere", headers={"Accept-Language": "en"}).headers

    client.get("/?lang=en")

    assert '<html lang="en">' in client.get("/").get_data(as_text=True)


def test_the_switch_keeps_the_page_and_says_its_language_in_that_language():
    page = an_app().test_client().get("/?page=2").get_data(as_text=True)

    assert '<a href="?page=2&amp;lang=en" lang="en" hreflang="en">English</a>' in page


@pytest.mark.parametrize("address", ["/", "/nowhere", "/static/look.css", "/broken"])
def test_every_answer_carries_the_guards(address):
    app = an_app()
    with app.test_client().get(address) as answer:
        answer.get_data()

    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert ("no-store" in answer.headers["Cache-Control"]) is not address.startswith("/static")


def test_no_page_holds_an_inline_script_or_style():
    page = an_app().test_client().get("/").get_data(as_text=True)

    assert "<script>" not in page
    assert "style=" not in page
    assert "http" not in page.replace("http-equiv", "")


def test_a_form_without_its_token_is_refused():
    client = an_app().test_client()

    assert client.post("/").status_code == 400
    assert client.post("/", data={"csrf_token": token_of(client)}).status_code == 200


@pytest.mark.parametrize(
    ("site", "status"), [("cross-site", 400), ("same-site", 400), ("same-origin", 200)]
)
def test_another_site_cannot_act_in_a_persons_name(site, status):
    client = an_app().test_client()
    form = {"csrf_token": token_of(client)}

    assert client.post("/", data=form, headers={"Sec-Fetch-Site": site}).status_code == status


def test_only_declared_views_are_open_to_programs():
    assert an_app().test_client().post("/api/post", data=b"abc").json == {"received": 3}


def drop(client, size):
    """Post a file as a browser does; werkzeug's own test client would spool it to the disk."""
    parts = (
        f'--cut\r\nContent-Disposition: form-data; name="csrf_token"\r\n\r\n{token_of(client)}\r\n'
        '--cut\r\nContent-Disposition: form-data; name="badge"; filename="b.png"\r\n\r\n'
        f"{'x' * size}\r\n--cut--\r\n"
    )
    return client.post("/", data=parts, content_type="multipart/form-data; boundary=cut")


@pytest.mark.parametrize(("size", "status"), [(64 * KIB, 200), (3 * 1024 * KIB, 413)])
def test_an_upload_beyond_the_limit_gets_a_page_in_words(size, status):
    answer = drop(an_app(max_upload_bytes=64 * KIB).test_client(), size)

    assert answer.status_code == status
    assert (WORDS.say("page.error-413") in answer.get_data(as_text=True)) is (status == 413)


def fields(client, sent):
    """Post a form of text fields in parts, with its token."""
    named = {"csrf_token": token_of(client), **sent}
    parts = "".join(
        f'--cut\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{text}\r\n'
        for name, text in named.items()
    )
    return client.post(
        "/", data=parts + "--cut--\r\n", content_type="multipart/form-data; boundary=cut"
    )


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        pytest.param({"text": "x" * MAX_FIELD_BYTES}, 200, id="as much text as is taken"),
        pytest.param({"text": "x" * (MAX_FIELD_BYTES + 1)}, 413, id="more text"),
        pytest.param({str(n): "" for n in range(MAX_FORM_PARTS - 1)}, 200, id="as many fields"),
        pytest.param({str(n): "" for n in range(MAX_FORM_PARTS)}, 413, id="more fields"),
    ],
)
def test_a_form_has_limits(sent, status):
    assert fields(an_app().test_client(), sent).status_code == status


def test_an_upload_never_touches_the_disk(monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "missing"))

    assert drop(an_app().test_client(), 2_000_000).json == {"badge": 2_000_000}


def test_too_many_requests_are_asked_to_wait():
    client = an_app().test_client()

    answers = [client.get("/paced").status_code for _ in range(3)]

    assert answers == [200, 200, 429]
    assert client.get("/").status_code == 200
    assert WORDS.say("page.error-429") in client.get("/paced").get_data(as_text=True)


def test_the_general_pace_names_when_to_come_back():
    client = an_app(rate="1 per minute").test_client()
    client.get("/")

    refused = client.get("/")

    assert refused.status_code == 429
    assert 0 < int(refused.headers["Retry-After"]) <= 61


def test_the_looks_of_a_page_cost_nothing():
    client = an_app(rate="1 per minute").test_client()

    for _ in range(3):
        with client.get("/static/mark.svg") as drawing:
            assert drawing.status_code == 200


def test_two_apps_never_share_a_counter():
    assert an_app(rate="1 per minute").test_client().get("/").status_code == 200
    assert an_app(rate="1 per minute").test_client().get("/").status_code == 200


def test_another_host_name_is_refused():
    client = an_app(trusted_hosts=("badges.example",)).test_client()

    assert client.get("/", headers={"Host": "badges.example"}).status_code == 200
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 400


def test_a_fault_of_ours_says_so_and_logs_no_word_of_anybody(caplog):
    with caplog.at_level(logging.DEBUG):
        answer = an_app().test_client().get("/broken")

    assert answer.status_code == 500
    assert WORDS.say("page.error-500") in answer.get_data(as_text=True)
    assert "RuntimeError in broken" in caplog.text
    assert "Amina" not in caplog.text + answer.get_data(as_text=True)


def test_a_program_gets_a_problem_instead_of_a_page():
    answer = an_app(max_upload_bytes=KIB).test_client().get("/api/nowhere")

    assert answer.mimetype == "application/problem+json"
    assert answer.json == {"type": "about:blank", "title": "Not Found", "status": 404}


def test_several_screens_live_in_one_app():
    app = new_app((a_screen("one"), "/"), (a_screen("two"), "/two"), secret_key=b"k" * 32)
    client = app.test_client()

    assert 'class="brand" href="/"' in client.get("/").get_data(as_text=True)
    assert 'class="brand" href="/two/"' in client.get("/two/").get_data(as_text=True)


def test_cookies_travel_by_https_only_where_the_site_is_reached_by_https():
    client = an_app(secure=True, proxies=1).test_client()

    cookies = client.get("/?lang=en", headers={"X-Forwarded-Proto": "https"}).headers
    assert "Strict-Transport-Security" in cookies
    for cookie in cookies.getlist("Set-Cookie"):
        assert "Secure" in cookie
        assert "SameSite=Lax" in cookie
        assert "HttpOnly" in cookie
