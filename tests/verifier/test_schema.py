"""The form that a badge announces: held to when we have it, never asked for, never decisive."""

import pytest

from shared.schemas import SHIPPED
from tests.shared import older_badges
from tests.shared.hosts import Hosts
from tests.verifier.cases import Network, as_bytes, circumstances, found, signed, with_subject
from verifier.verdict import Level, Outcome
from verifier.verify import judge

OURS = next(iter(SHIPPED))
ELSEWHERE = "https://schemas.example/1.json"
CHECK = "content.schema"


def schema(address=OURS, kind="1EdTechJsonSchemaValidator2019"):
    return {"id": address, "type": kind}


NO_DESCRIPTION = with_subject(
    achievement={
        "id": "https://badges.example/messagerie",
        "type": ["Achievement"],
        "name": "Messages",
        "criteria": {"narrative": "Trois messages."},
    }
)


@pytest.mark.parametrize(
    ("document", "ending"),
    [
        (signed(credentialSchema=[schema()]), (Outcome.PASSED, "content.complete", ())),
        (signed(credentialSchema=schema(kind="JsonSchema")),
         (Outcome.PASSED, "content.complete", ())),
        (signed(credentialSchema=[schema()], credentialSubject=NO_DESCRIPTION),
         (Outcome.WARNING, "schema.departed", ())),
        (signed(credentialSubject=NO_DESCRIPTION), (Outcome.PASSED, "content.complete", ())),
        (signed(credentialSchema=[schema(ELSEWHERE)]),
         (Outcome.NOT_CHECKED, "schema.not-checked", ())),
        (signed(credentialSchema=[schema(), schema(ELSEWHERE)]),
         (Outcome.NOT_CHECKED, "schema.not-checked", ())),
        (signed(credentialSchema=[schema(kind="Zkp2020")]),
         (Outcome.NOT_CHECKED, "schema.not-checked", ())),
        (signed(credentialSchema=[schema(ELSEWHERE), schema()], credentialSubject=NO_DESCRIPTION),
         (Outcome.WARNING, "schema.departed", ())),
    ],
    ids=["followed", "by its other name", "not followed", "none announced", "another's",
         "ours and another's", "another kind", "not followed, and another's"],
)  # fmt: skip
def test_each_ending_and_none_decides(document, ending):
    fetch = Hosts()
    verdict = judge(as_bytes(document), circumstances(fetch=fetch, registry=Network())).verdict

    assert found(verdict, CHECK) == ending
    assert verdict.level is Level.TRUSTED
    assert fetch.asked == []


def test_where_it_departs_is_told():
    document = signed(credentialSchema=[schema()], credentialSubject=NO_DESCRIPTION)
    verdict = judge(as_bytes(document), circumstances()).verdict

    finding = next(one for one in verdict.findings if one.check == CHECK)
    assert finding.facts == {"path": "/credentialSubject"}
    assert finding.problems[0]["instance"] == "/credentialSubject"


def test_older_badges_announce_none():
    document = older_badges.assertion(credentialSchema=[schema(ELSEWHERE)])
    internet = older_badges.site(badge=document)

    verdict = judge(as_bytes(document), circumstances(internet)).verdict

    assert found(verdict, CHECK)[1] == "content.complete"
