"""Each check, ending by ending: what is proven, what is not, and what was never looked at."""

import json
import logging
from datetime import timedelta
from hashlib import md5

import pytest

from shared.errors import FetchFailed
from shared.multibase import multibase_encode
from tests.shared import older_badges
from tests.shared.hosts import Hosts
from tests.shared.pictures import itxt, png, text_chunk
from tests.shared.signers import did_key, proof_over, rsa_key, secured, token
from tests.verifier.cases import (
    HOLDER,
    JCS,
    LISTS,
    NOW,
    OURS,
    RDFC,
    THEIRS,
    Network,
    a_badge,
    a_document,
    a_list,
    as_bytes,
    circumstances,
    entry,
    found,
    judged,
    presented,
    signed,
    tampered,
    with_subject,
)
from trust_registry.errors import RegistryUnreachable
from trust_registry.index import Answer
from verifier.checks import ADVISORY, CHECKS, Check
from verifier.verdict import Level, Outcome, Reason
from verifier.verify import judge

PASSED, WARNING, FAILED = Outcome.PASSED, Outcome.WARNING, Outcome.FAILED
NOT_CHECKED, NOT_DUE = Outcome.NOT_CHECKED, Outcome.NOT_APPLICABLE
A_SECOND_AGO = "2026-11-22T11:59:59Z"
FALSE = multibase_encode(b"5" * 64)
UNLISTED = (NOT_CHECKED, "status.list-invalid", (Reason.STATUS_NOT_CHECKED,))
WEB = "did:web:missionlocale.example"
WEB_PAGE = "https://missionlocale.example/.well-known/did.json"
SITE = "https://missionlocale.example/issuers/7"


def by_web(signer=OURS, key="#k1", **more):
    """A badge of an organisation whose key stands on its own site."""
    document = a_badge(
        **{"issuer": {"id": WEB, "type": ["Profile"], "name": "Mission locale"}, **more}
    )
    return secured(document, signer, JCS, verificationMethod=WEB + key)


def by_site(signer=OURS):
    """A badge of an issuer that is a page, with the key spelled after the ``#``."""
    document = a_badge(issuer={"id": SITE, "type": ["Profile"]})
    return secured(document, signer, JCS, verificationMethod=f"{SITE}#{signer.public.multibase}")


def two_proofs(*proofs):
    return {**a_badge(), "proof": list(proofs)}


def good_proof():
    return proof_over(a_badge(), OURS, JCS)


def with_value(text):
    return {**good_proof(), "proofValue": text}


def made_with(**options):
    return secured(a_badge(), OURS, JCS, **options)


def an_unknown_proof():
    return {**good_proof(), "cryptosuite": "bbs-2023"}


class TestTheCheckItself:
    def test_they_stand_in_the_order_of_the_contract(self):
        ids = [check.id for check in CHECKS]

        assert len(set(ids)) == len(ids) == 12
        assert {
            "integrity.picture", "content.schema", "content.evidence", "content.endorsements",
        } == ADVISORY  # fmt: skip

    @pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
    def test_one_that_breaks_down_was_not_made(self, check, caplog):
        def broken(examination):
            raise RuntimeError("Amina Benali")

        finding = Check(id=check.id, ask=broken, unlooked=check.unlooked).run(None)

        assert (finding.outcome, finding.code) == (NOT_CHECKED, "error.unexpected")
        assert finding.reasons == ((check.unlooked,) if check.id not in ADVISORY else ())

    def test_the_log_tells_the_kind_of_a_failure_and_nothing_of_a_person(self, caplog):
        def broken(examination):
            raise RuntimeError("Amina Benali")

        with caplog.at_level(logging.DEBUG):
            Check(id="status.dates", ask=broken).run(None)

        assert "RuntimeError" in caplog.text
        assert "Amina" not in caplog.text


