"""The folder of a space: nobody else's, and its key, made once whoever comes first."""

import os
import secrets
from pathlib import Path

from wallet.errors import SpaceUnusable

KEY_FILE = "space.key"
VAULT_FILE = "vault.sqlite"
SEED_BYTES = 32


def prepare(folder: Path) -> None:
    """
    Make the folder of a space, open to its owner only.

    Raises:
        SpaceUnusable: it cannot be made or written in.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not any(folder.iterdir()):
            folder.chmod(0o700)
        # SQLite gives its companion files the rights of the first one.
        os.close(os.open(folder / VAULT_FILE, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise SpaceUnusable(why=_why(error)) from error


def seed(folder: Path) -> bytes:
    """
    The secret of a space: 32 bytes, made on first use, readable by its owner only.

    Raises:
        SpaceUnusable: it cannot be read or made, or is not 32 bytes.
    """
    path = folder / KEY_FILE
    try:
        if not path.exists():
            _make_once(path, secrets.token_bytes(SEED_BYTES))
        found = path.read_bytes()
    except OSError as error:
        raise SpaceUnusable(why=_why(error)) from error
    if len(found) != SEED_BYTES:
        raise SpaceUnusable(why="key")
    return found


def _make_once(path: Path, content: bytes) -> None:
    """Write the whole file under another name, then give it its name unless it is taken."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _name_once(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def _name_once(draft: Path, path: Path) -> None:
    try:
        os.link(draft, path)
    except FileExistsError:
        return
    except OSError:
        # A USB key has no second names (FAT); there one program works at a time.
        draft.rename(path)


def _why(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "permission"
    return "not-a-folder" if isinstance(error, FileExistsError | NotADirectoryError) else "disk"
