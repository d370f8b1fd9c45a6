"""Open Badges 0.5 to 2.1, as hosts really write them, lifted into one model."""

import json
from datetime import UTC, datetime

import pytest

from shared.errors import MalformedCredential, NotACredential
from shared.identity import matches
from shared.model import TokenKind
from shared.parsing import parse
from shared.parsing.addresses import https, origin, same_address
from shared.tokens import token_of
from tests.shared.older_badges import BADGE, CLASS, HOST, ISSUER, assertion, badge_class, profile
from tests.shared.signers import rsa_key, token

HASHED = "sha256$85c4196c5516561cef673642157499b70066cb1070852b2a37fdbf3cc599b087"


def read(document):
    text = document if isinstance(document, str) else json.dumps(document, ensure_ascii=False)
    return parse(token_of(text, container="text"))


OLDEST = {
    "recipient": HASHED,
    "salt": "sel gris",
    "issued_on": "2011-06-01",
    "badge": {
        "version": "0.5.1",
        "name": "Messagerie",
        "image": "/images/2.png",
        "description": "Lire et écrire.",
        "criteria": "criteria/2",
        "issuer": {"origin": "http://fablab.example", "name": "Fablab", "contact": "a@b.example"},
    },
}
BADGR = {
    "@context": "https://w3id.org/openbadges/v2",
    "type": "Assertion",
    "id": "https://api.badgr.io/public/assertions/abc",
    "badge": "https://api.badgr.io/public/badges/def",
    "image": "https://api.badgr.io/public/assertions/abc/image",
    "verification": {"type": "HostedBadge"},
    "issuedOn": "2017-06-29T14:50:14.367421Z",
    "recipient": {"hashed": True, "type": "email", "identity": HASHED, "salt": "3e1b0f62-6a9c"},
    "narrative": None,
    "evidence": [],
}
CREDLY = {
    "@context": "https://w3id.org/openbadges/v2",
    "type": "Assertion",
    "id": "https://www.credly.com/api/v1/obi/v2/badge_assertions/0f1",
    "recipient": {"type": "email", "identity": HASHED, "hashed": True},
    "issuedOn": "2020-01-02T03:04:05.000Z",
    "verification": {"type": "hosted"},
    "badge": "https://www.credly.com/api/v1/obi/v2/issuers/1/badge_classes/2",
    "evidence": [],
}
MOODLE = {
    "@context": "https://w3id.org/openbadges/v2",
    "type": "Assertion",
    "id": "https://moodle.example/badges/assertion.php?obversion=2&b=5da3",
    "uid": "5da3",
    "recipient": {"identity": HASHED, "type": "email", "hashed": True, "salt": "badges159"},
    "verify": {
        "type": "hosted",
        "url": "https://moodle.example/badges/assertion.php?obversion=2&b=5da3",
    },
    "issuedOn": 1_498_747_814,
    "badge": {
        "type": "BadgeClass",
        "id": "https://moodle.example/badges/badge_json.php?id=3",
        "name": "Messagerie",
        "description": "Lire et écrire.",
        "image": "data:image/png;base64,iVBORw0KGgo=",
        "@language": "fr",
        "criteria": {
            "id": "https://moodle.example/badges/badgeclass.php?id=3",
            "narrative": "* Envoyer\n* Lire",
        },
        "issuer": {
            "type": "Issuer",
            "id": "https://moodle.example/badges/issuer_json.php?id=3",
            "name": "Université de Demain",
            "url": "https://moodle.example",
            "email": "contact@moodle.example",
        },
    },
}
MIXED = {
    "@context": "https://w3id.org/openbadges/v2",
    "type": "Assertion",
    "id": "https://badges.thomas.example/1",
    "uid": "17",
    "recipient": {"type": "email", "hashed": False, "identity": "camille@example.org"},
    "verify": {"type": "hosted", "url": "https://badges.thomas.example/1.json"},
    "badge": "https://badges.thomas.example/class",
    "issuedOn": "2016-12-31T23:59:59+00:00",
}
FIRST = {
    "uid": "abc",
    "recipient": {"type": "email", "hashed": False, "identity": "camille@example.org"},
    "badge": "http://fablab.example/class",
    "verify": {"type": "hosted", "url": "http://fablab.example/1"},
    "issuedOn": "2015-04-30",
    "expires": "2016-04-30",
    "evidence": "http://fablab.example/photo",
}


