"""Keeping: a list is asked for once in a while, and no host learns who is verified."""

from datetime import UTC, datetime

import pytest

from shared.errors import FetchStatus, FetchTimeout, FetchTooBig
from shared.fetching import Inquiry, KeepingFetcher, ReplayFetcher
from shared.fetching.keeping import MAX_KEPT

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
LIST = "application/vc"
URL = "https://a.example/list"


def an_internet(http):
    bundle = {"default_dns": ["203.0.113.10"], "treat_as_public": ["203.0.113.0/24"], "http": http}
    return ReplayFetcher(bundle, folder=None, now=NOW)


def keeping(http, **options):
    return KeepingFetcher(an_internet(http), accepts={LIST}, **options)


def test_two_verifications_make_one_request():
    fetch = keeping({URL: [{"body": "1"}, {"body": "2"}]})
    first, second = Inquiry(fetch), Inquiry(fetch)

    assert first(URL, accept=LIST).body == second(URL, accept=LIST).body == b"1"
    assert (first.requests, second.requests) == ([URL], [])
    assert second(URL, accept=LIST).fetched_at == NOW


def test_what_is_about_a_person_is_not_kept():
    fetch = keeping({URL: [{"body": "1"}, {"body": "2"}]})

    assert [fetch(URL).body, fetch(URL).body] == [b"1", b"2"]


def test_it_is_asked_for_again_when_the_time_is_over():
    slow = {"https://b.example/": {"body": "bbb", "seconds_per_byte": 1}}
    fetch = keeping({URL: [{"body": "1"}, {"body": "2"}]} | slow, seconds_kept=3.5)

    fetch(URL, accept=LIST)
    fetch("https://b.example/")
    assert fetch(URL, accept=LIST).body == b"1"
    fetch("https://b.example/")
    assert fetch(URL, accept=LIST).body == b"2"


def test_a_failure_is_not_kept():
    fetch = keeping({URL: [{"status": 500}, {"body": "2"}]})

    with pytest.raises(FetchStatus):
        fetch(URL, accept=LIST)
    assert fetch(URL, accept=LIST).body == b"2"


def test_a_kept_answer_obeys_the_limit_of_the_one_who_asks():
    fetch = keeping({URL: {"body": "12345"}})
    fetch(URL, accept=LIST)

    with pytest.raises(FetchTooBig):
        fetch(URL, accept=LIST, limit=4)


def test_the_time_of_an_inquiry_holds_here_too():
    fetch = keeping({URL: {"body": "a" * 9, "seconds_per_byte": 1}})

    with pytest.raises(FetchTimeout):
        Inquiry(fetch, seconds=2)(URL, accept=LIST)
    assert fetch.clock() == 2


def test_the_oldest_make_room():
    pages = {f"https://a.example/{n}": [{"body": "1"}, {"body": "2"}] for n in range(MAX_KEPT + 1)}
    fetch = keeping(pages)
    for url in pages:
        fetch(url, accept=LIST)

    assert fetch(f"https://a.example/{MAX_KEPT}", accept=LIST).body == b"1"
    assert fetch("https://a.example/1", accept=LIST).body == b"1"
    assert fetch("https://a.example/0", accept=LIST).body == b"2"
