"""A badge awarded at the desk: whether it may be, and then signed and put into a folder."""

from collections.abc import Callable
from dataclasses import replace

from trust_registry.catalogue import EvidenceKind
from wallet.awarding.award import make_award
from wallet.awarding.compose import Award, Observation, check
from wallet.awarding.desk import right_to_award
from wallet.awarding.withdrawal import number
from wallet.tui.acts.saving import kept, writable
from wallet.tui.carnet import Carnet
from wallet.tui.page import Row, Tone
from wallet.tui.places import Awarding, Draft, Home, Place, Sign, TakeBadge, Told

Tell = Callable[[str], None]


def take_badge(place: TakeBadge, carnet: Carnet, _: Tell) -> Place:
    """Go on with a badge that may be awarded from here. Raises: why it may not."""
    carnet.in_space(lambda space, around: right_to_award(place.badge, space, around))
    same = place.draft.badge == place.badge
    seen = place.draft.seen if same else frozenset()
    return Awarding(replace(place.draft, badge=place.badge, seen=seen))


def sign(place: Sign, carnet: Carnet, _: Tell) -> Place:
    """Sign it, once its files have a place. Raises: FileNotWritten, and why it may not be."""
    award = award_of(place.draft, lang=carnet.lang)
    check(award)
    # Before anything is signed: what is signed and cannot be given is lost.
    writable(place.folder)
    made = carnet.in_space(lambda space, around: make_award(award, space, around))
    stem = f"{made.right.badge.slug}-{number(made.line)}"
    for suffix, content in made.files.items():
        kept(place.folder, stem + suffix, content)
    facts = {
        "name": made.right.badge.name[carnet.lang],
        "to": award.to,
        "partner": made.right.partner.name,
        "number": number(made.line),
        "folder": place.folder.name,
    }
    rows = (
        Row(label=carnet.say("tui.award-another"), goes=Awarding()),
        Row(label=carnet.say("tui.home"), goes=Home()),
    )
    return Told("tui.award-done", tuple(facts.items()), tone=Tone.OK, rows=rows)


def award_of(draft: Draft, *, lang: str) -> Award:
    """What was said at the desk, as the awarding takes it."""
    kind = EvidenceKind(draft.kind) if draft.kind else None
    return Award(
        badge=draft.badge,
        to=draft.to,
        evidence=(Observation(narrative=draft.evidence, kind=kind),),
        words=draft.words,
        lang=lang,
    )
