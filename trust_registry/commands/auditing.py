"""``badge-registry audit``: the whole past of the network, from a copy of its public files."""

import time
from collections.abc import Mapping
from datetime import datetime
from enum import IntEnum
from itertools import groupby
from pathlib import Path

import click

from shared.times import instant_text
from trust_registry.audit import Audit, Event, Outcome, Remark, Signers, audit, compare
from trust_registry.audit.model import Fact
from trust_registry.commands import talk
from trust_registry.commands.talk import Session, WholeMoment
from trust_registry.words import WORDS

QUIET_SECONDS = 1.0
"""Nothing is said of an audit that is over before this."""
FOLDER = click.Path(path_type=Path, file_okay=False, exists=True)


class Exit(IntEnum):
    """What the copy is worth; 1 is also any failure to read it."""

    SOUND = 0
    BROKEN = 1
    ODD = 3


EXIT_FOR = {
    Outcome.SOUND: Exit.SOUND,
    Outcome.ODD: Exit.ODD,
    Outcome.BROKEN: Exit.BROKEN,
}


@click.command("audit")
@click.argument("folder", metavar="SOURCE", type=FOLDER)
@click.option(
    "--since", metavar="OLDER", type=FOLDER, help="An older copy: what it had must still be there."
)
@click.option(
    "--root",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="The first root as you know it from elsewhere.",
)
@click.option("--at", type=WholeMoment(), help="Do as if it were this instant.")
@talk.command
def audit_copy(
    session: Session,
    /,
    *,
    folder: Path,
    since: Path | None,
    root: Path | None,
    at: datetime | None,
) -> None:
    """
    Tell the whole history of the network, and say whether anybody edited the past.

    SOURCE is the folder of a registry, or a copy made by wget --mirror; public files are
    enough. The exit status is 0 when all holds, 1 when the past is not what was signed, 3
    when something beside the signed files should be looked at.

    Example:
        $ badge-registry audit instance/region
        $ badge-registry audit copy --since copy-of-last-year --json
    """
    now = at or session.clock()
    given = None if root is None else root.read_bytes()
    progress = _Progress(session)
    if since is None:
        found = audit(folder, now=now, root=given, tell=progress)
    else:
        found = compare(folder, since, now=now, root=given, tell=progress)
    progress.end()
    if session.json:
        talk.answer(as_json(found))
    else:
        _tell(session, found)
    raise SystemExit(EXIT_FOR[found.outcome])


class _Progress:
    """One line on stderr, from the second on that people wait."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._last = time.monotonic()
        self._shown = False

    def __call__(self, at: int, of: int) -> None:
        if time.monotonic() - self._last < QUIET_SECONDS:
            return
        self._last, self._shown = time.monotonic(), True
        said = self._session.say("audit.progress", {"at": at, "of": of})
        click.echo(f"\r{talk.bare(said)}", err=True, nl=False)

    def end(self) -> None:
        """Leave the line, if there is one."""
        if self._shown:
            click.echo(err=True)


def _tell(session: Session, found: Audit) -> None:
    talk.line(found.name)
    if found.first is not None and found.last is not None:
        facts = {"count": found.editions, "renewals": found.renewals}
        days = {"first": found.first, "last": found.last}
        talk.line(session.say("audit.editions", {**facts, **days}))
    _tell_events(session, found.events)
    if found.denied:
        talk.line()
        talk.line(session.say("audit.denied", {"count": len(found.denied)}))
        _tell_events(session, found.denied)
    talk.line()
    talk.line(session.say(found.outcome.code))
    for remark in found.remarks:
        talk.line("  " + said(session, remark.code, remark.facts))
        if WORDS.has(remark.code, session.lang, "help"):
            talk.line("    " + session.say(remark.code, dict(remark.facts), part="help"))


def _tell_events(session: Session, events: tuple[Event, ...]) -> None:
    """Day by day; who signed stands once below what one signature covers."""
    told: set[str] = set()
    for on, those in groupby(events, key=lambda one: one.on):
        day = session.say("audit.day", {"day": on})
        if day not in told:
            talk.line()
            talk.line(day)
            told.add(day)
        for signers, same in groupby(those, key=lambda one: one.signers):
            for one in same:
                talk.line("  " + said(session, one.code, one.facts))
            talk.line("    " + session.say("audit.signed", _signed(signers)))


def _signed(signers: Signers) -> dict[str, Fact]:
    keys = ", ".join(signers.keys)
    return {"valid": len(signers.keys), "of": signers.of, "role": signers.role, "keys": keys}


def said(session: Session, code: str, facts: Mapping[str, Fact]) -> str:
    """The sentence of a code, with what a fact is called in its language where that is known."""
    own = {name: facts.get(f"{name}_{session.lang}", value) for name, value in facts.items()}
    return session.say(code, own)


def as_json(found: Audit) -> dict[str, object]:
    """The answer for programs: its form is described in docs/registry.md."""
    return {
        "registry": found.name,
        "outcome": str(found.outcome),
        "editions": found.editions,
        "renewals": found.renewals,
        "first": _instant(found.first),
        "last": _instant(found.last),
        "events": [_event(one) for one in found.events],
        "denied": [_event(one) for one in found.denied],
        "remarks": [_remark(one) for one in found.remarks],
    }


def _event(one: Event) -> dict[str, object]:
    return {
        "on": instant_text(one.on),
        "edition": one.edition,
        "code": one.code,
        "facts": _facts(one.facts),
        "signed_by": {
            "role": one.signers.role,
            "keys": list(one.signers.keys),
            "of": one.signers.of,
            "needed": one.signers.needed,
        },
    }


def _remark(one: Remark) -> dict[str, object]:
    return {"code": one.code, "outcome": str(one.outcome), "facts": _facts(one.facts)}


def _facts(facts: Mapping[str, Fact]) -> dict[str, str | int]:
    return {
        name: instant_text(value) if isinstance(value, datetime) else value
        for name, value in facts.items()
    }


def _instant(moment: datetime | None) -> str | None:
    return None if moment is None else instant_text(moment)
