"""A public folder is served as it is: what is in it, nothing hidden, nothing beside it."""

import pytest

from shared.web import Screen, file_of, new_app
from shared.words import WORDS


@pytest.fixture
def public(tmp_path):
    """``public/`` with a few files, beside a folder of keys."""
    folder = tmp_path / "public"
    (folder / "metadata").mkdir(parents=True)
    (folder / "p/fablab").mkdir(parents=True)
    (folder / "metadata/timestamp.json").write_text("{}")
    (folder / "metadata/1.root.json").write_text('{"root": 1}')
    (folder / f"{'a' * 64}.members.json").write_text("[]")
    (folder / "p/fablab/did.json").write_text("{}")
    (folder / "page.html").write_text("<script>alert(1)</script>")
    (folder / ".hidden").write_text("x")
    (tmp_path / "keys").mkdir()
    (tmp_path / "keys/root.key").write_text("secret")
    (folder / "leads-out").symlink_to(tmp_path / "keys/root.key")
    (folder / "folder-out").symlink_to(tmp_path / "keys")
    return folder


@pytest.fixture
def client(public):
    screen = Screen("site", __name__, words=WORDS, brand="page.brand")
    screen.get("/", endpoint="start")(lambda: "start")
    screen.get("/<path:name>", endpoint="file")(lambda name: file_of(public, name))
    return new_app((screen, "/site"), secret_key=b"k" * 32).test_client()


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        pytest.param("metadata/timestamp.json", "no-cache", id="what changes is asked for again"),
        pytest.param("p/fablab/did.json", "no-cache", id="a plain copy too"),
        pytest.param("metadata/1.root.json", "immutable", id="a numbered file never changes"),
        pytest.param(f"{'a' * 64}.members.json", "immutable", id="nor does a hashed one"),
    ],
)
def test_a_file_is_given_whole_with_its_type(client, public, name, kept):
    answer = client.get(f"/site/{name}")

    assert answer.status_code == 200
    assert answer.data == (public / name).read_bytes()
    assert answer.mimetype == "application/json"
    assert kept in answer.headers["Cache-Control"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("../keys/root.key", id="up"),
        pytest.param("%2e%2e/keys/root.key", id="up, written otherwise"),
        pytest.param("metadata/..%2f..%2fkeys/root.key", id="up, with another slash"),
        pytest.param("..%5ckeys%5croot.key", id="up, with a backslash"),
        pytest.param("%2fetc/passwd", id="from the root of the disk"),
        pytest.param("leads-out", id="a link to a file outside"),
        pytest.param("folder-out/root.key", id="a link to a folder outside"),
        pytest.param(".hidden", id="a hidden file"),
        pytest.param("metadata", id="a folder has no list"),
        pytest.param("metadata/none.json", id="no such file"),
        pytest.param("x%00.json", id="a null byte"),
        pytest.param("a" * 5000, id="a name that no disk has"),
    ],
)
def test_nothing_else_is_given(client, name):
    answer = client.get(f"/site/{name}", follow_redirects=True)

    assert answer.status_code == 404
    assert b"secret" not in answer.data


def test_a_page_in_the_folder_runs_nothing(client):
    answer = client.get("/site/page.html")

    assert answer.mimetype == "application/octet-stream"


def test_what_a_reader_has_is_not_sent_again(client, public):
    first = client.get("/site/metadata/timestamp.json")

    again = {"If-None-Match": first.headers["ETag"]}
    assert client.get("/site/metadata/timestamp.json", headers=again).status_code == 304
    (public / "metadata/timestamp.json").write_text('{"new": 1}')
    assert client.get("/site/metadata/timestamp.json", headers=again).status_code == 200


def test_a_form_cannot_be_sent_to_a_file(client):
    assert client.post("/site/metadata/timestamp.json").status_code in (400, 405)
