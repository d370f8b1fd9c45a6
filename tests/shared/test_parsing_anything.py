"""Whatever a file holds, reading it ends in a badge of plain text or in a reason."""

import copy
import json
import unicodedata
from contextlib import suppress
from dataclasses import fields, is_dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.errors import BadgeError
from shared.model import StatusEntry, Token
from shared.parsing import parse
from shared.tokens import token_of
from tests.shared.linked_badges import a_badge
from tests.shared.older_badges import assertion, badge_class, profile
from tests.shared.test_parsing_older import BADGR, FIRST, MIXED, MOODLE, OLDEST

OVERRIDES = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
RAW = {"token", "document", "proofs", "endorsements", "jws", "hosted_at", "types", "parts"}
"""Kept as received, for whoever verifies; what people read stands in the other members."""
COMPARED = {"value", "salt", "type"}
"""Of an identity: compared to the letter, and shown by nobody."""

MEMBERS = st.sampled_from(["id", "type", "name", "@value", "narrative"])
TEXTS = st.sampled_from(
    ["", "https://x.example/", "did:web:a", "2026-02-01", f"a{OVERRIDES}b\x1b\x00"]
)
FLOATS = st.floats(allow_nan=False, allow_infinity=False)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-10, 2**53) | FLOATS | st.text(max_size=20) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(MEMBERS, inner, max_size=3),
    max_leaves=5,
)
WHOLE = [
    a_badge(
        description="d",
        evidence=[{"id": "https://x.example/e", "type": ["Evidence"], "name": "Photo"}],
        credentialStatus={"id": "https://x.example/1#2", "type": "BitstringStatusListEntry"},
        proof={"type": "DataIntegrityProof", "proofValue": "z"},
    ),
    {"@context": ["https://www.w3.org/ns/credentials/v2"], "type": "VerifiablePresentation",
     "holder": "did:example:camille", "verifiableCredential": [a_badge()]},
    assertion(badge=badge_class(issuer=profile()), evidence=[{"id": "https://x.example/"}]),
    OLDEST, FIRST, BADGR, MIXED, MOODLE,
]  # fmt: skip


def places(value, path=()):
    yield path
    if isinstance(value, dict):
        for key, one in value.items():
            yield from places(one, (*path, key))
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from places(one, (*path, number))


def replaced(document, path, value):
    document = copy.deepcopy(document)
    at = document
    for key in path[:-1]:
        at = at[key]
    if not path:
        return value
    at[path[-1]] = value
    return document


@st.composite
def damaged(draw):
    """A whole badge of some version with one or two members replaced by anything."""
    document = draw(st.sampled_from(WHOLE))
    for _ in range(draw(st.integers(1, 2))):
        document = replaced(document, draw(st.sampled_from(list(places(document)))), draw(VALUES))
    return document


def shown(value, name=""):
    """Every text of a credential that a person may read, with the member it stands in."""
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, tuple):
        for one in value:
            yield from shown(one, name)
    elif is_dataclass(value) and not isinstance(value, (StatusEntry, Token)):
        compared = COMPARED if hasattr(value, "hashed") else set()
        for field in fields(value):
            if field.name not in RAW | compared:
                yield from shown(getattr(value, field.name), field.name)


def is_plain(text):
    return not any(
        letter in OVERRIDES or (unicodedata.category(letter) == "Cc" and letter not in "\n\t")
        for letter in text
    )


@given(damaged())
def test_any_damage_leaves_plain_text_or_a_reason(document):
    with suppress(BadgeError):  # any other error is a crash
        credential = parse(token_of(json.dumps(document), container="text"))
        for one in (credential, *credential.parts):
            for name, text in shown(one):
                assert is_plain(text), name


@given(st.text(max_size=80))
def test_any_text_is_a_badge_or_a_reason(text):
    with suppress(BadgeError):
        parse(token_of(text, container="text"))


@given(VALUES)
def test_any_json_is_a_badge_or_a_reason(value):
    with suppress(BadgeError):
        parse(
            token_of(json.dumps({"@context": value, "type": value, "badge": value}), container="x")
        )


@pytest.mark.parametrize("whole", WHOLE, ids=lambda one: str(one.get("id") or one.get("type")))
def test_the_undamaged_are_read(whole):
    credential = parse(token_of(json.dumps(whole), container="text"))

    assert credential.document == whole
    assert all(is_plain(text) for _, text in shown(credential))
