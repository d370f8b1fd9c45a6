"""What others will see of each badge: what its owner chose, as it stood when last looked at."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass

from shared.model import Credential
from trust_registry.catalogue import BadgeEntry, Catalogue, ImageMissing, image
from verifier.wording.badge import MAX_LINES, MAX_TEXT, cut
from wallet import wording
from wallet.holding import Holding
from wallet.holdings import Wallet
from wallet.sharing.inside import Inside, inside
from wallet.standing import Sign, standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Visible:
    """What the owner lets be seen beside the badges; each is hidden unless it was chosen."""

    name: str = ""
    """As the owner writes it; empty: hidden."""
    mail: str = ""
    evidence: bool = False
    words: bool = False
    """What the person who gave the badge wrote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldBadge:
    """One badge as others see it."""

    name: str
    picture: bytes | None
    """The drawing of the network, an SVG; ``None``: the network does not stand behind it."""
    alt: str
    sign: Sign
    state: str
    issuer: str
    awarded: str
    can_do: tuple[str, ...]
    recognised: str
    """Who else recognises it, in a sentence; empty when that is not known."""
    evidence: tuple[str, ...]
    words: str

    @property
    def picture_address(self) -> str:
        """The drawing as an address of its own, so that a page asks nothing of the network."""
        packed = base64.b64encode(self.picture or b"").decode()
        return f"data:image/svg+xml;base64,{packed}" if packed else ""


def told(
    wallet: Wallet, holdings: Sequence[Holding], visible: Visible, *, lang: str
) -> tuple[ToldBadge, ...]:
    """Say of each badge what may be seen."""
    return tuple(_told(wallet, one, visible, lang=lang) for one in holdings)


def inside_each(wallet: Wallet, holdings: Sequence[Holding]) -> frozenset[Inside]:
    """What can be read about the person in these badges, whatever a page hides."""
    found: set[Inside] = set()
    for holding in holdings:
        if (credential := wallet.credential(holding.id)) is not None:
            found |= inside(credential)
    return frozenset(found)


def hidden_yet_inside(
    wallet: Wallet, holdings: Sequence[Holding], visible: Visible
) -> tuple[Inside, ...]:
    """What its owner did not choose to show, and whoever opens the signed badges can read."""
    chosen = {
        Inside.NAME: bool(visible.name),
        Inside.MAIL: bool(visible.mail),
        Inside.EVIDENCE: visible.evidence,
        Inside.WORDS: visible.words,
    }
    found = inside_each(wallet, holdings)
    return tuple(one for one in Inside if one in found and not chosen[one])


def _told(wallet: Wallet, holding: Holding, visible: Visible, *, lang: str) -> ToldBadge:
    entry = _entry(holding, wallet.catalogue)
    credential = wallet.credential(holding.id) if holding.proven else None
    awarded = holding.summary.awarded if holding.summary else None
    return ToldBadge(
        name=wording.name(holding, wallet.catalogue, lang=lang),
        picture=_picture(entry),
        alt=entry.alt[lang] if entry else "",
        sign=standing(holding).sign,
        state=wording.state(holding, lang=lang),
        issuer=wording.issuer(holding, lang=lang),
        awarded=wording.say("show.awarded", {"day": awarded}, lang=lang) if awarded else "",
        can_do=tuple(entry.can_do[lang]) if entry else (),
        recognised=_recognised(holding, lang),
        evidence=_evidence(credential) if visible.evidence else (),
        words=_words(credential) if visible.words else "",
    )


def _entry(holding: Holding, catalogue: Catalogue) -> BadgeEntry | None:
    """The network's own words for a badge, when the network stands behind it."""
    if holding.badge_id is None or not holding.counts:
        return None
    return catalogue.badge(holding.badge_id)


def _picture(entry: BadgeEntry | None) -> bytes | None:
    try:
        return image(entry, "svg") if entry else None
    except ImageMissing:
        return None


def _recognised(holding: Holding, lang: str) -> str:
    names = [one.name for one in holding.checked.recognised_by]
    if not names or not holding.counts:
        return ""
    facts = {"count": len(names), "names": ", ".join(names)}
    return wording.say("show.recognised", facts, lang=lang)


def _evidence(credential: Credential | None) -> tuple[str, ...]:
    given = credential.evidence[:MAX_LINES] if credential else ()
    lines = (one.narrative or one.name or one.description for one in given)
    return tuple(cut(text, MAX_TEXT) for text in lines if text)


def _words(credential: Credential | None) -> str:
    return cut(credential.subject.narrative or "", MAX_TEXT) if credential else ""
