"""One check, and what becomes of it when it breaks down."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace

from shared.errors import Fact
from shared.parsing.shapes import clean
from verifier.checks.problems import problems_of
from verifier.examination import Examination
from verifier.verdict import Finding, Outcome, Reason

MAX_FACT_LETTERS = 500
"""What others wrote, quoted in an answer."""
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
        return as_told(finding)


def as_told(finding: Finding) -> Finding:
    """A finding ready to be said: its facts in plain text, its problem for programs."""
    plain = {name: _plain(value) for name, value in finding.facts.items()}
    told = replace(finding, facts=plain)
    return replace(told, problems=problems_of(told))


def _plain(value: Fact) -> Fact:
    """Facts quote what others wrote: addresses, names of suites, reasons."""
    return clean(value, limit=MAX_FACT_LETTERS) if isinstance(value, str) else value
