"""Data Integrity: a proof holds for the very text, key and purpose it was made for."""

import copy
import json
from datetime import timedelta

import pytest

from shared.errors import (
    BadgeError,
    ContextUnknown,
    ProofExpired,
    ProofInvalid,
    ProofMalformed,
    ProofPurposeWrong,
    ProofUnsupported,
    UncoveredText,
)
from shared.multibase import BASE58, base58_decode, multibase_encode
from shared.proofs import data_integrity
from shared.proofs.suites import SUITES, suite_name, suite_of
from shared.times import parse_instant
from tests.shared.linked_badges import OB3, VC2, a_badge
from tests.shared.signers import (
    b64u,
    detached,
    ed25519,
    options_of,
    p256,
    p384,
    proof_over,
    rsa_key,
    secured,
)

ED2020 = "https://w3id.org/security/suites/ed25519-2020/v1"
ED2018 = "https://w3id.org/security/suites/ed25519-2018/v1"
BY_SUITE = [
    ("eddsa-rdfc-2022", ed25519),
    ("eddsa-2022", ed25519),
    ("eddsa-jcs-2022", ed25519),
    ("ecdsa-rdfc-2019", p256),
    ("ecdsa-rdfc-2019", p384),
    ("ecdsa-jcs-2019", p256),
    ("ecdsa-jcs-2019", p384),
    ("Ed25519Signature2020", ed25519),
    ("Ed25519Signature2018", ed25519),
]
PURPOSE = "assertionMethod"


@pytest.fixture(params=BY_SUITE, ids=lambda pair: f"{pair[0]} {pair[1].__name__}")
def pair(request):
    suite, make = request.param
    return suite, make()


def a_document(suite):
    """A badge whose contexts define the terms of that suite's proof."""
    more = {"Ed25519Signature2020": [ED2020], "Ed25519Signature2018": [ED2018]}.get(suite, [])
    return a_badge(**{"@context": [VC2, OB3, *more]})


def holds(document, key, today):
    proofs = document["proof"] if isinstance(document["proof"], list) else [document["proof"]]
    for proof in proofs:
        data_integrity.check_form(proof, purpose=PURPOSE, now=today)
        data_integrity.verify(document, proof, key, proofs=proofs)
    return True


