"""
The published list of partners, as the rest of the program asks it.

Every answer is a few look-ups in tables that were compiled from a checked list; nothing
here is decided by a network, a clock or a resemblance of names.
"""

import json
import sqlite3
import threading
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, TypeVar

from shared.fetching import Fetched
from shared.model import Json
from trust_registry import places
from trust_registry.catalogue import Catalogue, from_json
from trust_registry.index.answers import Answer, Membership, Partner
from trust_registry.index.memberships import Period, Question, judge
from trust_registry.index.resemblance import alike, skeleton
from trust_registry.index.tables import moment_of, ticks
from trust_registry.model import Role

HaveFile = Callable[[str, str, int], tuple[bytes, tuple[str, ...]]]
"""
Gives a file of the registry: its path below ``targets/``, its SHA-256, its length; and the
addresses that were asked for it.

Raises ``FetchFailed`` when it cannot be had, or is not that file.
"""

_PARTNER = """
SELECT p.id, p.slug, p.name, p.kind, p.contact, p.url, p.assurance, p.since, p.until, p.n, p.entity,
p.signed_until, b.code, p.place
FROM partner p LEFT JOIN blocked b ON b.slug = p.slug
"""
_NAMED = _PARTNER + "JOIN identifier i ON i.partner = p.n WHERE i.id = ?"
_GRANTED = "SELECT badge, since, until, role FROM granted WHERE partner = ? ORDER BY since"
_KEYS = "SELECT method, badge, since, until, reason FROM awarder WHERE did = ? ORDER BY since"
_BADGE = """
SELECT badge, issuer FROM achievement WHERE address = ? AND issuer IN ('', ?) ORDER BY place LIMIT 1
"""
_ADDRESSES = """
SELECT address FROM achievement WHERE badge = :badge
UNION SELECT address FROM pathway WHERE badge = :badge
"""
_LISTS = """
SELECT l.url FROM listed l JOIN partner p JOIN identifier i ON i.partner = p.n
WHERE i.id = ? AND l.path GLOB 'partners/' || p.slug || '/*' ORDER BY l.url
"""
_OWN_IDS = "SELECT id FROM identifier WHERE partner = ?"
_WHO_RECOGNISES = """
WHERE p.n IN (
    SELECT r.partner FROM recognition r
    WHERE r.subject IN (SELECT value FROM json_each(:subjects))
    AND (r.since IS NULL OR r.since <= :at) AND (r.until IS NULL OR :at < r.until)
) AND EXISTS (
    SELECT 1 FROM granted g
    WHERE g.partner = p.n AND g.since <= :at AND (g.until IS NULL OR :at < g.until)
) AND (p.signed_until IS NULL OR :at < p.signed_until)
ORDER BY p.n
"""
_RECOGNISING = _PARTNER + _WHO_RECOGNISES


MAX_REMEMBERED = 8_192
"""Answers of the tables kept in memory: some megabytes, and a whole region fits."""


_Name = TypeVar("_Name", bound=Hashable)
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """All that the tables say of one identifier."""

    row: tuple[Any, ...]
    partner: Partner
    granted: tuple[Period, ...]
    keys: Mapping[str, Sequence[Period]]


