"""JSON-LD: what a person reads in the JSON is what gets signed, or it is refused."""

import contextlib
import copy
import json
import subprocess
import sys
from pathlib import Path

import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from shared import contexts
from shared.canonical.coverage import MAX_DEPTH, MAX_OBJECTS
from shared.canonical.jcs import jcs
from shared.canonical.jsonld import canonical_forms, canonical_hash_input, expand_to_quads
from shared.errors import CanonicalizationRefused, ContextUnknown, UncoveredText, UnsafeJson

SHARED = Path(__file__).parents[3] / "shared"
CORPUS = SHARED / "conformance"
VC2 = "https://www.w3.org/ns/credentials/v2"
VC1 = "https://www.w3.org/2018/credentials/v1"
OB3 = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
EXAMPLES = "https://www.w3.org/ns/credentials/examples/v2"
EMPLOYER = "did:web:missionlocale.example"
BADGE = "urn:uuid:00000000-0000-4000-8000-000000000001"


def a_badge(**more):
    return {
        "@context": [VC2, OB3],
        "id": BADGE,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": "Utiliser sa messagerie",
        "issuer": {"id": EMPLOYER, "type": ["Profile"], "name": "Mission locale"},
        "validFrom": "2026-02-01T10:00:00Z",
        "credentialSubject": {
            "id": "did:example:camille",
            "type": ["AchievementSubject"],
            "achievement": {
                "id": "https://badges.example/messagerie",
                "type": ["Achievement"],
                "name": "Utiliser sa messagerie",
                "description": "Lire, écrire et ranger ses messages.",
                "criteria": {"narrative": "Trois messages envoyés."},
            },
        },
        **more,
    }


def with_achievement(**more):
    badge = a_badge()
    badge["credentialSubject"]["achievement"].update(more)
    return badge


def refusal(document):
    with pytest.raises(UncoveredText) as refused:
        expand_to_quads(document)
    return refused.value.facts["path"], refused.value.facts["why"]


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


# ------------------------------------------------------------------ what is refused


@pytest.mark.parametrize(
    ("change", "path", "why"),
    [
        pytest.param({"hobby": "x"}, "/hobby", "undefined-term", id="a member nobody defines"),
        pytest.param({"a/b~c": 1}, "/a~1b~0c", "undefined-term", id="its name is escaped"),
        pytest.param({"id": "badge-1"}, "/id", "not-an-address", id="a relative identifier"),
        pytest.param({"id": ""}, "/id", "not-an-address", id="an empty identifier"),
        pytest.param({"id": "_:b0"}, "/id", "not-an-address", id="an identifier that is none"),
        pytest.param({"id": "https://a.example/\n"}, "/id", "not-an-address", id="line feed"),
        pytest.param({"id": "https://a.example/> <x"}, "/id", "not-an-address", id="brackets"),
        pytest.param({"id": "https://a.example/a b"}, "/id", "not-an-address", id="space"),
        pytest.param({"id": 'https://a.example/"'}, "/id", "not-an-address", id="quote"),
        pytest.param(
            {"issuer": {"id": "_:b0", "type": "Profile"}},
            "/issuer/id",
            "not-an-address",
            id="an issuer without identifier",
        ),
        pytest.param({"issuer": "moi"}, "/issuer", "not-an-address", id="a relative issuer"),
        pytest.param({"image": "a.png"}, "/image", "not-an-address", id="a relative picture"),
        pytest.param(
            {"type": ["VerifiableCredential", "IngenieurDiplome"]},
            "/type/1",
            "not-an-address",
            id="a type nobody defines",
        ),
        pytest.param(
            {"evidence": [{"id": "preuve1", "type": ["Evidence"]}]},
            "/evidence/0/id",
            "not-an-address",
            id="relative evidence",
        ),
        pytest.param({"@graph": []}, "/@graph", "keyword", id="@graph"),
        pytest.param({"@included": []}, "/@included", "keyword", id="@included"),
        pytest.param({"@reverse": {}}, "/@reverse", "keyword", id="@reverse"),
        pytest.param({"@id": "urn:x"}, "/@id", "keyword", id="@id"),
        pytest.param({"@type": "x"}, "/@type", "keyword", id="@type"),
        pytest.param({"@nest": {}}, "/@nest", "keyword", id="@nest"),
        pytest.param({"@odd": 1}, "/@odd", "keyword", id="what looks like a keyword"),
        pytest.param(
            {"https://schema.org/name": "x"},
            "/https:~1~1schema.org~1name",
            "address-as-name",
            id="a second name under its address",
        ),
        pytest.param({"xsd:x": 1}, "/xsd:x", "address-as-name", id="a shortened address"),
        pytest.param(
            {"name": {"@value": "x"}}, "/name", "value-object", id="another way to write a text"
        ),
        pytest.param(
            {"name": {"@value": "x", "@language": "fr", "note": "y"}},
            "/name",
            "value-object",
            id="a text with an odd member",
        ),
        pytest.param(
            {"name": {"@value": "x", "@language": "fr", "@direction": "rtl"}},
            "/name",
            "value-object",
            id="a direction, which is not signed",
        ),
        pytest.param(
            {"name": {"@value": 1, "@language": "fr"}}, "/name", "value-object", id="no text"
        ),
        pytest.param(
            {"name": {"@value": "x", "@language": "f r"}}, "/name", "value-object", id="no language"
        ),
        pytest.param(
            {"credentialStatus": [[{"type": "BitstringStatusListEntry"}]]},
            "/credentialStatus/0",
            "list-in-list",
            id="a status that a reader of the JSON would not see",
        ),
        pytest.param({"type": None}, "", "invalid type value", id="a type that is none"),
        pytest.param({"id": 7}, "", "invalid @id value", id="an identifier that is a number"),
    ],
)
def test_what_the_signature_would_not_cover_is_refused(change, path, why):
    assert refusal(a_badge(**change)) == (path, why)


