"""The whole list of a folder, for those who show it rather than ask it."""

import tempfile
from datetime import datetime
from pathlib import Path

from shared.errors import FetchFailed
from trust_registry.client.opening import FIRST_ROOT, MAX_ROOT_BYTES
from trust_registry.client.sources import FolderSource
from trust_registry.errors import RegistryUnreachable
from trust_registry.index.listing import Listing


def read_list(folder: Path, *, now: datetime) -> tuple[Path, Listing]:
    """
    Read a folder as any reader would, every signature checked; nothing is remembered.

    Returns:
        The part of it that is served, and the list.

    Raises:
        RegistryUnreadable: it cannot be used.
    """
    from trust_registry.client.checking import checked

    source = FolderSource(folder)
    try:
        root = source.have(FIRST_ROOT, limit=MAX_ROOT_BYTES).body
    except FetchFailed as error:
        raise RegistryUnreachable(source=source.host, file=FIRST_ROOT) from error
    with tempfile.TemporaryDirectory(prefix="badges-registry-") as memory:
        return source.folder, checked(source, memory=Path(memory), root=root, now=now)
