"""
Unsigned lists that name the badges withdrawn: what they have in common.

Nobody signed them, so they are worth what their address is worth; but the badge,
which is signed, gave that address, so a badge that is on the list counts as
withdrawn whoever the list says it is from.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import unquote, urlsplit

from shared import strict_json
from shared.errors import StatusListInvalid, UnsafeJson
from shared.fetching import Fetch, Fetched
from shared.model import Json
from shared.parsing.shapes import clean
from shared.status.answer import State, StatusAnswer
from shared.status.signed_list import get, same_address

MAX_REASON_LETTERS = 400
"""A sentence of the issuer's, shown beside the answer."""
ACCEPT_JSON = "application/ld+json, application/json"


def had(url: str, *, fetch: Fetch) -> tuple[Fetched, Json]:
    """
    Have a list and its JSON.

    Raises:
        StatusUnreachable, StatusListInvalid: not had; not one JSON object.
    """
    answer = get(url, fetch=fetch, accept=ACCEPT_JSON)
    try:
        return answer, strict_json.load_object(answer.body)
    except UnsafeJson as error:
        raise StatusListInvalid(why="form") from error


def items_of(value: Any) -> Iterator[Mapping[str, Any]]:
    """
    The items of a list: a text names a badge, an object says more of it.

    Raises:
        StatusListInvalid: an item is neither.
    """
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str):
            yield {"id": item}
        elif isinstance(item, dict):
            yield item
        else:
            raise StatusListInvalid(why="form")


def judge(
    items: Iterable[Mapping[str, Any]],
    *,
    ids: frozenset[str],
    document: Json,
    answer: Fetched,
    url: str,
    issuer_id: str,
) -> StatusAnswer:
    """
    Look for a badge among the items of a list.

    Args:
        items: what the list holds.
        ids: the identifiers of the badge.
        document: the list, for what it says of itself.
        answer: how it was had.
        url: where the badge says it is.
        issuer_id: who awarded the badge.

    Raises:
        StatusListInvalid: the badge is not on it, and the list is another one (``why`` is
            ``id``), another issuer's (``issuer``), or names some badge in a way that cannot be
            read (``form``): its silence proves nothing.
    """
    own_issuer = _id_of(document.get("issuer"))
    items = list(items)
    found = [item for item in items if item.get("revoked") is not False and _names(item) & ids]
    if not found:
        if not all(_names(item) for item in items):
            # One that is withdrawn is named in a way that this program cannot read.
            raise StatusListInvalid(why="form")
        said = document.get("id", url)
        if not same_address(said, url) and not same_address(said, answer.location):
            raise StatusListInvalid(why="id")
        if own_issuer is not None and not same_address(own_issuer, issuer_id):
            raise StatusListInvalid(why="issuer")
    reason = found[0].get("revocationReason") if found else None
    home, here = _home(issuer_id), urlsplit(answer.location).hostname
    return StatusAnswer(
        state=State.REVOKED if found else State.CLEAR,
        purpose="revocation",
        reason=clean(reason, limit=MAX_REASON_LETTERS) if isinstance(reason, str) else "",
        list_url=url,
        list_issuer=own_issuer,
        fetched_at=answer.fetched_at,
        notes=("status.list-elsewhere",) if home not in (None, here) else (),
    )


def _names(item: Mapping[str, Any]) -> set[str]:
    return {item[name] for name in ("id", "uid") if isinstance(item.get(name), str)}


def _id_of(value: Any) -> str | None:
    value = value.get("id") if isinstance(value, dict) else value
    return value if isinstance(value, str) else None


def _home(issuer_id: str) -> str | None:
    """The web host that an issuer's identifier names; ``None`` when it names none."""
    if issuer_id.startswith("did:web:"):
        return unquote(issuer_id.split(":")[2]).partition(":")[0].lower()
    try:
        return urlsplit(issuer_id).hostname if "://" in issuer_id else None
    except ValueError:
        return None
