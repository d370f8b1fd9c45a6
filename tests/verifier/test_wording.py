"""A judgement in words: what is said is what was found, and nothing of a bad badge is shown."""

from dataclasses import fields

import pytest

from shared.errors import BadgeError, DamagedImage, NoBadgeInImage
from shared.model import Evidence, IdentityObject, Profile
from tests.verifier.judged import (
    MEDIATHEQUE,
    NAME,
    a_badge,
    a_day,
    a_judgement,
    a_subject,
    a_verdict,
    expired,
    findings,
)
from verifier.verdict import Finding, Level, Outcome, Reason, Verdict
from verifier.wording import Tone, as_text, in_words
from verifier.wording.answers import ANSWERS
from verifier.words import WORDS

LANGUAGES = ("fr", "en")


def told(verdict, lang="fr", **changes):
    return in_words(a_judgement(verdict, **changes), lang)


def everything(worded):
    """Every text of a report, to look for what must not be there."""
    return as_text(worded) + repr(
        {field.name: getattr(worded, field.name) for field in fields(worded)}
    )


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: f"{answer.level}-{answer.code}")
def test_every_answer_can_be_said(answer, lang):
    reasons = (answer.reason,) if answer.reason else ()

    worded = told(a_verdict(answer.level, *reasons), lang)

    assert worded.tone is answer.tone
    assert worded.title
    assert worded.word
    assert bool(worded.next_steps) is (answer.level is not Level.TRUSTED)
    assert "none" not in as_text(worded)


@pytest.mark.parametrize("level", [Level.REFUSED, Level.UNREADABLE])
def test_nothing_of_a_bad_badge_is_shown(level):
    # As if the judgement had let the claims through: the words must still hold back.
    verdict = Verdict(
        level=level, findings=findings(), reasons=(Reason.TAMPERED,), credential=a_badge()
    )

    worded = told(verdict)

    assert worded.badge is None
    assert worded.recognised == ""
    assert not any(line.tone is Tone.OK for line in (*worded.checks, *worded.more_checks))
    for claim in ("Messagerie", "Amina", "Médiathèque", "Clairval"):
        assert claim not in everything(worded)


def test_green_is_said_of_trusted_alone():
    assert {answer.level for answer in ANSWERS if answer.tone is Tone.OK} == {Level.TRUSTED}


def test_the_issuers_name_is_the_registrys_and_the_badges_own_stands_beside_it():
    badge = a_badge(issuer=Profile(id=MEDIATHEQUE, name="La médiathèque du centre"))

    facts = {fact.label: fact.value for fact in told(a_verdict(credential=badge)).badge.facts}

    assert facts["Remis par"] == NAME
    assert "La médiathèque du centre" in facts["Nom écrit dans le badge"]


def test_a_strangers_name_is_quoted_and_said_to_be_unchecked():
    badge = a_badge(issuer=Profile(id="did:key:z6Mk", name="Atelier Horizon"))
    verdict = a_verdict(Level.AUTHENTIC, Reason.NOT_IN_REGISTRY, credential=badge, issuer_name=None)

    facts = {fact.label: fact.value for fact in told(verdict).badge.facts}

    assert "Remis par" not in facts
    assert facts["Le badge dit"].startswith("«")
    assert "Atelier Horizon" in facts["Le badge dit"]
    assert facts["Ce nom"] == WORDS.say("badge.not-checked-name")


@pytest.mark.parametrize(
    "reason", [Reason.NO_PROOF, Reason.KEY_NOT_CHECKED, Reason.PROOF_NOT_CHECKED]
)
def test_a_known_name_that_nothing_proves_is_quoted_too(reason):
    worded = told(a_verdict(Level.UNDETERMINED, reason))

    assert "Remis par" not in {fact.label for fact in worded.badge.facts}
    assert worded.recognised == WORDS.say("report.recognised-unproven")


def test_the_name_of_the_other_person_is_never_shown():
    badge = a_badge(evidence=(Evidence(narrative="Amina a envoyé un message."),))
    verdict = a_verdict(Level.NOT_THEIRS, Reason.OTHER_PERSON, credential=badge)

    assert "Amina" not in everything(told(verdict))


@pytest.mark.parametrize(
    ("subject", "shown"),
    [
        pytest.param(
            a_subject(IdentityObject(type="name", value="Amina Benali", hashed=False)),
            "Amina Benali",
            id="written",
        ),
        pytest.param(
            a_subject(IdentityObject(type="name", value="sha256$00ff", hashed=True)),
            WORDS.say("badge.to-hidden"),
            id="hidden",
        ),
        pytest.param(a_subject(did="did:key:z6Mk"), WORDS.say("badge.to-space"), id="a space"),
    ],
)
def test_whose_badge_it_is_never_shows_a_code(subject, shown):
    worded = told(a_verdict(credential=a_badge(subject=subject)))

    assert {fact.label: fact.value for fact in worded.badge.facts}["À"] == shown


