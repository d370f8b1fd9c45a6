"""Addresses: a badge may send us to public web hosts by name, and nowhere else."""

import ipaddress
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from urllib3.util import parse_url

from shared.errors import FetchRefused
from shared.fetching.address import MAX_URL_LETTERS, Guard, is_public

GUARD = Guard()

NOT_ASKED = [
    # this machine and its network, in every spelling of an IP address
    "https://127.0.0.1/",
    "https://127.1/",
    "https://2130706433/",
    "https://017700000001/",
    "https://0177.0.0.1/",
    "https://0x7f000001/",
    "https://0x7f.0.0.1/",
    "https://127.0.0.1.:443/",
    "https://0/",
    "https://10.0.0.5/status",
    "https://169.254.169.254/latest/meta-data/",
    "https://203.0.113.7/",
    "https://8.8.8.8/",
    "https://example.0x1/",
    "https://example.256/",
    "https://[::1]/",
    "https://[::ffff:10.0.0.5]/a.json",
    "https://[64:ff9b::a00:5]/",
    "https://[2606:4700::1111]/",
    "https://１２７.０.０.１/",
    "https://127。0。0。1/",
    "https://①②⑦.0.0.1/",
    # names for this machine or its network
    "https://localhost/",
    "https://LOCALHOST:443/",
    "https://api.localhost/",
    "https://router.local/",
    "https://metadata.google.internal/",
    "https://host.docker.internal/",
    "https://box.home.arpa/",
    "https://nas/",
    # texts that readers split differently
    "https://partenaire.example@evil.example/",
    "https://evil.example\\@partenaire.example/",
    "https://partenaire.example\t.evil.example/",
    "https://partenaire.example%2eevil.example/",
    "https://partenaire.example /",
    "https://partenaire.example\n/",
    "https:///etc/passwd",
    "https:partenaire.example",
    "https://partenaire.example./",
    "https://-partenaire.example/",
    "https://parte_naire.example/",
    "https://partenaire..example/",
    "https://partenaire.example/a/../admin",
    "https://partenaire.example/a/%2E%2e/admin",
    "https://partenaire.example/%zz",
    "https://partenaire.example/\ud800",
    # other doors
    "https://partenaire.example:8443/",
    "https://partenaire.example:22/",
    "http://partenaire.example:8080/",
    "https://partenaire.example:443x/",
    "ftp://partenaire.example/",
    "file:///etc/hostname",
    "javascript:alert(1)",
    "data:application/json,{}",
    "//partenaire.example/",
    "",
]


@pytest.mark.parametrize("url", NOT_ASKED)
def test_an_address_that_is_not_plainly_a_public_web_host_is_refused(url):
    with pytest.raises(FetchRefused) as refused:
        GUARD.address(url)

    assert refused.value.facts["why"]
    assert str(refused.value.facts["host"]).isprintable()


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        ("https://partenaire.example/a.json", "https://partenaire.example/a.json"),
        ("http://partenaire.example/a.json", "https://partenaire.example/a.json"),
        ("http://partenaire.example:80/a.json", "https://partenaire.example/a.json"),
        ("HTTPS://Partenaire.EXAMPLE:443", "https://partenaire.example/"),
        ("https://partenaire.example?v=3_0#key-0", "https://partenaire.example/?v=3_0"),
        ("https://mission-locale-dole.example/é", "https://mission-locale-dole.example/%C3%A9"),
        ("https://médiation.example/", "https://xn--mdiation-b1a.example/"),
        ("https://partenaire.example/a%20b/..c", "https://partenaire.example/a%20b/..c"),
    ],
)
def test_an_address_has_one_form_and_never_goes_in_clear(url, asked):
    assert GUARD.address(url).url == asked


def test_the_longest_address_passes_and_one_letter_more_does_not():
    start = "https://partenaire.example/"
    longest = start + "a" * (MAX_URL_LETTERS - len(start))

    assert GUARD.address(longest).url == longest
    with pytest.raises(FetchRefused):
        GUARD.address(longest + "a")


def test_another_port_is_asked_only_when_the_operator_says_so():
    assert Guard(ports=frozenset({443, 8443})).address("https://a.example:8443/x").port == 8443


NOT_PUBLIC = [
    "0.0.0.0",
    "10.0.0.5",
    "100.64.0.1",
    "100.127.255.255",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.1",
    "192.0.0.170",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.10",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.10",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::7f00:1",
    "::8.8.8.8",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.5",
    "::ffff:8.8.8.8",
    "64:ff9b::7f00:1",
    "64:ff9b::808:808",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:2::1",
    "2001:20::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "2002:808:808::",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%eth0",
    "2606:4700::1111%eth0",
    "fec0::1",
    "ff02::1",
]


