"""Tokens: three parts in one spelling, one algorithm per kind of key, and nothing clever."""

import hmac
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.errors import BadgeError, MalformedToken, ProofInvalid, ProofUnsupported, UnsafeJson
from shared.proofs import jws
from tests.shared.signers import SIGNERS, b64u, ed25519, p256, p384, pem, rsa_key, token

PAYLOAD = {"iss": "did:web:missionlocale.example", "name": "Écrire un courriel"}


def checked(text, key):
    compact = jws.read_compact(text)
    jws.check_header(compact)
    jws.verify(compact, key)
    return compact


@pytest.fixture(params=SIGNERS)
def signer(request):
    return SIGNERS[request.param]()


class TestSignature:
    def test_each_algorithm_holds_for_its_kind_of_key(self, signer):
        compact = checked(token(PAYLOAD, signer), signer.public)

        assert compact.payload == PAYLOAD
        assert compact.algorithm == signer.alg

    def test_no_letter_may_change(self, signer):
        text = token(PAYLOAD, signer)

        for place in range(0, len(text), 3):
            changed = text[:place] + ("B" if text[place] != "B" else "C") + text[place + 1 :]
            with pytest.raises(BadgeError):
                checked(changed, signer.public)

    def test_a_key_of_another_kind_is_another_key(self, signer):
        for other in SIGNERS.values():
            if other() is not signer:
                with pytest.raises(ProofInvalid):
                    checked(token(PAYLOAD, signer), other().public)

    @pytest.mark.parametrize("alg", ["EdDSA", "ES256", "ES384", "RS256"])
    def test_the_algorithm_goes_with_the_key_whatever_the_header_says(self, signer, alg):
        if alg != signer.alg:
            with pytest.raises(ProofInvalid):
                checked(token(PAYLOAD, signer, {"alg": alg}), signer.public)

    def test_the_signature_may_not_be_left_out(self, signer):
        with pytest.raises(ProofInvalid):
            checked(token(PAYLOAD, signer, signature=b""), signer.public)

    def test_what_the_program_makes_it_reads(self):
        key = ed25519().own
        text = jws.compact({"alg": "EdDSA", "typ": "JWT"}, PAYLOAD, key)

        assert checked(text, key.public).payload == PAYLOAD


class TestHeader:
    @pytest.mark.parametrize("alg", ["none", "None", "nOnE", "NONE", "", None, 5, [], {}, True])
    def test_no_algorithm_is_no_proof(self, alg):
        with pytest.raises(ProofInvalid):
            checked(token(PAYLOAD, ed25519(), {"alg": alg}), ed25519().public)

    @pytest.mark.parametrize("alg", ["HS256", "HS384", "HS512", "hs256"])
    @pytest.mark.parametrize(
        "secret",
        [
            lambda: pem(rsa_key().own).encode(),
            lambda: json.dumps(rsa_key().public.jwk()).encode(),
            lambda: rsa_key().public.raw,
        ],
    )
    def test_a_public_key_is_no_shared_secret(self, alg, secret):
        unsigned = token(PAYLOAD, rsa_key(), {"alg": alg}, signature=b"").rstrip(".")
        made = hmac.new(secret(), unsigned.encode(), "sha256").digest()

        with pytest.raises(ProofInvalid):
            checked(f"{unsigned}.{b64u(made)}", rsa_key().public)

    @pytest.mark.parametrize("alg", ["PS256", "RS384", "RS512", "ES512", "ES256K", "eddsa", "RS1"])
    def test_another_algorithm_is_unknown_and_not_false(self, alg):
        with pytest.raises(ProofUnsupported):
            checked(token(PAYLOAD, ed25519(), {"alg": alg}), ed25519().public)

    @pytest.mark.parametrize(
        "more",
        [
            {"crit": ["b64"], "b64": False},
            {"crit": ["exp"]},
            {"crit": []},
            {"b64": True},
            {"zip": "DEF"},
            {"enc": "A128GCM"},
            {"typ": "at+jwt"},
            {"typ": "secevent+jwt"},
            {"typ": 5},
            {"typ": ""},
        ],
    )
    def test_what_changes_the_meaning_of_a_signature_is_refused(self, more):
        with pytest.raises(ProofInvalid):
            checked(token(PAYLOAD, ed25519(), more), ed25519().public)

    @pytest.mark.parametrize(
        "typ", [None, "JWT", "jwt", "vc+jwt", "VC+JWT", "vp+jwt", "vc+ld+json+jwt", "JWS"]
    )
    def test_types_of_badges_are_taken(self, typ):
        checked(token(PAYLOAD, ed25519(), {"typ": typ}), ed25519().public)

    def test_a_kid_and_unknown_members_change_nothing(self):
        checked(token(PAYLOAD, ed25519(), {"kid": "x", "note": 1}), ed25519().public)


class TestForm:
    @pytest.mark.parametrize(
        "change",
        [
            lambda t: t.rsplit(".", 1)[0],
            lambda t: t + ".AA",
            lambda t: t + "~WyJhIl0~",
            lambda t: t + "=",
            lambda t: t.replace(".", ".\n", 1),
            lambda t: " " + t,
            lambda t: t.replace(".", "..", 1),
            lambda t: "",
            lambda t: "..",
            lambda t: t.rsplit(".", 1)[0] + ".+/",
            lambda t: t.rsplit(".", 1)[0] + ".QR",
            lambda t: "é" + t,
            lambda t: t + "A" * jws.MAX_JWS_LETTERS,
        ],
    )
    def test_there_is_one_spelling(self, change):
        text = token(PAYLOAD, ed25519())

        assert jws.read_compact(text).payload == PAYLOAD
        with pytest.raises(MalformedToken):
            jws.read_compact(change(text))

    @pytest.mark.parametrize(
        "part",
        [
            b"[]",
            b'"x"',
            b"1",
            b"null",
            b"{",
            b'{"a":1,"a":1}',
            b'{"a":NaN}',
            b'{"a":1e400}',
            b"\xff",
        ],
    )
    @pytest.mark.parametrize("place", [0, 1])
    def test_each_part_is_one_strict_object(self, part, place):
        parts = token(PAYLOAD, ed25519()).split(".")
        parts[place] = b64u(part)

        with pytest.raises(UnsafeJson):
            jws.read_compact(".".join(parts))

    def test_the_longest_token_is_read(self):
        short = token({"a": ""}, ed25519())
        room = (jws.MAX_JWS_LETTERS - len(short)) * 3 // 4 - 3
        text = token({"a": "x" * room}, ed25519())

        assert jws.MAX_JWS_LETTERS - 8 < len(text) <= jws.MAX_JWS_LETTERS
        assert len(jws.read_compact(text).payload["a"]) == room

    @given(st.text(alphabet="eyJABC_-.=~ é", max_size=60))
    def test_any_text_is_a_token_or_refused(self, text):
        with pytest.raises(BadgeError):
            jws.read_compact(text)


def test_nist_keys_sign_with_their_own_hash():
    assert p256().alg == "ES256"
    assert p384().alg == "ES384"
    with pytest.raises(ProofInvalid):
        checked(token(PAYLOAD, p384(), {"alg": "ES256"}), p256().public)
