"""DIDs: an identifier gives its own document, or none; a key counts only where it is listed."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.dids import MAX_DID_LETTERS, is_did, resolve, web
from shared.dids.methods import MAX_METHODS, find_method, key_of
from shared.errors import (
    DidDocumentInvalid,
    DidMethodUnknown,
    KeyInvalid,
    KeyNotIssuers,
    KeyUnavailable,
)
from shared.fetching import Redirects
from shared.multibase import multibase_encode
from tests.shared.hosts import Hosts
from tests.shared.signers import SIGNERS, b64u, did_key, ed25519, method_of, p256, pem, rsa_key

DID = "did:web:missionlocale.example"
URL = "https://missionlocale.example/.well-known/did.json"
ASSERTION = "assertionMethod"


def a_document(did=DID, key=None, *, method=None, **more):
    method = method or f"{did}#k1"
    key = key or {"publicKeyMultibase": ed25519().public.multibase}
    return {
        "id": did,
        "verificationMethod": [{"id": method, "type": "Multikey", "controller": did, **key}],
        "assertionMethod": [method],
        **more,
    }


class TestIdentifiers:
    @pytest.mark.parametrize(
        "did",
        ["did:web:a.example", "did:key:z6Mk", "did:web:a.example%3A8443:p:b", "did:ebsi:1_-."],
    )
    def test_plain_dids(self, did):
        assert is_did(did)

    @pytest.mark.parametrize(
        "did",
        [
            "", "did", "did:", "did:web", "did:web:", "did:WEB:a", "did:web:a/b", "did:web:a?x=1",
            "did:web:a#k", "did:web:a b", "did:web:a\n", "https://a.example", " did:web:a",
            "did:web:é",
        ],
    )  # fmt: skip
    def test_anything_else_is_none(self, did):
        assert not is_did(did)
        with pytest.raises(DidDocumentInvalid):
            resolve(did, fetch=Hosts())

    def test_a_did_has_a_longest_form(self):
        longest = "did:web:" + "a" * (MAX_DID_LETTERS - 8)

        assert is_did(longest)
        assert not is_did(longest + "a")

    @pytest.mark.parametrize("did", ["did:ebsi:zx", "did:ion:EiA", "did:evil:123", "did:tdw:x"])
    def test_an_unknown_method_is_unknown_and_not_false(self, did):
        with pytest.raises(DidMethodUnknown):
            resolve(did, fetch=Hosts())

    def test_what_is_known_beforehand_is_not_asked_for(self):
        hosts, known = Hosts(), a_document()

        assert resolve(DID, fetch=hosts, known={DID: known}.get) is known
        assert hosts.asked == []

    def test_what_is_not_known_is_asked_for(self):
        hosts = Hosts({URL: a_document()})

        assert resolve(DID, fetch=hosts, known={}.get) == a_document()


class TestDidKey:
    @pytest.mark.parametrize("kind", SIGNERS)
    def test_the_identifier_is_the_key(self, kind):
        signer = SIGNERS[kind]()
        document = resolve(did_key(signer), fetch=Hosts())

        for purpose in (ASSERTION, "authentication"):
            assert find_method(document, method_of(signer), purpose=purpose).key == signer.public

    def test_the_fragment_may_be_left_out(self):
        did = did_key(ed25519())
        document = resolve(did, fetch=Hosts())

        assert find_method(document, did, purpose=ASSERTION).id == method_of(ed25519())

    def test_the_fragment_may_not_be_another_key(self):
        did, other = did_key(ed25519()), ed25519(8).public.multibase
        document = resolve(did, fetch=Hosts())

        with pytest.raises(KeyNotIssuers):
            find_method(document, f"{did}#{other}", purpose=ASSERTION)

    def test_the_base64url_spelling_is_a_did_of_its_own(self):
        text = "u" + b64u(b"\xed\x01" + ed25519().public.raw)
        document = resolve(f"did:key:{text}", fetch=Hosts())

        assert find_method(document, f"did:key:{text}#{text}", purpose=ASSERTION).key == (
            ed25519().public
        )

    @pytest.mark.parametrize(
        "text", ["z6Mki", "6MkiTBz1ymuepAQ4HEHYSF1H8qu", "z" + "6" * 2000, "zQ3shokFTS3brHc", "x"]
    )
    def test_an_identifier_that_is_no_key(self, text):
        with pytest.raises(KeyInvalid):
            resolve(f"did:key:{text}", fetch=Hosts())


class TestDidJwk:
    def did(self, **more):
        return "did:jwk:" + b64u(json.dumps({**p256().public.jwk(), **more}).encode())

    def test_the_identifier_is_the_jwk(self):
        document = resolve(self.did(), fetch=Hosts())
        found = find_method(document, f"{self.did()}#0", purpose=ASSERTION)

        assert found.key == p256().public

    def test_a_key_for_encryption_signs_nothing(self):
        did = self.did(use="enc")

        with pytest.raises(KeyNotIssuers):
            find_method(resolve(did, fetch=Hosts()), f"{did}#0", purpose=ASSERTION)

    def test_a_secret_in_the_open_is_no_key(self):
        with pytest.raises(KeyInvalid):
            resolve(self.did(d="AA"), fetch=Hosts())

    @pytest.mark.parametrize(
        "text", ["", "e30", "W10", "eyJ", "eyJrdHkiOiJFQyJ9", "e30-_", "A" * 99]
    )
    def test_an_identifier_that_is_no_jwk(self, text):
        with pytest.raises((KeyInvalid, DidDocumentInvalid)):
            resolve(f"did:jwk:{text}", fetch=Hosts())


class TestDidWeb:
    @pytest.mark.parametrize(
        ("did", "url"),
        [
            ("did:web:a.example", "https://a.example/.well-known/did.json"),
            ("did:web:a.example:p:fablab", "https://a.example/p/fablab/did.json"),
            ("did:web:a.example%3A8443", "https://a.example:8443/.well-known/did.json"),
            ("did:web:a-b.example:x_y~z.1", "https://a-b.example/x_y~z.1/did.json"),
        ],
    )
    def test_the_address_of_its_document(self, did, url):
        assert web.document_url(did) == url

    @pytest.mark.parametrize(
        "did",
        [
            "did:web:localhost", "did:web:A.example", "did:web:a.example.", "did:web:-a.example",
            "did:web:a..example", "did:web:a.example::x", "did:web:a.example:..:admin",
            "did:web:a.example:.x", "did:web:a.example%2Fu", "did:web:a.example%40evil.example",
            "did:web:%5B%3A%3A1%5D", "did:web:2130706433", "did:web:a.example%3A",
            "did:web:a.example%3Ax", "did:web:a.example%3A123456", "did:web:a.example:x%2F..",
            "did:web:" + "a." * 150 + "example",
        ],
    )  # fmt: skip
    def test_odd_hosts_and_paths_are_never_asked(self, did):
        hosts = Hosts()

        with pytest.raises(DidDocumentInvalid):
            resolve(did, fetch=hosts)
        assert hosts.asked == []

    def test_the_document_is_about_the_did_and_no_redirect_leads_to_it(self):
        hosts = Hosts({URL: a_document()})

        assert resolve(DID, fetch=hosts) == a_document()
        assert hosts.redirects == [Redirects.NONE]

    @pytest.mark.parametrize(
        "body",
        ["<html>", "[]", "", '{"id": "a", "id": "b"}', a_document("did:web:autre.example"), {}],
    )
    def test_another_document_is_none(self, body):
        with pytest.raises(DidDocumentInvalid):
            resolve(DID, fetch=Hosts({URL: body}))

    @pytest.mark.parametrize("trouble", [Hosts.DOWN, 404, 410, 500])
    def test_a_host_that_does_not_give_it(self, trouble):
        with pytest.raises(KeyUnavailable) as failed:
            resolve(DID, fetch=Hosts({URL: trouble}))
        assert failed.value.facts["host"] == "missionlocale.example"


class TestMethods:
    @pytest.mark.parametrize(
        "key",
        [
            {"publicKeyMultibase": ed25519().public.multibase},
            {"publicKeyJwk": p256().public.jwk()},
            {"publicKeyBase58": multibase_encode(ed25519().public.raw)[1:]},
            {"publicKeyPem": pem(p256().own)},
            {"publicKeyMultibase": p256().public.multibase, "publicKeyJwk": p256().public.jwk()},
        ],
    )
    def test_a_key_in_every_spelling(self, key):
        found = find_method(a_document(key=key), f"{DID}#k1", purpose=ASSERTION)

        assert found.key in (ed25519().public, p256().public)
        assert found.controller == DID

    @pytest.mark.parametrize(
        "key",
        [
            {"publicKeyMultibase": None},
            {"publicKeyJwk": "x"},
            {"publicKeyPem": 5},
            {"publicKeyHex": "00"},
            {"publicKeyMultibase": ed25519().public.multibase, "publicKeyJwk": p256().public.jwk()},
            {"publicKeyMultibase": ed25519().public.multibase, "privateKeyMultibase": "z3u2"},
            {"publicKeyMultibase": ed25519().public.multibase, "secretKeyMultibase": "z3u2"},
            {"publicKeyMultibase": ed25519().public.multibase, "privateKeyJwk": {}},
        ],
    )
    def test_no_key_two_keys_or_a_secret_published(self, key):
        with pytest.raises(KeyInvalid):
            key_of(key)

    def test_a_relative_name_is_of_its_document(self):
        document = a_document(method="#k1")

        assert find_method(document, f"{DID}#k1", purpose=ASSERTION).id == f"{DID}#k1"

    def test_a_method_may_stand_within_its_purpose(self):
        entry = a_document()["verificationMethod"][0]
        document = {"id": DID, "assertionMethod": [entry]}

        assert find_method(document, f"{DID}#k1", purpose=ASSERTION).key == ed25519().public
        with pytest.raises(KeyNotIssuers):
            find_method(document, f"{DID}#k1", purpose="authentication")

    @pytest.mark.parametrize(
        ("changes", "why"),
        [
            ({"assertionMethod": []}, "purpose"),
            ({"assertionMethod": None}, "purpose"),
            ({"assertionMethod": [], "authentication": [f"{DID}#k1"]}, "purpose"),
            ({"assertionMethod": [f"{DID}#k2"]}, "purpose"),
            ({"verificationMethod": []}, "not-listed"),
            ({"verificationMethod": None}, "not-listed"),
            ({"verificationMethod": ["x", 5]}, "not-listed"),
        ],
    )
    def test_a_key_that_is_not_published_for_this(self, changes, why):
        with pytest.raises(KeyNotIssuers) as refused:
            find_method(a_document(**changes), f"{DID}#k1", purpose=ASSERTION)
        assert refused.value.facts["why"] == why

    @pytest.mark.parametrize("controller", ["did:web:autre.example", None, [DID], ""])
    def test_a_key_under_another_controller(self, controller):
        with pytest.raises(KeyNotIssuers):
            find_method(a_document(key={
                "publicKeyMultibase": ed25519().public.multibase, "controller": controller,
            }), f"{DID}#k1", purpose=ASSERTION)  # fmt: skip

    def test_two_keys_of_one_name(self):
        document = a_document()
        twin = {
            **document["verificationMethod"][0],
            "publicKeyMultibase": ed25519(8).public.multibase,
        }
        document["verificationMethod"].append(twin)

        with pytest.raises(KeyNotIssuers):
            find_method(document, f"{DID}#k1", purpose=ASSERTION)

    def test_the_same_key_twice_is_one(self):
        document = a_document()
        document["assertionMethod"] = [document["verificationMethod"][0]]

        assert find_method(document, f"{DID}#k1", purpose=ASSERTION).key == ed25519().public

    def test_without_fragment_the_only_key_is_meant(self):
        assert find_method(a_document(), DID, purpose=ASSERTION).id == f"{DID}#k1"
        with pytest.raises(KeyNotIssuers):
            find_method(a_document(assertionMethod=[]), DID, purpose=ASSERTION)

    def test_without_fragment_nobody_says_which_of_two(self):
        document = a_document()
        other = a_document(method=f"{DID}#k2")
        document["verificationMethod"] += other["verificationMethod"]
        document["assertionMethod"] += other["assertionMethod"]

        with pytest.raises(KeyNotIssuers):
            find_method(document, DID, purpose=ASSERTION)

    def test_ends_are_read(self):
        key = {
            "publicKeyMultibase": ed25519().public.multibase,
            "expires": "2026-06-01T00:00:00Z",
            "revoked": "2026-07-01T00:00:00Z",
        }
        found = find_method(a_document(key=key), f"{DID}#k1", purpose=ASSERTION)

        assert (found.expires.month, found.revoked.month) == (6, 7)

    @pytest.mark.parametrize("name", ["expires", "revoked"])
    @pytest.mark.parametrize("value", ["bientôt", True, 5, ""])
    def test_an_end_that_cannot_be_read_is_not_no_end(self, name, value):
        key = {"publicKeyMultibase": ed25519().public.multibase, name: value}

        with pytest.raises(DidDocumentInvalid):
            find_method(a_document(key=key), f"{DID}#k1", purpose=ASSERTION)

    def test_as_many_keys_as_a_partner_has(self):
        entry = a_document()["verificationMethod"]

        def many(number):
            return a_document(verificationMethod=entry + [{"id": "#x"}] * (number - 1))

        assert find_method(many(MAX_METHODS), f"{DID}#k1", purpose=ASSERTION)
        with pytest.raises(DidDocumentInvalid):
            find_method(many(MAX_METHODS + 1), f"{DID}#k1", purpose=ASSERTION)

    @given(
        st.recursive(
            st.none() | st.integers() | st.text(),
            lambda inner: (
                st.lists(inner)
                | st.dictionaries(
                    st.sampled_from(["id", "controller", "publicKeyMultibase"]), inner
                )
            ),
        )
    )
    def test_any_document_gives_a_key_or_a_reason(self, value):  # fmt: skip
        document = {"id": DID, "verificationMethod": value, "assertionMethod": value}
        for address in (f"{DID}#k1", DID):
            with pytest.raises((KeyNotIssuers, DidDocumentInvalid, KeyInvalid)):
                find_method(document, address, purpose=ASSERTION)


def test_an_rsa_key_is_named_by_a_did_too():
    assert is_did(did_key(rsa_key()))
