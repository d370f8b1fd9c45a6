"""What every command of the wallet has in common."""

from collections.abc import Callable
from functools import wraps
from inspect import cleandoc
from pathlib import Path
from typing import Any, Concatenate, ParamSpec

import click

from wallet.commands.session import Session
from wallet.commands.talk import speaking

P = ParamSpec("P")

PHRASE_FILE = click.Path(path_type=Path, dir_okay=False, allow_dash=True)
"""``-`` reads it from stdin."""


def command(
    run: Callable[Concatenate[Session, P], None],
) -> Callable[..., None]:
    """
    Make a function a command body: it gets the session first, and may raise our errors.

    ``--json`` and ``--phrase-file`` may stand before or after the name of the command.
    """

    @click.option("--json", "as_json", is_flag=True, help="Answer in JSON, for programs.")
    @click.option("--phrase-file", type=PHRASE_FILE, hidden=True)
    @click.pass_context
    @wraps(run)
    def body(
        context: click.Context,
        /,
        *args: Any,
        as_json: bool,
        phrase_file: Path | None,
        **options: Any,
    ) -> None:
        session: Session = context.obj
        if as_json:
            session.json = True
        if phrase_file is not None:
            session.phrase_file = phrase_file
        with speaking(session):
            run(session, *args, **options)

    body.__doc__ = with_example(run.__doc__ or "")
    return body


def with_example(text: str) -> str:
    """Keep the lines of an example apart, where click would fill them into a paragraph."""
    return cleandoc(text).replace("Example:", "\b\nExample:")
