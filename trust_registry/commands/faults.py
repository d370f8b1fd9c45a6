"""What is wrong with an entry that somebody wrote, each fault on a line, where it stands."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from shared.parsing.shapes import clean
from trust_registry.commands import talk
from trust_registry.commands.talk import Session
from trust_registry.errors import DraftFaulty
from trust_registry.model import Kind

MAX_SHOWN = 60
"""Letters of what was written wrong."""
MAX_PLACE = 200
"""Letters of where it stands: the names are those that somebody wrote."""
MEMBER = "member"
"""Of a draft: what one that is not in the network yet says of itself."""


@contextmanager
def telling_faults(session: Session, draft: Any) -> Iterator[None]:
    """Say each fault of a draft on a line of its own, before the last word."""
    try:
        yield
    except DraftFaulty as error:
        for fault in error.faults if not session.json else ():
            path = str(fault.facts.get("path", "/"))
            facts = {**fault.facts, "path": _place_in_words(session, path, draft)}
            click.echo(talk.bare(f"- {session.say(fault.code, facts, part='help')}"), err=True)
            if path == f"/{MEMBER}/kind":
                kinds = ", ".join(f"{one} ({session.say(f'kind.{one}')})" for one in Kind)
                click.echo(
                    talk.bare(f"  {session.say('sending.kinds', {'kinds': kinds})}"), err=True
                )
        if session.json:
            told = [{"code": one.code, "facts": one.facts} for one in error.faults]
            talk.answer({"error": {"code": error.code, "facts": error.facts}, "faults": told})
            raise SystemExit(talk.Exit.NOT_DONE) from None
        raise


def _place_in_words(session: Session, path: str, draft: Any) -> str:
    """Where a fault stands, counted from one, with what was written there."""
    found, said = draft, []
    for name in path.split("/")[1:]:
        number = int(name) if isinstance(found, list) and name.isdecimal() else None
        said.append(name if number is None else f"n° {number + 1}")
        if number is not None:
            found = found[number] if number < len(found) else None
        else:
            found = found.get(name) if isinstance(found, dict) else None
    written = clean(found, limit=MAX_SHOWN) if isinstance(found, str) else ""
    place = clean(", ".join(said), limit=MAX_PLACE)
    return session.say("sending.where", {"place": place, "written": written or "none"})
