"""docs/registry.md, « Le bureau du réseau »: the runbook is rehearsed, command by command."""

import json
import re
import shlex
from datetime import timedelta

import pytest
from click.testing import CliRunner

from shared.times import instant_text
from tests.house.sources import REPO
from tests.house.test_readme import matches, steps
from tests.trust_registry.machines import CHEAP, Machines
from trust_registry.cli import main
from trust_registry.commands import keys
from trust_registry.publishing import key_files

pytestmark = pytest.mark.slow
PAGE = (REPO / "docs/registry.md").read_text(encoding="utf-8")
RUNBOOK = PAGE.partition("## Le bureau du réseau")[2].partition("\n## ")[0]
MARK = f"<!-- run by: tests/trust_registry/{__name__.rpartition('.')[2]}.py -->"
BLOCKS = re.findall(re.escape(MARK) + r"\n```\n(.*?)```", RUNBOOK, re.DOTALL)
PHRASE = "canard bougie violon tartine"
ABOUT = {"name": "Mission locale de Clairval", "kind": "insertion"}
SLUG = "mission-locale-clairval"
TIMELESS = {"key", "show", "cosign"}


class Desk:
    """The people of the page; what a partner sends comes when the page needs it."""

    def __init__(self, folder, today):
        self.folder, self.now = folder, today

    def run(self, command):
        words = shlex.split(command)[1:]
        self.now += timedelta(minutes=1)
        self.before(words)
        words = [self.beginning(word) for word in words]
        moment = [] if words[0] in TIMELESS else ["--at", instant_text(self.now)]
        typed = f"{PHRASE}\n" * 2 if words[:2] == ["key", "new"] else f"{PHRASE}\n"
        done = CliRunner().invoke(main, [*words, *moment], input=typed)
        assert done.exit_code == 0, f"$ {command}\n{done.output}"
        return done.stdout.replace("\N{NO-BREAK SPACE}", " ")

    def before(self, words):
        """What came by hand before this command."""
        for file, said in (("envoi.json", {"member": ABOUT}), ("suite.json", {})):
            if file in words and not (self.folder / file).exists():
                self.send(file, {"slug": SLUG, **said})

    def send(self, file, draft):
        (self.folder / "fiche.json").write_text(json.dumps(draft))
        (self.folder / "phrase.txt").write_text(PHRASE)
        phrase = ["--phrase-file", "phrase.txt"]
        if not (self.folder / "ml.key").exists():
            CliRunner().invoke(main, ["key", "new", "ml.key", *phrase])
        words = ["publish", "registre", "fiche.json", "--key", "ml.key", *phrase, "--out", file]
        done = CliRunner().invoke(main, [*words, "--yes", "--at", instant_text(self.now)])
        assert done.exit_code == 0, done.output

    def beginning(self, word):
        if word != "DEBUT-DE-SA-CLE":
            return word
        public = keys.public_of(self.folder / "claire.key.pub")
        return key_files_keyid(public)[:8]


def key_files_keyid(public):
    from trust_registry.publishing.keyring import key_named_in_files

    return key_named_in_files(public).keyid


def test_the_runbook_is_done_from_its_first_line_to_its_last(tmp_path, today, monkeypatch):
    monkeypatch.setattr(key_files, "USUAL", CHEAP)
    monkeypatch.chdir(tmp_path)
    desk = Desk(tmp_path, today)

    assert len(BLOCKS) == 7
    for block in BLOCKS:
        for command, shown in steps(block):
            told = desk.run(command)
            assert matches(shown, told), f"$ {command}\n{told}"


def test_every_command_that_the_page_names_exists():
    named = set(re.findall(r"`(?:badge-registry )?([a-z-]+) registre", RUNBOOK))

    assert named > {"replace-admin", "replace-online-keys", "change-key", "prolong", "close"}
    assert named <= set(main.commands)


def test_the_machines_of_the_tests_are_those_of_the_page(tmp_path, today, monkeypatch):
    monkeypatch.setattr(key_files, "USUAL", CHEAP)
    machines = Machines(tmp_path, today)

    assert all(f"{name}.key.pub" in RUNBOOK for name in ("anne", "bruno", "claire"))
    assert machines.pub("anne").is_file()
