"""
BitstringStatusList, the list of today: read one badge's status, write a list.

Source: W3C Bitstring Status List v1.0 §"Validate Algorithm".
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from shared.errors import StatusKindUnknown, StatusListInvalid
from shared.fetching import Fetch
from shared.model import Json, StatusEntry
from shared.parsing.shapes import clean
from shared.status.answer import State, StatusAnswer, VerifyList
from shared.status.bits import MAX_ENTRY_BITS, MIN_LIST_BITS, StatusList, read_index
from shared.status.signed_list import (
    SignedList,
    encoded_list,
    read_signed_list,
    subject_for,
    text_of,
)
from shared.times import instant_text

__all__ = ["StatusList", "answer", "list_credential", "read", "status_entry"]

ENTRY_TYPE = "BitstringStatusListEntry"
LIST_TYPE = "BitstringStatusListCredential"
MAX_MESSAGE_LETTERS = 400
"""A sentence of the issuer's, shown beside the answer."""

_MEANING = {
    "revocation": State.REVOKED,
    "suspension": State.SUSPENDED,
    "refresh": State.CLEAR,
    "message": State.MESSAGE,
}


def list_credential(
    *,
    url: str,
    issuer: str,
    purpose: str,
    bits: StatusList,
    valid_from: datetime,
    valid_until: datetime | None,
) -> Json:
    """A BitstringStatusListCredential of VCDM 2.0, to be signed."""
    document: Json = {
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "id": url,
        "type": ["VerifiableCredential", LIST_TYPE],
        "issuer": issuer,
        "validFrom": instant_text(valid_from),
    }
    if valid_until is not None:
        document["validUntil"] = instant_text(valid_until)
    document["credentialSubject"] = {
        "id": f"{url}#list",
        "type": "BitstringStatusList",
        "statusPurpose": purpose,
        "encodedList": bits.encode(),
    }
    return document


def status_entry(*, url: str, index: int, purpose: str = "revocation") -> Json:
    """The ``credentialStatus`` of a badge that has place ``index`` in the list at ``url``."""
    return {
        "id": f"{url}#{index}",
        "type": ENTRY_TYPE,
        "statusPurpose": purpose,
        "statusListIndex": str(index),
        "statusListCredential": url,
    }


def read(
    entry: StatusEntry,
    *,
    issuer_id: str,
    fetch: Fetch,
    now: datetime,
    verify_list: VerifyList,
) -> StatusAnswer:
    """
    Read the status of one badge.

    Raises:
        StatusUnknown: the entry or the list cannot be used, or the list cannot be had.
    """
    said = entry.entry
    index, size = read_index(said.get("statusListIndex")), _size(said)
    url, purpose = text_of(said, "statusListCredential"), text_of(said, "statusPurpose")
    listed = read_signed_list(
        url,
        types=frozenset({LIST_TYPE}),
        issuer_id=issuer_id,
        fetch=fetch,
        now=now,
        verify_list=verify_list,
    )
    subject = subject_for(purpose, listed)
    if "statusSize" in subject and _size(subject) != size:
        raise StatusListInvalid(why="size")
    bits = StatusList.decode(encoded_list(subject))
    value = bits.value(index, size=size)
    message = _message(said, value) if purpose == "message" or size > 1 else ""
    return answer(
        listed,
        url=url,
        purpose=purpose,
        value=value,
        reason=message,
        length=len(bits) // size,
    )


def answer(
    listed: SignedList, *, url: str, purpose: str, value: int, length: int, reason: str = ""
) -> StatusAnswer:
    """
    What a value means for its purpose.

    Raises:
        StatusKindUnknown: the bit is set, for a purpose that this program does not know.
    """
    notes = listed.notes
    if value and purpose not in _MEANING:
        raise StatusKindUnknown(kind=clean(purpose, limit=80))
    if value and purpose == "refresh":
        notes += ("status.newer-exists",)
    if length < MIN_LIST_BITS:
        notes += ("status.list-short",)
    return StatusAnswer(
        state=_MEANING[purpose] if value else State.CLEAR,
        purpose=purpose,
        reason=reason,
        list_url=url,
        list_issuer=listed.signer_id,
        fetched_at=listed.fetched_at,
        valid_from=listed.valid_from,
        notes=notes,
    )


def _size(said: Mapping[str, Any]) -> int:
    """``statusSize``, 1 when left out."""
    value = said.get("statusSize", 1)
    try:
        size = read_index(value)
    except StatusListInvalid as error:
        raise StatusListInvalid(why="size") from error
    if not 1 <= size <= MAX_ENTRY_BITS:
        raise StatusListInvalid(why="size")
    return size


def _message(said: Mapping[str, Any], value: int) -> str:
    """The issuer's text for a value, in ``statusMessage``; empty when it has none."""
    messages = said.get("statusMessage")
    for item in messages if isinstance(messages, list) else ():
        if not isinstance(item, dict) or not isinstance(item.get("status"), str):
            continue
        try:
            same = int(item["status"], 16) == value
        except ValueError:
            continue
        if same and isinstance(item.get("message"), str):
            return clean(item["message"], limit=MAX_MESSAGE_LETTERS)
    return ""
