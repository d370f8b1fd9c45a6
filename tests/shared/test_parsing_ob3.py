"""Open Badges 3.0, records and presentations: read whole, or refused with their place."""

import json
from datetime import UTC, datetime

import pytest

from shared.errors import (
    MalformedCredential,
    MalformedToken,
    NotACredential,
    ProofInvalid,
    UnsafeJson,
)
from shared.model import Token, TokenKind
from shared.parsing import parse
from shared.parsing.clr2 import MAX_PARTS
from shared.parsing.ob3 import MAX_PROOFS
from shared.tokens import token_of
from tests.shared.linked_badges import BADGE, EMPLOYER, OB3, VC2, a_badge, with_achievement
from tests.shared.signers import ed25519, token

VC1 = "https://www.w3.org/2018/credentials/v1"
CLR = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json"
HOLDER = "did:example:camille"


def read(document):
    text = document if isinstance(document, str) else json.dumps(document, ensure_ascii=False)
    return parse(token_of(text, container="text"))


def with_subject(**more):
    badge = a_badge()
    badge["credentialSubject"].update(more)
    return badge


def a_jwt(**more):
    return token(a_badge(**more), ed25519(), {"kid": None})


class TestMembers:
    def test_a_badge_of_version_3(self):
        document = a_badge(
            awardedDate="2026-01-31T10:00:00+01:00",
            validUntil="2028-01-31T10:00:00Z",
            credentialStatus=[{"id": "https://x.example/1#2", "type": "BitstringStatusListEntry"},
                              {"type": "1EdTechRevocationList", "id": "https://x.example/r"}],
            evidence=[{"id": "https://x.example/e", "type": ["Evidence"], "name": "Photo",
                       "narrative": "En atelier", "description": "d", "genre": "Photo"}],
            proof=[{"type": "DataIntegrityProof"}, {"type": "Other"}],
            endorsement=[{"type": ["VerifiableCredential", "EndorsementCredential"]}],
        )  # fmt: skip
        credential = read(document)

        assert (credential.open_badges, credential.data_model) == ("3.0", "vcdm-2.0")
        assert credential.document == document
        assert credential.id == BADGE
        assert credential.valid_from == datetime(2026, 2, 1, 10, tzinfo=UTC)
        assert credential.awarded == datetime(2026, 1, 31, 9, tzinfo=UTC)
        assert credential.valid_until.year == 2028
        assert [one.type for one in credential.statuses] == [
            "BitstringStatusListEntry", "1EdTechRevocationList",
        ]  # fmt: skip
        assert credential.proofs == tuple(document["proof"])
        assert credential.evidence[0].narrative == "En atelier"
        assert len(credential.endorsements) == 1

    def test_its_achievement(self):
        achievement = read(
            with_achievement(
                inLanguage="fr-FR",
                tag=["numérique"],
                image={"id": "https://x.example/i.png", "type": "Image", "caption": "Enveloppe"},
                alignment=[{"type": "Alignment", "targetName": "2.1", "targetFramework": "DigComp",
                            "targetUrl": "https://x.example/", "targetCode": "2.1"}],
                criteria={"id": "https://x.example/c", "narrative": "Trois messages."},
            )
        ).subject.achievement  # fmt: skip

        assert achievement.language == "fr-FR"
        assert achievement.image.caption == "Enveloppe"
        assert achievement.alignments[0].framework == "DigComp"
        assert achievement.criteria_id == "https://x.example/c"
        assert achievement.criteria_narrative == "Trois messages."

    def test_its_person(self):
        identity = {"type": "IdentityObject", "hashed": True, "identityHash": "sha256$00",
                    "identityType": "name", "salt": "sel"}  # fmt: skip
        source = {"id": "did:key:z6Mk", "type": ["Profile"]}
        subject = read(with_subject(identifier=identity, source=source, narrative="Bravo")).subject

        assert subject.id == HOLDER
        assert (subject.identifiers[0].type, subject.identifiers[0].salt) == ("name", "sel")
        assert (subject.source.id, subject.narrative) == ("did:key:z6Mk", "Bravo")

    def test_its_issuer_may_be_a_bare_address(self):
        assert read(a_badge(issuer=EMPLOYER)).issuer.id == EMPLOYER

    def test_one_or_a_list_of_one(self):
        document = a_badge(credentialSubject=[a_badge()["credentialSubject"]])
        document["credentialSubject"][0]["achievement"] = [
            document["credentialSubject"][0]["achievement"]
        ]

        assert read(document).subject.achievement.name == "Utiliser sa messagerie"

    def test_a_text_in_a_list_of_one_is_that_text(self):
        """A signature over linked data is the same for both, so both must be read alike."""
        identity = {"type": "IdentityObject", "hashed": False, "identityHash": "Amina Benali"}
        identity["identityType"] = ["name"]
        issuer = {"id": EMPLOYER, "url": ["https://x.example/"], "email": ["a@x.example"]}
        read_alike = read(with_achievement(inLanguage=["fr"]))
        person = read(with_subject(identifier=identity)).subject
        named = read(a_badge(issuer=issuer)).issuer

        assert read_alike.subject.achievement.language == "fr"
        assert person.identifiers[0].type == "name"
        assert (named.url, named.email) == ("https://x.example/", "a@x.example")

    @pytest.mark.parametrize(
        ("name", "shown"),
        [
            ("Messagerie", "Messagerie"),
            ("  Messagerie\n\tdu\u00a0jour ", "Messagerie du jour"),
            ({"@value": "Messagerie", "@language": "fr"}, "Messagerie"),
            ([{"@value": "Messagerie", "@language": "fr"}, {"@value": "Mail"}], "Messagerie"),
            ("Sig\u202enataire\x1b[31m\x00\u200b", "Signataire[31m"),
            ("e\u0301" + "\u0301" * 20, "é" + "\u0301" * 4),
            ("", None),
            ("x" * 500, "x" * 399 + "…"),
        ],
    )
    def test_a_name_is_plain_text_on_one_line(self, name, shown):
        assert read(a_badge(name=name)).name == shown

    def test_the_older_data_model(self):
        document = a_badge(**{"@context": [VC1, OB3], "issuanceDate": "2026-02-01T10:00:00Z",
                              "expirationDate": "2027-02-01T10:00:00Z"})  # fmt: skip
        del document["validFrom"]
        credential = read(document)

        assert (credential.open_badges, credential.data_model) == ("3.0", "vcdm-1.1")
        assert (credential.valid_from.year, credential.valid_until.year) == (2026, 2027)

    def test_a_credential_that_is_no_badge(self):
        credential = read(a_badge(**{"@context": [VC2], "type": ["VerifiableCredential"]}))

        assert credential.open_badges is None
        assert not credential.is_badge

    def test_a_token(self):
        credential = read(a_jwt())

        assert credential.token.kind is TokenKind.JWS
        assert credential.jws == credential.token.text
        assert credential.document == a_badge()
        assert credential.proofs == ()


