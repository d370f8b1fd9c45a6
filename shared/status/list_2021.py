"""
StatusList2021, the list before BitstringStatusList: the same bits, packed without a base letter.

Source: W3C Status List 2021 (first public working draft) §"Validate Algorithm".
"""

import base64
import binascii
import re
from datetime import datetime

from shared.errors import StatusListInvalid
from shared.fetching import Fetch
from shared.model import StatusEntry
from shared.status.answer import StatusAnswer, VerifyList
from shared.status.bits import GZIP, StatusList, inflate, read_index
from shared.status.bitstring import LIST_TYPE as BITSTRING_LIST_TYPE
from shared.status.bitstring import answer
from shared.status.signed_list import encoded_list, read_signed_list, subject_for, text_of

ENTRY_TYPE = "StatusList2021Entry"
LIST_TYPE = "StatusList2021Credential"

_BASE64 = re.compile(r"[A-Za-z0-9_+/-]*={0,2}\Z")


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
    index = read_index(said.get("statusListIndex"))
    url, purpose = text_of(said, "statusListCredential"), text_of(said, "statusPurpose")
    listed = read_signed_list(
        url,
        # Hosts that moved on keep the old entries of badges already awarded.
        types=frozenset({LIST_TYPE, BITSTRING_LIST_TYPE}),
        issuer_id=issuer_id,
        fetch=fetch,
        now=now,
        verify_list=verify_list,
    )
    subject = subject_for(purpose, listed)
    packed = loose_base64(encoded_list(subject))
    bits = StatusList.of(inflate(packed, wrapping=GZIP))
    return answer(listed, url=url, purpose=purpose, value=bits.value(index), length=len(bits))


def loose_base64(text: str) -> bytes:
    """
    Either base64 alphabet, padded or not, with or without the base letter ``u``.

    Raises:
        StatusListInvalid: ``why`` is ``encoding``.
    """
    # Every gzip member starts with H4sI in base64, so a first u is never one of its letters.
    text = text.removeprefix("u") if text.startswith("uH4sI") else text
    if not _BASE64.match(text):
        raise StatusListInvalid(why="encoding")
    plain = text.rstrip("=").replace("+", "-").replace("/", "_")
    try:
        return base64.urlsafe_b64decode(plain + "=" * (-len(plain) % 4))
    except binascii.Error as error:
        raise StatusListInvalid(why="encoding") from error
