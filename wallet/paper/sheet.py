"""What somebody can do, on a sheet to join to an application: as a PDF, or as plain lines."""

from collections.abc import Sequence
from datetime import datetime

from wallet import wording
from wallet.holdings import Wallet
from wallet.paper.setting import typeset
from wallet.sharing.presenting import chosen
from wallet.sharing.telling import ToldBadge, Visible, told


def sheet_on_paper(
    wallet: Wallet, badges: Sequence[str], visible: Visible, *, now: datetime, lang: str
) -> bytes:
    """
    Lay the sheet out.

    Raises:
        NothingToShow, BadgeNotShown, HoldingUnknown, HoldingAmbiguous: as ``chosen``.
        PaperMissing: the extra ``pdf`` is not installed.
    """
    shown = told(wallet, chosen(wallet, badges), visible, lang=lang)
    facts = {
        "title": _title(visible, lang),
        "mail": visible.mail,
        "lead": wording.say("print.sheet-lead", lang=lang),
        "check": wording.say("print.sheet-check", lang=lang),
        "made": wording.say("print.made", {"day": now}, lang=lang),
        "badges": [_facts(one) for one in shown],
    }
    return typeset("cv", facts, lang=lang, now=now)


def sheet_in_lines(
    wallet: Wallet, badges: Sequence[str], visible: Visible, *, now: datetime, lang: str
) -> str:
    """Write the same as plain lines, to be pasted anywhere. Raises: as ``sheet_on_paper``."""
    lines = [_title(visible, lang), *([visible.mail] if visible.mail else [])]
    for one in told(wallet, chosen(wallet, badges), visible, lang=lang):
        lines += ["", one.name, _given(one)]
        lines += [f"- {can_do}" for can_do in one.can_do]
        lines.append(one.state)
    lines += ["", wording.say("print.sheet-check", lang=lang)]
    lines.append(wording.say("print.made", {"day": now}, lang=lang))
    return "\n".join(lines) + "\n"


def _title(visible: Visible, lang: str) -> str:
    if visible.name:
        return wording.say("share.page-of", {"name": visible.name}, lang=lang)
    return wording.say("print.sheet-title", lang=lang)


def _given(badge: ToldBadge) -> str:
    return " ".join(f"{part}." for part in (badge.issuer, badge.awarded) if part)


def _facts(badge: ToldBadge) -> dict[str, object]:
    return {
        "name": badge.name,
        "picture": badge.picture.decode() if badge.picture else None,
        "alt": badge.alt,
        "given": _given(badge),
        "can_do": badge.can_do,
        "state": badge.state,
    }
