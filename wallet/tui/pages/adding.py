"""Adding: where the files are, one of them looked at before it is added, and what went wrong."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from shared.words import WordMissing
from verifier.verdict import Level
from wallet.tui import folders
from wallet.tui.carnet import Carnet
from wallet.tui.page import Kind, Line, Page, Row, Tone
from wallet.tui.pages.one_badge import SPACE, check_line, state_line
from wallet.tui.places import Adding, Back, Folder, Importing, Opened, Told, Typing

if TYPE_CHECKING:
    from verifier.circumstances import Circumstances
    from verifier.verify import Judgement
    from verifier.wording import WordedReport
    from wallet.commands.inputs import Given


def page(_: Adding, carnet: Carnet) -> Page:
    """The USB keys and folders that are there, and the name to type."""
    rows = [
        Row(
            label=carnet.say(found.code, {"name": found.path.name}),
            hint=carnet.say("tui.files", {"count": found.count}),
            goes=Folder(found.path),
        )
        for found in folders.folders(Path.home())
    ]
    typed = carnet.say("tui.type", part="hint")
    rows.append(Row(label=carnet.say("tui.type"), hint=typed, goes=Typing()))
    rows.append(Row(label=carnet.say("tui.back"), goes=Back()))
    return Page(
        title=carnet.say("tui.home-add"),
        lines=(Line(text=carnet.say("tui.adding")), Line(text=carnet.say("tui.adding-drop"))),
        rows=tuple(rows),
        large=True,
    )


def folder(place: Folder, carnet: Carnet) -> Page:
    """The files of a folder, the newest first; all of them can be added at once."""
    found = tuple(folders.given(one) for one in folders.files(place.path))
    rows = [Row(label=one.label, goes=Importing((one,))) for one in found]
    if len(found) > 1:
        every = carnet.say("tui.add-all", {"count": len(found)})
        rows.insert(0, Row(label=every, goes=Importing(found)))
    rows.append(Row(label=carnet.say("tui.back"), goes=Back()))
    said = "tui.folder-choose" if found else "tui.folder-empty"
    return Page(
        title=place.path.name, lines=(Line(text=carnet.say(said)),), rows=tuple(rows), searched=True
    )


def typing(_: Typing, carnet: Carnet) -> Page:
    """What may be typed."""
    return Page(title=carnet.say("tui.type"), lines=(Line(text=carnet.say("tui.type-what")),))


def opened(place: Opened, carnet: Carnet) -> Page:
    """A file verified and told in the verifier's words; it is not in the carnet yet."""
    from verifier.wording import in_words

    judgement = carnet.asking(lambda now: _judged(place.given, now))
    worded = in_words(judgement, carnet.lang)
    rows = [Row(label=carnet.say("tui.back"), goes=Back())]
    if worded.level not in (Level.REFUSED, Level.UNREADABLE):
        rows.insert(0, Row(label=carnet.say("tui.opened-add"), goes=Importing((place.given,))))
    return Page(
        title=place.given.label,
        lines=tuple(_report(worded, carnet)),
        rows=tuple(rows),
        picture=worded.badge.picture if worded.badge else None,
        alt=worded.badge.alt if worded.badge else "",
    )


def told(place: Told, carnet: Carnet) -> Page:
    """What happened, then what can be done about it."""
    facts = dict(place.facts)
    try:
        code, said = place.code, carnet.say(place.code, facts)
    except WordMissing:
        code, facts = "error.unexpected", {}
        said = carnet.say(code)
    lines = [Line(text=place.name, kind=Kind.NAME)] if place.name else []
    lines.append(state_line(said, place.tone))
    if place.why:
        lines.append(Line(text=carnet.say(place.why)))
    if help_ := carnet.say(code, facts, part="help"):
        lines.append(Line(text=help_))
    return Page(
        title=carnet.say("tui.told"),
        lines=tuple(lines),
        rows=(*place.rows, Row(label=carnet.say("tui.back"), goes=Back())),
    )


def _judged(given: "Given", circumstances: "Circumstances") -> "Judgement":
    from verifier.verify import judge

    return judge(given.read(), circumstances)


def _report(worded: "WordedReport", carnet: Carnet) -> Iterator[Line]:
    """In the order of the verifier's page; the checks last."""
    tone = Tone.PLAIN if worded.tone == "neutral" else Tone(worded.tone.value)
    if worded.badge is not None:
        yield Line(text=worded.badge.name, kind=Kind.NAME)
    yield state_line(worded.title, tone)
    said = (worded.lead, worded.sound, *worded.also, worded.note, *worded.next_steps)
    yield from (Line(text=text) for text in said if text)
    if worded.badge is not None and worded.badge.can_do:
        yield SPACE
        yield Line(text=worded.badge.opening, kind=Kind.HEADING)
        yield from (Line(text=text, kind=Kind.ITEM) for text in worded.badge.can_do)
    if worded.badge is not None:
        yield SPACE
        for fact in worded.badge.facts:
            told_as = {"label": fact.label, "value": fact.value}
            yield Line(text=carnet.say("report.fact", told_as))
    if worded.recognised:
        yield Line(text=worded.recognised)
        yield from (Line(text=one.value, kind=Kind.ITEM) for one in worded.recognisers)
    if worded.checks:
        yield SPACE
        yield Line(text=carnet.say("report.checks"), kind=Kind.HEADING)
        yield from map(check_line, worded.checks)
    yield Line(text=worded.when, kind=Kind.SOFT)
