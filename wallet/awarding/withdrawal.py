"""
Taking back what was awarded: one bit in the list of the key that signed it.

The space remembers first and publishes after: a withdrawal that could not be published
is published with the next one, and is never forgotten.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from shared.times import instant_text
from trust_registry.index import Partner, Registry
from wallet.awarding.lists import check_key_in_force, list_of, with_withdrawn
from wallet.errors import AwardAmbiguous, KeyNotListed, NotOurAward
from wallet.spaces import Space
from wallet.vault import AwardLine

URN = "urn:uuid:"
NUMBER_LETTERS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """A list signed again, to be published by the partner."""

    line: AwardLine
    partner: Partner
    list_name: str
    """Under which the partner publishes the list."""
    signed: bytes
    already: bool
    """It had been withdrawn from this space before."""


def number(line: AwardLine) -> str:
    """What a person types to name an award: the beginning of its identifier."""
    return line.credential_id.removeprefix(URN)[:NUMBER_LETTERS]


def is_withdrawn(line: AwardLine) -> bool:
    """Whether this space has taken it back."""
    return "withdrawn_at" in line.record


def is_published(line: AwardLine) -> bool:
    """Whether its withdrawal was handed to the partner's registry from here."""
    return "published_at" in line.record


def find(space: Space, award: str) -> AwardLine:
    """
    One award, by its identifier or the beginning of it.

    Raises:
        NotOurAward, AwardAmbiguous: none begins so, or several do.
    """
    wanted = award.strip().lower().removeprefix(URN)
    known = space.vault.awards()
    found = [line for line in known if line.credential_id.removeprefix(URN).startswith(wanted)]
    if not wanted or not found:
        raise NotOurAward(award=award)
    if len(found) > 1:
        raise AwardAmbiguous(award=award, count=len(found))
    return found[0]


def withdraw(
    award: str, space: Space, registry: Registry, *, reason: str, now: datetime
) -> Withdrawal:
    """
    Take an award back, and sign the list that says so.

    Args:
        award: its identifier, or the beginning of it.
        registry: the freshest list of partners there is; the published list comes from it.
        reason: kept in this space only; empty: none was given.

    Raises:
        NotOurAward, AwardAmbiguous: there is no one award of that name.
        KeyNotListed: the partner has ended this key; only the partner can withdraw.
        StatusListMissing, StatusListUnusable: the list to change cannot be read.
    """
    line = find(space, award)
    method, issuer_id = line.record["method"], line.record["issuer"]
    partner = registry.partner(issuer_id)
    if partner is None:
        raise KeyNotListed(why="past-member", partner=issuer_id)
    check_key_in_force(method, partner, registry, now=now)
    listed = list_of(method, space.key.public, partner, registry)
    already = is_withdrawn(line)
    if not already:
        line = _noted(space, line, withdrawn_at=instant_text(now), reason=reason)
    gone = [one.index for one in _withdrawn_from(space, line.list_url)]
    signed = with_withdrawn(
        listed, gone, issuer_id=issuer_id, key=space.key, method=method, now=now
    )
    return Withdrawal(
        line=line, partner=partner, list_name=listed.name, signed=signed, already=already
    )


def note_published(space: Space, withdrawal: Withdrawal, *, now: datetime) -> None:
    """Remember that the partner's registry has the list, with all that it withdraws."""
    for line in _withdrawn_from(space, withdrawal.line.list_url):
        if not is_published(line):
            _noted(space, line, published_at=instant_text(now))


def _withdrawn_from(space: Space, list_url: str) -> list[AwardLine]:
    return [
        line for line in space.vault.awards() if line.list_url == list_url and is_withdrawn(line)
    ]


def _noted(space: Space, line: AwardLine, **notes: str) -> AwardLine:
    noted = replace(line, record={**line.record, **notes})
    with space.vault.writing() as write:
        write.update_award(noted)
    return noted
