"""Whose key: proven only where the issuer itself publishes it, for this, and still."""

import json
from datetime import timedelta

import pytest

from shared.dids import nothing_known
from shared.errors import ProofMalformed
from shared.issuer_keys import Bond, Issuer, key_named_by_header, key_named_by_proof
from shared.issuer_keys.tokens import MAX_JWKS_KEYS
from tests.shared.hosts import NOON, Hosts
from tests.shared.signers import b64u, did_key, ed25519, method_of, p256, rsa_key

DID = "did:web:missionlocale.example"
DID_URL = "https://missionlocale.example/.well-known/did.json"
SITE = "https://badges.example/emetteurs/7"
OURS, THEIRS = ed25519(), ed25519(8)
METADATA = "https://badges.example/.well-known/jwt-vc-issuer/emetteurs/7"
HOST_SET = "https://badges.example/.well-known/jwks.json"


def a_document(subject=DID, signer=OURS, **method):
    entry = {
        "id": f"{subject}#k1",
        "type": "Multikey",
        "controller": subject,
        "publicKeyMultibase": signer.public.multibase,
        **method,
    }
    return {"id": subject, "verificationMethod": [entry], "assertionMethod": [entry["id"]]}


def issuer(of=DID, hosts=None, **more):
    hosts = hosts if hosts is not None else Hosts({DID_URL: a_document()})
    return Issuer(id=of, fetch=hosts, now=more.pop("now", NOON), **more)


def a_set(*signers, kid="k1"):
    return {"keys": [{**one.public.jwk(), "kid": kid} for one in signers]}


class TestNamedByAProof:
    def test_the_issuers_own_did_publishes_it(self):
        named = key_named_by_proof(f"{DID}#k1", issuer())

        assert (named.bond, named.code) == (Bond.ISSUERS, "key.issuers")
        assert named.key == OURS.public

    def test_a_did_key_is_its_own_proof(self):
        named = key_named_by_proof(method_of(OURS), issuer(did_key(OURS), Hosts()))

        assert named.bond is Bond.ISSUERS

    def test_what_the_registry_knows_is_believed_before_the_network(self):
        hosts = Hosts({DID_URL: a_document(signer=THEIRS)})
        known = {DID: a_document()}.get

        named = key_named_by_proof(f"{DID}#k1", issuer(hosts=hosts, known=known))

        assert (named.bond, named.key, hosts.asked) == (Bond.ISSUERS, OURS.public, [])

    @pytest.mark.parametrize(
        ("method", "who"),
        [
            pytest.param(method_of(THEIRS), DID, id="another did"),
            pytest.param(f"{DID}#{THEIRS.public.multibase}", DID, id="a key after the sign #"),
            pytest.param(f"{DID}#k2", DID, id="a name that is not listed"),
            pytest.param(f"{did_key(OURS)}#{THEIRS.public.multibase}", did_key(OURS), id="did:key"),
            pytest.param(f"{DID}#k1", f"{DID}?service=x", id="an address built on a did"),
            pytest.param(f"{DID}#k1", f"{DID}:p:fablab", id="a did of the same host"),
        ],
    )
    def test_a_key_that_is_not_the_issuers(self, method, who):
        named = key_named_by_proof(method, issuer(who))

        assert (named.bond, named.code) == (Bond.NOT_ISSUERS, "key.not-issuers")

    def test_a_key_in_a_fragment_does_the_mathematics_and_proves_nobody(self):
        named = key_named_by_proof(f"{DID}#{THEIRS.public.multibase}", issuer())

        assert named.key == THEIRS.public
        assert named.bond is Bond.NOT_ISSUERS

    @pytest.mark.parametrize(
        "trouble", [Hosts.DOWN, 404, 500, "<html>", {"id": "did:web:x.example"}]
    )
    def test_a_document_that_cannot_be_had_says_nothing(self, trouble):
        named = key_named_by_proof(f"{DID}#k1", issuer(hosts=Hosts({DID_URL: trouble})))

        assert (named.bond, named.key) == (Bond.NOT_CHECKED, None)

    def test_an_unknown_method_says_nothing_either(self):
        named = key_named_by_proof("did:ebsi:zx#k1", issuer("did:ebsi:zx"))

        assert (named.bond, named.code) == (Bond.NOT_CHECKED, "key.did-method-unknown")

    def test_a_listed_key_that_is_none(self):
        hosts = Hosts({DID_URL: a_document(publicKeyMultibase="z6Mki")})
        named = key_named_by_proof(f"{DID}#k1", issuer(hosts=hosts))

        assert (named.bond, named.code, named.key) == (Bond.NOT_ISSUERS, "key.invalid", None)

    @pytest.mark.parametrize("who", ["urn:uuid:00000000-0000-4000-8000-000000000001", SITE, "x"])
    def test_nothing_ties_a_did_to_an_issuer_of_another_kind(self, who):
        named = key_named_by_proof(method_of(OURS), issuer(who))

        assert (named.bond, named.code) == (Bond.UNPROVEN, "key.unproven")
        assert named.key == OURS.public

    @pytest.mark.parametrize(
        "method",
        [
            "", "#k1", "k1", "urn:x#k1", "ftp://a.example#k1", "javascript:x",
            "did:web:a.example/x#k1", f"{DID}?x=1#k1", "did:key:z" + "6" * 60_000 + "#k",
        ],
    )  # fmt: skip
    def test_what_names_no_key(self, method):
        with pytest.raises(ProofMalformed):
            key_named_by_proof(method, issuer())

    def test_a_key_for_opening_sessions_awards_nothing(self):
        document = a_document() | {"assertionMethod": [], "authentication": [f"{DID}#k1"]}
        hosts = Hosts({DID_URL: document})

        assert key_named_by_proof(f"{DID}#k1", issuer(hosts=hosts)).bond is Bond.NOT_ISSUERS
        presenting = issuer(hosts=hosts, purpose="authentication")
        assert key_named_by_proof(f"{DID}#k1", presenting).bond is Bond.ISSUERS


