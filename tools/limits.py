"""
Write ``docs/limits.md``: every limit, as the code has it, with its reason and its tests.

A limit is a constant of a module named ``MAX_…``, ``MIN_…``, ``LEAST_…``, ``…_SECONDS``,
``…_BUDGET`` or ``CLOCK_…``.  ``tests/house/test_limits.py`` compares the file with what this makes.

Example:
    $ python -m tools.limits
"""

import ast
import importlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / "docs" / "limits.md"
FOLDERS = (
    "shared",
    "trust_registry/audit",
    "trust_registry/client",
    "trust_registry/index",
    "trust_registry/joining",
    "verifier",
    "wallet",
)
"""What reads the files and the answers of strangers, and what waits for people."""
NAME = re.compile(r"(?:MAX|MIN|LEAST)_[A-Z0-9_]+|[A-Z0-9_]+_(?:SECONDS|BUDGET)|CLOCK_[A-Z]+")
KIBI, MEBI = 1024, 1024 * 1024

BEGINNING = """# Limits

Made from the code by `python -m tools.limits`; a test compares the two. What is larger, deeper,
longer or slower than a limit is refused with a code and a sentence, before it is worked on;
a text that is only to be shown is cut. Each limit is tried just inside and just outside, in the
tests named beside it.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """One limit: where it stands, what it is, why."""

    file: str
    module: str
    name: str
    value: Any
    reason: str
    """The text below the constant, or below those beside it; empty when there is none."""

    @property
    def tried_in(self) -> tuple[str, ...]:
        """The tests that name it."""
        return tuple(file for file, named in _named_by_tests() if (self.module, self.name) in named)


def limits() -> tuple[Limit, ...]:
    """Every limit, in the order of the files."""
    files = [file for folder in FOLDERS for file in sorted((ROOT / folder).rglob("*.py"))]
    return tuple(limit for file in files for limit in _limits_of(file))


def _limits_of(file: Path) -> Iterator[Limit]:
    path = file.relative_to(ROOT)
    module = ".".join(path.with_suffix("").parts).removesuffix(".__init__")
    statements = ast.parse(file.read_text(encoding="utf-8")).body
    for place, statement in enumerate(statements):
        name = _assigned(statement)
        if NAME.fullmatch(name) and not name.startswith("_"):
            yield Limit(
                file=path.as_posix(),
                module=module,
                name=name,
                value=getattr(importlib.import_module(module), name),
                reason=_reason(statements[place + 1 :]),
            )


def _assigned(statement: ast.stmt) -> str:
    """The name that a statement gives a value to; empty for any other statement."""
    target = statement.targets[0] if isinstance(statement, ast.Assign) else None
    return target.id if isinstance(target, ast.Name) else ""


def _reason(below: list[ast.stmt]) -> str:
    """The first text below a constant, with nothing but constants between, on one line."""
    for one in below:
        if isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant):
            return " ".join(str(one.value.value).split())
        if not _assigned(one):
            break
    return ""


@cache
def _named_by_tests() -> tuple[tuple[str, frozenset[tuple[str, str]]], ...]:
    """Each file of tests, with the (module, name) of what it imports and names."""
    tests = ROOT / "tests"
    return tuple(
        (file.relative_to(tests).as_posix(), frozenset(_named_in(file)))
        for file in sorted(tests.rglob("test_*.py"))
    )


def _named_in(file: Path) -> Iterator[tuple[str, str]]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    modules: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                modules[alias.asname or alias.name] = f"{node.module}.{alias.name}"
                yield node.module, alias.name
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            yield modules.get(node.value.id, node.value.id), node.attr


def said(limit: Limit) -> str:
    """The value as people read it, in the unit that the name tells."""
    value = limit.value
    if isinstance(value, timedelta):
        return str(value)
    if limit.name.endswith("SECONDS"):
        return f"{value:g} s"
    in_bytes = limit.name.endswith(("BYTES", "MEMORY"))
    if in_bytes and value % MEBI == 0:
        return f"{value // MEBI} MiB"
    if in_bytes and value % KIBI == 0:
        return f"{value // KIBI} KiB"
    return f"{value:,}".replace(",", "\u202f")


def text() -> str:
    """The whole page."""
    lines = [BEGINNING, "| limit | value | where | why | tried in |", "|---|---|---|---|---|"]
    for limit in limits():
        cells = (
            f"`{limit.name}`",
            said(limit),
            f"`{limit.file}`",
            limit.reason.replace("|", "\\|"),
            ", ".join(f"`{file}`" for file in limit.tried_in),
        )
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write the file again."""
    FILE.write_text(text(), encoding="utf-8")


if __name__ == "__main__":
    main()
