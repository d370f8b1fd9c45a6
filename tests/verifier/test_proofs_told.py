"""Every proof is reported, with what it came to and how the text was read for it."""

import json

import pytest

from tests.shared.hosts import Hosts
from tests.shared.signers import did_key, method_of, secured, token
from tests.verifier.cases import JCS, OURS, RDFC, THEIRS, a_badge, circumstances, judged, signed
from tests.verifier.test_report import told
from verifier.conclusion import MAX_METHOD
from verifier.verdict import Outcome
from verifier.verify import judge
from verifier.wording import in_words

PASSED, FAILED, NOT_CHECKED = Outcome.PASSED, Outcome.FAILED, Outcome.NOT_CHECKED
WEB = "did:web:missionlocale.example"
UNKNOWN = {
    "type": "DataIntegrityProof",
    "cryptosuite": "bbs-2023",
    "proofPurpose": "assertionMethod",
    "verificationMethod": method_of(OURS),
    "proofValue": "u0000",
}


def proof_of(suite, *, of=None):
    return secured(of or a_badge(), OURS, suite)["proof"]


def with_proofs(*proofs):
    return {**a_badge(), "proof": list(proofs)}


def endings(document):
    return [(one.suite, one.outcome, one.code) for one in judged(document).proofs]


def test_each_proof_of_a_set_is_told_in_its_order():
    document = with_proofs(proof_of(RDFC), UNKNOWN, proof_of(JCS))

    assert endings(document) == [
        (RDFC, PASSED, "proof.holds"),
        ("bbs-2023", NOT_CHECKED, "proof.unsupported"),
        (JCS, PASSED, "proof.holds"),
    ]


def test_after_a_false_one_the_others_are_left_out_and_it_is_said():
    document = with_proofs(proof_of(JCS, of=a_badge(name="Autre")), proof_of(RDFC))

    assert endings(document) == [
        (JCS, FAILED, "proof.invalid"),
        (RDFC, NOT_CHECKED, "proof.left-out"),
    ]


def test_how_the_text_was_read_is_told_where_signers_differ():
    by_suite = {one.suite: one for one in judged(with_proofs(proof_of(RDFC), proof_of(JCS))).proofs}

    assert by_suite[RDFC].facts["canonicalization"] == "list"
    assert by_suite[RDFC].facts["contexts"] == "current"
    assert "canonicalization" not in by_suite[JCS].facts


def test_the_key_and_what_ties_it_to_the_issuer_are_told():
    (proof,) = judged(signed(suite=RDFC)).proofs

    assert (proof.method, proof.bond) == (method_of(OURS), "issuers")


def test_a_refused_badge_names_no_key():
    (proof,) = judged({**signed(suite=JCS), "name": "Autre"}).proofs

    assert (proof.outcome, proof.method) == (FAILED, None)


@pytest.mark.parametrize(
    ("received", "proofs"),
    [
        (a_badge(), []),
        (token(a_badge(), OURS), [("EdDSA", "passed", "proof.holds")]),
        (
            {**signed(suite=JCS), "issuer": {"id": did_key(THEIRS), "type": ["Profile"]}},
            [(JCS, "failed", "proof.invalid")],
        ),
    ],
    ids=["nobody signed", "a token", "another issuer"],
)
def test_programs_get_them_in_json(received, proofs):
    body = received.encode() if isinstance(received, str) else json.dumps(received).encode()

    report = told(body)

    assert [(one["suite"], one["outcome"], one["code"]) for one in report["proofs"]] == proofs


def test_specialists_read_how_each_ended():
    body = json.dumps(with_proofs(proof_of(RDFC), UNKNOWN)).encode()

    page = in_words(judge(body, circumstances(fetch=Hosts())), "fr")

    lines = [one.value for one in page.specialist if one.label == "Signature"]
    assert lines == [
        f"{RDFC} – Le fichier est intact.",
        "bbs-2023 – Nous ne savons pas lire cette signature.",
    ]


@pytest.mark.parametrize(("letters", "ending"), [(MAX_METHOD, "kkk"), (MAX_METHOD + 1, "kk…")])
def test_the_address_of_a_key_is_cut(letters, ending):
    method = f"{WEB}#".ljust(letters, "k")
    issuer = {"id": WEB, "type": ["Profile"]}

    (proof,) = judged(secured(a_badge(issuer=issuer), OURS, JCS, verificationMethod=method)).proofs

    assert (len(proof.method), proof.method[-3:]) == (MAX_METHOD, ending)