class TestRefused:
    @pytest.mark.parametrize(
        ("changes", "path"),
        [
            ({"@context": [OB3, VC2]}, "/@context"),
            ({"@context": None}, "/@context"),
            ({"@context": {"id": "@id"}}, "/@context"),
            ({"type": ["VerifiableCredential", 5]}, "/type"),
            ({"id": "badge"}, "/id"),
            ({"id": 5}, "/id"),
            ({"id": "https://x.example/\u202e"}, "/id"),
            ({"issuer": None}, "/issuer"),
            ({"issuer": 42}, "/issuer"),
            ({"issuer": [EMPLOYER, EMPLOYER]}, "/issuer"),
            ({"issuer": {"name": "x"}}, "/issuer/id"),
            ({"issuer": {"id": "_:b0"}}, "/issuer/id"),
            ({"validFrom": "hier"}, "/validFrom"),
            ({"validUntil": 5}, "/validUntil"),
            ({"awardedDate": "hier"}, "/awardedDate"),
            ({"name": 5}, "/name"),
            ({"name": {"@value": "x", "autre": "y"}}, "/name"),
            ({"credentialSubject": None}, "/credentialSubject"),
            ({"credentialSubject": []}, "/credentialSubject"),
            ({"credentialSubject": {}}, "/credentialSubject"),
            ({"credentialSubject": [{"id": "did:x:a"}, {"id": "did:x:b"}]}, "/credentialSubject"),
            ({"credentialStatus": {"id": "https://x.example/"}}, "/credentialStatus/0/type"),
            ({"credentialStatus": "https://x.example/"}, "/credentialStatus/0"),
            ({"credentialSchema": {"type": "JsonSchema"}}, "/credentialSchema/0/id"),
            ({"evidence": [{"name": "x"}]}, "/evidence/0/type"),
            ({"proof": "x"}, "/proof/0"),
            ({"proof": [{"type": "x"}, "x"]}, "/proof/1"),
            ({"proof": {"proofValue": "z"}}, "/proof/0/type"),
            ({"proof": {"type": "x", "proofValue": 5}}, "/proof/0/proofValue"),
            ({"proof": [{"type": "x"}] * (MAX_PROOFS + 1)}, "/proof"),
        ],
    )
    def test_what_has_not_the_form(self, changes, path):
        with pytest.raises(MalformedCredential) as refused:
            read({**a_badge(), **changes})
        assert refused.value.facts["path"] == path

    def test_as_many_proofs_as_there_may_be(self):
        assert len(read(a_badge(proof=[{"type": "x"}] * MAX_PROOFS)).proofs) == MAX_PROOFS

    @pytest.mark.parametrize(
        ("more", "path"),
        [
            ({"achievement": {"name": "x"}}, "/credentialSubject/achievement/id"),
            ({"achievement": [{}, {}]}, "/credentialSubject/achievement"),
            ({"identifier": [{"identityHash": 5, "hashed": True}]},
             "/credentialSubject/identifier/0"),
            ({"identifier": [{"identityHash": "x", "hashed": "no"}]},
             "/credentialSubject/identifier/0"),
            ({"identifier": [{"identityHash": "x", "hashed": True, "salt": 5}]},
             "/credentialSubject/identifier/0/salt"),
            ({"id": "camille"}, "/credentialSubject/id"),
            ({"source": 5}, "/credentialSubject/source"),
        ],
    )  # fmt: skip
    def test_a_person_that_has_not_the_form(self, more, path):
        with pytest.raises(MalformedCredential) as refused:
            read(with_subject(**more))
        assert refused.value.facts["path"] == path

    def test_the_older_model_says_since_when(self):
        with pytest.raises(MalformedCredential) as refused:
            read({**a_badge(**{"@context": [VC1, OB3]}), "validFrom": None, "issuanceDate": None})
        assert refused.value.facts["path"] == "/issuanceDate"

    @pytest.mark.parametrize("text", ["[]", "[1]"])
    def test_a_list_is_no_badge(self, text):
        with pytest.raises(MalformedCredential):
            read(text)

    def test_a_list_within_a_token_of_json(self):
        with pytest.raises(NotACredential):
            parse(Token(kind=TokenKind.JSON, text='"x"', container="text"))

    @pytest.mark.parametrize(
        "text", ['{"type":"a","type":"b"}', '{"a": NaN}', "{", '{"a":"\\ud800"}']
    )
    def test_json_that_two_readers_read_otherwise(self, text):
        with pytest.raises(UnsafeJson):
            read(text)

    @pytest.mark.parametrize("document", [{"credentialSubject": {}}, {"@graph": []}])
    def test_a_credential_that_does_not_say_so(self, document):
        with pytest.raises(MalformedCredential):
            read(document)

    def test_a_token_of_something_else(self):
        with pytest.raises(NotACredential):
            read(token({"iss": EMPLOYER, "scope": "openid"}, ed25519()))
        with pytest.raises(MalformedToken):
            parse(Token(kind=TokenKind.JWS, text="eyJ.e.~", container="text"))


