"""The door: whose carnet is to be opened, and with which phrase."""

from wallet.tui.carnet import Carnet
from wallet.tui.places import Door, Home, Leave, Line, Page, Phrase, Place, Row


def page(_: Door, carnet: Carnet) -> Page:
    """The carnets of this computer; nothing of them is open."""
    locked = carnet.locked
    place: Place = Phrase() if locked else Home()
    hint = carnet.say("tui.door", part="locked") if locked else ""
    rows = (
        Row(label=carnet.say("tui.door", part="one"), hint=hint, goes=place),
        Row(label=carnet.say("tui.leave"), goes=Leave()),
    )
    return Page(
        title=carnet.say("tui.door"),
        lines=(Line(text=carnet.say("tui.door", part="help")),),
        rows=rows,
        large=True,
    )


def phrase(_: Phrase, carnet: Carnet) -> Page:
    """What is asked for."""
    return Page(
        title=carnet.say("tui.door"),
        lines=(Line(text=carnet.say("tui.phrase")), Line(text=carnet.say("tui.phrase-lost"))),
    )
