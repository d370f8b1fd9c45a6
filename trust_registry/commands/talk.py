"""Answers on stdout, talk on stderr, and exit statuses that never change."""

import json as json_text
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from functools import wraps
from inspect import cleandoc
from pathlib import Path
from typing import Any, Concatenate, ParamSpec
from zoneinfo import ZoneInfo

import click

from shared import strict_json
from shared.commands.agreeing import agreed
from shared.commands.moment import Moment
from shared.errors import BadgeError, UnsafeJson
from trust_registry.errors import NotAgreed
from trust_registry.words import WORDS

P = ParamSpec("P")

PROGRAM = "badge-registry"
ZONE = ZoneInfo("Europe/Paris")
"""Days are those of the people of the region."""
ISOLATES = dict.fromkeys(map(ord, "\N{FIRST STRONG ISOLATE}\N{POP DIRECTIONAL ISOLATE}"))


class Exit(IntEnum):
    """Never renumbered; 2 is what click itself uses for wrong usage."""

    DONE = 0
    NOT_DONE = 1
    """Refused; nothing was published."""
    TO_RENEW = 3
    """Everything could be read, and a date is near or past."""
    UNREADABLE = 4
    """A file that was given cannot be read."""


@dataclass(slots=True)
class Session:
    """What holds for the whole command line."""

    lang: str
    json: bool
    clock: Callable[[], datetime]

    def say(
        self, code: str, facts: Mapping[str, Any] | None = None, part: str | None = None
    ) -> str:
        """Give the sentence of a code; instants become days of the region."""
        local = {
            name: value.astimezone(ZONE) if isinstance(value, datetime) else value
            for name, value in (facts or {}).items()
        }
        return WORDS.say(code, local, lang=self.lang, part=part)


class WholeMoment(Moment):
    """The same to the second, as signed lists write it."""

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        """Read it, without what is less than a second."""
        return super().convert(value, param, ctx).replace(microsecond=0)


def command(run: Callable[Concatenate[Session, P], None]) -> Callable[..., None]:
    """
    Make a function a command body: it gets the session first, and may raise our errors.

    ``--json`` may stand before or after the name of the command.
    """

    @click.option("--json", "as_json", is_flag=True, help="Answer in JSON, for programs.")
    @click.pass_context
    @wraps(run)
    def body(context: click.Context, /, *args: Any, as_json: bool, **options: Any) -> None:
        session: Session = context.obj
        session.json = session.json or as_json
        with speaking(session):
            run(session, *args, **options)

    body.__doc__ = with_example(run.__doc__ or "")
    return body


def with_example(text: str) -> str:
    """Keep the lines of an example apart, where click would fill them into a paragraph."""
    return cleandoc(text).replace("Example:", "\b\nExample:")


def answer(value: Any) -> None:
    """Print one JSON object, on one line."""
    click.echo(json_text.dumps(value, ensure_ascii=False))


def line(text: str = "") -> None:
    """Print one line of the answer."""
    click.echo(bare(text))


def bare(text: str) -> str:
    """Take out the invisible marks around names, which terminals draw as boxes."""
    return text.translate(ISOLATES)


@contextmanager
def speaking(session: Session) -> Iterator[None]:
    """Turn every failure raised on purpose into a sentence and an exit status."""
    try:
        yield
    except BadgeError as error:
        if session.json:
            answer({"error": {"code": error.code, "facts": error.facts}})
        else:
            said = session.say(error.code, error.facts)
            help_ = session.say(error.code, error.facts, part="help")
            click.echo(bare(f"{PROGRAM}: {said}. {help_}".strip()), err=True)
        unreadable = isinstance(error, UnsafeJson)
        raise SystemExit(Exit.UNREADABLE if unreadable else Exit.NOT_DONE) from None


def read_json(file: Path) -> Any:
    """Read a JSON file that somebody gives. Raises: UnsafeJson."""
    return strict_json.loads(file.read_bytes())


def confirm(session: "Session", code: str) -> None:
    """Go on if the person says yes. Raises: NotAgreed."""
    if not agreed(bare(session.say(code)), lang=session.lang):
        raise NotAgreed
