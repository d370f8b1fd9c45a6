"""Lists that name badges: who is on it is withdrawn; silence counts only on the right list."""

import json
from datetime import UTC, datetime

import pytest

from shared.errors import FetchFailed, StatusListInvalid, StatusUnreachable
from shared.fetching import Fetched
from shared.model import StatusEntry
from shared.status import State, ob2, read_status

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
URL = "https://missionlocale-dole.example/revoked/1"
ISSUER = "did:key:z6MkIssuer"
BADGE = "urn:uuid:badge-1"


def published(document):
    body = document if isinstance(document, bytes) else json.dumps(document).encode()

    def fetch(url, **options):
        return Fetched(url=url, body=body, content_type="", fetched_at=NOW, location=url)

    return fetch


def out_of_reach(url, **options):
    raise FetchFailed(host="missionlocale-dole.example")


def never_asked(listed):
    raise AssertionError("an unsigned list has no proof to check")


def ask(document, *, credential_id=BADGE, issuer_id=ISSUER, url=URL):
    return read_status(
        StatusEntry(type="1EdTechRevocationList", id=url, entry={}),
        credential_id=credential_id,
        issuer_id=issuer_id,
        fetch=document if callable(document) else published(document),
        now=NOW,
        verify_list=never_asked,
    )


def why(ask, *args, **options):
    with pytest.raises(StatusListInvalid) as unknown:
        ask(*args, **options)
    return unknown.value.facts["why"]


def a_list(*items, **members):
    return {"id": URL, "issuer": ISSUER, "revokedCredential": list(items)} | members


class TestOneEdTech:
    @pytest.mark.parametrize(
        "item",
        [
            {"id": BADGE},
            {"id": BADGE, "revoked": True},
            {"id": BADGE, "revoked": "false"},
            {"id": BADGE, "revoked": None},
            BADGE,
        ],
    )
    def test_a_badge_on_the_list_is_withdrawn(self, item):
        assert ask(a_list({"id": "urn:uuid:other"}, item)).state is State.REVOKED

    @pytest.mark.parametrize(
        "items",
        [
            [],
            [{"id": BADGE, "revoked": False}],
            [{"id": "urn:uuid:badge-10"}],
            [BADGE.upper()],
        ],
    )
    def test_a_badge_not_on_it_stands(self, items):
        answer = ask(a_list(*items))

        assert (answer.state, answer.list_url, answer.list_issuer) == (State.CLEAR, URL, ISSUER)
        assert (answer.fetched_at, answer.notes) == (NOW, ())

    def test_both_spellings_of_the_member_are_read(self):
        both = a_list() | {"revokedCredentials": [BADGE]}

        assert ask(both).state is State.REVOKED
        assert ask({"id": URL, "revokedCredentials": {"id": BADGE}}).state is State.REVOKED

    def test_one_that_says_withdrawn_outranks_one_that_takes_it_back(self):
        items = [{"id": BADGE, "revoked": False}, {"id": BADGE, "revoked": True}]

        assert ask(a_list(*items)).state is State.REVOKED

    def test_the_reason_is_made_plain(self):
        item = {"id": BADGE, "revocationReason": "er\x1b[2Jreur\u202e" + "a" * 1000}

        reason = ask(a_list(item)).reason
        assert reason.startswith("er[2Jreur")
        assert len(reason) == 400

    def test_silence_is_not_good_news(self):
        with pytest.raises(StatusUnreachable):
            ask(out_of_reach)

    @pytest.mark.parametrize(
        "document",
        [
            b"",
            b"[]",
            b"<html>",
            {},
            {"error": "not found"},
            {"id": URL + "2"},
            a_list(4),
            a_list(None),
            {"id": URL, "revokedCredential": 4},
            a_list({"revoked": True}),
            a_list({"id": 4}),
            a_list({"id": "urn:uuid:badge-10"}, {"credential": BADGE}),
        ],
    )
    def test_a_document_that_is_no_list_proves_nothing(self, document):
        assert why(ask, document) == "form"

    def test_an_empty_list_may_leave_its_member_out(self):
        assert ask({"id": URL, "issuer": {"id": ISSUER}}).state is State.CLEAR

    def test_the_silence_of_another_list_proves_nothing_but_its_word_counts(self):
        assert why(ask, a_list(id=URL + "2")) == "id"
        assert why(ask, a_list(issuer="did:key:z6MkOther")) == "issuer"
        assert ask(a_list(BADGE, id=URL + "2")).state is State.REVOKED
        assert ask(a_list(BADGE, issuer={"id": "did:key:z6MkOther"})).state is State.REVOKED

    @pytest.mark.parametrize(("badge", "url"), [(None, URL), ("", URL), (BADGE, None)])
    def test_a_badge_without_identifier_cannot_be_looked_for(self, badge, url):
        assert why(ask, a_list(), credential_id=badge, url=url) == "no-id"

    @pytest.mark.parametrize(
        ("issuer", "notes"),
        [
            ("https://missionlocale-dole.example/issuer", ()),
            ("did:web:missionlocale-dole.example:partners:1", ()),
            ("did:web:missionlocale-dole.example%3A8443", ()),
            ("https://other.example/issuer", ("status.list-elsewhere",)),
            ("did:web:other.example", ("status.list-elsewhere",)),
        ],
    )
    def test_a_list_on_another_site_than_the_issuers_is_noted(self, issuer, notes):
        assert ask(a_list(issuer=issuer), issuer_id=issuer).notes == notes