def every_change(value, path=()):
    """The document with one member changed or taken away, at each place of it."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name in ("@context", "proof"):
                continue
            yield (*path, name), {other: v for other, v in value.items() if other != name}
            for place, changed in every_change(inner, (*path, name)):
                yield place, {**value, name: changed}
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            for place, changed in every_change(inner, (*path, number)):
                yield place, [*value[:number], changed, *value[number + 1 :]]
    elif isinstance(value, str):
        yield path, value.replace("2026", "2027") if "2026-" in value else value + "x"


class TestEverySuite:
    def test_what_was_signed_holds(self, pair, today):
        suite, signer = pair

        assert holds(secured(a_document(suite), signer, suite), signer.public, today)

    def test_the_order_of_members_is_no_change(self, pair, today):
        suite, signer = pair
        document = secured(a_document(suite), signer, suite)

        turned = json.loads(json.dumps(document, sort_keys=True, indent=3))

        assert holds(turned, signer.public, today)

    def test_no_signed_member_may_change(self, pair, today):
        suite, signer = pair
        document = secured(a_document(suite), signer, suite)

        changes = list(every_change(document))

        assert len(changes) > 20
        for place, changed in changes:
            with pytest.raises(BadgeError):
                assert holds(changed, signer.public, today), place

    def test_no_option_of_the_proof_may_change(self, pair, today):
        suite, signer = pair
        document = secured(a_document(suite), signer, suite)

        for name, value in {
            "created": "2026-02-01T10:00:01Z",
            "verificationMethod": document["proof"]["verificationMethod"] + "x",
            "expires": "2030-01-01T00:00:00Z",
            "challenge": "42",
            "domain": "verificateur.example",
        }.items():
            with pytest.raises(BadgeError):
                holds(
                    {**document, "proof": {**document["proof"], name: value}}, signer.public, today
                )

    def test_no_letter_of_the_signature_may_change(self, pair, today):
        suite, signer = pair
        document = secured(a_document(suite), signer, suite)
        member = SUITES[suite].member
        value = document["proof"][member]
        letters = BASE58 if member == "proofValue" else BASE58 + "-_"

        step = 7 if SUITES[suite].uses_json_ld else 1  # each try of JSON-LD makes the text again
        for place in range(0, len(value), step):
            other = letters[(letters.find(value[place]) + 1) % len(letters)]
            changed = value[:place] + other + value[place + 1 :]
            proof = {**document["proof"], member: changed}
            with pytest.raises(ProofInvalid):
                data_integrity.verify(document, proof, signer.public)

    @pytest.mark.parametrize(
        "another", [lambda: ed25519(8), lambda: p256(12), lambda: p384(14), rsa_key]
    )
    def test_no_other_key_may_have_signed_it(self, pair, another, today):
        suite, signer = pair

        with pytest.raises(ProofInvalid):
            holds(secured(a_document(suite), signer, suite), another().public, today)

    def test_a_relabelled_proof_is_another(self, pair, today):
        suite, signer = pair
        document = secured(a_document(suite), signer, suite)

        for name in set(SUITES) - {suite}:
            proof = {**document["proof"], **options_of(name, signer)}
            with pytest.raises(BadgeError):
                holds({**document, "proof": proof}, signer.public, today)

    def test_an_added_term_is_not_signed(self, pair, today):
        suite, signer = pair
        document = secured(a_document(suite), signer, suite)

        with pytest.raises((UncoveredText, ProofInvalid)):
            holds({**document, "employerNote": "Ingénieur"}, signer.public, today)


@pytest.mark.parametrize("change", [lambda s: s + b"\0", lambda s: s[:-1], lambda s: b"\0" * 64,
                                    lambda s: b"", lambda s: b"\0" + s])  # fmt: skip
@pytest.mark.parametrize(("suite", "make"), BY_SUITE[2:8])
def test_a_signature_of_another_length_is_malformed(suite, make, change):
    document = secured(a_document(suite), make(), suite)
    signature = base58_decode(document["proof"]["proofValue"][1:])

    proof = {**document["proof"], "proofValue": multibase_encode(change(signature))}

    with pytest.raises(ProofInvalid):
        data_integrity.verify(document, proof, make().public)


def test_the_signature_of_one_curve_is_none_of_the_other():
    document = secured(a_badge(), p384(), "ecdsa-jcs-2019")

    with pytest.raises(ProofMalformed):
        data_integrity.verify(document, document["proof"], p256().public)


class TestForm:
    def made(self, **changes):
        proof = {**options_of("eddsa-jcs-2022", ed25519()), "proofValue": "z1", **changes}
        return {name: value for name, value in proof.items() if value is not None}

    @pytest.mark.parametrize(
        "name", ["type", "cryptosuite", "verificationMethod", "proofPurpose", "proofValue"]
    )
    @pytest.mark.parametrize("value", [None, 1, [], {}, True])
    def test_each_part_is_a_text(self, name, value, today):
        with pytest.raises(ProofMalformed):
            data_integrity.check_form(self.made(**{name: value}), purpose=PURPOSE, now=today)

    @pytest.mark.parametrize("name", ["created", "expires"])
    @pytest.mark.parametrize("value", ["demain", 1, "2026-02-30T00:00:00Z", [], ""])
    def test_a_date_that_cannot_be_read_is_no_date(self, name, value, today):
        with pytest.raises(ProofMalformed):
            data_integrity.check_form(self.made(**{name: value}), purpose=PURPOSE, now=today)

    def test_a_proof_for_another_purpose(self, today):
        with pytest.raises(ProofPurposeWrong):
            data_integrity.check_form(
                self.made(proofPurpose="authentication"), purpose=PURPOSE, now=today
            )

    def test_a_proof_ends_at_its_last_instant(self, today):
        proof = self.made(expires="2026-11-22T12:00:00Z")

        data_integrity.check_form(proof, purpose=PURPOSE, now=today)
        with pytest.raises(ProofExpired):
            data_integrity.check_form(proof, purpose=PURPOSE, now=today + timedelta(seconds=1))

    def test_a_clock_may_be_a_little_ahead_and_no_more(self, today):
        proof = self.made(created="2026-11-22T12:05:00Z")

        data_integrity.check_form(proof, purpose=PURPOSE, now=today)
        with pytest.raises(ProofExpired):
            data_integrity.check_form(proof, purpose=PURPOSE, now=today - timedelta(seconds=1))

    @pytest.mark.parametrize(
        "changes",
        [
            {"cryptosuite": "bbs-2023"},
            {"cryptosuite": "ecdsa-sd-2023"},
            {"cryptosuite": "Ed25519Signature2020"},
            {"type": "eddsa-jcs-2022", "cryptosuite": None},
            {"type": "RsaSignature2018", "cryptosuite": None},
        ],
    )
    def test_an_unknown_suite_is_unknown_and_not_false(self, changes, today):
        with pytest.raises(ProofUnsupported):
            data_integrity.check_form(self.made(**changes), purpose=PURPOSE, now=today)

    def test_a_suite_under_two_names_is_malformed(self):
        with pytest.raises(ProofMalformed):
            suite_of({"type": "Ed25519Signature2020", "cryptosuite": "eddsa-jcs-2022"})

    def test_no_name_is_an_empty_name(self):
        assert suite_name({}) == suite_name({"type": 5}) == ""

    @pytest.mark.parametrize("value", ["", "z", "u" + b64u(bytes(64)), "z0OIl", "zé", "Z" * 88])
    def test_what_is_no_base58_is_no_signature(self, value):
        with pytest.raises(ProofMalformed):
            data_integrity.verify(a_badge(), self.made(proofValue=value), ed25519().public)


class TestDetached:
    """Ed25519Signature2018 writes a JWS without its payload, in one form only."""

    def test_its_signature_is_a_jws(self, today):
        document = secured(a_document("Ed25519Signature2018"), ed25519(), "Ed25519Signature2018")
        document["proof"]["proofValue"] = document["proof"].pop("jws")

        with pytest.raises(ProofMalformed):
            holds(document, ed25519().public, today)

    @pytest.mark.parametrize(
        "header",
        [
            {"alg": "EdDSA"},
            {"alg": "none", "b64": False, "crit": ["b64"]},
            {"alg": "EdDSA", "b64": True, "crit": ["b64"]},
            {"alg": "EdDSA", "b64": False, "crit": ["b64"], "kid": "x"},
        ],
    )
    def test_another_header_means_another_thing_even_when_signed(self, header, today):
        document = a_document("Ed25519Signature2018")
        options = options_of("Ed25519Signature2018", ed25519())
        proof = detached(document, ed25519(), options, header=json.dumps(header).encode())

        with pytest.raises(ProofInvalid):
            holds({**document, "proof": proof}, ed25519().public, today)

    @pytest.mark.parametrize("jws", ["", "..", "a..b", "e30..", "e30.e30.e30", "e30..e30..e30"])
    def test_what_is_no_detached_jws(self, jws, today):
        document = secured(a_document("Ed25519Signature2018"), ed25519(), "Ed25519Signature2018")
        document["proof"]["jws"] = jws

        with pytest.raises(ProofInvalid):
            holds(document, ed25519().public, today)


class TestContexts:
    def test_the_contexts_of_a_jcs_proof_begin_those_of_its_document(self, today):
        document = secured(a_badge(), ed25519(), "eddsa-jcs-2022", **{"@context": [VC2, OB3]})

        assert holds(document, ed25519().public, today)

    @pytest.mark.parametrize("context", [[OB3, VC2], [VC2, OB3, ED2020], ED2020, [], [None], 5])
    def test_contexts_that_do_not_are_refused(self, context, today):
        document = secured(a_badge(), ed25519(), "eddsa-jcs-2022", **{"@context": [VC2, OB3]})
        document["proof"]["@context"] = context

        with pytest.raises(BadgeError):
            holds(document, ed25519().public, today)

    @pytest.mark.parametrize(
        "context",
        [{"assertionMethod": "https://mots.example/x"}, "https://contextes.example/v1", 5],
    )
    def test_a_context_that_only_the_proof_brings_is_signed_by_nobody(self, context, today):
        document = secured(a_badge(), ed25519(), "eddsa-rdfc-2022")
        document["proof"]["@context"] = [VC2, context]

        with pytest.raises(UncoveredText):
            holds(document, ed25519().public, today)

    def test_a_proof_may_repeat_the_contexts_that_are_shipped(self, today):
        document = secured(a_badge(), ed25519(), "eddsa-rdfc-2022")
        document["proof"]["@context"] = [VC2, OB3]

        assert holds(document, ed25519().public, today)

    @pytest.mark.parametrize("context", [[OB3, VC2], [VC2], VC2, [], [VC2, ED2020, OB3]])
    def test_a_document_that_begins_otherwise_than_its_proof(self, context, today):
        document = secured(a_badge(), ed25519(), "eddsa-jcs-2022", **{"@context": [VC2, OB3]})

        with pytest.raises(ProofInvalid) as refused:
            holds({**document, "@context": context}, ed25519().public, today)
        assert refused.value.facts["why"] == "context"

    def test_a_context_added_after_signing_is_a_change(self, today):
        document = secured(a_badge(), ed25519(), "eddsa-jcs-2022")
        document["@context"] = [*document["@context"], ED2020]

        with pytest.raises(ProofInvalid):
            holds(document, ed25519().public, today)

    def test_a_shipped_context_may_follow_those_that_a_jcs_proof_signs(self, today):
        document = secured(a_badge(), ed25519(), "eddsa-jcs-2022", **{"@context": [VC2, OB3]})
        document["@context"] = [*document["@context"], ED2020]

        assert holds(document, ed25519().public, today)

    @pytest.mark.parametrize(
        "context",
        [
            pytest.param({"name": "https://mots.example/x"}, id="written out"),
            pytest.param("https://contextes.example/v1", id="not shipped"),
            pytest.param({"name": None}, id="that hides a member"),
        ],
    )
    def test_jcs_context_appended_by_a_stranger(self, context, today):
        document = secured(a_badge(), ed25519(), "eddsa-jcs-2022", **{"@context": [VC2, OB3]})
        document["@context"] = [*document["@context"], context]

        with pytest.raises(UncoveredText) as refused:
            holds(document, ed25519().public, today)
        assert refused.value.facts["path"] == "/@context/2"

    def test_an_unknown_context_is_never_fetched(self, today):
        document = secured(a_badge(), ed25519(), "eddsa-rdfc-2022")
        document["@context"] = [*document["@context"], "https://contextes.example/v1"]

        with pytest.raises(ContextUnknown):
            holds(document, ed25519().public, today)


class TestSets:
    def two(self, document, *, first="eddsa-jcs-2022", second="ecdsa-jcs-2019"):
        return [proof_over(document, ed25519(), first), proof_over(document, p256(), second)]

    def test_each_proof_is_over_the_document_alone(self):
        document = a_badge()
        proofs = self.two(document)

        for proof, signer in zip(proofs, (ed25519(), p256()), strict=True):
            data_integrity.verify(
                {**document, "proof": proofs}, proof, signer.public, proofs=proofs
            )

    def test_a_false_proof_beside_a_good_one_is_still_false(self):
        document = a_badge()
        proofs = self.two(document)
        proofs[1]["proofValue"] = multibase_encode(b"\5" * 64)

        data_integrity.verify({**document, "proof": proofs}, proofs[0], ed25519().public)
        with pytest.raises(ProofInvalid):
            data_integrity.verify({**document, "proof": proofs}, proofs[1], p256().public)


class TestChains:
    """A partner signs, and the hub signs over both: the later proof names the earlier one."""

    def a_chain(self, **more):
        document = a_badge()
        first = proof_over(document, ed25519(), "eddsa-jcs-2022", id="urn:proof:1")
        names = more.pop("previousProof", "urn:proof:1")
        later = proof_over(
            {**document, "proof": [first]}, p256(), "ecdsa-jcs-2019", previousProof=names, **more
        )
        return document, [first, later]

    def verify_later(self, document, proofs):
        return data_integrity.verify(
            {**document, "proof": proofs}, proofs[-1], p256().public, proofs=proofs
        )

    def test_a_later_proof_covers_the_earlier(self):
        self.verify_later(*self.a_chain())

    def test_its_name_may_stand_in_a_list(self):
        self.verify_later(*self.a_chain(previousProof=["urn:proof:1"]))

    def test_the_earlier_proof_may_not_change(self):
        document, proofs = self.a_chain()
        proofs[0] = {**proofs[0], "created": "2026-02-01T10:00:01Z"}

        with pytest.raises(ProofInvalid):
            self.verify_later(document, proofs)

    @pytest.mark.parametrize(
        "named", ["urn:proof:2", 5, {"id": "urn:proof:1"}, [None], [["x"]], ""]
    )
    def test_an_earlier_proof_that_is_not_there(self, named):
        document, proofs = self.a_chain()
        proofs[1] = {**proofs[1], "previousProof": named}

        with pytest.raises(ProofInvalid):
            self.verify_later(document, proofs)

    def test_of_two_proofs_of_one_name_nobody_knows_which(self):
        document, proofs = self.a_chain()

        with pytest.raises(ProofInvalid):
            self.verify_later(document, [proofs[0], copy.deepcopy(proofs[0]), proofs[1]])

    def test_no_proof_comes_before_itself(self):
        document, proofs = self.a_chain(id="urn:proof:2")
        proofs[0] = {**proofs[0], "previousProof": ["urn:x", "urn:proof:2"]}

        with pytest.raises(ProofInvalid) as refused:
            self.verify_later(document, proofs)
        assert refused.value.facts["why"] == "previousProof"

    def test_a_cycle_that_leaves_the_proof_out_ends_too(self):
        document, proofs = self.a_chain()
        proofs[0] = {**proofs[0], "previousProof": "urn:proof:1"}

        with pytest.raises(ProofInvalid):
            self.verify_later(document, proofs)


class TestSigning:
    @pytest.mark.parametrize("suite", data_integrity.SIGNS_WITH)
    def test_what_the_program_signs_it_also_believes(self, suite, today):
        key = ed25519().own
        signed = data_integrity.sign(
            a_badge(), key=key, method=key.method, created=today, suite=suite
        )

        assert holds(signed, key.public, today)
        assert parse_instant(signed["proof"]["created"]) == today

    @pytest.mark.parametrize("suite", data_integrity.SIGNS_WITH)
    def test_it_signs_as_the_standard_says(self, suite, today):
        key = ed25519().own
        signed = data_integrity.sign(
            a_badge(), key=key, method=key.method, created=parse_instant("2026-02-01T10:00:00Z"),
            suite=suite,
        )  # fmt: skip
        more = {"@context": [VC2, OB3]} if "jcs" in suite else {}

        assert signed["proof"] == proof_over(a_badge(), ed25519(), suite, **more)

    def test_a_former_proof_is_replaced_and_the_document_left_alone(self, today):
        key, document = ed25519().own, secured(a_badge(), ed25519(8), "eddsa-jcs-2022")
        before = copy.deepcopy(document)

        signed = data_integrity.sign(document, key=key, method=key.method, created=today)

        assert document == before
        assert holds(signed, key.public, today)

    @pytest.mark.parametrize("suite", ["Ed25519Signature2020", "ecdsa-jcs-2019", "eddsa-2022", ""])
    def test_it_signs_with_no_other_suite(self, suite, today):
        key = ed25519().own
        with pytest.raises(ProofUnsupported):
            data_integrity.sign(a_badge(), key=key, method=key.method, created=today, suite=suite)

    def test_text_that_would_not_be_covered_is_not_signed(self, today):
        key = ed25519().own
        with pytest.raises(UncoveredText):
            data_integrity.sign(
                a_badge(employerNote="x"), key=key, method=key.method, created=today
            )
