"""
The page to show: one file that opens anywhere, and carries the signed badges along.

What its owner sees before it leaves is its very body, letter for letter.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from shared import page_to_show
from wallet.pages_to_keep import rendered
from wallet.sharing.presenting import Presented
from wallet.sharing.telling import ToldBadge, Visible


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What stands on the page."""

    badges: Sequence[ToldBadge]
    visible: Visible
    audience: str
    now: datetime
    until: datetime


def body(sheet: Sheet, *, lang: str) -> str:
    """Write what the person will see, as HTML without anything that runs."""
    return rendered("shown_body.html", lang=lang, sheet=sheet)


def page(sheet: Sheet, presented: Presented, *, lang: str) -> str:
    """Write the whole file; the verifier's page reads the badges in it."""
    return rendered(
        "shown.html",
        lang=lang,
        sheet=sheet,
        body=body(sheet, lang=lang),
        carried=page_to_show.carry(presented.text),
    )
