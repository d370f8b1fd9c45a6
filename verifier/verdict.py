"""
Judgements: the outcome of one check, and the level of a whole verdict.

The levels, their order and their exit statuses are a contract: pages, terminal,
JSON and scripts all rest on them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum

from shared.errors import Fact
from shared.model import Credential, Profile


class Outcome(StrEnum):
    """The five ways a check can end."""

    PASSED = "passed"
    WARNING = "warning"
    FAILED = "failed"
    NOT_CHECKED = "not_checked"
    NOT_APPLICABLE = "not_applicable"


class Level(StrEnum):
    """What may be concluded, the weightiest first."""

    UNREADABLE = "UNREADABLE"
    REFUSED = "REFUSED"
    NOT_VALID_NOW = "NOT_VALID_NOW"
    NOT_THEIRS = "NOT_THEIRS"
    UNDETERMINED = "UNDETERMINED"
    AUTHENTIC = "AUTHENTIC"
    TRUSTED = "TRUSTED"


class Exit(IntEnum):
    """Exit statuses, never renumbered; 2 is what click itself uses for wrong usage."""

    TRUSTED = 0
    NOT_GOOD = 1
    UNDETERMINED = 3
    UNREADABLE = 4
    AUTHENTIC = 5


EXIT_FOR = {
    Level.UNREADABLE: Exit.UNREADABLE,
    Level.REFUSED: Exit.NOT_GOOD,
    Level.NOT_VALID_NOW: Exit.NOT_GOOD,
    Level.NOT_THEIRS: Exit.NOT_GOOD,
    Level.UNDETERMINED: Exit.UNDETERMINED,
    Level.AUTHENTIC: Exit.AUTHENTIC,
    Level.TRUSTED: Exit.TRUSTED,
}


class Reason(StrEnum):
    """Why a verdict is not TRUSTED: a closed list, one vocabulary for verifier and wallet."""

    TAMPERED = "TAMPERED"
    KEY_NOT_ISSUERS = "KEY_NOT_ISSUERS"
    UNCOVERED_TEXT = "UNCOVERED_TEXT"
    HOSTED_DIFFERS = "HOSTED_DIFFERS"
    PROOF_MISUSED = "PROOF_MISUSED"
    REVOKED = "REVOKED"
    SUSPENDED = "SUSPENDED"
    EXPIRED = "EXPIRED"
    NOT_YET_VALID = "NOT_YET_VALID"
    OTHER_PERSON = "OTHER_PERSON"
    STATUS_NOT_CHECKED = "STATUS_NOT_CHECKED"
    KEY_NOT_CHECKED = "KEY_NOT_CHECKED"
    PROOF_NOT_CHECKED = "PROOF_NOT_CHECKED"
    HOSTED_NOT_CHECKED = "HOSTED_NOT_CHECKED"
    COVERAGE_NOT_CHECKED = "COVERAGE_NOT_CHECKED"
    REGISTRY_NOT_CHECKED = "REGISTRY_NOT_CHECKED"
    RECIPIENT_NOT_CHECKED = "RECIPIENT_NOT_CHECKED"
    RIVAL_NOT_CHECKED = "RIVAL_NOT_CHECKED"
    NO_PROOF = "NO_PROOF"
    ISSUER_UNPROVEN = "ISSUER_UNPROVEN"
    NO_REGISTRY = "NO_REGISTRY"
    NOT_IN_REGISTRY = "NOT_IN_REGISTRY"
    NOT_MEMBER_THEN = "NOT_MEMBER_THEN"
    NOT_FOR_THIS_BADGE = "NOT_FOR_THIS_BADGE"
    KEY_NOT_AWARDING = "KEY_NOT_AWARDING"
    LIST_BY_ANOTHER = "LIST_BY_ANOTHER"
    LOOK_ALIKE = "LOOK_ALIKE"
    NOT_A_BADGE = "NOT_A_BADGE"
    DUPLICATE = "DUPLICATE"
    NEWER = "NEWER"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """How one check ended, and what it rests on."""

    check: str
    """``integrity.proof``...: one of the ids of ``verifier.checks``."""
    code: str
    """The stable code that ``words/`` turns into a sentence."""
    outcome: Outcome
    facts: Mapping[str, Fact] = field(default_factory=dict)
    problems: tuple[Mapping[str, str], ...] = ()
    """RFC 9457 objects: ``type``, ``title``, ``detail``, ``instance``."""
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recogniser:
    """A partner other than the issuer that publicly recognises this badge."""

    id: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkTold:
    """What one of several networks answers, by itself."""

    label: str
    type: str
    """``bfc``: signed; ``dcc``: a list without signatures."""
    ceiling: Level
    """The best level to which its word alone can lead."""
    name: str | None
    """The list's own name; ``None``: it cannot be read."""
    listed_at: datetime | None
    partners: int | None
    answer: str
    """``yes``, ``past``, ``unsure``, ``no``, ``unknown``."""
    finding: Finding
    """As ``issuer.registry`` would end, were it the only network."""
    issuer_name: str | None = None
    recognised_by: tuple[Recogniser, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """What one of the words of support comes to; who speaks is told only when it is really them."""

    code: str
    """``endorsement.signed``, ``endorsement.false``...: the stable code of its ending."""
    outcome: Outcome
    issuer: Profile | None = None
    """Who speaks, as written; ``None``: not proven, and so not told."""
    registry_name: str | None = None
    """Their name *from the registry*; ``None``: it does not know them."""
    kind: str | None = None
    about: str | None = None
    """What they speak of: ``award``, ``badge`` or ``issuer``."""
    comment: str | None = None
    issued: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What kind of badge was read; known even of a badge of which nothing is shown."""

    open_badges: str | None
    """``3.0``, ``2.0``...; ``None``: a credential, but no badge."""
    data_model: str
    proofs: tuple[str, ...] = ()
    """``eddsa-rdfc-2022``, ``EdDSA``, ``hosted``...; empty when nobody signed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofTold:
    """How one of the proofs ended: ``integrity.proof`` sums up all of them."""

    suite: str
    """``eddsa-rdfc-2022``, ``EdDSA``, ``hosted``..."""
    outcome: Outcome
    code: str
    facts: Mapping[str, Fact] = field(default_factory=dict)
    """``canonicalization``, ``contexts``: how the text was read for the signature to match."""
    method: str | None = None
    """The key that it names; ``None``: it names none, or the badge is refused."""
    bond: str | None = None
    """What ties that key to the issuer: one of ``shared.issuer_keys.Bond``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What may be concluded about one credential, and every finding behind it."""

    level: Level
    findings: tuple[Finding, ...]
    reasons: tuple[Reason, ...] = ()
    credential: Credential | None = None
    """``None`` when REFUSED or UNREADABLE: nothing read from it is shown as true."""
    recognised_by: tuple[Recogniser, ...] = ()
    issuer_name: str | None = None
    """The issuer's name *from the registry*; ``None``: the registry does not know it."""
    parts: tuple["Verdict", ...] = ()
    support: tuple[Support, ...] = ()
    """What each of the words of support comes to, in their order."""
    pictures: tuple[bytes, bytes] | None = None
    """
    The picture that was received and the issuer's, when they differ: drawn again, as small PNG.
    """
    form: Form | None = None
    """``None``: nothing was read, or the file only holds several badges."""
    proofs: tuple[ProofTold, ...] = ()
    """Every proof, in the order of the credential."""
    networks: tuple[NetworkTold, ...] = ()
    """Each network's own answer, when several were asked."""
