"""Words of support: said only when they are signed by the one who speaks, and of this badge."""

import json

import pytest

from tests.shared import linked_badges, older_badges
from tests.shared.hosts import Hosts
from tests.shared.signers import b64u, did_key, ed25519, rsa_key, secured, token
from tests.verifier.cases import (
    HOLDER,
    JCS,
    LISTS,
    OURS,
    RDFC,
    THEIRS,
    Network,
    a_badge,
    a_list,
    a_partner,
    as_bytes,
    circumstances,
    entry,
    found,
    judged,
    signed,
    tampered,
)
from trust_registry.index import Answer
from verifier.report import as_json
from verifier.supporting import MAX_ENDORSEMENTS
from verifier.verdict import Level, Outcome
from verifier.verify import judge
from verifier.wording import in_words
from verifier.wording.text import as_text

ACHIEVEMENT = "https://badges.example/messagerie"
COMMENT = "Nous le reconnaissons à l’embauche."
CHECK = "content.endorsements"


def words(signer=THEIRS, *, about=ACHIEVEMENT, suite=JCS, by=None, **more):
    """Words of support of ``signer``, signed by it or by another."""
    document = {
        "@context": [linked_badges.VC2, linked_badges.OB3],
        "id": "urn:uuid:2",
        "type": ["VerifiableCredential", "EndorsementCredential"],
        "issuer": {"id": did_key(signer), "type": ["Profile"], "name": "Fablab de Dole"},
        "validFrom": "2026-02-01T10:00:00Z",
        "credentialSubject": {
            "id": about,
            "type": ["EndorsementSubject"],
            "endorsementComment": COMMENT,
        },
        **more,
    }
    return secured(document, by or signer, suite)


def unsigned(document):
    return {name: value for name, value in document.items() if name != "proof"}


def as_token(document, signer=THEIRS):
    return token(unsigned(document), signer)


def on_the_achievement(**more):
    badge = linked_badges.with_achievement(**more)
    return signed(credentialSubject=badge["credentialSubject"])


def on_the_issuer(*endorsements):
    profile = {"id": did_key(OURS), "type": ["Profile"], "name": "Mission locale"}
    return signed(issuer={**profile, "endorsement": list(endorsements)})


@pytest.mark.parametrize(
    ("document", "about"),
    [
        (signed(endorsement=[words()]), "badge"),
        (signed(endorsement=words(suite=RDFC)), "badge"),
        (signed(endorsement=[words(about=linked_badges.BADGE)]), "award"),
        (signed(endorsement=[words(about=did_key(OURS))]), "issuer"),
        (signed(endorsementJwt=[as_token(words())]), "badge"),
        (on_the_achievement(endorsement=[words()]), "badge"),
        (on_the_achievement(endorsementJwt=[as_token(words())]), "badge"),
        (on_the_issuer(words(about=did_key(OURS))), "issuer"),
    ],
    ids=["beside", "alone, in linked data", "of the award", "of the issuer", "as a token",
         "on the achievement", "as a token on the achievement", "on the issuer"],
)  # fmt: skip
def test_what_somebody_else_signed(document, about):
    verdict = judged(document, registry=Network())

    assert found(verdict, CHECK) == (Outcome.PASSED, "endorsement.signed", ())
    (support,) = verdict.support
    assert (support.about, support.comment) == (about, COMMENT)
    assert support.issuer.id == did_key(THEIRS)
    assert support.registry_name == "Mission locale de l’Ornaize"


class Knowing(Network):
    """A network that knows who speaks, whatever it says of who awarded the badge."""

    def partner(self, issuer_id):
        is_speaker = issuer_id == did_key(THEIRS)
        return a_partner(issuer_id, "Fablab de Dole") if is_speaker else super().partner(issuer_id)