class TestEnds:
    def asked(self, *, now=NOON, signed_at=None, **method):
        hosts = Hosts({DID_URL: a_document(**method)})
        return key_named_by_proof(f"{DID}#k1", issuer(hosts=hosts, now=now, signed_at=signed_at))

    def test_a_retired_key_keeps_the_badges_of_its_time(self):
        end = NOON - timedelta(days=30)
        text = "2026-10-23T12:00:00Z"

        assert self.asked(expires=text, signed_at=end).bond is Bond.ISSUERS
        late = self.asked(expires=text, signed_at=end + timedelta(seconds=1))
        assert (late.bond, late.facts["why"]) == (Bond.NOT_ISSUERS, "expired")

    def test_a_signature_without_a_date_is_of_today(self):
        assert self.asked(expires="2026-11-22T12:00:00Z").bond is Bond.ISSUERS
        assert self.asked(expires="2026-11-22T11:59:59Z").bond is Bond.NOT_ISSUERS

    def test_a_stolen_key_keeps_none(self):
        early = NOON - timedelta(days=300)
        stolen = self.asked(revoked="2026-11-22T12:00:00Z", signed_at=early)

        assert (stolen.bond, stolen.facts["why"]) == (Bond.NOT_ISSUERS, "revoked")
        assert self.asked(revoked="2026-11-22T12:00:01Z", signed_at=early).bond is Bond.ISSUERS


class TestAtAnAddress:
    def asked(self, document, method=f"{SITE}#k1", who=SITE):
        return key_named_by_proof(method, issuer(who, Hosts({SITE: document})))

    def test_the_issuers_own_address_publishes_it(self):
        assert self.asked(a_document(SITE)).bond is Bond.ISSUERS

    def test_an_address_with_a_query_is_an_address(self):
        site = f"{SITE}?v=3_0"
        hosts = Hosts({site: a_document(site)})

        named = key_named_by_proof(f"{site}#k1", issuer(site, hosts))

        assert named.bond is Bond.ISSUERS

    @pytest.mark.parametrize(
        "document",
        [
            pytest.param({"id": SITE, "name": "Fablab"}, id="a profile without keys"),
            pytest.param(a_document("https://autre.example/"), id="about another"),
            pytest.param("<html>", id="a web page"),
        ],
    )
    def test_a_profile_that_lists_no_key_leaves_the_issuer_unproven(self, document):
        method = f"{SITE}#{OURS.public.multibase}"
        named = self.asked(document, method)

        assert (named.bond, named.key) == (Bond.UNPROVEN, OURS.public)

    def test_a_key_at_another_address_leaves_the_issuer_unproven(self):
        hosts = Hosts({SITE: a_document(SITE)})
        method = f"https://autre.example/#{OURS.public.multibase}"

        named = key_named_by_proof(method, issuer(SITE, hosts))

        assert (named.bond, named.key, hosts.asked) == (Bond.UNPROVEN, OURS.public, [])

    def test_a_profile_that_lists_others(self):
        method = f"{SITE}#{THEIRS.public.multibase}"
        named = self.asked(a_document(SITE), method)

        assert (named.bond, named.key) == (Bond.NOT_ISSUERS, THEIRS.public)

    def test_two_keys_of_one_name(self):
        document = a_document(SITE)
        document["verificationMethod"] += a_document(SITE, THEIRS)["verificationMethod"]

        assert self.asked(document).bond is Bond.NOT_ISSUERS

    def test_a_host_that_is_down(self):
        named = self.asked(Hosts.DOWN, f"{SITE}#{OURS.public.multibase}")

        assert (named.bond, named.key) == (Bond.NOT_CHECKED, OURS.public)


