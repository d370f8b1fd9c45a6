"""Texts of one line are read without Fluent, exactly as Fluent reads them."""

from importlib import import_module

import pytest
from fluent.runtime import FluentBundle, FluentResource

from shared.words.plain import plain_texts
from tests.house.sources import FLOORS, REPO

TRAPS = """\
# a comment = not a message
one = Un texte.   \n\
two=Deux = deux
wrapped = Une ligne,
    et une autre.
    .help = Une aide.
parted = Une ligne

    puis une autre
empty =
    .title = Un titre
    .word = Un
        mot
long =
    .title = Un titre
        sur deux lignes
below =
    Un texte
    .title = Un titre
choice = { $count ->
    [one] un
   *[other] plusieurs
 }
    .help = Après un choix.
fact = Bonjour { $name }.
-term = Un terme
after = Après un terme
"""


def told_by_fluent(text, key):
    bundle = FluentBundle(["fr"])
    bundle.add_resource(FluentResource(text))
    name, _, part = key.partition(".")
    message = bundle.get_message(name)
    pattern = message.attributes[part] if part else message.value or message.attributes["title"]
    said, errors = bundle.format_pattern(pattern)
    assert errors == []
    return said


def test_what_looks_plain_and_is_not_is_left_to_fluent():
    found = plain_texts(TRAPS)

    assert set(found) == {
        "one", "two", "wrapped.help", "empty", "empty.title", "below.title", "choice.help", "after"
    }  # fmt: skip
    assert {key: told_by_fluent(TRAPS, key) for key in found} == found


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("floor", FLOORS)
def test_every_plain_text_is_what_fluent_says(floor, lang):
    text = (REPO / floor / "words" / f"{lang}.ftl").read_text(encoding="utf-8")
    bundle = FluentBundle([lang])
    bundle.add_resource(FluentResource(text))

    found = plain_texts(text)

    assert len(found) > len(text.splitlines()) // 5
    for key, plain in found.items():
        name, _, part = key.partition(".")
        message = bundle.get_message(name)
        pattern = message.attributes[part] if part else message.value or message.attributes["title"]
        assert bundle.format_pattern(pattern) == (plain, [])


def test_a_plain_text_needs_no_other_library():
    words = import_module("wallet.words").WORDS

    assert words._said_plainly("read-empty", "fr") == words.below.say("read.empty", lang="fr")