class Registry:
    """One version of the list, open to questions from several threads."""

    def __init__(
        self,
        tables: sqlite3.Connection,
        *,
        have: HaveFile,
        now: datetime,
        alarm: str | None = None,
        on_close: Callable[[], None] = lambda: None,
    ) -> None:
        """
        Open compiled tables.

        Args:
            tables: made by ``compile_into``, with ``check_same_thread=False``; closed here.
            have: how to have a status list.
            now: the instant of the questions that do not say theirs.
            alarm: code of what the operator should look at; ``None``: nothing.
            on_close: called once, when nothing more is asked.
        """
        self._tables = tables
        self._lock = threading.Lock()
        self._have = have
        self._on_close = on_close
        self._catalogue: Catalogue | None = None
        # Nothing in the tables ever changes, so what was read of them stays true.
        self._asked: dict[str, _Known] = {}
        self._badges: dict[tuple[str | None, str], tuple[str, bool]] = {}
        self.now = now
        self.alarm = alarm
        facts = dict(self._all("SELECT name, value FROM fact"))
        self.name: str = facts["name"]
        self.version = int(facts["version"])
        self.partners = int(facts["partners"])
        self.dropped = int(facts["dropped"])
        """Recognitions left out because their signature does not hold."""
        self.listed_at = _moment(facts["listed_at"])
        self.expires_at = _moment(facts["expires_at"])

    def fresh(self, now: datetime) -> bool:
        """Whether the list can be relied on at an instant."""
        return now < self.expires_at

    @property
    def blocked(self) -> Mapping[str, str]:
        """Partners whose entry could not be used, by slug, with the code of the reason."""
        return dict(self._all("SELECT slug, code FROM blocked"))

    def catalogue(self) -> Catalogue:
        """The badges and pathways of the network, read once."""
        if self._catalogue is None:
            ((text,),) = self._all("SELECT value FROM fact WHERE name = 'catalogue'")
            self._catalogue = from_json(json.loads(text))
        return self._catalogue

    def partner(self, issuer_id: str) -> Partner | None:
        """The partner that has exactly this identifier; ``None``: the list names none."""
        rows = self._all(_NAMED, (issuer_id,))
        return _partner(rows[0]) if rows else None

    def all_partners(self) -> tuple[Partner, ...]:
        """Every partner, those that left included, in the order of the list."""
        return tuple(_partner(row) for row in self._all(_PARTNER + "ORDER BY p.n"))

    def membership(
        self,
        issuer_id: str,
        *,
        achievement_id: str | None,
        key_id: str | None,
        on: datetime,
        signed_at: datetime | None = None,
        now: datetime | None = None,
    ) -> Membership:
        """
        Could this issuer award this badge on that day, with this key?

        A list past its date contradicts nobody and vouches for nobody: its answer is
        ``unsure``, but for a key that was declared stolen.

        Args:
            issuer_id: the issuer as the badge names it.
            achievement_id: the address of what was awarded; ``None``: it has none.
            key_id: the DID URL of the key that signed; ``None``: none is named.
            on: when the badge was awarded.
            signed_at: when it was signed; ``None``: ``on``.
            now: the instant of the question; ``None``: when the list was opened.
        """
        now = now or self.now
        found = self._membership(issuer_id, achievement_id, key_id, (on, signed_at or on, now))
        if self.fresh(now) or found.code == "registry.key-stolen":
            return found
        return replace(found, answer=Answer.UNSURE, code="registry.expired")

    def may_award(self, issuer_id: str, achievement_id: str, *, on: datetime) -> bool:
        """Whether the hub granted a badge to an issuer that day; its keys are not looked at."""
        known = self._known(issuer_id)
        if known is None:
            return False
        badge, at = self._badge(issuer_id, achievement_id)[0], ticks(on)
        return badge is not None and any(
            one.role == Role.ISSUER and one.covers(badge) and one.in_force(at)
            for one in known.granted
        )

    def recognisers(
        self, issuer_id: str, achievement_id: str | None, *, on: datetime
    ) -> tuple[Partner, ...]:
        """
        Who, other than the issuer, publicly recognises this badge, at an instant.

        A partner recognises a badge, one of its pathways, or all that an issuer awards.
        The badge counts as one of the network's only from an issuer that was granted it
        or has it as an equivalent: anybody can write the network's address.
        One organisation counts once, whatever its names, and never for itself.
        """
        rows = self._all(_NAMED, (issuer_id,))
        issuer = rows[0] if rows else None
        subjects = {issuer_id}
        if issuer is not None:
            subjects |= {one for (one,) in self._all(_OWN_IDS, (issuer[9],))}
        if (badge := self._granted_badge(issuer_id, achievement_id, issuer)) is not None:
            subjects |= {one for (one,) in self._all(_ADDRESSES, {"badge": badge})}
        asked = {"subjects": json.dumps(sorted(subjects)), "at": ticks(on)}
        counted = {issuer[10]} if issuer is not None else set()
        found = []
        for row in self._all(_RECOGNISING, asked):
            if row[10] not in counted:
                counted.add(row[10])
                found.append(_partner(row))
        return tuple(found)

    def look_alike(self, issuer_id: str, name: str) -> Partner | None:
        """The partner for which this name could be taken; ``None`` for a partner itself."""
        look = skeleton(name)
        if not look or self._all(_NAMED, (issuer_id,)):
            return None
        for number, other in self._all("SELECT partner, skeleton FROM look ORDER BY partner"):
            if alike(look, other):
                (row,) = self._all(_PARTNER + "WHERE p.n = ?", (number,))
                return _partner(row)
        return None

    def did_document(self, did: str) -> Json | None:
        """The document of a partner that lists its keys here; ``None``: resolve it elsewhere."""
        rows = self._all("SELECT document FROM did WHERE did = ?", (did,))
        return dict(json.loads(rows[0][0])) if rows else None

    def document(self, url: str) -> Fetched | None:
        """
        A status list of the network, as its partner signed it.

        Returns:
            ``None``: no list of the network has this address.

        Raises:
            FetchFailed: it cannot be had, or its bytes are not those that were signed.
        """
        rows = self._all("SELECT path, sha256, length FROM listed WHERE url = ?", (url,))
        if not rows:
            return None
        body, asked = self._have(*rows[0])
        return Fetched(
            url=url,
            body=body,
            content_type="application/json",
            fetched_at=self.listed_at,
            location=url,
            asked=asked,
        )

    def status_lists(self, issuer_id: str) -> tuple[str, ...]:
        """The addresses of the status lists that a partner publishes here, for ``document``."""
        return tuple(url for (url,) in self._all(_LISTS, (issuer_id,)))

    def close(self) -> None:
        """Let go of the tables; a second time does nothing."""
        with self._lock:
            self._tables.close()
        done, self._on_close = self._on_close, lambda: None
        done()

    def _membership(
        self,
        issuer_id: str,
        achievement_id: str | None,
        key_id: str | None,
        instants: tuple[datetime, datetime, datetime],
    ) -> Membership:
        known = self._known(issuer_id)
        if known is None:
            return Membership(answer=Answer.UNKNOWN, code="registry.not-listed")
        on, signed_at, now = instants
        question = Question(
            badge=self._badge(issuer_id, achievement_id)[0],
            key_id=key_id,
            on=on,
            signed_at=signed_at,
            now=now,
        )
        found = judge(known.partner, question, granted=known.granted, keys=known.keys)
        if found.answer in (Answer.YES, Answer.PAST) and (code := _silent(known.row, now)):
            return replace(found, answer=Answer.UNSURE, code=code)
        return found

    def _known(self, issuer_id: str) -> "_Known | None":
        """What the tables say of an identifier, read once; of strangers nothing is kept."""
        known = self._asked.get(issuer_id) or self._looked_up(issuer_id)
        if known is not None:
            _remember(self._asked, issuer_id, known)
        return known

    def _looked_up(self, issuer_id: str) -> "_Known | None":
        rows = self._all(_NAMED, (issuer_id,))
        if not rows:
            return None
        keys: dict[str, list[Period]] = {}
        for method, badge, since, until, reason in self._all(_KEYS, (issuer_id,)):
            period = Period(badge=badge, since=since, until=until, reason=reason)
            keys.setdefault(method, []).append(period)
        granted = tuple(Period(*row) for row in self._all(_GRANTED, (rows[0][9],)))
        return _Known(row=rows[0], partner=_partner(rows[0]), granted=granted, keys=keys)

    def _badge(self, issuer_id: str, achievement_id: str | None) -> tuple[str | None, bool]:
        """The badge that an achievement is, and whether as an equivalent of this issuer."""
        asked = (achievement_id, issuer_id)
        found = self._badges.get(asked)
        if found is not None:
            return found
        rows = self._all(_BADGE, asked)
        if not rows:
            return None, False
        return _remember(self._badges, asked, (rows[0][0], rows[0][1] != ""))

    def _granted_badge(
        self, issuer_id: str, achievement_id: str | None, issuer: tuple[Any, ...] | None
    ) -> str | None:
        badge, is_equivalent = self._badge(issuer_id, achievement_id)
        if badge is None or is_equivalent:
            return badge
        if issuer is None:
            return None
        granted = [Period(*row) for row in self._all(_GRANTED, (issuer[9],))]
        may = any(one.role == Role.ISSUER and one.covers(badge) for one in granted)
        return badge if may else None

    def _all(self, question: str, asked: Any = ()) -> list[tuple[Any, ...]]:
        with self._lock:
            return self._tables.execute(question, asked).fetchall()


def _remember(kept: dict[_Name, _Value], name: _Name, value: _Value) -> _Value:
    """Keep what was read; when there is too much of it, begin again."""
    if len(kept) >= MAX_REMEMBERED and name not in kept:
        kept.clear()
    kept[name] = value
    return value


def _partner(row: tuple[Any, ...]) -> Partner:
    return Partner(
        id=row[0],
        slug=row[1],
        name=row[2],
        kind=row[3],
        contact=row[4],
        url=row[5],
        assurance=row[6],
        since=moment_of(row[7]),
        until=moment_of(row[8]),
        place=places.from_json(json.loads(row[13]), "/place") if row[13] else None,
    )


def _silent(row: tuple[Any, ...], now: datetime) -> str | None:
    """Why the partner's own entry says nothing now: the keys that it lists are not known."""
    if row[12] is not None:
        return "registry.not-checked"
    ended = row[11] is not None and row[11] <= ticks(now)
    return "registry.expired" if ended else None


def _moment(text: str) -> datetime:
    moment = moment_of(int(text))
    if moment is None:
        raise ValueError("a list without a date")
    return moment
