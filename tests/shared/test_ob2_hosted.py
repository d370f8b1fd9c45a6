"""Hosted badges: what counts is what the issuer's own site says, and silence says nothing."""

from dataclasses import replace

import pytest

from shared.errors import HostedDiffers, HostedNotChecked
from shared.fetching import Redirects
from shared.parsing import parse
from shared.proofs import ob2_hosted
from shared.proofs.hosting_scope import check_scope
from shared.proofs.ob2_hosted import HostedWithdrawn
from shared.tokens import token_of
from tests.shared.hosts import NOON, Hosts, as_text
from tests.shared.older_badges import (
    BADGE,
    CLASS,
    HOST,
    ISSUER,
    assertion,
    badge_class,
    profile,
    site,
)

ELSEWHERE = "https://autre.example/a/1.json"


def received(document=None):
    return parse(token_of(as_text(document or assertion()), container="text"))


def confirmed(document=None, **documents):
    others = documents.pop("others", {})
    return ob2_hosted.confirm(received(document), fetch=Hosts(site(**documents)).but(others))


class TestConfirmed:
    def test_the_sites_say_the_same(self):
        answer = confirmed()

        assert answer.credential.issuer.id == ISSUER
        assert answer.credential.issuer.name == "Fablab de Dole"
        assert answer.credential.subject.achievement.id == CLASS
        assert answer.credential.name == "Utiliser sa messagerie"
        assert answer.issuer == profile()
        assert answer.fetched_at == NOON

    def test_no_redirect_may_leave_the_site(self):
        hosts = Hosts(site())
        ob2_hosted.confirm(received(), fetch=hosts)

        assert hosts.asked == [BADGE, CLASS, ISSUER]
        assert set(hosts.redirects) == {Redirects.SAME_ORIGIN}

    def test_what_the_file_says_of_its_badge_class_is_not_believed(self):
        answer = confirmed(assertion(badge=badge_class(name="Ingénieur")))

        assert answer.credential.name == "Utiliser sa messagerie"

    def test_an_embedded_issuer_is_asked_for_too(self):
        embedded = badge_class(issuer=profile(name="Autre nom"))
        answer = confirmed(badge=assertion(badge=embedded))

        assert answer.credential.issuer.name == "Fablab de Dole"

    @pytest.mark.parametrize(
        ("ours", "theirs"),
        [
            pytest.param({"id": BADGE.replace("https", "http")}, {}, id="moved to https"),
            pytest.param({"uid": "1"}, {}, id="an older name left out"),
            pytest.param({}, {"narrative": "Avec soin."}, id="more on the site"),
            pytest.param({"evidence": "https://x.example/"},
                         {"evidence": ["https://x.example/"]}, id="one or a list of one"),
            pytest.param({"evidence": {"id": "https://x.example/"}},
                         {"evidence": [{"id": "https://x.example/", "narrative": "Photo"}]},
                         id="the site says more of an evidence"),
            pytest.param({"evidence": []}, {}, id="an empty list"),
            pytest.param({"issuedOn": "2026-02-01"}, {}, id="a day, and an hour of it"),
            pytest.param({"issuedOn": 1769940000}, {}, id="seconds, and the same instant"),
            pytest.param({"revoked": False}, {"revoked": False}, id="not withdrawn"),
        ],
    )  # fmt: skip
    def test_dialects_are_no_difference(self, ours, theirs):
        assert confirmed(assertion(**ours), badge=assertion(**theirs)).credential.id == BADGE