class TestNamedByAHeader:
    @pytest.mark.parametrize("kid", [f"{DID}#k1", "k1", "#k1", DID, "", None])
    def test_a_kid_names_a_key_of_the_issuers_did(self, kid):
        named = key_named_by_header({} if kid is None else {"kid": kid}, issuer())

        assert (named.bond, named.key) == (Bond.ISSUERS, OURS.public)

    @pytest.mark.parametrize(
        "kid", [method_of(THEIRS), "k2", "../../etc/passwd", "x' UNION SELECT 'k'--", "a\0b"]
    )
    def test_a_kid_that_is_not_the_issuers(self, kid):
        assert key_named_by_header({"kid": kid}, issuer()).bond is Bond.NOT_ISSUERS

    def test_a_kid_on_another_host_is_not_even_asked_for(self):
        hosts = Hosts({DID_URL: a_document()})
        named = key_named_by_header({"kid": "http://169.254.169.254/k"}, issuer(hosts=hosts))

        assert (named.bond, named.key, hosts.asked) == (Bond.UNPROVEN, None, [])

    @pytest.mark.parametrize("kid", [5, [], {}, True])
    def test_a_kid_is_a_text(self, kid):
        with pytest.raises(ProofMalformed):
            key_named_by_header({"kid": kid}, issuer())

    @pytest.mark.parametrize("name", ["jku", "x5u"])
    def test_a_token_may_not_say_where_its_key_is(self, name):
        hosts = Hosts({DID_URL: a_document(), "https://autre.example/k": a_set(THEIRS)})

        key_named_by_header({name: "https://autre.example/k", "kid": "k1"}, issuer(hosts=hosts))

        assert hosts.asked == [DID_URL]

    def test_nobody_knows_an_issuer_that_is_no_address(self):
        assert key_named_by_header({"kid": "k1"}, issuer("urn:uuid:1")).bond is Bond.UNPROVEN


class TestBroughtAlong:
    @pytest.mark.parametrize("kid", [None, "autre"])
    def test_a_key_that_the_issuers_did_lists_too(self, kid):
        header = {"jwk": OURS.public.jwk(), "kid": kid}

        assert key_named_by_header(header, issuer()).bond is Bond.ISSUERS

    def test_a_key_that_it_does_not_list(self):
        named = key_named_by_header({"jwk": THEIRS.public.jwk()}, issuer())

        assert (named.bond, named.key) == (Bond.NOT_ISSUERS, THEIRS.public)

    def test_a_listed_key_may_have_ended(self):
        hosts = Hosts({DID_URL: a_document(revoked="2026-01-01T00:00:00Z")})

        named = key_named_by_header({"jwk": OURS.public.jwk()}, issuer(hosts=hosts))

        assert named.bond is Bond.NOT_ISSUERS

    def test_a_key_listed_for_something_else(self):
        hosts = Hosts({DID_URL: a_document() | {"assertionMethod": []}})

        named = key_named_by_header({"jwk": OURS.public.jwk()}, issuer(hosts=hosts))

        assert named.bond is Bond.NOT_ISSUERS

    def test_a_document_that_cannot_be_had(self):
        named = key_named_by_header({"jwk": OURS.public.jwk()}, issuer(hosts=Hosts()))

        assert (named.bond, named.key) == (Bond.NOT_CHECKED, OURS.public)

    @pytest.mark.parametrize("document", [{"id": DID}, {"id": DID, "verificationMethod": None}])
    def test_a_document_without_keys(self, document):
        hosts = Hosts({DID_URL: document})

        named = key_named_by_header({"jwk": OURS.public.jwk()}, issuer(hosts=hosts))

        assert named.bond is Bond.NOT_ISSUERS

    def test_a_key_of_nobody(self):
        assert key_named_by_header({"jwk": OURS.public.jwk()}, issuer("x")).bond is Bond.UNPROVEN

    @pytest.mark.parametrize(
        "jwk", [None, "x", [], {}, {"kty": "oct", "k": "AA"}, OURS.public.jwk() | {"d": "AA"}]
    )
    def test_what_is_no_public_key(self, jwk):
        with pytest.raises(ProofMalformed):
            key_named_by_header({"jwk": jwk}, issuer())

    @pytest.mark.parametrize("who", [f"{DID}?x=1", "did:web:", "did:key:z" + "6" * 60_000])
    def test_an_issuer_that_is_no_plain_did(self, who):
        with pytest.raises(ProofMalformed):
            key_named_by_header({"jwk": OURS.public.jwk()}, issuer(who))


