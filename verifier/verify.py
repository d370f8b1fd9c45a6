"""
The judgement: from what was received to what may be concluded from it.

``judge`` never raises.  What cannot be read is UNREADABLE, what cannot be checked is
UNDETERMINED, and a fault of this program is neither good news nor the end of the answer.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from shared.errors import BadgeError, HostedNotChecked, ProofInvalid, TooBig, Unreadable
from shared.fetching import Fetch, Inquiry, host_of
from shared.model import Credential, Token
from shared.parsing import parse
from shared.proofs.ob2_hosted import HostedWithdrawn
from shared.reading import read_each
from shared.unpacking import is_zip, unpack
from verifier.checks.check import as_told
from verifier.circumstances import Circumstances
from verifier.conclusion import unreadable, verdict_on, with_parts
from verifier.hosting import address_in, badge_at
from verifier.verdict import Finding, Level, Outcome, Reason, Verdict

if TYPE_CHECKING:
    from trust_registry.index import Registry

LOG = logging.getLogger(__name__)
MAX_FETCHES = 48
"""Of a file with several badges, all together; one badge asks for about five documents."""
INQUIRY_SECONDS = 24.0
"""The same: three badges whose hosts are slow, and no more."""


MAX_ARCHIVE_VALUES = 40_000
"""
JSON values of all the badges of an archive: 64 real ones have some 6 000; one alone may have
20 000, which take a dozen seconds.
"""
JWS_LETTERS = 64
"""Of a token for each value in it, about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What was concluded, from what, and what was asked for it."""

    verdict: Verdict
    error: BadgeError | None
    """Why nothing could be read; ``None`` when something was."""
    container: str | None
    """``png``, ``zip``...; ``None``: not even that is known."""
    token: Token | None
    """What was found, as received; ``None`` when nothing was, or several were."""
    requests: tuple[str, ...]
    """Every address that was asked for, in order."""
    registry: Registry | None
    now: datetime
    inside: tuple[Inside, ...] = ()
    """Of a zip, or of a picture with several codes: what each piece came to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inside:
    """One piece of a file that holds several, as if it had come alone."""

    name: str
    """Its own name, to be shown; empty for a code."""
    received: bytes
    judgement: Judgement


def judge(received: bytes, circumstances: Circumstances) -> Judgement:
    """
    Read what was received and judge every badge in it.

    Args:
        received: the whole file, or the text of a link.
        circumstances: when, asked of whom, for whom.
    """
    several = is_zip(received)
    inquiry = (
        Inquiry(circumstances.fetch, fetches=MAX_FETCHES, seconds=INQUIRY_SECONDS)
        if several
        else Inquiry(circumstances.fetch)
    )
    if several:
        found = _judge_archive(received, circumstances, inquiry)
    else:
        found = _judge_file(received, circumstances, inquiry)
    return replace(found, requests=tuple(inquiry.requests))


def judgement_of(error: BadgeError, circumstances: Circumstances) -> Judgement:
    """The judgement on something that could not even be received."""
    return _judgement(circumstances, unreadable(error), error=error)


def _judge_archive(received: bytes, circumstances: Circumstances, fetch: Fetch) -> Judgement:
    try:
        pieces = unpack(received)
    except BadgeError as error:
        return _judgement(circumstances, unreadable(error), error=error, container="zip")
    inside: list[Inside] = []
    weight = 0
    for piece in pieces:
        if weight > MAX_ARCHIVE_VALUES:
            too_big = TooBig(limit=MAX_ARCHIVE_VALUES, what="badges")
            judgement = judgement_of(too_big, circumstances)
        else:
            judgement = _judge_file(piece.body, circumstances, fetch)
            weight += _weight(judgement)
        inside.append(Inside(name=piece.name, received=piece.body, judgement=judgement))
    return _of_several(tuple(inside), circumstances, container="zip")