class TestDiffers:
    @pytest.mark.parametrize(
        ("ours", "theirs"),
        [
            ({}, {"id": f"{HOST}/a/2.json"}),
            ({"uid": "1"}, {"uid": "2"}),
            ({"narrative": "Diplôme"}, {}),
            ({"narrative": "Diplôme"}, {"narrative": "Badge"}),
            ({"evidence": "https://x.example/"}, {}),
            ({"evidence": "https://x.example/"}, {"evidence": "https://y.example/"}),
            (
                {"evidence": {"id": "https://x.example/", "narrative": "Diplôme"}},
                {"evidence": {"id": "https://x.example/", "narrative": "Photo"}},
            ),
            ({"evidence": ["https://x.example/", "z"]}, {"evidence": "https://x.example/"}),
            ({"issuedOn": "2026-02-02"}, {}),
            ({"issuedOn": "2026-02-01T10:00:01Z"}, {}),
            ({"expires": "2030-01-01T00:00:00Z"}, {"expires": "2027-01-01T00:00:00Z"}),
            ({"expires": "2030-01-01T00:00:00Z"}, {}),
            ({}, {"expires": "2027-01-01T00:00:00Z"}),
            ({}, {"badge": f"{HOST}/class2.json"}),
            ({}, {"badge": None}),
            ({}, {"recipient": {"type": "email", "hashed": False, "identity": "d@example.org"}}),
            ({}, {"recipient": None}),
            ({}, {"issuedOn": "never"}),
            ({}, {"type": "BadgeClass"}),
        ],
    )
    def test_the_site_says_something_else(self, ours, theirs):
        with pytest.raises(HostedDiffers):
            confirmed(assertion(**ours), badge=assertion(**theirs))

    @pytest.mark.parametrize(
        "documents",
        [
            {"badge_class": badge_class(type="Assertion")},
            {"badge_class": badge_class(id="https://autre.example/class.json")},
            {"badge_class": badge_class(issuer=None)},
            {"badge_class": badge_class(issuer="urn:issuer:1")},
            {"badge_class": badge_class(issuer={"name": "Fablab de Dole"})},
            {"badge_class": badge_class(name=5)},
            {"issuer": profile(id="https://autre.example/issuer.json")},
            {"issuer": profile(name={"x": 1})},
        ],
    )
    def test_its_badge_or_its_issuer_is_another(self, documents):
        with pytest.raises(HostedDiffers):
            confirmed(**documents)

    def test_a_document_may_be_named_a_little_otherwise_on_one_site(self):
        answer = confirmed(badge_class=badge_class(id=f"{HOST}/class"))

        assert answer.credential.subject.achievement.id == CLASS

    def test_a_strangers_page_that_names_a_member_as_issuer(self):
        lie = assertion(id=ELSEWHERE)

        with pytest.raises(HostedDiffers) as refused:
            confirmed(lie, others={ELSEWHERE: lie})
        assert refused.value.facts["why"] == "origin"

    def test_a_badge_that_bears_the_address_of_another_site(self):
        lie = assertion(id=ELSEWHERE, verification={"type": "hosted", "url": BADGE})

        with pytest.raises(HostedDiffers):
            confirmed(lie, badge=lie)


class TestNotChecked:
    @pytest.mark.parametrize("trouble", [Hosts.DOWN, 404, 403, 500, "<html>", "", "[]", b"\xff"])
    @pytest.mark.parametrize("where", ["badge", "badge_class", "issuer"])
    def test_silence_says_nothing(self, where, trouble):
        with pytest.raises(HostedNotChecked) as failed:
            confirmed(**{where: trouble})
        assert failed.value.facts["host"] == "badges.fablab.example"

    @pytest.mark.parametrize("where", ["badge_class", "issuer"])
    def test_a_badge_class_that_is_gone_withdraws_no_badge(self, where):
        with pytest.raises(HostedNotChecked):
            confirmed(**{where: 410})

    def test_a_badge_without_address(self):
        credential = received({
            "recipient": "camille@example.org",
            "badge": {"name": "x", "issuer": {"origin": HOST, "name": "y"}},
        })  # fmt: skip

        with pytest.raises(HostedNotChecked):
            ob2_hosted.confirm(credential, fetch=Hosts())

    def test_a_badge_class_at_no_web_address(self):
        with pytest.raises(HostedNotChecked):
            confirmed(assertion(badge="urn:badge:1"), badge=assertion(badge="urn:badge:1"))


class TestWithdrawn:
    @pytest.mark.parametrize(
        ("answer", "reason"),
        [
            (410, ""),
            ({"revoked": True}, ""),
            ({"revoked": "true"}, ""),
            ({"id": BADGE, "revoked": True, "revocationReason": "Erreur"}, "Erreur"),
            (assertion(revoked=True, revocationReason="a\u202eb\x1b[31m"), "ab[31m"),
            (assertion(revoked=True, revocationReason=5), ""),
        ],
    )
    def test_the_site_says_so(self, answer, reason):
        with pytest.raises(HostedWithdrawn) as withdrawn:
            confirmed(badge=answer)
        assert withdrawn.value.facts["reason"] == reason

    def test_it_counts_while_the_rest_cannot_be_had(self):
        with pytest.raises(HostedWithdrawn):
            confirmed(badge=410, badge_class=Hosts.DOWN)

    @pytest.mark.parametrize("answer", [410, {"revoked": True}])
    def test_a_strangers_page_withdraws_nothing(self, answer):
        lie = assertion(id=ELSEWHERE)

        with pytest.raises(HostedDiffers):
            confirmed(lie, others={ELSEWHERE: answer})


