"""Reading a list that nobody signed; it is told from ours by its name, and never believed."""

from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from shared.errors import FetchFailed
from shared.fetching import Fetch
from trust_registry.client.sources import FolderSource, WebSource
from trust_registry.errors import RegistryUnreachable
from trust_registry.federation.dcc import MAX_BYTES, UnsignedList, read_dcc

ENDING = ".json"


def unsigned_list(source: str, *, now: datetime, fetch: Fetch | None) -> UnsignedList | None:
    """
    Open a list in the form of the Digital Credentials Consortium.

    Args:
        source: a file, or an address of the web, whose name ends in ``.json``.
        now: the day of a list that bears none.
        fetch: a way to the network; ``None``: the guarded one of the house.

    Returns:
        ``None``: the source is no such list, but a folder or an address of ours.

    Raises:
        RegistryUnreachable, RegistryUntrusted: it cannot be had, or has another form.
    """
    is_link = source.startswith(("http://", "https://"))
    path = urlsplit(source).path if is_link and not source.split()[1:] else source
    if not path.endswith(ENDING) or (not is_link and Path(source).is_dir()):
        return None
    folder, _, name = source.rpartition("/")
    try:
        place = WebSource(folder, fetch=fetch) if is_link else FolderSource(Path(folder or "."))
        raw = place.have(name, limit=MAX_BYTES).body
    except FetchFailed as error:
        raise RegistryUnreachable(source=source[:80]) from error
    label = place.host if is_link else name[:80]
    issuers, day = read_dcc(raw, source=label)
    return UnsignedList(issuers, name=label, day=day, now=now)
