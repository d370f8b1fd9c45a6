"""A key in a file: worth nothing without its phrase, and nobody is kept busy by a false one."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.keys import SigningKey
from tests.trust_registry.machines import CHEAP
from trust_registry.errors import KeyFileInvalid, PassphraseShort, PassphraseWrong
from trust_registry.publishing.key_files import (
    LEAST_PASSPHRASE,
    MAX_MEMORY_BYTES,
    MAX_PASSES,
    USUAL,
    opened,
    private_text,
    public_text,
    read_private,
    read_public,
    sealed,
)

PHRASE = "canard bougie violon"
KEY = SigningKey.from_seed(b"k" * 32)


@pytest.fixture(scope="module")
def kept():
    return private_text(sealed(KEY, PHRASE, strength=CHEAP))


def changed(raw, **members):
    return json.dumps({**json.loads(raw), **members}).encode()


def test_the_phrase_opens_it_however_it_is_typed(kept):
    composed = f"  {PHRASE} "

    assert opened(read_private(kept), composed).public == KEY.public


def test_nothing_of_the_key_lies_bare(kept):
    assert KEY.seed not in kept
    assert KEY.seed.hex().encode() not in kept


def test_what_is_usual_costs_what_the_standard_recommends():
    assert (USUAL.passes, USUAL.memory_bytes) == (3, 64 * 2**20)


def test_another_phrase_does_not(kept):
    with pytest.raises(PassphraseWrong):
        opened(read_private(kept), PHRASE + "s")


@pytest.mark.parametrize("letters", [LEAST_PASSPHRASE - 1, LEAST_PASSPHRASE])
def test_a_phrase_is_not_guessed(letters):
    phrase = "a" * letters
    if letters < LEAST_PASSPHRASE:
        with pytest.raises(PassphraseShort):
            sealed(KEY, phrase, strength=CHEAP)
    else:
        assert opened(sealed(KEY, phrase, strength=CHEAP), phrase).public == KEY.public


@pytest.mark.parametrize(
    ("member", "most"), [("passes", MAX_PASSES), ("memory_bytes", MAX_MEMORY_BYTES)]
)
def test_a_cost_is_bounded_before_any_work(kept, member, most):
    assert read_private(changed(kept, **{member: most}))
    for value in (most + 1, 0, -1, "1", 1.5, True, None):
        with pytest.raises(KeyFileInvalid) as refused:
            read_private(changed(kept, **{member: value}))
        assert refused.value.facts["why"] == "cost"


@pytest.mark.parametrize("member", ["public", "passes", "memory_bytes", "salt", "sealed"])
def test_nothing_beside_the_seal_can_be_changed(kept, member):
    found = json.loads(kept)
    other = json.loads(
        private_text(sealed(SigningKey.from_seed(b"o" * 32), PHRASE, strength=CHEAP))
    )
    value = {"passes": 2, "memory_bytes": 16 * 1024}.get(member, other[member])
    assert value != found[member]

    with pytest.raises((PassphraseWrong, KeyFileInvalid)):
        opened(read_private(changed(kept, **{member: value})), PHRASE)


@pytest.mark.parametrize(
    "raw",
    [b"", b"{}", b"[]", b"\xff", b'{"what": "badge-registry private key"}',
     b'{"what": "x", "what": "y"}'],
)  # fmt: skip
def test_what_is_no_file_of_a_key(raw):
    for read in (read_private, read_public):
        with pytest.raises(KeyFileInvalid):
            read(raw)


@given(st.binary(max_size=300))
def test_anything_ends_in_a_reason(raw):
    for read in (read_private, read_public):
        with pytest.raises(KeyFileInvalid):
            read(raw)


def test_the_public_half_is_the_only_one_that_is_given_away(kept):
    assert read_public(public_text(KEY.public)) == KEY.public
    with pytest.raises(KeyFileInvalid) as refused:
        read_public(kept)
    assert refused.value.facts["why"] == "private"


@pytest.mark.parametrize("member", ["format", "what", "more", "registry"])
def test_a_file_of_another_form_is_not_guessed_at(kept, member):
    with pytest.raises(KeyFileInvalid):
        read_private(changed(kept, **{member: 2}))