class TestFormat:
    def test_a_badge(self):
        assert found(judged(signed()), "integrity.format") == (PASSED, "format.read", ())

    def test_any_other_credential_is_judged_and_called_what_it_is(self):
        verdict = judged(
            signed(type=["VerifiableCredential"], credentialSubject={"id": "did:example:camille"})
        )

        assert found(verdict, "integrity.format") == (
            WARNING, "format.not-a-badge", (Reason.NOT_A_BADGE,),
        )  # fmt: skip
        assert verdict.level is Level.AUTHENTIC

    @pytest.mark.parametrize(
        ("rival", "ending"),
        [
            (older_badges.assertion(), (NOT_CHECKED, "format.rival", (Reason.RIVAL_NOT_CHECKED,))),
            (
                "https://badges.example/a/1",
                (NOT_CHECKED, "format.rival", (Reason.RIVAL_NOT_CHECKED,)),
            ),
            ({"badge": 3}, (NOT_CHECKED, "format.rival", (Reason.RIVAL_NOT_CHECKED,))),
            (older_badges.assertion(badge=older_badges.badge_class()), (PASSED, "format.read", ())),
            (
                older_badges.assertion(badge=older_badges.badge_class(), issuedOn="2026-02-02"),
                (NOT_CHECKED, "format.rival", (Reason.RIVAL_NOT_CHECKED,)),
            ),
        ],
        ids=["another", "an address", "no badge", "the same", "of another day"],
    )
    def test_an_older_badge_beside_it(self, rival, ending):
        text = rival if isinstance(rival, str) else json.dumps(rival)
        picture = png(itxt(json.dumps(signed())), text_chunk(text.encode()))
        fetch = Hosts()

        verdict = judge(picture, circumstances(fetch=fetch)).verdict

        assert found(verdict, "integrity.format") == ending
        assert fetch.asked == []


class TestProof:
    @pytest.mark.parametrize("suite", [JCS, RDFC, "eddsa-2022"])
    def test_a_signature_that_holds(self, suite):
        assert found(judged(signed(suite=suite)), "integrity.proof") == (PASSED, "proof.holds", ())

    def test_a_token(self):
        jwt = token(a_badge(), OURS)

        assert found(judged(jwt), "integrity.proof") == (PASSED, "proof.holds", ())

    @pytest.mark.parametrize(
        ("document", "code", "reason"),
        [
            (tampered(signed()), "proof.invalid", Reason.TAMPERED),
            (tampered(signed(suite=RDFC)), "proof.invalid", Reason.TAMPERED),
            ({**signed(suite=RDFC), "diplome": "Bac"}, "coverage.uncovered", Reason.UNCOVERED_TEXT),
            (two_proofs(with_value("z")), "proof.malformed", Reason.TAMPERED),
            (made_with(proofPurpose="authentication"), "proof.wrong-purpose", Reason.PROOF_MISUSED),
            (made_with(expires=A_SECOND_AGO), "proof.out-of-dates", Reason.PROOF_MISUSED),
            (two_proofs(good_proof(), with_value(FALSE)), "proof.invalid", Reason.TAMPERED),
        ],
        ids=["changed", "changed, linked data", "text added", "cut", "for another use", "over",
             "one false of two"],
    )  # fmt: skip
    def test_one_that_does_not_refuses_the_badge(self, document, code, reason):
        verdict = judged(document)

        assert found(verdict, "integrity.proof") == (FAILED, code, (reason,))
        assert (verdict.level, verdict.credential) == (Level.REFUSED, None)
        assert reason in verdict.reasons

    def test_a_proof_that_ends_now_still_holds(self):
        document = secured(a_badge(), OURS, JCS, expires="2026-11-22T12:00:00Z")

        assert found(judged(document), "integrity.proof")[0] is PASSED

    @pytest.mark.parametrize(
        ("document", "code", "reason"),
        [
            (a_badge(), "proof.none", Reason.NO_PROOF),
            ({**a_badge(), "proof": []}, "proof.none", Reason.NO_PROOF),
            (two_proofs(an_unknown_proof()), "proof.unsupported", Reason.PROOF_NOT_CHECKED),
            (by_web(), "key.unavailable", Reason.KEY_NOT_CHECKED),
        ],
        ids=["none", "an empty list", "of an unknown kind", "its key is not had"],
    )
    def test_what_could_not_be_checked(self, document, code, reason):
        verdict = judged(document, {WEB_PAGE: Hosts.DOWN})

        assert found(verdict, "integrity.proof") == (NOT_CHECKED, code, (reason,))
        assert verdict.level is Level.UNDETERMINED

    def test_an_unknown_kind_beside_a_good_one_is_a_warning(self):
        verdict = judged(two_proofs(good_proof(), an_unknown_proof()), registry=Network())

        assert found(verdict, "integrity.proof") == (WARNING, "proof.one-unknown", ())
        assert verdict.level is Level.TRUSTED

    def test_a_key_that_is_not_had_beside_a_good_one_is_not_forgotten(self):
        """Had, it might show a false proof: an outage may not hide that."""
        other = {**good_proof(), "verificationMethod": f"{WEB}#k1"}

        verdict = judged(two_proofs(good_proof(), other), {WEB_PAGE: Hosts.DOWN})

        assert verdict.level is Level.UNDETERMINED

    def test_claims_that_tell_another_story_than_the_badge(self):
        jwt = token({**a_badge(), "iss": did_key(THEIRS)}, OURS)

        verdict = judged(jwt)

        assert (verdict.level, verdict.reasons) == (Level.REFUSED, (Reason.TAMPERED,))


