"""``badge-registry invite``, ``invitations``, ``uninvite``, ``serve``."""

import json
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.trust_registry import network
from tests.trust_registry.joiner import SLUG
from trust_registry.cli import main

COMMAND = Path(sys.executable).with_name("badge-registry")
AT = ("--at", "2026-11-22T12:00:00Z")


@pytest.fixture
def hub(tmp_path):
    network.make(tmp_path / "hub")
    return tmp_path / "hub"


def typed(*words, status=0, as_json=True):
    words = (*(["--json"] if as_json else []), *map(str, words))
    done = CliRunner().invoke(main, words)
    assert done.exit_code == status, done.output
    return json.loads(done.stdout) if as_json and done.stdout else done.stdout


def states(hub):
    return [one["state"] for one in typed("invitations", hub, *AT)["invitations"]]


def test_a_link_is_given_listed_and_stopped(hub):
    given = typed("invite", hub, SLUG, "--days", 3, "--address", "https://inviter.example/", *AT)

    assert given["link"].startswith("https://inviter.example/invitation/")
    assert given["until"] == "2026-11-25T12:00:00Z"
    assert states(hub) == ["open"]
    assert typed("uninvite", hub, SLUG, *AT)["ended"] == 1
    assert states(hub) == ["revoked"]
    assert typed("uninvite", hub, SLUG, *AT)["ended"] == 0


def test_the_message_can_be_sent_as_it_is(hub):
    said = typed("invite", hub, SLUG, *AT, as_json=False)

    link, _, message = said.partition("\n")
    assert link in message
    assert "Atelier Beaumont" in message


@pytest.mark.parametrize(
    ("slug", "code"),
    [(network.LIBRARY, "joining.refused"), ("personne", "desk.member-unknown")],
)
def test_who_cannot_be_invited_gets_a_sentence(hub, slug, code):
    assert typed("invite", hub, slug, *AT, status=1)["error"]["code"] == code


@pytest.mark.parametrize(
    "address",
    [
        "http://inviter.example",
        "inviter.example",
        "https://",
        "ftp://x.example",
        "https://a@b.example",
    ],
)
def test_a_link_never_travels_in_clear(hub, address):
    typed("invite", hub, SLUG, "--address", address, *AT, status=2, as_json=False)


def test_the_form_is_served_on_this_machine(hub):
    secret = typed("invite", hub, SLUG, *AT)["link"].rpartition("/")[2]
    words = [COMMAND, "--json", "serve", str(hub), "--port", "0", *AT]

    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as running:
        try:
            address = json.loads(running.stdout.readline())["address"]
            with urllib.request.urlopen(f"{address}/invitation/{secret}", timeout=10) as answer:
                page = answer.read().decode()
        finally:
            running.terminate()

    assert address.startswith("http://127.0.0.1:")
    assert "Atelier Beaumont" in page
    assert running.returncode == 0