def test_an_expired_badge_was_valid_when_awarded():
    worded = told(expired())

    assert "1er\N{NO-BREAK SPACE}mai\N{NO-BREAK SPACE}2026" in worded.title
    assert worded.lead == WORDS.say("answer.expired", part="lead")
    assert worded.tone is Tone.CARE
    assert worded.checks[0].state == WORDS.say("outcome.warning")


def test_an_expired_badge_of_a_stranger_is_not_said_to_have_been_valid():
    stranger = {
        "code": "registry.not-listed",
        "outcome": Outcome.WARNING,
        "reasons": (Reason.NOT_IN_REGISTRY,),
    }
    verdict = a_verdict(
        Level.NOT_VALID_NOW,
        Reason.EXPIRED,
        Reason.NOT_IN_REGISTRY,
        findings=findings(issuer_registry=stranger),
    )

    worded = told(verdict)

    assert worded.lead != WORDS.say("answer.expired", part="lead")
    assert worded.also == (WORDS.say("registry.not-listed"),)


def test_a_withdrawn_badge_gives_the_reason():
    withdrawn = {
        "code": "status.revoked",
        "outcome": Outcome.FAILED,
        "reasons": (Reason.REVOKED,),
        "facts": {"reason": "Remis par erreur"},
    }
    verdict = a_verdict(
        Level.NOT_VALID_NOW, Reason.REVOKED, findings=findings(status_revocation=withdrawn)
    )

    worded = told(verdict)

    assert worded.tone is Tone.STOP
    assert "Remis par erreur" in worded.lead


def test_what_is_missing_comes_first():
    silent = {
        "code": "status.unreachable",
        "outcome": Outcome.NOT_CHECKED,
        "reasons": (Reason.STATUS_NOT_CHECKED,),
        "facts": {"host": "clairval.example"},
    }
    verdict = a_verdict(
        Level.UNDETERMINED, Reason.STATUS_NOT_CHECKED, findings=findings(status_revocation=silent)
    )

    worded = told(verdict)

    assert worded.checks[0].check == "status.revocation"
    assert "clairval.example" in worded.lead
    assert worded.can_retry
    assert [line.check for line in worded.more_checks] == ["integrity.format", "integrity.coverage"]


def test_without_a_list_of_partners_nobody_is_said_to_be_the_only_one():
    worded = told(a_verdict(Level.AUTHENTIC, Reason.NO_REGISTRY))

    assert worded.recognised == WORDS.say("report.recognised-unknown")


def test_a_code_without_words_is_said_by_the_name_of_its_check():
    strange = Finding(check="content.schema", code="content.never-heard", outcome=Outcome.WARNING)

    worded = told(a_verdict(findings=(*findings(), strange)))

    assert worded.checks[0].title == WORDS.say("check.content.schema") + "."


@pytest.mark.parametrize("error", [NoBadgeInImage(), DamagedImage(part="IDAT")])
def test_an_unreadable_file_says_what_it_is_and_what_to_do(error):
    worded = told(a_verdict(Level.UNREADABLE), error=error)

    assert worded.title.rstrip(".") == WORDS.say(error.code, error.facts).rstrip(".")
    assert len(worded.next_steps) == 2


def test_an_unforeseen_error_still_gets_a_sentence():
    class Unforeseen(BadgeError):
        code = "read.never-heard"

    worded = told(a_verdict(Level.UNREADABLE), error=Unforeseen())

    assert worded.title.rstrip(".") == WORDS.say("read.not-readable").rstrip(".")


def test_several_badges_each_keep_their_answer():
    verdict = Verdict(
        level=Level.NOT_VALID_NOW,
        findings=(),
        reasons=(Reason.EXPIRED,),
        parts=(a_verdict(), expired()),
    )

    worded = told(verdict)

    assert worded.title == WORDS.say("answer.several", {"count": 2})
    assert [part.level for part in worded.parts] == [Level.TRUSTED, Level.NOT_VALID_NOW]
    assert worded.tone is worded.parts[1].tone
    assert worded.badge is None


def test_a_refused_envelope_shows_nothing_of_what_it_holds():
    verdict = Verdict(
        level=Level.REFUSED, findings=(), reasons=(Reason.TAMPERED,), parts=(a_verdict(),)
    )

    assert told(verdict).parts == ()


def test_times_are_those_of_the_region():
    summer = a_judgement(a_verdict(), now=a_day(2026, 7, 31).replace(hour=22, minute=5))

    when = in_words(summer, "fr").when

    assert "1er\N{NO-BREAK SPACE}août" in when
    assert "05" in when


def test_other_peoples_text_is_cut():
    badge = a_badge(issuer=Profile(id=MEDIATHEQUE, name="é" * 5000))

    facts = {fact.label: fact.value for fact in told(a_verdict(credential=badge)).badge.facts}

    assert len(facts["Nom écrit dans le badge"]) < 220


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_plain_text_holds_no_invisible_mark_but_around_a_name_that_turns(lang):
    latin = as_text(told(a_verdict(), lang))
    hebrew = as_text(told(a_verdict(issuer_name="\N{HEBREW LETTER ALEF}" * 3), lang))

    assert "\N{FIRST STRONG ISOLATE}" not in latin
    assert "\N{FIRST STRONG ISOLATE}" in hebrew
