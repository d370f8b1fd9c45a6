"""Schemas: those of the standard that a badge may name; what they ask for, and nothing else."""

import pytest
from jsonschema import Draft201909Validator

from shared.schemas import SHIPPED, _validator, departure
from tests.shared import linked_badges

ACHIEVEMENT = next(one for one in SHIPPED if "json/ob_v3p0_achievement" in one)
ENDORSEMENT = next(one for one in SHIPPED if "json/ob_v3p0_endorsement" in one)
SUBJECT = linked_badges.a_badge()["credentialSubject"]


def an_endorsement(**more):
    return linked_badges.a_badge(
        type=["VerifiableCredential", "EndorsementCredential"],
        credentialSubject={
            "id": "https://badges.example/x",
            "type": ["EndorsementSubject"],
            **more,
        },
    )


def without(name, document):
    return {key: value for key, value in document.items() if key != name}


@pytest.mark.parametrize("address", SHIPPED)
def test_each_is_a_schema_that_asks_for_nothing_from_elsewhere(address):
    validator = _validator(SHIPPED[address])

    Draft201909Validator.check_schema(validator.schema)
    assert '"$ref": "http' not in str(validator.schema)


@pytest.mark.parametrize(
    ("address", "document"),
    [
        (ACHIEVEMENT, linked_badges.a_badge()),
        (ACHIEVEMENT, linked_badges.a_badge(issuer="did:web:a.example", proof={"type": "x"})),
        (ACHIEVEMENT, linked_badges.a_badge(credentialSubject=[SUBJECT])),
        (ACHIEVEMENT, linked_badges.with_achievement(type="Achievement", tag="mél")),
        (ENDORSEMENT, an_endorsement()),
        (ENDORSEMENT, an_endorsement(endorsementComment="Utile.")),
    ],
)
def test_what_follows_it(address, document):
    assert departure(address, document) is None


@pytest.mark.parametrize(
    ("address", "document", "place"),
    [
        (ACHIEVEMENT, without("id", linked_badges.a_badge()), "/"),
        (ACHIEVEMENT, without("validFrom", linked_badges.a_badge()), "/"),
        (ACHIEVEMENT, linked_badges.a_badge(type=["VerifiableCredential"]), "/type"),
        (ACHIEVEMENT, linked_badges.a_badge(validFrom="hier"), "/validFrom"),
        (ACHIEVEMENT, linked_badges.a_badge(issuer={"id": "did:web:a.example"}), "/issuer"),
        (
            ACHIEVEMENT,
            linked_badges.a_badge(credentialSubject=without("achievement", SUBJECT)),
            "/credentialSubject",
        ),
        (ACHIEVEMENT, an_endorsement(), "/type"),
        (ENDORSEMENT, linked_badges.a_badge(), "/type"),
    ],
    ids=["no id", "no date", "no badge", "no time", "a profile without a type",
         "nothing achieved", "an endorsement", "a badge"],
)  # fmt: skip
def test_what_departs_from_it(address, document, place):
    assert departure(address, document) == place


def test_no_other_ships():
    with pytest.raises(KeyError):
        departure("https://schemas.example/1.json", linked_badges.a_badge())
