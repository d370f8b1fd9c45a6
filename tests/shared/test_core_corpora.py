"""Keys, proofs, tokens and forms on the public cases, where they are there."""

import copy
import json

import pytest

from shared import strict_json
from shared.canonical.jcs import jcs
from shared.canonical.jsonld import expand_to_quads
from shared.dids import resolve
from shared.dids.methods import find_method, key_of
from shared.errors import (
    BadgeError,
    ContextUnknown,
    HostedDiffers,
    HostedNotChecked,
    KeyInvalid,
    UncoveredText,
    Unreadable,
)
from shared.issuer_keys import Bond, Issuer, key_named_by_header, key_named_by_proof
from shared.keys import PublicKey
from shared.parsing import parse
from shared.proofs import data_integrity, jws, ob2_hosted, ob2_jws, vc_jwt
from shared.tokens import token_of
from tests.shared.hosts import NOON, Hosts

DATA_INTEGRITY = ("eddsa", "ecdsa-rdfc", "ecdsa-jcs", "Ed25519Signature2020")
SIGNED_RIGHT = {"valid", "expired", "revoked", "expired+revoked", "status-unknown", "not-yet-valid"}
HOSTED = ("ob2-hosted", "ob1-hosted")
ADVICE_ONLY = {
    "1edtech-ob20-assertion-with-data-image",
    "1edtech-ob20-assertion-with-extension-node-invalid",
}
"""Complaints about a picture or an extension: advice, and no forgery."""
SIGNED_FOR_NOTHING = {"derived-ob3-issuer-not-signer", "derived-ob3-purpose-authentication"}
"""The mathematics holds: by another's key, or for another purpose."""
UNKNOWN_BESIDE_GOOD = "1edtech-ob30-simple-multiple-proofs"
"""1EdTech wants it called invalid; an unknown proof beside a good one is a warning here."""


@pytest.fixture(scope="module")
def cases(corpora):
    folder = corpora / "conformance"
    found = json.loads((folder / "manifest.json").read_text("utf-8"))["cases"]

    def of(*kinds):
        chosen = [case for case in found if case["kind"].startswith(kinds)]
        assert chosen, kinds
        return chosen

    return of


@pytest.fixture(scope="module")
def text(corpora):
    return lambda name: (corpora / "conformance" / name).read_text("utf-8")


def patched(document, operations):
    """A document after JSON Patch-like operations: add, replace, remove."""
    document = copy.deepcopy(document)
    for step in operations or []:
        *before, last = [
            key.replace("~1", "/").replace("~0", "~") for key in step["path"].lstrip("/").split("/")
        ]
        at = document
        for key in before:
            at = at[int(key)] if isinstance(at, list) else at[key]
        if step["op"] == "remove":
            at.pop(int(last) if isinstance(at, list) else last)
        elif isinstance(at, list) and step["op"] == "add":
            at.insert(len(at) if last == "-" else int(last), step["value"])
        else:
            at[int(last) if isinstance(at, list) else last] = step["value"]
    return document


def published(case, text):
    """The small internet of a case: its documents, and the document of each DID."""
    inputs = case["inputs"]
    documents = {url: text(name).encode() for url, name in json_of(inputs.get("documents")).items()}
    names = inputs.get("did_documents") or {}
    for name in names.values() if isinstance(names, dict) else names:
        did = json.loads(text(name))
        host, *path = did["id"].split(":")[2:]
        documents[f"https://{host}/" + "/".join([*(path or [".well-known"]), "did.json"])] = did
    return Hosts(documents)


def json_of(documents):
    return {url: name for url, name in (documents or {}).items() if not name.endswith(".png")}


def how_each_proof_ends(document, hosts):
    """(whether every proof holds and nothing speaks against its key, whether one is proven)."""
    proofs = document.get("proof") or []
    proofs = proofs if isinstance(proofs, list) else [proofs]
    who = document.get("issuer")
    who = who.get("id") if isinstance(who, dict) else who
    bonds = []
    for proof in proofs:
        data_integrity.check_form(proof, purpose="assertionMethod", now=NOON)
        issuer = Issuer(id=str(who), fetch=hosts, now=NOON)
        named = key_named_by_proof(proof["verificationMethod"], issuer)
        assert named.key is not None
        data_integrity.verify(document, proof, named.key, proofs=proofs)
        bonds.append(named.bond)
    return bool(proofs) and Bond.NOT_ISSUERS not in bonds, Bond.ISSUERS in bonds


def test_every_embedded_proof_ends_as_published(cases, text):
    wrong = []
    for case in cases(*DATA_INTEGRITY):
        if not case["file"].endswith(".json") or case["id"] == UNKNOWN_BESIDE_GOOD:
            continue
        try:
            document = patched(strict_json.loads(text(case["file"])), case.get("mutate"))
            holds, bound = how_each_proof_ends(document, published(case, text))
        except (BadgeError, AssertionError):
            holds, bound = False, False
        right = (case.get("expect_signature") or case["expect"]) in SIGNED_RIGHT
        right = right and case["id"] not in SIGNED_FOR_NOTHING
        nobody = case.get("issuer_bound") is False or case.get("expect_strict")
        if case.get("expect_signature") == "unresolvable":
            nobody = True  # a key spelled in the fragment does the mathematics all the same
        elif holds != right:
            wrong.append((case["id"], "proof"))
        if bound and nobody:
            wrong.append((case["id"], "issuer"))
    assert not wrong, wrong


