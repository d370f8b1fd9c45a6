"""
Some badges, signed by their holder for somebody, with an end.

The badges travel letter for letter, each with its own signature.  Around them the key of the
space signs for whom they are, the question that was asked, and until when.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from shared import parsing, presentations, reading
from shared.errors import BadgeError, ContextUnknown, UncoveredText
from shared.model import Token, TokenKind
from shared.parsing.shapes import clean
from shared.presentations import CHALLENGE_BYTES, Question
from verifier.verdict import Level
from wallet.holding import Holding
from wallet.holdings import Wallet
from wallet.sharing.errors import AudienceMissing, BadgeNotShown, NothingToShow, ShareTextTooLong
from wallet.spaces import Space

MAX_AUDIENCE_LETTERS = 200
"""The name of a person or of a place, or its web address."""
MAX_DAYS = 365
"""A year: what is shown longer should be shown anew, with what has changed."""
USUAL_DAYS = 30
"""Time for an answer to an application."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Presented:
    """What can be given away."""

    text: str
    """Signed: JSON, or a compact JWS when a badge holds what only the latter covers."""
    holdings: tuple[Holding, ...]
    audience: str
    challenge: str
    until: datetime


def present(
    space: Space,
    wallet: Wallet,
    badges: Sequence[str],
    *,
    audience: str,
    days: int,
    now: datetime,
    challenge: str | None = None,
) -> Presented:
    """
    Sign some badges for somebody.

    Args:
        badges: identifiers of holdings, or their beginnings.
        audience: whom they are for: a name, or the web address of the one who asks.
        days: after them nobody takes the signature any more; the badges themselves hold on.
        challenge: the question of the one who asks; without one it is drawn at random.

    Raises:
        NothingToShow, AudienceMissing, ShareTextTooLong: something was not said, or too much.
        BadgeNotShown: a badge cannot travel so.
        HoldingUnknown, HoldingAmbiguous: no such badge.
        TooBig: more badges than a reader takes.
    """
    holdings = chosen(wallet, badges)
    said = line(audience, MAX_AUDIENCE_LETTERS)
    if not said:
        raise AudienceMissing
    asked = Question(
        challenge=challenge or secrets.token_urlsafe(CHALLENGE_BYTES),
        domain=said,
        until=now + timedelta(days=days),
    )
    tokens = [token_of(wallet, one) for one in holdings]
    return Presented(
        text=_signed(space, tokens, asked, now=now),
        holdings=holdings,
        audience=said,
        challenge=asked.challenge,
        until=asked.until,
    )


def chosen(wallet: Wallet, badges: Sequence[str]) -> tuple[Holding, ...]:
    """
    The badges that were named, each once.

    Raises:
        NothingToShow, BadgeNotShown, HoldingUnknown, HoldingAmbiguous.
    """
    found = {holding.id: holding for holding in (wallet.get(badge) for badge in badges)}
    if not found:
        raise NothingToShow
    for holding in found.values():
        if not holding.accepted or holding.level is Level.REFUSED:
            raise BadgeNotShown(badge=holding.id, why="aside")
    return tuple(found.values())


def token_of(wallet: Wallet, holding: Holding) -> Token:
    """
    The text of a badge that carries its own signature.

    Raises:
        BadgeNotShown: it stands in a file with others, or its signature is elsewhere.
    """
    if holding.part is not None:
        raise BadgeNotShown(badge=holding.id, why="in-a-file")
    token = reading.read(wallet.original(holding.id))
    if token.kind is TokenKind.URL:
        raise BadgeNotShown(badge=holding.id, why="older")
    if parsing.parse(token).data_model in ("ob-2.0", "ob-1"):
        raise BadgeNotShown(badge=holding.id, why="older")
    return token


def can_travel(wallet: Wallet, holding: Holding) -> bool:
    """Whether a badge can be shown with others, signed by its holder."""
    if not holding.accepted or holding.level is Level.REFUSED:
        return False
    try:
        token_of(wallet, holding)
    except BadgeError:
        return False
    return True


def is_bound(space: Space, wallet: Wallet, holdings: Sequence[Holding]) -> bool:
    """
    Whether each badge names the key of this space, so that showing it proves whose it is.

    One that gives a name only leaves whoever asked a question to ask for that name too.
    """
    found = [wallet.credential(one.id) for one in holdings]
    return all(one is not None and one.subject.id == space.did for one in found)


def line(text: str, limit: int) -> str:
    """One line of what was typed. Raises: ShareTextTooLong."""
    said = " ".join(clean(text, limit=10 * limit).split())
    if len(said) > limit:
        raise ShareTextTooLong(limit=limit)
    return said


def _signed(space: Space, tokens: Sequence[Token], asked: Question, *, now: datetime) -> str:
    given_to = {parsing.parse(token).subject.id or "" for token in tokens}
    key, life = space.proving_key(given_to), asked.until - now
    written = presentations.compose(tokens, holder=key.did)
    try:
        signed = presentations.sign(
            written, key=key, method=key.method, question=asked, now=now, life=life
        )
    except (UncoveredText, ContextUnknown):
        # The token's signature is on every letter, whatever the words in it mean.
        return presentations.sign_token(
            written, key=key, method=key.method, question=asked, now=now, life=life
        )
    return presentations.written(signed, tokens)
