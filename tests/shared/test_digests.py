"""Digests: what differs from the bytes that the issuer signed for is not used."""

import base64
import hashlib

import pytest

from shared.digests import Digested, Pinned, compare, pins_of
from shared.errors import FetchDiffers
from shared.multibase import multibase_encode
from tests.shared.hosts import Hosts

BODY = b"a picture"
ADDRESS = "https://badges.example/1.png"


def sri(body=BODY, kind="sha384"):
    return f"{kind}-{base64.b64encode(hashlib.new(kind, body).digest()).decode()}"


def multihash(body=BODY, code=b"\x12\x20", kind="sha256"):
    return code + hashlib.new(kind, body).digest()


def base64url(raw):
    return "u" + base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def found(body=BODY, **digests):
    return compare(pins_of({"relatedResource": [{"id": ADDRESS, **digests}]}), ADDRESS, body)


GOOD = [
    {"digestSRI": sri(kind="sha256")},
    {"digestSRI": sri(kind="sha384")},
    {"digestSRI": [sri(kind="sha512")]},
    {"digestSRI": f"{sri(b'older')} {sri()}"},
    {"digestSRI": f"{sri(b'weaker', kind='sha256')} {sri()}"},
    {"digestMultibase": multibase_encode(multihash())},
    {"digestMultibase": base64url(multihash(code=b"\x20\x30", kind="sha384"))},
    {"digestMultibase": base64url(multihash(code=b"\x13\x40", kind="sha512"))},
    {"digestSRI": sri(), "digestMultibase": base64url(multihash())},
]


@pytest.mark.parametrize("digests", GOOD)
def test_the_bytes_that_were_signed_for(digests):
    assert found(**digests) is Digested.SAME


@pytest.mark.parametrize("digests", GOOD)
def test_one_other_byte_is_other_bytes(digests):
    assert found(BODY + b".", **digests) is Digested.DIFFERS


def test_one_that_differs_counts_whatever_the_others_say():
    digests = {"digestSRI": sri(), "digestMultibase": base64url(multihash(b"other"))}

    assert found(**digests) is Digested.DIFFERS


@pytest.mark.parametrize(
    "digests",
    [
        {"digestSRI": "md5-AAAA"},
        {"digestSRI": "sha256-***"},
        {"digestSRI": ""},
        {"digestSRI": 7},
        {"digestMultibase": "z0"},
        {"digestMultibase": "mAAAA"},
        {"digestMultibase": base64url(multihash()[:-1])},
        {"digestMultibase": base64url(hashlib.sha256(BODY).digest())},
    ],
)
def test_a_digest_that_nobody_can_read_is_no_good_news(digests):
    assert found(**digests) is Digested.UNKNOWN


def test_without_a_digest_there_is_nothing_to_compare():
    assert found() is None
    assert (
        compare(pins_of({"id": "https://other.example", "digestSRI": sri()}), ADDRESS, b"") is None
    )


def test_any_object_may_give_one():
    image = {"id": "http://badges.example/1.png", "digestSRI": sri()}
    pins = pins_of({"credentialSubject": {"achievement": {"image": image}}})

    assert compare(pins, ADDRESS, BODY) is Digested.SAME


class TestPinned:
    def asked(self, body, **digests):
        document = {"relatedResource": {"id": ADDRESS, **digests}}
        return Pinned(Hosts({ADDRESS: body}), pins_of(document))(ADDRESS).body

    def test_only_those_bytes_are_given(self):
        assert self.asked(BODY, digestSRI=sri()) == BODY
        assert self.asked(b"any") == b"any"

    @pytest.mark.parametrize(("digest", "why"), [(sri(b"other"), "differs"), ("md5-a", "unknown")])
    def test_others_are_not(self, digest, why):
        with pytest.raises(FetchDiffers) as raised:
            self.asked(BODY, digestSRI=digest)

        assert raised.value.facts == {"host": "badges.example", "why": why}
