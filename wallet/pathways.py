"""
How far along is this person, and which one step comes next?

A step is done when a badge of it counts.  A badge that counted and cannot be looked at
today still does: the step stays done, and is marked to be checked again.  A badge that
never could be looked at is not done yet, and not to be earned again either: it waits to
be checked.  A badge whose date has passed counts, and is marked too.  What is refused,
withdrawn, someone else's, not in force yet or from outside the network does not count,
and the reason is told, also for a badge that bears the name of a step and is not the
network's.  (Design README, point 12.)
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from shared.identity import name_form
from trust_registry.catalogue import Catalogue, Pathway
from verifier.verdict import Reason
from wallet.holding import Holding
from wallet.weighing import Counts


class StepState(StrEnum):
    """How far one step is."""

    DONE = "done"
    TO_RECHECK = "to-recheck"
    """A badge is held, and nobody could check it yet."""
    TO_DO = "to-do"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One badge of a pathway, for one person."""

    badge_id: str
    state: StepState
    holding: Holding | None = None
    """The badge that makes it so; ``None``: none is held."""
    recheck: bool = False
    """Something could not be looked at the last time; a step that was done stays done."""
    expired: bool = False
    """Done, with a badge whose date has passed."""
    against: tuple[tuple[Holding, Reason | None], ...] = ()
    """Badges that would make it done, or bear its name, and do not count; each with the reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PathwayProgress:
    """One pathway, for one person."""

    pathway: Pathway
    steps: tuple[Step, ...]
    """In the advised order."""

    @property
    def done(self) -> tuple[str, ...]:
        """The badges whose step is done."""
        return tuple(step.badge_id for step in self.steps if step.state is StepState.DONE)

    @property
    def complete(self) -> bool:
        """Whether enough steps are done."""
        return len(self.done) >= self.pathway.needed

    @property
    def next(self) -> str | None:
        """The one step to advise; ``None`` once the pathway is complete."""
        if self.complete:
            return None
        open_steps = [step for step in self.steps if step.state is not StepState.DONE]
        # Nobody is sent to earn again what only waits to be checked, unless nothing else is left.
        to_do = [step for step in open_steps if step.state is StepState.TO_DO]
        return (to_do or open_steps)[0].badge_id

    @property
    def recheck(self) -> tuple[str, ...]:
        """The steps, done or not, that are to be checked again."""
        return tuple(step.badge_id for step in self.steps if step.recheck)

    @property
    def expired(self) -> tuple[str, ...]:
        """The steps done with a badge whose date has passed."""
        return tuple(step.badge_id for step in self.steps if step.expired)

    @property
    def missing(self) -> tuple[str, ...]:
        """The steps that are not done; when any few are enough, those to choose from."""
        if self.complete:
            return ()
        return tuple(step.badge_id for step in self.steps if step.state is not StepState.DONE)

    @property
    def not_counted(self) -> tuple[tuple[str, Reason | None], ...]:
        """The badges held that make no step done, each with the reason."""
        return tuple(
            (step.badge_id, reason)
            for step in self.steps
            if step.state is not StepState.DONE
            for _, reason in step.against
        )


def progress(holdings: Iterable[Holding], catalogue: Catalogue) -> tuple[PathwayProgress, ...]:
    """Tell where a person stands on each pathway of the catalogue, in its order."""
    held: dict[str, list[Holding]] = {}
    named = {
        name_form(name): entry.id for entry in catalogue.badges for name in entry.name.values()
    }
    for holding in holdings:
        badge_id = _badge_of(holding, catalogue)
        if badge_id is None and holding.checked.weighed.counts is Counts.NO:
            # Its owner takes it for the network's, and is told why it is not.
            badge_id = named.get(name_form(holding.title or ""))
        if badge_id is not None and holding.removed_at is None:
            held.setdefault(badge_id, []).append(holding)
    return tuple(
        PathwayProgress(
            pathway=pathway,
            steps=tuple(_step(badge_id, held.get(badge_id, [])) for badge_id in pathway.badges),
        )
        for pathway in catalogue.pathways
    )


def _badge_of(holding: Holding, catalogue: Catalogue) -> str | None:
    """The catalogue's badge, or one issued elsewhere that the hub calls equivalent."""
    if holding.issuer_id is None:
        return None
    entry = catalogue.find(holding.issuer_id, holding.achievement_id)
    return entry.id if entry else None


def _step(badge_id: str, held: list[Holding]) -> Step:
    counting = [one for one in held if one.counts]
    unsure = [one for one in held if one.checked.weighed.counts is Counts.UNSURE]
    against = tuple(
        (one, one.checked.weighed.reason) for one in held if one.checked.weighed.counts is Counts.NO
    )
    if counting:
        best = min(counting, key=_doubt)
        return Step(
            badge_id=badge_id,
            state=StepState.DONE,
            holding=best,
            recheck=best.to_recheck,
            expired=Reason.EXPIRED in best.reasons,
            against=against,
        )
    if unsure:
        return Step(
            badge_id=badge_id,
            state=StepState.TO_RECHECK,
            holding=unsure[0],
            recheck=True,
            against=against,
        )
    return Step(badge_id=badge_id, state=StepState.TO_DO, against=against)


def _doubt(holding: Holding) -> tuple[bool, bool]:
    """Prefer the badge that leaves nothing to say."""
    return (holding.to_recheck, Reason.EXPIRED in holding.reasons)
