"""Keys: read in every spelling in use, and refused when they could vouch for anything."""

import json
from contextlib import suppress

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed448, ed25519
from hypothesis import given
from hypothesis import strategies as st

from shared.errors import KeyInvalid, ProofInvalid
from shared.keys import KeyKind, PublicKey, SigningKey
from shared.multibase import multibase_encode
from tests.shared.signers import SIGNERS, Rsa, b64u, p256, p384, pem, rsa_key
from tests.shared.signers import ed25519 as ed

L = 2**252 + 27742317777372353535851937790883648493
"""Order of the group of Ed25519 (RFC 8032 §5.1)."""
P = 2**255 - 19
ORDER_P256 = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551

SMALL_ORDER = [
    "0100000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000080",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
]
"""Points for which one signature fits many texts (RFC 7748 §6.1 and its Edwards twins)."""


@pytest.fixture(params=SIGNERS)
def signer(request):
    return SIGNERS[request.param]()


class TestSpellings:
    def test_a_key_is_one_in_multikey_jwk_and_pem(self, signer):
        key = signer.public

        assert PublicKey.from_multibase(key.multibase) == key
        assert PublicKey.from_jwk(key.jwk()) == key

    def test_base64url_multikey_is_the_same_key(self):
        key = ed().public

        assert PublicKey.from_multibase("u" + b64u(b"\xed\x01" + key.raw)) == key

    def test_base58_of_2018_has_no_prefix(self):
        key = ed().public
        bare = multibase_encode(key.raw)[1:]

        assert PublicKey.from_base58(bare) == key

    def test_multikey_begins_as_published(self):
        assert ed().public.multibase.startswith("z6Mk")
        assert p256().public.multibase.startswith("zDn")
        assert p384().public.multibase.startswith("z82")

    def test_a_certificate_gives_its_key(self, today):
        private = p256().own
        name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Mission locale")])
        certificate = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(name)
            .public_key(private.public_key())
            .serial_number(1)
            .not_valid_before(today)
            .not_valid_after(today.replace(year=2027))
            .sign(private, hashes.SHA256())
        )
        text = certificate.public_bytes(serialization.Encoding.PEM).decode()

        assert PublicKey.from_pem(text) == p256().public

    def test_ed25519_is_read_from_pem_too(self):
        private = ed25519.Ed25519PrivateKey.from_private_bytes(ed().own.seed)

        assert PublicKey.from_pem(pem(private)) == ed().public


class TestTheGate:
    @pytest.mark.parametrize("point", SMALL_ORDER)
    def test_points_of_small_order_are_no_keys(self, point):
        with pytest.raises(KeyInvalid):
            PublicKey.from_multibase(multibase_encode(b"\xed\x01" + bytes.fromhex(point)))

    @pytest.mark.parametrize("y", range(P, 2**255, 3))
    def test_a_second_spelling_of_a_point_is_none(self, y):
        with pytest.raises(KeyInvalid):
            PublicKey.from_jwk(
                {"kty": "OKP", "crv": "Ed25519", "x": b64u(y.to_bytes(32, "little"))}
            )

    def test_a_point_off_the_curve_is_no_key(self):
        off = (2).to_bytes(32, "little")
        with pytest.raises(KeyInvalid):
            PublicKey.from_jwk({"kty": "OKP", "crv": "Ed25519", "x": b64u(off)})

    @pytest.mark.parametrize("signer", [ed, p256, p384])
    @pytest.mark.parametrize("change", [lambda raw: raw[:-1], lambda raw: raw + b"\0"])
    def test_one_byte_less_or_more_is_no_key(self, signer, change):
        whole = signer().public
        raw = {
            KeyKind.ED25519: b"\xed\x01",
            KeyKind.P256: b"\x80\x24",
            KeyKind.P384: b"\x81\x24",
        }[whole.kind] + whole.raw

        assert PublicKey.from_multibase(multibase_encode(raw)) == whole
        with pytest.raises(KeyInvalid):
            PublicKey.from_multibase(multibase_encode(change(raw)))

    @pytest.mark.parametrize("signer", [p256, p384])
    def test_a_point_off_a_nist_curve_is_no_key(self, signer):
        jwk = signer().public.jwk()
        jwk["y"] = jwk["x"]
        with pytest.raises(KeyInvalid):
            PublicKey.from_jwk(jwk)

    def test_the_numbers_of_one_curve_are_none_of_another(self):
        with pytest.raises(KeyInvalid):
            PublicKey.from_jwk({**p256().public.jwk(), "crv": "P-384"})

    @pytest.mark.parametrize("codec", [b"\xec\x01", b"\xe7\x01", b"\xeb\x01", b"", b"\xed"])
    def test_keys_of_other_uses_are_none(self, codec):
        with pytest.raises(KeyInvalid):
            PublicKey.from_multibase(multibase_encode(codec + ed().public.raw))

    @pytest.mark.parametrize("text", ["", "z", "u", "f00", "z0OIl", "6MkiTBz1", "z" + "6" * 60_000])
    def test_what_is_no_multibase_is_no_key(self, text):
        with pytest.raises(KeyInvalid):
            PublicKey.from_multibase(text)

    def test_rsa_of_2048_bits_is_the_shortest(self):
        assert rsa_key().public.kind is KeyKind.RSA
        short = Rsa(2040)
        with pytest.raises(KeyInvalid):
            short.public  # noqa: B018 - reading it is the act
        numbers = short.own.public_key().public_numbers()
        jwk = {"kty": "RSA", "n": b64u(numbers.n.to_bytes(255, "big")), "e": "AQAB"}
        with pytest.raises(KeyInvalid):
            PublicKey.from_jwk(jwk)

    @pytest.mark.parametrize("exponent", [0, 1, 2, 4, 2**64 + 1])
    def test_rsa_exponents_that_prove_nothing_are_refused(self, exponent):
        raw = exponent.to_bytes(9, "big").lstrip(b"\0") or b"\0"
        with pytest.raises(KeyInvalid):
            PublicKey.from_jwk({**rsa_key().public.jwk(), "e": b64u(raw)})

    @pytest.mark.parametrize(
        "members",
        [
            {"d": "AA"},
            {"k": "AA"},
            {"use": "enc"},
            {"key_ops": ["sign"]},
            {"key_ops": "verify"},
            {"key_ops": 1},
            {"x": 5},
            {"x": None},
            {"crv": "X25519"},
            {"crv": ["Ed25519"]},
            {"kty": "oct"},
            {"kty": {}},
        ],
    )
    def test_a_jwk_that_is_secret_or_for_something_else_is_refused(self, members):
        jwk = {**ed().public.jwk(), "use": "sig", "key_ops": ["verify"]}

        assert PublicKey.from_jwk(jwk) == ed().public
        with pytest.raises(KeyInvalid):
            PublicKey.from_jwk(jwk | members)

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----",
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
            "clé",
            "A" * 20_000,
            pem(ec.derive_private_key(5, ec.SECP256K1())),
            pem(ed448.Ed448PrivateKey.generate()),
        ],
    )
    def test_other_pem_is_no_key(self, text):
        with pytest.raises(KeyInvalid):
            PublicKey.from_pem(text)

    @given(
        st.dictionaries(
            st.sampled_from(["kty", "crv", "x", "y", "n", "e", "use"]),
            st.none() | st.integers() | st.text() | st.lists(st.text()),
        )
    )
    def test_any_jwk_is_a_key_or_refused(self, jwk):
        with suppress(KeyInvalid):  # anything else would be a crash
            assert PublicKey.from_jwk(jwk).kind in KeyKind


