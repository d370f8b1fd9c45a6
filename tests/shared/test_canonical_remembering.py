"""Remembering prepared contexts changes how long an expansion takes, and nothing else."""

import copy
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyld import ContextResolver, jsonld

from shared import contexts
from shared.canonical import remembering
from shared.canonical.remembering import MAX_REMEMBERED, RememberingProcessor
from tests.conftest import CORPORA
from tests.shared.linked_badges import OB3, VC2, a_badge


def give(url, _options):
    document = contexts.load(url)
    return {"contextUrl": None, "documentUrl": url, "document": document}


def options():
    return {
        "base": None,
        "processingMode": "json-ld-1.1",
        "documentLoader": give,
        "contextResolver": RESOLVER,
    }


RESOLVER = ContextResolver({}, give)
MEMORY = {}


def expanded(document, make):
    dropped = []
    try:
        found = make(on_property_dropped=dropped.append).expand(copy.deepcopy(document), options())
    except Exception as error:  # noqa: BLE001 - which one is what is compared
        return type(error).__name__, dropped
    return found, dropped


def both(document):
    plain = expanded(document, jsonld.JsonLdProcessor)
    for _ in range(2):  # as it is first seen, and as it is remembered
        assert expanded(document, lambda **more: RememberingProcessor(MEMORY, **more)) == plain
    return plain


def published():
    folder = CORPORA / "conformance"
    return sorted(folder.rglob("*.json")) if folder.is_dir() else []


def test_every_published_document_expands_alike():
    expanded_ones = 0
    for path in published():
        try:
            document = json.loads(path.read_text("utf-8"))
        except ValueError:
            continue
        for one in _documents_in(document):
            found, _ = both(one)
            expanded_ones += isinstance(found, list)
    assert expanded_ones > 100 or not published()


def _documents_in(value):
    """Everything with contexts, however deep: a document, those inside it, and its pieces."""
    if isinstance(value, dict):
        if "@context" in value and len(json.dumps(value)) < 50_000:
            yield value
        for member in value.values():
            yield from _documents_in(member)
    elif isinstance(value, list):
        for member in value:
            yield from _documents_in(member)


TYPES = st.lists(
    st.sampled_from(
        ["VerifiableCredential", "OpenBadgeCredential", "AchievementSubject", "Achievement",
         "Profile", "Alignment", "Evidence", "EndorsementCredential", "EndorsementSubject",
         "VerifiablePresentation", "DataIntegrityProof", "BitstringStatusListEntry", "x"]
    ),
    max_size=3,
)  # fmt: skip
MEMBERS = st.sampled_from(
    ["id", "name", "description", "issuer", "credentialSubject", "achievement", "alignment",
     "evidence", "proof", "criteria", "image", "verifiableCredential", "endorsement", "tag"]
)  # fmt: skip
ANYTHING = st.recursive(
    st.sampled_from(["texte", "https://x.example/", 1, True, None]),
    lambda inside: st.one_of(
        st.lists(inside, max_size=2),
        st.builds(
            lambda kinds, members: {**({"type": kinds} if kinds else {}), **members},
            TYPES,
            st.dictionaries(MEMBERS, inside, max_size=3),
        ),
    ),
    max_leaves=12,
)


@given(TYPES, st.dictionaries(MEMBERS, ANYTHING, max_size=4))
def test_documents_of_any_types_expand_alike(types, members):
    both({"@context": [VC2, OB3], "type": types, **members})


def test_what_is_remembered_is_bounded(monkeypatch):
    monkeypatch.setattr(remembering, "MAX_REMEMBERED", 5)
    memory = {}
    for _ in range(3):
        RememberingProcessor(memory).expand(a_badge(), options())
        assert 0 < len(memory) <= 5
    assert MAX_REMEMBERED == 512


def test_a_badge_leaves_room_for_many_others():
    memory = {}
    RememberingProcessor(memory).expand(a_badge(), options())
    once = len(memory)
    RememberingProcessor(memory).expand(a_badge(), options())

    assert len(memory) == once < MAX_REMEMBERED / 10


@pytest.mark.parametrize("term", ["hobby", "niveau"])
def test_what_would_be_dropped_is_still_told(term):
    for _ in range(2):
        _, dropped = both({**a_badge(), term: "x"})
        assert dropped == [term]
