"""
Endorsements of Open Badges 2: hosted at their own address, or signed as a compact JWS.

They are held to the rules of the badges themselves: what the host publishes is what was
said, and only where its issuer's profile allows; a key counts when the profile names it.

Source: Open Badges 2.0 §"Endorsement".
"""

from dataclasses import dataclass
from datetime import datetime

from shared.errors import HostedDiffers, HostedNotChecked, KeyNotIssuers, KeyUnavailable
from shared.fetching import Fetch
from shared.issuer_keys import Bond
from shared.model import AchievementSubject, Credential, Json, Profile, Token, TokenKind
from shared.parsing import ob2, shapes
from shared.parsing.addresses import same_address
from shared.proofs import jws, ob2_hosted, ob2_jws
from shared.proofs.hosting_scope import check_scope
from shared.proofs.ob2_hosted import GONE, HostedWithdrawn
from shared.times import parse_day_or_instant


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """An endorsement that its issuer stands behind."""

    issuer: Profile
    about: str
    """The address of what it speaks of: a BadgeClass, an assertion or a profile."""
    comment: str | None
    issued: datetime | None


def is_old(value: Json | str) -> bool:
    """Whether this is an endorsement of Open Badges 2: an address, or an object of its type."""
    if isinstance(value, str):
        return value.startswith(("https://", "http://"))
    return "Endorsement" in shapes.as_list(value.get("type"), "/type") and "claim" in value


def confirm(value: Json | str, *, fetch: Fetch) -> Said:
    """
    Ask the host of an endorsement, given by its address or in full.

    Raises:
        HostedNotChecked: a host does not answer, or nobody signed it and nobody hosts it.
        HostedDiffers: the host says something else, or may not host it.
        HostedWithdrawn: it was taken back.
        MalformedCredential: it has not the form of an endorsement.
    """
    address = value if isinstance(value, str) else _hosted_at(value)
    try:
        hosted, _ = ob2_hosted.document_at(address, fetch)
    except HostedNotChecked as error:
        if error.facts.get("status") == GONE:
            raise HostedWithdrawn(reason="") from error
        raise
    if hosted.get("revoked") not in (None, False, "false"):
        raise HostedWithdrawn(reason="")
    ob2_hosted.check_identity(hosted, address, "Endorsement")
    if isinstance(value, dict):
        _compare(value, hosted)
    profile, issuer_id = ob2_hosted.issuer_of(hosted, fetch)
    check_scope(address, issuer_id, profile)
    return _said(hosted, ob2.issuer_profile({**profile, "id": issuer_id}, None))


def verified(text: str, *, fetch: Fetch) -> Said:
    """
    Verify an endorsement signed as a compact JWS.

    Raises:
        ProofInvalid, ProofUnsupported, MalformedToken, UnsafeJson: as ``jws``.
        KeyUnavailable: its key, or its issuer's profile, cannot be had.
        KeyNotIssuers: the issuer does not name that key.
        MalformedCredential: it has not the form of an endorsement.
    """
    token = jws.read_compact(text)
    jws.check_header(token)
    payload = token.payload
    if "Endorsement" not in shapes.types(payload, ""):
        raise shapes.wrong("/type", "not-an-endorsement")
    # The key is looked for as that of a badge of the same issuer is.
    shell = {**payload, "badge": {"type": "BadgeClass", "issuer": payload.get("issuer")}}
    named = ob2_jws.named_key(_as_badge(shell, text), fetch=fetch)
    if named.key is not None:
        jws.verify(token, named.key)
    if named.bond is Bond.NOT_ISSUERS:
        raise KeyNotIssuers(**named.facts)
    if named.key is None or named.bond is not Bond.ISSUERS:
        raise KeyUnavailable(**named.facts)
    profile, issuer_id = ob2_hosted.issuer_of(payload, fetch)
    return _said(payload, ob2.issuer_profile({**profile, "id": issuer_id}, None))


def _hosted_at(value: Json) -> str:
    """Where an object says that it is hosted; one that is signed stands in no object."""
    kinds = {str(kind).lower() for kind in shapes.as_list(ob2.verification(value).get("type"), "")}
    address = value.get("id")
    if kinds & ob2.SIGNED or not isinstance(address, str):
        raise HostedNotChecked(host="")
    return address


def _compare(received: Json, hosted: Json) -> None:
    """What was received must not say more than its host, nor anything else."""
    for name in ("id", "issuer"):
        if name in received and not same_address(_named(received[name]), _named(hosted.get(name))):
            raise HostedDiffers(why="member", member=name)
    for name in ("claim", "issuedOn"):
        if name in received and received[name] != hosted.get(name):
            raise HostedDiffers(why="member", member=name)


def _named(value: object) -> object:
    return value.get("id") if isinstance(value, dict) else value


def _said(document: Json, issuer: Profile) -> Said:
    claim = shapes.as_object(document.get("claim"), "/claim")
    return Said(
        issuer=issuer,
        about=shapes.url(claim.get("id"), "/claim/id"),
        comment=shapes.prose(claim, "endorsementComment", "/claim"),
        issued=parse_day_or_instant(document.get("issuedOn")),
    )


def _as_badge(document: Json, text: str) -> Credential:
    return Credential(
        token=Token(kind=TokenKind.JWS, text=text, container="jwt"),
        document=document,
        open_badges="2.0",
        data_model="ob-2.0",
        id=None,
        types=("Endorsement",),
        name=None,
        issuer=ob2.issuer_profile(document.get("issuer"), None),
        subject=AchievementSubject(),
        valid_from=None,
        jws=text,
    )
