"""
What a badge *claims*, in the nouns of Open Badges 3.0, whatever version it came in.

Nothing in here is believed.  A ``Credential`` carries the untouched document it
was read from, because proofs are checked on bytes and read on the model.
All text fields are plain text: control characters and bidirectional overrides
were removed while parsing (``parsing/shapes.py``).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from shared.errors import BadgeError

Json = dict[str, Any]


class TokenKind(StrEnum):
    """The three forms in which a badge travels."""

    JSON = "json"
    JWS = "jws"
    URL = "url"


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """The text found in an image, a QR code, a file or a link. Nothing believed."""

    kind: TokenKind
    text: str
    """The JSON text, the compact JWS or the https address, byte for byte as found."""
    container: str
    """``png``, ``svg``, ``json``, ``jwt``, ``qr``, ``url``, ``pdf`` or ``text``."""
    picture: bytes | None = None
    """The image the token came in, to show it; ``None`` without one."""
    notes: tuple[str, ...] = ()
    """Codes of things worth a warning: ``read.chunk-twice``, ``read.after-end``..."""
    rivals: tuple["Token", ...] = ()
    """Older badges found beside this one in the same picture; never fetched."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture named by the badge."""

    id: str | None = None
    """An https address or a ``data:`` address; never fetched to show it."""
    caption: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityObject:
    """OB 3.0 ``IdentityObject``, or the OB 2.0 ``recipient``: a person, often hashed."""

    type: str
    """``emailAddress``, ``name``, ``did``, ``url``, ``telephone``, ``identifier``..."""
    value: str
    """Plain text, or ``sha256$<hex>`` / ``md5$<hex>`` when ``hashed``."""
    hashed: bool
    salt: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """An organisation or a person (OB 3.0 ``Profile``)."""

    id: str
    name: str | None = None
    url: str | None = None
    email: str | None = None
    description: str | None = None
    image: Image | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """A line of a framework that the achievement speaks of (DigComp...)."""

    name: str
    url: str | None = None
    code: str | None = None
    framework: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Achievement:
    """What is recognised (OB 3.0 ``Achievement``, OB 2.0 ``BadgeClass``)."""

    id: str
    name: str | None = None
    description: str | None = None
    criteria_narrative: str | None = None
    criteria_id: str | None = None
    image: Image | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()
    alignments: tuple[Alignment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Why the badge was awarded."""

    id: str | None = None
    name: str | None = None
    narrative: str | None = None
    description: str | None = None
    genre: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AchievementSubject:
    """The person the badge is about."""

    id: str | None = None
    """A DID or an address; ``None`` when only ``identifiers`` say who."""
    identifiers: tuple[IdentityObject, ...] = ()
    achievement: Achievement | None = None
    source: Profile | None = None
    """OB 3.0 ``source``: the professional who assessed."""
    narrative: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusEntry:
    """One promise of the issuer to say later whether the badge still holds."""

    type: str
    """``BitstringStatusListEntry``, ``1EdTechRevocationList``..."""
    id: str | None
    entry: Mapping[str, Any]
    """The untouched object, for the reader of that type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credential:
    """One badge awarded to one person, as claimed (OB 3.0 ``OpenBadgeCredential``)."""

    token: Token
    """What was received: stored, exported and verified as it is."""
    document: Json
    """The JSON of the credential, untouched (of a JWT: its payload or ``vc`` claim)."""
    open_badges: str | None
    """``3.0``, ``2.1``, ``2.0``, ``1.1``, ``1.0``, ``0.5``; ``None``: credential, but no badge."""
    data_model: str
    """``vcdm-2.0``, ``vcdm-1.1`` or ``ob-2.0``, ``ob-1``..."""
    id: str | None
    types: tuple[str, ...]
    name: str | None
    issuer: Profile
    subject: AchievementSubject
    valid_from: datetime | None
    """Aware, in UTC."""
    valid_until: datetime | None = None
    """Last instant in force, aware, in UTC; ``None``: no end."""
    awarded: datetime | None = None
    """Award date: ``awardedDate``, else ``valid_from`` or ``issuedOn``."""
    evidence: tuple[Evidence, ...] = ()
    statuses: tuple[StatusEntry, ...] = ()
    """Empty: the issuer promised no way to withdraw."""
    proofs: tuple[Json, ...] = ()
    """Embedded proofs, in order, untouched; empty for a JWT or a hosted badge."""
    jws: str | None = None
    """The compact JWS that secures the credential, if it came as one."""
    hosted_at: str | None = None
    """OB 1/2: the address where the issuer hosts the assertion, for a hosted badge."""
    endorsements: tuple[Json | str, ...] = ()
    """
    Words of support of others for the badge, its achievement or its issuer, untouched: an
    object, a compact JWS or (OB 2) an address.
    """
    parts: tuple["Credential", ...] = ()
    """A presentation or a CLR: the credentials inside, each judged on its own."""
    unread: tuple[BadgeError, ...] = ()
    """Why others inside could not be read; ``path`` says where they stand."""
    notes: tuple[str, ...] = field(default=())
    """Codes of things worth a warning found while parsing."""

    @property
    def is_badge(self) -> bool:
        """Whether this is an Open Badge of any version."""
        return self.open_badges is not None