class TestVersions:
    @pytest.mark.parametrize(
        ("document", "version", "hosted_at"),
        [
            pytest.param(OLDEST, "0.5", None, id="0.5"),
            pytest.param(FIRST, "1.0", "http://fablab.example/1", id="1.0"),
            pytest.param(
                assertion(**{"@context": "https://w3id.org/openbadges/v1"}), "1.1", BADGE, id="1.1"
            ),
            pytest.param(BADGR, "2.0", BADGR["id"], id="Badgr"),
            pytest.param(CREDLY, "2.0", CREDLY["id"], id="Credly"),
            pytest.param(MOODLE, "2.0", MOODLE["id"], id="Moodle"),
            pytest.param(MIXED, "2.0", "https://badges.thomas.example/1.json", id="1.1 and 2.0"),
            pytest.param(
                assertion(**{"@context": "https://purl.imsglobal.org/spec/ob/v2p1/ob_v2p1.jsonld"}),
                "2.1", BADGE, id="2.1",
            ),
        ],
    )  # fmt: skip
    def test_each_says_what_it_is_and_where_it_stands(self, document, version, hosted_at):
        credential = read(document)

        assert (credential.open_badges, credential.hosted_at) == (version, hosted_at)
        assert credential.is_badge
        assert credential.document == document
        assert credential.jws is None

    def test_a_context_may_stand_among_others(self):
        several = ["https://w3id.org/openbadges/v2", {"extra": "https://x.example/"}]

        assert read(assertion(**{"@context": several})).open_badges == "2.0"

    def test_a_signed_badge_is_not_hosted(self):
        payload = assertion(verification={"type": "SignedBadge", "creator": f"{HOST}/key.json"})
        text = token(payload, rsa_key())
        credential = read(text)

        assert credential.token.kind is TokenKind.JWS
        assert (credential.jws, credential.hosted_at) == (text, None)
        assert credential.document == payload

    @pytest.mark.parametrize(
        "verification",
        [None, {}, {"type": "magic"}, {"type": None}, {"type": "signed"}, {"type": ["Signed"]},
         {"type": ["HostedBadge", "SignedBadge"]}, {"url": BADGE}],
    )  # fmt: skip
    def test_a_badge_that_does_not_say_how_to_verify_it_is_not_hosted(self, verification):
        assert read(assertion(verification=verification)).hosted_at is None

    def test_an_assertion_with_no_web_address_is_not_hosted(self):
        assert read(assertion(id="urn:uuid:1")).hosted_at is None


class TestOldest:
    def test_its_person_issuer_and_addresses(self):
        credential = read(OLDEST)
        achievement, (person,) = credential.subject.achievement, credential.subject.identifiers

        assert credential.issuer.id == "http://fablab.example"
        assert credential.issuer.name == "Fablab"
        assert credential.valid_from == datetime(2011, 6, 1, tzinfo=UTC)
        assert achievement.criteria_id == "http://fablab.example/criteria/2"
        assert achievement.image.id == "http://fablab.example/images/2.png"
        assert (person.hashed, person.salt) == (True, "sel gris")

    def test_a_person_in_plain_text(self):
        (person,) = read(OLDEST | {"recipient": "camille@example.org"}).subject.identifiers

        assert matches(person, "Camille@example.org") is True

    @pytest.mark.parametrize("origin", ["http://[x", 5, None, ""])
    def test_an_origin_that_completes_nothing(self, origin):
        badge = OLDEST["badge"] | {"issuer": {"origin": origin, "name": "Fablab"}}

        assert read(OLDEST | {"badge": badge}).subject.achievement.criteria_id is None


class TestMembers:
    def test_of_moodle(self):
        credential = read(MOODLE)
        achievement = credential.subject.achievement

        assert credential.name == achievement.name == "Messagerie"
        assert achievement.language == "fr"
        assert achievement.criteria_narrative == "* Envoyer\n* Lire"
        assert achievement.image.id.startswith("data:image/png")
        assert credential.issuer.name == "Université de Demain"
        assert credential.issuer.email == "contact@moodle.example"
        assert credential.valid_from == datetime(2017, 6, 29, 14, 50, 14, tzinfo=UTC)

    def test_of_badgr(self):
        credential = read(BADGR)

        assert credential.id == BADGR["id"]
        assert credential.subject.achievement.id == BADGR["badge"]
        assert credential.issuer.name is None
        assert credential.valid_from.microsecond == 367_421
        assert credential.evidence == ()

    def test_of_credly_without_salt(self):
        (person,) = read(CREDLY).subject.identifiers

        assert (person.type, person.hashed, person.salt) == ("emailAddress", True, None)

    def test_of_edubadges(self):
        extended = badge_class(
            **{
                "description": "## Titre\n**gras**",
                "extensions:LanguageExtension": {"Language": "fr_FR"},
                "extensions:LearningOutcomeExtension": {"LearningOutcome": "Envoyer"},
                "tags": ["numérique", "numérique\u202e", 5],
                "alignment": [
                    {"targetName": "DigComp 2.1", "targetUrl": "https://x.example/",
                     "targetCode": "2.1", "targetFramework": "DigComp"},
                    "DigComp",
                ],
                "criteria": "https://x.example/c",
            }
        )  # fmt: skip
        achievement = read(assertion(badge=extended)).subject.achievement

        assert achievement.tags == ("numérique", "numérique")
        assert achievement.description == "## Titre\n**gras**"
        assert achievement.criteria_id == "https://x.example/c"
        (alignment,) = achievement.alignments
        assert (alignment.name, alignment.code, alignment.framework) == (
            "DigComp 2.1",
            "2.1",
            "DigComp",
        )

    def test_ends_and_evidence(self):
        credential = read(FIRST)

        assert credential.valid_until == datetime(2016, 4, 30, tzinfo=UTC)
        assert credential.evidence[0].id == "http://fablab.example/photo"
        assert credential.id == "abc"

    def test_evidence_is_an_address_or_what_people_typed(self):
        evidence = ["https://x.example/", "Vu en atelier", {"narrative": "Photo", "id": "x y"}]
        first, second, third = read(assertion(evidence=evidence)).evidence

        assert (first.id, first.narrative) == ("https://x.example/", None)
        assert (second.id, second.narrative) == (None, "Vu en atelier")
        assert (third.id, third.narrative) == (None, "Photo")

    def test_criteria_typed_where_an_address_was_wanted(self):
        achievement = read(
            assertion(badge=badge_class(criteria="Trois messages"))
        ).subject.achievement

        assert (achievement.criteria_narrative, achievement.criteria_id) == ("Trois messages", None)

    @pytest.mark.parametrize("kind", ["email", "emailAddress", None])
    def test_a_person_by_mail(self, kind):
        identity = {"type": kind, "hashed": False, "identity": "camille@example.org"}
        (person,) = read(assertion(recipient=identity)).subject.identifiers

        assert person.type == "emailAddress"


