"""docs/acceptance.md: each check of the study has a test that exists, a measure or a decision."""

import pytest

from tests.acceptance import DECISION, PAGE, check_it_is_shown, rows
from tests.house.sources import REPO

ROWS = rows()
CHECKS = range(1, 54)


def test_every_check_has_its_line_once_and_in_order():
    assert [int(row.number) for row in ROWS] == list(CHECKS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.number)
def test_a_check_is_shown_by_what_exists(row):
    check_it_is_shown(row)


def test_what_is_left_for_later_stands_in_its_decision():
    later = " ".join((REPO / "docs" / DECISION.search(PAGE)[1]).read_text().split())

    for word in ("Witnesses", "hash of each badge", "OpenID Federation"):
        assert word in later
