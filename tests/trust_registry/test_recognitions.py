"""A recognition stands by itself: signed by the partner that it names, or it is none."""

import copy
from dataclasses import replace
from datetime import timedelta

import pytest

from shared.keys import SigningKey
from shared.proofs import data_integrity
from tests.trust_registry import network
from tests.trust_registry.network import COMPUTER, HUB, LEFT, LIBRARY, OPENED, did
from trust_registry.entries import EndReason
from trust_registry.errors import RecognitionInvalid
from trust_registry.recognitions import compose, read, sign

A_SECOND = timedelta(seconds=1)
MEMBER = network.member(LIBRARY)
ENTRY = network.library_entry(
    publication_key=network.publication_key(LIBRARY).public.multibase, recognitions=()
)


def composed(**changes):
    told = {"recognition_id": "urn:uuid:8c1d0b0e-8a7f-4b39-8f5e-6d2b9c3a1f00", "member": MEMBER}
    told |= {"subject": COMPUTER, "since": OPENED, "comment": "Utile à nos ateliers."}
    return compose(**(told | changes))


def signed(document=None, *, key=None, at=OPENED):
    return sign(document or composed(), key=key or network.publication_key(LIBRARY), at=at)


def signed_by_awarder(name, *, at):
    method = f"{did(LIBRARY)}#{name}"
    return data_integrity.sign(
        composed(), key=network.awarding_key(name), method=method, created=at
    )


def test_what_a_partner_signed_is_read():
    found = read(signed(composed(until=LEFT)), member=MEMBER, entry=ENTRY)

    assert (found.issuer_id, found.subject) == (did(LIBRARY), COMPUTER)
    assert (found.since, found.until) == (OPENED, LEFT)
    assert found.comment == "Utile à nos ateliers."


def test_a_key_that_awards_may_recognise_while_it_is_in_force():
    assert read(signed_by_awarder("accueil", at=OPENED), member=MEMBER, entry=ENTRY)
    assert read(signed_by_awarder("atelier", at=LEFT - A_SECOND), member=MEMBER, entry=ENTRY)


@pytest.mark.parametrize(
    ("document", "path"),
    [
        pytest.param(signed_by_awarder("atelier", at=LEFT), "/proof", id="a key that had ended"),
        pytest.param(
            signed_by_awarder("accueil", at=OPENED - A_SECOND), "/proof", id="before it began"
        ),
        pytest.param(signed_by_awarder("perdue", at=OPENED), "/proof", id="a stolen key"),
        pytest.param(signed_by_awarder("inconnue", at=OPENED), "/proof", id="a key never listed"),
        pytest.param(signed(key=SigningKey.from_seed(b"x" * 32)), "/proof", id="another's key"),
        pytest.param(
            signed(composed(member=network.member(HUB)), key=network.publication_key(HUB)),
            "/issuer/id",
            id="another's word",
        ),
        pytest.param(composed(), "/proof", id="not signed"),
        pytest.param(signed() | {"proof": [signed()["proof"]]}, "/proof", id="a list of proofs"),
    ],
)
def test_what_the_partner_did_not_sign_is_refused(document, path):
    with pytest.raises(RecognitionInvalid) as refused:
        read(document, member=MEMBER, entry=ENTRY)

    assert str(refused.value.facts["path"]).startswith(path)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("validFrom", "2024-01-01T00:00:00Z"),
        ("validUntil", "2036-01-01T00:00:00Z"),
        ("id", "urn:uuid:8c1d0b0e-8a7f-4b39-8f5e-6d2b9c3a1f01"),
        ("credentialSubject/id", network.MAIL),
        ("credentialSubject/endorsementComment", "Obligatoire partout."),
        ("issuer/name", "Une autre maison"),
        ("proof/created", "2026-11-22T12:00:00Z"),
        ("proof/proofPurpose", "authentication"),
    ],
)
def test_a_word_changed_afterwards_is_refused(path, value):
    document = copy.deepcopy(signed())
    *steps, last = path.split("/")
    place = document
    for step in steps:
        place = place[step]
    place[last] = value

    with pytest.raises(RecognitionInvalid):
        read(document, member=MEMBER, entry=ENTRY)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"subject": "mailto:amina@clairval.example"}, "form"),
        ({"until": OPENED}, "out-of-range"),
        ({"comment": "Appelez le 03 80 00 00 00."}, "personal"),
        ({"comment": "Écrivez à amina@clairval.example."}, "personal"),
        ({"comment": "mot\u0000"}, "characters"),
        ({"recognition_id": "ftp://clairval.example/1"}, "form"),
    ],
)
def test_another_form_is_refused_even_when_it_is_signed(changes, why):
    with pytest.raises(RecognitionInvalid) as refused:
        read(signed(composed(**changes)), member=MEMBER, entry=ENTRY)

    assert refused.value.facts["why"] == why


@pytest.mark.parametrize(
    "more", [{"evidence": []}, {"credentialStatus": {}}, {"type": ["VerifiableCredential"]}]
)
def test_a_field_that_nobody_reads_is_refused(more):
    with pytest.raises(RecognitionInvalid):
        read(signed() | more, member=MEMBER, entry=ENTRY)


def test_without_a_publication_key_nothing_is_believed_under_its_name():
    with pytest.raises(RecognitionInvalid):
        read(signed(), member=MEMBER, entry=replace(ENTRY, publication_key=None))


def test_a_key_said_to_be_stolen_later_takes_its_recognitions_along():
    stolen = replace(ENTRY.awarders[0], until=LEFT, reason=EndReason.COMPROMISED)
    entry = replace(ENTRY, awarders=(stolen,))

    with pytest.raises(RecognitionInvalid):
        read(signed_by_awarder("accueil", at=OPENED), member=MEMBER, entry=entry)
