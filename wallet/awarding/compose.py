"""
One award as an Open Badges 3.0 credential: who recognises whom, for what, seen how.

The issuer is the organisation; the professional who saw it done is the ``source`` and
signs.  The person is named by a salted hash of their name, and by nothing that anybody
could look up.  Sources: OB 3.0 §"Data Model", VCDM 2.0; only terms of their contexts.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from shared.identity import hashed_name, kind_of, name_form
from shared.model import Json
from shared.status.bitstring import status_entry
from shared.times import instant_text
from trust_registry.catalogue import EvidenceKind, achievement
from wallet.awarding.desk import Right
from wallet.awarding.lists import PAUSE
from wallet.errors import EvidenceMissing, RecipientMissing, TextTooLong

CONTEXTS = (
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
)
MAX_EVIDENCE = 5
"""Pieces of evidence of one badge, for the same reason as its texts are short."""
MAX_TEXT = 2_000
"""Letters of one text: a badge travels in a picture and is read on a telephone."""
MAX_NAME = 200
"""Letters of a name or an address of a person; the longest real ones have half as many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One thing the person showed."""

    narrative: str
    kind: EvidenceKind | None = None
    """``None``: not said which of the five kinds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Award:
    """What a professional decides at the desk."""

    badge: str
    """Identifier or slug in the catalogue."""
    to: str
    """The person's name, as they would give it again at a counter."""
    evidence: tuple[Observation, ...]
    words: str = ""
    """A word to the person, shown when they receive it; empty: none."""
    email: str | None = None
    did: str | None = None
    """The identifier of the person's own space, when they have one."""
    lang: str = "fr"
    may_pause: bool = False
    """Whether the badge can be put on hold, and come back; it then names a second list."""


def compose(
    award: Award,
    right: Right,
    *,
    credential_id: str,
    place: tuple[str, int],
    salt: str,
    now: datetime,
    pause: str | None = None,
) -> Json:
    """
    Write the credential, not signed yet.

    Args:
        right: given by the desk for this badge.
        place: the status list of the signing key, and a free index in it.
        salt: random, of this badge only.
        pause: the list of what is on hold, where the badge has the same place; ``None``: it
            cannot be put on hold.

    Raises:
        EvidenceMissing, RecipientMissing, TextTooLong: what the desk was given is not enough.
    """
    check(award)
    person: Json = {"id": award.did} if award.did else {}
    words: Json = {"narrative": award.words.strip()} if award.words.strip() else {}
    achieved = achievement(right.badge, base=right.catalogue.base, lang=award.lang)
    return {
        "@context": list(CONTEXTS),
        "id": credential_id,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": achieved["name"],
        "issuer": {"id": right.partner.id, "type": ["Profile"], "name": right.partner.name},
        "validFrom": instant_text(now),
        "awardedDate": instant_text(now),
        "credentialSubject": {
            **person,
            "type": ["AchievementSubject"],
            "identifier": _identifiers(award, salt=salt),
            "source": {"id": right.source, "type": ["Profile"]},
            "achievement": achieved,
            **words,
        },
        "evidence": [_evidence(one) for one in award.evidence],
        "credentialStatus": _status(place, pause),
    }


def check(award: Award) -> None:
    """Refuse an award that says too little or too much. Raises: AwardRefused."""
    # An address here would be hashed as a name, and nobody would find it again.
    if not name_form(award.to) or kind_of(award.to) != "name":
        raise RecipientMissing
    if not award.evidence or not all(one.narrative.strip() for one in award.evidence):
        raise EvidenceMissing
    if len(award.evidence) > MAX_EVIDENCE:
        raise TextTooLong(field="evidence", limit=MAX_EVIDENCE)
    if len(award.to) > MAX_NAME or len(award.email or "") > MAX_NAME:
        raise TextTooLong(field="to", limit=MAX_NAME)
    if any(len(text) > MAX_TEXT for text in (award.words, *(e.narrative for e in award.evidence))):
        raise TextTooLong(field="text", limit=MAX_TEXT)
    if award.email is not None and kind_of(award.email) != "email":
        raise RecipientMissing
    if award.did is not None and kind_of(award.did) != "did":
        raise RecipientMissing


def _status(place: tuple[str, int], pause: str | None) -> Json | list[Json]:
    url, index = place
    withdrawn = status_entry(url=url, index=index)
    if pause is None:
        return withdrawn
    return [withdrawn, status_entry(url=pause, index=index, purpose=PAUSE)]


def _identifiers(award: Award, *, salt: str) -> list[Json]:
    found = [hashed_name(award.to, salt=salt)]
    if award.email is not None:
        text = award.email.strip().lower() + salt
        found.append(
            {
                "type": "IdentityObject",
                "hashed": True,
                "identityHash": "sha256$" + hashlib.sha256(text.encode()).hexdigest(),
                "identityType": "emailAddress",
                "salt": salt,
            }
        )
    return found


def _evidence(observed: Observation) -> Json:
    kind = {} if observed.kind is None else {"genre": observed.kind.value}
    return {"type": ["Evidence"], "narrative": observed.narrative.strip(), **kind}
