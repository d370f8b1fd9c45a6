"""Replay: a recorded internet answers under the same guard, and no socket is opened."""

import base64
import gzip
import json
import socket
from datetime import UTC, datetime

import pytest

from shared.errors import (
    BundleInvalid,
    FetchFailed,
    FetchRedirected,
    FetchRefused,
    FetchStatus,
    FetchTimeout,
    FetchTooBig,
)
from shared.fetching import Redirects, ReplayFetcher

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
HOST = "https://partenaire.example"


@pytest.fixture(autouse=True)
def no_socket(monkeypatch):
    def refuse(*args, **kwargs):
        raise AssertionError("a test opened a socket")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def an_internet(tmp_path, http=None, **bundle):
    bundle = {
        "default_dns": ["203.0.113.10"],
        "treat_as_public": ["203.0.113.0/24"],
        "http": http or {},
    } | bundle
    (tmp_path / "bundle.json").write_text(json.dumps(bundle))
    return ReplayFetcher.open(tmp_path / "bundle.json", now=NOW)


def test_an_answer_comes_with_its_address_and_its_time(tmp_path):
    fetch = an_internet(
        tmp_path, {HOST + "/a": {"body": "é", "headers": {"Content-Type": "text/plain"}}}
    )

    answer = fetch(HOST + "/a#part")

    assert (answer.url, answer.location) == (HOST + "/a#part", HOST + "/a")
    assert (answer.body, answer.content_type) == ("é".encode(), "text/plain")
    assert (answer.fetched_at, answer.asked) == (NOW, (HOST + "/a",))


@pytest.mark.parametrize(
    ("entry", "body"),
    [
        ({"file": "net/a"}, b"from a file"),
        ({"body_base64": base64.b64encode(b"\0\xff").decode()}, b"\0\xff"),
        ({}, b""),
        ({"repeat": "ab", "bytes": 5}, b"ababa"),
        ({"body": "slow", "seconds_per_byte": 1}, b"slow"),
    ],
)
def test_a_body_is_a_file_a_text_bytes_a_repetition_or_slow(tmp_path, entry, body):
    (tmp_path / "net").mkdir()
    (tmp_path / "net" / "a").write_bytes(b"from a file")

    assert an_internet(tmp_path, {HOST + "/a": entry})(HOST + "/a").body == body


def test_the_time_of_an_answer_and_of_the_bundle_are_kept(tmp_path):
    entry = {"body": "", "fetched_at": "2026-11-01T08:00:00Z"}
    fetch = an_internet(tmp_path, {HOST + "/a": entry}, at="2026-11-02T08:00:00Z")

    assert fetch(HOST + "/a").fetched_at == datetime(2026, 11, 1, 8, tzinfo=UTC)
    assert fetch.at == datetime(2026, 11, 2, 8, tzinfo=UTC)


def test_http_is_answered_by_its_https_twin_and_https_outranks_it(tmp_path):
    fetch = an_internet(
        tmp_path,
        {
            "https://a.example/x": {"body": "https"},
            "http://a.example/x": {"body": "http"},
            "http://a.example/y": {"body": "only http"},
        },
    )

    assert fetch("http://a.example/x").body == b"https"
    assert fetch("http://a.example/y").location == "https://a.example/y"


def test_an_address_not_in_it_is_unreachable_and_was_asked(tmp_path):
    with pytest.raises(FetchFailed) as failed:
        an_internet(tmp_path)(HOST + "/nowhere")

    assert failed.value.code == "fetch.unreachable"
    assert failed.value.asked == (HOST + "/nowhere",)


@pytest.mark.parametrize("status", [201, 204, 206, 304, 404, 410, 500])
def test_another_status_than_200_is_no_document(tmp_path, status):
    with pytest.raises(FetchStatus) as failed:
        an_internet(tmp_path, {HOST + "/a": {"status": status, "body": "x"}})(HOST + "/a")

    assert failed.value.facts == {"host": "partenaire.example", "status": status}


