"""JCS: one text for one JSON value, and nothing that programs read differently."""

import pytest
import rfc8785

from shared.canonical.jcs import jcs
from shared.errors import UnsafeJson


def test_jcs_writes_one_text_for_one_value():
    assert jcs({"b": [1.0, "é"], "a": None}) == '{"a":null,"b":[1,"é"]}'.encode()


@pytest.mark.parametrize("value", [2**53, float("nan"), float("inf"), "\ud800", {1: 2}, {"a": {1}}])
def test_jcs_refuses_what_is_not_interoperable(value):
    with pytest.raises(UnsafeJson):
        jcs([value])


def test_jcs_takes_the_largest_exact_integer():
    assert jcs(2**53 - 1) == b"9007199254740991" == rfc8785.dumps(2**53 - 1)
