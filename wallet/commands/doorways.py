"""The carnets of one computer, as the terminal offers them: whose they are, how one is opened."""

from dataclasses import dataclass
from pathlib import Path

from wallet.commands.session import Session

ALONE = "alone"
"""The space that is used when none is named."""
SPACES = "spaces"
"""Beside it, as for the pages: those of several people, each under its own phrase."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doorway:
    """One space, as whoever sits down sees it."""

    id: str
    label: str
    """Empty: it was given none."""
    locked: bool


def doorways(session: Session, *, alone: Path, shelf: Path | None) -> tuple[Doorway, ...]:
    """
    The spaces that somebody can choose.

    Args:
        session: its database is the one that may keep the space that stands alone.
        alone: the folder of that space.
        shelf: the folder of the others; ``None``: one space was named, and there are no others.
    """
    from wallet.spaces import lock_of_space
    from wallet.vault import folder
    from wallet.vault import shelf as shelves

    is_locked = lock_of_space(alone, database=session.database) is not None
    usual = Doorway(id=ALONE, label=shelves.label_of(alone), locked=is_locked)
    others = tuple(
        Doorway(id=one.id, label=one.label, locked=not folder.has_seed(one.folder))
        for one in (shelves.spaces_in(shelf) if shelf is not None else ())
    )
    is_there = session.database is not None or (alone / folder.VAULT_FILE).is_file()
    return (usual, *others) if is_there or not others else others


def choose(session: Session, doorway: str, *, alone: Path, shelf: Path | None) -> None:
    """Go to another space, closed still. Raises: LookupError: there is no such one."""
    from wallet.vault.shelf import spaces_in

    if doorway == ALONE:
        session.go_to(alone)
        return
    found = {one.id: one for one in (spaces_in(shelf) if shelf is not None else ())}
    session.go_to(found[doorway].folder)


def make(session: Session, label: str, phrase: str, *, shelf: Path) -> None:
    """
    Make a space for somebody, and open it.

    Raises:
        PhraseTooShort: the phrase could be guessed; nothing was made.
        SpaceUnusable: it cannot be made there.
    """
    from wallet.spaces import open_space
    from wallet.vault import shelf as shelves

    where = shelves.visiting_folder(shelf)
    try:
        space = open_space(where)
        try:
            space.protect(phrase)
        finally:
            space.close()
        kept = shelves.keep(where, shelf, label)
    except BaseException:
        shelves.clear_visit(where)
        raise
    session.go_to(kept)
    session.unlock(phrase)
