"""What a badge says: who recognises whom, for what, seen how; and nothing that finds a person."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from shared import parsing, reading
from shared.identity import matches
from shared.keys import SigningKey
from shared.proofs import data_integrity
from trust_registry.catalogue import EvidenceKind, seed
from trust_registry.index import Partner
from wallet.awarding.compose import MAX_EVIDENCE, MAX_NAME, MAX_TEXT, Award, Observation, compose
from wallet.awarding.desk import Right
from wallet.errors import EvidenceMissing, RecipientMissing, TextTooLong

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
CATALOGUE = seed()
KEY = SigningKey.from_seed(b"p" * 32)
ISSUER = "did:web:registre.example:p:mediatheque"
LIST = "https://registre.example/p/mediatheque/status/k1.json"
SEEN = Observation(narrative="Amina a classé ses photos par année.", kind=EvidenceKind.TASK)
AWARD = Award(badge="b04", to="Amina Benali", evidence=(SEEN,), words="Bravo Amina !")


def a_right(badge="b04"):
    partner = Partner(
        id=ISSUER,
        slug="mediatheque",
        name="Médiathèque de Clairval",
        kind="library",
        contact=None,
        url=None,
        assurance="self-signed",
        since=None,
        until=None,
    )
    return Right(
        badge=CATALOGUE.badge(badge),
        catalogue=CATALOGUE,
        partner=partner,
        method=f"{ISSUER}#k1",
        source=KEY.did,
        authorisation=None,
    )


def composed(award=AWARD, **changes):
    fields = {
        "credential_id": "urn:uuid:0f8fad5b-d9cb-469f-a165-70867728950e",
        "place": (LIST, 4321),
        "salt": "00" * 16,
        "now": NOON,
    }
    return compose(award, a_right(), **(fields | changes))


def read(document):
    return parsing.parse(reading.read(json.dumps(document).encode()))


def test_the_organisation_awards_and_the_professional_is_the_source():
    credential = read(composed())

    assert (credential.issuer.id, credential.issuer.name) == (ISSUER, "Médiathèque de Clairval")
    assert credential.subject.source.id == KEY.did
    assert credential.valid_from == credential.awarded == NOON
    assert credential.subject.narrative == "Bravo Amina !"
    assert credential.evidence[0].narrative == SEEN.narrative
    assert credential.evidence[0].genre == "task"


def test_it_is_a_badge_of_the_catalogue_with_its_criteria():
    achievement = read(composed()).subject.achievement

    assert CATALOGUE.find(ISSUER, achievement.id).id == "b04"
    assert achievement.criteria_narrative


def test_it_can_be_withdrawn():
    (status,) = read(composed()).statuses

    assert status.entry["statusListCredential"] == LIST
    assert status.entry["statusListIndex"] == "4321"


def test_the_signature_covers_every_word_of_it():
    document = composed(replace(AWARD, email="a@exemple.fr", did=KEY.did))

    signed = data_integrity.sign(document, key=KEY, method=f"{ISSUER}#k1", created=NOON)

    data_integrity.verify(signed, signed["proof"], KEY.public)


def test_the_name_of_the_person_is_nowhere_to_be_read_and_can_be_asked_for():
    document = composed(replace(AWARD, words="", evidence=(Observation(narrative="Vu."),)))

    (identity,) = read(document).subject.identifiers
    assert "Amina" not in json.dumps(document)
    assert matches(identity, "BENALI amina")
    assert matches(identity, "Amina Benaly") is False


def test_the_same_person_twice_is_two_hashes():
    hashes = {
        composed(salt=salt)["credentialSubject"]["identifier"][0]["identityHash"]
        for salt in ("00" * 16, "01" * 16)
    }

    assert len(hashes) == 2


def test_an_address_and_an_identifier_come_along_when_the_person_wants_it():
    document = composed(replace(AWARD, email=" Amina@Exemple.fr ", did=KEY.did))

    credential = read(document)
    by_mail = credential.subject.identifiers[1]
    assert "xemple" not in json.dumps(document)
    assert matches(by_mail, "amina@exemple.fr")
    assert credential.subject.id == KEY.did


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_it_speaks_the_language_of_the_desk(lang):
    assert composed(replace(AWARD, lang=lang))["name"] == CATALOGUE.badge("b04").name[lang]


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"to": ""}, RecipientMissing),
        ({"to": " \u0301 "}, RecipientMissing),
        ({"to": "amina@exemple.fr"}, RecipientMissing),
        ({"to": "06 12 34 56 78"}, RecipientMissing),
        ({"email": "amina"}, RecipientMissing),
        ({"did": "amina"}, RecipientMissing),
        ({"evidence": ()}, EvidenceMissing),
        ({"evidence": (SEEN, Observation(narrative=" \n"))}, EvidenceMissing),
        ({"evidence": (SEEN,) * (MAX_EVIDENCE + 1)}, TextTooLong),
        ({"to": "a" * (MAX_NAME + 1)}, TextTooLong),
        ({"words": "a" * (MAX_TEXT + 1)}, TextTooLong),
        ({"evidence": (Observation(narrative="a" * (MAX_TEXT + 1)),)}, TextTooLong),
    ],
)
def test_an_award_that_says_too_little_or_too_much_is_refused(change, refusal):
    with pytest.raises(refusal):
        composed(replace(AWARD, **change))


@pytest.mark.parametrize(
    "change",
    [
        {"evidence": (SEEN,) * MAX_EVIDENCE},
        {"to": "a" * MAX_NAME},
        {"words": "a" * MAX_TEXT},
        {"evidence": (Observation(narrative="a" * MAX_TEXT),)},
    ],
)
def test_an_award_just_within_the_limits_is_composed(change):
    assert read(composed(replace(AWARD, **change))).is_badge
