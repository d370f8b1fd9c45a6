"""
Hosted Open Badges 0.5 to 2.1: the host's copy is the proof.

What was received only names an address.  The document had from that address is the
badge; what was received must not say more.  Who may host where is the issuer's own
word, asked for at the issuer's own address.

Sources: OB 2.0 §"Hosted Verification"; OB 1.1 §"Verification"; OB 1.0; OB 0.5.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from shared import strict_json
from shared.errors import (
    BadgeError,
    FetchFailed,
    HostedDiffers,
    HostedNotChecked,
    MalformedCredential,
    UnsafeJson,
)
from shared.fetching import Fetch
from shared.model import Credential, Json
from shared.parsing import ob2, shapes
from shared.parsing.addresses import origin, same_address
from shared.proofs.hosting_scope import check_scope
from shared.times import parse_day_or_instant

ACCEPT = "application/ld+json, application/json"
GONE = 410
"""The one status that speaks of the badge; all others speak of the host."""


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
    try:
        hosted, fetched_at = document_at(address, fetch)
    except HostedNotChecked as error:
        if error.facts.get("status") != GONE:
            raise
        raise _withdrawn(credential, {}, address, fetch) from error
    if hosted.get("revoked") not in (None, False, "false"):
        raise _withdrawn(credential, hosted, address, fetch)
    for member in differences(credential.document, hosted):
        raise HostedDiffers(why="member", member=member)
    enriched, issuer = with_badge_and_issuer(_parsed(hosted, credential), fetch=fetch)
    _check_scope(address, enriched, issuer)
    return Confirmation(credential=enriched, issuer=issuer, fetched_at=fetched_at)


def with_badge_and_issuer(credential: Credential, *, fetch: Fetch) -> tuple[Credential, Json]:
    """
    The same badge with its BadgeClass and issuer as they stand at their own addresses.

    Raises:
        HostedNotChecked: an address gives nothing.
        HostedDiffers: an address gives another thing.
    """
    named = credential.document.get("badge")
    badge = named
    if isinstance(named, str):
        badge, _ = document_at(named, fetch)
        check_identity(badge, named, "BadgeClass")
    badge = shapes.as_object(badge, "/badge")
    if credential.open_badges == "0.5":
        return credential, _embedded_issuer(badge)
    issuer, issuer_id = issuer_of(badge, fetch)
    try:
        achievement = ob2.badge_class(badge, "/badge")
        profile = ob2.issuer_profile(issuer, badge)
    except MalformedCredential as error:
        raise HostedDiffers(why="form") from error
    if isinstance(named, str):
        achievement = replace(achievement, id=named)
    lifted = replace(
        credential,
        name=achievement.name,
        issuer=replace(profile, id=issuer_id),
        subject=replace(credential.subject, achievement=achievement),
        endorsements=shapes.supports(credential.document, badge, issuer),
    )
    return lifted, issuer


def document_at(address: str, fetch: Fetch) -> tuple[Json, datetime]:
    """
    One JSON document of a host, and when it was had.

    A host that has no such page (404) has not said that the badge is false: sites move.

    Raises:
        HostedNotChecked: no answer, or no JSON object. Facts: ``host``, perhaps ``status``.
    """
    host = origin(address)[0]
    if not address.startswith(("https://", "http://")):
        raise HostedNotChecked(host=host)
    try:
        answer = fetch(address, accept=ACCEPT)
    except FetchFailed as error:
        raise HostedNotChecked(**{"host": host, **error.facts}) from error
    try:
        return strict_json.load_object(answer.body), answer.fetched_at
    except UnsafeJson as error:
        raise HostedNotChecked(host=host) from error


def differences(received: Json, hosted: Json) -> Iterator[str]:
    """The members of what was received that the hosted copy contradicts, or does not know."""
    for name in ("id", "uid"):
        # Hosts that were brought up to date answer with the names of a later version.
        if name in received and name in hosted and not _same_name(received[name], hosted[name]):
            yield name
    for name in ("recipient", "badge", "issuedOn", "issued_on", "expires", "narrative", "evidence"):
        if name in received and not _alike(name, received[name], hosted):
            yield name
    if "expires" in hosted and "expires" not in received:
        # The hosted date counts; what was received hides it.
        yield "expires"


def _alike(name: str, received: Any, hosted: Json) -> bool:
    theirs = hosted.get(name)
    if name == "badge":
        return _same_name(_address_in(received), _address_in(theirs))
    if name in ("issuedOn", "issued_on"):
        return _same_day(received, hosted.get("issuedOn", hosted.get("issued_on")))
    if name == "expires":
        return parse_day_or_instant(received) == parse_day_or_instant(theirs)
    if name == "evidence":
        return all(_is_among(one, _several(theirs)) for one in _several(received))
    return bool(received == theirs)


def _several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _is_among(one: Any, theirs: list[Any]) -> bool:
    """Whether a site knows this evidence; it may say more of it than the file does."""
    said = one if isinstance(one, dict) else {"id": one}
    known = [other if isinstance(other, dict) else {"id": other} for other in theirs]
    return any(all(other.get(name) == said[name] for name in said) for other in known)


def _same_name(one: Any, other: Any) -> bool:
    return same_address(one, other) or bool(one == other)


def _address_in(value: Any) -> Any:
    return value.get("id", value) if isinstance(value, dict) else value


def _same_day(one: Any, other: Any) -> bool:
    """Whether two dates are one instant; a day without an hour is any hour of it."""
    ours, theirs = parse_day_or_instant(one), parse_day_or_instant(other)
    if ours is None or theirs is None:
        return bool(one == other)
    bare = [value for value in (one, other) if isinstance(value, str) and len(value) == 10]
    return ours.date() == theirs.date() if bare else ours == theirs


def _withdrawn(credential: Credential, hosted: Json, address: str, fetch: Fetch) -> BadgeError:
    """What a withdrawal comes to: only the issuer's own site may say that a badge is withdrawn."""
    try:
        enriched, issuer = with_badge_and_issuer(credential, fetch=fetch)
        check_scope(address, enriched.issuer.id, issuer)
    except HostedDiffers as error:
        return error
    except (HostedNotChecked, MalformedCredential):
        pass  # a withdrawal is believed until the issuer's own word is against it
    reason = hosted.get("revocationReason")
    return HostedWithdrawn(reason=shapes.clean(reason) if isinstance(reason, str) else "")


