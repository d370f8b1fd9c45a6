"""``badge-registry invite``, ``invitations``, ``uninvite``, ``serve``."""

import json
import subprocess
import sys
import urllib.request
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.trust_registry import network
from tests.trust_registry.joiner import SLUG, WHAT, WHO, Joiner
from tests.trust_registry.machines import CHEAP, Machines
from trust_registry.cli import main
from trust_registry.model import Assurance, Role
from trust_registry.publishing import key_files

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


def test_a_partner_without_a_key_is_welcomed_by_two_and_publishes_by_the_form(
    tmp_path, today, monkeypatch
):
    monkeypatch.setattr(key_files, "USUAL", CHEAP)
    machines = Machines(tmp_path, today)
    machines.begin()
    named = ("ville-dole", "--name", "Ville de Dole", "--kind", "town", "--place", "Dole")
    machines.propose("welcome", *named, out="ville.json")
    machines.sign("anne")
    machines.apply(status=1)
    machines.sign("bruno")
    machines.apply()
    joiner = Joiner(machines.hub, today)

    answer = joiner.send(joiner.invited(slug="ville-dole"), "publish", **WHO, **WHAT)

    assert answer.status_code == 200
    assert joiner.desk.entry("ville-dole").url == WHO["url"]
    member = joiner.desk.member("ville-dole")
    assert member.assurance is Assurance.HUB_ATTESTED
    assert not member.may(Role.ISSUER, on=today)


def test_a_name_that_is_taken_is_not_welcomed_again(hub, tmp_path):
    words = ("welcome", hub, SLUG, "--name", "Atelier", "--out", tmp_path / "x.json", *AT)

    assert typed(*words, status=1)["error"]["code"] == "desk.member-known"
    assert not (tmp_path / "x.json").exists()


def test_a_partner_that_came_by_the_form_goes_on_with_its_own_key(tmp_path, today, monkeypatch):
    monkeypatch.setattr(key_files, "USUAL", CHEAP)
    machines = Machines(tmp_path, today)
    machines.begin()
    machines.propose("welcome", "ville-dole", "--name", "Ville de Dole", "--kind", "town")
    machines.signed_and_applied("anne", "bruno")
    joiner = Joiner(machines.hub, today)
    joiner.send(joiner.invited(slug="ville-dole"), "publish", **WHO, **WHAT)
    before = joiner.desk.entry("ville-dole")

    machines.now += timedelta(hours=1)
    machines.sent("dole.key", {"slug": "ville-dole"})
    machines.propose("change-key", machines.file("envoi.json"))
    machines.signed_and_applied("anne", "claire")
    machines.now += timedelta(hours=1)
    machines.sent("dole.key", {"slug": "ville-dole", "url": "https://dole.example/"}, out="b.json")
    machines.type("merge", machines.hub, machines.file("b.json"), *machines.at)

    after = joiner.desk.entry("ville-dole")
    assert joiner.desk.member("ville-dole").assurance is Assurance.SELF_SIGNED
    assert (after.url, after.about) == ("https://dole.example/", before.about)
    assert len(after.recognitions) == len(before.recognitions) == len(WHAT["recognised"])
    told = machines.type("audit", machines.hub, "--at", machines.at[1])
    assert told["outcome"] == "sound"
