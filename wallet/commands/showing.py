"""See what is held, and how far along."""

from collections.abc import Iterator

import click

from shared.errors import BadgeError
from shared.model import Credential
from trust_registry.catalogue import Catalogue
from trust_registry.places import Place
from verifier.verdict import Reason
from verifier.wording import quoted
from wallet import report, wording
from wallet.commands.options import command
from wallet.commands.session import Session
from wallet.commands.talk import answer, line, reason, talk
from wallet.directions import Direction, Directions, Guide
from wallet.holding import Holding
from wallet.pathways import PathwayProgress, Step, StepState, progress
from wallet.standing import Sign, standing

SIGNS = {Sign.OK: "✔", Sign.CARE: "!", Sign.UNKNOWN: "?", Sign.STOP: "✖"}


@click.command("list")
@click.option("--aside", is_flag=True, help="What was refused and is kept aside.")
@click.option("--removed", is_flag=True, help="What was put away and can come back.")
@command
def list_badges(session: Session, *, aside: bool, removed: bool) -> None:
    """
    List the badges held, in the order received.

    Example:
        $ badge-wallet list
    """
    wallet = session.wallet
    held = wallet.aside() if aside else wallet.removed() if removed else wallet.holdings()
    for holding in held:
        if session.json:
            answer(report.of_holding(holding))
        else:
            line(_in_a_list(holding, session))
    if not held and not session.json:
        line(wording.say("list.empty", lang=session.lang))


@click.command("show")
@click.argument("badge", metavar="ID")
@command
def show_badge(session: Session, badge: str) -> None:
    """
    Show one badge, by its number or the beginning of it.

    Example:
        $ badge-wallet show 3fa9c1
    """
    holding = session.wallet.get(badge)
    history = session.wallet.history(holding.id)
    if session.json:
        answer(report.of_details(holding, history))
        return
    for text in _details(holding, history, session):
        line(text)


@click.command("path")
@command
def show_pathways(session: Session) -> None:
    """
    Show each pathway: what is done, the one next step, and where to go for it.

    Places come from the partners themselves, and from --places. Write your town once
    with `town`: the nearest place then comes first.

    Example:
        $ badge-wallet --places lieux.csv path
    """
    guide = session.guide(_places(session))
    for found in progress(session.wallet.holdings(), session.catalogue):
        if session.json:
            answer({**report.of_pathway(found), **guide.facts(found)})
        else:
            for text in _pathway(found, session, guide):
                line(text)


def _places(session: Session) -> tuple[Place, ...]:
    """Those of the file; a file that cannot be read hides no pathway."""
    try:
        return session.places
    except BadgeError as error:
        talk(reason(error, session.lang))
        return ()


def _in_a_list(holding: Holding, session: Session) -> str:
    lang = session.lang
    name = wording.name(holding, session.catalogue, lang=lang)
    word = wording.state(holding, lang=lang, part="word")
    return f"{holding.id}  {SIGNS[standing(holding).sign]} {name} ({word})"


def _details(holding: Holding, history: tuple[Holding, ...], session: Session) -> list[str]:
    """In the order of the badge page: state, what it recognises, from whom, why."""
    lang = session.lang
    said = [wording.name(holding, session.catalogue, lang=lang)]
    said.append(f"{SIGNS[standing(holding).sign]} {wording.state(holding, lang=lang)}")
    said.append(wording.state(holding, lang=lang, part="help"))
    credential = session.wallet.credential(holding.id)
    if credential is not None:
        said += _told(holding, session)
        said += _written(credential, lang) if holding.proven else []
    if history:
        count = {"count": len(history)}
        said += ["", wording.say("archive.history", count, lang=lang)]
        said += [f"  {_in_a_list(one, session)}" for one in history]
    return said


def _written(credential: Credential, lang: str) -> list[str]:
    """What the one who gave it wrote, marked line by line as not ours."""
    said = []
    if words := credential.subject.narrative:
        said += ["", wording.say("show.words", lang=lang)]
        said += [f"  {line}" for line in quoted(words)]
    if credential.evidence:
        said += ["", wording.say("show.evidence", lang=lang)]
        told = (one.narrative or one.name or one.description for one in credential.evidence)
        said += [f"  - {' '.join(text.split())}" for text in told if text]
    return said


def _told(holding: Holding, session: Session) -> list[str]:
    lang = session.lang
    said = ["", wording.issuer(holding, lang=lang)]
    if holding.summary and holding.summary.awarded:
        said.append(wording.say("show.awarded", {"day": holding.summary.awarded}, lang=lang))
    if holding.badge_id is not None and holding.counts:
        entry = session.catalogue.badge(holding.badge_id)
        said += ["", wording.say("show.can-do", lang=lang)]
        said += [f"  - {text}" for text in entry.can_do[lang]]
    names = ", ".join(one.name for one in holding.checked.recognised_by)
    if names:
        count = len(holding.checked.recognised_by)
        said.append("")
        said.append(wording.say("show.recognised", {"count": count, "names": names}, lang=lang))
    return said


def _pathway(found: PathwayProgress, session: Session, guide: Guide) -> list[str]:
    lang, catalogue = session.lang, session.catalogue
    facts = {
        "name": found.pathway.name[lang],
        "done": min(len(found.done), found.pathway.needed),
        "needed": found.pathway.needed,
    }
    code = "path.complete" if found.complete else "path.title"
    said = ["", wording.say(code, facts, lang=lang)]
    for step in found.steps:
        said.append(f"  {_step(step, found, catalogue, lang)}")
        if step.state is not StepState.DONE:
            said += [f"      {_why(why, lang)}" for _, why in step.against]
        if step.badge_id == found.next:
            said += [f"      {text}" for text in way(guide.next_step(found, lang=lang), lang)]
    return said


def way(found: Directions | None, lang: str) -> Iterator[str]:
    """What to do for a next step, and where, line by line."""
    if found is None:
        return
    yield found.what
    if found.note:
        yield wording.say("where.note", {"text": found.note}, lang=lang)
    if found.first is not None:
        yield from _place(found.first, lang)
    if found.others:
        yield wording.say("where.others", lang=lang)
        for other in found.others:
            yield from (f"  {text}" for text in _place(other, lang))


def _place(one: Direction, lang: str) -> Iterator[str]:
    yield one.what
    yield from (text for text in (one.name, one.address, *one.hours) if text)
    if one.telephone:
        yield wording.say("where.telephone", {"number": one.telephone}, lang=lang)


def _step(step: Step, found: PathwayProgress, catalogue: Catalogue, lang: str) -> str:
    facts = {"name": catalogue.badge(step.badge_id).name[lang]}
    if step.badge_id == found.next:
        return wording.say("path.next", facts, lang=lang)
    if step.state is StepState.TO_RECHECK:
        return wording.say("path.to-recheck", facts, lang=lang)
    if step.state is StepState.TO_DO:
        return wording.say("path.to-do", facts, lang=lang)
    marks = "recheck" if step.recheck else "expired" if step.expired else None
    return wording.say("path.done" if marks is None else f"path.done-{marks}", facts, lang=lang)


def _why(reason: Reason | None, lang: str) -> str:
    """Why a badge that is held does not make its step done."""
    code = "reason.tampered" if reason is None else f"reason.{reason.lower()}"
    return wording.say("path.not-counted", {"why": wording.say(code, lang=lang)}, lang=lang)
