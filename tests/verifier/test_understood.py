"""What fresh readers took wrongly once: each answer leaves one way to understand it."""

from dataclasses import replace

import pytest

from tests.verifier.cases import Network, a_partner
from tests.verifier.judged import a_judgement, a_verdict, findings
from tests.workshop import circumstances
from verifier.verdict import Level, Outcome, Reason
from verifier.verify import judge
from verifier.wording import as_text, in_words
from verifier.wording.reaching import reach
from verifier.words import WORDS

LOOK_ALIKE = "kevin-texte-nom-ressemblant.png"
STRANGER = "kevin-navigation-inconnue.png"
SOMEBODY_ELSES = "olena-navigation-autre-personne.png"
SILENT = "marie-therese-presentation-site-en-panne.png"
WITHDRAWN = "kevin-tablette-retire.png"
EXPIRED = "rose-comptes-date-passee.png"
UNSIGNED = "ousmane-ordinateur-sans-signature.json"


@pytest.fixture(scope="module")
def told(region):
    """Say the answer about a badge of the region, in French."""
    around = circumstances(region)

    def worded(file, *recipients):
        content = region.badge(file).content
        return in_words(judge(content, replace(around, recipients=recipients)), "fr")

    yield worded
    around.registry.close()


class TestALookAlike:
    def test_both_names_stand_one_above_the_other(self, told, region):
        written, partner = told(LOOK_ALIKE).alike

        assert partner.value == region.partner("formation-bresseval").name
        assert written.value != partner.value
        assert (written.label, partner.label) == (
            WORDS.say("alike.written"), WORDS.say("alike.partner"),
        )  # fmt: skip

    def test_the_one_to_write_to_is_the_real_partner(self, told, region):
        asked = told(LOOK_ALIKE).contact

        assert asked.label == region.partner("formation-bresseval").name
        assert "@" in asked.value

    def test_it_is_told_apart_from_any_other_stranger(self, told):
        assert told(LOOK_ALIKE).word != told(STRANGER).word
        assert told(STRANGER).alike == ()

    def test_a_terminal_shows_both_names_too(self, told):
        worded = told(LOOK_ALIKE)
        text = as_text(worded)

        assert [one.value in text for one in (*worded.alike, worded.contact)] == [True] * 3


class TestWhoRecognisesIt:
    @pytest.mark.parametrize("file", [STRANGER, LOOK_ALIKE, "ousmane-sites-cle-pas-prevue.png"])
    def test_who_could_not_award_it_is_not_said_to_recognise_it(self, told, file):
        assert told(file).recognised == WORDS.say("report.recognised-no-partner")

    def test_a_partner_is(self):
        worded = in_words(a_judgement(a_verdict(), registry=Network()), "fr")

        assert worded.recognised == WORDS.say("report.recognised-nobody")

    def test_that_we_do_not_know_who_it_is_comes_first(self, told):
        lead = told(STRANGER).lead

        assert lead.index("Nous ne savons pas qui") < lead.index("Personne n’a modifié")


class TestAnotherPerson:
    def test_a_badge_that_is_otherwise_good_is_said_to_be(self, told):
        worded = told(SOMEBODY_ELSES, "Jean-Marc Petitjean")

        assert worded.level is Level.NOT_THEIRS
        assert worded.can_rename
        assert worded.sound == WORDS.say("report.sound-otherwise")
        assert worded.badge.opening == WORDS.say("badge.others-can-do")

    def test_a_stranger_s_badge_is_not(self, told):
        worded = told(STRANGER, "Jean-Marc Petitjean")

        assert (worded.level, worded.sound) == (Level.NOT_THEIRS, "")

    @pytest.mark.parametrize("level", sorted(set(Level) - {Level.UNREADABLE, Level.NOT_THEIRS}))
    def test_another_name_is_offered_only_where_it_may_change_the_answer(self, level):
        assert not in_words(a_judgement(a_verdict(level)), "fr").can_rename

    def test_a_name_that_could_not_be_compared_may_be_corrected_too(self):
        verdict = a_verdict(Level.UNDETERMINED, Reason.RECIPIENT_NOT_CHECKED)

        assert in_words(a_judgement(verdict), "fr").can_rename


