"""One badge, in the order in which its owner reads it: state, what it says, from whom, why."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from shared.model import Credential
from verifier.verdict import Level, Verdict
from wallet import wording
from wallet.holding import Holding
from wallet.standing import standing
from wallet.tui.carnet import Carnet
from wallet.tui.page import Kind, Line, Page, Row, Tone
from wallet.tui.places import Back, OneBadge, OnePathway, OtherActs, Showing

if TYPE_CHECKING:
    from verifier.wording import CheckLine

SPACE = Line()
MAX_TEXT = 2000
"""Of what somebody wrote: two screens of a terminal; the whole stands in the original."""


def page(place: OneBadge, carnet: Carnet) -> Page:
    """The badge as it was last verified."""
    holding = carnet.wallet.get(place.id)
    credential = carnet.wallet.credential(holding.id)
    lines = list(_standing(holding, carnet))
    if holding.removed_at is not None:
        lines.append(Line(text=carnet.say("tui.removed-one")))
    if holding.level is not Level.REFUSED:
        lines += _recognised_there(holding, carnet)
        lines += _given(holding, carnet)
        if credential is not None and holding.proven:
            lines += _told_by_the_giver(credential, carnet)
        lines += _earlier(holding, carnet)
    lines += _checked(holding, credential, carnet)
    # The network's picture stands only beside what the network stands behind.
    counts = holding.badge_id is not None and holding.counts
    shown = carnet.catalogue.badge(str(holding.badge_id)) if counts else None
    return Page(
        title=carnet.say("tui.badge"),
        lines=tuple(lines),
        rows=tuple(_acts(holding, carnet)),
        picture=shown.id if shown else None,
        alt=shown.alt[carnet.lang] if shown else "",
    )


def check_line(check: "CheckLine") -> Line:
    """How one check ended, with its sign, and in a word for those who see no sign."""
    words = " ".join(part for part in (check.title, check.help) if part)
    tone = Tone.PLAIN if check.tone == "neutral" else Tone(check.tone.value)
    return Line(text=f"{words} ({check.state})", kind=Kind.ITEM, tone=tone)


def state_line(sentence: str, tone: Tone) -> Line:
    """A sentence about how a badge stands; a screen puts its sign before it."""
    return Line(text=sentence, kind=Kind.STATE, tone=tone)


def cut(text: str, limit: int) -> str:
    """The beginning of a long text."""
    return text if len(text) <= limit else text[:limit].rstrip() + "…"


def _standing(holding: Holding, carnet: Carnet) -> Iterator[Line]:
    lang = carnet.lang
    yield Line(text=wording.name(holding, carnet.catalogue, lang=lang), kind=Kind.NAME)
    tone = Tone(standing(holding).sign.value)
    yield state_line(wording.state(holding, lang=lang), tone)
    if help_ := wording.state(holding, lang=lang, part="help"):
        yield Line(text=help_)


def _recognised_there(holding: Holding, carnet: Carnet) -> Iterator[Line]:
    """What it recognises: only of a badge that counts, in the words of the network."""
    if holding.badge_id is None or not holding.counts:
        return
    yield SPACE
    yield Line(text=carnet.say("show.can-do"), kind=Kind.HEADING)
    for text in carnet.catalogue.badge(holding.badge_id).can_do[carnet.lang]:
        yield Line(text=text, kind=Kind.ITEM)


def _given(holding: Holding, carnet: Carnet) -> Iterator[Line]:
    yield SPACE
    yield Line(text=wording.issuer(holding, lang=carnet.lang))
    if holding.summary and holding.summary.awarded:
        yield Line(text=carnet.say("show.awarded", {"day": holding.summary.awarded}))
    known = holding.checked.recognised_by
    if known:
        facts = {"count": len(known), "names": ", ".join(one.name for one in known)}
        yield Line(text=carnet.say("show.recognised", facts))
    elif holding.level is Level.TRUSTED:
        yield Line(text=carnet.say("tui.badge-only-giver"))


def _told_by_the_giver(credential: Credential, carnet: Carnet) -> Iterator[Line]:
    if credential.subject.narrative:
        yield SPACE
        yield Line(text=carnet.say("show.words"), kind=Kind.HEADING)
        yield Line(text=cut(credential.subject.narrative, MAX_TEXT), kind=Kind.QUOTE)
    shown = [one.narrative or one.name or one.description for one in credential.evidence]
    if any(shown):
        yield SPACE
        yield Line(text=carnet.say("show.evidence"), kind=Kind.HEADING)
        yield from (Line(text=cut(text, MAX_TEXT), kind=Kind.ITEM) for text in shown if text)


def _checked(holding: Holding, credential: Credential | None, carnet: Carnet) -> Iterator[Line]:
    """What was looked at the last time, and how each check ended."""
    from verifier.wording.checks import check_lines
    from verifier.wording.setting import Setting

    verdict = Verdict(
        level=holding.level,
        findings=holding.checked.findings,
        reasons=holding.reasons,
        credential=credential,
        issuer_name=holding.checked.issuer_name,
    )
    setting = Setting(lang=carnet.lang, now=holding.checked_at, registry=None)
    shown, _ = check_lines(verdict, setting)
    if shown:
        yield SPACE
        yield Line(text=carnet.say("report.checks"), kind=Kind.HEADING)
        yield from map(check_line, shown)


def _earlier(holding: Holding, carnet: Carnet) -> Iterator[Line]:
    if history := carnet.wallet.history(holding.id):
        yield SPACE
        yield Line(text=carnet.say("archive.history", {"count": len(history)}), kind=Kind.SOFT)


def _acts(holding: Holding, carnet: Carnet) -> Iterator[Row]:
    if holding.removed_at is None:
        yield Row(label=carnet.say("tui.show"), goes=Showing(holding.id))
    if holding.badge_id is not None:
        for pathway in carnet.catalogue.pathways_of(holding.badge_id)[:1]:
            yield Row(label=carnet.say("tui.home-path"), goes=OnePathway(pathway.id))
    yield Row(label=carnet.say("tui.other-acts"), goes=OtherActs(holding.id))
    yield Row(label=carnet.say("tui.back"), goes=Back())