class TestSignatures:
    def test_a_signature_holds_for_its_message_and_key_only(self, signer):
        signature = signer.sign(b"badge")
        other = {"Ed25519": lambda: ed(8), "P-256": lambda: p256(12), "P-384": lambda: p384(14),
                 "RSA": lambda: rsa_key(2048, 2)}[signer.public.kind]()  # fmt: skip

        signer.public.verify(signature, b"badge")
        for key, message in ((other.public, b"badge"), (signer.public, b"badgf")):
            with pytest.raises(ProofInvalid):
                key.verify(signature, message)

    def test_no_byte_of_a_signature_may_change(self, signer):
        signature = signer.sign(b"badge")

        for place in range(len(signature)):
            changed = bytearray(signature)
            changed[place] ^= 1 << place % 8
            with pytest.raises(ProofInvalid):
                signer.public.verify(bytes(changed), b"badge")

    @pytest.mark.parametrize("change", [lambda s: b"", lambda s: s[:-1], lambda s: s + b"\0",
                                        lambda s: bytes(len(s)), lambda s: s + s])  # fmt: skip
    def test_another_length_or_zeros_are_no_signature(self, signer, change):
        with pytest.raises(ProofInvalid):
            signer.public.verify(change(signer.sign(b"badge")), b"badge")

    def test_a_signature_of_ed25519_has_one_form(self):
        signature = ed().sign(b"badge")
        second = int.from_bytes(signature[32:], "little") + L

        with pytest.raises(ProofInvalid):
            ed().public.verify(signature[:32] + second.to_bytes(32, "little"), b"badge")

    @pytest.mark.parametrize("make", [p256, p384])
    def test_a_number_with_a_zero_in_front_is_another_spelling(self, make):
        """The same two numbers: only the length of the whole tells it apart."""
        signature = make().sign(b"badge")
        half = len(signature) // 2

        with pytest.raises(ProofInvalid):
            make().public.verify(signature[:half] + b"\0" + signature[half:], b"badge")

    def test_numbers_past_the_order_of_the_curve_are_no_signature(self):
        signature = p256().sign(b"badge")
        r = int.from_bytes(signature[:32], "big")

        for past in (0, ORDER_P256, (r + ORDER_P256) % 2**256):
            with pytest.raises(ProofInvalid):
                p256().public.verify(past.to_bytes(32, "big") + signature[32:], b"badge")

    def test_der_signatures_are_not_those_of_badges(self):
        der = p256().own.sign(b"badge", ec.ECDSA(hashes.SHA256()))

        with pytest.raises(ProofInvalid):
            p256().public.verify(der, b"badge")


class TestSigningKeys:
    def test_the_vector_of_rfc_8032(self):
        seed = bytes.fromhex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
        key = SigningKey.from_seed(seed)

        assert key.public.raw.hex() == (
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
        )
        assert key.sign(b"\x72").hex() == (
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        )

    def test_two_new_keys_are_two(self):
        assert SigningKey.generate().seed != SigningKey.generate().seed

    def test_its_did_names_itself(self):
        key = ed().own

        assert key.method == f"{key.did}#{key.did.removeprefix('did:key:')}"
        assert PublicKey.from_multibase(key.did.removeprefix("did:key:")) == key.public

    def test_what_is_published_of_it_is_not_its_secret(self):
        assert "d" not in json.loads(json.dumps(ed().public.jwk()))
        assert ed().own.seed.hex() not in repr(ed().public)