class TestSets:
    """An issuer at an https address publishes its keys in a set on its own host."""

    def asked(self, documents, header=None, who=SITE):
        return key_named_by_header(header or {"kid": "k1"}, issuer(who, Hosts(documents)))

    @pytest.mark.parametrize(
        "documents",
        [
            pytest.param({METADATA: {"issuer": SITE, "jwks": a_set(rsa_key())}}, id="its own set"),
            pytest.param(
                {METADATA: {"issuer": SITE, "jwks_uri": "https://badges.example/k"},
                 "https://badges.example/k": a_set(rsa_key())}, id="a set it links to"),
            pytest.param({HOST_SET: a_set(rsa_key())}, id="the set of its host"),
            pytest.param({HOST_SET: {"keys": [*a_set(p256(), kid="k2")["keys"],
                                              *a_set(rsa_key())["keys"]]}}, id="one of several"),
        ],
    )  # fmt: skip
    def test_a_key_in_a_set(self, documents):
        by_name = self.asked(documents)
        brought = self.asked(documents, {"jwk": rsa_key().public.jwk()})

        assert by_name.bond is brought.bond is Bond.ISSUERS
        assert by_name.key == brought.key == rsa_key().public

    @pytest.mark.parametrize(
        "documents",
        [
            pytest.param({METADATA: {"issuer": "https://badges.example/emetteurs/8",
                                     "jwks": a_set(rsa_key())}}, id="of another issuer"),
            pytest.param({METADATA: {"jwks": a_set(rsa_key())}}, id="of nobody"),
            pytest.param({HOST_SET: a_set(rsa_key(), kid="k2")}, id="under another name"),
            pytest.param({HOST_SET: {"keys": "x"}}, id="no set"),
            pytest.param({HOST_SET: {"keys": [5, None, {"kid": "k1"}]}}, id="no keys"),
            pytest.param({HOST_SET: {"keys": a_set(rsa_key())["keys"] * (MAX_JWKS_KEYS + 1)}},
                         id="too many"),
        ],
    )  # fmt: skip
    def test_no_key_in_a_set(self, documents):
        assert self.asked(documents).bond in (Bond.UNPROVEN, Bond.NOT_CHECKED)

    def test_as_many_keys_as_years_of_rotation(self):
        keys = a_set(p256(), kid="x")["keys"] * (MAX_JWKS_KEYS - 1) + a_set(rsa_key())["keys"]

        assert self.asked({HOST_SET: {"keys": keys}}).bond is Bond.ISSUERS

    def test_a_key_brought_along_that_no_set_has(self):
        named = self.asked({HOST_SET: a_set(rsa_key())}, {"jwk": p256().public.jwk(), "kid": "k1"})

        assert (named.bond, named.key) == (Bond.UNPROVEN, p256().public)

    @pytest.mark.parametrize("header", [{"kid": None}, {"kid": ""}])
    def test_a_token_that_names_no_key(self, header):
        named = self.asked({HOST_SET: a_set(rsa_key(), kid="")}, header)

        assert (named.bond, named.key) == (Bond.UNPROVEN, None)

    @pytest.mark.parametrize("trouble", [Hosts.DOWN, 500])
    def test_a_host_that_is_down(self, trouble):
        named = self.asked({METADATA: trouble, HOST_SET: trouble})

        assert (named.bond, named.code) == (Bond.NOT_CHECKED, "key.unavailable")

    def test_only_the_issuers_host_is_asked(self):
        hosts = Hosts({HOST_SET: a_set(rsa_key())})
        key_named_by_header({"kid": "https://autre.example/keys#1"}, issuer(SITE, hosts))

        assert {url.split("/")[2] for url in hosts.asked} == {"badges.example"}

    def test_a_kid_in_the_issuers_own_document(self):
        hosts = Hosts({SITE: a_document(SITE)})

        assert key_named_by_header({"kid": f"{SITE}#k1"}, issuer(SITE, hosts)).bond is Bond.ISSUERS

    def test_an_issuer_whose_address_readers_split_in_two_ways(self):
        assert self.asked({}, who="https://[badges.example").bond is Bond.UNPROVEN


def test_a_did_jwk_is_its_own_proof():
    did = "did:jwk:" + b64u(json.dumps(p256().public.jwk()).encode())

    named = key_named_by_header({"kid": f"{did}#0"}, issuer(did, Hosts()))

    assert (named.bond, named.key) == (Bond.ISSUERS, p256().public)
    assert nothing_known(did) is None
