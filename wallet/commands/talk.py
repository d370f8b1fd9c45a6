"""Answers on stdout, talk on stderr, and exit statuses that never change."""

import json as json_text
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from typing import Any, ParamSpec, TypeVar

import click

from shared.errors import BadgeError
from wallet import wording
from wallet.commands.session import Session

P = ParamSpec("P")
R = TypeVar("R")

PROGRAM = "badge-wallet"


class Exit(IntEnum):
    """Never renumbered; 2 is what click itself uses for wrong usage."""

    DONE = 0
    NOT_DONE = 1
    """Refused, or something given was kept aside."""
    UNREADABLE = 4
    """Something given holds no badge."""


def answer(value: Any) -> None:
    """Print one JSON object, on one line."""
    click.echo(json_text.dumps(value, ensure_ascii=False))


def line(text: str = "") -> None:
    """Print one line of the answer."""
    click.echo(bare(text))


def talk(text: str) -> None:
    """Say something beside the answer."""
    click.echo(bare(text), err=True)


def bare(text: str) -> str:
    """
    Take out the invisible marks around names, which terminals draw as boxes.

    Names of files are somebody else's words too: none may give orders to a terminal.
    """
    from verifier.wording.text import plain

    return "".join(letter for letter in plain(text) if letter in "\n\t" or _is_drawn(letter))


def _is_drawn(letter: str) -> bool:
    return unicodedata.category(letter) not in ("Cc", "Cs")


def refuse(error: BadgeError, session: Session) -> None:
    """Say why nothing was done, and end."""
    if session.json:
        answer({"error": {"code": error.code, "facts": error.facts}})
    else:
        talk(f"{PROGRAM}: {reason(error, session.lang)}")
    raise SystemExit(Exit.NOT_DONE) from None


def reason(error: BadgeError, lang: str) -> str:
    """What happened, then what can be done about it."""
    said = wording.say(error.code, error.facts, lang=lang)
    help_ = wording.say(error.code, error.facts, lang=lang, part="help")
    return f"{said} {help_}".strip()


@contextmanager
def speaking(session: Session) -> Iterator[None]:
    """Turn every failure raised on purpose into a sentence and an exit status."""
    try:
        yield
    except BadgeError as error:
        refuse(error, session)
