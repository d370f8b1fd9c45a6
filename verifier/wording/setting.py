"""What the words of a report depend on besides the verdict: language, day, registry."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from babel.dates import get_timezone

from shared.words import WordMissing, day_in_words
from trust_registry.index import Registry
from verifier.verdict import Finding, Verdict
from verifier.words import WORDS

ZONE = get_timezone("Europe/Paris")
"""Days and hours are those of the region's people, wherever the machine stands."""

NONE = "none"
KNOWN_FACTS = (
    "contact", "from", "host", "issuer", "listed", "partner", "reach", "reason", "suite", "until",
    "why",
)  # fmt: skip
"""Facts that a sentence may name whatever the check; ``none`` when it is unknown."""

INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How to say things in this report."""

    lang: str
    now: datetime
    registry: Registry | None

    def say(
        self, code: str, facts: Mapping[str, Any] | None = None, part: str | None = None
    ) -> str:
        """Say a code that must have words; an absent *part* is the empty string."""
        worded = dict.fromkeys(KNOWN_FACTS, NONE) | self._readable(facts or {})
        return WORDS.say(code, worded, lang=self.lang, part=part)

    def say_part(self, code: str, part: str, facts: Mapping[str, Any]) -> str:
        """Say a part of a code that comes from a finding; empty when it cannot be said."""
        try:
            return self.say(code, facts, part=part)
        except WordMissing:
            return ""

    def day(self, moment: datetime) -> str:
        """A day of the region, in words."""
        return day_in_words(moment.astimezone(ZONE), self.lang)

    def when(self, code: str = "report.when") -> str:
        """Say when this was verified, or only looked at, to the minute."""
        here = self.now.astimezone(ZONE)
        clock = self.say("report.clock", {"hour": str(here.hour), "minute": f"{here.minute:02d}"})
        return self.say(code, {"day": self.day(self.now), "clock": clock})

    def facts_of(self, verdict: Verdict, finding: Finding | None = None) -> dict[str, Any]:
        """What a sentence about this verdict may name."""
        credential = verdict.credential
        known: dict[str, Any] = {"issuer": verdict.issuer_name}
        if credential is not None:
            known |= {"from": credential.valid_from, "until": credential.valid_until}
        stated = dict(finding.facts) if finding is not None else {}
        return {name: value for name, value in (known | stated).items() if value not in (None, "")}

    def _readable(self, facts: Mapping[str, Any]) -> dict[str, Any]:
        """Instants become days of the region; the rest is left as it is."""
        return {name: self._readable_value(value) for name, value in facts.items()}

    def _readable_value(self, value: Any) -> Any:
        if isinstance(value, str) and INSTANT.fullmatch(value):
            value = datetime.fromisoformat(value)
        return self.day(value) if isinstance(value, datetime) else value
