"""Commands by name: each is loaded when it is asked for, and their list without any of them."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from inspect import cleandoc
from typing import Any

import click

ROOM = "wallet.commands"


@dataclass(frozen=True, slots=True)
class Late:
    """One command that is not loaded yet: its name, and where it stands."""

    name: str
    where: str
    """Its module in this room and its name there: ``showing:list_badges``."""
    hidden: bool = False
    make: Callable[[Any], click.Command] | None = None
    """Makes the command of what stands at ``where``; ``None``: that is the command."""

    def load(self) -> click.Command:
        """Load its module, and all that needs."""
        module, _, name = self.where.partition(":")
        found = getattr(import_module(f"{ROOM}.{module}"), name)
        command: click.Command = found if self.make is None else self.make(found)
        return command


class LateGroup(click.Group):
    """A group that knows its commands by name only; loading all takes most of a second."""

    def __init__(self, *, late: tuple[Late, ...] = (), **options: Any) -> None:
        """``late``: the commands; ``options``: those of click's own group."""
        super().__init__(**options)
        self.late = {one.name: one for one in late}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, by the alphabet, as click lists them."""
        return sorted({*self.late, *super().list_commands(ctx)})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command, and remember it."""
        if cmd_name not in self.commands and cmd_name in self.late:
            self.add_command(self.late[cmd_name].load(), cmd_name)
        return super().get_command(ctx, cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List every command with its first sentence, as click does, and load none."""
        shown = [one for _, one in sorted(self.late.items()) if not one.hidden]
        limit = formatter.width - 6 - max((len(one.name) for one in shown), default=0)
        docs: dict[str, dict[str, str]] = {}
        with formatter.section("Commands"):
            formatter.write_dl([(one.name, _short_help(one, limit, docs)) for one in shown])


def _short_help(late: Late, limit: int, docs: dict[str, dict[str, str]]) -> str:
    """What click would say of a command, from the text of its module."""
    module, _, name = late.where.partition(":")
    if module not in docs:
        docs[module] = _docstrings(f"{ROOM}.{module}")
    return click.Command(late.name, help=docs[module].get(name)).get_short_help_str(limit)


def _docstrings(module: str) -> dict[str, str]:
    """The docstring of each function, by its name; of a maker, that of what it makes."""
    import ast  # for the list of commands only

    spec = find_spec(module)
    source = spec.loader.get_source(module) if spec and spec.loader else None  # type: ignore[attr-defined]
    found = {}
    for node in ast.parse(source or "").body:
        if isinstance(node, ast.FunctionDef):
            made = [one for one in node.body if isinstance(one, ast.FunctionDef)]
            text = ast.get_docstring(made[0] if made else node, clean=False)
            found[node.name] = cleandoc(text or "")
    return found
