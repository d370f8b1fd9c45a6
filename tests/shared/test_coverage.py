"""Coverage: what a person reads in the JSON is what gets signed, or it is refused."""

import contextlib
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared import contexts
from shared.canonical.coverage import MAX_DEPTH, MAX_OBJECTS, SECOND_NAMES, check_form
from shared.canonical.jsonld import canonical_hash_input, expand_to_quads
from shared.errors import CanonicalizationRefused, ContextUnknown, UncoveredText
from tests.shared.linked_badges import BADGE, EMPLOYER, OB3, VC2, a_badge, with_achievement


def refusal(document):
    with pytest.raises(UncoveredText) as refused:
        expand_to_quads(document)
    return refused.value.facts["path"], refused.value.facts["why"]


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
        pytest.param({"Criteria": {}}, "/Criteria", "second-name", id="a class as a name"),
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


def test_a_member_under_its_second_name_is_not_read_so_it_is_refused():
    """OB 3.0 gives ``criteria`` and ``Criteria`` one address: the signature would still hold."""
    document = with_achievement(criteria={"narrative": "Trois messages envoyés."})
    achievement = document["credentialSubject"]["achievement"]
    achievement["Criteria"] = achievement.pop("criteria")

    assert refusal(document) == ("/credentialSubject/achievement/Criteria", "second-name")


@pytest.mark.parametrize(
    "context", ["https://w3id.org/security/v1", "https://w3id.org/security/v2"]
)
def test_the_end_of_a_proof_cannot_be_hidden_under_its_older_name(context):
    options = {
        "@context": [VC2, OB3, context],
        "type": "DataIntegrityProof",
        "cryptosuite": "eddsa-rdfc-2022",
        "expiration": "2026-03-01T00:00:00Z",
    }

    assert refusal(options) == ("/expiration", "second-name")


HARMLESS = {
    frozenset({"AchievementCredential", "OpenBadgeCredential"}),
    frozenset({"id", "uid"}),
    frozenset({"tag", "tags"}),
    frozenset({"hosted", "HostedBadge"}),
    frozenset({"signed", "SignedBadge"}),
    frozenset({"Issuer", "IssuerOrg"}),
    frozenset({"revoked", "revokedAssertions"}),
    frozenset({"verify", "verification"}),
    frozenset({"dc", "dct"}),
}
"""Two types that are read alike, two short names of one dictionary; the others are of contexts
of Open Badges 1 and 2, which cannot stand beside those of a credential."""


def test_every_second_name_of_the_shipped_contexts_is_known():
    names = {}
    for url in contexts.ids():
        for edition in contexts.editions([url]):
            for name, address in _terms(contexts.load(url, edition=edition)["@context"], {}):
                names.setdefault(address, set()).add(name)
    found = {frozenset(pair) for same in names.values() for pair in combinations(sorted(same), 2)}

    assert {pair for pair in found if not pair & SECOND_NAMES} == HARMLESS
    assert {name for pair in found for name in pair} >= SECOND_NAMES


def _terms(context, prefixes):
    """Every term of a context and of those inside it, with its whole address."""
    for table in context if isinstance(context, list) else [context]:
        if not isinstance(table, dict):
            continue
        told = {
            name: rule["@id"] if isinstance(rule, dict) else rule
            for name, rule in table.items()
            if not name.startswith("@")
            and isinstance(rule.get("@id") if isinstance(rule, dict) else rule, str)
        }
        known = prefixes | told
        yield from ((name, _whole(address, known)) for name, address in told.items())
        for rule in table.values():
            if isinstance(rule, dict) and "@context" in rule:
                yield from _terms(rule["@context"], known)


def _whole(address, known):
    short, _, rest = address.partition(":")
    is_short = short in known and not rest.startswith("//")
    return _whole(known[short] + rest, known) if is_short else address


def test_as_many_objects_as_a_schooling_has_and_no_more():
    def one(number):
        return {"type": ["Alignment"], "targetUrl": f"https://a.example/{number}"}

    fits = MAX_OBJECTS - 5
    assert expand_to_quads(with_achievement(alignment=[one(n) for n in range(fits)]))
    with pytest.raises(CanonicalizationRefused):
        expand_to_quads(with_achievement(alignment=[one(n) for n in range(fits + 1)]))


def deep(levels):
    inner = {}
    for _ in range(levels - 1):
        inner = {"related": inner}
    return {"@context": [VC2], **inner}


def test_so_many_members_within_members_and_no_more():
    check_form(deep(MAX_DEPTH + 1))
    with pytest.raises(CanonicalizationRefused):
        check_form(deep(MAX_DEPTH + 2))


def test_twins_with_twin_children_are_refused_before_they_cost_anything():
    def twin():
        children = [{"type": ["Related"], "version": "1"} for _ in range(12)]
        return {"type": ["Achievement"], "name": "x", "related": children}

    with pytest.raises(CanonicalizationRefused):
        canonical_hash_input(with_achievement(related=[twin(), twin()]))


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
