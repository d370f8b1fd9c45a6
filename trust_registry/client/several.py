"""Opening the lists of several networks side by side: each by itself, none for another."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from shared import strict_json
from shared.errors import BadgeError, UnsafeJson
from shared.fetching import Fetch
from trust_registry import layout
from trust_registry.client.opening import open_registry
from trust_registry.errors import RegistryUnreachable, RegistryUntrusted
from trust_registry.federation.dcc import UnsignedList
from trust_registry.federation.registries import (
    MAX_FILE_BYTES,
    Ceiling,
    Described,
    ListType,
    read_registries,
)
from trust_registry.index import Registry

_LINKS = ("https://", "http://")


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """One of several networks that are asked."""

    label: str
    type: ListType
    ceiling: Ceiling
    registry: Registry | None
    """``None``: its list cannot be read."""
    problem: BadgeError | None
    """Why it cannot; ``None``: it can."""

    @property
    def can_vouch(self) -> bool:
        """Whether its word alone is enough for the best level."""
        return self.ceiling is Ceiling.TRUSTED

    @property
    def is_signed(self) -> bool:
        """Whether it can say anything that would have to be believed, for a badge or against."""
        return self.type is not ListType.DCC

    def speaks_for(self, did: str) -> bool:
        """Whether an identifier is one that stands on its own site, and on no other's."""
        if self.registry is None or not self.is_signed:
            return False
        return did.startswith(layout.partner_did(self.registry.catalogue().base, ""))


def names_several(source: str) -> bool:
    """Whether a source is a file that names lists (``federation.registries``), and no list."""
    file = Path(source)
    if source.lower().startswith(_LINKS) or not file.is_file():
        return False
    if file.suffix == ".toml":
        return True
    if file.suffix != ".json" or file.stat().st_size > MAX_FILE_BYTES:
        return False
    try:
        found = strict_json.loads(file.read_bytes())
    except (UnsafeJson, OSError):
        return False
    return isinstance(found, dict) and "registries" in found


def open_networks(
    source: str, *, now: datetime, cache: Path | None, fetch: Fetch | None
) -> tuple[Network, ...]:
    """
    Open every list that a file names, in its order; one that cannot be read says why.

    Args:
        source: the file (``names_several``).
        cache: as for ``open_registry``; used for lists that come over the network.
        fetch: another way to the network; ``None``: the guarded one of the house.

    Raises:
        RegistriesInvalid, RegistryUnreachable: the file itself cannot be used.
    """
    file = Path(source)
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise RegistryUnreachable(source=file.name[:80]) from error
    described = read_registries(raw, is_toml=file.suffix == ".toml")

    def opened(one: Described) -> Registry:
        is_link = one.address.lower().startswith(_LINKS)
        return open_registry(
            one.address if is_link else str(file.parent / one.address),
            now=now,
            cache=cache if is_link else None,
            root=None if one.root is None else file.parent / one.root,
            fetch=fetch if is_link else None,
        )

    return tuple(_network(one, opened) for one in described)


def _network(one: Described, opened: Callable[[Described], Registry]) -> Network:
    registry: Registry | None = None
    problem: BadgeError | None = None
    try:
        registry = opened(one)
        if isinstance(registry, UnsignedList) is not (one.type is ListType.DCC):
            # What is said to be signed must be: a list nobody signed is not taken for another.
            registry.close()
            registry = None
            raise RegistryUntrusted(source=one.label, file=one.type.value)
    except BadgeError as error:
        problem = error
    return Network(
        label=one.label, type=one.type, ceiling=one.ceiling, registry=registry, problem=problem
    )
