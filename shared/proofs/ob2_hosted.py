"""
Hosted Open Badges 1 and 2: the host's copy is the proof.

What was received only names an address.  The document had from that address is the
badge; what was received must say the same.  Who may host where is the issuer's own
word, asked for at the issuer's own address.

Sources: OB 2.0 §"Hosted Verification"; OB 1.1 §"Verification"; OB 1.0.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from shared import strict_json
from shared.errors import (
    BadgeError,
    FetchFailed,
    FetchStatus,
    HostedDiffers,
    HostedNotChecked,
    MalformedCredential,
    UnsafeJson,
)
from shared.fetching import Fetch, Redirects
from shared.model import Credential, Json
from shared.parsing import ob2, shapes
from shared.times import parse_day_or_instant

ACCEPT = "application/ld+json, application/json"


class HostedWithdrawn(BadgeError):
    """The host says that the badge was withdrawn: 410 Gone, or ``revoked``. Facts: ``reason``."""

    code = "status.revoked"


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What the hosts say: the badge with its BadgeClass and its issuer."""

    credential: Credential
    """The hosted assertion, with what its BadgeClass and issuer say at their own addresses."""
    issuer: Json
    fetched_at: datetime


def confirm(credential: Credential, *, fetch: Fetch) -> Confirmation:
    """
    Ask the hosts about a hosted badge.

    Raises:
        HostedNotChecked: a host does not answer.
        HostedDiffers: it says something else, or may not host this badge.
        HostedWithdrawn: it says that the badge was withdrawn.
    """
    address = credential.hosted_at
    if address is None:
        raise HostedNotChecked(host="")
    hosted, fetched_at = document_at(address, fetch, redirects=Redirects.ANY)
    if hosted.get("revoked") is True:
        reason = hosted.get("revocationReason")
        raise HostedWithdrawn(reason=shapes.clean(reason) if isinstance(reason, str) else "")
    for member in differences(credential.document, hosted):
        raise HostedDiffers(why="member", member=member)
    truth = _parsed(hosted, credential)
    enriched, issuer = with_badge_and_issuer(truth, fetch=fetch)
    check_scope(address, enriched, issuer)
    return Confirmation(credential=enriched, issuer=issuer, fetched_at=fetched_at)


def with_badge_and_issuer(credential: Credential, *, fetch: Fetch) -> tuple[Credential, Json]:
    """
    The same badge with its BadgeClass and issuer as they stand at their own addresses.

    Raises:
        HostedNotChecked, HostedDiffers: an address gives nothing, or another thing.
    """
    badge = credential.document.get("badge")
    if isinstance(badge, str):
        address = badge
        badge, _ = document_at(address, fetch)
        _check_identity(badge, address, "BadgeClass")
    badge = shapes.as_object(badge, "/badge")
    issuer, issuer_id = _issuer_of(badge, fetch)
    try:
        achievement = ob2.badge_class(badge, "/badge")
        profile = ob2.issuer_profile(issuer, badge)
    except MalformedCredential as error:
        raise HostedDiffers(why="form") from error
    if isinstance(credential.document.get("badge"), str):
        achievement = replace(achievement, id=credential.document["badge"])
    lifted = replace(
        credential,
        name=achievement.name,
        issuer=replace(profile, id=issuer_id),
        subject=replace(credential.subject, achievement=achievement),
    )
    return lifted, issuer


def check_scope(address: str, credential: Credential, issuer: Json) -> None:
    """
    Check that the issuer hosts badges at this address.

    Raises:
        HostedDiffers: another origin than the issuer's, or outside what its profile allows.
    """
    policy = issuer.get("verification")
    policy = policy if isinstance(policy, dict) else {}
    starts = [item for item in shapes.as_list(policy.get("startsWith"), "/") if _is_text(item)]
    allowed = [item for item in shapes.as_list(policy.get("allowedOrigins"), "/") if _is_text(item)]
    host, port = ob2.origin(address)
    if starts and not any(_within(address, start) for start in starts):
        raise HostedDiffers(why="scope")
    if allowed:
        names = {item.lower().removeprefix("https://").strip("/") for item in allowed}
        if not {host, f"{host}:{port}"} & names:
            raise HostedDiffers(why="scope")
    if not starts and not allowed and ob2.origin(credential.issuer.id) != (host, port):
        raise HostedDiffers(why="origin")


