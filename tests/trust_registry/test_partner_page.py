"""docs/registry.md, « Pour un partenaire »: a partner with the page alone publishes by command."""

import re
import shlex
import shutil
from datetime import timedelta

import pytest
from click.testing import CliRunner

from tests.house.sources import REPO
from tests.house.test_readme import matches, steps
from tests.trust_registry.machines import CHEAP, Machines
from trust_registry.cli import main
from trust_registry.client import open_registry
from trust_registry.model import Kind
from trust_registry.publishing import key_files

pytestmark = pytest.mark.slow
PAGE = (REPO / "docs/registry.md").read_text(encoding="utf-8")
PART = PAGE.partition("## Pour un partenaire")[2].partition("\n## ")[0]
HERE = "tests/trust_registry/test_partner_page.py"
BLOCKS = re.findall(rf"<!-- run by: {re.escape(HERE)} -->\n```\n(.*?)```", PART, re.DOTALL)
FILES = re.findall(rf"<!-- read by: {re.escape(HERE)} -->\n```yaml\n(.*?)```", PART, re.DOTALL)
PHRASE = "canard bougie violon tartine"
SLUG = "mission-locale-clairval"
FIRST, NEXT = "envoi.json", "suite.json"


class Partner:
    """Somebody with the page, in a folder of their own; the hub is elsewhere."""

    def __init__(self, folder, machines):
        self.folder, self.machines = folder, machines
        for name, content in zip(("fiche.yaml", "suite.yaml"), FILES, strict=True):
            (folder / name).write_text(content, encoding="utf-8")

    def run(self, command):
        words = shlex.split(command)[1:]
        machines = self.machines
        machines.now += timedelta(minutes=1)
        typed = f"{PHRASE}\n" * 2
        if words[0] != "key":
            self.fetch()
            words += machines.at
            typed = f"{PHRASE}\noui\n"
        done = CliRunner().invoke(main, words, input=typed)
        assert done.exit_code == 0, f"$ {command}\n{done.output}"
        return done.stdout.replace("\N{NO-BREAK SPACE}", " ")

    def fetch(self):
        """What ``wget --mirror`` gives: nothing but what is served."""
        shutil.rmtree(self.folder / "copie", ignore_errors=True)
        shutil.copytree(self.machines.hub / "public", self.folder / "copie/public")

    def accepted(self):
        self.machines.propose("accept", self.folder / FIRST, "--award", "b01", "--recognise")
        self.machines.signed_and_applied("anne", "bruno")


def test_a_partner_publishes_from_the_page_alone(tmp_path, today, monkeypatch):
    monkeypatch.setattr(key_files, "USUAL", CHEAP)
    machines = Machines(tmp_path / "hub", today)
    machines.begin()
    home = tmp_path / "chez-nous"
    home.mkdir()
    monkeypatch.chdir(home)
    partner = Partner(home, machines)

    assert len(BLOCKS) == 3
    for block in BLOCKS:
        for command, shown in steps(block):
            told = partner.run(command)
            assert matches(shown, told), f"$ {command}\n{told}"
            if FIRST in command:
                partner.accepted()
    machines.type("merge", machines.hub, home / NEXT, *machines.at)

    # A verifier sees it within the minute.
    registry = open_registry(str(machines.hub), now=machines.now + timedelta(seconds=60))
    (found,) = registry.all_partners()
    registry.close()
    assert (found.slug, found.url) == (SLUG, "https://mission-locale.example/badges")


def test_the_page_names_every_sort_of_partner():
    assert {kind for kind in Kind if kind is not Kind.HUB} <= set(re.findall(r"`(\w+)`", PART))


def test_no_secret_is_in_what_is_sent(tmp_path, today, monkeypatch):
    monkeypatch.setattr(key_files, "USUAL", CHEAP)
    machines = Machines(tmp_path, today)
    machines.begin()
    machines.sent("notre.key", {"slug": SLUG, "member": {"name": "Ici", "kind": "other"}})

    sent = machines.file(FIRST).read_text()

    assert PHRASE not in sent
    assert machines.file("notre.key").read_text() not in sent


