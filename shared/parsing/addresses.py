"""
Addresses of badges and of their issuers, compared as parsed and never as text alone.

Source: RFC 6454 §4 (origin of an address); Open Badges 2.0 §"Hosted Verification".
"""

from typing import Any
from urllib.parse import urlsplit

WEB = ("https://", "http://")


def origin(address: str) -> tuple[str, str]:
    """
    Host and port of an address, for comparing origins (http is asked for as https).

    An address that readers may split in two ways has an origin of its own: no other.
    """
    try:
        parts = urlsplit(address)
        port = parts.port if parts.port not in (None, 80, 443) else 443
    except ValueError:
        return ("", address)
    host = (parts.hostname or "").lower().rstrip(".")
    if not host or parts.username is not None or "\\" in address:
        return ("", address)
    return (host, str(port))


def same_address(one: Any, other: Any) -> bool:
    """Whether two addresses are one; hosts move from http to https, nothing else may change."""
    if not isinstance(one, str) or not isinstance(other, str):
        return False
    return https(one) == https(other)


def https(address: str) -> str:
    """An ``http:`` address as it is asked for; any other as it is."""
    return "https" + address[4:] if address.startswith("http://") else address