@pytest.mark.parametrize("about", [ACHIEVEMENT, linked_badges.BADGE])
@pytest.mark.parametrize(
    ("answer", "code"),
    [(Answer.UNKNOWN, "not-listed"), (Answer.NO, "not-for-this-badge"), (Answer.UNSURE, "expired")],
)
def test_a_partner_s_genuine_words_say_nothing_of_a_stranger_s_copy(answer, code, about):
    network = Knowing(answer, f"registry.{code}")

    verdict = judged(signed(endorsement=[words(about=about)]), registry=network)

    assert found(verdict, CHECK)[:2] == (Outcome.NOT_CHECKED, "endorsement.not-checked")
    assert [one.issuer for one in verdict.support] == [None]


def test_a_partner_may_speak_of_a_stranger_by_its_own_address():
    network = Knowing(Answer.UNKNOWN, "registry.not-listed")

    verdict = judged(on_the_issuer(words(about=did_key(OURS))), registry=network)

    assert [one.registry_name for one in verdict.support] == ["Fablab de Dole"]


LISTED = words(credentialStatus=entry())


@pytest.mark.parametrize(
    ("endorsement", "internet", "ending"),
    [
        (tampered(words()), {}, (Outcome.WARNING, "endorsement.false")),
        (words(by=HOLDER), {}, (Outcome.WARNING, "endorsement.false")),
        (words(credentialSubject={"id": ACHIEVEMENT, "mark": "20/20"}, suite=JCS), {},
         (Outcome.PASSED, "endorsement.signed")),
        ({**words(suite=RDFC), "mark": "20/20"}, {}, (Outcome.WARNING, "endorsement.false")),
        ({"id": "urn:x"}, {}, (Outcome.WARNING, "endorsement.false")),
        (signed(THEIRS), {}, (Outcome.WARNING, "endorsement.false")),
        (unsigned(words()), {}, (Outcome.NOT_CHECKED, "endorsement.not-checked")),
        (words(about="https://badges.example/autre"), {},
         (Outcome.WARNING, "endorsement.of-another")),
        (words(validUntil="2026-11-01T00:00:00Z"), {}, (Outcome.WARNING, "endorsement.ended")),
        (words(validFrom="2027-01-01T00:00:00Z"), {}, (Outcome.WARNING, "endorsement.ended")),
        (LISTED, {LISTS: a_list(by=THEIRS)}, (Outcome.PASSED, "endorsement.signed")),
        (LISTED, {LISTS: a_list(5, by=THEIRS)}, (Outcome.WARNING, "endorsement.ended")),
        (LISTED, {LISTS: Hosts.DOWN}, (Outcome.NOT_CHECKED, "endorsement.not-checked")),
        (words(OURS), {}, (Outcome.NOT_APPLICABLE, "endorsement.own")),
        (words(issuer="did:web:ailleurs.example"), {},
         (Outcome.WARNING, "endorsement.false")),
    ],
    ids=["changed", "another key", "with more in it, signed", "with more in it, not signed",
         "nothing", "a badge", "unsigned", "of another badge", "over", "not yet", "listed",
         "taken back", "list unknown", "of the issuer itself", "in another name"],
)  # fmt: skip
def test_each_ending_and_none_decides(endorsement, internet, ending):
    verdict = judged(signed(endorsement=[endorsement]), internet, registry=Network())

    assert found(verdict, CHECK)[:2] == ending
    assert verdict.level is Level.TRUSTED
    assert all(one.issuer is None for one in verdict.support if one.outcome is not Outcome.PASSED)


@pytest.mark.parametrize(
    "text",
    [
        as_token(words(), HOLDER),
        as_token(words())[:-4] + "AAAA",
        "ey.not.one",
        "x",
        b64u(b"{}") + "." + b64u(b"{}") + ".",
        token(a_badge(THEIRS), THEIRS),
    ],
    ids=["another key", "changed", "no token", "no text of ours", "empty", "a badge"],
)
def test_a_token_that_is_none_is_never_shown(text):
    verdict = judged(signed(endorsementJwt=[text]), registry=Network())

    assert found(verdict, CHECK)[:2] == (Outcome.WARNING, "endorsement.false")
    assert verdict.level is Level.TRUSTED