class TestScope:
    """Where an issuer's badges may stand is what its own profile says."""

    def within(self, address, **policy):
        check_scope(address, ISSUER, profile(verification=policy or None))
        return True

    @pytest.mark.parametrize(
        ("address", "policy"),
        [
            (BADGE, {}),
            ("http://badges.fablab.example/x", {}),
            ("https://BADGES.fablab.example:443/x", {}),
            ("https://cdn.example/f/1", {"startsWith": "https://cdn.example/f/"}),
            ("https://cdn.example/f/1", {"startsWith": [BADGE, "http://cdn.example/f/"]}),
            ("https://cdn.example/f/1", {"allowedOrigins": "cdn.example"}),
            ("https://cdn.example/f/1", {"allowedOrigins": ["x.example", "https://cdn.example"]}),
            ("https://cdn.example:8443/1", {"allowedOrigins": "cdn.example:8443"}),
            (
                "https://cdn.example/f/1",
                {"startsWith": "https://cdn.example/f", "allowedOrigins": ["CDN.example"]},
            ),
        ],
    )
    def test_within(self, address, policy):
        assert self.within(address, **policy)

    @pytest.mark.parametrize(
        ("address", "policy"),
        [
            ("https://autre.example/x", {}),
            ("https://badges.fablab.example.autre.example/x", {}),
            ("https://badges.fablab.example@autre.example/x", {}),
            ("https://autre.example\\@badges.fablab.example/x", {}),
            ("https://badges.fablab.example:8443/x", {}),
            ("https://badges.fablab.example:99999/x", {}),
            ("https://[badges.fablab.example/x", {}),
            ("urn:uuid:1", {}),
            (BADGE, {"startsWith": "https://cdn.example/f/"}),
            ("https://cdn.example/g/1", {"startsWith": "https://cdn.example/f/"}),
            ("https://cdn.example.autre.example/f/1", {"startsWith": "https://cdn.example"}),
            ("https://cdn.example@autre.example/1", {"startsWith": "https://cdn.example"}),
            (BADGE, {"allowedOrigins": "cdn.example"}),
            ("https://cdn.example:8443/1", {"allowedOrigins": "cdn.example"}),
            (BADGE, {"startsWith": BADGE, "allowedOrigins": "cdn.example"}),
            (BADGE, {"startsWith": []}),
            (BADGE, {"startsWith": 5}),
            (BADGE, {"startsWith": [""]}),
            (BADGE, {"allowedOrigins": [None]}),
        ],
    )
    def test_outside(self, address, policy):
        with pytest.raises(HostedDiffers):
            self.within(address, **policy)

    @pytest.mark.parametrize("policy", ["hosted", [], 5])
    def test_a_rule_that_cannot_be_read_allows_nothing_more(self, policy):
        with pytest.raises(HostedDiffers):
            check_scope("https://autre.example/x", ISSUER, profile(verification=policy))


class TestOldest:
    """Open Badges 0.5: badge and issuer stand inside; the issuer is an origin."""

    def oldest(self, origin=HOST):
        return {
            "recipient": "camille@example.org",
            "issued_on": "2011-06-01",
            "badge": {
                "version": "0.5.0",
                "name": "Messagerie",
                "image": "/i.png",
                "description": "d",
                "criteria": "/c",
                "issuer": {"origin": origin, "name": "Fablab de Dole"},
            },
        }

    def confirmed(self, document, address=BADGE):
        credential = replace(received(document), hosted_at=address)
        return ob2_hosted.confirm(credential, fetch=Hosts({address: document}))

    def test_on_the_issuers_origin(self):
        answer = self.confirmed(self.oldest())

        assert answer.credential.open_badges == "0.5"
        assert answer.credential.issuer.id == HOST

    def test_on_another(self):
        with pytest.raises(HostedDiffers):
            self.confirmed(self.oldest("https://autre.example"))
