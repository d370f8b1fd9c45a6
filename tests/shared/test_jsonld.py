"""JSON-LD: a document becomes the statements that every other program reads in it."""

import copy
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared import contexts
from shared.canonical.jsonld import canonical_forms, canonical_hash_input, expand_to_quads
from shared.errors import ContextUnknown, UncoveredText
from tests.shared.linked_badges import EMPLOYER, OB3, VC2, a_badge, with_achievement

EXAMPLES = "https://www.w3.org/ns/credentials/examples/v2"

# ------------------------------------------------------------------ what is written


def test_a_badge_becomes_statements_in_canonical_form():
    assert canonical_hash_input(a_badge()).split("\n")[0] == (
        "<did:example:camille> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
        " <https://purl.imsglobal.org/spec/vc/ob/vocab.html#AchievementSubject> ."
    )
    assert canonical_hash_input(a_badge()).count("\n") == 15


def test_the_order_of_members_and_of_lists_does_not_count():
    badge = a_badge(type=["OpenBadgeCredential", "VerifiableCredential"])

    assert canonical_hash_input(dict(reversed(badge.items()))) == canonical_hash_input(a_badge())


def test_the_document_is_left_as_it_was():
    badge = a_badge()
    before = copy.deepcopy(badge)

    expand_to_quads(badge)

    assert badge == before


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, '"1"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        (1.0, '"1"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        (-0.0, '"0"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        (0.1, '"1.0E-1"^^<http://www.w3.org/2001/XMLSchema#double>'),
        (5.3, '"5.3E0"^^<http://www.w3.org/2001/XMLSchema#double>'),
        (1e21, '"1.0E21"^^<http://www.w3.org/2001/XMLSchema#double>'),
        (10**21 - 1, f'"{10**21 - 1}"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        (True, '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>'),
        (False, '"false"^^<http://www.w3.org/2001/XMLSchema#boolean>'),
    ],
)
def test_numbers_are_written_as_json_ld_says(number, written):
    assert f"/description> {written} ." in canonical_hash_input(
        a_badge(description=number)
    ).replace("schema.org", "")


def test_a_number_of_a_declared_type_keeps_its_type():
    quads = canonical_hash_input(with_achievement(creditsAvailable=36.0))

    assert '"36"^^<https://www.w3.org/2001/XMLSchema#float>' in quads


def test_text_in_a_language_is_covered():
    quads = canonical_hash_input(a_badge(name={"@value": "Messagerie", "@language": "fr"}))

    assert '<https://schema.org/name> "Messagerie"@fr .' in quads


def test_control_characters_are_escaped_as_the_standard_says():
    quads = canonical_hash_input(a_badge(name="a\x0bb\x0cc\x08d\x7f"))

    assert '"a\\u000Bb\\fc\\bd\\u007F"' in quads


def test_a_json_value_is_written_by_jcs():
    schema = {
        "@context": [VC2],
        "type": ["VerifiableCredential", "JsonSchemaCredential"],
        "issuer": EMPLOYER,
        "credentialSubject": {
            "id": "https://schemas.example/1",
            "type": "JsonSchema",
            "jsonSchema": {"b": 1.0, "a": ["é"]},
        },
    }

    assert '"{\\"a\\":[\\"é\\"],\\"b\\":1}"^^' in canonical_hash_input(schema)


def test_an_embedded_credential_and_its_proof_stand_in_graphs_of_their_own():
    presentation = {
        "@context": [VC2],
        "type": ["VerifiablePresentation"],
        "verifiableCredential": [
            a_badge(
                proof={
                    "@context": [VC2],
                    "type": "DataIntegrityProof",
                    "cryptosuite": "eddsa-jcs-2022",
                    "proofPurpose": "assertionMethod",
                    "proofValue": "z5",
                    "verificationMethod": "did:example:a#b",
                }
            )
        ],
    }

    quads = expand_to_quads(presentation)

    assert {quad.graph for quad in quads} >= {""}
    assert len({quad.graph for quad in quads}) == 3


def test_what_says_nothing_changes_nothing():
    said = canonical_hash_input(a_badge())

    assert canonical_hash_input(a_badge(evidence=[], description=None)) == said


@pytest.mark.parametrize("member", ["evidence", "termsOfUse", "refreshService"])
def test_an_object_without_id_is_covered(member):
    kinds = {"evidence": "Evidence", "refreshService": "1EdTechCredentialRefresh"}
    ours = [VC2, OB3, "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json", EXAMPLES]
    badge = a_badge(**{"@context": ours, member: {"type": kinds.get(member, "Terms")}})

    assert len(expand_to_quads(badge)) == 17


def test_a_vocabulary_for_everything_covers_everything():
    undefined = "https://www.w3.org/ns/credentials/undefined-terms/v2"
    badge = a_badge(**{"@context": [VC2, OB3, undefined], "hobby": "Piratage"})

    assert '#hobby> "Piratage"' in canonical_hash_input(badge)


@settings(max_examples=100, deadline=None)
@given(st.text(min_size=1, max_size=30))
def test_any_text_of_a_badge_is_in_what_is_signed(text):
    other = canonical_hash_input(a_badge(name=text + "x"))

    assert canonical_hash_input(a_badge(name=text)) != other


# ------------------------------------------------------------------ what differs between signers


def test_a_badge_of_today_has_one_form():
    assert len(list(canonical_forms((a_badge(),)))) == 1


def test_the_older_open_badges_context_is_tried_when_its_words_are_used():
    badge = a_badge(endorsementJwt=["eyJhbGciOiJFZERTQSJ9..x"])

    assert len(list(canonical_forms((badge,)))) == 1
    with pytest.raises(UncoveredText):
        expand_to_quads(badge, edition="before-2026-06")


def test_the_editions_never_mix():
    badge = a_badge(endorsementJwt=["x"])
    for _ in range(2):
        assert expand_to_quads(badge)
        with pytest.raises(UncoveredText):
            expand_to_quads(badge, edition="before-2026-06")


def test_documents_signed_together_come_together_and_the_first_refusal_is_told():
    options = {"@context": [VC2, OB3], "type": "DataIntegrityProof"}

    forms = list(canonical_forms((options, a_badge()), algorithm="sha384"))

    assert [len(form.texts) for form in forms] == [2]
    with pytest.raises(UncoveredText) as refused:
        list(canonical_forms((options, a_badge(hobby="x"))))
    assert refused.value.facts["path"] == "/hobby"


# ------------------------------------------------------------------ nothing leaves the machine


def test_pyld_itself_can_fetch_nothing_once_we_are_loaded():
    from pyld import jsonld

    expand_to_quads(a_badge())

    with pytest.raises(jsonld.JsonLdError) as refused:
        jsonld.expand({"@context": "https://www.w3.org/ns/activitystreams", "name": "x"})
    assert isinstance(refused.value.__cause__, ContextUnknown)


def test_pyld_is_loaded_at_the_first_question_only():
    question = "import sys, shared.canonical.jsonld; print('pyld' in sys.modules)"

    out = subprocess.run([sys.executable, "-c", question], capture_output=True, check=True)

    assert out.stdout.strip() == b"False"


@pytest.mark.parametrize("url", contexts.ids())
def test_a_known_context_leads_to_no_unknown_one(url):
    with pytest.raises(UncoveredText) as refused:
        expand_to_quads({"@context": [url]})

    assert refused.value.facts["why"] == "empty"
