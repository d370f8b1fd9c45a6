"""The notebook of an audit: what was told, what is wrong, which files were accounted for."""

from collections.abc import Mapping
from datetime import datetime

from trust_registry.audit.model import Event, Fact, Outcome, Remark, Signers

MAX_REMARKS = 1_000
"""A copy in which everything is wrong has said enough."""


class Notebook:
    """Filled while the past is read again."""

    def __init__(self) -> None:
        """Nothing was seen yet."""
        self.events: list[Event] = []
        self.remarks: list[Remark] = []
        self.seen: set[str] = set()
        """Names of files that a signature covers, or that are the signed ones themselves."""

    def broken(self, code: str, /, **facts: Fact) -> None:
        """Note that the past is not what was signed."""
        self._remark(code, facts, Outcome.BROKEN)

    def odd(self, code: str, /, **facts: Fact) -> None:
        """Note something that should be looked at."""
        self._remark(code, facts, Outcome.ODD)

    def _remark(self, code: str, facts: Mapping[str, Fact], outcome: Outcome) -> None:
        found = Remark(code=code, facts=dict(facts), outcome=outcome)
        if found not in self.remarks and len(self.remarks) < MAX_REMARKS:
            self.remarks.append(found)


class Page:
    """One edition of the notebook: what it tells has one date and one signature."""

    def __init__(self, notebook: Notebook, *, edition: int, on: datetime, signers: Signers) -> None:
        """``on``: when it was signed."""
        self._notebook, self._edition, self._on, self._signers = notebook, edition, on, signers

    def tell(self, code: str, /, **facts: Fact) -> None:
        """Note one thing that happened."""
        self._notebook.events.append(
            Event(
                on=self._on,
                edition=self._edition,
                code=code,
                facts=facts,
                signers=self._signers,
            )
        )
