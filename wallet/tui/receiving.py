"""Files become badges of the space, one after another, each with its line."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wallet.tui.carnet import Carnet, trouble
from wallet.tui.page import Row, Tone
from wallet.tui.places import OneBadge, Place, Told
from wallet.tui.texts import bare

if TYPE_CHECKING:
    from verifier.circumstances import Circumstances
    from wallet.commands.inputs import Given
    from wallet.importing import ImportAnswer

HELD = ("added", "newer", "already-held")
OUTCOMES = (*HELD, "kept-aside", "unreadable")
"""In the order in which a summary counts them; the values of ``ImportOutcome``."""


@dataclass(kw_only=True)
class Receiving:
    """Files on their way in; it can be stopped, and what is done stays done."""

    given: "tuple[Given, ...]"
    rows: list[Row] = field(default_factory=list)
    outcomes: list[str] = field(default_factory=list)
    done: int = 0
    """Of the files; one file may hold several badges."""
    stopped: bool = False

    def run(self, carnet: Carnet, tell: Callable[[], None]) -> None:
        """Add them all; ``tell`` is called after each."""
        for one in self.given:
            if self.stopped:
                return
            for row, outcome in self._add(one, carnet):
                self.rows.append(row)
                self.outcomes.append(outcome)
            self.done += 1
            tell()

    @property
    def ended(self) -> bool:
        """Whether nothing more is to come."""
        return self.stopped or self.done == len(self.given)

    def summary(self, carnet: Carnet) -> str:
        """How far it is, or what became of the files."""
        if not self.ended:
            return carnet.say("tui.adding-now", {"done": self.done, "count": len(self.given)})
        counts = {one: self.outcomes.count(one) for one in OUTCOMES}
        told = [
            carnet.say(f"tui.added-{outcome}", {"count": count})
            for outcome, count in counts.items()
            if count
        ]
        return carnet.say("tui.adding-done", {"what": ", ".join(told)}) if told else ""

    def _add(self, one: "Given", carnet: Carnet) -> "list[tuple[Row, str]]":
        try:
            answer = carnet.asking(lambda now: _import(one, carnet, now))
            return list(_rows(one, answer, carnet))
        except Exception as error:  # noqa: BLE001 - one bad file never stops the others
            told = trouble(error)
            place = Told(told.code, told.facts, one.label)
            return [(_bad_row(one.label, "unreadable", place, carnet), "unreadable")]


def _import(one: "Given", carnet: Carnet, circumstances: "Circumstances") -> "ImportAnswer":
    from wallet.importing import import_badge
    from wallet.records import MAX_NAME

    name = " ".join(bare(one.name).split())[:MAX_NAME]
    return import_badge(one.read(), carnet.wallet, circumstances, name=name)


def _rows(one: "Given", answer: "ImportAnswer", carnet: Carnet) -> Iterator[tuple[Row, str]]:
    from wallet import wording
    from wallet.standing import standing

    for part in answer.parts or (answer,):
        outcome = part.outcome.value
        if outcome in HELD and part.holding is not None:
            state = standing(part.holding)
            facts = {
                "what": carnet.say(f"tui.outcome-{outcome}"),
                "name": wording.name(part.holding, carnet.catalogue, lang=carnet.lang),
                "state": wording.state(part.holding, lang=carnet.lang, part="word"),
            }
            row = Row(
                label=one.label,
                hint=carnet.say("tui.outcome-of", facts),
                tone=Tone(state.sign.value),
                goes=OneBadge(part.holding.id),
            )
            yield row, outcome
        else:
            place = _told(one, part)
            yield _bad_row(one.label, outcome, place, carnet), outcome


def _told(one: "Given", part: "ImportAnswer") -> Told:
    if part.error is not None:
        return Told.of(part.error.code, part.error.facts, name=one.label)
    return Told.because(f"import.{part.outcome}", part.reasons, name=one.label)


def _bad_row(label: str, outcome: str, place: Place, carnet: Carnet) -> Row:
    hint = carnet.say(f"tui.outcome-{outcome}")
    return Row(label=label, hint=hint, tone=Tone.STOP, goes=place)