class TestNames:
    def test_a_name_that_leads_inside_is_refused_and_not_asked(self, tmp_path):
        fetch = an_internet(tmp_path, {HOST + "/a": {}}, dns={"partenaire.example": ["10.0.0.5"]})

        with pytest.raises(FetchRefused) as failed:
            fetch(HOST + "/a")
        assert failed.value.asked == ()

    def test_a_name_is_resolved_once_a_fetch_so_that_it_cannot_change_its_mind(self, tmp_path):
        dns = {"partenaire.example": [["203.0.113.11"], ["127.0.0.1"]]}
        fetch = an_internet(tmp_path, {HOST + "/a": {"body": "x"}}, dns=dns)

        assert fetch(HOST + "/a").body == b"x"
        with pytest.raises(FetchRefused):
            fetch(HOST + "/a")
        with pytest.raises(FetchRefused):
            fetch(HOST + "/a")

    def test_a_redirect_asks_the_name_again(self, tmp_path):
        dns = {"partenaire.example": [["203.0.113.11"], ["127.0.0.1"]]}
        http = {HOST + "/a": {"status": 302, "headers": {"location": "/b"}}, HOST + "/b": {}}

        with pytest.raises(FetchRefused) as failed:
            an_internet(tmp_path, http, dns=dns)(HOST + "/a")
        assert failed.value.asked == (HOST + "/a",)

    @pytest.mark.parametrize("dns", [{"partenaire.example": []}, {"partenaire.example": [[]]}])
    def test_a_name_without_address_is_unreachable(self, tmp_path, dns):
        with pytest.raises(FetchFailed) as failed:
            an_internet(tmp_path, {HOST + "/a": {}}, dns=dns)(HOST + "/a")

        assert (failed.value.code, failed.value.asked) == ("fetch.unreachable", ())

    def test_without_treat_as_public_the_guard_refuses_documentation_addresses(self, tmp_path):
        with pytest.raises(FetchRefused):
            an_internet(tmp_path, {HOST + "/a": {}}, treat_as_public=[])(HOST + "/a")


class TestSizeAndTime:
    def test_a_body_at_the_limit_passes_and_one_byte_more_does_not(self, tmp_path):
        fetch = an_internet(tmp_path, {HOST + "/a": {"repeat": "A", "bytes": 200_000}})

        assert len(fetch(HOST + "/a", limit=200_000).body) == 200_000
        with pytest.raises(FetchTooBig):
            fetch(HOST + "/a", limit=199_999)

    def test_fifty_megabytes_are_not_read(self, tmp_path):
        fetch = an_internet(tmp_path, {HOST + "/a": {"repeat": "A", "bytes": 50_000_000_000}})

        with pytest.raises(FetchTooBig):
            fetch(HOST + "/a")

    def test_an_announced_length_above_the_limit_is_enough_to_stop(self, tmp_path):
        entry = {"body": "small", "headers": {"Content-Length": "1048577"}}

        with pytest.raises(FetchTooBig):
            an_internet(tmp_path, {HOST + "/a": entry})(HOST + "/a")

    @pytest.mark.parametrize(("letters", "fine"), [(4, True), (5, False), (100, False)])
    def test_a_slow_host_is_left_at_the_deadline_without_waiting(self, tmp_path, letters, fine):
        fetch = an_internet(tmp_path, {HOST + "/a": {"body": "a" * letters, "seconds_per_byte": 1}})

        if fine:
            assert fetch(HOST + "/a").body == b"aaaa"
        else:
            with pytest.raises(FetchTimeout):
                fetch(HOST + "/a")
            assert fetch.clock() == 5

    def test_a_packed_body_is_unpacked_up_to_the_limit(self, tmp_path):
        packed = base64.b64encode(gzip.compress(b"A" * 5000)).decode()
        entry = {"body_base64": packed, "headers": {"content-encoding": "gzip"}}
        fetch = an_internet(tmp_path, {HOST + "/a": entry})

        assert fetch(HOST + "/a", limit=5000).body == b"A" * 5000
        with pytest.raises(FetchTooBig):
            fetch(HOST + "/a", limit=4999)

    @pytest.mark.parametrize(
        ("encoding", "body"),
        [
            ("br", b"x"),
            ("gzip, gzip", b"x"),
            ("gzip", b"x"),
            ("gzip", gzip.compress(b"x", mtime=0)[:-1]),
        ],
    )
    def test_a_packing_we_cannot_undo_is_no_document(self, tmp_path, encoding, body):
        entry = {
            "body_base64": base64.b64encode(body).decode(),
            "headers": {"content-encoding": encoding},
        }

        with pytest.raises(FetchFailed) as failed:
            an_internet(tmp_path, {HOST + "/a": entry})(HOST + "/a")
        assert failed.value.facts["why"] == "encoding"


def hops(*there):
    """A host whose pages /0, /1... send on to the next, then an answer."""
    pages = {
        f"{HOST}/{n}": {"status": 302, "headers": {"Location": to}} for n, to in enumerate(there)
    }
    return pages | {f"{HOST}/{len(there)}": {"body": "end"}}


