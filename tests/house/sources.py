"""The project read as text and as trees, for the tests of the house."""

import ast
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

REPO = Path(__file__).resolve().parents[2]
FLOORS = ("shared", "trust_registry", "verifier", "wallet")
SCREENS = ("web", "tui", "cli.py", "cli", "commands")
"""Folders and files that speak with people; ``commands`` are those of a command line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """One Python file: ``path`` is relative to the project, with slashes."""

    path: str
    text: str
    tree: ast.Module

    @property
    def is_screen(self) -> bool:
        return any(part in SCREENS for part in self.path.split("/"))

    def imports(self):
        """Every (line, dotted name) imported, also inside a function."""
        return _imports(self.tree)

    def strings(self):
        """Every string constant that is not a docstring nor a bare string under a name."""
        silent = {
            id(node.value)
            for node in ast.walk(self.tree)
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        }
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield from () if id(node) in silent else (node,)


@cache
def _imports(tree: ast.Module) -> tuple[tuple[int, str], ...]:
    """Walked once: each door and each floor asks for it again."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found += [(node.lineno, f"{node.module}.{alias.name}") for alias in node.names]
    return tuple(found)


def module(path: str, text: str) -> Module:
    return Module(path=path, text=text, tree=ast.parse(text))


@cache
def modules(*folders: str) -> tuple[Module, ...]:
    """The Python files below some folders, in order."""
    return tuple(
        module(path.relative_to(REPO).as_posix(), path.read_text(encoding="utf-8"))
        for folder in folders or FLOORS
        for path in sorted((REPO / folder).rglob("*.py"))
    )


@cache
def templates() -> tuple[tuple[str, str], ...]:
    """The (path, text) of every template of the four floors."""
    return tuple(
        (path.relative_to(REPO).as_posix(), path.read_text(encoding="utf-8"))
        for floor in FLOORS
        for path in sorted((REPO / floor).rglob("templates/**/*"))
        if path.is_file() and path.suffix in (".html", ".svg", ".txt", ".xml", ".typ")
    )


@cache
def kept_files() -> tuple[str, ...]:
    """What git keeps, and what it would; without git, every file that is no by-product."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=REPO,
        capture_output=True,
        check=False,
    )
    if listed.returncode == 0:
        names = listed.stdout.decode().split("\0")
        return tuple(sorted(name for name in names if name and (REPO / name).is_file()))
    left_out = {".venv", "instance", "build", "dist", "__pycache__", "node_modules"}
    return tuple(
        sorted(
            path.relative_to(REPO).as_posix()
            for path in REPO.rglob("*")
            if path.is_file() and not left_out & set(path.relative_to(REPO).parts)
        )
    )


def in_lines(found) -> str:
    """A readable failure: one finding a line."""
    return "\n" + "\n".join(str(one) for one in found)
