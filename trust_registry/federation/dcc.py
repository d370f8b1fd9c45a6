"""
A list of issuers in the form of the Digital Credentials Consortium: names, and no signature.

Whoever serves it can write anything in it, and it says nothing of badges, keys or days.  So it
vouches for nobody: an issuer that it names is told to be named there, and no more.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from shared import strict_json
from shared.errors import UnsafeJson
from shared.times import parse_instant
from trust_registry.catalogue import Catalogue, seed
from trust_registry.errors import RegistryUntrusted
from trust_registry.index import Answer, Membership, Registry
from trust_registry.index.listing import Listing
from trust_registry.index.storing import Tables, tables_of

MAX_BYTES = 4_000_000
"""The public list of the consortium has some hundred issuers in 40 kilobytes."""
MAX_NODES = 200_000
MAX_NAME = 200
ALARM = "registry.unsigned-list"
LISTED = "registry.listed-unsigned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One issuer of the list."""

    id: str
    name: str


def read_dcc(raw: bytes, *, source: str) -> tuple[Mapping[str, Named], datetime | None]:
    """
    Read a list: its issuers by identifier, and the day that it bears.

    Raises:
        RegistryUntrusted: not of that form, or too large. What is odd of one issuer leaves
            that one out.
    """
    try:
        document = strict_json.loads(raw, max_bytes=MAX_BYTES, max_nodes=MAX_NODES)
    except UnsafeJson as error:
        raise RegistryUntrusted(source=source, file="registry.json") from error
    listed = document.get("registry") if isinstance(document, dict) else None
    if not isinstance(listed, dict):
        raise RegistryUntrusted(source=source, file="registry.json")
    meta = document.get("meta")
    day = parse_instant(meta.get("updated")) if isinstance(meta, dict) else None
    found = {id_: named for id_, said in listed.items() if (named := _named(id_, said))}
    return found, day


def _named(identifier: str, said: Any) -> Named | None:
    name = said.get("name") if isinstance(said, dict) else None
    if not identifier.startswith("did:") or not isinstance(name, str) or not name.strip():
        return None
    plain = "".join(letter for letter in name if letter.isprintable())
    return Named(id=identifier, name=plain[:MAX_NAME])


class UnsignedList(Registry):
    """Such a list, asked as ours is; it never says yes, and never says no."""

    def __init__(
        self, issuers: Mapping[str, Named], *, name: str, day: datetime | None, now: datetime
    ) -> None:
        """``day``: that the list bears; ``None``: none, so that of the question."""
        super().__init__(_empty(name, day or now), have=_nothing, now=now, alarm=ALARM)
        self._issuers = dict(issuers)
        self.partners = len(self._issuers)

    def fresh(self, now: datetime) -> bool:
        """It has no end, and nothing it says could be relied on before one."""
        del now
        return True

    def membership(
        self,
        issuer_id: str,
        *,
        achievement_id: str | None,
        key_id: str | None,
        on: datetime,
        signed_at: datetime | None = None,
        now: datetime | None = None,
    ) -> Membership:
        """Named or not; in neither case trusted, whatever the badge, the key and the day."""
        del achievement_id, key_id, on, signed_at, now
        named = self._issuers.get(issuer_id)
        if named is None:
            return Membership(answer=Answer.UNKNOWN, code="registry.not-listed")
        facts = {"partner": named.name, "registry": self.name}
        return Membership(answer=Answer.UNKNOWN, code=LISTED, facts=facts)


def _empty(name: str, day: datetime) -> Tables:
    book: Catalogue = replace(seed(), badges=(), pathways=())
    end = day + timedelta(days=1)
    return tables_of(
        Listing(name=name, version=0, listed_at=day, expires_at=end, members=(), catalogue=book)
    )


def _nothing(path: str, sha256: str, length: int) -> tuple[bytes, tuple[str, ...]]:
    raise NotImplementedError(f"no file is listed: {path} {sha256} {length}")