class TestRecords:
    def record(self, *inside, **more):
        subject = {"id": HOLDER, "type": ["ClrSubject"], "verifiableCredential": list(inside)}
        return a_badge(
            **{
                "@context": [VC2, CLR, OB3],
                "type": ["VerifiableCredential", "ClrCredential"],
                "credentialSubject": subject,
                **more,
            }
        )

    def test_each_badge_inside_is_read_on_its_own(self):
        second = a_badge(id="urn:uuid:00000000-0000-4000-8000-000000000002")
        credential = read(self.record(a_badge(), second, a_jwt()))

        assert credential.is_badge
        assert [one.id for one in credential.parts] == [BADGE, second["id"], BADGE]
        assert json.loads(credential.parts[1].token.text) == second
        assert credential.parts[2].jws == a_jwt()

    def test_a_badge_inside_that_has_not_the_form_stops_no_other(self):
        nameless = a_badge(credentialSubject={"id": HOLDER, "achievement": 5})
        credential = read(self.record("eyJ.x", a_badge(), 5, nameless))
        path = "/credentialSubject/verifiableCredential"

        assert [one.id for one in credential.parts] == [BADGE]
        assert [type(one) for one in credential.unread] == [
            MalformedToken,
            MalformedCredential,
            MalformedCredential,
        ]
        assert [one.facts["path"] for one in credential.unread] == [
            f"{path}/0",
            f"{path}/2",
            f"{path}/3/credentialSubject/achievement",
        ]

    def test_as_many_as_a_record_holds(self):
        assert len(read(self.record(*[a_badge()] * MAX_PARTS)).parts) == MAX_PARTS
        with pytest.raises(MalformedCredential):
            read(self.record(*[a_badge()] * (MAX_PARTS + 1)))


