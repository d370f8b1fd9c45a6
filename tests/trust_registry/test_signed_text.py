"""The short way to the text of a recognition gives the bytes of the general way, or nothing."""

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared import contexts
from shared.keys import KeyKind
from shared.proofs.suites import SUITES, messages
from tests.trust_registry import network
from trust_registry import recognitions
from trust_registry.entries import Entry
from trust_registry.errors import RecognitionInvalid
from trust_registry.recognitions import CONTEXTS, SUITE
from trust_registry.signed_text import signed_message

KEY = network.publication_key(network.HUB)
ENTRY = Entry(slug=network.HUB, publication_key=KEY.public.multibase)
TEXTS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=40)
ADDRESSES = st.from_regex(r"\A(?:https://|did:|urn:)[a-zA-Z0-9._~:/?#@!$&'()*+,;=%-]{1,30}\Z")


def a_recognition(**changes):
    composed = recognitions.compose(
        recognition_id="urn:uuid:1",
        member=network.member(network.HUB),
        subject=network.COMPUTER,
        since=network.OPENED,
    )
    return recognitions.sign(composed | changes, key=KEY, at=network.OPENED)


def general(document):
    unsecured = {name: value for name, value in document.items() if name != "proof"}
    return next(messages(unsecured, document["proof"], SUITES[SUITE], KeyKind.ED25519)).content


@given(name=TEXTS, comment=TEXTS, ends=st.booleans(), named=st.booleans(), said=st.booleans())
def test_every_text_is_written_as_the_general_way_writes_it(name, comment, ends, named, said):
    document = a_recognition()
    document["issuer"] = {**document["issuer"], "name": name}
    if ends:
        document["validUntil"] = "2027-01-01T00:00:00Z"
    if named:
        document["name"] = comment
    if said:
        document["credentialSubject"] = {
            **document["credentialSubject"],
            "endorsementComment": comment,
        }

    assert signed_message(document, document["proof"]) == general(document)


@given(own=ADDRESSES, subject=ADDRESSES, issuer=ADDRESSES)
def test_every_address_is_read_as_the_general_way_reads_it(own, subject, issuer):
    document = a_recognition() | {"id": own}
    document["issuer"] = {**document["issuer"], "id": issuer}
    document["credentialSubject"] = {**document["credentialSubject"], "id": subject}

    short = signed_message(document, document["proof"])

    assert short is None or short == general(document)
    assert (short is None) <= (len({own, subject, issuer}) < 3)


def test_no_context_gives_another_meaning_to_the_beginning_of_an_address():
    terms = set().union(*(contexts.load(one)["@context"] for one in CONTEXTS))

    assert not {"https", "did", "urn"} & terms


@pytest.mark.parametrize(
    "change",
    [
        {"id": "cred:VerifiableCredential"},
        {"id": "relative"},
        {"id": "https://a.example/é"},
        {"id": network.COMPUTER},
        {"name": ["two", "names"]},
    ],
    ids=str,
)
def test_what_is_not_plainly_of_the_form_is_left_to_the_general_way(change):
    document = a_recognition() | change

    assert signed_message(document, document["proof"]) is None


@pytest.mark.parametrize("member", ["created", "verificationMethod", "proofPurpose", "type"])
def test_a_proof_with_something_else_in_it_is_left_to_the_general_way(member):
    document = a_recognition()

    assert signed_message(document, document["proof"] | {"expires": "x"}) is None
    assert signed_message(document, document["proof"] | {member: 1}) is None


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("validFrom",), "2025-03-02T00:00:00Z"),
        (("credentialSubject", "id"), network.MAIL),
        (("issuer", "name"), "Hub MedNum"),
        (("proof", "created"), "2025-03-01T00:00:01Z"),
        (("credentialSubject", "endorsementComment"), "Ajouté."),
    ],
)
def test_a_changed_word_is_refused_by_both_ways(place, value):
    document = copy.deepcopy(a_recognition())
    member = network.member(network.HUB)
    assert recognitions.read(document, member=member, entry=ENTRY).subject == network.COMPUTER
    within = document
    for name in place[:-1]:
        within = within[name]
    within[place[-1]] = value

    with pytest.raises(RecognitionInvalid):
        recognitions.read(document, member=member, entry=ENTRY)
