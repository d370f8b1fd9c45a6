"""What can be done: all of it, with one badge, and what is asked before it is done."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from wallet import wording
from wallet.tui import folders
from wallet.tui.actions import ACTIONS
from wallet.tui.carnet import Carnet
from wallet.tui.page import Kind, Line, Page, Row
from wallet.tui.places import (
    Again,
    Back,
    Diary,
    Field,
    Notices,
    OtherActs,
    Palette,
    Place,
    Protect,
    Protecting,
    PutAway,
    ReadNotice,
    Removed,
    Save,
    Saving,
    TakeBack,
)

SHOWN = ("page", "paper", "picture")
"""Files that are given to somebody else, with the whole badge in them."""


def palette(_: Palette, carnet: Carnet) -> Page:
    """Every action, to be searched by its letters."""
    has_desk = carnet.has_desk
    rows = tuple(
        Row(label=carnet.say(one.code), hint=carnet.say(one.code, part="hint"), goes=one.place)
        for one in ACTIONS
        if not one.desk or has_desk
    )
    return Page(
        title=carnet.say("tui.palette"),
        lines=(Line(text=carnet.say("tui.palette", part="help")),),
        rows=(*rows, _back(carnet)),
        searched=True,
    )


def other_acts(place: OtherActs, carnet: Carnet) -> Page:
    """What is done more seldom with one badge."""
    holding = carnet.wallet.get(place.id)
    acts: list[tuple[str, Place]] = [
        ("tui.again", Again(holding.id)),
        ("tui.saving-picture", Saving("picture", holding.id)),
        ("tui.put-away", PutAway(holding.id)),
    ]
    if holding.removed_at is not None:
        acts = [("tui.take-back", TakeBack(holding.id))]
    rows = [Row(label=carnet.say(code), goes=goes) for code, goes in acts]
    return Page(
        title=carnet.say("tui.other-acts"),
        lines=(
            Line(text=wording.name(holding, carnet.catalogue, lang=carnet.lang), kind=Kind.NAME),
        ),
        rows=(*rows, _back(carnet)),
        large=True,
    )


def notices(_: Notices, carnet: Carnet) -> Page:
    """What happened to badges, whole; Enter notes that it was read, and opens the badge."""
    found = carnet.notices()
    lines: list[Line] = []
    for one in found:
        name = wording.name(one.holding, carnet.catalogue, lang=carnet.lang)
        lines += [
            Line(text=name, kind=Kind.HEADING),
            Line(text=wording.notice(one, lang=carnet.lang)),
        ]
    rows = [
        Row(
            label=carnet.say(
                "tui.notice-read",
                {"name": wording.name(one.holding, carnet.catalogue, lang=carnet.lang)},
            ),
            goes=ReadNotice(one.holding.id, one.key),
        )
        for one in found
    ]
    if not found:
        lines = [Line(text=carnet.say("tui.notices-none"))]
    return Page(title=carnet.say("tui.notices"), lines=tuple(lines), rows=(*rows, _back(carnet)))


def removed(_: Removed, carnet: Carnet) -> Page:
    """What was put away; Enter brings it back."""
    found = carnet.wallet.removed()
    rows = tuple(
        Row(
            label=wording.name(one, carnet.catalogue, lang=carnet.lang),
            hint=carnet.say("tui.take-back"),
            goes=TakeBack(one.id),
        )
        for one in found
    )
    said = "tui.removed-choose" if found else "tui.removed-none"
    return Page(
        title=carnet.say("tui.removed"),
        lines=(Line(text=carnet.say(said)),),
        rows=(*rows, _back(carnet)),
        searched=bool(found),
    )


def saving(place: Saving, carnet: Carnet) -> Page:
    """The folders of this computer in which a file can be put."""
    found = folders.folders(Path.home())
    where = [(carnet.say(one.code, {"name": one.path.name}), one.path) for one in found]
    here = Path.cwd()
    if here not in [path for _, path in where]:
        where.append((carnet.say("tui.folder-here", {"name": here.name or str(here)}), here))
    rows = [Row(label=label, goes=Save(place, path)) for label, path in where]
    return Page(
        title=carnet.say(f"tui.saving-{place.what}"),
        lines=(*_inside(place, carnet), Line(text=carnet.say("tui.saving-where"))),
        rows=(*rows, _back(carnet)),
        large=True,
    )


def _inside(place: Saving, carnet: Carnet) -> Iterator[Line]:
    """What the signed badge tells anyway: said before it leaves."""
    if place.what not in SHOWN:
        return
    from wallet.sharing.telling import Visible, hidden_yet_inside

    holding = carnet.wallet.get(place.id)
    if hidden := hidden_yet_inside(carnet.wallet, [holding], Visible()):
        yield Line(text=carnet.say("share.inside"))
        yield from (Line(text=carnet.say(one.code), kind=Kind.ITEM) for one in hidden)
        yield Line()


def diary(_: Diary, carnet: Carnet) -> Page:
    """What was shown, to whom, the last first."""
    from wallet.sharing.diary import diary as shown_before

    lines = [
        Line(
            text=carnet.say(
                "share.diary-line",
                {"day": one.at, "audience": one.audience, "names": ", ".join(one.badges)},
            ),
            kind=Kind.ITEM,
        )
        for one in shown_before(carnet.wallet.vault)
    ]
    nothing = [Line(text=carnet.say("share.diary-empty"))]
    return Page(title=carnet.say("tui.diary"), lines=tuple(lines or nothing), rows=(_back(carnet),))


def protecting(place: Protecting, carnet: Carnet) -> Page:
    """A phrase to write on paper, or one's own."""
    own = Field(
        "tui.protect-own",
        then=lambda phrase: Field(
            "tui.protect-again", then=partial(Protect, place.label, phrase), hidden=True
        ),
        hidden=True,
    )
    written = Field(
        "tui.protect-again", then=partial(Protect, place.label, place.phrase), hidden=True
    )
    rows = (
        Row(label=carnet.say("tui.protect-written"), goes=written),
        Row(label=carnet.say("tui.protect-own"), goes=own),
        _back(carnet),
    )
    lines = (
        Line(text=carnet.say("tui.protect-idea")),
        Line(text=place.phrase, kind=Kind.NAME),
        Line(text=carnet.say("tui.protect-lost")),
    )
    return Page(title=carnet.say("tui.protect"), lines=lines, rows=rows, large=True)


def field(place: Field, carnet: Carnet) -> Page:
    """What is to be typed."""
    help_ = carnet.say(place.code, part="help")
    return Page(title=carnet.say(place.code), lines=(Line(text=help_),))


def _back(carnet: Carnet) -> Row:
    return Row(label=carnet.say("tui.back"), goes=Back())
