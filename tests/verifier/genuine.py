"""Genuine badges of each form, and the rule by which a changed one may still be good news."""

import json
from dataclasses import fields, is_dataclass

from shared import contexts, strict_json
from shared.canonical.jcs import jcs
from shared.canonical.jsonld import canonical_forms
from shared.errors import BadgeError
from shared.model import TokenKind
from shared.parsing.addresses import same_address
from shared.proofs import data_integrity
from shared.proofs.suites import suite_of
from shared.reading import read
from verifier.verdict import Level

GOOD = (Level.AUTHENTIC, Level.TRUSTED)
FILES = {
    "a picture made of points": "amina-ordinateur.png",
    "a drawing": "amina-messagerie.svg",
    "json signed by its meaning": "ousmane-navigation.json",
    "a compact token": "jean-marc-fichiers.jwt",
}
FORMS = (*FILES, "json signed by its letters", "a page at its host")
OF_A_PROFESSIONAL, HOSTED = "zoe-outils.png", "marie-therese-texte.png"
LETTERS = ("token", "document", "proofs", "notes", "hosted_at", "entry")
"""What a credential keeps of the letters that it came in: the signed bytes answer for them."""


def six(region):
    """The bytes of six genuine badges, by form; each is TRUSTED as it stands."""
    found = {form: region.badge(file).content for form, file in FILES.items()}
    found["json signed by its letters"] = by_its_letters(region)
    found["a page at its host"] = hosted_page(region)
    return found


def by_its_letters(region):
    """A badge of the network, signed again with ``eddsa-jcs-2022`` by the key that awarded it."""
    document = strict_json.load_object(read(region.badge(OF_A_PROFESSIONAL).content).text)
    proof = document["proof"]
    (signer,) = (one for one in region.professionals if one.method == proof["verificationMethod"])
    signed = data_integrity.sign(
        document, key=signer.key, method=signer.method, created=region.at, suite="eddsa-jcs-2022"
    )
    return json.dumps(signed, ensure_ascii=False, separators=(",", ":")).encode()


def hosted_page(region):
    """What a host answers at the address of an Open Badges 2 badge, as a person may save it."""
    pages = json.loads(region.bundle.read_bytes())["http"]
    return pages[read(region.badge(HOSTED).content).text]["body"].encode()


def says_the_same(before, after):
    """
    Whether a judgement in good news speaks of the very badge it was before the change.

    Three ways only: the text of the badge was not touched (points of a picture, the drawing
    around); the host's own copy is what is shown, whatever was received; or the canonical
    bytes that were signed are equal, so is every proof, and so is all that people read.
    """
    if before.token.text == after.token.text:
        return True
    old, new = before.verdict.credential, after.verdict.credential
    if old is None or new is None or read_by_people(old) != read_by_people(new):
        return False
    if old.hosted_at is not None:
        return old.document == new.document and same_address(old.hosted_at, new.hosted_at)
    return before.token.kind is after.token.kind is TokenKind.JSON and (
        signed_bytes(old.document) == signed_bytes(new.document)
    )


def read_by_people(credential):
    """All of a credential but its letters; the order and the repeats of a list say nothing."""
    return _plain(credential)


def _plain(value):
    if is_dataclass(value):
        names = [one.name for one in fields(value) if one.name not in LETTERS]
        return type(value).__name__, tuple(_plain(getattr(value, name)) for name in names)
    if isinstance(value, tuple):
        return frozenset(_plain(one) for one in value)
    return jcs(value) if isinstance(value, dict) else value


def signed_bytes(document):
    """What each proof of a document signs, with the signature; in no order."""
    unsecured = {name: value for name, value in document.items() if name != "proof"}
    proofs = document.get("proof", [])
    found = set()
    for proof in proofs if isinstance(proofs, list) else [proofs]:
        suite = suite_of(proof)
        options = {name: value for name, value in proof.items() if name != suite.member}
        if suite.uses_json_ld:
            options["@context"] = unsecured["@context"]
            texts = next(canonical_forms((options, unsecured))).texts
        else:
            texts = (jcs(options), jcs(_under_the_contexts_of(proof, unsecured)))
        found.add((*texts, proof[suite.member]))
    return frozenset(found)


def _under_the_contexts_of(proof, unsecured):
    """
    What ``eddsa-jcs-2022`` signs (§3.3.2): the contexts of the proof, not those that follow.

    They decide nothing here, where no JSON-LD is made of it; but only shipped ones may follow.
    """
    theirs = unsecured["@context"]
    signed = proof.get("@context", theirs)
    added = [] if theirs == signed else theirs[len(signed) :]
    assert all(contexts.known(one) for one in added)
    return {**unsecured, "@context": signed}


def is_false_good(before, after):
    """Whether a changed badge is good news that the badge it was made from does not give."""
    if after.verdict.level not in GOOD:
        return False
    try:
        return not says_the_same(before, after)
    except (BadgeError, KeyError, TypeError):
        return True
