"""
A newer copy of the badge, from the address where its issuer said that it would stand.

Asked for once, after the issuer is known to stand behind the badge; taken only when it is the
same badge of the same issuer, signed by it too.  Whatever else happens, the badge that was
received is judged as if it had named no such address, and the answer says so.

Source: OB 3.0 §"Verification and Validation" (refresh); 1EdTech Credential Refresh.
"""

from __future__ import annotations

from dataclasses import replace

from shared.errors import BadgeError, FetchFailed
from shared.model import Credential
from shared.parsing import parse, shapes
from shared.reading import read
from verifier.errors import RefreshNotTaken
from verifier.examination import OLD_MODELS, Examination

SERVICE = "1EdTechCredentialRefresh"
ACCEPT = "application/vc+ld+json, application/vc+jwt, application/json, text/plain"


def newer_copy(examination: Examination) -> Examination | BadgeError | None:
    """
    The newer copy, to be judged from the start; or why there is none.

    ``None``: none was promised, nobody stands behind the badge that promises it, or what
    was received is the newest.
    """
    address = _address_of(examination.claimed)
    if address is None or examination.is_presentation or not examination.is_proven:
        return None
    try:
        newer = _had_from(address, examination)
    except BadgeError as error:
        return error
    if newer.document == examination.claimed.document:
        return None
    found = Examination(newer, examination.circumstances, examination.inquiry)
    return found if found.is_proven else RefreshNotTaken(why="proof")


def _address_of(claimed: Credential) -> str | None:
    """Where the first service of the kind that is known stands."""
    if claimed.data_model in OLD_MODELS:
        return None
    services = shapes.as_objects(claimed.document.get("refreshService"), "/refreshService")
    named = (one.get("id") for one in services if SERVICE in shapes.types(one, "/refreshService"))
    return next((one for one in named if isinstance(one, str)), None)


def _had_from(address: str, examination: Examination) -> Credential:
    """
    Ask once, and read what is given.

    Raises:
        FetchFailed: it cannot be had.
        RefreshNotTaken: it is no badge, another one, or an older copy.
    """
    claimed = examination.claimed
    try:
        token = read(examination.fetch(address, accept=ACCEPT).body)
        newer = parse(
            replace(
                token,
                container=claimed.token.container,
                picture=claimed.token.picture,
                notes=claimed.token.notes,
                rivals=claimed.token.rivals,
            )
        )
    except FetchFailed:
        raise
    except BadgeError as error:
        raise RefreshNotTaken(why=error.code) from error
    if newer.id is None or (newer.id, newer.issuer.id) != (claimed.id, claimed.issuer.id):
        raise RefreshNotTaken(why="another")
    if _begins_before(newer, claimed):
        raise RefreshNotTaken(why="older")
    return newer


def _begins_before(newer: Credential, claimed: Credential) -> bool:
    if newer.valid_from is None or claimed.valid_from is None:
        return newer.valid_from is None and claimed.valid_from is not None
    return newer.valid_from < claimed.valid_from
