"""
A signed list, had and checked: its type, its dates, its proof, whose it is.

The proof itself is checked by the caller (``VerifyList``): the rules for keys and
issuers are the same as for a badge, and live above.
"""

import codecs
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from shared import strict_json
from shared.errors import BadgeError, FetchFailed, StatusListInvalid, StatusUnreachable
from shared.fetching import Fetch, Fetched, host_of
from shared.model import Json, Token, TokenKind
from shared.proofs import jws as compact_jws
from shared.proofs import vc_jwt
from shared.status.answer import ListDocument, VerifyList
from shared.times import parse_instant

ACCEPT_LIST = "application/vc, application/vc+jwt, application/ld+json, application/json"
CLOCK_SKEW = timedelta(minutes=5)
"""A list signed a moment ago by a host whose clock is ahead has begun."""
_DATES = ("validFrom", "validUntil", "issuanceDate", "expirationDate")


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedList:
    """A list credential of the type asked for, in force, whose proof holds."""

    subjects: tuple[Json, ...]
    """Its ``credentialSubject``: one, or several for several purposes."""
    signer_id: str | None
    """Whose key it is, proven; ``None``: nobody knows."""
    fetched_at: datetime
    valid_from: datetime | None
    notes: tuple[str, ...]


def get(url: str, *, fetch: Fetch, accept: str) -> Fetched:
    """
    Ask for a list.

    Raises:
        StatusUnreachable: with the host, and the code of what went wrong as ``why``.
    """
    try:
        return fetch(url, accept=accept)
    except FetchFailed as error:
        raise StatusUnreachable(host=host_of(url), why=error.code) from error


def read_signed_list(
    url: str,
    *,
    types: frozenset[str],
    issuer_id: str,
    fetch: Fetch,
    now: datetime,
    verify_list: VerifyList,
) -> SignedList:
    """
    Have a list credential and check all of it but the bits.

    Args:
        url: where the badge says it is.
        types: the list must have one of them.
        issuer_id: who awarded the badge; a list signed by another is noted.
        fetch: the port to the network.
        now: the instant of the verification.
        verify_list: checks the proof.

    Raises:
        StatusUnreachable: not had.
        StatusListInvalid: ``why`` is ``form``, ``type``, ``dates``, ``expired``, ``not-yet``,
            ``proof`` or the word of ``verify_list``.
    """
    had = get(url, fetch=fetch, accept=ACCEPT_LIST)
    listed, begins, ends = _take_apart(had)
    document = listed.document
    if not types & set(_texts(document.get("type"))):
        raise StatusListInvalid(why="type")
    _check_dates(begins, ends, now=now)
    try:
        proof = verify_list(listed)
    except BadgeError as error:
        raise StatusListInvalid(why=error.code) from error
    if not proof.ok:
        raise StatusListInvalid(why=proof.why)
    notes = []
    if proof.signer_id != issuer_id:
        notes.append("status.list-by-another")
    if not same_address(document.get("id", url), url):
        notes.append("status.list-other-id")
    return SignedList(
        subjects=_objects(document.get("credentialSubject")),
        signer_id=proof.signer_id,
        fetched_at=had.fetched_at,
        valid_from=begins,
        notes=tuple(notes),
    )


def _check_dates(begins: datetime | None, ends: datetime | None, *, now: datetime) -> None:
    if ends is not None and now > ends:
        raise StatusListInvalid(why="expired")
    if begins is not None and now + CLOCK_SKEW < begins:
        raise StatusListInvalid(why="not-yet")


def subject_for(purpose: str, listed: SignedList) -> Json:
    """
    The part of a list that is kept for a purpose.

    Raises:
        StatusListInvalid: ``why`` is ``purpose``.
    """
    for subject in listed.subjects:
        if purpose in _texts(subject.get("statusPurpose")):
            return subject
    raise StatusListInvalid(why="purpose")


def encoded_list(subject: Mapping[str, Any]) -> str:
    """
    The packed bits, as text.

    Raises:
        StatusListInvalid: ``why`` is ``form``.
    """
    return text_of(subject, "encodedList")


def text_of(entry: Mapping[str, Any], name: str) -> str:
    """
    A member that must be a text and not empty.

    Raises:
        StatusListInvalid: ``why`` is ``form``, ``member`` its name.
    """
    value = entry.get(name)
    if not isinstance(value, str) or not value:
        raise StatusListInvalid(why="form", member=name)
    return value


def same_address(said: Any, url: str) -> bool:
    """Whether a list says it is the one at ``url``; http is asked for as https."""
    if not isinstance(said, str):
        return False
    plain = [text.partition("#")[0].removeprefix("http:") for text in (said, url)]
    return plain[0].removeprefix("https:") == plain[1].removeprefix("https:")


def _take_apart(had: Fetched) -> tuple[ListDocument, datetime | None, datetime | None]:
    """The credential in a body, JSON or compact JWS, with the strictest of its dates."""
    try:
        if had.body.removeprefix(codecs.BOM_UTF8).lstrip()[:1] == b"{":
            text = had.body.decode("utf-8-sig")
            document = strict_json.load_object(text)
            token = Token(kind=TokenKind.JSON, text=text, container="json")
            begins = max(_instants(document, "validFrom", "issuanceDate"), default=None)
            ends = min(_instants(document, "validUntil", "expirationDate"), default=None)
        else:
            text = had.body.decode("ascii").strip()
            jws = compact_jws.read_compact(text)
            document = vc_jwt.credential_of(jws)
            token = Token(kind=TokenKind.JWS, text=text, container="jwt")
            begins, ends = vc_jwt.strictest_dates(document, jws)
    except (BadgeError, UnicodeError) as error:
        raise StatusListInvalid(why="form") from error
    if any(name in document and parse_instant(document[name]) is None for name in _DATES):
        raise StatusListInvalid(why="dates")
    return ListDocument(token=token, document=document), begins, ends


def _instants(document: Json, *names: str) -> list[datetime]:
    """The dates that a list gives under the names of either version: the strictest counts."""
    known = (parse_instant(document.get(name)) for name in names)
    return [moment for moment in known if moment is not None]


def _texts(value: Any) -> tuple[str, ...]:
    items = value if isinstance(value, list) else [value]
    return tuple(item for item in items if isinstance(item, str))


def _objects(value: Any) -> tuple[Json, ...]:
    items = value if isinstance(value, list) else [value]
    return tuple(item for item in items if isinstance(item, dict))
