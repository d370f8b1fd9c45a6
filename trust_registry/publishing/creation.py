"""A new registry: its keys, its first signed files, its first members."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from trust_registry import layout
from trust_registry.catalogue import Catalogue
from trust_registry.errors import FolderTaken
from trust_registry.members import from_json as read_members
from trust_registry.members import to_json
from trust_registry.model import Assurance, Member
from trust_registry.publishing.contents import (
    Publication,
    member_named,
    publish,
    put_catalogue,
    put_members,
    write,
)
from trust_registry.publishing.desk import Desk
from trust_registry.publishing.disk import DRAFTS, LOCK, one_writer, saying_why
from trust_registry.publishing.edition import Edition
from trust_registry.publishing.keyring import (
    ATTESTING_KEY,
    HUB_KEYS,
    ROOT_KEYS,
    SNAPSHOT_KEY,
    TIMESTAMP_KEY,
    Keyring,
    SeedOf,
    partner_key,
    random_seed,
)
from trust_registry.publishing.signed_files import keys_of

OURS = frozenset({layout.KEYS, LOCK, DRAFTS})
"""What an interrupted creation leaves, and the keys that somebody may have put there first."""


def create(
    folder: Path,
    *,
    name: str,
    members: Sequence[Member],
    catalogue: Catalogue,
    publications: Iterable[Publication] = (),
    at: datetime,
    seed_of: SeedOf = random_seed,
) -> Desk:
    """
    Make a registry in an empty or new folder.

    Args:
        name: of the registry, for people.
        publications: what members publish from the first day; the others have an empty entry.
        at: from when it counts; all dates start there.
        seed_of: gives the 32 bytes of each key that is not in ``keys/`` yet.

    Raises:
        FolderTaken: something else stands there.
        MembersInvalid, CatalogueInvalid, EntryInvalid, RecognitionInvalid, ListsDiffer,
        AttestedAwards: it cannot be published as it is.
        DeskUnwritable, DeskBusy: the disk, or another program.
    """
    refuse_taken(folder)
    members = read_members(to_json(members))
    with saying_why():
        folder.mkdir(parents=True, exist_ok=True)
    with one_writer(folder):
        refuse_taken(folder)
        keyring = Keyring(folder / layout.KEYS)
        _make_keys(keyring, members, seed_of)
        edition = Edition.new(folder, keys_of(keyring), name=name, at=at)
        put_catalogue(edition, catalogue)
        put_members(edition, keyring, members, at=at)
        for publication in publications:
            member = member_named(members, publication.entry.slug)
            publish(edition, keyring, member, publication)
        write(edition, keyring, at=at)
    return Desk(folder)


def _make_keys(keyring: Keyring, members: Sequence[Member], seed_of: SeedOf) -> None:
    hub = (*ROOT_KEYS, *HUB_KEYS, SNAPSHOT_KEY, TIMESTAMP_KEY, ATTESTING_KEY)
    own = [one.slug for one in members if one.assurance is Assurance.SELF_SIGNED]
    for key_name in (*hub, *(partner_key(slug) for slug in own)):
        keyring.make(key_name, seed_of)


def refuse_taken(folder: Path) -> None:
    """A folder that holds anything of somebody else's is left alone. Raises: FolderTaken."""
    with saying_why():
        found = {one.name for one in folder.iterdir()} if folder.is_dir() else set()
        is_file = folder.exists() and not folder.is_dir()
    interrupted = _is_unfinished(folder) if layout.PUBLIC in found else True
    if is_file or found - OURS - {layout.PUBLIC} or not interrupted:
        raise FolderTaken(folder=str(folder))


def _is_unfinished(folder: Path) -> bool:
    """Whether ``public/`` was begun by a creation that did not end: nothing counts in it yet."""
    public = folder / layout.PUBLIC
    known = {layout.METADATA, layout.TARGETS, "p"}
    counting = public / layout.METADATA / f"{layout.TIMESTAMP}.json"
    return {one.name for one in public.iterdir()} <= known and not counting.exists()
