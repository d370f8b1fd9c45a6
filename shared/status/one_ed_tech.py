"""
1EdTechRevocationList: an unsigned JSON list of the badges withdrawn, by identifier.

Source: Open Badges 3.0 §"1EdTech Revocation List Status Method"; both spellings of its
member, and items that are bare texts, are found on real hosts.
"""

from shared.errors import StatusListInvalid
from shared.fetching import Fetch
from shared.model import StatusEntry
from shared.status.answer import StatusAnswer
from shared.status.named import had, items_of, judge
from shared.status.signed_list import same_address

ENTRY_TYPE = "1EdTechRevocationList"
_MEMBERS = ("revokedCredential", "revokedCredentials")


def read(
    entry: StatusEntry, *, credential_id: str | None, issuer_id: str, fetch: Fetch
) -> StatusAnswer:
    """
    Read whether one badge is on the list.

    Raises:
        StatusUnknown: the badge has no identifier, or the list cannot be had or used.
    """
    if not entry.id or not credential_id:
        raise StatusListInvalid(why="no-id")
    answer, document = had(entry.id, fetch=fetch)
    present = [document[name] for name in _MEMBERS if name in document]
    # The member may be left out of an empty list; but then the document must say what it is.
    if not present and not same_address(document.get("id"), entry.id):
        raise StatusListInvalid(why="form")
    return judge(
        [item for value in present for item in items_of(value)],
        ids=frozenset({credential_id}),
        document=document,
        answer=answer,
        url=entry.id,
        issuer_id=issuer_id,
    )
