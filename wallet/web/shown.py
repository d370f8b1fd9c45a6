"""What the templates show, in words: cards, lines of an import, steps of a pathway."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from trust_registry.catalogue import Catalogue
from verifier.verdict import Level
from verifier.wording.answers import is_vouched_for
from wallet import wording
from wallet.holding import Holding
from wallet.importing import ImportAnswer, ImportOutcome
from wallet.pathways import PathwayProgress, Step, StepState
from wallet.standing import Sign, standing
from wallet.web.carnet import verdict_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One badge in a list."""

    id: str
    name: str
    picture: str | None
    """Identifier in the catalogue; ``None``: the network did not stand behind this badge."""
    alt: str
    received: str
    tone: Sign
    word: str
    is_new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What became of one file, or of one badge in it."""

    file: str
    tone: str
    title: str
    help: str
    badge: Card | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLine:
    """One step of a pathway."""

    badge_id: str
    name: str
    summary: str
    place: str
    """``done``, ``next`` or ``todo``: how the step is drawn."""
    tone: str
    state: str
    help: str
    holding: str | None
    """The badge that makes it so; ``None``: none is held."""
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """One pathway."""

    id: str
    name: str
    summary: str
    told: str
    """How far along, in a sentence."""
    steps: tuple[StepLine, ...]
    next: StepLine | None
    done: int
    needed: int
    complete: bool


def card(holding: Holding, catalogue: Catalogue, lang: str) -> Card:
    """Give a badge as a card of a list."""
    vouched = holding.level is not Level.REFUSED and is_vouched_for(verdict_of(holding))
    entry = catalogue.badge(holding.badge_id) if holding.badge_id and vouched else None
    return Card(
        id=holding.id,
        name=wording.name(holding, catalogue, lang=lang),
        picture=entry.id if entry else None,
        alt=entry.alt[lang] if entry else "",
        received=wording.say("carnet.received", {"day": holding.received_at}, lang=lang),
        tone=standing(holding).sign,
        word=wording.state(holding, lang=lang, part="word"),
        is_new=holding.counts and holding.seen_at is None,
    )


def lines(file: str, found: ImportAnswer, catalogue: Catalogue, lang: str) -> Iterator[Line]:
    """Say what became of a file: one line, or one for each badge in it."""
    for part in found.parts or (found,):
        yield _line(file, part, catalogue, lang)


def _line(file: str, found: ImportAnswer, catalogue: Catalogue, lang: str) -> Line:
    said = f"import.{found.outcome}"
    title = wording.say(said, lang=lang)
    way_out = wording.say(said, lang=lang, part="help")
    if found.error is not None:
        why = wording.say(found.error.code, found.error.facts, lang=lang)
        out = wording.say(found.error.code, found.error.facts, lang=lang, part="help")
        return Line(file=file, tone="neutral", title=why, help=f"{out} {title}", badge=None)
    if found.holding is None or found.outcome is ImportOutcome.KEPT_ASIDE:
        return Line(file=file, tone=Sign.STOP, title=title, help=way_out, badge=None)
    state = wording.state(found.holding, lang=lang)
    out = wording.state(found.holding, lang=lang, part="help")
    return Line(
        file=file,
        tone=standing(found.holding).sign,
        title=title,
        help=" ".join(part for part in (way_out, state, out) if part),
        badge=card(found.holding, catalogue, lang),
    )


def path(found: PathwayProgress, catalogue: Catalogue, lang: str) -> Path:
    """Give one pathway in words."""
    steps = tuple(_step(step, found, catalogue, lang) for step in found.steps)
    done, needed = min(len(found.done), found.pathway.needed), found.pathway.needed
    code = "carnet.path-complete" if found.complete else "carnet.path-told"
    return Path(
        id=found.pathway.id,
        name=found.pathway.name[lang],
        summary=found.pathway.summary[lang],
        told=wording.say(code, {"done": done, "needed": needed}, lang=lang),
        steps=steps,
        next=next((step for step in steps if step.place == "next"), None),
        done=done,
        needed=needed,
        complete=found.complete,
    )


def advised(paths: Iterable[Path]) -> Path | None:
    """The pathway to go on with: the one that is furthest, of those begun; else the first."""
    open_paths = [one for one in paths if one.next is not None]
    return max(open_paths, key=lambda one: one.done / one.needed, default=None)


def _step(step: Step, found: PathwayProgress, catalogue: Catalogue, lang: str) -> StepLine:
    entry = catalogue.badge(step.badge_id)
    advised, done = step.badge_id == found.next, step.state is StepState.DONE
    stand = _stand(step, advised=advised)
    facts = {"day": stand.day or "none"}
    return StepLine(
        badge_id=step.badge_id,
        name=entry.name[lang],
        summary=entry.summary[lang],
        place="done" if done else "next" if advised else "todo",
        tone=stand.tone,
        state=wording.say(stand.code, facts, lang=lang),
        help=wording.say(stand.code, facts, lang=lang, part="help"),
        holding=step.holding.id if step.holding else None,
        against=() if done else tuple(_against(one, lang) for one, _ in step.against),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stand:
    """How far a step is: the code of its words, its sign, the day it was earned."""

    code: str
    tone: str = ""
    day: datetime | None = None


def _stand(step: Step, *, advised: bool) -> _Stand:
    if step.state is StepState.TO_RECHECK:
        return _Stand(code="carnet.step-recheck", tone=Sign.UNKNOWN)
    if step.state is StepState.TO_DO:
        return _Stand(code="carnet.step-next" if advised else "carnet.step-to-do")
    day = step.holding.summary.awarded if step.holding and step.holding.summary else None
    if step.recheck:
        return _Stand(code="carnet.step-done-recheck", tone=Sign.UNKNOWN, day=day)
    if step.expired:
        return _Stand(code="carnet.step-done-expired", tone=Sign.CARE, day=day)
    return _Stand(code="carnet.step-done", tone=Sign.OK, day=day)


def _against(holding: Holding, lang: str) -> str:
    """A badge that is held and does not make the step done, with its reason."""
    return wording.say("path.not-counted", {"why": wording.state(holding, lang=lang)}, lang=lang)
