"""Compiled tables in memory or in a file; the file is swapped in whole."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from trust_registry.index.compiling import FORMAT, compile_into
from trust_registry.index.listing import Listing

Tables = sqlite3.Connection
MARK = "mark"
"""Name of the fact that says what a file of tables was made from."""


def tables_of(listing: Listing) -> Tables:
    """Compile a list in memory."""
    tables = sqlite3.connect(":memory:", check_same_thread=False)
    compile_into(tables, listing)
    return tables


def kept_tables(file: Path) -> Tables | None:
    """Open a file of tables to read it; ``None``: none, damaged, or of another form."""
    if not file.is_file():
        return None
    tables = sqlite3.connect(
        f"{file.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False
    )
    try:
        if facts_of(tables).get("format") == FORMAT:
            return tables
    except sqlite3.Error:
        pass
    tables.close()
    return None


def keep_tables(file: Path, listing: Listing, *, mark: str | None) -> None:
    """
    Compile a list beside the file of before, then swap.

    Args:
        file: where the tables stand.
        listing: the list.
        mark: what it was made from; ``None``: nothing that can be met again.
    """
    with beside(file) as new:
        tables = sqlite3.connect(new)
        try:
            # Nobody reads this file before it is whole, so it needs no journal.
            tables.execute("PRAGMA journal_mode = OFF")
            tables.execute("PRAGMA synchronous = OFF")
            compile_into(tables, listing)
            if mark is not None:
                with tables:
                    tables.execute("INSERT INTO fact VALUES (?, ?)", (MARK, mark))
        finally:
            tables.close()


def facts_of(tables: Tables) -> dict[str, str]:
    """What tables say of themselves."""
    return dict(tables.execute("SELECT name, value FROM fact"))


def blocked_in(tables: Tables) -> int:
    """How many partners' entries could not be used."""
    ((count,),) = tables.execute("SELECT count(*) FROM blocked")
    return int(count)


@contextmanager
def beside(file: Path) -> Iterator[Path]:
    """A new file that takes the place of ``file`` when the block ends well."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}-")
    os.close(handle)
    new = Path(name)
    try:
        yield new
        with new.open("rb") as written:
            os.fsync(written.fileno())
        new.replace(file)
    finally:
        new.unlink(missing_ok=True)
