"""The opening: three large choices, and the way out."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from wallet.tui.carnet import Carnet
from wallet.tui.page import Kind, Line, Page, Row, Tone
from wallet.tui.places import Adding, Awarding, Badges, Done, Home, Pathways, Place

if TYPE_CHECKING:
    from wallet.holding import Holding

MAX_NOTICES = 2
"""More would hide the choices on a screen of 24 lines; a page of their own has them all."""
TAKEN = ("withdrawn", "on-hold")
"""What others did to a badge; the rest is time that passes."""
CHOICES: tuple[tuple[str, Place], ...] = (
    ("tui.home-add", Adding()),
    ("tui.home-badges", Badges()),
    ("tui.home-path", Pathways()),
    ("tui.home-done", Done()),
)
AWARD: tuple[str, Place] = ("tui.award", Awarding())
"""For a professional; nobody else has this line."""


def opening(carnet: Carnet) -> Page:
    """What can be painted before the badges are opened."""
    return _page(carnet, greeting=carnet.say("tui.home-hello"))


def page(_: Home, carnet: Carnet) -> Page:
    """The same, with what is held and the next step."""
    held = carnet.wallet.holdings()
    kept = carnet.say("tui.home-count", {"count": len(held)})
    greeting = f"{carnet.say('tui.home-hello')} {kept}"
    told = _page(
        carnet, greeting=greeting, next_step=_next_step(carnet, held), desk=carnet.has_desk
    )
    return replace(told, lines=(*told.lines, *_notices(carnet)))


def troubled(told: Page, carnet: Carnet) -> Page:
    """The choices, below what went wrong: some of them may still be of use."""
    return replace(opening(carnet), lines=told.lines)


def _notices(carnet: Carnet) -> Iterator[Line]:
    """What happened to badges since they were given: nobody should learn it from an employer."""
    from wallet import wording

    found = carnet.notices()
    for one in found[:MAX_NOTICES]:
        facts = {
            "name": wording.name(one.holding, carnet.catalogue, lang=carnet.lang),
            "what": carnet.say(one.code, {"day": one.day or "none"}),
        }
        tone = Tone.STOP if one.about in TAKEN else Tone.CARE
        yield Line(text=carnet.say("tui.home-notice", facts), kind=Kind.STATE, tone=tone)
    if more := found[MAX_NOTICES:]:
        yield Line(text=carnet.say("tui.home-notices", {"count": len(more)}))


def _next_step(carnet: Carnet, held: "tuple[Holding, ...]") -> str | None:
    """The next step of the pathway that is begun and nearest to its end, else of the first."""
    from wallet.pathways import progress

    found = [one for one in progress(held, carnet.catalogue) if one.next is not None]
    if not found:
        return None
    left = [(not one.done, one.pathway.needed - len(one.done)) for one in found]
    nearest = found[left.index(min(left))] if any(one.done for one in found) else found[0]
    return carnet.catalogue.badge(str(nearest.next)).name[carnet.lang]


def _page(
    carnet: Carnet, *, greeting: str, next_step: str | None = None, desk: bool = False
) -> Page:
    hints = {code: carnet.say(code, part="hint") for code, _ in CHOICES}
    if next_step is not None:
        hints["tui.home-path"] = carnet.say("tui.home-next", {"name": next_step})
    choices = [*CHOICES[:-1], *([AWARD] if desk else []), CHOICES[-1]]
    hints["tui.award"] = carnet.say("tui.award", part="hint")
    rows = tuple(
        Row(label=carnet.say(code), hint=hints[code], goes=place) for code, place in choices
    )
    return Page(
        title=carnet.say("tui.home"),
        lines=(Line(text=greeting, kind=Kind.NAME),),
        rows=rows,
        large=True,
    )
