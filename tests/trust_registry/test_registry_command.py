"""The command of the hub: an answer on stdout, talk on stderr, an exit status that tells."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.trust_registry import network
from tests.trust_registry.network import HUB, LIBRARY
from trust_registry.cli import main
from trust_registry.publishing import open_desk

DAY = "2026-11-22T12:00:00Z"
ISSUERS = [
    {"id": "did:web:relais.example", "name": "Le Relais", "from": "2020-01-01T00:00:00Z"},
    {"id": "https://ecole.example/issuer", "name": "École du dehors", "badges": ["*"]},
]


def ran(*words, lang="fr"):
    done = CliRunner().invoke(main, ["--lang", lang, *map(str, words)])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


@pytest.fixture
def listed(tmp_path):
    file = tmp_path / "members.json"
    file.write_text(json.dumps(ISSUERS))
    return file


@pytest.fixture
def folder(tmp_path):
    network.make(tmp_path / "registry")
    return tmp_path / "registry"


def test_a_plain_list_becomes_a_registry(tmp_path, listed):
    done = ran("demo", tmp_path / "r", "--members", listed, "--at", DAY, "--json")

    assert done.exit_code == 0
    said = json.loads(done.stdout)
    assert (said["partners"], said["badges"]) == (2, 15)
    members = open_desk(tmp_path / "r").members()
    assert [one.id for one in members] == [one["id"] for one in ISSUERS]
    assert open_desk(tmp_path / "r").entry("le-relais").awarders == ()
    assert (tmp_path / "r/public/p/le-relais/index.html").is_file()


@pytest.mark.slow
def test_without_a_list_the_demo_region_is_made(tmp_path):
    done = ran("demo", tmp_path / "region", "--at", DAY)

    assert done.exit_code == 0
    assert str(tmp_path / "region" / "public") in done.stdout
    assert len(open_desk(tmp_path / "region").members()) >= 7
    assert ran("renew", tmp_path / "region", "--at", "2026-11-23T12:00:00Z").exit_code == 0
    told = json.loads((tmp_path / "region/internet.json").read_bytes())["http"]
    snapshots = [name for name in told if name.endswith(".snapshot.json")]
    written = tmp_path.glob("region/public/metadata/*.snapshot.json")
    assert len(snapshots) == len(list(written)) == 3


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_folder_that_holds_something_is_refused_with_what_to_do(tmp_path, listed, lang):
    done = ran("demo", tmp_path, "--members", listed, lang=lang)

    assert (done.exit_code, done.stdout) == (1, "")
    assert str(tmp_path) in done.stderr
    assert [one.name for one in tmp_path.iterdir()] == ["members.json"]


@pytest.mark.parametrize(
    ("text", "status", "code"),
    [
        ('[{"id": "x", "name": "Le Relais"}]', 1, "registry.members-invalid"),
        ('[{"id": "did:web:a.example"}]', 1, "registry.members-invalid"),
        ('[{"id": 1, "id": 2}]', 4, "read.unsafe-json"),
        ("<p>", 4, "read.unsafe-json"),
    ],
)
def test_a_list_that_cannot_be_read_makes_nothing(tmp_path, text, status, code):
    (tmp_path / "members.json").write_text(text)
    done = ran("demo", tmp_path / "r", "--members", tmp_path / "members.json", "--json")

    assert done.exit_code == status
    assert json.loads(done.stdout)["error"]["code"] == code
    assert not (tmp_path / "r").exists()


def published(folder, draft, *more):
    file = folder.parent / "entry.json"
    file.write_text(json.dumps(draft))
    return ran("publish", folder, file, "--at", "2026-11-23T12:00:00Z", *more)


def test_a_partner_publishes_a_recognition_with_one_command(folder):
    draft = {"slug": HUB, "recognitions": [{"subject": "b04", "comment": "Bienvenue."}]}
    done = published(folder, draft)

    assert (done.exit_code, done.stderr) == (0, "")
    (recognition,) = open_desk(folder).entry(HUB).recognitions
    assert recognition["credentialSubject"]["endorsementComment"] == "Bienvenue."
    assert "gestion-des-fichiers" in (folder / f"public/p/{HUB}/index.html").read_text(
        encoding="utf-8"
    )


def test_a_list_of_withdrawn_badges_goes_along(folder, tmp_path):
    (tmp_path / "list.json").write_bytes(network.a_list(bits="x"))
    done = published(folder, {"slug": LIBRARY}, "--list", tmp_path / "list.json", "--json")

    assert json.loads(done.stdout) == {"published": LIBRARY, "lists": ["accueil"]}
    assert open_desk(folder).status_list(LIBRARY, "accueil") == network.a_list(bits="x")


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        ({}, "registry.entry-invalid"),
        ([], "registry.entry-invalid"),
        ({"slug": "nobody"}, "desk.member-unknown"),
        ({"slug": HUB, "contact": "amina@hub.example"}, "registry.entry-invalid"),
        ({"slug": HUB, "statuses": ["one"]}, "desk.lists-differ"),
    ],
)
def test_what_cannot_be_published_is_said(folder, draft, code):
    done = published(folder, draft, "--json")

    assert done.exit_code == 1
    assert json.loads(done.stdout)["error"]["code"] == code


def test_a_partner_leaves(folder):
    done = ran("close", folder, LIBRARY, "--until", "2026-12-31T00:00:00Z", "--at", DAY, "--json")

    assert json.loads(done.stdout) == {"closed": LIBRARY, "until": "2026-12-31T00:00:00Z"}
    rights = open_desk(folder).member(LIBRARY).rights
    assert {str(right.until) for right in rights} == {"2026-12-31 00:00:00+00:00"}


def test_a_departure_in_the_past_is_refused(folder):
    done = ran("close", folder, LIBRARY, "--until", "2026-11-01T00:00:00Z", "--at", DAY)

    assert done.exit_code == 1
    assert "réécrit" in done.stderr


@pytest.mark.parametrize(
    ("day", "light", "status"),
    [
        (DAY, "green", 0),
        ("2026-11-29T11:59:59Z", "green", 0),
        ("2026-11-29T12:00:00Z", "amber", 3),
        ("2026-12-06T12:00:00Z", "red", 3),
    ],
)
def test_the_state_of_a_registry_is_a_traffic_light(folder, day, light, status):
    done = ran("status", folder, "--at", day, "--json")

    assert (json.loads(done.stdout)["light"], done.exit_code) == (light, status)
    worded = ran("status", folder, "--at", day)
    assert "6 partenaires" in worded.stdout


def test_renewed_is_green_again(folder):
    late = "2027-12-30T12:00:00Z"
    assert ran("status", folder, "--at", late).exit_code == 3

    assert json.loads(ran("renew", folder, "--at", late, "--json").stdout)["light"] == "green"
    assert ran("status", folder, "--at", late).exit_code == 0


@pytest.mark.parametrize("words", [["status"], ["renew"], ["close", LIBRARY]])
def test_a_folder_without_a_registry_is_told_apart(tmp_path, words):
    done = ran(words[0], tmp_path, *words[1:], "--json")

    assert done.exit_code == 1
    assert json.loads(done.stdout)["error"]["code"] == "desk.not-a-registry"


def test_a_word_that_is_no_instant_is_wrong_usage(folder):
    assert ran("status", folder, "--at", "tomorrow").exit_code == 2


@pytest.mark.parametrize("command", ["demo", "publish", "renew", "close", "status"])
def test_every_command_helps_with_an_example(command):
    done = ran(command, "--help")

    assert done.exit_code == 0
    assert f"$ badge-registry {command}" in done.stdout


def test_the_installed_command_says_its_version():
    command = Path(sys.executable).with_name("badge-registry")
    done = subprocess.run([command, "--version"], capture_output=True, text=True, check=True)

    assert done.stdout.startswith("badge-registry, version ")
