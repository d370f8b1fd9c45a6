"""VC-JWT: the claims of a token and the credential in it tell one story."""

import pytest

from shared.errors import MalformedCredential, ProofInvalid
from shared.model import TokenKind
from shared.parsing import parse
from shared.proofs import jws, vc_jwt
from shared.times import parse_instant
from shared.tokens import token_of
from tests.shared.linked_badges import BADGE, EMPLOYER, a_badge
from tests.shared.signers import ed25519, token

SUBJECT = "did:example:camille"
FEBRUARY = 1_769_940_000
"""2026-02-01T10:00:00Z, as in the badge."""
YEARS_END = 1_798_675_200
VCDM_1 = "https://www.w3.org/2018/credentials/v1"


def a_token(payload):
    return jws.read_compact(token(payload, ed25519()))


def claims(**changes):
    """The payload of OB 3.0: the credential itself, and the claims that repeat it."""
    payload = a_badge() | {"iss": EMPLOYER, "jti": BADGE, "sub": SUBJECT, "nbf": FEBRUARY}
    return {name: value for name, value in (payload | changes).items() if value is not None}


def within_vc(**changes):
    """The payload of VC-JWT 1.1: the credential under ``vc``, perhaps without what claims say."""
    credential = {
        "@context": [VCDM_1],
        "type": ["VerifiableCredential"],
        "credentialSubject": {"degree": "x"},
    }
    payload = {"vc": credential, "iss": EMPLOYER, "jti": BADGE, "sub": SUBJECT, "nbf": FEBRUARY}
    return {name: value for name, value in (payload | changes).items() if value is not None}


class TestTheCredential:
    def test_the_claims_are_no_part_of_it(self):
        assert (
            vc_jwt.credential_of(a_token(claims(exp=YEARS_END, iat=FEBRUARY, aud="x"))) == a_badge()
        )

    def test_claims_fill_in_what_vc_leaves_out(self):
        document = vc_jwt.credential_of(a_token(within_vc()))

        assert document["issuer"] == EMPLOYER
        assert document["id"] == BADGE
        assert document["credentialSubject"] == {"id": SUBJECT, "degree": "x"}
        assert document["issuanceDate"] == "2026-02-01T10:00:00Z"

    def test_claims_never_replace_what_vc_says(self):
        said = {**within_vc()["vc"], "issuer": {"id": EMPLOYER, "name": "Mission locale"}}

        assert vc_jwt.credential_of(a_token(within_vc(vc=said)))["issuer"] == said["issuer"]

    @pytest.mark.parametrize(
        "changes",
        [
            {"iss": "did:web:autre.example"},
            {"jti": "urn:uuid:autre"},
            {"sub": "did:example:dominique"},
            {"vc": {"type": ["VerifiableCredential"]}},
        ],
    )
    def test_two_stories_are_refused(self, changes):
        with pytest.raises(ProofInvalid):
            vc_jwt.credential_of(a_token(claims(**changes)))

    @pytest.mark.parametrize("member", ["@context", "credentialSubject"])
    def test_a_second_credential_beside_vc_is_refused_even_if_it_says_the_same(self, member):
        twice = within_vc(**{member: within_vc()["vc"][member]})

        with pytest.raises(ProofInvalid):
            vc_jwt.credential_of(a_token(twice))

    @pytest.mark.parametrize(
        ("claim", "member"),
        [
            ({"iss": "did:web:autre.example"}, {"issuer": EMPLOYER}),
            ({"jti": "urn:uuid:autre"}, {"id": BADGE}),
            ({"sub": "did:example:dominique"}, {"credentialSubject": {"id": SUBJECT}}),
            ({"sub": "did:example:dominique"}, {"credentialSubject": [{"id": SUBJECT}]}),
        ],
    )
    def test_two_stories_within_vc_are_refused(self, claim, member):
        said = {**within_vc()["vc"], **member}

        with pytest.raises(ProofInvalid):
            vc_jwt.credential_of(a_token(within_vc(vc=said, **claim)))

    @pytest.mark.parametrize("member", vc_jwt.TOLD_ONCE)
    def test_nothing_that_decides_is_said_otherwise_beside_vc(self, member):
        with pytest.raises(ProofInvalid):
            vc_jwt.credential_of(a_token(within_vc(**{member: "2020-01-01T00:00:00Z"})))

    @pytest.mark.parametrize("member", vc_jwt.TOLD_ONCE)
    def test_the_same_may_be_said_twice(self, member):
        said = {**within_vc()["vc"], member: EMPLOYER}
        twice = within_vc(vc=said, **{member: EMPLOYER})

        assert vc_jwt.credential_of(a_token(twice))[member] == EMPLOYER

    @pytest.mark.parametrize("missing", ["issuer", "id"])
    def test_a_claim_alone_does_not_make_the_credential(self, missing):
        with pytest.raises(ProofInvalid):
            vc_jwt.credential_of(a_token(claims(**{missing: None})))

    @pytest.mark.parametrize("value", [5, [], {}, True])
    @pytest.mark.parametrize("claim", ["iss", "jti", "sub"])
    def test_who_and_what_are_texts(self, claim, value):
        with pytest.raises(MalformedCredential):
            vc_jwt.credential_of(a_token(claims(**{claim: value})))

    @pytest.mark.parametrize("vc", [[], "x", 5, False])
    def test_vc_is_an_object(self, vc):
        with pytest.raises(MalformedCredential):
            vc_jwt.credential_of(a_token(within_vc(vc=vc)))


