"""Verdicts made by hand, to see how each is said; the checks themselves are not at stake."""

from datetime import UTC, datetime

from shared.model import (
    Achievement,
    AchievementSubject,
    Credential,
    Evidence,
    IdentityObject,
    Profile,
    Token,
    TokenKind,
)
from trust_registry.catalogue import seed
from verifier.verdict import Finding, Level, Outcome, Reason, Recogniser, Verdict
from verifier.verify import Judgement

NOW = datetime(2026, 11, 22, 10, 10, tzinfo=UTC)
MEDIATHEQUE = "did:web:reseau.example:mediatheque-clairval"
NAME = "Médiathèque de Clairval"

GOOD = {
    "integrity.format": ("format.read", Outcome.PASSED),
    "integrity.proof": ("proof.holds", Outcome.PASSED),
    "integrity.coverage": ("coverage.full", Outcome.PASSED),
    "status.dates": ("dates.no-end", Outcome.PASSED),
    "status.revocation": ("status.in-force", Outcome.PASSED),
    "issuer.key": ("key.issuers", Outcome.PASSED),
    "issuer.registry": ("registry.member", Outcome.PASSED),
    "recipient.identity": ("recipient.not-asked", Outcome.NOT_APPLICABLE),
}


def a_day(year, month, day):
    return datetime(year, month, day, 10, tzinfo=UTC)


def a_badge(**changes):
    entry = seed().badge("b10")
    claims = {
        "token": Token(kind=TokenKind.JSON, text="{}", container="png"),
        "document": {},
        "open_badges": "3.0",
        "data_model": "vcdm-2.0",
        "id": "urn:uuid:1",
        "types": ("VerifiableCredential", "OpenBadgeCredential"),
        "name": "Messagerie électronique",
        "issuer": Profile(id=MEDIATHEQUE, name=NAME),
        "subject": a_subject(IdentityObject(type="name", value="Amina Benali", hashed=False)),
        "valid_from": a_day(2026, 10, 14),
        "evidence": (Evidence(narrative="Amina a envoyé son CV par message."),),
        "proofs": ({"type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022"},),
    }
    assert entry.name["fr"] == claims["name"]
    return Credential(**(claims | changes))


def a_subject(*identifiers, did=None):
    address = f"{seed().base}/badges/{seed().badge('b10').slug}"
    achievement = Achievement(id=address, name="Messagerie électronique", description="Un mail.")
    return AchievementSubject(id=did, identifiers=identifiers, achievement=achievement)


def findings(**changes):
    """The findings of a good badge, but for some: ``status_dates=("dates.expired", ...)``."""
    found = []
    for check, (code, outcome) in GOOD.items():
        stated = changes.get(check.replace(".", "_"), {})
        found.append(Finding(**({"check": check, "code": code, "outcome": outcome} | stated)))
    return tuple(found)


def a_verdict(level=Level.TRUSTED, *reasons, credential="a badge", **changes):
    hidden = level in (Level.REFUSED, Level.UNREADABLE)
    shown = None if hidden else a_badge() if credential == "a badge" else credential
    known = {"findings": findings(), "issuer_name": None if hidden else NAME}
    return Verdict(**({"level": level, "reasons": reasons, "credential": shown} | known | changes))


def a_judgement(verdict, **changes):
    circumstances = {
        "verdict": verdict,
        "error": None,
        "container": "png",
        "token": None,
        "requests": (),
        "registry": None,
        "now": NOW,
    }
    return Judgement(**(circumstances | changes))


def recognisers(count):
    return tuple(
        Recogniser(id=f"did:web:p{number}", name=f"Partenaire {number}", kind="association")
        for number in range(count)
    )


def expired():
    ended = {
        "code": "dates.expired",
        "outcome": Outcome.FAILED,
        "reasons": (Reason.EXPIRED,),
    }
    badge = a_badge(valid_from=a_day(2024, 5, 1), valid_until=a_day(2026, 5, 1))
    return a_verdict(
        Level.NOT_VALID_NOW, Reason.EXPIRED, credential=badge, findings=findings(status_dates=ended)
    )