class TestRedirects:
    def test_three_are_followed_and_a_fourth_is_not(self, tmp_path):
        fetch = an_internet(tmp_path, hops("/1", HOST + "/2", "./3", "4"))

        answer = fetch(HOST + "/1")
        assert (answer.location, len(answer.asked)) == (HOST + "/4", 4)
        with pytest.raises(FetchRedirected) as failed:
            fetch(HOST + "/0")
        assert len(failed.value.asked) == 4

    def test_a_circle_ends(self, tmp_path):
        with pytest.raises(FetchRedirected):
            an_internet(tmp_path, hops("/0"))(HOST + "/0", redirects=Redirects.ANY)

    def test_none_means_none(self, tmp_path):
        with pytest.raises(FetchStatus) as failed:
            an_internet(tmp_path, hops("/1"))(HOST + "/0", redirects=Redirects.NONE)

        assert failed.value.facts["status"] == 302
        assert failed.value.asked == (HOST + "/0",)

    @pytest.mark.parametrize(
        "there",
        ["https://evil.example/1", "//evil.example/1", "https://sub.partenaire.example/1"],
    )
    def test_another_host_is_not_the_same_origin(self, tmp_path, there):
        fetch = an_internet(tmp_path, hops(there) | {"https://evil.example/1": {"body": "evil"}})

        with pytest.raises(FetchRedirected) as failed:
            fetch(HOST + "/0")
        assert failed.value.asked == (HOST + "/0",)

    def test_another_host_is_followed_when_any_is_allowed(self, tmp_path):
        http = hops("https://b.example/x") | {"https://b.example/x": {"body": "b"}}

        answer = an_internet(tmp_path, http)(HOST + "/0", redirects=Redirects.ANY)

        assert (answer.body, answer.location) == (b"b", "https://b.example/x")

    @pytest.mark.parametrize(
        "there",
        ["https://169.254.169.254/", "file:///etc/passwd", "https://partenaire.example:22/"],
    )
    def test_every_hop_passes_the_guard(self, tmp_path, there):
        with pytest.raises(FetchRefused):
            an_internet(tmp_path, hops(there))(HOST + "/0", redirects=Redirects.ANY)

    @pytest.mark.parametrize("there", ["https://[", ""])
    def test_a_location_that_is_no_address_is_a_failure_like_others(self, tmp_path, there):
        with pytest.raises(FetchFailed):
            an_internet(tmp_path, hops(there))(HOST + "/0", redirects=Redirects.ANY)


def test_successive_answers_come_in_turn_and_the_last_one_stays(tmp_path):
    fetch = an_internet(tmp_path, {HOST + "/a": [{"body": "1"}, {"status": 500}, {"body": "3"}]})

    assert fetch(HOST + "/a").body == b"1"
    with pytest.raises(FetchStatus):
        fetch(HOST + "/a")
    assert fetch(HOST + "/a").body == b"3"
    assert fetch(HOST + "/a").body == b"3"


@pytest.mark.parametrize(
    ("failure", "error"),
    [("timeout", FetchTimeout), ("unreachable", FetchFailed), ("other", FetchFailed)],
)
def test_a_recorded_failure_fails_again(tmp_path, failure, error):
    with pytest.raises(error):
        an_internet(tmp_path, {HOST + "/a": {"failure": failure}})(HOST + "/a")


@pytest.mark.parametrize(
    "bundle",
    [
        "[]",
        "{",
        "null",
        '{"http": []}',
        '{"http": {"https://a.example/": 1}}',
        '{"http": {"https://a.example/": [1]}}',
        '{"dns": {"a.example": "8.8.8.8"}}',
        '{"dns": {"a.example": ["8.8.8.8", ["8.8.4.4"]]}}',
        '{"treat_as_public": ["everything"]}',
        '{"treat_as_public": 4.5}',
        "[" * 100_000,
    ],
)
def test_a_bundle_of_another_form_is_refused_at_once(tmp_path, bundle):
    (tmp_path / "bundle.json").write_text(bundle)

    with pytest.raises(BundleInvalid):
        ReplayFetcher.open(tmp_path / "bundle.json", now=NOW)


def test_a_bundle_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(BundleInvalid):
        ReplayFetcher.open(tmp_path / "bundle.json", now=NOW)


@pytest.mark.parametrize(
    "entry", [{"file": "missing"}, {"file": "."}, {"body_base64": "*"}, {"body_base64": 1}]
)
def test_an_answer_whose_body_is_missing_is_a_fault_of_the_bundle(tmp_path, entry):
    with pytest.raises(BundleInvalid):
        an_internet(tmp_path, {HOST + "/a": entry})(HOST + "/a")