class TestCoverage:
    @pytest.mark.parametrize(
        ("document", "ending"),
        [
            (signed(suite=RDFC), (PASSED, "coverage.full", ())),
            (signed(), (NOT_DUE, "coverage.not-needed", ())),
            (token(a_badge(), OURS), (NOT_DUE, "coverage.not-needed", ())),
            (a_badge(), (NOT_CHECKED, "proof.none", ())),
            (
                {**signed(suite=RDFC), "niveau": "7"},
                (FAILED, "coverage.uncovered", (Reason.UNCOVERED_TEXT,)),
            ),
            (
                signed(suite=JCS)
                | {"proof": {**signed(suite=RDFC)["proof"]}}
                | {"@context": [*a_badge()["@context"], "https://contextes.example/1"]},
                (NOT_CHECKED, "coverage.context-unknown", (Reason.COVERAGE_NOT_CHECKED,)),
            ),
        ],
        ids=["linked data", "the whole text", "a token", "no proof", "added", "unknown words"],
    )
    def test_what_can_be_read_is_what_was_signed(self, document, ending):
        assert found(judged(document), "integrity.coverage") == ending

    def test_an_unknown_context_is_never_fetched(self):
        fetch = Hosts()
        document = {**signed(suite=RDFC), "@context": ["https://contextes.example/1"]}

        judge(as_bytes(document), circumstances(fetch=fetch))

        assert fetch.asked == []