@pytest.mark.parametrize("text", NOT_PUBLIC)
def test_an_address_inside_a_network_is_not_public(text):
    assert not is_public(ipaddress.ip_address(text))


@pytest.mark.parametrize(
    "text",
    [
        "8.8.8.8",
        "100.63.255.255",
        "100.128.0.0",
        "172.32.0.1",
        "223.255.255.254",
        "2606:4700::1111",
    ],
)
def test_its_neighbour_outside_is_public(text):
    assert is_public(ipaddress.ip_address(text))


def test_one_private_address_among_public_ones_refuses_the_host():
    host = GUARD.address("https://partenaire.example/")

    assert GUARD.public(host, ["8.8.8.8", "2606:4700::1111"]) == ("8.8.8.8", "2606:4700::1111")
    with pytest.raises(FetchRefused):
        GUARD.public(host, ["8.8.8.8", "10.0.0.5"])
    with pytest.raises(FetchRefused):
        GUARD.public(host, ["not an address"])


def test_a_bundle_may_hand_out_documentation_addresses_and_no_others():
    guard = Guard(treat_as_public=(ipaddress.ip_network("203.0.113.0/24"),))
    host = guard.address("https://partenaire.example/")

    assert guard.public(host, ["203.0.113.10"]) == ("203.0.113.10",)
    with pytest.raises(FetchRefused):
        guard.public(host, ["198.51.100.10"])
    with pytest.raises(FetchRefused):
        guard.public(host, ["::ffff:203.0.113.10"])


class TestTheOperatorsOwnRegistry:
    GUARD = Guard(operator_origin="http://127.0.0.1:8000")

    def test_it_may_be_asked_in_clear_on_this_machine(self):
        own = self.GUARD.address("http://127.0.0.1:8000/registry/members.json")

        assert own.url == "http://127.0.0.1:8000/registry/members.json"
        assert self.GUARD.public(own, ["127.0.0.1"]) == ("127.0.0.1",)

    @pytest.mark.parametrize(
        "url",
        [
            "http://127.0.0.1:8001/",
            "http://127.0.0.1:80001/",
            "http://127.0.0.1/",
            "https://127.0.0.1:8000/",
            "http://localhost:8000/",
            "http://127.0.0.1:8000@evil.example/",
            "http://127.0.0.1:8000.evil.example/",
        ],
    )
    def test_nothing_beside_it_may(self, url):
        with pytest.raises(FetchRefused):
            self.GUARD.address(url)

    def test_its_name_must_lead_to_this_machine(self):
        guard = Guard(operator_origin="http://localhost:8000/")

        with pytest.raises(FetchRefused):
            guard.public(guard.address("http://localhost:8000/x"), ["8.8.8.8"])

    def test_a_public_name_still_has_to_be_public(self):
        with pytest.raises(FetchRefused):
            self.GUARD.public(self.GUARD.address("https://partenaire.example/"), ["127.0.0.1"])

    @pytest.mark.parametrize("origin", ["http://10.0.0.1", "https://127.0.0.1", "http://a.example"])
    def test_it_is_on_loopback_or_it_is_a_fault(self, origin):
        with pytest.raises(ValueError):
            Guard(operator_origin=origin)


HOSTS = st.sampled_from(
    ["partenaire.example", "évil.example", "127.0.0.1", "0x7f.1", "[::1]", "a@b.example", "a..b"]
)
PIECES = st.text(st.sampled_from("/?#@:%.\\[]&=;+~é٠１。ａ\u202e\u00adxX2eE0 \t"), max_size=12)


@given(
    st.sampled_from(["https://", "http://", "HTTPS:", "//", ""]), HOSTS, PIECES, PIECES, st.text()
)
def test_every_reader_splits_an_accepted_address_alike(scheme, host, first, second, rest):
    for text in (f"{scheme}{host}{first}/{second}", f"{scheme}{first}{host}{rest}"):
        try:
            address = GUARD.address(text)
        except FetchRefused:
            continue
        one, other = urlsplit(address.url), parse_url(address.url)

        assert GUARD.address(address.url) == address
        assert address.url.isascii()
        assert one.hostname == other.host == address.host
        assert one.port is other.port is None
        assert other.request_uri.lower() == address.target.lower()
