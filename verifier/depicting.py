"""
The picture that the issuer gave a badge, beside the one in which the badge came.

Anybody can take a badge out of its picture and bake it into a prettier one: the signature is
over the text.  The pictures of the network's own badges come with the program; any other is
asked for at the address that the badge names, once its issuer is known to stand behind it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.baking import png
from shared.digests import Pinned
from shared.fetching import Redirects
from shared.model import Credential
from shared.picture import Comparison, compare, packed

if TYPE_CHECKING:  # a verification without a registry never loads the registry's code
    from trust_registry.index import Registry

ACCEPT = "image/png, image/svg+xml, image/*"


def comparison_of(
    received: bytes, credential: Credential, *, fetch: Pinned, registry: Registry | None
) -> Comparison | None:
    """
    Compare the picture that was received with the one that the issuer names.

    ``None``: it names none.

    Raises:
        FetchFailed: it cannot be had; FetchDiffers when it is not the one that was signed.
        ImageKindNotTaken, DamagedImage, TooBig, UnsafeSvg, ScannerMissing: one of the two
            cannot be looked at.
    """
    achievement = credential.subject.achievement
    named = achievement.image if achievement is not None else None
    if named is None or named.id is None:
        return None
    inside = packed(named.id)
    if inside is not None:
        fetch.check(named.id, inside)
        return compare(received, inside)
    shipped = None if registry is None else _shipped(named.id, received, registry)
    if shipped is None or fetch.pins(named.id):
        shipped = fetch(named.id, accept=ACCEPT, redirects=Redirects.ANY).body
    return compare(received, shipped)


def _shipped(address: str, received: bytes, registry: Registry) -> bytes | None:
    """A picture of the network's catalogue, of the kind that was received: both are one drawing."""
    from trust_registry.catalogue import ImageMissing, image

    catalogue = registry.catalogue()
    folder, _, name = address.rpartition("/")
    if folder != f"{catalogue.base.rstrip('/')}/badges":
        return None
    for entry in catalogue.badges:
        if name in (entry.image_png, entry.image_svg):
            try:
                return image(entry, "png" if received.startswith(png.SIGNATURE) else "svg")
            except ImageMissing:
                return None
    return None
