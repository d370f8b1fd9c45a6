"""The folder of a space: nobody else's, and its key, made once whoever comes first."""

import os
import secrets
import shutil
from collections.abc import Iterable
from pathlib import Path

from wallet.errors import SpaceUnusable

KEY_FILE = "space.key"
VAULT_FILE = "vault.sqlite"
LABEL_FILE = "label.txt"
"""What may be read of a space without its phrase, chosen for that by its owner."""
COMPANIONS = ("-wal", "-shm", "-journal")
"""What SQLite writes beside its file."""
CACHE_FOLDER = "registry"
"""Copies of the published list of partners; nothing of a person."""
SEED_BYTES = 32
_BLOT_BYTES = 1 << 20


def prepare(folder: Path, *, vault: bool = True) -> None:
    """
    Make the folder of a space, open to its owner only.

    Args:
        vault: whether the badges rest in a file of it.

    Raises:
        SpaceUnusable: it cannot be made or written in.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not any(folder.iterdir()):
            folder.chmod(0o700)
        if vault:
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


def has_seed(folder: Path) -> bool:
    """Whether a key lies beside the space."""
    return (folder / KEY_FILE).is_file()


def forget_seed(folder: Path) -> None:
    """
    Overwrite the key that lay beside a space, and take it away; absent: nothing.

    On most disks the overwriting reaches the very bytes; a flash disk may keep a copy.

    Raises:
        SpaceUnusable: it cannot be taken away.
    """
    path = folder / KEY_FILE
    try:
        _blotted(path)
    except FileNotFoundError:
        return
    except OSError as error:
        raise SpaceUnusable(why=_why(error)) from error


def clear(folder: Path) -> tuple[str, ...]:
    """
    Take away everything that a space wrote in its folder, and the folder if that was all.

    Returns:
        What went, by name, in order.

    Raises:
        SpaceUnusable: something cannot be taken away.
    """
    gone = []
    try:
        vault = (VAULT_FILE, *(VAULT_FILE + end for end in COMPANIONS))
        for name in (KEY_FILE, *vault, LABEL_FILE):
            if (folder / name).is_file():
                _blotted(folder / name)
                gone.append(name)
        cache = folder / CACHE_FOLDER
        if cache.is_dir():
            shutil.rmtree(cache)
            gone.append(CACHE_FOLDER)
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
            gone.append(".")
    except OSError as error:
        raise SpaceUnusable(why=_why(error)) from error
    return tuple(gone)


def write_whole(path: Path, pieces: Iterable[bytes]) -> int:
    """
    Write a file of one's own under another name, then give it its name: whole, or not at all.

    Returns:
        Its length, in bytes.

    Raises:
        OSError: it cannot be written; nothing of that name has changed.
    """
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
            length = file.tell()
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return length


def _blotted(path: Path) -> None:
    with path.open("r+b") as file:
        length = path.stat().st_size
        for start in range(0, length, _BLOT_BYTES):
            file.write(b"\0" * min(_BLOT_BYTES, length - start))
        file.flush()
        os.fsync(file.fileno())
    path.unlink()


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
