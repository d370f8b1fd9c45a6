"""A badge on paper: an A4 page or a card, with the square that is the signed badge itself."""

from datetime import datetime
from enum import StrEnum

from wallet import wording
from wallet.holdings import Wallet
from wallet.paper.setting import typeset
from wallet.paper.squares import square_of
from wallet.sharing.presenting import chosen, token_of
from wallet.sharing.telling import Visible, told

MODULE_MM = 0.5
"""Of a small square: 3 dots at 150 dots an inch, which a poor copy still shows."""
SQUARE_MM = (60, 90)
"""The least and the greatest side on the page."""


class Paper(StrEnum):
    """The sheets on which a badge is printed; the names of ``wallet/paper/sheets``."""

    PAGE = "badge"
    CARD = "card"


def badge_on_paper(
    wallet: Wallet, badge: str, paper: Paper, visible: Visible, *, now: datetime, lang: str
) -> bytes:
    """
    Lay one badge out; its square can be checked without the network.

    Raises:
        HoldingUnknown, HoldingAmbiguous, BadgeNotShown: no such badge, or not to be shown.
        TooBigForPaper: it is too long for a square.
        PaperMissing: the extra ``pdf`` is not installed.
    """
    (holding,) = chosen(wallet, [badge])
    square = square_of(token_of(wallet, holding), badge=holding.id)
    (shown,) = told(wallet, [holding], visible, lang=lang)

    def say(code: str, part: str | None = None) -> str:
        return wording.say(code, {"day": now, "name": shown.name}, lang=lang, part=part)

    said = holding.summary.credential_id if holding.summary else None
    facts = {
        "title": say("print.badge-title"),
        "name": shown.name,
        "person": visible.name,
        "picture": shown.picture.decode() if shown.picture else None,
        "alt": shown.alt,
        "state": shown.state,
        "issuer": shown.issuer,
        "awarded": shown.awarded,
        "can_do_title": say("share.page-can-do"),
        "can_do": shown.can_do,
        "words_title": say("share.page-words"),
        "words": shown.words,
        "evidence_title": say("share.page-evidence"),
        "evidence": shown.evidence,
        "recognised": shown.recognised,
        "square": square.svg,
        "square_mm": min(max(square.modules * MODULE_MM, SQUARE_MM[0]), SQUARE_MM[1]),
        "square_alt": say("print.square-alt"),
        "check_title": say("print.check"),
        "check_help": say("print.check", "help"),
        "check_short": say("print.check-short"),
        "number": said or "",
        "made": say("print.made"),
    }
    return typeset(paper, facts, lang=lang, now=now)
