"""
Instants in and out of text: aware, in UTC, never read from the clock here.

Source: XML Schema 1.1 ``dateTimeStamp`` as used by VCDM 2.0 §"Validity Period"; dates
without an offset are found in the wild and are read as UTC.
"""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

_INSTANT = re.compile(
    r"(-?\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)?\Z",
    re.ASCII,
)
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)\Z", re.ASCII)
_SECONDS = re.compile(r"[0-9]{9,11}\Z")
"""Seconds since 1970 as text; eight digits are a day written short, and read as neither."""

MAX_OFFSET = timedelta(hours=14)
"""XML Schema: no place on Earth is further from UTC."""


def parse_instant(value: Any) -> datetime | None:
    """
    Read an XML Schema dateTime.

    Returns:
        Aware UTC, or ``None`` when ``value`` is not one (a word, an impossible day, a number).
    """
    if not isinstance(value, str) or not (found := _INSTANT.match(value)):
        return None
    year, month, day, hour, minute, second = (int(found[n]) for n in range(1, 7))
    fraction = int((found[7] or "0").ljust(6, "0")[:6])
    tomorrow = timedelta()
    if (hour, minute, second, fraction) == (24, 0, 0, 0):
        hour, tomorrow = 0, timedelta(days=1)
    try:
        local = datetime(year, month, day, hour, minute, second, fraction, tzinfo=UTC) + tomorrow
        offset = _offset(found[8])
        return None if offset is None else local - offset
    except (ValueError, OverflowError):
        return None


def parse_day_or_instant(value: Any) -> datetime | None:
    """
    Read what Open Badges 1 and 2 allow: an instant, a day, or seconds since 1970.

    Returns:
        Aware UTC (a day is its first instant), or ``None``.
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, int) or (isinstance(value, str) and _SECONDS.match(value)):
        try:
            return datetime.fromtimestamp(int(value), UTC)
        except (ValueError, OverflowError, OSError):
            return None
    if isinstance(value, str) and (found := _DAY.match(value)):
        try:
            return datetime(int(found[1]), int(found[2]), int(found[3]), tzinfo=UTC)
        except ValueError:
            return None
    return parse_instant(value)


def has_offset(value: str) -> bool:
    """Whether an instant says its offset (VCDM 2.0 asks for it)."""
    return value.endswith("Z") or bool(re.search(r"[+-]\d\d:\d\d\Z", value))


def instant_text(moment: datetime) -> str:
    """``2026-11-22T12:00:00Z``, to the second."""
    bare = moment.astimezone(UTC).replace(microsecond=0, tzinfo=None)
    return f"{bare.isoformat()}Z"


def _offset(text: str | None) -> timedelta | None:
    if text is None or text == "Z":
        return timedelta()
    hours, minutes = int(text[1:3]), int(text[4:6])
    span = timedelta(hours=hours, minutes=minutes)
    if minutes > 59 or span > MAX_OFFSET:
        return None
    return span if text[0] == "+" else -span