def document_at(
    address: str, fetch: Fetch, *, redirects: Redirects = Redirects.SAME_ORIGIN
) -> tuple[Json, datetime]:
    """
    One JSON document of a host, and when it was had.

    Raises:
        HostedNotChecked: no answer, or no JSON object.
        HostedWithdrawn: 410 Gone.
        HostedDiffers: 404: the host knows of no such badge.
    """
    host = ob2.origin(address)[0]
    try:
        answer = fetch(address, accept=ACCEPT, redirects=redirects)
    except FetchStatus as error:
        if error.facts.get("status") == 410:
            raise HostedWithdrawn(reason="") from error
        if error.facts.get("status") == 404:
            raise HostedDiffers(why="not-found", host=host) from error
        raise HostedNotChecked(host=host) from error
    except FetchFailed as error:
        raise HostedNotChecked(host=host) from error
    try:
        return strict_json.load_object(answer.body), answer.fetched_at
    except UnsafeJson as error:
        raise HostedNotChecked(host=host) from error


def differences(received: Json, hosted: Json) -> Iterator[str]:
    """The members of what was received that the hosted copy contradicts."""
    for name in ("id", "uid", "recipient", "badge", "issuedOn", "expires", "narrative", "evidence"):
        if name in received and not _alike(name, received[name], hosted.get(name)):
            yield name
    if "expires" in hosted and "expires" not in received:
        # The hosted date counts; what was received hides it.
        yield "expires"


def _alike(name: str, received: Any, hosted: Any) -> bool:
    if name in ("id", "uid", "badge"):
        return _without_scheme(received) == _without_scheme(hosted)
    if name in ("issuedOn", "expires"):
        return parse_day_or_instant(received) == parse_day_or_instant(hosted)
    if name == "evidence":
        received, hosted = shapes.as_list(received, "/"), shapes.as_list(hosted, "/")
    return bool(received == hosted)


def _without_scheme(value: Any) -> Any:
    """Hosts move from http to https; the rest of an address may not change."""
    if isinstance(value, dict):
        value = value.get("id", value)
    return value.replace("http://", "https://", 1) if isinstance(value, str) else value


def _parsed(hosted: Json, received: Credential) -> Credential:
    try:
        return replace(ob2.parse(hosted, received.token), hosted_at=received.hosted_at)
    except MalformedCredential as error:
        raise HostedDiffers(why="form") from error


def _issuer_of(badge: Json, fetch: Fetch) -> tuple[Json, str]:
    """The issuer's profile, always as it stands at the issuer's own address."""
    named = badge.get("issuer")
    address = named.get("id") if isinstance(named, dict) else named
    if not isinstance(address, str) or not address.startswith(("https://", "http://")):
        raise HostedDiffers(why="issuer")
    issuer, _ = document_at(address, fetch)
    _check_identity(issuer, address, "")
    return issuer, address


def _check_identity(document: Json, address: str, kind: str) -> None:
    """A document must be about the address it was asked at (OB 1.0 documents have no ``id``)."""
    identifier = document.get("id")
    if identifier is not None and _without_scheme(identifier) != _without_scheme(address):
        raise HostedDiffers(why="id")
    names = shapes.as_list(document.get("type"), "/type")
    if kind and names and kind not in names:
        raise HostedDiffers(why="type")


def _within(address: str, start: str) -> bool:
    """Whether an address lies under a prefix, compared by origin first and path second."""
    if ob2.origin(address) != ob2.origin(start):
        return False
    return bool(_without_scheme(address).startswith(_without_scheme(start)))


def _is_text(value: Any) -> bool:
    return isinstance(value, str)
