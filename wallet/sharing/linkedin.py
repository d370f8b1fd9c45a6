"""
The address that fills in LinkedIn's own form for a badge; the person still presses its button.

Each value is written once, as the form reads it back: « & » and « é » included.

Source: LinkedIn, "Add to Profile" (``startTask``, ``name``, ``organizationName``...).
"""

from urllib.parse import quote, urlencode

from shared.tokens import MAX_ADDRESS_LETTERS
from wallet import wording
from wallet.holding import Holding
from wallet.holdings import Wallet
from wallet.sharing.presenting import chosen

FORM = "https://www.linkedin.com/profile/add"
TASK = "CERTIFICATION_NAME"
"""What LinkedIn calls it; a badge is a recognition, and the page says so before."""


def address(wallet: Wallet, badge: str, *, lang: str) -> str:
    """
    Give the address for one badge: its name, who gave it, when, and its number.

    Raises:
        HoldingUnknown, HoldingAmbiguous, BadgeNotShown: no such badge, or not to be shown.
    """
    (holding,) = chosen(wallet, [badge])
    name = wording.name(holding, wallet.catalogue, lang=lang)
    filled = {"startTask": TASK, "name": name, **_given(holding), **_dates(holding)}
    written = f"{FORM}?{urlencode(filled, quote_via=quote)}"
    if len(written) <= MAX_ADDRESS_LETTERS:
        return written
    return f"{FORM}?{urlencode({'startTask': TASK, 'name': name[:200]}, quote_via=quote)}"


def _given(holding: Holding) -> dict[str, str]:
    """Who gave it, as the network knows it; a name that is only written is left out."""
    said = {}
    if holding.checked.issuer_name:
        said["organizationName"] = holding.checked.issuer_name
    if holding.summary and holding.summary.credential_id:
        said["certId"] = holding.summary.credential_id
    return said


def _dates(holding: Holding) -> dict[str, int]:
    summary = holding.summary
    found: dict[str, int] = {}
    if summary and summary.awarded:
        day = summary.awarded.astimezone(wording.ZONE)
        found |= {"issueYear": day.year, "issueMonth": day.month}
    if summary and summary.valid_until:
        day = summary.valid_until.astimezone(wording.ZONE)
        found |= {"expirationYear": day.year, "expirationMonth": day.month}
    return found
