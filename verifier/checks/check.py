"""One check, and what becomes of it when it breaks down."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace

from verifier.checks.problems import problems_of
from verifier.examination import Examination
from verifier.verdict import Finding, Outcome, Reason

LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A question about a badge."""

    id: str
    ask: Callable[[Examination], Finding]
    unlooked: Reason | None = None
    """The reason that stands when it could not be asked; ``None``: it is only advice."""

    def run(self, examination: Examination) -> Finding:
        """Ask; an unexpected failure is an answer that we do not have."""
        try:
            finding = self.ask(examination)
        except Exception as error:  # noqa: BLE001 - the last line of defence of one check
            # The kind only: a message might quote the badge of a person.
            LOG.error("%s: %s", self.id, type(error).__name__)  # noqa: TRY400 - the reason above
            finding = Finding(
                check=self.id,
                code="error.unexpected",
                outcome=Outcome.NOT_CHECKED,
                reasons=(self.unlooked,) if self.unlooked else (),
            )
        return replace(finding, problems=problems_of(finding))
