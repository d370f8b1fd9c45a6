"""What is odd about the list of partners is said beside the answers, never within them."""

import json
import shutil
from datetime import timedelta

import pytest
from click.testing import CliRunner

from tests.trust_registry import network
from tests.trust_registry.served import on_loopback
from trust_registry.publishing import Desk
from verifier.cli import main

BEHIND = (network.TODAY - timedelta(days=30)).isoformat().replace("+00:00", "Z")
IN_TIME = network.TODAY.isoformat().replace("+00:00", "Z")


@pytest.fixture(scope="module")
def registry(tmp_path_factory):
    folder = tmp_path_factory.mktemp("alarm") / "registry"
    network.make(folder)
    return folder


@pytest.fixture
def said(registry, tmp_path):
    file = tmp_path / "badge.json"
    file.write_text("{}")

    def run(*options):
        asked = ["--registry", str(registry), *options, str(file), str(file)]
        return CliRunner().invoke(main, asked)

    return run


@pytest.mark.parametrize(("lang", "word"), [("fr", "horloge"), ("en", "clock")])
def test_people_are_told_once_on_the_other_channel(said, lang, word):
    answer = said("--at", BEHIND, "--lang", lang)

    assert answer.stderr.count(word) == 1
    assert word not in answer.stdout


def test_programs_get_the_code_and_one_line_an_input(said):
    answer = said("--json", "--at", BEHIND)

    assert answer.stderr == "registry.clock-behind\n"
    assert len(answer.stdout.splitlines()) == 2


def test_nothing_is_said_when_nothing_is_odd(said):
    assert said("--at", IN_TIME).stderr == ""


def test_what_was_seen_at_one_mirror_is_known_at_the_others(registry, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    copy = tmp_path / "copy"
    shutil.copytree(registry, copy)
    root = copy / "public" / "metadata" / "1.root.json"
    badge = tmp_path / "badge.json"
    badge.write_text("{}")

    def seen_at(folder):
        with on_loopback(folder / "public") as address:
            asked = ["--json", "--at", IN_TIME, "--registry", address]
            run = CliRunner().invoke(main, [*asked, "--registry-root", str(root), str(badge)])
        return json.loads(run.stdout)["registry"]

    Desk(copy).renew(at=network.TODAY)
    assert seen_at(copy) is not None
    assert seen_at(registry) is None  # the older copy is refused, whatever its address