class TestOpenBadges2:
    ISSUER = "https://missionlocale-dole.example/issuer.json"

    def ask(self, document, *ids):
        return ob2.read(
            URL,
            ids=frozenset(ids or {BADGE}),
            issuer_id=self.ISSUER,
            fetch=document if callable(document) else published(document),
        )

    def a_list(self, *items, **members):
        listed = {"@context": "https://w3id.org/openbadges/v2", "type": "RevocationList", "id": URL}
        return listed | {"issuer": self.ISSUER, "revokedAssertions": list(items)} | members

    @pytest.mark.parametrize(
        "item", [BADGE, {"id": BADGE}, {"uid": BADGE}, {"id": BADGE, "revocationReason": "essai"}]
    )
    def test_a_badge_on_the_list_is_withdrawn(self, item):
        answer = self.ask(self.a_list("urn:uuid:other", item))

        assert answer.state is State.REVOKED
        assert answer.reason in ("", "essai")

    def test_either_identifier_of_a_badge_is_looked_for(self):
        assert self.ask(self.a_list({"uid": "abc"}), BADGE, "abc").state is State.REVOKED

    def test_a_badge_not_on_it_stands(self):
        assert self.ask(self.a_list("urn:uuid:other")).state is State.CLEAR

    def test_the_silence_of_another_list_proves_nothing(self):
        other = self.a_list(issuer="https://evil.example/issuer.json")

        assert why(self.ask, other) == "issuer"
        assert why(self.ask, self.a_list(id="https://evil.example/list")) == "id"

    def test_the_list_of_open_badges_1_is_an_object(self):
        assert self.ask({BADGE: "essai", "other": "x"}).reason == "essai"
        assert self.ask({"other": "x"}).state is State.CLEAR
        assert self.ask({}).state is State.CLEAR

    @pytest.mark.parametrize(
        "document",
        [
            b"",
            b"[]",
            {"error": "x"},
            {"status": 404},
            {"other": 4},
            {"@context": "https://w3id.org/openbadges/v2", "id": URL},
            {"revokedAssertions": [4]},
        ],
    )
    def test_a_document_that_is_no_list_proves_nothing(self, document):
        assert why(self.ask, document) == "form"

    def test_silence_is_not_good_news(self):
        with pytest.raises(StatusUnreachable):
            self.ask(out_of_reach)

    def test_a_badge_without_identifier_cannot_be_looked_for(self):
        with pytest.raises(StatusListInvalid):
            ob2.read(URL, ids=frozenset(), issuer_id=self.ISSUER, fetch=published(self.a_list()))
