"""
Open Badges 0.5: the badge stands inside, its person is a bare text, its issuer an origin.

Source: Mozilla Open Badges, assertion specification of 2011 (0.5) and 2012 (0.5.1).
"""

from typing import Any
from urllib.parse import urljoin

from shared.model import IdentityObject, Json

RELATIVE = ("image", "criteria")
"""Members whose address may be relative to the issuer's origin."""


def recipient(document: Json) -> IdentityObject:
    """The person: an e-mail address, or its hash with the salt beside it."""
    value, salt = document["recipient"], document.get("salt")
    return IdentityObject(
        type="emailAddress",
        value=value,
        hashed="$" in value,
        salt=salt if isinstance(salt, str) else None,
    )


def completed(badge: Any) -> Any:
    """A badge with its relative addresses completed; anything else as it is."""
    issuer = badge.get("issuer") if isinstance(badge, dict) else None
    origin = issuer.get("origin") if isinstance(issuer, dict) else None
    if not isinstance(origin, str):
        return badge
    return badge | {
        name: joined
        for name in RELATIVE
        if isinstance(badge.get(name), str) and (joined := _join(origin, badge[name]))
    }


def _join(origin: str, address: str) -> str | None:
    try:
        return urljoin(origin, address)
    except ValueError:
        return None
