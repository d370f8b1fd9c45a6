"""Showing a badge to somebody: its link as a square for a telephone and in letters, or a file."""

from functools import partial

from wallet import wording
from wallet.holding import Holding
from wallet.standing import Sign, standing
from wallet.tui.carnet import Carnet
from wallet.tui.page import Kind, Line, Page, Row, Tone
from wallet.tui.pages.one_badge import state_line
from wallet.tui.places import Back, Field, Saving, Showing

HTTPS = "https://"


def page(place: Showing, carnet: Carnet) -> Page:
    """The square when there is a link; what else can be given to the other person."""
    holding = carnet.wallet.get(place.id)
    link = link_of(holding, carnet)
    found = standing(holding)
    name = wording.name(holding, carnet.catalogue, lang=carnet.lang)
    lines = [Line(text=name, kind=Kind.NAME)]
    if found.sign is not Sign.OK:
        # Whoever looks will see it too: the person knows before.
        tone = Tone(found.sign.value)
        lines.append(state_line(wording.state(holding, lang=carnet.lang, part="word"), tone))
    if link is None:
        lines.append(Line(text=carnet.say("tui.show-no-link")))
        lines.append(Line(text=carnet.say("tui.show-no-link", part="help")))
    else:
        lines.append(Line(text=carnet.say("tui.show-aim")))
        lines.append(Line(text=carnet.say("tui.show-type")))
        lines.append(Line(text=link, kind=Kind.LINK))
    page_for = Field("tui.saving-page", then=partial(Saving, "page", holding.id))
    rows = (
        Row(label=carnet.say("tui.saving-page"), goes=page_for),
        Row(label=carnet.say("tui.saving-paper"), goes=Saving("paper", holding.id)),
        Row(label=carnet.say("tui.saving-picture"), goes=Saving("picture", holding.id)),
        Row(label=carnet.say("tui.back"), goes=Back()),
    )
    return Page(title=carnet.say("tui.show"), lines=tuple(lines), rows=rows, square=link)


def link_of(holding: Holding, carnet: Carnet) -> str | None:
    """Where the badge is published by whoever gave it; most badges are published nowhere."""
    from shared import reading
    from verifier.hosting import address_in

    address = address_in(reading.read(carnet.wallet.original(holding.id)))
    credential = carnet.wallet.credential(holding.id)
    link = None if credential is None else credential.hosted_at
    if address is not None:
        link = address.text
    return link if link is not None and link.lower().startswith(HTTPS) else None
