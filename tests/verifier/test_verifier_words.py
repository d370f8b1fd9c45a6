"""The verifier's sentences: short, spoken, complete in both languages, no jargon up front."""

import re
from importlib.resources import files

import pytest
from fluent.syntax import ast, parse

from verifier.verdict import Level, Outcome, Reason
from verifier.wording.answers import ANSWERS, NO_BADGE, UNREADABLE
from verifier.wording.setting import KNOWN_FACTS
from verifier.words import WORDS

LANGUAGES = ("fr", "en")
MAX_WORDS = 15
"""Words of a French sentence that somebody reads aloud across a counter."""

JARGON = re.compile(
    r"\b(assertion|credential|DID|JSON|hash|métadonnée|révoqu|endossement|certifi|wallet|token|"
    r"invalide|observé\(e\)|vérifié\(e\))",
    re.IGNORECASE,
)
PLAIN_SPACE = re.compile(r" [:;?!»]|« ")
SENTENCE_END = re.compile(r"[.!?…]+(?:\s|$)")
OWN_FACTS = {
    "clock", "contact", "count", "day", "hour", "label", "megabytes", "minute", "name", "number",
    "partners", "text", "value",
}  # fmt: skip
"""Facts of sentences about pages and reports, which are given where they are said."""


def messages(lang):
    source = files("verifier.words").joinpath(f"{lang}.ftl").read_text(encoding="utf-8")
    return [entry for entry in parse(source).body if not isinstance(entry, ast.BaseComment)]


def patterns(lang):
    """Every text of a language as pieces: (code, part, a text without its facts)."""
    for message in messages(lang):
        if message.value:
            yield from ((message.id.name, None, text) for text in texts(message.value))
        for attribute in message.attributes:
            for text in texts(attribute.value):
                yield message.id.name, attribute.id.name, text


def texts(pattern):
    """A pattern as the texts it can become, each choice of a selector on its own."""
    whole = ""
    for element in pattern.elements:
        if isinstance(element, ast.TextElement):
            whole += element.value
        elif isinstance(element.expression, ast.SelectExpression):
            for variant in element.expression.variants:
                yield from texts(variant.value)
        elif not isinstance(element.expression, ast.StringLiteral):
            whole += "X"
    if whole:
        yield whole


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_files_are_read_whole(lang):
    assert not [entry for entry in messages(lang) if isinstance(entry, ast.Junk)]


def test_both_languages_say_the_same_things():
    def said(lang):
        return {(m.id.name, a.id.name) for m in messages(lang) for a in m.attributes} | {
            (m.id.name, None) for m in messages(lang) if m.value
        }

    assert said("fr") == said("en")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_sentence_names_only_facts_that_are_always_given(lang):
    class Facts(set):
        def collect(self, node):
            for child in vars(node).values() if isinstance(node, ast.BaseNode) else ():
                for part in child if isinstance(child, list) else [child]:
                    if isinstance(part, ast.VariableReference):
                        self.add(part.id.name)
                    self.collect(part)

    facts = Facts()
    for message in messages(lang):
        facts.collect(message)

    assert facts <= set(KNOWN_FACTS) | OWN_FACTS


def test_french_sentences_can_be_said_in_one_breath():
    long = [
        (code, sentence)
        for code, _, text in patterns("fr")
        for sentence in SENTENCE_END.split(text)
        if len(re.findall(r"[\wÀ-ÿ’'-]+", sentence)) > MAX_WORDS and not code.startswith("page-")
    ]

    assert long == []


def test_pages_of_text_stay_readable_too():
    for code, _, text in patterns("fr"):
        for sentence in SENTENCE_END.split(text):
            assert len(re.findall(r"[\wÀ-ÿ’'-]+", sentence)) <= 25, (code, sentence)


def test_no_jargon_before_the_part_for_specialists():
    found = [
        (code, text)
        for code, _, text in patterns("fr")
        if JARGON.search(text) and not code.startswith("expert-")
    ]

    assert found == []


def test_out_of_date_is_never_said_in_a_way_that_means_its_contrary():
    for code, _, text in patterns("fr"):
        if "plus à jour" in text:
            assert "n’est plus à jour" in text or "n’est-il plus à jour" in text, code


def test_french_typography():
    assert [text for _, _, text in patterns("fr") if PLAIN_SPACE.search(text)] == []
    assert [text for _, _, text in patterns("fr") if "'" in text] == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: answer.code)
def test_every_answer_says_its_word_its_sentence_and_what_to_do(lang, answer):
    parts = ["word", "title", "lead"]
    if answer.level is not Level.TRUSTED:
        parts += ["do-1", "do-2"]

    assert [part for part in parts if not WORDS.has(answer.code, lang, part)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("answer", [NO_BADGE, UNREADABLE], ids=lambda answer: answer.code)
def test_an_unreadable_file_also_gets_a_word_and_a_way_out(lang, answer):
    assert all(WORDS.has(answer.code, lang, part) for part in ("word", "do-1", "do-2"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_reason_and_outcome_has_words(lang):
    codes = [f"reason.{reason.lower()}" for reason in Reason]
    codes += [f"outcome.{outcome}" for outcome in Outcome]

    assert [code for code in codes if not WORDS.has(code, lang)] == []


def test_every_reason_for_an_undetermined_verdict_has_an_answer_of_its_own():
    spoken_of = {answer.reason for answer in ANSWERS}

    assert set(Reason) - spoken_of == {Reason.DUPLICATE, Reason.NEWER}