def test_a_false_one_among_good_ones_is_said_and_the_good_ones_are_shown():
    verdict = judged(signed(endorsement=[words(), tampered(words())]), registry=Network())

    finding = next(one for one in verdict.findings if one.check == CHECK)
    assert (finding.code, finding.facts) == ("endorsement.false", {"count": 2, "good": 1})


@pytest.mark.parametrize(("count", "outcome"), [(8, Outcome.PASSED), (9, Outcome.NOT_CHECKED)])
def test_only_so_many_are_looked_at(count, outcome):
    assert MAX_ENDORSEMENTS == 8
    several = [words(ed25519(40 + number)) for number in range(count)]

    verdict = judged(signed(endorsement=several), registry=Network())

    assert found(verdict, CHECK)[0] is outcome
    assert sum(one.outcome is Outcome.PASSED for one in verdict.support) == 8


def test_those_of_words_of_support_are_not_looked_at():
    deeper = words(endorsement=[words(HOLDER, credentialStatus=entry(), about=did_key(THEIRS))])
    fetch = Hosts({LISTS: a_list(by=HOLDER)})

    verdict = judged(signed(endorsement=[deeper]), fetch=fetch, registry=Network())

    assert found(verdict, CHECK)[1] == "endorsement.signed"
    assert fetch.asked == []


@pytest.mark.parametrize("secure", [lambda: a_badge(endorsement=[LISTED]),
                                    lambda: tampered(signed(endorsement=[LISTED]))])  # fmt: skip
def test_of_a_badge_that_nobody_signed_nobody_is_asked(secure):
    fetch = Hosts({LISTS: a_list(by=THEIRS)})

    verdict = judge(as_bytes(secure()), circumstances(fetch=fetch, registry=Network())).verdict

    assert fetch.asked == []
    assert all(one.issuer is None for one in verdict.support)


class TestOlder:
    """Open Badges 2: hosted where the one who speaks hosts, or signed."""

    SPEAKER = "https://fablab-voisin.example"
    PAGE, PROFILE, KEY = f"{SPEAKER}/e/1.json", f"{SPEAKER}/issuer.json", f"{SPEAKER}/key.json"

    def said(self, **more):
        return {
            "@context": older_badges.OB2,
            "type": "Endorsement",
            "id": self.PAGE,
            "claim": {"id": older_badges.CLASS, "endorsementComment": COMMENT},
            "issuer": self.PROFILE,
            "issuedOn": "2026-02-02T10:00:00Z",
            "verification": {"type": "HostedBadge"},
            **more,
        }

    def site(self, **more):
        profile = older_badges.profile(id=self.PROFILE, name="Fablab voisin", publicKey=self.KEY)
        key = older_badges.key_document(id=self.KEY, owner=self.PROFILE)
        return {self.PAGE: self.said(), self.PROFILE: profile, self.KEY: key, **more}

    def judged(self, *endorsements, at="badge", site=None):
        made = {
            "badge": {"badge": older_badges.assertion(endorsement=list(endorsements))},
            "class": {"badge_class": older_badges.badge_class(endorsement=list(endorsements))},
            "issuer": {"issuer": older_badges.profile(endorsement=list(endorsements))},
        }[at]
        pages = {**older_badges.site(**made), **(self.site() if site is None else site)}
        document = made.get("badge") or older_badges.assertion()
        return judged(document, pages, registry=Network())

    @pytest.mark.parametrize("at", ["badge", "class", "issuer"])
    @pytest.mark.parametrize("whole", [True, False], ids=["in full", "its address"])
    def test_where_it_stands(self, at, whole):
        verdict = self.judged(self.said() if whole else self.PAGE, at=at)

        assert found(verdict, CHECK)[1] == "endorsement.signed"
        (support,) = verdict.support
        assert (support.issuer.id, support.issuer.name) == (self.PROFILE, "Fablab voisin")
        assert (support.about, support.comment) == ("badge", COMMENT)

    @pytest.mark.parametrize(
        ("pages", "code"),
        [
            ({PAGE: 410}, "endorsement.ended"),
            ({PAGE: 404}, "endorsement.not-checked"),
            ({PROFILE: Hosts.DOWN}, "endorsement.not-checked"),
        ],
        ids=["gone", "not there", "nobody knows who speaks"],
    )
    def test_what_its_host_does_not_say(self, pages, code):
        verdict = self.judged(self.said(), site=self.site(**pages))

        assert found(verdict, CHECK)[1] == code
        assert verdict.level is Level.TRUSTED

    @pytest.mark.parametrize(
        ("hosted", "code"),
        [
            ({"revoked": True}, "endorsement.ended"),
            ({"claim": {"id": older_badges.CLASS}}, "endorsement.false"),
            ({"issuer": older_badges.ISSUER}, "endorsement.false"),
            ({"type": "Assertion"}, "endorsement.false"),
        ],
        ids=["taken back", "something else", "somebody else", "no endorsement"],
    )
    def test_what_its_host_says_counts(self, hosted, code):
        verdict = self.judged(self.said(), site=self.site(**{self.PAGE: self.said(**hosted)}))

        assert found(verdict, CHECK)[1] == code

    def test_a_page_at_another_s_site_does_not_speak_for_them(self):
        page = "https://ailleurs.example/e.json"
        hosted = self.said(id=page)

        verdict = self.judged(hosted, site=self.site(**{page: hosted}))

        assert found(verdict, CHECK)[1] == "endorsement.false"

    def test_of_another_badge(self):
        other = self.said(claim={"id": "https://badges.example/autre"})

        verdict = self.judged(self.PAGE, site=self.site(**{self.PAGE: other}))

        assert found(verdict, CHECK)[1] == "endorsement.of-another"

    @pytest.mark.parametrize(
        ("signer", "code"),
        [
            (rsa_key(), "endorsement.signed"),
            (rsa_key(number=2), "endorsement.false"),
        ],
        ids=["by its key", "by another"],
    )
    def test_signed(self, signer, code):
        said = self.said(verification={"type": "SignedBadge", "creator": self.KEY})
        text = token(said, signer, {"kid": None})

        assert found(self.judged(text), CHECK)[1] == code