class TestRefused:
    @pytest.mark.parametrize(
        ("changes", "path"),
        [
            ({"type": "BadgeClass"}, "/type"),
            ({"type": 5}, "/type"),
            ({"type": []}, "/type"),
            ({"recipient": None}, "/recipient"),
            ({"recipient": "camille@example.org"}, "/recipient"),
            ({"recipient": {"hashed": True}}, "/recipient/identity"),
            ({"recipient": {"identity": 5}}, "/recipient/identity"),
            ({"badge": None}, "/badge"),
            ({"badge": 5}, "/badge"),
            ({"badge": "classe"}, "/badge"),
            ({"badge": badge_class(issuer=None)}, "/badge/issuer"),
            ({"badge": badge_class(issuer="fablab")}, "/badge/issuer"),
            ({"badge": badge_class(name={"a": 1})}, "/badge/name"),
            ({"issuedOn": "demain"}, "/issuedOn"),
            ({"issuedOn": True}, "/issuedOn"),
            ({"expires": []}, "/expires"),
            ({"verification": "hosted"}, "/verification"),
            ({"evidence": [5]}, "/evidence/0"),
            ({"evidence": ["https://x.example/"] * 201}, "/evidence"),
        ],
    )
    def test_what_has_not_the_form(self, changes, path):
        with pytest.raises(MalformedCredential) as refused:
            read({**assertion(), **changes})
        assert refused.value.facts["path"] == path

    @pytest.mark.parametrize("uid", ["a\x1fb", "a\u202eb", "a\u200bb", "x" * 2049])
    def test_a_name_with_letters_that_nobody_sees(self, uid):
        assert read(FIRST | {"uid": "x" * 2048}).id == "x" * 2048
        with pytest.raises(MalformedCredential):
            read(FIRST | {"uid": uid})

    def test_as_much_evidence_as_there_may_be(self):
        assert len(read(assertion(evidence=["https://x.example/"] * 200)).evidence) == 200

    @pytest.mark.parametrize("document", [{}, {"badge": CLASS}, {"recipient": {}}, {"name": "x"}])
    def test_what_is_no_badge(self, document):
        with pytest.raises(NotACredential):
            read(document)

    @pytest.mark.parametrize("document", [profile(), badge_class()])
    def test_a_badge_class_or_an_issuer_is_nobodys_badge(self, document):
        with pytest.raises(MalformedCredential):
            read(document)


class TestAddresses:
    @pytest.mark.parametrize(
        ("one", "other", "same"),
        [
            (ISSUER, ISSUER, True),
            ("http://a.example/x", "https://a.example/x", True),
            ("https://a.example/x", "https://a.example/x/", False),
            ("https://a.example", "https://a.example.b.example", False),
            (None, None, False),
            (5, 5, False),
        ],
    )
    def test_one_address_or_two(self, one, other, same):
        assert same_address(one, other) is same

    @pytest.mark.parametrize(
        ("address", "found"),
        [
            ("https://A.example/x", ("a.example", "443")),
            ("http://a.example", ("a.example", "443")),
            ("https://a.example:443/", ("a.example", "443")),
            ("https://a.example.:8443/", ("a.example", "8443")),
            ("https://a.example@b.example/", ("", "https://a.example@b.example/")),
            ("https://b.example\\@a.example/", ("", "https://b.example\\@a.example/")),
            ("https://a.example:x/", ("", "https://a.example:x/")),
            ("urn:uuid:1", ("", "urn:uuid:1")),
            ("", ("", "")),
        ],
    )
    def test_the_origin_of_an_address(self, address, found):
        assert origin(address) == found

    def test_only_http_is_written_otherwise(self):
        assert https("http://a.example/") == "https://a.example/"
        assert https("did:web:a.example") == "did:web:a.example"
