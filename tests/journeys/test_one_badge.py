"""
One badge's life, between real programs, told in order.

A partner publishes, a professional awards, a learner receives and sees the next step, an
employer checks on a page, the professional withdraws, and everyone sees it.
"""

import json
import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from trust_registry.catalogue import seed

pytestmark = [pytest.mark.browser, pytest.mark.slow]

AT = "2026-11-22T12:00:00Z"
COMMANDS = Path(sys.executable).parent
LEARNER, MAIL = "Marie-Thérèse Grandjean", "mt.grandjean@courrier.example"
EVIDENCE = "Elle a allumé un ordinateur, ouvert sa session et rangé ses fenêtres."
PATIENCE_S = 60


def started(program, *words):
    """What starts a command in a process of its own, with nothing of this one's settings."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("BADGES_")}
    return {
        "args": [COMMANDS / program, *map(str, words)],
        "env": {**clean, "LC_ALL": "C.UTF-8"},
        "stdin": subprocess.DEVNULL,
        "stdout": subprocess.PIPE,
        "text": True,
    }


def run(program, *words, status=0):
    """Run a command to its end; give the JSON objects that it answers."""
    done = subprocess.run(
        **started(program, *words), stderr=subprocess.PIPE, timeout=PATIENCE_S, check=False
    )
    assert done.returncode == status, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


class Story:
    """Where everybody of the story keeps their things."""

    def __init__(self, folder):
        self.registry = folder / "registry"
        self.spaces = folder / "spaces"
        self.handed_over = folder / "handed-over"

    def badge(self, file):
        return self.registry / "badges" / file

    def wallet(self, who, *words, status=0):
        return run("badge-wallet", *self.around(who), "--json", *words, status=status)

    def around(self, who):
        return (
            *("--space", self.spaces / who, "--at", AT),
            *("--registry", self.registry, "--replay", self.registry / "internet.json"),
        )

    def verifier(self, file, status):
        (report,) = run(
            "badge-verify",
            *("--json", "--offline", "--at", AT, "--registry", self.registry, file),
            status=status,
        )
        return report

    @contextmanager
    def page_served(self):
        """The pages, served to this machine while the block lasts."""
        words = (*self.around("nobody"), "--json", "serve", "--port", 0)
        with subprocess.Popen(**started("badge-wallet", *words)) as server:
            try:
                yield json.loads(server.stdout.readline())["verifier"]
            finally:
                server.terminate()
                server.wait(PATIENCE_S)

    def pathway(self, who, name):
        return next(one for one in self.wallet(who, "path") if one["pathway"] == name)


@pytest.fixture
def story(tmp_path):
    return Story(tmp_path)


def the_partner_publishes(story):
    run("badge-registry", "demo", story.registry, "--at", AT, "--json")
    # Each professional keeps their own key, in their own space.
    space = story.spaces / "sandrine"
    space.mkdir(parents=True)
    key = story.registry / "keys/people/sandrine/space.key"
    (space / "space.key").write_bytes(key.read_bytes())


def the_professional_awards(story):
    story.wallet("sandrine", "import", story.badge("pro-sandrine-mediation.png"))
    words = ("--evidence", EVIDENCE, "--kind", "observation", "--words", "Bravo, et à mardi !")
    (awarded,) = story.wallet(
        "sandrine", "award", "b01", "--to", LEARNER, *words, "--out", story.handed_over
    )
    assert awarded["level"] == "TRUSTED"
    return awarded


def the_learner_receives(story, picture):
    (received,) = story.wallet("learner", "import", "--recipient", LEARNER, picture)
    assert (received["outcome"], received["level"]) == ("added", "TRUSTED")
    path = story.pathway("learner", "fondamentaux")
    assert (path["done"], path["next"]) == (["b01"], "b02")


def the_employer_checks(page, address, picture):
    """Drop the picture on the page, say whose it is, and read the answer."""
    page.goto(address)
    page.set_input_files("input[type=file]", picture)
    page.fill("input[name=recipient]", LEARNER)
    page.get_by_role("button", name=page.locator("form button").last.inner_text()).click()
    page.wait_for_selector("h1")
    return page.locator("main").inner_text()


def test_one_badge_from_end_to_end(story, page):
    the_partner_publishes(story)
    awarded = the_professional_awards(story)
    picture = awarded["files"]["png"]
    the_learner_receives(story, picture)

    with story.page_served() as address:
        answer = the_employer_checks(page, address, picture)

        assert "valable" in answer
        assert awarded["issuer"]["name"] in answer
        assert seed().badge("b01").name["fr"] in answer
        for recogniser in story.verifier(picture, 0)["recognised_by"]:
            assert recogniser["name"] in answer

        (withdrawn,) = story.wallet(
            "sandrine",
            "withdraw",
            awarded["award"],
            *("--reason", "Remis par erreur", "--desk", story.registry),
        )
        assert withdrawn["state"] == "withdrawn"

        answer = the_employer_checks(page, address, picture)
        assert "retiré" in answer
        assert "valable" not in answer.splitlines()[0]

    for file in awarded["files"].values():
        assert story.verifier(file, 1)["reasons"] == ["REVOKED"]
    (checked,) = story.wallet("learner", "recheck")
    assert (checked["reasons"], checked["counts"], checked["changed"]) == (["REVOKED"], False, True)
    path = story.pathway("learner", "fondamentaux")
    assert (path["done"], path["next"]) == ([], "b01")
    assert path["not_counted"] == [{"badge": "b01", "reason": "REVOKED"}]

    elsewhere = story.badge("marie-therese-tableur.png")
    (received,) = story.wallet("learner", "import", "--recipient", MAIL, elsewhere)
    assert (received["level"], received["badge"]) == ("TRUSTED", "b07")
    assert story.pathway("learner", "bureautique")["done"] == ["b07"]
