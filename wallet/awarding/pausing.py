"""
Putting on hold what was awarded, and giving it back: one bit in a second list of the key.

Only a badge that was awarded with a place in such a list can be put on hold: what is
signed cannot be changed afterwards.  The space remembers first and publishes after.
"""

from dataclasses import replace
from datetime import datetime

from shared.times import instant_text
from trust_registry.index import Registry
from wallet.awarding.lists import PAUSE, check_key_in_force, list_of, signed_list
from wallet.awarding.withdrawal import Withdrawal, find
from wallet.errors import CannotPause, KeyNotListed, StatusListMissing
from wallet.spaces import Space
from wallet.vault import AwardLine

_LIST, _SINCE = "pause", "paused_at"


def is_paused(line: AwardLine) -> bool:
    """Whether this space has put it on hold."""
    return _SINCE in line.record


def pause(
    award: str, space: Space, registry: Registry, *, on_hold: bool, now: datetime
) -> Withdrawal:
    """
    Put an award on hold, or give it back, and sign the list that says so.

    Args:
        award: its identifier, or the beginning of it.
        registry: the freshest list of partners there is; the published list comes from it.

    Raises:
        NotOurAward, AwardAmbiguous: there is no one award of that name.
        CannotPause: it was awarded without a place in a list of this kind.
        KeyNotListed: the partner has ended this key; only the partner can act.
        StatusListMissing, StatusListUnusable: the list to change cannot be read.
    """
    line = find(space, award)
    if _LIST not in line.record:
        raise CannotPause(award=award)
    method, issuer_id = line.record["method"], line.record["issuer"]
    partner = registry.partner(issuer_id)
    if partner is None:
        raise KeyNotListed(why="past-member", partner=issuer_id)
    check_key_in_force(method, partner, registry, now=now)
    listed = list_of(method, space.key.public, partner, registry, purpose=PAUSE)
    if listed.url != line.record[_LIST]:
        raise StatusListMissing(partner=partner.name)
    already = is_paused(line) is on_hold
    line = _noted(space, line, instant_text(now) if on_hold else None)
    bits = listed.bits
    # What this key has put on hold on another machine stays as it is.
    for one in space.vault.awards():
        if one.record.get(_LIST) == listed.url:
            bits.set(one.index, on=is_paused(one))
    signed = signed_list(
        listed.url, bits, issuer_id=issuer_id, key=space.key, method=method, now=now, purpose=PAUSE
    )
    return Withdrawal(
        line=line, partner=partner, list_name=listed.name, signed=signed, already=already
    )


def _noted(space: Space, line: AwardLine, since: str | None) -> AwardLine:
    kept = {name: value for name, value in line.record.items() if name != _SINCE}
    noted = replace(line, record={**kept, _SINCE: since} if since else kept)
    with space.vault.writing() as write:
        write.update_award(noted)
    return noted
