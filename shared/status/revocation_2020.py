"""
RevocationList2020, the oldest list of bits: one purpose, packed with zlib.

Source: W3C CCG Revocation List 2020 §"Validate Algorithm".
"""

from datetime import datetime

from shared.fetching import Fetch
from shared.model import StatusEntry
from shared.status.answer import StatusAnswer, VerifyList
from shared.status.bits import GZIP, ZLIB, StatusList, inflate, read_index
from shared.status.bitstring import answer
from shared.status.list_2021 import loose_base64
from shared.status.signed_list import encoded_list, read_signed_list, text_of

ENTRY_TYPE = "RevocationList2020Status"
LIST_TYPE = "RevocationList2020Credential"

_GZIP_MAGIC = b"\x1f\x8b"


def read(
    entry: StatusEntry,
    *,
    issuer_id: str,
    fetch: Fetch,
    now: datetime,
    verify_list: VerifyList,
) -> StatusAnswer:
    """
    Read whether one badge is revoked.

    Raises:
        StatusUnknown: the entry or the list cannot be used, or the list cannot be had.
    """
    said = entry.entry
    index = read_index(said.get("revocationListIndex"))
    url = text_of(said, "revocationListCredential")
    listed = read_signed_list(
        url,
        types=frozenset({LIST_TYPE}),
        issuer_id=issuer_id,
        fetch=fetch,
        now=now,
        verify_list=verify_list,
    )
    packed = loose_base64(encoded_list(listed.subjects[0] if listed.subjects else {}))
    wrapping = GZIP if packed.startswith(_GZIP_MAGIC) else ZLIB
    bits = StatusList.of(inflate(packed, wrapping=wrapping))
    return answer(listed, url=url, purpose="revocation", value=bits.value(index), length=len(bits))