class TestTold:
    def report(self, *endorsements, **network):
        known = circumstances(registry=Network(**network))
        return judge(as_bytes(signed(endorsement=list(endorsements))), known)

    def test_programs_are_told_of_a_false_one_only_that_it_is_there(self):
        judgement = self.report(words(), tampered(words(HOLDER)))

        good, false = as_json(judgement, input_name="x")["credential"]["endorsements"]

        assert good["by"] == {
            "id": did_key(THEIRS),
            "name": "Fablab de Dole",
            "registry_name": "Mission locale de l’Ornaize",
        }
        assert (false["outcome"], false["by"], false["comment"]) == ("failed", None, None)
        assert did_key(HOLDER) not in json.dumps(false)

    def test_people_read_who_speaks_and_what_they_say(self):
        worded = in_words(self.report(words()), "fr")

        (one,) = worded.support
        assert one.name == "Mission locale de l’Ornaize"
        assert one.comment == COMMENT
        assert COMMENT in as_text(worded)

    def test_a_name_that_the_network_does_not_know_is_quoted(self):
        worded = in_words(
            self.report(words(), answer=Answer.UNKNOWN, code="registry.not-listed"), "fr"
        )

        (one,) = worded.support
        assert "Fablab de Dole" in one.name
        assert one.name.startswith("«")
        assert one.label == "Nom non vérifié"

    @pytest.mark.parametrize("network", [{"registry": None}, {"registry": Network(Answer.UNKNOWN)}])
    def test_who_nobody_knows_is_not_said_to_be_of_the_network(self, network):
        verdict = judged(signed(endorsement=[words()]), **network)

        assert found(verdict, CHECK)[:2] == (Outcome.PASSED, "endorsement.signed-by-unknown")

    def test_of_a_false_one_nothing_is_read(self):
        worded = in_words(self.report(tampered(words())), "fr")

        assert worded.support == ()
        assert COMMENT not in as_text(worded)
