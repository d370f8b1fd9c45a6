"""Each check in words: what is missing first, what a person asks about before the rest."""

from verifier.verdict import Finding, Level, Outcome, Verdict
from verifier.wording.setting import Setting
from verifier.wording.worded import CheckLine, Tone

ASKED_FIRST = (
    "integrity.proof",
    "issuer.key",
    "status.revocation",
    "status.dates",
    "issuer.registry",
    "recipient.identity",
)
"""What a person wants to know, in that order; the other checks follow, folded."""

TONES = {
    Outcome.FAILED: Tone.STOP,
    Outcome.NOT_CHECKED: Tone.UNKNOWN,
    Outcome.WARNING: Tone.CARE,
    Outcome.PASSED: Tone.OK,
    Outcome.NOT_APPLICABLE: Tone.NEUTRAL,
}
"""In the order of the list: what is wrong, what is missing, then the rest."""

MATTERS = frozenset({Outcome.FAILED, Outcome.NOT_CHECKED, Outcome.WARNING})
MILD = frozenset({"dates.expired", "dates.not-yet", "recipient.other"})
"""Failed checks that blame nobody: a date, another person."""


def check_lines(
    verdict: Verdict, setting: Setting
) -> tuple[tuple[CheckLine, ...], tuple[CheckLine, ...]]:
    """Give the lines to show, then those to fold; of a refused badge, only what is wrong."""
    findings = _each_once(sorted(verdict.findings, key=_place))
    if verdict.level in (Level.REFUSED, Level.UNREADABLE):
        failed = [finding for finding in findings if finding.outcome is Outcome.FAILED]
        return tuple(line_of(finding, verdict, setting) for finding in failed), ()
    shown = [f for f in findings if f.check in ASKED_FIRST or f.outcome in MATTERS]
    folded = [f for f in findings if f not in shown]
    return (
        tuple(line_of(finding, verdict, setting) for finding in shown),
        tuple(line_of(finding, verdict, setting) for finding in folded),
    )


def _each_once(findings: list[Finding]) -> list[Finding]:
    """Say one cause once: of a key that was not had, the proof and the key say the same."""
    first = {finding.code: finding for finding in reversed(findings)}
    return [finding for finding in findings if first[finding.code] is finding]


def line_of(finding: Finding, verdict: Verdict, setting: Setting) -> CheckLine:
    """Say one finding; a code without words is said by the name of its check."""
    facts = setting.facts_of(verdict, finding)
    title = setting.say_part(finding.code, "title", facts)
    outcome = Outcome.WARNING if finding.code in MILD else finding.outcome
    return CheckLine(
        check=finding.check,
        code=finding.code,
        outcome=finding.outcome,
        tone=TONES[outcome],
        title=sentence(title or setting.say(f"check.{finding.check}")),
        help=setting.say_part(finding.code, "help", facts),
        state=setting.say_part(finding.code, "state", facts) or setting.say(f"outcome.{outcome}"),
    )


def sentence(text: str) -> str:
    """End a title that stands alone with a full stop, if nothing ends it yet."""
    bare = text.rstrip("\N{POP DIRECTIONAL ISOLATE}")
    return text if not bare or bare[-1] in ".!?…»:" else f"{text}."


def _place(finding: Finding) -> tuple[int, int]:
    asked = ASKED_FIRST.index(finding.check) if finding.check in ASKED_FIRST else len(ASKED_FIRST)
    return list(TONES).index(finding.outcome), asked
