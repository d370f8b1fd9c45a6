"""What a status list answers, and what its reader asks of a verifier of signatures."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from shared.model import Json, Token


class State(StrEnum):
    """What the list says of one badge."""

    CLEAR = "clear"
    REVOKED = "revoked"
    """Withdrawn for good."""
    SUSPENDED = "suspended"
    """Withdrawn for now."""
    MESSAGE = "message"
    """The issuer says something of it that withdraws nothing; the text is the reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListDocument:
    """A list credential as it was had, for whoever checks its proof."""

    token: Token
    """Its JSON text or its compact JWS, as received."""
    document: Json
    """The credential in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListProof:
    """What the check of a list's proof came to."""

    ok: bool
    """Every proof that can be checked holds, and there is at least one."""
    signer_id: str | None = None
    """Whose key it is: the list's issuer, proven; ``None``: the mathematics holds, nobody
    knows whose key."""
    why: str = "proof"
    """When not ``ok``: the word that goes into the facts."""


VerifyList = Callable[[ListDocument], ListProof]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusAnswer:
    """What one list said of one badge, and how good the evidence is."""

    state: State
    purpose: str
    """``revocation``, ``suspension``, ``refresh``, ``message``..."""
    reason: str = ""
    """The issuer's own words, made plain; empty without any."""
    list_url: str
    """The address the list was asked at, as the badge gives it."""
    list_issuer: str | None
    """Who signed the list, proven; of an unsigned list: who it says it is from."""
    fetched_at: datetime
    """Aware, in UTC."""
    valid_from: datetime | None = None
    """Since when the list says it holds; an older one than seen before is suspect."""
    notes: tuple[str, ...] = ()
    """Codes of what weakens the answer: ``status.list-short``, ``status.list-by-another``,
    ``status.list-other-id``, ``status.list-elsewhere``, ``status.newer-exists``."""
