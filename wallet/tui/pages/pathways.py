"""The pathways: how far, the one next step, and what is still to be earned."""

from collections.abc import Iterator

from trust_registry.catalogue import BadgeEntry
from verifier.verdict import Reason
from wallet.pathways import PathwayProgress, Step, StepState, progress
from wallet.tui.carnet import Carnet
from wallet.tui.page import Kind, Line, Page, Row, Tone
from wallet.tui.places import Back, OneBadge, OnePathway, OneStep, Pathways, Saving

SPACE = Line()


def all_of_them(_: Pathways, carnet: Carnet) -> Page:
    """Each pathway, how far it is, and its next step."""
    found = progress(carnet.wallet.holdings(), carnet.catalogue)
    rows = tuple(
        Row(
            label=_title(one, carnet),
            hint=_next(one, carnet),
            tone=Tone.OK if one.complete else Tone.PLAIN,
            goes=OnePathway(one.pathway.id),
        )
        for one in found
    )
    return Page(
        title=carnet.say("tui.home-path"),
        lines=(Line(text=carnet.say("tui.pathways")),),
        rows=rows,
        large=True,
    )


def steps(place: OnePathway, carnet: Carnet) -> Page:
    """The steps of one pathway, begun on the next one."""
    found = next(
        one
        for one in progress(carnet.wallet.holdings(), carnet.catalogue)
        if one.pathway.id == place.id
    )
    place_name = _place(found, carnet)
    order = [step.badge_id for step in found.steps]
    first = carnet.say("tui.pathway-done") if found.complete else None
    summary = first or found.pathway.summary[carnet.lang]
    return Page(
        title=_title(found, carnet),
        lines=(Line(text=summary),),
        rows=(
            *(_step_row(step, found, place_name, carnet) for step in found.steps),
            Row(label=carnet.say("tui.saving-path"), goes=Saving("path", found.pathway.id)),
        ),
        start=order.index(found.next) if found.next is not None else 0,
    )


def step(place: OneStep, carnet: Carnet) -> Page:
    """A badge that is still to be earned: what it is for, what will be seen, whom to ask."""
    entry = carnet.catalogue.badge(place.badge_id)
    return Page(
        title=carnet.say("tui.step"),
        lines=tuple(_of_a_step(entry, carnet)),
        rows=(Row(label=carnet.say("tui.back"), goes=Back()),),
        picture=entry.id,
        alt=entry.alt[carnet.lang],
    )


def _of_a_step(entry: BadgeEntry, carnet: Carnet) -> Iterator[Line]:
    lang = carnet.lang
    yield Line(text=entry.name[lang], kind=Kind.NAME)
    yield Line(text=entry.summary[lang])
    yield SPACE
    yield Line(text=carnet.say("tui.step-where"), kind=Kind.HEADING)
    yield from (Line(text=text) for text in _way(entry, carnet))
    for code, texts in (
        ("tui.step-can-do", entry.can_do),
        ("tui.step-seen", entry.criteria),
        ("tui.step-for", entry.good_for),
    ):
        yield SPACE
        yield Line(text=carnet.say(code), kind=Kind.HEADING)
        yield from (Line(text=text, kind=Kind.ITEM) for text in texts[lang])


def _way(entry: BadgeEntry, carnet: Carnet) -> Iterator[str]:
    """What to do and where to go; what a mediator noted for one of its pathways counts too."""
    from wallet.commands.showing import way

    mine = carnet.catalogue.pathways_of(entry.id)
    pathway = mine[0].id if mine else ""
    return way(
        carnet.guided(lambda guide: guide.to_badge(entry.id, lang=carnet.lang, pathway_id=pathway)),
        carnet.lang,
    )


def _place(found: PathwayProgress, carnet: Carnet) -> str:
    """The name of where the next step is; empty: nobody is known to award it."""
    directions = carnet.guided(lambda guide: guide.next_step(found, lang=carnet.lang))
    return directions.first.name if directions and directions.first else ""


def _title(found: PathwayProgress, carnet: Carnet) -> str:
    facts = {
        "name": found.pathway.name[carnet.lang],
        "done": min(len(found.done), found.pathway.needed),
        "needed": found.pathway.needed,
    }
    return carnet.say("path.complete" if found.complete else "path.title", facts)


def _next(found: PathwayProgress, carnet: Carnet) -> str:
    if found.next is None:
        return carnet.say("tui.pathway-done")
    name = carnet.catalogue.badge(found.next).name[carnet.lang]
    return carnet.say("tui.home-next", {"name": name})


def _step_row(step: Step, found: PathwayProgress, place_name: str, carnet: Carnet) -> Row:
    name = carnet.catalogue.badge(step.badge_id).name[carnet.lang]
    holding = step.holding or next((one for one, _ in step.against), None)
    return Row(
        label=name,
        hint=_how_far(step, found, place_name, carnet),
        tone=_tone(step, found),
        goes=OneStep(step.badge_id) if holding is None else OneBadge(holding.id),
    )


def _tone(step: Step, found: PathwayProgress) -> Tone:
    if step.badge_id == found.next:
        return Tone.NEXT
    if step.state is StepState.DONE:
        return Tone.OK
    return Tone.UNKNOWN if step.state is StepState.TO_RECHECK else Tone.TO_DO


def _how_far(step: Step, found: PathwayProgress, place_name: str, carnet: Carnet) -> str:
    """Where a step is; of one whose badge does not count, why not."""
    code = {
        StepState.DONE: "tui.step-done",
        StepState.TO_RECHECK: "tui.step-to-recheck",
        StepState.TO_DO: "tui.step-to-do",
    }[step.state]
    if step.state is StepState.DONE and step.expired:
        code = "tui.step-done-expired"
    if step.state is StepState.DONE and step.recheck:
        code = "tui.step-done-recheck"
    if step.badge_id == found.next:
        code = "tui.step-next-at" if place_name else "tui.step-next"
    said = carnet.say(code, {"day": _day(step), "place": place_name})
    if step.state is not StepState.DONE and step.against:
        said = f"{said}. {_why(step.against[0][1], carnet)}"
    return said


def _day(step: Step) -> object:
    summary = step.holding.summary if step.holding else None
    return summary.awarded if summary and summary.awarded else "none"


def _why(reason: Reason | None, carnet: Carnet) -> str:
    code = "reason.tampered" if reason is None else f"reason.{reason.lower()}"
    return carnet.say("path.not-counted", {"why": carnet.say(code)})
