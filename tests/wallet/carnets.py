"""Carnets made by hand: badges as they were judged; the judging itself is not at stake."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from shared.parsing import parse
from shared.reading import read
from trust_registry.catalogue import Catalogue, seed
from trust_registry.catalogue.model import achievement_address
from verifier.verdict import Level, Reason, Recogniser, Verdict
from wallet.commands.doorways import Doorway
from wallet.holding import Arrival, Holding
from wallet.holdings import Wallet
from wallet.spaces import Space, lock_of_space, open_space

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
CATALOGUE = seed()
ISSUER = f"did:web:{CATALOGUE.base.removeprefix('https://')}:p:mediatheque-clairval"
PARTNERS = tuple(
    Recogniser(id=f"did:web:p{place}", name=name, kind="association")
    for place, name in enumerate(("Mission locale de Clairval", "Ville de Clairval"))
)

SOUND = ("TRUSTED",)
EXPIRED = ("NOT_VALID_NOW", "EXPIRED")
WITHDRAWN = ("NOT_VALID_NOW", "REVOKED")
UNLOOKED = ("UNDETERMINED", "STATUS_NOT_CHECKED")
STRANGE = ("AUTHENTIC", "NOT_IN_REGISTRY")
REFUSED = ("REFUSED", "TAMPERED")


def a_document(badge_id: str, *, number: int = 1, **changes) -> dict:
    """An OB 3.0 badge as JSON, without a proof."""
    entry = CATALOGUE.badge(badge_id)
    achievement = {
        "id": achievement_address(entry, base=CATALOGUE.base),
        "type": ["Achievement"],
        "name": entry.name["fr"],
        "description": entry.summary["fr"],
        "criteria": {"narrative": " ".join(entry.criteria["fr"])},
    }
    subject = {
        "type": ["AchievementSubject"],
        "achievement": achievement,
        "narrative": "Bravo Amina, vous avez fait tout cela seule.",
    }
    document = {
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ],
        "id": f"urn:uuid:00000000-0000-4000-8000-{number:012d}",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": entry.name["fr"],
        "issuer": {"id": ISSUER, "type": ["Profile"], "name": "Médiathèque de Clairval"},
        "validFrom": "2026-10-14T09:00:00Z",
        "awardedDate": "2026-10-14T09:00:00Z",
        "credentialSubject": subject,
        "evidence": [{"type": ["Evidence"], "narrative": "Amina a montré ce qu’elle sait."}],
    }
    return document | changes


def keep(
    wallet: Wallet,
    document: dict,
    found=SOUND,
    *,
    name: str = "badge.json",
    content: str | None = None,
) -> Holding:
    """Hold a badge, as if it had been judged so."""
    level, *reasons = found
    received = json.dumps(document).encode()
    refused = level == "REFUSED"
    verdict = Verdict(
        level=Level(level),
        reasons=tuple(map(Reason, reasons)),
        findings=(),
        credential=None if refused else parse(read(received)),
        issuer_name=None if refused else "Médiathèque de Clairval",
        recognised_by=PARTNERS if found == SOUND else (),
    )
    count = len(wallet.vault.badges())
    arrival = Arrival(
        received=received,
        name=name,
        container="json",
        content=content or f"{count:064x}",
        part=None,
        recipients=(),
        verdict=verdict,
        now=NOON + timedelta(seconds=count),
    )
    return wallet.hold(arrival)[0]


@dataclass
class ARun:
    """What the command line hands to the screens, over a folder of the test."""

    folder: Path
    lang: str = "fr"
    now: datetime = NOON
    catalogue: Catalogue = CATALOGUE
    opened: list[Space] = field(default_factory=list)

    shared: bool = False
    places: tuple = ()

    def doorways(self):
        return (Doorway(id="alone", label="", locked=lock_of_space(self.folder) is not None),)

    def choose(self, doorway: str) -> None:
        assert doorway == "alone"

    @property
    def locked(self) -> bool:
        return not self.opened and lock_of_space(self.folder) is not None

    def unlock(self, phrase: str) -> None:
        self.opened.append(open_space(self.folder, phrase=phrase))

    def forget(self) -> None:
        self.close()

    @property
    def space(self) -> Space:
        if not self.opened:
            self.opened.append(open_space(self.folder))
        return self.opened[0]

    @property
    def wallet(self) -> Wallet:
        return self.space.wallet(self.catalogue)

    def circumstances(self):
        from shared.fetching import Offline
        from verifier.circumstances import Circumstances

        return Circumstances(now=self.now, fetch=Offline())

    def close(self):
        while self.opened:
            self.opened.pop().close()


def amina(run: ARun) -> ARun:
    """Seven badges, one of each kind of standing; office tools are one step from the end."""
    for number, (badge_id, found) in enumerate(
        [
            ("b01", SOUND),
            ("b02", WITHDRAWN),
            ("b03", EXPIRED),
            ("b06", SOUND),
            ("b08", SOUND),
            ("b10", UNLOOKED),
            ("b09", STRANGE),
        ]
    ):
        keep(run.wallet, a_document(badge_id, number=number), found)
    keep(run.wallet, a_document("b12", number=99), REFUSED, name="démarches modifié.png")
    return run
