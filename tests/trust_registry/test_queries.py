"""Programs ask: an answer is yes or no for an instant, and tells nothing more about anybody."""

import json
from datetime import timedelta
from importlib.resources import files

import jsonschema
import pytest

from shared.web import new_app
from tests.trust_registry import network
from tests.trust_registry.network import (
    COMPUTER,
    EMPLOYER,
    HUB,
    LEAVER,
    LEFT,
    LIBRARY,
    OPENED,
    PLATFORM_BADGE,
    PLATFORM_ID,
    SPREADSHEET,
    STRANGER_ID,
    TODAY,
    TWIN,
    did,
)
from trust_registry.client import open_registry
from trust_registry.query import MAX_LETTERS
from trust_registry.web import Published, blueprint
from trust_registry.web.queries import MAX_QUESTION_BYTES

DESCRIBED = json.loads(files("trust_registry.web").joinpath("openapi.json").read_text("utf-8"))
SECOND = timedelta(seconds=1)


@pytest.fixture(scope="module")
def registry(tmp_path_factory):
    folder = tmp_path_factory.mktemp("queries") / "registry"
    network.make(folder)
    found = open_registry(str(folder), now=TODAY)
    yield found
    found.close()


def client_of(registry, now=TODAY):
    screen = blueprint(lambda: Published(registry=registry, now=now), None)
    return new_app((screen, "/registre"), secret_key=b"k" * 32).test_client()


@pytest.fixture
def ask(registry):
    client = client_of(registry)

    def post(kind, *, entity=None, time=None, **changes):
        question = {
            "entity_id": entity or did(LIBRARY),
            "authority_id": network.BASE,
            "action": {"authorization": "issue", "recognition": "recognize"}[kind],
            "resource": COMPUTER,
            **changes,
        }
        if time is not None:
            question["context"] = {"time": time.strftime("%Y-%m-%dT%H:%M:%SZ")}
        _valid(question, f"{kind.capitalize()}Query")
        answer = client.post(f"/registre/{kind}", json=question)
        assert answer.status_code == 200
        _valid(answer.json, f"{kind.capitalize()}Answer")
        return answer.json["authorized" if kind == "authorization" else "recognized"]

    return post


def _valid(document, name):
    schema = {"$ref": f"#/components/schemas/{name}", "components": DESCRIBED["components"]}
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    jsonschema.Draft202012Validator(schema, format_checker=checker).validate(document)


@pytest.mark.parametrize(
    ("changes", "may"),
    [
        ({}, True),
        ({"resource": "b01"}, True),
        ({"authority_id": did(HUB)}, True),
        ({"resource": SPREADSHEET}, False),
        ({"resource": "https://elsewhere.example/badge"}, False),
        ({"action": "revoke"}, False),
        ({"entity": did(EMPLOYER)}, False),
        ({"entity": did(LIBRARY).upper()}, False),
        ({"entity": PLATFORM_ID, "resource": PLATFORM_BADGE}, True),
        ({"entity": STRANGER_ID, "resource": PLATFORM_BADGE}, False),
        ({"entity": did(LEAVER)}, False),
    ],
    ids=str,
)
def test_may_it_award(ask, changes, may):
    assert ask("authorization", **changes) is may


@pytest.mark.parametrize(
    ("time", "may"),
    [(OPENED - SECOND, False), (OPENED, True), (LEFT - SECOND, True), (LEFT, False)],
)
def test_may_it_on_that_day(ask, time, may):
    assert ask("authorization", entity=did(LEAVER), time=time) is may


@pytest.mark.parametrize(
    ("changes", "does"),
    [
        ({}, True),
        ({"authority_id": did(HUB)}, True),
        ({"authority_id": did(LIBRARY)}, False),
        ({"resource": network.MAIL, "authority_id": did(TWIN)}, False),
        ({"entity": STRANGER_ID}, False),
        ({"action": "issue"}, False),
        ({"time": OPENED - SECOND}, False),
    ],
    ids=str,
)
def test_is_it_recognised(ask, changes, does):
    assert ask("recognition", **changes) is does


def test_47_listed_without_the_right_and_not_listed_get_the_same_words(registry):
    client = client_of(registry)

    def asked(entity):
        question = {"entity_id": entity, "authority_id": network.BASE, "action": "issue"}
        answer = client.post("/registre/authorization", json=question | {"resource": SPREADSHEET})
        return answer.status_code, answer.json | {"entity_id": ""}, sorted(answer.headers.keys())

    assert asked(did(LIBRARY)) == asked("did:web:inconnu.example") == asked(did(EMPLOYER))


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"entity_id": ""}, "/entity_id"),
        ({"entity_id": "x" * (MAX_LETTERS + 1)}, "/entity_id"),
        ({"resource": 1}, "/resource"),
        ({"context": []}, "/context"),
        ({"context": {"time": "yesterday"}}, "/context/time"),
        ({"context": {"time": "2026-11-22T12:00:01Z"}}, "/context/time"),
    ],
)
@pytest.mark.parametrize("kind", ["authorization", "recognition"])
def test_another_form_is_refused_by_its_path(registry, kind, change, path):
    question = {"entity_id": "a", "authority_id": "b", "action": "c", "resource": "d"}
    answer = client_of(registry).post(f"/registre/{kind}", json=question | change)

    assert (answer.status_code, answer.mimetype) == (400, "application/problem+json")
    assert (answer.json["title"], answer.json["path"]) == ("query.invalid", path)
    _valid(answer.json, "Problem")


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"{", b'{"a":1,"a":1}', b" " * MAX_QUESTION_BYTES + b"{}"], ids=range(5)
)
def test_what_is_no_question_is_refused(registry, body):
    assert client_of(registry).post("/registre/authorization", data=body).status_code == 400


@pytest.mark.parametrize("kind", ["authorization", "recognition"])
@pytest.mark.parametrize(
    ("days", "authority", "status", "code"),
    [
        (0, "https://other.example", 404, "query.authority-unknown"),
        (14, network.BASE, 503, "query.list-too-old"),
    ],
)
def test_what_the_list_cannot_say_is_neither_yes_nor_no(
    registry, kind, days, authority, status, code
):
    question = {"entity_id": did(LIBRARY), "authority_id": authority, "action": "issue"}
    client = client_of(registry, TODAY + timedelta(days=days))
    answer = client.post(f"/registre/{kind}", json=question | {"resource": COMPUTER})

    assert (answer.status_code, answer.json["title"]) == (status, code)
    assert not {"authorized", "recognized"} & set(answer.json)


def test_without_a_list_nothing_is_answered():
    client = client_of(None)

    assert client.post("/registre/authorization", json={}).status_code == 503
    assert client.get("/registre/search?q=a").status_code == 503


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("mediatheque", [LIBRARY]),
        ("ATELIER", [EMPLOYER, TWIN]),
        ("", []),
        ("zzz", []),
        (did(HUB), [HUB]),
    ],
)
def test_partners_are_found_by_name(registry, text, found):
    answer = client_of(registry).get("/registre/search", query_string={"q": text})

    _valid(answer.json, "Found")
    assert [one["id"] for one in answer.json["partners"]] == [did(one) for one in found]


def test_the_description_is_served(registry):
    assert client_of(registry).get("/registre/openapi.json").json == DESCRIBED