def _parsed(hosted: Json, received: Credential) -> Credential:
    try:
        return replace(ob2.parse(hosted, received.token), hosted_at=received.hosted_at)
    except MalformedCredential as error:
        raise HostedDiffers(why="form") from error


def _check_scope(address: str, credential: Credential, issuer: Json) -> None:
    """Check both addresses of a badge: where it was asked for, and the one it bears."""
    check_scope(address, credential.issuer.id, issuer)
    if credential.id is not None and credential.id.startswith(("https://", "http://")):
        check_scope(credential.id, credential.issuer.id, issuer)


def issuer_of(badge: Json, fetch: Fetch) -> tuple[Json, str]:
    """The issuer's profile, always as it stands at the issuer's own address."""
    address = _address_in(badge.get("issuer"))
    if not isinstance(address, str) or not address.startswith(("https://", "http://")):
        raise HostedDiffers(why="issuer")
    issuer, _ = document_at(address, fetch)
    check_identity(issuer, address, "")
    return issuer, address


def _embedded_issuer(badge: Json) -> Json:
    """OB 0.5 publishes no profile: the issuer is its origin, and the badge stands there."""
    issuer = badge.get("issuer")
    if not isinstance(issuer, dict) or not isinstance(issuer.get("origin"), str):
        raise HostedDiffers(why="issuer")
    return issuer


def check_identity(document: Json, address: str, kind: str) -> None:
    """
    A document must be about the address it was asked at, or another of the same origin.

    Hosts answer ``…/badge.json`` with a document named ``…/badge``; the badge is judged
    under the address that it gives itself, never under the one the document claims.
    """
    identifier = document.get("id")
    if isinstance(identifier, str) and origin(identifier) != origin(address):
        raise HostedDiffers(why="id")
    names = _several(document.get("type"))
    if kind and names and kind not in names:
        raise HostedDiffers(why="type")
