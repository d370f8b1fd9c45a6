"""
Badges in PDF files, read only: Open Badge Factory makes some.

The badge is an entry of the document information, which the child process of
``scanning`` reads, or an element of the XMP packet, which stands in clear in the file.

Sources: ISO 32000-1 §14.3.3; XMP Specification Part 1 §7; Open Badge Passport's import.
"""

from collections.abc import Mapping

from shared.baking import choosing, markup, svg
from shared.errors import DamagedImage, TwoBadges, UnsafeSvg
from shared.model import Token

NEWER = "openbadgecredential"
"""The entry for OB 3.0; any other one is for the older versions."""

MAX_PACKET_BYTES = 1_048_576
"""One badge with the words around it: the limit of its text."""
_BEGIN, _END = b"<x:xmpmeta", b"</x:xmpmeta>"


def unbake(document: bytes, *, entries: Mapping[str, str]) -> Token | None:
    """
    Give the badge of a PDF, ``None`` when it holds none.

    Args:
        document: bytes of the PDF.
        entries: the badge entries of its document information, by name.

    Raises:
        TwoBadges: two different badges of one kind.
        DamagedImage, MalformedToken, ForbiddenAddress, TooBig: an entry holds something else.
    """
    found = [
        choosing.found(text, container="pdf", newer=name == NEWER)
        for name, text in entries.items()
        if text.strip()
    ]
    told = choosing.choose(found, picture=None)
    packed = _in_packet(document)
    if told and packed and told.text != packed.text:
        raise TwoBadges
    return told or packed


def _in_packet(document: bytes) -> Token | None:
    """The badge of the XMP packet; a packet that cannot be read holds none."""
    begin = document.find(_BEGIN)
    end = document.find(_END, begin, begin + MAX_PACKET_BYTES)
    if begin < 0 or end < 0:
        return None
    text = document[begin : end + len(_END)].decode("utf-8", "replace")
    if not any(namespace in text for namespace in svg.NAMESPACES):
        return None
    try:
        root = markup.tree(text)
    except (DamagedImage, UnsafeSvg):
        return None
    return svg.badge_in(root, container="pdf", picture=None)
