"""What every command of the wallet has in common."""

from collections.abc import Callable
from functools import wraps
from inspect import cleandoc
from typing import Any, Concatenate, ParamSpec

import click

from wallet.commands.session import Session
from wallet.commands.talk import speaking

P = ParamSpec("P")


def command(
    run: Callable[Concatenate[Session, P], None],
) -> Callable[..., None]:
    """
    Make a function a command body: it gets the session first, and may raise our errors.

    ``--json`` may stand before or after the name of the command.
    """

    @click.option("--json", "as_json", is_flag=True, help="Answer in JSON, for programs.")
    @click.pass_context
    @wraps(run)
    def body(context: click.Context, /, *args: Any, as_json: bool, **options: Any) -> None:
        session: Session = context.obj
        if as_json:
            session.json = True
        with speaking(session):
            run(session, *args, **options)

    body.__doc__ = with_example(run.__doc__ or "")
    return body


def with_example(text: str) -> str:
    """Keep the lines of an example apart, where click would fill them into a paragraph."""
    return cleandoc(text).replace("Example:", "\b\nExample:")
