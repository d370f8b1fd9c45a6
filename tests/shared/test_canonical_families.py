"""Signers differ in how they make a document canonical: which of them matched is told."""

import hashlib

import pytest

from shared.canonical.jsonld import canonical_forms, canonical_hash_input
from shared.errors import ProofInvalid
from shared.multibase import multibase_encode
from shared.proofs import data_integrity
from tests.shared.linked_badges import OB3, VC2, a_badge
from tests.shared.signers import ed25519, options_of, secured

SUITE = "eddsa-rdfc-2022"


def an_endorsement(comment):
    """One without an address of its own, so that only what it says tells it from another."""
    return {
        "@context": [VC2, OB3],
        "type": ["VerifiableCredential", "EndorsementCredential"],
        "issuer": {"id": "did:web:missionlocale.example", "type": ["Profile"]},
        "validFrom": "2026-01-01T00:00:00Z",
        "credentialSubject": {
            "id": "https://badges.example/messagerie",
            "type": ["EndorsementSubject"],
            "endorsementComment": comment,
        },
    }


def two_nearly_alike():
    """The two families of canonicalisers number the graphs of these two in another order."""
    return {
        "@context": [VC2],
        "type": ["VerifiablePresentation"],
        "verifiableCredential": [an_endorsement("a1"), an_endorsement("b1")],
    }


def signed_by_family(document, related, signer=None):
    """A proof as the programs of one family make it."""
    signer = signer or ed25519()
    options = options_of(SUITE, signer)
    parts = ({**options, "@context": document["@context"]}, document)
    texts = [canonical_hash_input(part, related=related) for part in parts]
    message = b"".join(hashlib.sha256(text.encode()).digest() for text in texts)
    return {**options, "proofValue": multibase_encode(signer.sign(message))}


def test_a_document_has_a_form_for_each_family_where_they_differ():
    forms = list(canonical_forms((two_nearly_alike(),)))

    assert [form.related for form in forms] == ["list", "set"]
    assert forms[0].texts != forms[1].texts


@pytest.mark.parametrize("related", ["list", "set"])
def test_a_proof_of_either_family_holds_and_says_which(related):
    document = two_nearly_alike()
    proof = signed_by_family(document, related)

    read_as = data_integrity.verify(document, proof, ed25519().public)

    assert read_as == {"contexts": "current", "canonicalization": related}


def test_neither_family_saves_a_proof_by_another_key_or_over_another_text():
    document = two_nearly_alike()
    proof = signed_by_family(document, "set")
    other = {**document, "verifiableCredential": [an_endorsement("a1"), an_endorsement("b2")]}

    for text, key in ((document, ed25519(8).public), (other, ed25519().public)):
        with pytest.raises(ProofInvalid):
            data_integrity.verify(text, proof, key)


def test_what_we_sign_is_read_as_the_issuers_family_reads_it(today):
    signed = data_integrity.sign(
        two_nearly_alike(), key=ed25519().own, method="did:key:z#z", created=today
    )

    read_as = data_integrity.verify(signed, signed["proof"], ed25519().public)

    assert read_as["canonicalization"] == "list"


def test_a_jcs_proof_has_one_reading_only():
    signed = secured(a_badge(), ed25519(), "eddsa-jcs-2022")

    assert data_integrity.verify(signed, signed["proof"], ed25519().public) == {}
