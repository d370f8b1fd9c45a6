"""A catalogue to begin from nothing: one badge whose texts are still to be written."""

from trust_registry.catalogue.model import (
    BadgeEntry,
    Catalogue,
    EvidenceKind,
    Pathway,
    Rule,
    Spoken,
    Status,
)

SLUG, PATHWAY = "nouveau-badge", "nouveau-parcours"


def blank(name: str, *, base: str) -> Catalogue:
    """
    Give a catalogue that is to be written, and cannot be read before it is.

    Args:
        name: what the badge and the pathway are called until they have a name.
        base: the address of the registry.
    """
    nothing: Spoken[str] = Spoken(fr="", en="")
    lines: Spoken[tuple[str, ...]] = Spoken(fr=(), en=())
    called: Spoken[str] = Spoken(fr=name, en="")
    badge = BadgeEntry(
        id="b01",
        number=1,
        slug=SLUG,
        name=called,
        summary=nothing,
        can_do=lines,
        criteria=lines,
        evidence_kinds=(EvidenceKind.OBSERVATION,),
        situations=lines,
        good_for=lines,
        alignments=(),
        tags=lines,
        image_svg=f"{SLUG}.svg",
        image_png=f"{SLUG}.png",
        alt=nothing,
        authorises=False,
    )
    pathway = Pathway(
        id=PATHWAY, name=called, summary=nothing, badges=("b01",), rule=Rule.ORDERED, needed=1
    )
    return Catalogue(
        version=1, status=Status.PUBLISHED, base=base, badges=(badge,), pathways=(pathway,)
    )
