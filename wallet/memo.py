"""
What a person keeps beside their badges: a mediator's notes, and the town they live in.

It rests sealed among the secrets of the space.  It travels in an encrypted copy of the
space and in nothing else: no export, no share and no page for others ever holds it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from shared.parsing.shapes import clean
from trust_registry.catalogue import BadgeUnknown, Catalogue
from wallet.errors import NoteTooLong
from wallet.vault import Vault
from wallet.vault.port import Record

MEMO = "memo"
"""Its name among the secrets of a space."""
MAX_NOTE_LETTERS = 300
"""Who to ask for, and when: more would be a file about the person."""
MAX_TOWN_LETTERS = 60
"""The longest name of a town in the country has 45 letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Memo:
    """What is kept beside the badges of one space."""

    notes: Mapping[str, str] = field(default_factory=dict)
    """By identifier of a badge or a pathway of the catalogue."""
    town: str = ""
    """As the person wrote it: a name or a postal code; empty: not said."""


def memo_of(vault: Vault) -> Memo:
    """What is kept. Raises: SpaceLocked, VaultUnavailable."""
    return _memo(vault.secrets())


def about(name: str, catalogue: Catalogue) -> str:
    """
    The badge or the pathway that a note speaks of, by its identifier.

    Raises:
        BadgeUnknown: the catalogue has neither under this name.
    """
    wanted = name.strip().lower()
    if any(pathway.id == wanted for pathway in catalogue.pathways):
        return wanted
    try:
        return catalogue.badge(wanted).id
    except BadgeUnknown as error:
        raise BadgeUnknown(badge=name) from error


def keep_note(vault: Vault, topic: str, text: str) -> Memo:
    """
    Keep a note about a badge or a pathway, in the place of the one before; empty: none.

    Args:
        topic: as ``about`` gives it.

    Raises:
        NoteTooLong: facts ``limit``.
    """
    note = _line(text, MAX_NOTE_LETTERS)
    with vault.writing() as write:
        memo = _memo(write.secrets())
        notes = {name: kept for name, kept in memo.notes.items() if name != topic}
        memo = replace(memo, notes={**notes, topic: note} if note else notes)
        write.keep_secrets({**write.secrets(), MEMO: _record(memo)})
    return memo


def keep_town(vault: Vault, town: str) -> Memo:
    """Keep the town, so that the nearest places come first; empty: none. Raises: NoteTooLong."""
    said = _line(town, MAX_TOWN_LETTERS)
    with vault.writing() as write:
        memo = replace(_memo(write.secrets()), town=said)
        write.keep_secrets({**write.secrets(), MEMO: _record(memo)})
    return memo


def merged(ours: Record, theirs: Record) -> Record:
    """The secrets of a space with what a copy of it knows more; what is here stays."""
    mine, copied = _memo(ours), _memo(theirs)
    memo = Memo(notes={**copied.notes, **mine.notes}, town=mine.town or copied.town)
    return ours if memo == mine else {**ours, MEMO: _record(memo)}


def _line(text: str, limit: int) -> str:
    line = " ".join(clean(text, limit=10 * limit).split())
    if len(line) > limit:
        raise NoteTooLong(limit=limit)
    return line


def _memo(secrets: Record) -> Memo:
    kept = secrets.get(MEMO) or {}
    return Memo(notes=dict(kept.get("notes") or {}), town=kept.get("town") or "")


def _record(memo: Memo) -> Record:
    return {"notes": dict(memo.notes), "town": memo.town}
