"""French as it is spoken across a counter: short, plain, well set. All floors, one rule."""

import re

import pytest

from tests.house.fluent_words import everything, said
from tests.house.sources import FLOORS, in_lines

MAX_WORDS = 15
"""Words of a sentence that somebody reads aloud across a counter."""
MAX_WORDS_OF_A_PAGE = 25
"""The same on a page of text (``page-``), which is read at home."""
JARGON = re.compile(
    r"\b(assertion|credential|DID|JSON|TUF|hash|métadonnée|révoqu|endossement|certifi|wallet|token|"
    r"invalide|observé\(e\)|vérifié\(e\))",
    re.IGNORECASE,
)
FOR_SPECIALISTS = ("expert-",)
WORD = re.compile(r"[\w’'-]*\w[\w’'-]*")
SENTENCE_END = re.compile(r"[.!?…]+(?:\s|$)|\n")
PLAIN_SPACE = re.compile(r" [:;?!»]|« |\w[;?!»]|«\w")


def texts(floor):
    return [(one.id, text) for one in said(floor, "fr") for text in one.sentences]


@pytest.mark.parametrize("floor", FLOORS)
def test_a_sentence_is_said_in_one_breath(floor):
    found = [
        f"{name}: {sentence.strip()}"
        for name, text in texts(floor)
        for sentence in SENTENCE_END.split(text)
        if len(WORD.findall(sentence))
        > (MAX_WORDS_OF_A_PAGE if name.startswith("page-") else MAX_WORDS)
    ]
    assert found == [], in_lines(found)


@pytest.mark.parametrize("floor", FLOORS)
def test_no_jargon_before_the_part_for_specialists(floor):
    found = [
        f"{name}: {text}"
        for name, text in texts(floor)
        if JARGON.search(text.replace("badge-wallet", "")) and not name.startswith(FOR_SPECIALISTS)
    ]
    assert found == [], in_lines(found)


@pytest.mark.parametrize("floor", FLOORS)
def test_french_typography(floor):
    found = [f"{name}: {t}" for name, t in texts(floor) if PLAIN_SPACE.search(t) or "'" in t]
    assert found == [], in_lines(found)


def test_there_is_something_to_read():
    assert len(everything("fr")) > len(FLOORS)
