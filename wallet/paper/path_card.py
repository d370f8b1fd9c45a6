"""A pathway on one page, to be ticked by hand where there is no computer."""

from datetime import datetime

from trust_registry.catalogue import Catalogue, image
from wallet import wording
from wallet.paper.setting import typeset
from wallet.pathways import PathwayProgress, Step, StepState

ROOMY_STEPS = 5
"""Steps that fit on a page in letters of 12 points; more of them are set smaller."""
SMALLEST = 0.72
"""Of the usual size: letters of 8.6 points, still read without glasses at arm's length."""

_BOX = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect x="1" y="1" width="8" '
    'height="8" fill="none" stroke="#000"/>{}</svg>'
)
_TICK = '<path d="M2.5 5.2l2 2.2 3.5-5" fill="none" stroke="#000" stroke-width="1.4"/>'


def path_on_paper(
    progress: PathwayProgress, catalogue: Catalogue, *, now: datetime, lang: str
) -> bytes:
    """
    Lay a pathway out: what is done is ticked, the rest is to be ticked by hand.

    Raises:
        PaperMissing: the extra ``pdf`` is not installed.
    """
    pathway = progress.pathway
    count = {"done": min(len(progress.done), pathway.needed), "needed": pathway.needed}

    def say(code: str) -> str:
        facts = {**count, "day": now, "all": len(pathway.badges), "name": pathway.name[lang]}
        return wording.say(code, facts, lang=lang)

    rule = "print.rule-all" if pathway.needed == len(pathway.badges) else "print.rule-some"
    facts = {
        "title": say("print.path-title"),
        "name": pathway.name[lang],
        "summary": pathway.summary[lang],
        "told": say("carnet.path-complete" if progress.complete else "carnet.path-told"),
        "rule": say(rule),
        "person_label": say("print.person"),
        "day_label": say("print.day"),
        "with_label": say("print.with"),
        "note": say("print.path-note"),
        "made": say("print.made"),
        "scale": max(SMALLEST, min(1.0, ROOMY_STEPS / len(progress.steps))),
        "steps": [_step(step, catalogue, lang) for step in progress.steps],
    }
    return typeset("path", facts, lang=lang, now=now)


def _step(step: Step, catalogue: Catalogue, lang: str) -> dict[str, object]:
    entry = catalogue.badge(step.badge_id)
    is_done = step.state is StepState.DONE
    day = step.holding.summary.awarded if step.holding and step.holding.summary else None
    code = "carnet.step-done" if is_done else "carnet.step-to-do"
    return {
        "name": entry.name[lang],
        "summary": entry.summary[lang],
        "picture": image(entry, "svg").decode(),
        "alt": entry.alt[lang],
        "box": _BOX.format(_TICK if is_done else ""),
        "box_alt": wording.say("print.ticked" if is_done else "print.to-tick", lang=lang),
        "state": wording.say(code, {"day": day or wording.NONE}, lang=lang),
        "blank": not is_done,
    }
