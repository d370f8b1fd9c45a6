"""Limits: each has a reason, tests that name it, and its line in ``docs/limits.md``."""

import pytest

from tests.house.sources import in_lines
from tools.limits import FILE, limits, said, text


def test_there_are_limits_to_look_at():
    assert {"MAX_JSON_BYTES", "MAX_UPLOAD_BYTES", "INQUIRY_SECONDS", "WORK_BUDGET"} <= {
        one.name for one in limits()
    }


def test_every_limit_has_a_reason():
    found = [f"{one.file}: {one.name}" for one in limits() if len(one.reason.split()) < 3]
    assert found == [], in_lines(found)


def test_every_limit_is_named_by_a_test():
    found = [f"{one.file}: {one.name}" for one in limits() if not one.tried_in]
    assert found == [], in_lines(found)


def test_the_page_is_the_one_the_code_makes():
    assert FILE.read_text(encoding="utf-8") == text(), "run: python -m tools.limits"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MAX_JSON_BYTES", "1 MiB"),
        ("MAX_TIMESTAMP_BYTES", "16 KiB"),
        ("INQUIRY_SECONDS", "8 s"),
        ("MAX_PIXELS", "60\u202f000\u202f000"),
        ("CLOCK_SLACK", "1 day, 0:00:00"),
    ],
)
def test_a_value_is_said_in_its_unit(name, value):
    assert said(next(one for one in limits() if one.name == name)) == value
