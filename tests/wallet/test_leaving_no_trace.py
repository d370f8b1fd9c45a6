"""The real program: browsing asks nobody anything, and a space on a key leaves nothing behind."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.missing import need

COMMAND = Path(sys.executable).with_name("badge-wallet")
PHRASE = "canard bougie violon tartine nuage falaise"
BADGES = ("amina-ordinateur.png", "amina-messagerie.svg", "kevin-tablette-retire.png")
INTERNET = ("AF_INET", "AF_NETLINK")

pytestmark = pytest.mark.slow


class Machine:
    """A shared computer: a home folder, a temporary folder and a USB key."""

    def __init__(self, folder, region):
        self.region = region
        self.home, self.temporary, self.key = (folder / name for name in ("home", "tmp", "key"))
        for each in (self.home, self.temporary, self.key):
            each.mkdir()
        (self.home / "notes.txt").write_text("Penser au bus.")
        self.phrase = self.key / "phrase.txt"
        self.phrase.write_text(PHRASE)
        kept = {"PATH", "LANG", "LC_ALL"}
        self.surroundings = {
            **{name: value for name, value in os.environ.items() if name in kept},
            "HOME": str(self.home),
            "TMPDIR": str(self.temporary),
            "PYTHONDONTWRITEBYTECODE": "1",
        }

    def run(self, *words, before=(), typed=""):
        options = ("--space", self.key / "carnet", "--registry", self.region.folder)
        options += ("--at", "2026-11-22T12:00:00Z", "--phrase-file", self.phrase)
        done = subprocess.run(
            [*before, COMMAND, *options, *words],
            env=self.surroundings,
            capture_output=True,
            text=True,
            input=typed,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def holds(self, folder):
        return {
            path.relative_to(folder).as_posix(): path.stat().st_mtime_ns
            for path in folder.rglob("*")
            if path.is_file()
        }


@pytest.fixture(scope="module")
def machine(tmp_path_factory, region):
    found = Machine(tmp_path_factory.mktemp("machine"), region)
    files = [region.folder / "badges" / name for name in BADGES]
    found.run("--offline", "protect")
    found.run("--offline", "import", *files)
    return found


def test_a_space_on_a_key_leaves_nothing_in_the_home_folder(machine, region, tmp_path):
    before = machine.holds(machine.home)

    assert "Ordinateur" in machine.run("list")
    machine.run("--offline", "path")
    machine.run(
        "--offline",
        "show",
        "--json",
        json.loads(machine.run("--json", "list").splitlines()[0])["id"],
    )
    machine.run("--offline", "--texte", typed="1\n")
    machine.run("--offline", "export", machine.key / "sortie.zip")
    machine.run("--offline", "backup", machine.key / "copie.bfc")
    machine.run("--offline", "recheck")

    assert machine.holds(machine.home) == before == {"notes.txt": before["notes.txt"]}
    assert list(machine.temporary.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "typed"),
    [
        (("list",), ""),
        (("--json", "path"), ""),
        (("--texte",), "mes b\nretour\n"),
        (("export", "sortie.zip"), ""),
    ],
    ids=["the list", "the pathways", "line by line", "taking everything along"],
)
def test_browsing_offline_opens_no_way_to_the_network(machine, tmp_path, words, typed):
    need("strace")
    words = tuple(machine.key / word if word.endswith(".zip") else word for word in words)
    calls = tmp_path / "calls"

    machine.run(
        "--offline",
        *words,
        before=("strace", "-f", "-qq", "-e", "trace=socket,connect,sendto", "-o", calls),
        typed=typed,
    )

    asked = [line for line in calls.read_text().splitlines() if any(f in line for f in INTERNET)]
    assert asked == []


def test_strace_would_have_seen_it(tmp_path):
    need("strace")
    calls = tmp_path / "calls"
    asking = "import socket; socket.socket(socket.AF_INET, socket.SOCK_STREAM)"

    watched = ("strace", "-f", "-qq", "-e", "trace=socket", "-o", calls)
    subprocess.run([*watched, sys.executable, "-c", asking], check=True)

    assert "AF_INET" in calls.read_text()
