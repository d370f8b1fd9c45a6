"""
The keys of a partner as a DID document, so that any standard verifier can check its badges.

Everything in it comes from the partner's signed entry.  A key that has ended stays, with
its ``expires``: what it signed before stays good.  One that was stolen says ``revoked``.

Sources: W3C Controlled Identifiers 1.0 §"Verification Methods"; DID Core 1.0; did:web.
"""

from collections.abc import Iterable

from shared.model import Json
from shared.times import instant_text
from trust_registry.entries import Awarder, EndReason, Entry
from trust_registry.model import Member

CONTEXTS = ("https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1")
PUBLICATION = "publication"
"""Fragment of the key that signs an entry and its recognitions; it never awards."""


def publication_method(did: str) -> str:
    """The address under which a partner's publication key is found."""
    return f"{did}#{PUBLICATION}"


def did_documents(member: Member, entry: Entry) -> dict[str, Json]:
    """
    Give the documents of a member, by DID: one for each identifier that lists awarders.

    Keys under an identifier that is not the member's own are left out.
    """
    listed: dict[str, list[Awarder]] = {}
    for awarder in entry.awarders:
        did = awarder.id.partition("#")[0]
        if did in member.ids:
            listed.setdefault(did, []).append(awarder)
    return {did: did_document(did, entry) for did in listed}


def did_document(did: str, entry: Entry) -> Json:
    """The document of one identifier of a partner, its publication key included."""
    methods = [
        _method(lines, did)
        for lines in _by_address(one for one in entry.awarders if one.id.startswith(f"{did}#"))
    ]
    if entry.publication_key is not None:
        methods.append(
            {
                "id": publication_method(did),
                "type": "Multikey",
                "controller": did,
                "publicKeyMultibase": entry.publication_key,
            }
        )
    return {
        "@context": list(CONTEXTS),
        "id": did,
        "verificationMethod": methods,
        "assertionMethod": [method["id"] for method in methods],
    }


def _by_address(awarders: Iterable[Awarder]) -> list[list[Awarder]]:
    """The lines that speak of each key, in the order of the entry."""
    found: dict[str, list[Awarder]] = {}
    for awarder in awarders:
        found.setdefault(awarder.id, []).append(awarder)
    return list(found.values())


def _method(lines: list[Awarder], did: str) -> Json:
    """One key; it ends when the last of its lines does, and is stolen when one says so."""
    method: Json = {
        "id": lines[0].id,
        "type": "Multikey",
        "controller": did,
        "publicKeyMultibase": lines[0].key,
    }
    stolen = [one.until for one in lines if one.reason is EndReason.COMPROMISED and one.until]
    ends = [one.until for one in lines if one.until]
    if stolen:
        method["revoked"] = instant_text(min(stolen))
    elif len(ends) == len(lines):
        method["expires"] = instant_text(max(ends))
    return method
