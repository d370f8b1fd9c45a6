"""docs/acceptance.md: each check asked of the wallet has a test that exists, or a decision."""

import pytest

from tests.acceptance import check_it_is_shown, rows

ROWS = rows("W")
ASKED = [*range(1, 8), 9, 11, 13, 14, 16, *range(19, 24), 25, 27, 29, *range(46, 52)]


def test_every_check_that_was_asked_for_has_its_line_once_and_in_order():
    numbers = [int(row.number[1:]) for row in ROWS]

    assert numbers == sorted(set(numbers))
    assert set(ASKED) <= set(numbers)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.number)
def test_a_check_is_shown_by_what_exists(row):
    check_it_is_shown(row)