class TestDates:
    @pytest.mark.parametrize(
        ("begins", "ends", "ending"),
        [
            (-1, None, (PASSED, "dates.no-end", ())),
            (-1, 1, (PASSED, "dates.in-force", ())),
            (0, 0, (PASSED, "dates.in-force", ())),
            (1, None, (FAILED, "dates.not-yet", (Reason.NOT_YET_VALID,))),
            (-2, -1, (FAILED, "dates.expired", (Reason.EXPIRED,))),
            (-1, -2, (FAILED, "dates.impossible", (Reason.EXPIRED,))),
            (1, -1, (FAILED, "dates.impossible", (Reason.NOT_YET_VALID, Reason.EXPIRED))),
            (None, None, (WARNING, "dates.unknown", ())),
        ],
    )
    def test_to_the_second_both_ends_included(self, begins, ends, ending):
        def instant(seconds):
            if seconds is None:
                return None
            return (NOW + timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%SZ")

        verdict = judged(signed(validFrom=instant(begins), validUntil=instant(ends)))

        assert found(verdict, "status.dates") == ending
        assert (verdict.level is Level.NOT_VALID_NOW) == (ending[0] is FAILED)


class TestRevocation:
    @pytest.mark.parametrize(
        ("entries", "internet", "ending"),
        [
            (None, {}, (NOT_DUE, "status.none-declared", ())),
            (entry(), {LISTS: a_list(4, 6)}, (PASSED, "status.in-force", ())),
            (entry(), {LISTS: a_list(5)}, (FAILED, "status.revoked", (Reason.REVOKED,))),
            (
                entry(purpose="suspension"),
                {LISTS: a_list(5, purpose="suspension")},
                (FAILED, "status.suspended", (Reason.SUSPENDED,)),
            ),
            (entry(), {}, (NOT_CHECKED, "status.unreachable", (Reason.STATUS_NOT_CHECKED,))),
            (entry(), {LISTS: "{"}, UNLISTED),
            (
                entry(),
                {LISTS: tampered(a_list())},
                UNLISTED,
            ),
            (
                entry(),
                {LISTS: a_list(by=THEIRS)},
                (WARNING, "status.list-by-another", (Reason.LIST_BY_ANOTHER,)),
            ),
            (
                entry(),
                {LISTS: a_list(url="https://listes.example/9")},
                (WARNING, "status.list-other-id", (Reason.LIST_BY_ANOTHER,)),
            ),
            (entry(), {LISTS: a_list(5, by=THEIRS)}, (FAILED, "status.revoked", (Reason.REVOKED,))),
            (
                entry(),
                {LISTS: a_list(by=THEIRS, issuer=did_key(OURS))},
                UNLISTED,
            ),
            (entry(), {LISTS: a_list(bits=1024)}, (WARNING, "status.list-short", ())),
            (
                {"id": "https://x.example/1", "type": "MagicStatus"},
                {},
                (NOT_CHECKED, "status.kind-unknown", (Reason.STATUS_NOT_CHECKED,)),
            ),
        ],
        ids=["no list named", "neighbours withdrawn", "withdrawn", "paused", "silence", "damage",
             "a list changed after signing", "a clean list by another",
             "a list of another name", "a mark by another",
             "a list in the issuer's name by another", "a short list", "an unknown kind"],
    )  # fmt: skip
    def test_what_the_lists_say(self, entries, internet, ending):
        assert (
            found(judged(signed(credentialStatus=entries), internet), "status.revocation") == ending
        )

    def test_every_list_is_asked(self):
        second = "https://listes.example/2"
        internet = {LISTS: a_list(), second: a_list(7, url=second)}

        verdict = judged(signed(credentialStatus=[entry(), entry(7, url=second)]), internet)

        assert verdict.reasons == (Reason.REVOKED, Reason.NO_REGISTRY)

    def test_a_mark_counts_even_when_another_list_is_silent(self):
        entries = [entry(3, url="https://muet.example/1"), entry()]

        verdict = judged(signed(credentialStatus=entries), {LISTS: a_list(5)})

        assert verdict.level is Level.NOT_VALID_NOW

    def test_a_silent_list_counts_even_when_another_is_clear(self):
        entries = [entry(), entry(3, url="https://muet.example/1")]

        verdict = judged(signed(credentialStatus=entries), {LISTS: a_list()})

        assert found(verdict, "status.revocation")[0] is NOT_CHECKED

    def test_a_list_whose_signer_cannot_be_asked_proves_nothing(self):
        listed = secured(
            {name: v for name, v in a_list(issuer=WEB).items() if name != "proof"},
            OURS, JCS, verificationMethod=f"{WEB}#{OURS.public.multibase}",
        )  # fmt: skip

        verdict = judged(signed(credentialStatus=entry()), {LISTS: listed, WEB_PAGE: Hosts.DOWN})

        assert found(verdict, "status.revocation")[0] is NOT_CHECKED

    def test_more_lists_than_any_badge_names(self):
        fetch = Hosts()
        many = [entry(n, url=f"https://listes.example/{n}") for n in range(9)]

        verdict = judge(as_bytes(signed(credentialStatus=many)), circumstances(fetch=fetch)).verdict

        assert found(verdict, "status.revocation")[0] is NOT_CHECKED
        assert fetch.asked == []

    def test_lists_of_the_network_come_with_its_registry(self):
        fetch, network = Hosts({LISTS: a_list()}), Network(lists={LISTS: a_list(5)})
        badge = as_bytes(signed(credentialStatus=entry()))

        judgement = judge(badge, circumstances(fetch=fetch, registry=network))

        assert Reason.REVOKED in judgement.verdict.reasons
        assert (fetch.asked, judgement.requests) == ([], (LISTS,))

    def test_a_list_of_the_network_that_cannot_be_had_is_not_looked_for_elsewhere(self):
        class Broken(Network):
            def document(self, url):
                raise FetchFailed(host="reseau.example")

        fetch = Hosts({LISTS: a_list()})
        badge = as_bytes(signed(credentialStatus=entry()))

        verdict = judge(badge, circumstances(fetch=fetch, registry=Broken())).verdict

        assert (found(verdict, "status.revocation")[0], fetch.asked) == (NOT_CHECKED, [])


class TestKey:
    @pytest.mark.parametrize(
        ("document", "internet", "ending"),
        [
            (signed(), {}, (PASSED, "key.issuers", ())),
            (by_web(), {WEB_PAGE: a_document(WEB, OURS)}, (PASSED, "key.issuers", ())),
            (
                signed(OURS, by=THEIRS),
                {},
                (FAILED, "key.not-issuers", (Reason.KEY_NOT_ISSUERS,)),
            ),
            (
                by_web(key="#k9"),
                {WEB_PAGE: a_document(WEB, OURS)},
                (FAILED, "key.not-issuers", (Reason.KEY_NOT_ISSUERS,)),
            ),
            (
                by_web(key=f"#{THEIRS.public.multibase}", signer=THEIRS),
                {WEB_PAGE: a_document(WEB, OURS)},
                (FAILED, "key.not-issuers", (Reason.KEY_NOT_ISSUERS,)),
            ),
            (
                by_web(),
                {WEB_PAGE: Hosts.DOWN},
                (NOT_CHECKED, "key.unavailable", (Reason.KEY_NOT_CHECKED,)),
            ),
            (
                by_web(),
                {WEB_PAGE: "{}"},
                (NOT_CHECKED, "key.did-document-invalid", (Reason.KEY_NOT_CHECKED,)),
            ),
            (by_site(), {SITE: "<html>"}, (NOT_CHECKED, "key.unproven", (Reason.ISSUER_UNPROVEN,))),
            (a_badge(), {}, (NOT_CHECKED, "key.unproven", ())),
        ],
        ids=["its own", "on its site", "another's", "not listed", "a key after the #", "silence",
             "damage", "nobody's", "no proof"],
    )  # fmt: skip
    def test_whose_it_is(self, document, internet, ending):
        assert found(judged(document, internet), "issuer.key") == ending

    def test_what_the_network_knows_is_asked_first(self):
        fetch, network = Hosts(), Network(keys={WEB: a_document(WEB, OURS)})

        verdict = judge(as_bytes(by_web()), circumstances(fetch=fetch, registry=network)).verdict

        assert (verdict.level, fetch.asked) == (Level.TRUSTED, [])

    @pytest.mark.parametrize(
        ("changes", "ending"),
        [
            ({}, (PASSED, "key.hosted", ())),
            ({"verification": None}, (NOT_CHECKED, "key.unproven", ())),
            (
                {"id": older_badges.BADGE.replace("https", "http")},
                (WARNING, "key.hosted-in-clear", ()),
            ),
        ],
        ids=["as it says", "it does not say how", "an address in clear"],
    )
    def test_a_hosted_badge(self, changes, ending):
        document = older_badges.assertion(**changes)

        verdict = judged(document, older_badges.site(badge=document))

        assert found(verdict, "issuer.key") == ending
        sound = ending[0] is not NOT_CHECKED
        assert verdict.level is (Level.AUTHENTIC if sound else Level.UNDETERMINED)


class TestHosted:
    @pytest.mark.parametrize(
        ("site", "level", "reasons"),
        [
            ({}, Level.AUTHENTIC, set()),
            ({"badge": Hosts.DOWN}, Level.UNDETERMINED, {"HOSTED", "STATUS"}),
            ({"badge": 410}, Level.NOT_VALID_NOW, {"REVOKED", "HOSTED"}),
            (
                {"badge": older_badges.assertion(revoked=True)},
                Level.NOT_VALID_NOW,
                {"REVOKED", "HOSTED"},
            ),
            (
                {"badge": older_badges.assertion(issuedOn="2025-01-01")},
                Level.REFUSED,
                {"HOSTED_DIFFERS"},
            ),
        ],
        ids=["the same", "silence", "gone", "withdrawn", "another story"],
    )  # fmt: skip
    def test_the_host_s_copy_is_the_badge(self, site, level, reasons):
        verdict = judged(older_badges.assertion(), older_badges.site(**site))

        named = {one.removesuffix("_NOT_CHECKED") for one in verdict.reasons}
        assert (verdict.level, named - {Reason.NO_REGISTRY}) == (level, reasons)

    def test_a_signed_older_badge(self):
        document = older_badges.assertion(
            id="urn:uuid:1", verification={"type": "SignedBadge", "creator": older_badges.KEY}
        )
        lists = "https://badges.fablab.example/revoked.json"
        profile = older_badges.profile(revocationList=lists)
        jws = token(document, rsa_key(), {"kid": None, "typ": None})
        internet = older_badges.site(issuer=profile)
        listed = {
            "@context": older_badges.OB2,
            "id": lists,
            "type": "RevocationList",
            "issuer": older_badges.ISSUER,
        }

        clear = judged(jws, {**internet, lists: {**listed, "revokedAssertions": ["urn:uuid:2"]}})
        marked = judged(jws, {**internet, lists: {**listed, "revokedAssertions": ["urn:uuid:1"]}})
        silent = judged(jws, {**internet, lists: Hosts.DOWN})

        assert [one.level for one in (clear, marked, silent)] == [
            Level.AUTHENTIC, Level.NOT_VALID_NOW, Level.UNDETERMINED,
        ]  # fmt: skip
        assert clear.credential.issuer.id == older_badges.ISSUER

    @pytest.mark.parametrize(
        ("promised", "level"),
        [
            (None, Level.AUTHENTIC),
            ("", Level.AUTHENTIC),
            ({"id": "https://badges.fablab.example/revoked.json"}, Level.NOT_VALID_NOW),
            (["https://badges.fablab.example/revoked.json"], Level.NOT_VALID_NOW),
            (["https://badges.fablab.example/revoked.json", "https://b.example"],
             Level.UNDETERMINED),
            ({"revokedAssertions": ["urn:uuid:1"]}, Level.UNDETERMINED),
            (5, Level.UNDETERMINED),
        ],
    )  # fmt: skip
    def test_a_list_that_is_promised_in_another_way_is_not_forgotten(self, promised, level):
        document = older_badges.assertion(
            id="urn:uuid:1", verification={"type": "SignedBadge", "creator": older_badges.KEY}
        )
        lists = "https://badges.fablab.example/revoked.json"
        listed = {
            "@context": older_badges.OB2,
            "id": lists,
            "type": "RevocationList",
            "issuer": older_badges.ISSUER,
            "revokedAssertions": ["urn:uuid:1"],
        }
        internet = older_badges.site(issuer=older_badges.profile(revocationList=promised))
        jws = token(document, rsa_key(), {"kid": None, "typ": None})

        assert judged(jws, {**internet, lists: listed}).level is level

    @pytest.mark.parametrize("uid", [4, "4"])
    def test_the_name_of_a_badge_of_the_first_years_may_be_a_number(self, uid):
        lists = "https://badges.fablab.example/revoked.json"
        document = older_badges.assertion(
            **{"@context": "https://w3id.org/openbadges/v1", "verification": None},
            uid=uid,
            verify={"type": "signed", "url": older_badges.KEY},
        )
        internet = older_badges.site(issuer=older_badges.profile(revocationList=lists))
        jws = token(document, rsa_key(), {"kid": None, "typ": None})

        verdict = judged(jws, {**internet, lists: {"4": "Une erreur"}})

        assert (verdict.level, verdict.reasons[0]) == (Level.NOT_VALID_NOW, Reason.REVOKED)


class TestRegistry:
    @pytest.mark.parametrize(
        ("answer", "code", "level", "reasons"),
        [
            (Answer.YES, "member", Level.TRUSTED, ()),
            (Answer.PAST, "past-member", Level.TRUSTED, ()),
            (Answer.UNSURE, "expired", Level.UNDETERMINED, (Reason.REGISTRY_NOT_CHECKED,)),
            (Answer.NO, "something-new", Level.UNDETERMINED, (Reason.REGISTRY_NOT_CHECKED,)),
            (Answer.NO, "not-member-then", Level.AUTHENTIC, (Reason.NOT_MEMBER_THEN,)),
            (Answer.NO, "not-for-this-badge", Level.AUTHENTIC, (Reason.NOT_FOR_THIS_BADGE,)),
            (Answer.NO, "recogniser-only", Level.AUTHENTIC, (Reason.NOT_FOR_THIS_BADGE,)),
            (Answer.NO, "key-not-awarding", Level.AUTHENTIC, (Reason.KEY_NOT_AWARDING,)),
            (Answer.NO, "key-stolen", Level.AUTHENTIC, (Reason.KEY_NOT_AWARDING,)),
            (Answer.UNKNOWN, "not-listed", Level.AUTHENTIC, (Reason.NOT_IN_REGISTRY,)),
        ],
    )
    def test_what_the_network_says(self, answer, code, level, reasons):
        outcomes = {
            Level.TRUSTED: PASSED, Level.UNDETERMINED: NOT_CHECKED, Level.AUTHENTIC: WARNING,
        }  # fmt: skip

        verdict = judged(signed(), registry=Network(answer, f"registry.{code}"))

        ending = (outcomes[level], f"registry.{code}", reasons)
        assert found(verdict, "issuer.registry") == ending
        assert (verdict.level, verdict.reasons) == (level, reasons)

    def test_without_a_network_nobody_is_asked(self):
        verdict = judged(signed())

        assert found(verdict, "issuer.registry") == (
            NOT_DUE, "registry.none", (Reason.NO_REGISTRY,),
        )  # fmt: skip
        assert verdict.level is Level.AUTHENTIC

    def test_a_name_that_could_be_taken_for_a_partner_s(self):
        network = Network(Answer.UNKNOWN, "registry.not-listed", alike="Mission locale")

        assert found(judged(signed(), registry=network), "issuer.registry") == (
            WARNING, "registry.look-alike", (Reason.LOOK_ALIKE, Reason.NOT_IN_REGISTRY),
        )  # fmt: skip

    def test_a_list_that_cannot_be_read_says_nothing(self):
        verdict = judged(signed(), registry_problem=RegistryUnreachable(source="x"))

        assert found(verdict, "issuer.registry") == (
            NOT_CHECKED, "registry.not-checked", (Reason.REGISTRY_NOT_CHECKED,),
        )  # fmt: skip
        assert verdict.level is Level.UNDETERMINED

    def test_names_and_recognisers_come_from_the_network(self):
        verdict = judged(signed(), registry=Network())

        assert verdict.issuer_name == "Mission locale de l’Ornaize"
        assert [one.name for one in verdict.recognised_by] == ["Fablab"]

    @pytest.mark.parametrize("document", [a_badge(), by_web(), tampered(signed())])
    def test_of_a_badge_that_the_issuer_did_not_sign_nobody_s_name_is_given(self, document):
        verdict = judged(document, {WEB_PAGE: Hosts.DOWN}, registry=Network())

        assert (verdict.issuer_name, verdict.recognised_by) == (None, ())


NAME = {"type": "IdentityObject", "identityType": "name", "hashed": False}
NAMED = with_subject(identifier=[{**NAME, "identityHash": "Élodie Martin"}])


class TestRecipient:
    @pytest.mark.parametrize(
        ("asked", "ending"),
        [
            ((), (NOT_DUE, "recipient.not-asked", ())),
            (("MARTIN elodie",), (PASSED, "recipient.match", ())),
            (("did:example:camille",), (PASSED, "recipient.match", ())),
            (("autre@example.org", "martin élodie"), (PASSED, "recipient.match", ())),
            (("Paul Martin",), (FAILED, "recipient.other", (Reason.OTHER_PERSON,))),
            (("autre@example.org", "Paul"), (FAILED, "recipient.other", (Reason.OTHER_PERSON,))),
            (
                ("autre@example.org",),
                (NOT_CHECKED, "recipient.not-comparable", (Reason.RECIPIENT_NOT_CHECKED,)),
            ),
        ],
    )
    def test_whose_badge_it_is(self, asked, ending):
        verdict = judged(signed(credentialSubject=NAMED), recipients=asked)

        assert found(verdict, "recipient.identity") == ending
        assert (verdict.level is Level.NOT_THEIRS) == (ending[0] is FAILED)

    def test_a_name_hidden_by_a_broken_hash(self):
        hidden = f"md5${md5(b'camille@example.org').hexdigest()}"
        recipient = {"type": "email", "hashed": True, "identity": hidden}
        document = older_badges.assertion(recipient=recipient)

        verdict = judged(
            document, older_badges.site(badge=document), recipients=("camille@example.org",)
        )

        assert found(verdict, "recipient.identity") == (WARNING, "recipient.match-weak", ())


QUESTION = {"challenge": "q-1", "domain": "https://guichet.example"}


class TestPresentations:
    def shown(self, *badges, **more):
        return presented(*badges, **{**QUESTION, **more})

    def a_badge_of(self, holder=HOLDER):
        return signed(credentialSubject=with_subject(id=did_key(holder)))

    @pytest.mark.parametrize(
        ("changes", "level", "reason"),
        [
            ({}, Level.TRUSTED, None),
            ({"challenge": "q-0"}, Level.REFUSED, Reason.PROOF_MISUSED),
            ({"domain": "https://ailleurs.example"}, Level.REFUSED, Reason.PROOF_MISUSED),
            ({"proofPurpose": "assertionMethod"}, Level.REFUSED, Reason.PROOF_MISUSED),
            ({"by": THEIRS}, Level.REFUSED, Reason.KEY_NOT_ISSUERS),
            ({"proof": None}, Level.UNDETERMINED, Reason.NO_PROOF),
            ({"holder": THEIRS}, Level.NOT_THEIRS, Reason.OTHER_PERSON),
        ],
        ids=["its person, now", "an old answer", "for elsewhere", "another use",
             "signed by another", "unsigned", "shown by another"],
    )  # fmt: skip
    def test_who_shows_it(self, changes, level, reason):
        verdict = judged(self.shown(self.a_badge_of(), **changes), registry=Network(), **QUESTION)

        assert verdict.level is level
        assert reason is None or reason in verdict.reasons

    def test_it_is_as_good_as_the_worst_badge_in_it(self):
        shown = self.shown(self.a_badge_of(), tampered(self.a_badge_of()))

        verdict = judged(shown, registry=Network(), **QUESTION)

        assert verdict.level is Level.REFUSED
        assert [part.level for part in verdict.parts] == [Level.TRUSTED, Level.REFUSED]

    def test_a_false_one_shows_nothing_of_what_it_holds(self):
        verdict = judged(tampered(self.shown(self.a_badge_of())), registry=Network())

        assert (verdict.level, verdict.credential, verdict.parts) == (Level.REFUSED, None, ())

    def test_nobody_is_compared_when_nothing_was_asked(self):
        verdict = judged(presented(self.a_badge_of(THEIRS)), registry=Network())

        assert found(verdict, "recipient.identity")[1] == "recipient.not-asked"


class TestAdvice:
    def test_a_picture(self):
        picture = png(itxt(json.dumps(signed())))
        twice = png(itxt(json.dumps(signed())), itxt(json.dumps(signed())))

        assert found(judged(picture), "integrity.picture") == (NOT_DUE, "picture.unnamed", ())
        assert found(judged(twice), "integrity.picture")[:2] == (WARNING, "read.chunk-twice")
        assert found(judged(signed()), "integrity.picture")[:2] == (NOT_DUE, "picture.none")

    @pytest.mark.parametrize(
        ("subject", "ending"),
        [
            (with_subject(), (PASSED, "content.complete", ())),
            (with_subject(achievement=None), (WARNING, "content.incomplete", ())),
            (
                with_subject(
                    achievement={"id": "urn:uuid:1", "type": ["Achievement"], "name": "Messages"}
                ),
                (WARNING, "content.incomplete", ()),
            ),
        ],
        ids=["all there", "no achievement", "no criteria"],
    )
    def test_what_a_reader_would_miss(self, subject, ending):
        subject = {name: value for name, value in subject.items() if value is not None}

        assert found(judged(signed(credentialSubject=subject)), "content.schema") == ending

    @pytest.mark.parametrize(
        ("evidence", "ending"),
        [
            (None, (NOT_DUE, "evidence.none", ())),
            (
                [{"type": ["Evidence"], "narrative": "Trois messages."}],
                (NOT_DUE, "evidence.told", ()),
            ),
            (
                [{"type": ["Evidence"], "id": "https://preuves.example/1"}],
                (NOT_CHECKED, "evidence.not-opened", ()),
            ),
        ],
    )
    def test_evidence_is_never_opened(self, evidence, ending):
        fetch = Hosts()
        verdict = judge(as_bytes(signed(evidence=evidence)), circumstances(fetch=fetch)).verdict

        assert found(verdict, "content.evidence") == ending
        assert fetch.asked == []

    @pytest.mark.parametrize(
        ("change", "ending"),
        [
            (lambda one: one, (PASSED, "endorsement.signed", ())),
            (tampered, (WARNING, "endorsement.false", ())),
            (
                lambda one: {name: v for name, v in one.items() if name != "proof"},
                (NOT_CHECKED, "endorsement.not-checked", ()),
            ),
            (lambda one: {"id": "urn:x"}, (WARNING, "endorsement.false", ())),
        ],
        ids=["signed", "changed", "unsigned", "no badge"],
    )
    def test_words_of_support_must_be_signed_and_decide_nothing(self, change, ending):
        words = signed(
            THEIRS,
            id="urn:uuid:2",
            type=["VerifiableCredential", "EndorsementCredential"],
            credentialSubject={
                "id": "https://badges.example/messagerie",
                "type": ["EndorsementSubject"],
                "endorsementComment": "Nous le reconnaissons.",
            },
        )

        verdict = judged(signed(endorsement=[change(words)]), registry=Network())

        assert found(verdict, "content.endorsements") == ending
        assert verdict.level is Level.TRUSTED