class TestDates:
    def dates(self, **changes):
        payload = a_token(claims(**changes))
        return vc_jwt.strictest_dates(vc_jwt.credential_of(payload), payload)

    def test_the_later_beginning_and_the_earlier_end_count(self):
        end = parse_instant("2027-06-01T00:00:00Z")

        assert self.dates(nbf=FEBRUARY + 60)[0].timestamp() == FEBRUARY + 60
        assert self.dates(nbf=FEBRUARY - 60)[0].timestamp() == FEBRUARY
        assert self.dates(validUntil="2027-06-01T00:00:00Z")[1] == end
        assert self.dates(validUntil="2027-06-01T00:00:00Z", exp=YEARS_END)[1] < end
        assert self.dates(validUntil="2026-06-01T00:00:00Z", exp=YEARS_END)[1] < end

    def test_nothing_said_is_no_end(self):
        assert self.dates(nbf=None)[1] is None

    def test_a_fraction_of_a_second_is_left_out(self):
        assert self.dates(exp=YEARS_END + 0.75)[1].timestamp() == YEARS_END

    def test_the_last_second_that_a_date_can_have(self):
        assert self.dates(exp=vc_jwt.MAX_NUMERIC_DATE)[1].year == 9999
        with pytest.raises(MalformedCredential):
            self.dates(exp=vc_jwt.MAX_NUMERIC_DATE + 1)

    @pytest.mark.parametrize("value", ["2030", True, [], {}, -1, -0.5, 1e300, 10**30])
    @pytest.mark.parametrize("claim", ["exp", "nbf"])
    def test_what_is_no_number_of_seconds_is_refused(self, claim, value):
        with pytest.raises(MalformedCredential):
            self.dates(**{claim: value})


class TestSigning:
    def signed(self, **more):
        key = ed25519().own
        return vc_jwt.sign(a_badge(**more), key=key, method=key.method)

    def test_what_is_signed_is_read_again(self):
        text = self.signed(validUntil="2026-12-31T00:00:00Z")
        compact = jws.read_compact(text)

        jws.check_header(compact)
        jws.verify(compact, ed25519().public)
        assert vc_jwt.credential_of(compact) == a_badge(validUntil="2026-12-31T00:00:00Z")
        assert (compact.payload["nbf"], compact.payload["exp"]) == (FEBRUARY, YEARS_END)
        assert compact.payload["sub"] == SUBJECT

    def test_the_reader_of_badges_reads_it(self):
        credential = parse(token_of(self.signed(), container="text"))

        assert credential.token.kind is TokenKind.JWS
        assert credential.open_badges == "3.0"
        assert credential.issuer.id == EMPLOYER
        assert credential.valid_from.timestamp() == FEBRUARY

    def test_an_embedded_proof_does_not_come_along(self):
        assert "proof" not in jws.read_compact(self.signed(proof={"type": "x"})).payload

    def test_a_badge_without_a_date_is_not_signed(self):
        with pytest.raises(MalformedCredential):
            self.signed(validFrom="bientôt")