class TestSilence:
    def test_who_did_not_answer_comes_before_what_we_do_not_know(self, told):
        worded = told(SILENT)

        assert worded.lead.startswith("Le site")
        assert worded.lead.endswith(WORDS.say("answer.status-not-checked", part="lead"))

    def test_what_is_good_is_said(self, told):
        assert told(SILENT).sound == WORDS.say("report.sound-signature")

    @pytest.mark.parametrize("check", ["integrity_proof", "issuer_key"])
    def test_no_signature_is_good_when_half_of_it_was_looked_at(self, check):
        unlooked = {"code": "key.unavailable", "outcome": Outcome.NOT_CHECKED}
        verdict = a_verdict(
            Level.UNDETERMINED, Reason.KEY_NOT_CHECKED, findings=findings(**{check: unlooked})
        )

        assert in_words(a_judgement(verdict), "fr").sound == ""

    def test_one_cause_is_said_once(self):
        silent = {"code": "key.unavailable", "outcome": Outcome.NOT_CHECKED}
        verdict = a_verdict(
            Level.UNDETERMINED,
            Reason.KEY_NOT_CHECKED,
            findings=findings(integrity_proof=silent, issuer_key=silent),
        )
        worded = in_words(a_judgement(verdict), "fr")

        codes = [line.code for line in (*worded.checks, *worded.more_checks)]
        assert codes.count("key.unavailable") == 1
        assert len(codes) == len(findings()) - 1


class TestWhatIsOver:
    @pytest.mark.parametrize(
        "file", [WITHDRAWN, EXPIRED, "kevin-smartphone-en-pause.svg"], ids=lambda name: name
    )
    def test_it_is_spoken_of_in_the_past(self, told, file):
        worded = told(file)

        assert worded.badge.opening == WORDS.say("badge.could-do")
        assert worded.contact is not None

    def test_what_has_not_begun_is_not(self, told):
        worded = told("olena-sites-pas-encore.json")

        assert worded.badge.opening == WORDS.say("badge.can-do")
        assert worded.contact is None

    def test_what_was_learnt_stays_learnt(self, told):
        assert told(EXPIRED).note == WORDS.say("answer.expired", part="note")


@pytest.mark.parametrize(
    ("contact", "means"),
    [
        (None, "none"),
        ("accueil@clairval.example", "mail"),
        ("https://clairval.example/contact", "page"),
    ],
)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_nobody_is_told_to_call_where_there_is_no_telephone(contact, means, lang):
    partner = replace(a_partner("did:web:x", "Clairval"), contact=contact)

    advice = WORDS.say(
        "answer.status-not-checked", {"reach": reach(partner)}, lang=lang, part="do-2"
    )

    assert reach(partner) == means
    assert "appelez" not in advice
    assert "call" not in advice.split()


def test_a_file_without_a_badge_was_looked_at_not_verified(told):
    when = told("capture-d-ecran.png").when

    assert when.startswith("Regardé")


def test_a_name_is_written_by_hand_only_where_it_was_asked_about(told):
    assert told("amina-ordinateur.png", "Amina Benali").badge.to_write
    assert not told("amina-ordinateur.png").badge.to_write
    assert not told(SOMEBODY_ELSES, "Jean-Marc Petitjean").badge.to_write


def test_a_list_is_said_to_be_as_old_as_it_is(told, region):
    worded = told("amina-ordinateur.png")
    listed = next(line for line in worded.checks if line.check == "status.revocation")

    assert "22\N{NO-BREAK SPACE}novembre\N{NO-BREAK SPACE}2026" in listed.help


def test_a_draft_is_unknown_for_its_missing_signature_alone(region):
    around = circumstances(region)
    verdict = judge(region.badge(UNSIGNED).content, around).verdict
    around.registry.close()
    network = next(one for one in verdict.findings if one.check == "issuer.registry")

    assert verdict.reasons == (Reason.NO_PROOF,)
    assert (network.code, network.outcome) == ("registry.signer-unknown", Outcome.NOT_CHECKED)


@pytest.mark.parametrize("alarm", [None, "registry.not-refreshed", "registry.never-heard"])
def test_what_is_odd_about_the_list_is_shown_to_specialists(alarm):
    network = Network()
    network.alarm = alarm

    worded = in_words(a_judgement(a_verdict(), registry=network), "fr")

    shown = [one.value for one in worded.specialist if one.label == WORDS.say("expert.alarm")]
    known = {"registry.not-refreshed": WORDS.say("registry.not-refreshed")}
    assert shown == ([known.get(alarm, alarm)] if alarm else [])
