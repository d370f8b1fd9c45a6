"""The door: whose carnet is to be opened, and with which phrase."""

from wallet.tui.carnet import Carnet
from wallet.tui.page import Line, Page, Row
from wallet.tui.places import Choose, Door, Field, Leave, Phrase, Suggest


def page(_: Door, carnet: Carnet) -> Page:
    """The carnets of this computer; nothing of them is open."""
    rows = [
        Row(
            label=one.label or carnet.say("tui.door", part="one"),
            hint=carnet.say("tui.door", part="locked") if one.locked else "",
            goes=Choose(one.id),
        )
        for one in carnet.doorways
    ]
    if carnet.shared:
        new = Field("tui.door-new", then=Suggest)
        rows.append(Row(label=carnet.say("tui.door", part="new"), goes=new))
    rows.append(Row(label=carnet.say("tui.leave"), goes=Leave()))
    return Page(
        title=carnet.say("tui.door"),
        lines=(Line(text=carnet.say("tui.door", part="help")),),
        rows=tuple(rows),
        large=True,
    )


def phrase(_: Phrase, carnet: Carnet) -> Page:
    """What is asked for."""
    return Page(
        title=carnet.say("tui.door"),
        lines=(Line(text=carnet.say("tui.phrase")), Line(text=carnet.say("tui.phrase-lost"))),
    )
