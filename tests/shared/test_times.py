"""Times: an instant is read in one way, and what is no instant is none."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.times import has_offset, instant_text, parse_day_or_instant, parse_instant

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-11-22T12:00:00Z", NOON),
        ("2026-11-22T13:00:00+01:00", NOON),
        ("2026-11-22T02:30:00-09:30", NOON),
        ("2026-11-22T12:00:00", NOON),
        ("2026-11-22T12:00:00.5Z", NOON + timedelta(milliseconds=500)),
        ("2026-11-22T12:00:00.123456789Z", NOON + timedelta(microseconds=123_456)),
        ("2026-11-21T24:00:00Z", NOON - timedelta(hours=12)),
        ("2026-11-23T02:00:00+14:00", NOON),
    ],
)
def test_an_instant_in_each_spelling(text, moment):
    assert parse_instant(text) == moment
    assert parse_instant(text).tzinfo is UTC


@pytest.mark.parametrize(
    "value",
    [
        "2026-11-22", "2026-02-30T12:00:00Z", "2026-11-22T25:00:00Z", "2026-11-22T12:60:00Z",
        "2026-11-22 12:00:00Z", "2026-11-22T12:00Z", "22/11/2026", "demain", "", " ",
        "2026-11-22T12:00:00Z\n", "2026-11-22T12:00:00+14:01", "2026-11-22T12:00:00+01:60",
        "2026-11-22t12:00:00z", "0000-01-01T00:00:00Z", "-0044-03-15T12:00:00Z",
        "9999-12-31T24:00:00Z", "0001-01-01T00:00:00+01:00", "20261122T120000Z",
        "\u0662\u0660\u0662\u0666-11-22T12:00:00Z", 1_700_000_000, None, True, [], {}, b"2026",
    ],
)  # fmt: skip
def test_what_is_no_instant(value):
    assert parse_instant(value) is None


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("2026-11-22", datetime(2026, 11, 22, tzinfo=UTC)),
        (1_795_348_800, NOON),
        ("1795348800", NOON),
        (0, datetime(1970, 1, 1, tzinfo=UTC)),
        ("2026-11-22T12:00:00Z", NOON),
    ],
)
def test_older_badges_also_write_a_day_or_seconds(value, moment):
    assert parse_day_or_instant(value) == moment


@pytest.mark.parametrize(
    "value", ["2026-02-30", "20261122", 10**18, -(10**18), True, "9" * 12, 1.5, None, "", []]
)
def test_what_is_neither_day_nor_instant(value):
    assert parse_day_or_instant(value) is None


@given(st.integers(-62_135_510_400, 253_402_210_800), st.integers(-14 * 60, 14 * 60))
def test_what_is_written_is_read_again(seconds, minutes):
    moment = datetime.fromtimestamp(seconds, timezone(timedelta(minutes=minutes)))

    assert parse_instant(moment.isoformat()) == moment
    assert parse_instant(instant_text(moment)) == moment


@given(st.text(max_size=40))
def test_any_text_is_a_time_or_none(text):
    for read in (parse_instant, parse_day_or_instant):
        moment = read(text)
        assert moment is None or moment.tzinfo is UTC


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2026-11-22T12:00:00Z", True),
        ("2026-11-22T12:00:00-05:00", True),
        ("2026-11-22T12:00:00", False),
    ],
)
def test_whether_the_offset_is_said(text, said):
    assert has_offset(text) is said
