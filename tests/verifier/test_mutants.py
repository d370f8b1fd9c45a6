"""
Ten thousand badges with another structure: never another badge in good news, and no crash.

``make proof`` judges all of them, ``make test`` a tenth drawn from a seed.
"""

import logging
import time

import pytest

from tests.verifier.genuine import is_false_good, six
from tests.verifier.mutants import mutants, picture_mutants, texts_of, token_mutants
from tests.verifier.peaks import CPU_SECONDS, MEMORY_BYTES, growth, is_slow, little_memory
from tests.workshop import circumstances
from verifier.verdict import Level
from verifier.verify import judge

DOCUMENTS, TOKENS, PICTURES = 8_600, 1_000, 400
PARTS = 20
"""So that no test of `make proof` lasts minutes."""
EVERY = 60

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def known(region):
    return circumstances(region)


@pytest.fixture(scope="module")
def badges(region):
    return six(region)


@pytest.fixture(scope="module")
def everything(badges):
    """Every mutant, with its story."""
    texts = texts_of(badges)
    token, picture = badges["a compact token"].decode(), badges["a picture made of points"]
    return [
        *mutants(texts, DOCUMENTS),
        *token_mutants(token, texts, TOKENS),
        *picture_mutants(picture, badges["a drawing"], texts, PICTURES),
    ]


@pytest.fixture(scope="module")
def before(known, badges):
    return [judge(content, known) for content in badges.values()]


@pytest.mark.parametrize("part", range(PARTS))
def test_no_mutant_is_another_badge_in_good_news(known, before, everything, portion, caplog, part):
    caplog.set_level(logging.ERROR)
    false, slow = [], []
    with little_memory():
        for story, received in portion(everything[part::PARTS]):
            started = time.process_time()
            after = judge(received, known)
            if time.process_time() - started > CPU_SECONDS and is_slow(received, known):
                slow.append(story)
            if all(is_false_good(one, after) for one in before):
                false.append((story, received))

    assert false == []
    assert slow == []
    assert [one.getMessage() for one in caplog.records] == [], "a fault of ours was swallowed"


def test_mutants_take_little_memory_in_a_new_process(region, badges, everything):
    received = [one for _, one in everything[::EVERY]]

    assert growth(region, badges.values(), received) < MEMORY_BYTES


def test_the_mutants_reach_every_ending(known, everything):
    """A mutation that always ended in the same refusal would prove little."""
    found = {judge(received, known).verdict.level for _, received in everything[::EVERY]}

    assert found >= {Level.TRUSTED, Level.UNDETERMINED, Level.REFUSED, Level.UNREADABLE}


def test_there_are_ten_thousand_and_always_the_same(badges, everything):
    again = [*mutants(texts_of(badges), 50)]

    assert len(everything) == 10_000
    assert everything[:50] == again
