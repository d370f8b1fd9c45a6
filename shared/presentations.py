"""
Presentations: a holder shows badges to somebody who asked, and proves to be there, now.

The badges travel as they are, each with its own proof.  What the holder signs names the
question that was asked, the place that asked it, and an end a few minutes away, so that
nobody can show it again later or elsewhere.  A question is answered once.  A holder who
gives badges to be read later says how long: the end is then some days away.

Sources: VCDM 2.0 §"Verifiable Presentations"; VC Data Integrity §"Proofs" (``challenge``,
``domain``); VC-JOSE-COSE §"Securing Verifiable Presentations with JOSE".
"""

import json
import secrets
import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from shared import strict_json
from shared.errors import ChallengeMismatch, NotACredential, TooBig
from shared.keys import SigningKey
from shared.model import Json, Token, TokenKind
from shared.parsing.clr2 import MAX_PARTS
from shared.parsing.ob3 import VCDM_2
from shared.proofs import data_integrity, jws
from shared.times import instant_text

LIFE = timedelta(minutes=5)
"""Time to send what was signed; a person who answers a question does it at once."""
QUESTION_LIFE = timedelta(minutes=10)
"""Time to find the badge and the words of the lock."""
MAX_OPEN = 10_000
"""Questions waiting; the oldest make room."""
CHALLENGE_BYTES = 24
CARRIED = "verifiableCredential"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What somebody who wants to see badges asks the holder to sign."""

    challenge: str
    domain: str
    """The place that asks: its web address."""
    until: datetime
    """Last instant for an answer."""


class Questions:
    """The questions that one place has asked and that nobody has answered yet."""

    def __init__(self, *, domain: str) -> None:
        """``domain``: the web address of the place that asks."""
        self._domain = domain
        self._open: OrderedDict[str, Question] = OrderedDict()
        self._lock = threading.Lock()

    def ask(self, *, now: datetime) -> Question:
        """Ask a question that was never asked before."""
        question = Question(
            challenge=secrets.token_urlsafe(CHALLENGE_BYTES),
            domain=self._domain,
            until=now + QUESTION_LIFE,
        )
        with self._lock:
            self._open[question.challenge] = question
            if len(self._open) > MAX_OPEN:
                self._open.popitem(last=False)
        return question

    def take(self, challenge: str, *, now: datetime) -> Question:
        """
        The question that an answer is for, once: from now on it is no longer open.

        Raises:
            ChallengeMismatch: never asked here, answered before (``challenge``), or too late
                (``late``).
        """
        with self._lock:
            question = self._open.pop(challenge, None)
        if question is None:
            raise ChallengeMismatch(why="challenge")
        if now > question.until:
            raise ChallengeMismatch(why="late")
        return question


def compose(badges: Sequence[Token], *, holder: str) -> Json:
    """
    Write a presentation of these badges, not signed yet.

    Args:
        badges: verifiable credentials as they were received, JSON or compact JWS.
        holder: the DID of the one who shows them.

    Raises:
        NotACredential: a badge that is none, such as one of Open Badges 1 or 2: it is shown
            as a file.
        TooBig: more badges than a reader takes.
    """
    if len(badges) > MAX_PARTS:
        raise TooBig(limit=MAX_PARTS, what="badges")
    return {
        "@context": [VCDM_2],
        "type": ["VerifiablePresentation"],
        "holder": holder,
        CARRIED: [_carried(badge) for badge in badges],
    }


def sign(
    presentation: Json,
    *,
    key: SigningKey,
    method: str,
    question: Question,
    now: datetime,
    life: timedelta = LIFE,
) -> Json:
    """
    Answer a question with a presentation (``eddsa-rdfc-2022``).

    Args:
        presentation: as ``compose`` wrote it.
        key: the holder's; ``method`` is the address of it in the holder's DID document.
        question: what was asked.
        now: written as the time of signing.
        life: from then on; nobody takes it later.

    Raises:
        UncoveredText, ContextUnknown: the signature would not cover the whole text.
    """
    return data_integrity.sign(
        presentation,
        key=key,
        method=method,
        created=now,
        purpose="authentication",
        more={
            "expires": instant_text(now + life),
            "challenge": question.challenge,
            "domain": question.domain,
        },
    )


def sign_token(
    presentation: Json,
    *,
    key: SigningKey,
    method: str,
    question: Question,
    now: datetime,
    life: timedelta = LIFE,
) -> str:
    """The same answer as a compact JWS (``vp+jwt``, EdDSA); see ``sign``."""
    header = {"alg": "EdDSA", "typ": "vp+jwt", "kid": method}
    seconds = int(now.timestamp())
    claims = {
        **presentation,
        "iss": presentation["holder"],
        "iat": seconds,
        "exp": seconds + int(life.total_seconds()),
        "nonce": question.challenge,
        "aud": question.domain,
    }
    return jws.compact(header, claims, key)


def written(signed: Json, badges: Sequence[Token]) -> str:
    """
    Write a signed presentation as text, each badge in it letter for letter as it was received.

    Args:
        signed: as ``sign`` gave it.
        badges: those that ``compose`` was given, in the same order.
    """
    texts = [
        json.dumps(_carried(badge), ensure_ascii=False)
        if badge.kind is TokenKind.JWS
        else badge.text.removeprefix(strict_json.BYTE_ORDER_MARK).strip()
        for badge in badges
    ]
    around = {name: value for name, value in signed.items() if name != CARRIED}
    begun = json.dumps(around, ensure_ascii=False).removesuffix("}")
    return f'{begun}, "{CARRIED}": [{", ".join(texts)}]}}'


def _carried(badge: Token) -> Json:
    """A badge inside a presentation: its JSON, or its token in an envelope."""
    if badge.kind is TokenKind.JWS:
        return {
            "@context": VCDM_2,
            "id": f"data:application/vc+jwt,{badge.text}",
            "type": "EnvelopedVerifiableCredential",
        }
    if badge.kind is TokenKind.URL:
        raise NotACredential
    document = strict_json.load_object(badge.text)
    types = document.get("type")
    if "VerifiableCredential" not in (types if isinstance(types, list) else [types]):
        raise NotACredential
    return document
