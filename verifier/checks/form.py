"""Is this a badge, and the only one in its picture?"""

from datetime import datetime

from shared.errors import BadgeError, Fact
from shared.model import Credential, Token
from verifier.examination import Examination
from verifier.verdict import Finding, Outcome, Reason

CHECK = "integrity.format"


def check_form(examination: Examination) -> Finding:
    """It was read, or nobody would ask; what is left is what stands beside it."""
    claimed = examination.claimed
    if any(not _tells_the_same(rival, claimed) for rival in claimed.token.rivals):
        return Finding(
            check=CHECK,
            code="format.rival",
            outcome=Outcome.NOT_CHECKED,
            reasons=(Reason.RIVAL_NOT_CHECKED,),
        )
    shows_some = examination.is_presentation and (claimed.parts or claimed.unread)
    if not claimed.is_badge and not shows_some:
        return Finding(
            check=CHECK,
            code="format.not-a-badge",
            outcome=Outcome.WARNING,
            reasons=(Reason.NOT_A_BADGE,),
        )
    if claimed.unread:
        left: dict[str, Fact] = {
            "count": len(claimed.unread),
            "path": claimed.unread[0].facts["path"],
        }
        return Finding(check=CHECK, code="format.part-unread", outcome=Outcome.WARNING, facts=left)
    version = claimed.open_badges or claimed.data_model
    facts = {"suite": version}
    return Finding(check=CHECK, code="format.read", outcome=Outcome.PASSED, facts=facts)


def _tells_the_same(rival: Token, claimed: Credential) -> bool:
    """
    Whether an older badge beside a newer one in a picture is the same badge.

    It names the same achievement and the same day; it is never asked for, so one that is
    only an address cannot be told.
    """
    from shared.parsing import parse

    try:
        other = parse(rival)
    except BadgeError:
        return False
    if other.id is not None and other.id == claimed.id:
        return True
    names = {_name(other), _name(claimed)}
    return len(names) == 1 and "" not in names and _day(other) == _day(claimed)


def _name(credential: Credential) -> str:
    achievement = credential.subject.achievement
    named = (achievement.name if achievement else None) or credential.name or ""
    return " ".join(named.casefold().split())


def _day(credential: Credential) -> object:
    moment: datetime | None = credential.awarded or credential.valid_from
    return moment.date() if moment else None
