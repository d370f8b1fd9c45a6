"""A badge in JSON-LD, for the tests of what gets signed."""

VC2 = "https://www.w3.org/ns/credentials/v2"
OB3 = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
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
