"""JSON-LD on the public and the hostile corpora, where they are there."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from shared.canonical.jsonld import canonical_forms
from shared.errors import CanonicalizationRefused, ContextUnknown, UncoveredText

SHARED = Path(__file__).parents[3] / "shared"
CORPUS = SHARED / "conformance"
GENUINE = {"valid", "revoked", "expired", "expired+revoked", "status-unknown", "not-yet-valid"}


def published(chosen):
    """The cases signed over JSON-LD that ``chosen`` takes; none without the corpus."""
    manifest = CORPUS / "manifest.json"
    if not manifest.exists():
        return []
    linked = ("-rdfc-", "Ed25519Signature2020", "status", "eddsa-2022")
    return [
        pytest.param(case, id=case["id"])
        for case in json.loads(manifest.read_text("utf-8"))["cases"]
        if any(kind in case["kind"] for kind in linked)
        and case["file"].endswith(".json")
        and not case.get("mutate")
        and chosen(case)
    ]


def is_genuine(case):
    return case["expect"] in GENUINE


def has_intermediate_texts(case):
    inner = case["inputs"].get("intermediate", {})
    return {"canon_document", "canon_proof_options"} <= inner.keys()


def is_breaker(case):
    return case["id"] == "dcc-core-safeModeBreaker"


def forms_of(document):
    """The forms of a document and of its proofs, as a verifier asks for them."""
    unsecured = {name: member for name, member in document.items() if name != "proof"}
    proofs = document.get("proof", [])
    if not proofs:
        yield next(canonical_forms((unsecured,))).texts
    for proof in proofs if isinstance(proofs, list) else [proofs]:
        options = {name: member for name, member in proof.items() if name != "proofValue"}
        read_as = {**options, "@context": document["@context"]}
        yield next(canonical_forms((read_as, unsecured))).texts


@pytest.mark.parametrize("case", published(is_genuine))
def test_every_genuine_credential_passes(case):
    document = json.loads((CORPUS / case["file"]).read_text("utf-8"))

    assert list(forms_of(document))


@pytest.mark.parametrize("case", published(has_intermediate_texts))
def test_intermediate_texts_are_those_of_the_standard(case):
    inner = case["inputs"]["intermediate"]
    document = json.loads((CORPUS / case["file"]).read_text("utf-8"))

    options, body = next(forms_of(document))

    assert body == (CORPUS / inner["canon_document"]).read_text("utf-8")
    assert options == (CORPUS / inner["canon_proof_options"]).read_text("utf-8")


@pytest.mark.parametrize("case", published(is_breaker))
def test_the_credential_made_to_break_readers_is_caught(case):
    document = json.loads((CORPUS / case["file"]).read_text("utf-8"))

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
