"""The badges of the space, and what is kept aside."""

from collections.abc import Iterator

from wallet import wording
from wallet.glance import Glance
from wallet.holding import Holding
from wallet.standing import standing
from wallet.tui.carnet import Carnet
from wallet.tui.page import Kind, Line, Page, Row, Tone
from wallet.tui.places import Adding, Aside, Badges, OneBadge, Pathways, Told


def held(_: Badges, carnet: Carnet) -> Page:
    """The badges held, in the order received; what is kept aside stands after them."""
    found = carnet.wallet.glance()
    rows = list(_rows(found, carnet))
    if found.aside:
        kept = carnet.say("archive.aside", {"count": found.aside})
        rows.append(Row(label=kept, goes=Aside()))
    if found:
        lines = (Line(text=carnet.say("archive.badges", {"count": len(found)}), kind=Kind.SOFT),)
    else:
        lines = (Line(text=carnet.say("tui.badges-none")),)
        rows.append(Row(label=carnet.say("tui.home-add"), goes=Adding()))
        rows.append(Row(label=carnet.say("tui.home-path"), goes=Pathways()))
    return Page(
        title=carnet.say("tui.home-badges"),
        lines=lines,
        rows=tuple(rows),
        searched=bool(found),
    )


def aside(_: Aside, carnet: Carnet) -> Page:
    """What was refused: named by its file, because nothing in it can be believed."""
    found = carnet.wallet.aside()
    rows = tuple(
        Row(
            label=wording.name(one, carnet.catalogue, lang=carnet.lang),
            hint=wording.state(one, lang=carnet.lang, part="word"),
            tone=Tone.STOP,
            goes=Told.because("import.kept-aside", one.reasons, name=one.name),
        )
        for one in found
    )
    title = carnet.say("archive.aside", {"count": len(found)})
    return Page(title=title, lines=(Line(text=carnet.say("tui.aside")),), rows=rows)


def _rows(found: Glance, carnet: Carnet) -> Iterator[Row]:
    """Every badge held, as ``row_of`` shows one; thousands are made at once."""
    words: dict[str, str] = {}
    for one in found.rows(carnet.lang):
        if one.state not in words:
            words[one.state] = carnet.say(one.state, part="word")
        yield Row(
            label=one.name or wording.of_file(one.file, lang=carnet.lang),
            hint=words[one.state],
            tone=Tone(one.sign),
            goes=OneBadge(one.id),
        )


def row_of(holding: Holding, carnet: Carnet) -> Row:
    """One badge in a list: its name, then how it stands as a sign and a word."""
    return Row(
        label=wording.name(holding, carnet.catalogue, lang=carnet.lang),
        hint=wording.state(holding, lang=carnet.lang, part="word"),
        tone=Tone(standing(holding).sign.value),
        goes=OneBadge(holding.id),
    )