def key_of_token(case, compact, text):
    """The key of a case that brings it along, else the one its issuer publishes."""
    if "public_key_jwk" in case["inputs"]:
        return PublicKey.from_jwk(json.loads(text(case["inputs"]["public_key_jwk"]))), None
    who = vc_jwt.credential_of(compact)["issuer"]
    issuer = Issuer(id=who["id"] if isinstance(who, dict) else who, fetch=Hosts(), now=NOON)
    named = key_named_by_header(compact.header, issuer)
    return named.key, named.bond


def test_every_token_ends_as_published(cases, text):
    wrong = []
    for case in cases("vc-jwt"):
        try:
            compact = jws.read_compact(text(case["file"]).strip())
            jws.check_header(compact)
            key, bond = key_of_token(case, compact, text)
            jws.verify(compact, key)
            good = bond in (None, Bond.ISSUERS)
        except BadgeError:
            good = False
        if good != (case["expect"] in SIGNED_RIGHT):
            wrong.append(case["id"])
    assert not wrong, wrong


def test_every_did_key_ends_as_published(cases, text):
    for case in cases("did-key"):
        did = case["inputs"]["did"]
        if case["expect"] == "error":
            with pytest.raises(KeyInvalid):
                resolve(did, fetch=Hosts())
            continue
        known = json.loads(text(case["file"]))[did]
        pair = known.get("verificationKeyPair") or known["verificationMethod"]
        pair = {name: value for name, value in pair.items() if not name.startswith("private")}
        document = resolve(did, fetch=Hosts())

        assert find_method(document, did, purpose="assertionMethod").key == key_of(pair), case["id"]


def test_every_canonical_text_is_the_published_one(cases, text):
    for case in cases("jcs"):
        wanted = text(case["inputs"]["expected"]).encode()

        assert jcs(json.loads(text(case["file"]))) == wanted.rstrip(b"\n"), case["id"]


def filled(document, name):
    """A credential of the W3C test suite: its issuer and dates are put in by the one who signs."""
    words = json.dumps(document)
    words = words.replace("PAST DATE", "2026-01-01T00:00:00Z")
    document = json.loads(words.replace("FUTURE DATE", "2027-01-01T00:00:00Z"))
    if "VerifiablePresentation" in document.get("type", []) or "no-issuer" in name:
        return document
    issuer = document.setdefault("issuer", "did:web:issuer.example")
    if isinstance(issuer, dict):
        issuer.setdefault("id", "did:web:issuer.example")
    return document


def test_every_form_is_taken_or_refused_as_published(cases, text):
    wrong = []
    for case in cases("vcdm2-shape"):
        document = filled(json.loads(text(case["file"])), case["id"])
        answer = "accept"
        try:
            parse(token_of(json.dumps(document), container="text"))
            if case["expect"] == "reject":  # what a reader takes, a signature must cover
                expand_to_quads(document)
        except (Unreadable, UncoveredText, ContextUnknown):
            answer = "reject"
        if answer != case["expect"]:
            wrong.append((case["id"], answer))
    assert not wrong, wrong


def test_every_hosted_badge_ends_as_published(cases, text):
    wrong = []
    for case in cases(*HOSTED):
        try:
            credential = parse(token_of(text(case["file"]), container="text"))
            hosts = published(case, text)
            if credential.hosted_at and credential.hosted_at not in case["inputs"]["documents"]:
                hosts = hosts.but({credential.hosted_at: text(case["file"])})
            ob2_hosted.confirm(credential, fetch=hosts)
            good = True
        except (Unreadable, HostedDiffers, HostedNotChecked):
            good = False
        if good != (case["expect"] != "invalid" or case["id"] in ADVICE_ONLY):
            wrong.append((case["id"], good))
    assert not wrong, wrong


def test_every_signed_badge_of_version_2_ends_as_published(cases, text):
    for case in cases("ob2-signed"):
        credential = parse(token_of(text(case["file"]), container="text"))
        named = ob2_jws.named_key(credential, fetch=published(case, text))

        assert named.bond is Bond.ISSUERS, case["id"]
        try:
            compact = jws.read_compact(credential.jws)
            jws.check_header(compact)
            jws.verify(compact, named.key)
            signature = "valid"
        except BadgeError:
            signature = "invalid"
        assert signature == case["expect_signature"], case["id"]


def test_badges_of_version_0_5_are_read(cases, text):
    for case in cases("ob05-hosted"):
        credential = parse(token_of(text(case["file"]), container="text"))

        assert (credential.open_badges, credential.issuer.id) == ("0.5", "http://oldstyle.com")
