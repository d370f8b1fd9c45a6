"""Signed OB 1 and 2: the key names its owner, and the owner names the key."""

import pytest

from shared.errors import ProofInvalid
from shared.issuer_keys import Bond
from shared.parsing import parse
from shared.proofs import jws, ob2_jws
from shared.tokens import token_of
from tests.shared.hosts import Hosts
from tests.shared.older_badges import (
    CLASS,
    HOST,
    ISSUER,
    KEY,
    assertion,
    badge_class,
    key_document,
    profile,
    site,
)
from tests.shared.signers import p256, pem, rsa_key, token

ELSEWHERE = "https://autre.example/key.json"


def signed(signer=None, **more):
    payload = assertion(
        **{"id": "urn:uuid:1", "verification": {"type": "SignedBadge", "creator": KEY}, **more}
    )
    return parse(token_of(token(payload, signer or rsa_key(), {"kid": None}), container="text"))


def asked(credential=None, **documents):
    others = documents.pop("others", {})
    hosts = Hosts(site(**documents)).but(others)
    return ob2_jws.named_key(credential or signed(), fetch=hosts)


class TestProven:
    @pytest.mark.parametrize(
        "listed",
        [
            KEY,
            [KEY],
            ["https://badges.fablab.example/old.json", KEY],
            {"id": KEY},
            KEY.replace("https://", "http://"),
        ],
    )
    def test_the_profile_lists_the_key_and_the_key_names_its_owner(self, listed):
        named = asked(issuer=profile(publicKey=listed))

        assert (named.bond, named.code, named.method) == (Bond.ISSUERS, "key.issuers", KEY)
        assert named.key == rsa_key().public

    def test_a_key_inside_the_profile_needs_no_look_up(self):
        named = asked(issuer=profile(publicKey=key_document()), key=404)

        assert (named.bond, named.key) == (Bond.ISSUERS, rsa_key().public)

    def test_without_creator_the_one_key_of_the_profile_is_meant(self):
        named = asked(signed(verification={"type": "SignedBadge"}))

        assert (named.bond, named.method) == (Bond.ISSUERS, KEY)

    def test_a_key_on_another_host_counts_when_the_profile_lists_it(self):
        named = asked(
            signed(verification={"type": "signed", "creator": ELSEWHERE}),
            issuer=profile(publicKey=[ELSEWHERE]),
            others={ELSEWHERE: key_document(id=ELSEWHERE)},
        )

        assert named.bond is Bond.ISSUERS

    def test_a_badge_class_may_stand_inside_the_badge(self):
        assert asked(signed(badge=badge_class()), badge_class=404).bond is Bond.ISSUERS

    def test_the_signature_holds_with_that_key(self):
        credential = signed()
        named = asked(credential)

        jws.verify(jws.read_compact(credential.jws), named.key)
        with pytest.raises(ProofInvalid):
            jws.verify(jws.read_compact(signed(rsa_key(2048, 2)).jws), named.key)


class TestNotTheIssuers:
    @pytest.mark.parametrize(
        ("documents", "why"),
        [
            ({"key": key_document(owner="https://autre.example/")}, "owner"),
            ({"key": key_document(owner=None)}, "owner"),
            ({"key": key_document(owner={"id": "https://autre.example/"})}, "owner"),
            ({"key": key_document(revoked="2026-01-01T00:00:00Z")}, "revoked"),
            ({"issuer": profile(publicKey=f"{HOST}/key2.json")}, "not-listed"),
        ],
    )
    def test_one_of_the_two_says_no(self, documents, why):
        named = asked(**documents)

        assert (named.bond, named.facts["why"]) == (Bond.NOT_ISSUERS, why)
        assert named.key == rsa_key().public

    def test_a_strangers_key_that_says_it_is_the_issuers(self):
        stranger = rsa_key(2048, 2)
        credential = signed(stranger, verification={"type": "SignedBadge", "creator": ELSEWHERE})
        lies = key_document(id=ELSEWHERE, publicKeyPem=pem(stranger.own))

        named = asked(credential, others={ELSEWHERE: lies})

        assert (named.bond, named.facts["why"]) == (Bond.NOT_ISSUERS, "not-listed")

    @pytest.mark.parametrize(
        "key",
        [key_document(publicKeyPem=None), key_document(publicKeyPem="x"), "-----BEGIN é"],
    )
    def test_a_key_that_is_none(self, key):
        named = asked(key=key)

        assert (named.bond, named.code, named.key) == (Bond.NOT_ISSUERS, "key.invalid", None)


class TestUnproven:
    def test_a_profile_that_lists_no_key(self):
        named = asked(issuer=profile(publicKey=None))

        assert (named.bond, named.key) == (Bond.UNPROVEN, rsa_key().public)

    @pytest.mark.parametrize("listed", [5, [5, None], {"owner": ISSUER}, []])
    def test_a_list_of_no_use(self, listed):
        assert asked(issuer=profile(publicKey=listed)).bond is Bond.UNPROVEN


