"""The words in which it is said whose key it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from shared.dids import KnownDocuments, nothing_known
from shared.errors import BadgeError, Fact
from shared.fetching import Fetch
from shared.keys import PublicKey


class Bond(StrEnum):
    """What ties a key to the issuer that the credential names."""

    ISSUERS = "issuers"
    """The issuer publishes it for this purpose."""
    NOT_ISSUERS = "not-issuers"
    """What the issuer publishes was had, and this key is not in it, or no longer."""
    UNPROVEN = "unproven"
    """Nothing ties the key to the issuer, and nothing contradicts it."""
    NOT_CHECKED = "not-checked"
    """What the issuer publishes could not be had."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedKey:
    """The key a proof names, and what ties it to the issuer."""

    method: str
    key: PublicKey | None
    """``None``: no key to do the mathematics with."""
    bond: Bond
    code: str
    facts: Mapping[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """The issuer as the credential names it, and how to ask what it publishes."""

    id: str
    fetch: Fetch
    known: KnownDocuments = nothing_known
    purpose: str = "assertionMethod"
    signed_at: datetime | None = None
    """When the signature says it was made; ``None``: it does not say, so now."""
    now: datetime


def proven(method: str, key: PublicKey) -> NamedKey:
    """The issuer publishes this key."""
    return NamedKey(method=method, key=key, bond=Bond.ISSUERS, code="key.issuers")


def unproven(method: str, key: PublicKey | None) -> NamedKey:
    """Nothing ties this key to the issuer."""
    return NamedKey(method=method, key=key, bond=Bond.UNPROVEN, code="key.unproven")


def not_the_issuers(method: str, key: PublicKey | None, error: BadgeError) -> NamedKey:
    """What the issuer publishes speaks against this key, as ``error`` says."""
    return _because(method, key, Bond.NOT_ISSUERS, error)


def not_checked(method: str, key: PublicKey | None, error: BadgeError) -> NamedKey:
    """What the issuer publishes could not be had, as ``error`` says."""
    return _because(method, key, Bond.NOT_CHECKED, error)


def _because(method: str, key: PublicKey | None, bond: Bond, error: BadgeError) -> NamedKey:
    return NamedKey(method=method, key=key, bond=bond, code=error.code, facts=error.facts)
