"""Putting the publications of partners into the registry: the server needs no secret of theirs."""

from datetime import datetime
from pathlib import Path

from shared.errors import BadgeError
from trust_registry import layout
from trust_registry.publishing import bundles
from trust_registry.publishing.bundles import Bundle
from trust_registry.publishing.contents import write
from trust_registry.publishing.disk import one_writer
from trust_registry.publishing.edition import Edition
from trust_registry.publishing.keyring import Keyring
from trust_registry.publishing.proposals import registry_of
from trust_registry.publishing.published import roots_in


def registry_in(folder: Path) -> str:
    """What tells this registry from another. Raises: RegistryUntrusted."""
    return registry_of(roots_in(folder)[0])


def reasons(folder: Path, bundle: Bundle, *, at: datetime) -> tuple[BadgeError, ...]:
    """Every reason for which a publication may not be merged; none: it may. Raises: NotADesk."""
    return tuple(bundles.why_not(Edition.load(folder), bundle, at=at))


def merged(folder: Path, bundle: Bundle, *, at: datetime) -> None:
    """
    Publish what a partner sent.

    Raises:
        BundleInvalid, MemberUnknown, EntryInvalid, RecognitionInvalid, ListsDiffer,
        ListForgets: it is refused.
        NotADesk, KeyMissing, DeskBusy, DeskUnwritable, RegistryUntrusted: nothing was published.
    """
    with one_writer(folder):
        edition = Edition.load(folder)
        bundles.merge(edition, bundle, at=at)
        write(edition, Keyring(folder / layout.KEYS), at=at)
