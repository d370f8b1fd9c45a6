"""
May this issuer's badges be hosted at this address?

The issuer's own profile says where its badges stand.  Origins are compared as parsed:
``https://good.example.evil.example`` begins like ``https://good.example`` and is another.

Source: Open Badges 2.0 §"VerificationObject" (``startsWith``, ``allowedOrigins``).
"""

from shared.errors import HostedDiffers
from shared.model import Json
from shared.parsing.addresses import https, origin


def check_scope(address: str, issuer_id: str, profile: Json) -> None:
    """
    Check that the issuer hosts badges at this address.

    Args:
        address: where the badge was asked for.
        issuer_id: the address of the issuer's profile.
        profile: the profile as it stands there.

    Raises:
        HostedDiffers: another origin than the issuer's, or outside what its profile allows,
            or a profile whose rule cannot be read.
    """
    policy = profile.get("verification") or {}
    if not isinstance(policy, dict):
        raise HostedDiffers(why="scope")
    starts = _texts(policy.get("startsWith"))
    allowed = _texts(policy.get("allowedOrigins"))
    if starts and not any(_within(address, start) for start in starts):
        raise HostedDiffers(why="scope")
    if allowed and origin(address) not in {_origin_of(entry) for entry in allowed}:
        raise HostedDiffers(why="scope")
    if not starts and not allowed and origin(issuer_id) != origin(address):
        raise HostedDiffers(why="origin")


def _texts(value: object) -> list[str]:
    """One text or many; a rule of any other form allows nothing."""
    if value is None:
        return []
    values = value if isinstance(value, list) else [value]
    texts = [item for item in values if isinstance(item, str) and item]
    if not texts or len(texts) != len(values):
        raise HostedDiffers(why="scope")
    return texts


def _origin_of(entry: str) -> tuple[str, str]:
    """Hosts are listed bare (``good.example``), with a port, or as the origin they mean."""
    return origin(entry if "://" in entry else f"https://{entry}")


def _within(address: str, start: str) -> bool:
    """Whether an address lies under a prefix, compared by origin first and as text second."""
    if origin(address) != origin(start):
        return False
    return https(address).startswith(https(start))
