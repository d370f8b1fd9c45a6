"""Yes or no in a terminal: asked in the language of the person, and never guessed."""

import click
import pytest
from click.testing import CliRunner

from shared.commands.agreeing import agreed


def answered(typed, *, lang="fr"):
    @click.command
    def ask():
        click.echo(agreed("Effacer ?", lang=lang))

    done = CliRunner().invoke(ask, input=typed)
    return done.stdout.strip(), done.stderr


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("o\n", "True"), ("OUI\n", "True"), ("y\n", "True"), (" yes \n", "True"),
        ("n\n", "False"), ("non\n", "False"), ("no\n", "False"),
        ("\n", "False"), ("", "False"),
        ("peut-être\noui\n", "True"), ("peut-être\n", "False"),
    ],
)  # fmt: skip
def test_only_a_yes_is_one(typed, expected):
    assert answered(typed)[0] == expected


@pytest.mark.parametrize(("lang", "choice"), [("fr", "[oui / non]"), ("en", "[yes / no]")])
def test_it_is_asked_in_the_language_of_the_person(lang, choice):
    assert choice in answered("n\n", lang=lang)[1]
    assert "y/N" not in answered("n\n", lang=lang)[1]
