"""Badges put away and brought back, and all of them verified once more."""

from collections.abc import Callable
from functools import partial

from verifier.circumstances import Circumstances
from wallet import wording
from wallet.notices import acknowledge
from wallet.rechecking import Rechecked, recheck
from wallet.tui.carnet import Carnet
from wallet.tui.page import Row, Tone
from wallet.tui.places import (
    Again,
    AllAgain,
    Badges,
    OneBadge,
    Place,
    PutAway,
    ReadNotice,
    TakeBack,
    Told,
)

Tell = Callable[[str], None]


def put_away(place: PutAway, carnet: Carnet, _: Tell) -> Place:
    """Put a badge away; the next line brings it back."""
    now = carnet.asking(lambda around: around.now)
    holding = carnet.wallet.remove(place.id, now=now)
    name = wording.name(holding, carnet.catalogue, lang=carnet.lang)
    rows = (
        Row(label=carnet.say("tui.take-back"), goes=TakeBack(holding.id)),
        Row(label=carnet.say("tui.home-badges"), goes=Badges()),
    )
    return Told("tui.put-away-done", (("name", name),), tone=Tone.OK, rows=rows)


def take_back(place: TakeBack, carnet: Carnet, _: Tell) -> Place:
    """Bring a badge back, and look at it."""
    return OneBadge(carnet.wallet.restore(place.id).id)


def again(place: Again, carnet: Carnet, _: Tell) -> Place:
    """Verify one badge now, and look at it."""
    carnet.asking(partial(_again, carnet, place.id))
    return OneBadge(place.id)


def read_notice(place: ReadNotice, carnet: Carnet, _: Tell) -> Place:
    """It is not told again, until something new happens."""
    acknowledge(carnet.wallet, place.id, place.key)
    return OneBadge(place.id)


def all_again(_: AllAgain, carnet: Carnet, tell: Tell) -> Place:
    """Verify every badge, one after another; what changed is named."""
    held = carnet.wallet.holdings()
    found: list[Rechecked] = []
    for holding in held:
        tell(carnet.say("tui.adding-now", {"done": len(found), "count": len(held)}))
        found += carnet.asking(partial(_again, carnet, holding.id))
    changed = [one.after for one in found if one.changed]
    rows = tuple(
        Row(
            label=wording.name(one, carnet.catalogue, lang=carnet.lang),
            hint=wording.state(one, lang=carnet.lang, part="word"),
            goes=OneBadge(one.id),
        )
        for one in changed
    )
    facts = (("changed", len(changed)),)
    see = Row(label=carnet.say("tui.home-badges"), goes=Badges())
    return Told("tui.all-again-done", facts, tone=Tone.OK, rows=(*rows, see))


def _again(carnet: Carnet, badge: str, around: Circumstances) -> tuple[Rechecked, ...]:
    return recheck(carnet.wallet, around, only=(badge,))