def test_the_place_is_told_when_it_is_deep():
    assert refusal(with_achievement(niveauOfficiel="RNCP 7")) == (
        "/credentialSubject/achievement/niveauOfficiel",
        "undefined-term",
    )


@pytest.mark.parametrize(
    ("named", "path", "why"),
    [
        pytest.param([], "/@context", "no-context", id="none"),
        pytest.param([VC2] * 13, "/@context", "no-context", id="too many"),
        pytest.param([OB3, VC2], "/@context/0", "first-context", id="in another order"),
        pytest.param([VC2, OB3, {"hobby": None}], "/@context/2", "inline-context", id="hiding"),
        pytest.param([VC2, {"@vocab": "urn:x#"}], "/@context/1", "inline-context", id="@vocab"),
        pytest.param({"name": "urn:x"}, "/@context/0", "inline-context", id="its own"),
        pytest.param([VC2, None], "/@context/1", "inline-context", id="null"),
        pytest.param([VC2, [OB3]], "/@context/1", "inline-context", id="a list in the list"),
    ],
)
def test_contexts_must_be_plainly_ours(named, path, why):
    assert refusal(a_badge(**{"@context": named})) == (path, why)


def test_a_document_without_context_is_refused():
    badge = a_badge()
    del badge["@context"]

    assert refusal(badge) == ("", "no-context")


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.example/context.json",
        VC2 + "#",
        VC2.replace("https", "http"),
        "file:///etc/passwd",
        "context.json",
        "",
    ],
)
def test_an_unknown_context_is_never_asked_for(url):
    with pytest.raises(ContextUnknown):
        expand_to_quads(a_badge(**{"@context": [VC2, url]}))


@pytest.mark.parametrize(
    "inner",
    [
        pytest.param({"achievement": None}, id="hiding the achievement"),
        pytest.param([VC2, OB3], id="even ours"),
        pytest.param(None, id="null"),
    ],
)
def test_an_inner_context_is_refused(inner):
    badge = a_badge()
    badge["credentialSubject"]["@context"] = inner

    path, why = refusal(badge)

    assert path.startswith("/credentialSubject/@context")
    assert why in {"inline-context", "inner-context"}


def test_a_proof_may_repeat_the_contexts_of_its_document_and_no_others():
    proof = {"type": "DataIntegrityProof", "proofValue": "z5"}
    repeated = a_badge(proof={"@context": [VC2, OB3], **proof})
    other = a_badge(proof={"@context": [OB3], **proof})

    assert expand_to_quads(repeated)
    assert refusal(other) == ("/proof/@context", "inner-context")


def test_a_protected_word_cannot_be_given_another_meaning_by_a_known_context():
    later = "https://w3id.org/openbadges/v2"

    _, why = refusal(a_badge(**{"@context": [VC2, OB3, later]}))

    assert why == "protected term redefinition"