class TestPresentations:
    def presentation(self, *inside, **more):
        return {
            "@context": [VC2],
            "type": ["VerifiablePresentation"],
            "holder": HOLDER,
            "verifiableCredential": list(inside),
            **more,
        }

    def test_the_holder_signs_and_each_badge_is_read(self):
        credential = read(self.presentation(a_badge(), proof={"type": "x"}))

        assert credential.issuer.id == HOLDER
        assert credential.open_badges is None
        assert [one.issuer.id for one in credential.parts] == [EMPLOYER]
        assert len(credential.proofs) == 1

    @pytest.mark.parametrize(
        "prefix", ["data:application/vc+jwt,", "data:application/vc-ld+jwt;base64url,"]
    )
    def test_a_badge_in_an_envelope(self, prefix):
        enveloped = {"type": "EnvelopedVerifiableCredential", "id": prefix + a_jwt()}

        assert read(self.presentation(enveloped)).parts[0].jws == a_jwt()

    def test_a_bare_token_only_in_the_older_model(self):
        older = self.presentation(a_jwt(), **{"@context": [VC1]})

        assert read(older).parts[0].jws == a_jwt()
        assert read(self.presentation(a_jwt())).parts == ()

    @pytest.mark.parametrize(
        "inside",
        [
            "x", 5, {}, {"type": "EnvelopedVerifiableCredential"},
            {"type": "EnvelopedVerifiableCredential", "id": "data:text/html,<b>"},
            {"type": "EnvelopedVerifiableCredential", "id": "https://x.example/"},
        ],
    )  # fmt: skip
    def test_what_is_no_badge_inside(self, inside):
        credential = read(self.presentation(a_badge(), inside))

        assert [one.id for one in credential.parts] == [BADGE]
        assert [type(one) for one in credential.unread] == [MalformedCredential]
        assert credential.unread[0].facts["path"].startswith("/verifiableCredential/1")

    def test_nobody_presents(self):
        assert read({**self.presentation(a_badge()), "holder": None}).issuer.id == (
            "urn:holder:unknown"
        )

    @pytest.mark.parametrize("holder", [5, [HOLDER], "camille", {"name": "x"}])
    def test_a_holder_is_an_address(self, holder):
        with pytest.raises(MalformedCredential):
            read(self.presentation(a_badge(), holder=holder))

    def test_as_a_token(self):
        text = token({"vp": self.presentation(a_badge()), "iss": HOLDER, "nonce": "1"}, ed25519())
        credential = read(text)

        assert credential.issuer.id == HOLDER
        assert (credential.jws, len(credential.parts)) == (text, 1)

    def test_the_one_who_signs_is_the_one_who_presents(self):
        vp = self.presentation(a_badge())
        with pytest.raises(ProofInvalid):
            read(token({"vp": vp, "iss": "did:example:autre"}, ed25519()))

        unnamed = {name: value for name, value in vp.items() if name != "holder"}
        assert read(token({"vp": unnamed, "iss": HOLDER}, ed25519())).issuer.id == HOLDER
