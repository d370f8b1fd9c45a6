"""The report as plain text for a terminal: the same words, one column."""

import re
import unicodedata
from collections.abc import Iterator

from verifier.wording.worded import CheckLine, Labelled, Tone, WordedBadge, WordedReport
from verifier.words import WORDS

SIGNS = {Tone.OK: "✔", Tone.CARE: "!", Tone.UNKNOWN: "?", Tone.STOP: "✖", Tone.NEUTRAL: "–"}
ISOLATED = re.compile("\N{FIRST STRONG ISOLATE}([^\u2066-\u2069]*)\N{POP DIRECTIONAL ISOLATE}")
RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})


def as_text(worded: WordedReport) -> str:
    """Give the report in plain lines."""
    return plain("\n".join(_lines(worded)) + "\n")


def plain(text: str) -> str:
    """Take out the marks around names, which terminals draw; those that turn a line stay."""
    before = ""
    while text != before:
        text, before = ISOLATED.sub(_bare, text), text
    return text


def quoted(text: str) -> list[str]:
    """The lines of what somebody else wrote, marked so that none is taken for one of ours."""
    return [f"> {line.strip()}" for line in text.splitlines() if line.strip()]


def _bare(isolated: re.Match[str]) -> str:
    inside = isolated[1]
    turns = any(unicodedata.bidirectional(letter) in RIGHT_TO_LEFT for letter in inside)
    return isolated[0] if turns else inside


def _lines(worded: WordedReport) -> Iterator[str]:
    yield f"{SIGNS[worded.tone]} {worded.word}"
    yield worded.title
    yield from (_fact(name, worded) for name in worded.alike)
    said = (worded.lead, worded.sound, *worded.also, worded.note, worded.when)
    yield from (line for line in said if line)
    if worded.next_steps:
        yield from ("", _say("report.now", worded))
        yield from (f"  {number}. {step}" for number, step in enumerate(worded.next_steps, 1))
        if worded.contact is not None:
            yield f"  {_fact(worded.contact, worded)}"
    if worded.badge is not None:
        yield from ("", *_badge(worded.badge, worded))
    if worded.recognised:
        yield from ("", worded.recognised)
        yield from (f"  - {partner.value} ({partner.label})" for partner in worded.recognisers)
    if worded.networks:
        yield from ("", _say("report.networks", worded))
        yield from (f"  {_fact(one, worded)}" for one in worded.networks)
    if worded.support:
        yield from ("", _say("report.support", worded))
        for one in worded.support:
            yield f"  - {one.name} ({one.label})" if one.label else f"  - {one.name}"
            yield from (f"    {line}" for line in quoted(one.comment))
    if worded.checks:
        yield from ("", _say("report.checks", worded))
        yield from (_check(line) for line in (*worded.checks, *worded.more_checks))
    for part in worded.parts:
        yield ""
        yield from (f"  {line}".rstrip() for line in _lines(part))


def _badge(badge: WordedBadge, worded: WordedReport) -> Iterator[str]:
    yield badge.name
    if badge.can_do:
        yield f"  {badge.opening}"
        yield from (f"    - {can_do}" for can_do in badge.can_do)
    elif badge.about:
        yield from (f"  {line}" for line in quoted(badge.about))
    for fact in badge.facts:
        yield f"  {_fact(fact, worded)}"


def _fact(fact: Labelled, worded: WordedReport) -> str:
    told = {"label": fact.label, "value": fact.value}
    return WORDS.say("report.fact", told, lang=worded.lang)


def _check(line: CheckLine) -> str:
    words = " ".join(part for part in (line.title, line.help) if part)
    return f"  {SIGNS[line.tone]} {words} ({line.state})"


def _say(code: str, worded: WordedReport) -> str:
    return WORDS.say(code, lang=worded.lang)