def test_a_claim_may_not_be_moved_to_another_place_of_the_same_node():
    """RDF merges the places; a reader who looks for ``validUntil`` at the top finds none."""
    until = {"validUntil": "2026-03-01T00:00:00Z"}
    named = {"id": BADGE, "type": ["Evidence", "VerifiableCredential"]}
    there = a_badge(evidence=[named], **until)
    moved = a_badge(evidence=[{**named, **until}])

    assert canonical_hash_input(there)
    assert refusal(moved) == ("/id", "described-twice")


def test_a_status_may_not_be_spread_over_two_items():
    status = {"id": "https://status.example/1#5", "type": "BitstringStatusListEntry"}
    other = {"id": "https://status.example/1#5", "statusPurpose": "revocation"}

    assert refusal(a_badge(credentialStatus=[status, {**status, **other}])) == (
        "/credentialStatus/0/id",
        "described-twice",
    )
    assert expand_to_quads(a_badge(credentialStatus=[status, status]))


@pytest.mark.parametrize("inside", ["eyJhbGciOiJFZERTQSJ9..x", "urn:uuid:1"])
def test_a_bare_text_in_place_of_a_credential_says_nothing(inside):
    presentation = {
        "@context": [VC2],
        "type": ["VerifiablePresentation"],
        "holder": EMPLOYER,
        "verifiableCredential": [inside],
    }

    assert refusal(presentation) == ("/verifiableCredential/0", "no-statement")


def test_the_options_of_a_proof_are_held_to_the_same():
    options = {
        "@context": [VC2, OB3],
        "type": "DataIntegrityProof",
        "cryptosuite": "eddsa-rdfc-2022",
        "created": "2026-02-01T10:00:00Z",
        "verificationMethod": "did:example:a#b",
        "proofPurpose": "assertionMethod",
    }

    assert canonical_hash_input(options).count("\n") == 5
    assert refusal({**options, "note": "x"}) == ("/note", "undefined-term")
    assert refusal({**options, "verificationMethod": "#b"})[1] == "not-an-address"


# ------------------------------------------------------------------ limits


def test_as_many_objects_as_a_schooling_has_and_no_more():
    def one(number):
        return {"type": ["Alignment"], "targetUrl": f"https://a.example/{number}"}

    fits = MAX_OBJECTS - 5
    assert expand_to_quads(with_achievement(alignment=[one(n) for n in range(fits)]))
    with pytest.raises(CanonicalizationRefused):
        expand_to_quads(with_achievement(alignment=[one(n) for n in range(fits + 1)]))


@pytest.mark.parametrize(("depth", "fine"), [(MAX_DEPTH - 4, True), (MAX_DEPTH, False)])
def test_as_deep_as_strict_json_and_no_deeper(depth, fine):
    related = {"type": ["Achievement"], "name": "x"}
    for _ in range(depth // 2):
        related = {"type": ["Achievement"], "creator": {"type": "Profile", "parentOrg": related}}
    if fine:
        expand_to_quads(a_badge(issuer={"id": EMPLOYER, "type": "Profile"}))
    else:
        with pytest.raises(CanonicalizationRefused):
            expand_to_quads(with_achievement(creator=related))


def test_twins_with_twin_children_are_refused_before_they_cost_anything():
    def twin():
        children = [{"type": ["Related"], "version": "1"} for _ in range(12)]
        return {"type": ["Achievement"], "name": "x", "related": children}

    with pytest.raises(CanonicalizationRefused):
        canonical_hash_input(with_achievement(related=[twin(), twin()]))


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

    assert [len(form) for form in forms] == [2]
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


# ------------------------------------------------------------------ any document

scalars = st.none() | st.booleans() | st.integers(-(10**6), 10**6) | st.floats(allow_nan=False)
scalars |= st.text(max_size=6) | st.sampled_from([EMPLOYER, "_:b0", "urn:x", "Profile"])
names = st.sampled_from(
    ["id", "type", "name", "issuer", "achievement", "creator", "@graph", "@value", "proof", "x:y"]
)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(names, values, max_size=4))
def test_any_document_is_covered_or_refused_by_a_code(members):
    with contextlib.suppress(UncoveredText, CanonicalizationRefused):
        assert expand_to_quads({"@context": [VC2, OB3], **members})


@settings(max_examples=100, deadline=None)
@given(st.text(min_size=1, max_size=30))
def test_any_text_of_a_badge_is_in_what_is_signed(text):
    other = canonical_hash_input(a_badge(name=text + "x"))

    assert canonical_hash_input(a_badge(name=text)) != other


# ------------------------------------------------------------------ JCS


