"""
The one place where what a person holds becomes bytes at rest, and comes back.

Everything that could say something about a person passes here, instants included, and
leaves sealed.  In plain columns stand only random identifiers and marks that tell
nothing without the key.
"""

import json
from datetime import UTC, datetime
from typing import Any

from wallet.errors import VaultDamaged
from wallet.vault.port import AwardLine, Kept, Record
from wallet.vault.sealing import Kind, Seal

SPACE = "space"
"""The name under which the secrets of a space are sealed: there is one of them."""


def badge_columns(kept: Kept, seal: Seal) -> dict[str, Any]:
    """The row of a badge."""
    return {
        "id": kept.id,
        "content": badge_mark(kept.content, seal),
        "record": seal.closed(Kind.BADGE, kept.id, packed(plain_badge(kept))),
    }


def badge_mark(content: str, seal: Seal) -> str:
    """What stands for a content: whoever has the same badge could tell it by its digest."""
    return seal.mark(Kind.BADGE, content)


def badge_from(badge_id: str, record: bytes, seal: Seal) -> Kept:
    """The badge of a row. Raises: VaultDamaged."""
    return badge_of(unpacked(seal.opened(Kind.BADGE, badge_id, record)))


def original_columns(badge_id: str, received: bytes, seal: Seal) -> dict[str, Any]:
    """The row of the bytes that a badge came in."""
    return {"badge_id": badge_id, "received": seal.closed(Kind.ORIGINAL, badge_id, received)}


def original_from(badge_id: str, resting: bytes, seal: Seal) -> bytes:
    """The bytes that a badge came in, exactly. Raises: VaultDamaged."""
    return seal.opened(Kind.ORIGINAL, badge_id, resting)


def award_id(credential_id: str, seal: Seal) -> str:
    """The key of the row of an award; the identifier itself stands in badges given away."""
    return seal.mark(Kind.AWARD, credential_id)


def award_list(list_url: str, seal: Seal) -> str:
    """What stands for a status list: its address would tell whose desk this is."""
    return seal.mark("list", list_url)


def award_columns(line: AwardLine, seal: Seal) -> dict[str, Any]:
    """The row of an award."""
    name = award_id(line.credential_id, seal)
    return {
        "id": name,
        "list": award_list(line.list_url, seal),
        "place": seal.mark("place", line.list_url, str(line.index)),
        "record": seal.closed(Kind.AWARD, name, packed(plain_award(line))),
    }


def award_from(row_id: str, record: bytes, seal: Seal) -> AwardLine:
    """The award of a row. Raises: VaultDamaged."""
    return award_of(unpacked(seal.opened(Kind.AWARD, row_id, record)))


def secrets_resting(found: Record, seal: Seal) -> bytes:
    """The secrets of a space as they rest."""
    return seal.closed(Kind.SECRETS, SPACE, packed(found))


def secrets_from(resting: bytes, seal: Seal) -> Record:
    """The secrets of a space. Raises: VaultDamaged."""
    return unpacked(seal.opened(Kind.SECRETS, SPACE, resting))


def plain_badge(kept: Kept) -> Record:
    """A badge as JSON."""
    return {
        "id": kept.id,
        "content": kept.content,
        "received_at": _text(kept.received_at),
        "seen_at": _text(kept.seen_at),
        "removed_at": _text(kept.removed_at),
        "record": kept.record,
    }


def badge_of(plain: Record) -> Kept:
    """The badge of its JSON. Raises: VaultDamaged."""
    try:
        instants = {name: _instant(plain[name]) for name in ("seen_at", "removed_at")}
        received_at = datetime.fromisoformat(plain["received_at"])
        return Kept(**{**plain, **instants, "received_at": received_at})
    except (KeyError, TypeError, ValueError) as error:
        raise VaultDamaged from error


def plain_award(line: AwardLine) -> Record:
    """An award as JSON."""
    return {
        "credential_id": line.credential_id,
        "list_url": line.list_url,
        "index": line.index,
        "awarded_at": _text(line.awarded_at),
        "record": line.record,
    }


def award_of(plain: Record) -> AwardLine:
    """The award of its JSON. Raises: VaultDamaged."""
    try:
        return AwardLine(**{**plain, "awarded_at": datetime.fromisoformat(plain["awarded_at"])})
    except (KeyError, TypeError, ValueError) as error:
        raise VaultDamaged from error


def packed(record: Record) -> bytes:
    """A record as bytes."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()


def unpacked(content: bytes) -> Record:
    """The record of its bytes. Raises: VaultDamaged."""
    try:
        record = json.loads(content)
    except ValueError as error:
        raise VaultDamaged from error
    if not isinstance(record, dict):
        raise VaultDamaged
    return record


def _text(instant: datetime | None) -> str | None:
    """In UTC; a naive instant is a mistake of the program."""
    if instant is None:
        return None
    if instant.tzinfo is None:
        raise ValueError(instant)
    return instant.astimezone(UTC).isoformat()


def _instant(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
