"""
Opening hours as people say them, from the common part of OpenStreetMap's form.

``Tu-Fr 09:00-12:00,14:00-18:00; Sa off`` becomes two lines.  Whatever else somebody wrote is
shown as it was written.

Source: wiki.openstreetmap.org/wiki/Key:opening_hours, days of the week and times of the clock.
"""

import re

from trust_registry.words import WORDS

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_DAY = "(?:" + "|".join(DAYS) + ")"
_DAYS = f"{_DAY}(?:-{_DAY})?"
_TIME = r"(?:[01]\d|2[0-4]):[0-5]\d"
_SPAN = f"{_TIME}-{_TIME}"
_RULE = re.compile(
    rf"(?P<days>{_DAYS}(?:, ?{_DAYS})*),? +(?P<times>off|closed|{_SPAN}(?:, ?{_SPAN})*)", re.ASCII
)


def in_words(hours: str, *, lang: str) -> tuple[str, ...]:
    """Say opening hours in lines; as they were written when they are of another form."""
    lines = []
    for rule in filter(None, (part.strip() for part in hours.split(";"))):
        match = _RULE.fullmatch(rule)
        if match is None:
            return (hours,)
        days = ", ".join(_days(part.strip(), lang) for part in match["days"].split(","))
        times = match["times"]
        if times in ("off", "closed"):
            lines.append(WORDS.say("place.closed", {"days": days}, lang=lang))
        else:
            said = ", ".join(_span(part.strip(), lang) for part in times.split(","))
            lines.append(WORDS.say("place.open", {"days": days, "times": said}, lang=lang))
    return tuple(lines) or (hours,)


def _days(part: str, lang: str) -> str:
    first, _, last = part.partition("-")
    if not last:
        return _day(first, lang)
    facts = {"first": _day(first, lang), "last": _day(last, lang)}
    return WORDS.say("place.days", facts, lang=lang)


def _day(name: str, lang: str) -> str:
    return WORDS.say(f"place.day-{name.lower()}", {}, lang=lang)


def _span(part: str, lang: str) -> str:
    start, _, end = part.partition("-")
    return WORDS.say("place.times", {"from": _time(start, lang), "to": _time(end, lang)}, lang=lang)


def _time(text: str, lang: str) -> str:
    hour, _, minute = text.partition(":")
    facts = {"hour": str(int(hour)), "minute": minute}
    return WORDS.say("place.hour" if minute == "00" else "place.time", facts, lang=lang)