class TestNotChecked:
    @pytest.mark.parametrize("trouble", [Hosts.DOWN, 404, 410, 500, "<html>"])
    @pytest.mark.parametrize("where", ["issuer", "badge_class"])
    def test_what_the_issuer_says_cannot_be_had(self, where, trouble):
        named = asked(**{where: trouble})

        assert (named.bond, named.code) == (Bond.NOT_CHECKED, "key.unavailable")
        assert named.key == rsa_key().public

    @pytest.mark.parametrize("trouble", [Hosts.DOWN, 404, "<html>", key_document(id=ELSEWHERE)])
    def test_the_key_cannot_be_had(self, trouble):
        named = asked(key=trouble)

        assert (named.bond, named.key) == (Bond.NOT_CHECKED, None)

    def test_nothing_can_be_had(self):
        named = ob2_jws.named_key(signed(), fetch=Hosts())

        assert (named.bond, named.key) == (Bond.NOT_CHECKED, None)

    @pytest.mark.parametrize(
        "documents",
        [
            {"issuer": profile(id="https://autre.example/issuer.json")},
            {"badge_class": badge_class(type="Assertion")},
            {"badge_class": badge_class(issuer=None)},
            {"issuer": profile(publicKey=[KEY] * 201)},
        ],
    )
    def test_what_the_issuer_says_is_of_no_use(self, documents):
        assert asked(**documents).bond is Bond.NOT_CHECKED

    @pytest.mark.parametrize("creator", ["urn:key:1", "file:///etc/passwd", "key.json"])
    def test_an_address_that_is_not_asked(self, creator):
        named = asked(signed(verification={"type": "SignedBadge", "creator": creator}))

        assert (named.bond, named.key) == (Bond.NOT_CHECKED, None)


class TestOpenBadges1:
    """A PEM at ``verify.url`` names no owner: it counts on the issuer's own origin only."""

    def old(self, url, signer=None):
        payload = {
            "uid": "1",
            "recipient": {"type": "email", "hashed": False, "identity": "camille@example.org"},
            "badge": CLASS,
            "issuedOn": "2015-04-30",
            "verify": {"type": "signed", "url": url},
        }
        return parse(token_of(token(payload, signer or rsa_key(), {"kid": None}), container="text"))

    def asked(self, url, document, **more):
        plain = {"name": "Fablab de Dole", "url": HOST}
        hosts = Hosts(site(issuer={**plain, **more})).but({url: document})
        return ob2_jws.named_key(self.old(url), fetch=hosts)

    def test_on_the_issuers_origin(self):
        url = f"{HOST}/public.pem"
        named = self.asked(url, pem(rsa_key().own))

        assert (named.bond, named.key) == (Bond.ISSUERS, rsa_key().public)

    @pytest.mark.parametrize(
        "url",
        [
            "https://autre.example/public.pem",
            "https://badges.fablab.example.autre.example/public.pem",
            "https://badges.fablab.example:8443/public.pem",
        ],
    )
    def test_on_another_origin(self, url):
        assert self.asked(url, pem(rsa_key().own)).bond is Bond.UNPROVEN

    def test_beside_a_profile_that_lists_others(self):
        url = f"{HOST}/public.pem"

        assert self.asked(url, pem(rsa_key().own), publicKey=KEY).bond is Bond.NOT_ISSUERS

    def test_a_curve_key_in_pem(self):
        url = f"{HOST}/public.pem"

        assert self.asked(url, pem(p256().own)).key == p256().public


class TestSeveralKeysAndNoCreator:
    """The issuer lists several keys and the badge names none: the one that signed is found."""

    OLD = f"{HOST}/old.json"
    NAMELESS = {"type": "SignedBadge"}  # noqa: RUF012 - the JSON of a badge

    def named(self, signer=None, **old):
        old_key = key_document(id=self.OLD, publicKeyPem=pem(rsa_key(2048, 2).own), **old)
        return asked(
            signed(signer, verification=self.NAMELESS),
            issuer=profile(publicKey=[self.OLD, KEY]),
            others={self.OLD: old_key},
        )

    @pytest.mark.parametrize(("signer", "address"), [(rsa_key(2048, 2), OLD), (rsa_key(), KEY)])
    def test_whichever_it_is(self, signer, address):
        named = self.named(signer)

        assert (named.bond, named.method) == (Bond.ISSUERS, address)

    def test_one_that_was_withdrawn_does_not_count(self):
        named = self.named(rsa_key(2048, 2), revoked="2026-01-01T00:00:00Z")

        assert (named.bond, named.facts["why"]) == (Bond.NOT_ISSUERS, "revoked")

    def test_when_none_signed_the_signature_is_of_nobody(self):
        credential = signed(rsa_key(2048, 3), verification=self.NAMELESS)
        named = self.named(rsa_key(2048, 3))

        with pytest.raises(ProofInvalid):
            jws.verify(jws.read_compact(credential.jws), named.key)

    @pytest.mark.parametrize("order", [(OLD, KEY), (KEY, OLD)])
    def test_one_that_is_not_had_might_have_been_it(self, order):
        named = asked(
            signed(rsa_key(2048, 3), verification=self.NAMELESS),
            issuer=profile(publicKey=list(order)),
            others={self.OLD: Hosts.DOWN},
        )

        assert (named.bond, named.key) == (Bond.NOT_CHECKED, None)

    def test_one_that_is_no_key_hides_no_other(self):
        broken = {"id": self.OLD, "owner": ISSUER, "publicKeyPem": "-----BEGIN"}

        named = asked(signed(verification=self.NAMELESS), issuer=profile(publicKey=[broken, KEY]))

        assert (named.bond, named.method) == (Bond.ISSUERS, KEY)
