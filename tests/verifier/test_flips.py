"""
Every byte of six genuine badges, flipped: never another badge in good news, and no crash.

``make proof`` flips all of them in three ways, ``make test`` a tenth drawn from a seed.
"""

import logging
import time

import pytest

from shared.errors import BadgeError
from shared.reading import read
from tests.verifier.genuine import FORMS, is_false_good, six
from tests.verifier.peaks import CPU_SECONDS, MEMORY_BYTES, growth, is_slow, little_memory
from tests.workshop import circumstances
from verifier.verdict import Level
from verifier.verify import judge

FLIPS = (0x01, 0x20, 0xFF)
"""A neighbour in the alphabet (also from one edition of a context to the next), the other case
of a letter, and all eight bits."""
AROUND = 20
"""One in so many flips around the text of a badge, in the drawing, is judged: the text that is
read is the same, so is the answer, and looking at another picture takes a process of its own."""
PARTS = 8
"""So that no test of `make proof` lasts minutes."""
EVERY = 97
"""One in so many flips is judged again in a process of its own, whose memory is measured."""

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def known(region):
    return circumstances(region)


@pytest.fixture(scope="module")
def badges(region):
    return six(region)


def flips_of(content):
    return [(place, mask) for place in range(len(content)) for mask in FLIPS]


def flipped(content, place, mask):
    return content[:place] + bytes([content[place] ^ mask]) + content[place + 1 :]


def reads_as(received, text):
    """Whether the badge that is read out of it is this one, to the letter."""
    try:
        return read(received).text == text
    except BadgeError:
        return False


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("form", FORMS)
def test_no_flipped_byte_makes_another_badge_good_news(known, badges, portion, caplog, form, part):
    caplog.set_level(logging.ERROR)
    content = badges[form]
    before = judge(content, known)
    false, slow = [], []
    around = 0
    with little_memory():
        for place, mask in portion(flips_of(content)[part::PARTS]):
            received = flipped(content, place, mask)
            if reads_as(received, before.token.text):
                around += 1
                if around % AROUND:
                    continue
            started = time.process_time()
            after = judge(received, known)
            if time.process_time() - started > CPU_SECONDS and is_slow(received, known):
                slow.append((place, mask))
            if is_false_good(before, after):
                false.append((place, mask, content[max(0, place - 20) : place + 20]))

    assert before.verdict.level is Level.TRUSTED
    assert false == []
    assert slow == []
    assert [one.getMessage() for one in caplog.records] == [], "a fault of ours was swallowed"


def test_flipped_badges_take_little_memory_in_a_new_process(region, badges):
    received = [
        flipped(content, place, mask)
        for content in badges.values()
        for place, mask in flips_of(content)[::EVERY]
    ]

    assert growth(region, badges.values(), received) < MEMORY_BYTES


@pytest.mark.parametrize("form", FORMS)
def test_a_changed_badge_that_were_good_news_would_be_seen(known, badges, form):
    """The rule that tells good news from false good news is no rubber stamp."""
    others = [judge(content, known) for name, content in badges.items() if name != form]

    assert all(is_false_good(judge(badges[form], known), other) for other in others)


@pytest.mark.parametrize(("too_many", "seen"), [(-16, False), (16, True)])
def test_memory_that_is_given_back_meanwhile_is_seen(too_many, seen):
    def took(megabytes):
        with little_memory():
            taken = b"x" * (MEMORY_BYTES + megabytes * 1024 * 1024)
            del taken

    if not seen:
        took(too_many)
        return
    with pytest.raises(AssertionError):
        took(too_many)