def _weight(judgement: Judgement) -> int:
    """About how many JSON values were looked at: what a verification costs grows with them."""
    tokens = [judgement.token, *(one.judgement.token for one in judgement.inside)]
    texts = [token.text for token in tokens if token is not None]
    return sum(max(len(text) // JWS_LETTERS, *map(text.count, ",{[")) for text in texts)


def _judge_file(received: bytes, circumstances: Circumstances, fetch: Fetch) -> Judgement:
    try:
        tokens = read_each(received)
    except Exception as error:  # noqa: BLE001 - a file that somebody gives never crashes us
        known = _known(error)
        return _judgement(circumstances, unreadable(known), error=known)
    if len(tokens) == 1:
        return _judge_token(tokens[0], circumstances, fetch)
    inside = tuple(
        Inside(
            name="",
            received=token.text.encode("utf-8", "surrogatepass"),
            judgement=_judge_token(token, circumstances, fetch),
        )
        for token in tokens
    )
    return _of_several(inside, circumstances, container=tokens[0].container)


def _judge_token(token: Token, circumstances: Circumstances, fetch: Fetch) -> Judgement:
    """Judge one badge, at its address when only that was given."""
    verdict, error = None, None
    try:
        address = address_in(token)
        credential = parse(token) if address is None else _published_at(address, fetch)
        verdict = verdict_on(credential, circumstances, fetch)
    except HostedNotChecked as missing:
        verdict = _not_had(missing)
    except HostedWithdrawn as withdrawn:
        verdict = _withdrawn(withdrawn)
    except ProofInvalid as wrong:
        verdict = _two_stories(wrong)
    except Exception as other:  # noqa: BLE001 - a badge that somebody gives never crashes us
        error = _known(other)
        verdict = unreadable(error)
    return _judgement(circumstances, verdict, error=error, container=token.container, token=token)


def _published_at(address: Token, fetch: Fetch) -> Credential:
    """
    The badge at an address; one of the first years says nowhere that it is hosted there.

    Raises:
        HostedNotChecked, HostedWithdrawn: as ``badge_at``; also when what is had is no badge.
    """
    found = badge_at(address, fetch=fetch)
    try:
        credential = parse(found)
    except Unreadable as error:
        raise HostedNotChecked(host=host_of(address.text), why=error.code) from error
    says_how = credential.jws is not None or credential.hosted_at is not None
    if says_how or credential.data_model != "ob-1":
        return credential
    return replace(credential, hosted_at=address.text)


def _of_several(
    inside: tuple[Inside, ...], circumstances: Circumstances, *, container: str
) -> Judgement:
    """One answer for a file of several badges: the worst of theirs."""
    parts = tuple(piece.judgement.verdict for piece in inside)
    if all(part.level is Level.UNREADABLE for part in parts):
        error = next((one.judgement.error for one in inside if one.judgement.error), None)
        error = error or BadgeError()
        found = replace(unreadable(error), parts=parts)
        return _judgement(circumstances, found, error=error, container=container, inside=inside)
    read = Finding(check="integrity.format", code="format.several", outcome=Outcome.PASSED)
    whole = Verdict(level=Level.TRUSTED, findings=(read,))
    return _judgement(circumstances, with_parts(whole, parts), container=container, inside=inside)


def _known(error: Exception) -> BadgeError:
    """The error itself when it was raised on purpose; a fault of ours is told by its kind only."""
    if isinstance(error, BadgeError):
        return error
    LOG.error("reading: %s", type(error).__name__)
    return BadgeError()


def _two_stories(error: ProofInvalid) -> Verdict:
    """A token whose claims and credential contradict each other: no signature can mend that."""
    return _alone(
        Level.REFUSED,
        Finding(
            check="integrity.proof",
            code=error.code,
            outcome=Outcome.FAILED,
            facts=error.facts,
            reasons=(Reason.TAMPERED,),
        ),
    )


def _not_had(error: HostedNotChecked) -> Verdict:
    """Only an address was given, and no badge is had from it."""
    return _alone(
        Level.UNDETERMINED,
        Finding(
            check="integrity.proof",
            code=error.code,
            outcome=Outcome.NOT_CHECKED,
            facts=error.facts,
            reasons=(Reason.HOSTED_NOT_CHECKED,),
        ),
    )


def _withdrawn(error: HostedWithdrawn) -> Verdict:
    """Only an address was given, and its host says that the badge was taken away."""
    return _alone(
        Level.NOT_VALID_NOW,
        Finding(
            check="status.revocation",
            code=error.code,
            outcome=Outcome.FAILED,
            facts={name: value for name, value in error.facts.items() if value},
            reasons=(Reason.REVOKED, Reason.HOSTED_NOT_CHECKED),
        ),
    )


def _alone(level: Level, finding: Finding) -> Verdict:
    """A verdict that rests on one finding: there is nothing to ask the other checks about."""
    return Verdict(level=level, findings=(as_told(finding),), reasons=finding.reasons)


def _judgement(
    circumstances: Circumstances,
    verdict: Verdict,
    *,
    error: BadgeError | None = None,
    container: str | None = None,
    token: Token | None = None,
    inside: tuple[Inside, ...] = (),
) -> Judgement:
    return Judgement(
        verdict=verdict,
        error=error,
        container=container,
        token=token,
        requests=(),
        registry=circumstances.registry,
        now=circumstances.now,
        inside=inside,
    )
