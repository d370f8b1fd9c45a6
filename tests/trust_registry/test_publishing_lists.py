"""A list of withdrawn badges that is published again forgets none of them."""

import json

import pytest

from shared.status.bits import MIN_LIST_BITS, StatusList
from trust_registry.publishing.lists import forgets


def a_list(*withdrawn, length=MIN_LIST_BITS, purpose="revocation"):
    bits = StatusList(length)
    for place in withdrawn:
        bits.set(place)
    subject = {"statusPurpose": purpose, "encodedList": bits.encode()}
    return json.dumps({"credentialSubject": subject}).encode()


UNREADABLE = b'{"credentialSubject": {"statusPurpose": "revocation", "encodedList": "uAAAA"}}'
OTHER = b'{"id": "https://registre.example/p/x/status/k1.json"}'


@pytest.mark.parametrize(
    ("before", "after", "forgotten"),
    [
        pytest.param(a_list(), a_list(), False, id="nothing withdrawn"),
        pytest.param(a_list(7), a_list(7), False, id="the same"),
        pytest.param(a_list(7), a_list(7, 8), False, id="one more"),
        pytest.param(a_list(7, 8), a_list(8), True, id="one given back"),
        pytest.param(a_list(7), a_list(6), True, id="another in its place"),
        pytest.param(a_list(7), a_list(7, length=2 * MIN_LIST_BITS), False, id="a longer one"),
        pytest.param(
            a_list(MIN_LIST_BITS, length=2 * MIN_LIST_BITS), a_list(), True, id="a shorter one"
        ),
        pytest.param(
            a_list(7, length=2 * MIN_LIST_BITS), a_list(7), False, id="shorter, nothing lost"
        ),
        pytest.param(a_list(7), UNREADABLE, True, id="one that cannot be read"),
        pytest.param(a_list(7), a_list(7, purpose="suspension"), True, id="for another purpose"),
        pytest.param(
            a_list(7, purpose="suspension"), a_list(purpose="suspension"), False, id="pauses end"
        ),
        pytest.param(OTHER, OTHER, False, id="lists of another form"),
    ],
)
def test_what_a_new_list_forgets(before, after, forgotten):
    assert forgets(before, after) is forgotten
