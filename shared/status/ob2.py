"""
The ``revocationList`` of an Open Badges 1 or 2 issuer, for signed badges.

Source: Open Badges 2.0 §"RevocationList" (texts, ``{id}``, ``{uid}``); Open Badges 1.1
(an object, ``{uid: reason}``).
"""

from collections.abc import Iterator, Mapping
from typing import Any

from shared.errors import StatusListInvalid
from shared.fetching import Fetch
from shared.model import Json
from shared.status.answer import StatusAnswer
from shared.status.named import had, items_of, judge

_OF_THE_LIST = frozenset({"@context", "id", "type", "issuer"})
_OF_A_FAULT = frozenset({"error", "errors", "message", "detail", "status", "code"})
"""Members of what hosts answer instead of a list, with status 200."""


def read(url: str, *, ids: frozenset[str], issuer_id: str, fetch: Fetch) -> StatusAnswer:
    """
    Read whether one signed badge is on its issuer's list.

    Args:
        url: the issuer's ``revocationList``.
        ids: the ``id`` and the ``uid`` of the assertion, those it has.
        issuer_id: the address of the issuer's profile.
        fetch: the port to the network.

    Raises:
        StatusUnknown: the badge has no identifier, or the list cannot be had or used.
    """
    if not ids:
        raise StatusListInvalid(why="no-id")
    answer, document = had(url, fetch=fetch)
    if "revokedAssertions" in document:
        items = items_of(document["revokedAssertions"])
    else:
        items = _by_uid(document)
    return judge(
        list(items), ids=ids, document=document, answer=answer, url=url, issuer_id=issuer_id
    )


def _by_uid(document: Json) -> Iterator[Mapping[str, Any]]:
    """The items of an Open Badges 1 list."""
    if _OF_A_FAULT & set(document) or "@context" in document:
        raise StatusListInvalid(why="form")
    for uid, reason in document.items():
        if uid in _OF_THE_LIST:
            continue
        if not isinstance(reason, str):
            raise StatusListInvalid(why="form")
        yield {"uid": uid, "revocationReason": reason}