def test_jcs_writes_one_text_for_one_value():
    assert jcs({"b": [1.0, "é"], "a": None}) == '{"a":null,"b":[1,"é"]}'.encode()


@pytest.mark.parametrize("value", [2**53, float("nan"), float("inf"), "\ud800", {1: 2}, {"a": {1}}])
def test_jcs_refuses_what_is_not_interoperable(value):
    with pytest.raises(UnsafeJson):
        jcs([value])


def test_jcs_takes_the_largest_exact_integer():
    assert jcs(2**53 - 1) == b"9007199254740991" == rfc8785.dumps(2**53 - 1)


# ------------------------------------------------------------------ the public corpora


def published():
    manifest = CORPUS / "manifest.json"
    if not manifest.exists():
        return []
    linked = ("rdfc", "Ed25519Signature2020", "status", "eddsa-2022")
    found = []
    for case in json.loads(manifest.read_text("utf-8"))["cases"]:
        file = case.get("file") or ""
        signed = any(kind in case["kind"] for kind in linked) and case["kind"] != "rdfc"
        if signed and file.endswith(".json") and not case.get("mutate"):
            found.append(pytest.param(case, id=case["id"]))
    return found


def forms_of(document):
    """The forms of a document and of its proofs, as a verifier asks for them."""
    unsecured = {name: member for name, member in document.items() if name != "proof"}
    proofs = document.get("proof", [])
    if not proofs:
        yield next(canonical_forms((unsecured,)))
    for proof in proofs if isinstance(proofs, list) else [proofs]:
        options = {name: member for name, member in proof.items() if name != "proofValue"}
        yield next(canonical_forms(({**options, "@context": document["@context"]}, unsecured)))


GENUINE = {"valid", "revoked", "expired", "expired+revoked", "status-unknown", "not-yet-valid"}


@pytest.mark.parametrize("case", published())
def test_every_genuine_credential_passes(case):
    if case["expect"] not in GENUINE:
        pytest.skip("not promised to be genuine")
    document = json.loads((CORPUS / case["file"]).read_text("utf-8"))

    assert list(forms_of(document))


@pytest.mark.parametrize("case", published())
def test_intermediate_texts_are_those_of_the_standard(case):
    inner = case.get("inputs", {}).get("intermediate", {})
    if not {"canon_document", "canon_proof_options"} <= inner.keys():
        pytest.skip("no intermediate texts")
    document = json.loads((CORPUS / case["file"]).read_text("utf-8"))

    options, body = next(forms_of(document))

    assert body == (CORPUS / inner["canon_document"]).read_text("utf-8")
    assert options == (CORPUS / inner["canon_proof_options"]).read_text("utf-8")


def test_the_credential_made_to_break_readers_is_caught():
    cases = [one.values[0] for one in published()]
    breaker = [c for c in cases if c["id"] == "dcc-core-safeModeBreaker"]
    if not breaker:
        pytest.skip("the public corpus is not there")
    document = json.loads((CORPUS / breaker[0]["file"]).read_text("utf-8"))

    with pytest.raises(UncoveredText):
        list(forms_of(document))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    maker = SHARED / "hostile" / "make_hostile.py"
    if not maker.exists():
        pytest.skip("the hostile corpus is not there")
    folder = tmp_path_factory.mktemp("hostile")
    subprocess.run([sys.executable, maker, folder], check=True, capture_output=True)
    return folder


def test_every_hostile_document_of_this_kind_is_refused(hostile):
    cases = json.loads((hostile / "expected.json").read_text("utf-8"))["cases"]
    passed = []
    for case in (case for case in cases if case["group"] == "jsonld"):
        document = json.loads((hostile / case["file"]).read_text("utf-8"))
        try:
            list(forms_of(document))
        except (UncoveredText, ContextUnknown, CanonicalizationRefused):
            continue
        passed.append(case["id"])

    # Its proof names contexts of its own, which the suite replaces by the document's.
    assert passed == ["jsonld-17-proof-own-context"]


def test_the_genuine_controls_pass(hostile):
    for name in ("control-01-jcs-json.json", "control-02-rdfc-json.json"):
        assert list(forms_of(json.loads((hostile / name).read_text("utf-8"))))


@pytest.mark.parametrize("url", contexts.ids())
def test_a_known_context_leads_to_no_unknown_one(url):
    with pytest.raises(UncoveredText) as refused:
        expand_to_quads({"@context": [url]})

    assert refused.value.facts["why"] == "empty"
