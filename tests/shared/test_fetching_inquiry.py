"""Inquiry: one verification asks little, not for long, and says whom it asked."""

from datetime import UTC, datetime

import pytest

from shared.errors import (
    FetchFailed,
    FetchOffline,
    FetchRefused,
    FetchStatus,
    FetchTimeout,
    FetchTooMany,
)
from shared.fetching import Fetched, Inquiry, Offline, Redirects, ReplayFetcher, host_of

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def an_internet(http, **bundle):
    bundle = {"default_dns": ["203.0.113.10"], "treat_as_public": ["203.0.113.0/24"]} | bundle
    return ReplayFetcher(bundle | {"http": http}, folder=None, now=NOW)


def test_it_lists_every_address_asked_redirects_included():
    inquiry = Inquiry(
        an_internet(
            {
                "https://a.example/1": {"status": 302, "headers": {"location": "/2"}},
                "https://a.example/2": {"body": "x"},
                "https://b.example/": {"status": 404},
            }
        )
    )

    inquiry("http://a.example/1")
    with pytest.raises(FetchStatus):
        inquiry("https://b.example/")
    with pytest.raises(FetchFailed):
        inquiry("https://c.example/")

    assert inquiry.requests == [
        "https://a.example/1",
        "https://a.example/2",
        "https://b.example/",
        "https://c.example/",
    ]


def test_an_address_refused_by_the_guard_is_never_listed():
    inquiry = Inquiry(
        an_internet(
            {"https://a.example/": {"status": 302, "headers": {"location": "https://10.0.0.5/"}}},
            dns={"inside.example": ["10.0.0.5"]},
        )
    )

    for url in ("https://127.0.0.1/", "https://inside.example/", "https://a.example/"):
        with pytest.raises(FetchRefused):
            inquiry(url, redirects=Redirects.ANY)

    assert inquiry.requests == ["https://a.example/"]


def test_an_answer_is_remembered_and_asked_once():
    inquiry = Inquiry(an_internet({"https://a.example/": [{"body": "1"}, {"body": "2"}]}))

    assert inquiry("https://a.example/").body == inquiry("https://a.example/").body == b"1"
    assert inquiry.requests == ["https://a.example/"]


def test_a_failure_is_remembered_too():
    inquiry = Inquiry(an_internet({"https://a.example/": [{"status": 500}, {"body": "2"}]}))

    for _ in range(2):
        with pytest.raises(FetchStatus):
            inquiry("https://a.example/")
    assert inquiry.requests == ["https://a.example/"]


def test_twelve_documents_are_had_and_a_thirteenth_is_not():
    pages = {f"https://a.example/{n}": {"body": "x"} for n in range(13)}
    inquiry = Inquiry(an_internet(pages))

    for n in range(12):
        inquiry(f"https://a.example/{n}")
    with pytest.raises(FetchTooMany):
        inquiry("https://a.example/12")

    assert len(inquiry.requests) == 12
    assert inquiry("https://a.example/0").body == b"x"


def test_eight_seconds_are_given_to_all_of_them_together():
    pages = {f"https://a.example/{n}": {"body": "aaaa", "seconds_per_byte": 1} for n in range(3)}
    fetch = an_internet(pages)
    inquiry = Inquiry(fetch)

    assert inquiry("https://a.example/0").body == b"aaaa"
    with pytest.raises(FetchTimeout):
        inquiry("https://a.example/1")
    with pytest.raises(FetchTimeout):
        inquiry("https://a.example/2")

    assert fetch.clock() == 8
    assert inquiry.requests == ["https://a.example/0", "https://a.example/1"]


def test_a_slow_fetch_is_cut_when_the_inquiry_ends_not_at_its_own_deadline():
    pages = {
        "https://a.example/0": {"body": "a" * 4, "seconds_per_byte": 1},
        "https://a.example/1": {"body": "a" * 3, "seconds_per_byte": 1},
        "https://a.example/2": {"body": "a" * 9, "seconds_per_byte": 1},
    }
    fetch = an_internet(pages)
    inquiry = Inquiry(fetch)
    inquiry("https://a.example/0")
    inquiry("https://a.example/1")

    with pytest.raises(FetchTimeout):
        inquiry("https://a.example/2")

    assert fetch.clock() == 8


def test_a_fetch_of_another_make_is_timed_by_the_clock_given():
    ticks = iter(range(0, 100, 3))

    def slow(url, **kwargs):
        return Fetched(url=url, body=b"", content_type="", fetched_at=NOW, location=url)

    inquiry = Inquiry(slow, clock=lambda: next(ticks))
    for n in range(3):
        inquiry(f"https://a.example/{n}")

    with pytest.raises(FetchTimeout):
        inquiry("https://a.example/3")
    assert inquiry.requests == [f"https://a.example/{n}" for n in range(3)]


def test_offline_asks_nobody():
    inquiry = Inquiry(Offline())

    with pytest.raises(FetchOffline) as failed:
        inquiry("https://partenaire.example/a")

    assert failed.value.facts == {"host": "partenaire.example"}
    assert inquiry.requests == []


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://a.example/b", "a.example"),
        ("https://a.example?b", "a.example"),
        ("https://a.example", "a.example"),
        ("nonsense\x1b[2J", "nonsense[2J"),
        ("x" * 500, "x" * 80),
    ],
)
def test_a_host_is_named_shortly_and_plainly(url, host):
    assert host_of(url) == host