@pytest.fixture
def at_home(tmp_path, today, monkeypatch):
    monkeypatch.setattr(key_files, "USUAL", CHEAP)
    machines = Machines(tmp_path, today)
    machines.begin()

    def publish(typed, *, entry="slug: mission-locale-clairval\n"):
        machines.file("fiche.yaml").write_text(entry, encoding="utf-8")
        words = (
            "publish",
            machines.hub,
            machines.file("fiche.yaml"),
            "--key",
            machines.key("anne"),
        )
        words += ("--out", machines.file(FIRST), *machines.at)
        return CliRunner().invoke(main, [str(word) for word in words], input=typed)

    publish.written = machines.file(FIRST)
    return publish


def test_who_does_not_say_yes_signs_nothing(at_home):
    entry = f"slug: {SLUG}\nmember:\n  name: Ici\n  kind: other\n"

    done = at_home(f"{PHRASE}\nnon\n", entry=entry)

    assert done.exit_code == 1
    assert "Rien n’a été fait" in done.stderr
    assert "Aborted" not in done.output
    assert not at_home.written.exists()


def test_a_line_that_cannot_be_read_is_named(at_home):
    done = at_home("", entry=f'slug: "{SLUG}"\nurl: "https://mission-locale.example/\n')

    assert done.exit_code == 1
    assert "fiche.yaml" in done.stderr
    assert "à la ligne 2" in done.stderr


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("recognitions:\n  - subject: b04\n  - subject: b99\n", "n° 2, subject (« b99 »)"),
        ("²: a\n", "²"),
        ('"3": a\n', "l’endroit 3 ("),
        ('url: "a\\x1b[31m\\u202eb"\n', "url (« a[31mb »)"),
        ("contact: accueil@vauclair\n", "contact (« accueil@vauclair ») : l’écriture"),
        ("contact: jeanne.martin@exemple.fr\n", "on ne publie pas ce qui touche une personne"),
        ("member:\n  name: Ici\n  kind: France services\n", "member, kind (« France services »)"),
        ("member:\n  name: Ici\n  kind: France services\n", "library (Médiathèque)"),
    ],
)
def test_a_fault_is_told_where_it_was_written(at_home, entry, told):
    member = "" if "member" in entry else "member:\n  name: Ici\n  kind: other\n"

    done = at_home(f"{PHRASE}\n", entry=f"slug: {SLUG}\n{member}{entry}")

    assert done.exit_code == 1
    assert told in done.stderr.replace("\N{NO-BREAK SPACE}", " ")
    assert "members" not in done.stderr
    assert not at_home.written.exists()


def test_an_address_that_gives_no_registry_is_called_an_address(tmp_path):
    for name, content in (("fiche.yaml", f"slug: {SLUG}\n"), ("notre.key", "{}")):
        (tmp_path / name).write_text(content)
    words = ["publish", "http://127.0.0.1:9/", str(tmp_path / "fiche.yaml")]
    words += ["--key", str(tmp_path / "notre.key"), "--out", str(tmp_path / "envoi.json")]

    done = CliRunner().invoke(main, words)

    assert done.exit_code == 1
    assert "L’adresse http://127.0.0.1:9/ ne donne pas de registre" in done.stderr
    assert "demo" not in done.stderr


def test_a_phrase_typed_in_two_ways_makes_no_key(tmp_path, monkeypatch):
    monkeypatch.setattr(key_files, "USUAL", CHEAP)
    words = ["key", "new", str(tmp_path / "notre.key")]

    done = CliRunner().invoke(main, words, input=f"{PHRASE}\n{PHRASE}s\n")

    assert done.exit_code == 1
    assert "Les deux phrases ne sont pas les mêmes" in done.stderr
    assert list(tmp_path.iterdir()) == []
