"""An issuer of Open Badges 2, its site, and badges as it writes them."""

from tests.shared.signers import pem, rsa_key

OB2 = "https://w3id.org/openbadges/v2"
HOST = "https://badges.fablab.example"
ISSUER = f"{HOST}/issuer.json"
CLASS = f"{HOST}/class.json"
KEY = f"{HOST}/key.json"
BADGE = f"{HOST}/a/1.json"


def profile(**more):
    return {
        "@context": OB2,
        "type": "Issuer",
        "id": ISSUER,
        "name": "Fablab de Dole",
        "url": f"{HOST}/",
        "publicKey": KEY,
        **more,
    }


def badge_class(**more):
    return {
        "@context": OB2,
        "type": "BadgeClass",
        "id": CLASS,
        "name": "Utiliser sa messagerie",
        "description": "Lire, écrire et ranger ses messages.",
        "image": f"{HOST}/i.png",
        "criteria": {"narrative": "Trois messages envoyés."},
        "issuer": ISSUER,
        **more,
    }


def key_document(**more):
    return {
        "@context": OB2,
        "type": "CryptographicKey",
        "id": KEY,
        "owner": ISSUER,
        "publicKeyPem": pem(rsa_key().own),
        **more,
    }


def assertion(**more):
    members = {
        "@context": OB2,
        "type": "Assertion",
        "id": BADGE,
        "recipient": {"type": "email", "hashed": False, "identity": "camille@example.org"},
        "badge": CLASS,
        "verification": {"type": "HostedBadge"},
        "issuedOn": "2026-02-01T10:00:00Z",
        **more,
    }
    return {name: value for name, value in members.items() if value is not None}


def site(**more):
    """What the issuer publishes; ``more`` replaces a document by its name here."""
    documents = {
        "issuer": profile(),
        "badge_class": badge_class(),
        "key": key_document(),
        "badge": assertion(),
        **more,
    }
    addresses = {"issuer": ISSUER, "badge_class": CLASS, "key": KEY, "badge": BADGE}
    return {addresses[name]: document for name, document in documents.items()}
