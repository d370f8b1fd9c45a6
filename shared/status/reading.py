"""One way in for every kind of status entry."""

from datetime import datetime

from shared.errors import StatusKindUnknown
from shared.fetching import Fetch
from shared.model import StatusEntry
from shared.parsing.shapes import clean
from shared.status import bitstring, list_2021, one_ed_tech, revocation_2020
from shared.status.answer import StatusAnswer, VerifyList

_LISTS_OF_BITS = {
    bitstring.ENTRY_TYPE: bitstring.read,
    list_2021.ENTRY_TYPE: list_2021.read,
    revocation_2020.ENTRY_TYPE: revocation_2020.read,
}


def read_status(
    entry: StatusEntry,
    *,
    credential_id: str | None,
    issuer_id: str,
    fetch: Fetch,
    now: datetime,
    verify_list: VerifyList,
) -> StatusAnswer:
    """
    Ask a list about one badge.

    Args:
        entry: what the badge promises.
        credential_id: the identifier of the badge, for lists that name badges.
        issuer_id: who awarded it; a list by another is noted, and a set bit counts all the same.
        fetch: the port to the network.
        now: the instant of the verification, for the list's own dates.
        verify_list: checks the proof of a signed list.

    Raises:
        StatusUnreachable: the list cannot be had. Facts: ``host``, ``why`` (a ``fetch.`` code).
        StatusListInvalid: the entry or the list cannot be used. Facts: ``why``.
        StatusKindUnknown: a kind of entry or purpose that this program does not know.
    """
    if entry.type == one_ed_tech.ENTRY_TYPE:
        return one_ed_tech.read(
            entry, credential_id=credential_id, issuer_id=issuer_id, fetch=fetch
        )
    if entry.type not in _LISTS_OF_BITS:
        raise StatusKindUnknown(kind=clean(entry.type, limit=80))
    return _LISTS_OF_BITS[entry.type](
        entry, issuer_id=issuer_id, fetch=fetch, now=now, verify_list=verify_list
    )
