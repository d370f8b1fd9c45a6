"""How a person gives their phrase: typed unseen, or in a file; never as an argument."""

import sys
from pathlib import Path

import click

from shared.errors import BadgeError
from wallet import wording
from wallet.errors import PhraseMissing, PhrasesDiffer, PhraseUnread

STDIN = "-"
MAX_BYTES = 4096
"""Of the first line of a file with a phrase: a phrase is some sixty letters."""


def in_file(path: Path) -> str:
    """
    The first line of a file, or of stdin for ``-``.

    Raises:
        PhraseUnread: there is none.
    """
    try:
        if str(path) == STDIN:
            content = sys.stdin.buffer.readline(MAX_BYTES)
        else:
            with path.open("rb") as file:
                content = file.readline(MAX_BYTES)
        phrase = content.decode("utf-8-sig").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise PhraseUnread(file=path.name) from error
    if not phrase:
        raise PhraseUnread(file=path.name)
    return phrase


def may_ask() -> bool:
    """Whether somebody is there to type a phrase."""
    return sys.stdin.isatty()


def asked(code: str, *, lang: str) -> str:
    """Ask for a phrase; what is typed is not shown."""
    from wallet.commands.talk import bare

    question = bare(wording.say(code, lang=lang))
    typed: str = click.prompt(question, hide_input=True, err=True, prompt_suffix=" ")
    return typed


def tell(error: BadgeError, *, lang: str) -> None:
    """Say why what was typed does not do, before asking again."""
    from wallet.commands.talk import reason, talk

    talk(reason(error, lang))


def new_phrase(file: Path | None, *, lang: str) -> str:
    """
    A phrase to protect something with: from a file, or chosen at the keyboard and typed twice.

    Raises:
        PhraseMissing: nobody is there to choose one.
        PhrasesDiffer: the second time it was another.
        PhraseUnread: the file holds none.
    """
    from wallet.commands.talk import talk
    from wallet.vault import phrases

    if file is not None:
        return in_file(file)
    if not may_ask():
        raise PhraseMissing
    talk(wording.say("lock.suggest", {"phrase": phrases.suggested()}, lang=lang))
    first = asked("lock.ask-new", lang=lang)
    if phrases.folded(first) != phrases.folded(asked("lock.ask-again", lang=lang)):
        raise PhrasesDiffer
    return first
