"""
« Ce que j'ai partagé »: which badges were shown, to whom, in which form and until when.

It rests sealed among the secrets of the space, and travels in an encrypted copy of it only.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from wallet.vault import Vault
from wallet.vault.port import Record

DIARY = "shown"
"""Its name among the secrets of a space."""
MAX_SHOWN_LINES = 500
"""A line every day for more than a year; the oldest make room."""


class Form(StrEnum):
    """In which form badges were given."""

    FILE = "file"
    PAGE = "page"
    PAPER = "paper"
    LINKEDIN = "linkedin"

    @property
    def code(self) -> str:
        """The code of its words."""
        return f"share.form-{self}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One time that badges were shown."""

    at: datetime
    """Aware, in UTC."""
    audience: str
    badges: tuple[str, ...]
    """Their names, as they were that day: a badge that is erased leaves its name here."""
    form: Form
    until: datetime | None
    """``None``: it has no end, as paper has none."""


def diary(vault: Vault) -> tuple[Shown, ...]:
    """What was shown, the last first. Raises: SpaceLocked, VaultUnavailable."""
    return tuple(_shown(record) for record in reversed(vault.secrets().get(DIARY) or []))


def note(vault: Vault, shown: Shown) -> None:
    """Add one line. Raises: SpaceLocked, VaultUnavailable."""
    with vault.writing() as write:
        secrets = write.secrets()
        lines = [*(secrets.get(DIARY) or []), _record(shown)]
        write.keep_secrets({**secrets, DIARY: lines[-MAX_SHOWN_LINES:]})


def clear(vault: Vault) -> int:
    """Forget all lines; gives how many there were."""
    with vault.writing() as write:
        secrets = write.secrets()
        lines = secrets.get(DIARY) or []
        write.keep_secrets({name: kept for name, kept in secrets.items() if name != DIARY})
    vault.tidy()
    return len(lines)


def merged(ours: Record, theirs: Record) -> Record:
    """The secrets of a space with the lines that a copy of it has more."""
    mine: Iterable[Any] = ours.get(DIARY) or []
    lines = [*mine, *(one for one in theirs.get(DIARY) or [] if one not in mine)]
    if len(lines) == len(ours.get(DIARY) or []):
        return ours
    lines.sort(key=lambda one: str(one["at"]))
    return {**ours, DIARY: lines[-MAX_SHOWN_LINES:]}


def _record(shown: Shown) -> Record:
    return {
        "at": shown.at.isoformat(),
        "audience": shown.audience,
        "badges": list(shown.badges),
        "form": shown.form.value,
        "until": None if shown.until is None else shown.until.isoformat(),
    }


def _shown(record: Record) -> Shown:
    until = record["until"]
    return Shown(
        at=datetime.fromisoformat(record["at"]),
        audience=record["audience"],
        badges=tuple(record["badges"]),
        form=Form(record["form"]),
        until=None if until is None else datetime.fromisoformat(until),
    )
