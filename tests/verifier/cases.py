"""Badges signed here, and a stand-in for the network of trust: what the checks are asked about."""

import json
from datetime import UTC, datetime

from shared.fetching import Fetched
from shared.status.bitstring import StatusList, list_credential
from tests.shared import linked_badges
from tests.shared.hosts import Hosts
from tests.shared.signers import did_key, ed25519, secured
from trust_registry.catalogue import seed
from trust_registry.index import Answer, Membership, Partner
from verifier.circumstances import Circumstances
from verifier.verify import judge

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
JCS = "eddsa-jcs-2022"
RDFC = "eddsa-rdfc-2022"
OURS, THEIRS, HOLDER = ed25519(7), ed25519(8), ed25519(9)
LISTS = "https://listes.example/1"


def a_badge(signer=OURS, **more):
    """An unsigned badge of the issuer whose key this is; ``None`` takes a member away."""
    issuer = {"id": did_key(signer), "type": ["Profile"], "name": "Mission locale"}
    document = linked_badges.a_badge(**{"issuer": issuer, **more})
    return {name: value for name, value in document.items() if value is not None}


def signed(signer=OURS, *, suite=JCS, by=None, **more):
    """A badge of ``signer``, signed by it or by another."""
    return secured(a_badge(signer, **more), by or signer, suite)


def with_subject(**more):
    return {**a_badge()["credentialSubject"], **more}


def tampered(document):
    return {**document, "name": "Ingénieur"}


def circumstances(internet=None, **more):
    known = {"now": NOW, "fetch": Hosts(internet)}
    return Circumstances(**(known | more))


def judged(document, internet=None, **more):
    """The verdict on a document, in an internet, on the one day."""
    received = document if isinstance(document, bytes) else as_bytes(document)
    return judge(received, circumstances(internet, **more)).verdict


def found(verdict, check):
    """How one check ended: its outcome, its code, its reasons."""
    finding = next(one for one in verdict.findings if one.check == check)
    return finding.outcome, finding.code, finding.reasons


def as_bytes(document):
    return (document if isinstance(document, str) else json.dumps(document)).encode()


def entry(index=5, purpose="revocation", url=LISTS):
    return {
        "id": f"{url}#{index}",
        "type": "BitstringStatusListEntry",
        "statusPurpose": purpose,
        "statusListIndex": str(index),
        "statusListCredential": url,
    }


def a_list(*indexes, by=OURS, issuer=None, purpose="revocation", bits=131_072, url=LISTS):
    """A status list, signed."""
    marks = StatusList(bits)
    for index in indexes:
        marks.set(index)
    document = list_credential(
        url=url,
        issuer=issuer or did_key(by),
        purpose=purpose,
        bits=marks,
        valid_from=datetime(2026, 11, 1, tzinfo=UTC),
        valid_until=None,
    )
    return secured(document, by, JCS)


class Network:
    """A stand-in for the published list: it answers what it was told to."""

    name, partners, listed_at = "Réseau", 3, datetime(2026, 11, 20, tzinfo=UTC)
    alarm = None

    def __init__(
        self, answer=Answer.YES, code="registry.member", *, alike=None, lists=None, keys=None
    ):
        self.answer, self.code, self.alike = answer, code, alike
        self.lists, self.keys = lists or {}, keys or {}
        self.is_fresh = True

    def fresh(self, now):
        return self.is_fresh

    def membership(self, issuer_id, **asked):
        return Membership(answer=self.answer, code=self.code, facts={"partner": "Mission locale"})

    def catalogue(self):
        return seed()

    def partner(self, issuer_id):
        known = self.answer is not Answer.UNKNOWN
        return a_partner(issuer_id, "Mission locale de l’Ornaize") if known else None

    def recognisers(self, issuer_id, achievement_id, *, on):
        return (a_partner("did:web:reseau.example:fablab", "Fablab", kind="association"),)

    def look_alike(self, issuer_id, name):
        return a_partner("did:web:reseau.example:vraie", self.alike) if self.alike else None

    def did_document(self, did):
        return self.keys.get(did)

    def document(self, url):
        if url not in self.lists:
            return None
        body = as_bytes(self.lists[url])
        return Fetched(
            url=url,
            body=body,
            content_type="",
            fetched_at=self.listed_at,
            location=url,
            asked=(url,),
        )


def a_partner(identifier, name, kind="insertion"):
    return Partner(
        id=identifier,
        slug="partenaire",
        name=name,
        kind=kind,
        contact=None,
        url=None,
        assurance="self-signed",
        since=None,
        until=None,
    )


def a_document(did, *signers):
    """The DID document of somebody who lists these keys."""
    methods = [
        {
            "id": f"{did}#k{number}",
            "type": "Multikey",
            "controller": did,
            "publicKeyMultibase": signer.public.multibase,
        }
        for number, signer in enumerate(signers, 1)
    ]
    return {
        "id": did,
        "verificationMethod": methods,
        "assertionMethod": [one["id"] for one in methods],
        "authentication": [one["id"] for one in methods],
    }


def presented(*credentials, holder=HOLDER, by=None, **more):
    """A presentation, signed by the holder or by another; ``proof=None``: by nobody."""
    document = {
        "@context": [linked_badges.VC2],
        "type": ["VerifiablePresentation"],
        "holder": did_key(holder),
        "verifiableCredential": list(credentials),
    }
    if more.get("proof", "") is None:
        return document
    asked = {"proofPurpose": "authentication", **more}
    return secured(document, by or holder, JCS, **asked)
