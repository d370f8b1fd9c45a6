"""The award, for a professional at the desk: one list, each line of which opens what it asks."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from trust_registry.catalogue import BadgeEntry, EvidenceKind
from wallet.tui import folders
from wallet.tui.carnet import Carnet
from wallet.tui.page import Kind, Line, Page, Row, Tone
from wallet.tui.pages.one_badge import SPACE
from wallet.tui.places import (
    Awarding,
    Back,
    ChooseBadge,
    Draft,
    Evidence,
    Field,
    Place,
    Review,
    Seen,
    Sign,
    TakeBadge,
    Told,
)

TICKS = {True: "[x]", False: "[ ]"}


def page(place: Awarding, carnet: Carnet) -> Page:
    """What is said and what is missing; the cursor stands on the first line still to fill."""
    draft = place.draft
    entry = carnet.catalogue.badge(draft.badge) if draft.badge else None
    missing = missing_of(draft, entry)
    rows = (
        _row("tui.award-to", draft.to, _field("tui.award-to", draft, "to"), carnet),
        _row(
            "tui.award-badge", entry.name[carnet.lang] if entry else "", ChooseBadge(draft), carnet
        ),
        _row("tui.award-seen", _ticked(draft, entry, carnet), _after_badge(Seen, draft), carnet),
        _row("tui.award-evidence", draft.evidence, _after_badge(Evidence, draft), carnet),
        _row("tui.award-words", draft.words, _field("tui.award-words", draft, "words"), carnet),
        _ready(draft, missing, carnet),
        Row(label=carnet.say("tui.back"), goes=Back()),
    )
    return Page(
        title=carnet.say("tui.award"),
        lines=(Line(text=carnet.say("tui.award", part="help")),),
        rows=rows,
        start=PARTS.index(missing[0]) if missing else len(PARTS) + 1,
    )


PARTS = ("to", "badge", "seen", "evidence")
"""What an award cannot do without, in the order of its lines."""


def missing_of(draft: Draft, entry: BadgeEntry | None) -> list[str]:
    """The parts that are still to be said."""
    ticked = entry is not None and len(draft.seen) == len(entry.criteria["fr"])
    said = {"to": draft.to, "badge": draft.badge, "seen": ticked, "evidence": draft.evidence}
    return [part for part in PARTS if not said[part]]


def badges(place: ChooseBadge, carnet: Carnet) -> Page:
    """The badges of the network that can be awarded to a learner."""
    rows = tuple(
        Row(label=one.name[carnet.lang], goes=TakeBadge(place.draft, one.id))
        for one in carnet.catalogue.badges
        if any(one.criteria.values()) and not one.authorises
    )
    return Page(
        title=carnet.say("tui.award-badge"),
        lines=(Line(text=carnet.say("tui.award-badge", part="help")),),
        rows=rows,
        searched=True,
    )


def seen(place: Seen, carnet: Carnet) -> Page:
    """The criteria; Enter ticks one, and the last line goes on."""
    draft = place.draft
    criteria = carnet.catalogue.badge(draft.badge).criteria[carnet.lang]
    rows = [
        Row(label=f"{TICKS[at in draft.seen]} {text}", goes=Seen(_toggled(draft, at)))
        for at, text in enumerate(criteria)
    ]
    left = [at for at in range(len(criteria)) if at not in draft.seen]
    return Page(
        title=carnet.say("tui.award-seen"),
        lines=(Line(text=carnet.say("tui.award-seen", part="help")),),
        rows=(*rows, Row(label=carnet.say("tui.award-seen-all"), goes=Awarding(draft))),
        start=left[0] if left else len(criteria),
    )


def evidence(place: Evidence, carnet: Carnet) -> Page:
    """The kinds of evidence that the network names for this badge."""
    draft = place.draft
    rows = tuple(
        Row(
            label=carnet.say(kind.code),
            hint=carnet.say(kind.code, part="help"),
            goes=_field("tui.award-evidence", replace(draft, kind=kind.value), "evidence"),
        )
        for kind in carnet.catalogue.badge(draft.badge).evidence_kinds or tuple(EvidenceKind)
    )
    return Page(
        title=carnet.say("tui.award-evidence"),
        lines=(Line(text=carnet.say("tui.award-evidence-kind")),),
        rows=(*rows, Row(label=carnet.say("tui.back"), goes=Back())),
        large=True,
    )


def review(place: Review, carnet: Carnet) -> Page:
    """What will be signed, and where its files go."""
    entry = carnet.catalogue.badge(place.draft.badge)
    where = [
        (carnet.say(one.code, {"name": one.path.name}), one.path)
        for one in folders.folders(Path.home())
    ]
    here = Path.cwd()
    if here not in [path for _, path in where]:
        where.append((carnet.say("tui.folder-here", {"name": here.name or str(here)}), here))
    rows = [
        Row(
            label=carnet.say("tui.award-sign", {"folder": label}),
            goes=Sign(place.draft, path),
        )
        for label, path in where
    ]
    return Page(
        title=carnet.say("tui.award-review"),
        lines=tuple(_as_signed(place.draft, entry, carnet)),
        rows=(*rows, Row(label=carnet.say("tui.back"), goes=Back())),
        picture=entry.id,
        alt=entry.alt[carnet.lang],
    )


def _as_signed(draft: Draft, entry: BadgeEntry, carnet: Carnet) -> Iterator[Line]:
    yield Line(text=entry.name[carnet.lang], kind=Kind.NAME)
    yield Line(text=carnet.say("tui.award-for", {"to": draft.to}))
    yield SPACE
    yield Line(text=carnet.say("tui.step-can-do"), kind=Kind.HEADING)
    yield from (Line(text=text, kind=Kind.ITEM) for text in entry.can_do[carnet.lang])
    yield SPACE
    yield Line(text=carnet.say("show.evidence"), kind=Kind.HEADING)
    yield Line(text=draft.evidence, kind=Kind.ITEM)
    if draft.words:
        yield SPACE
        yield Line(text=carnet.say("show.words"), kind=Kind.HEADING)
        yield Line(text=draft.words, kind=Kind.QUOTE)


def _row(code: str, said: str, goes: Place, carnet: Carnet) -> Row:
    return Row(label=carnet.say(code), hint=said or carnet.say(code, part="empty"), goes=goes)


def _field(code: str, draft: Draft, name: str) -> Field:
    return Field(code, then=partial(_with, draft, name), value=getattr(draft, name))


def _with(draft: Draft, name: str, said: str) -> Awarding:
    changes: dict[str, Any] = {name: said}
    return Awarding(replace(draft, **changes))


def _after_badge(place: type[Seen] | type[Evidence], draft: Draft) -> Place:
    """What is seen depends on the badge, so that one is asked for first."""
    return place(draft) if draft.badge else ChooseBadge(draft)


def _ticked(draft: Draft, entry: BadgeEntry | None, carnet: Carnet) -> str:
    if entry is None:
        return ""
    facts = {"done": len(draft.seen), "count": len(entry.criteria["fr"])}
    return carnet.say("tui.award-ticked", facts)


def _ready(draft: Draft, missing: list[str], carnet: Carnet) -> Row:
    """The last line; while something is missing it says what, and Enter explains."""
    label = carnet.say("tui.award-review")
    if not missing:
        return Row(label=label, goes=Review(draft))
    whats = [carnet.say(f"tui.award-{part}", part="missing") for part in missing]
    told = Told("tui.award-missing", (("what", ", ".join(whats)),), tone=Tone.CARE)
    # The first alone: all of them would not fit beside the label.
    hint = carnet.say("tui.award-missing", {"what": whats[0]})
    return Row(label=label, hint=hint, goes=told)


def _toggled(draft: Draft, at: int) -> Draft:
    return replace(draft, seen=draft.seen ^ {at})
