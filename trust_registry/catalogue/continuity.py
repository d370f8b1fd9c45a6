"""
What a new catalogue would do to badges that people hold already, and to those who learn it.

A badge is named by its address for ever: one that is taken out, or moved, leaves the badges that
were given without a name.  Complaints that ``breaks`` lists are never published.
"""

from collections.abc import Iterator

from shared.words import DEFAULT_LANGUAGE
from trust_registry.catalogue.complaints import Complaint
from trust_registry.catalogue.model import Catalogue, achievement_address

MOST_NEW = 5
"""New badges in one go: a team learns a few, and the first error is too many at once."""
BREAKING = frozenset(
    {"catalogue.badge-removed", "catalogue.address-changed", "catalogue.base-changed"}
)


def breaks(complaint: Complaint) -> bool:
    """Whether a complaint is about badges that people hold already."""
    return complaint.code in BREAKING


def continued(before: Catalogue, after: Catalogue) -> Iterator[Complaint]:
    """Give every complaint about what is published and what would be."""
    if after.base != before.base:
        yield Complaint(code="catalogue.base-changed", facts={"base": before.base})
    now = {entry.id: entry for entry in after.badges}
    for entry in before.badges:
        about = {"id": entry.id, "name": entry.name[DEFAULT_LANGUAGE]}
        kept = now.get(entry.id)
        if kept is None:
            yield Complaint(code="catalogue.badge-removed", facts=about)
        elif kept.slug != entry.slug:
            address = achievement_address(entry, base=before.base)
            yield Complaint(code="catalogue.address-changed", facts={**about, "address": address})
    new = now.keys() - {entry.id for entry in before.badges}
    if len(new) > MOST_NEW:
        facts = {"count": len(new), "limit": MOST_NEW}
        yield Complaint(code="catalogue.too-many-new", facts=facts)
