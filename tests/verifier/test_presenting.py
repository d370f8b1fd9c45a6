"""Presentations both ways: what our holders sign is verified here, and only once, here, now."""

import json
from datetime import timedelta

import pytest

from shared import presentations
from shared.errors import ChallengeMismatch
from shared.model import Token, TokenKind
from shared.presentations import LIFE, Questions
from tests.shared.signers import did_key, method_of, token
from tests.verifier.cases import (
    HOLDER,
    NOW,
    OURS,
    RDFC,
    THEIRS,
    Network,
    a_badge,
    found,
    judged,
    presented,
    signed,
    with_subject,
)
from verifier.verdict import Level, Outcome, Reason

DESK = "https://guichet.example"
WAYS = pytest.mark.parametrize(
    "way", [presentations.sign, presentations.sign_token], ids=["JSON", "a token"]
)
MINE = with_subject(id=did_key(HOLDER))


def in_json(**more):
    text = json.dumps(signed(suite=RDFC, credentialSubject=MINE, **more), ensure_ascii=False)
    return Token(kind=TokenKind.JSON, text=text, container="json")


def as_token():
    text = token(a_badge(credentialSubject=MINE), OURS)
    return Token(kind=TokenKind.JWS, text=text, container="jwt")


@pytest.fixture
def questions():
    return Questions(domain=DESK)


def shown(way, asked, *badges, by=HOLDER, holder=HOLDER):
    """Badges shown as the answer to a question."""
    written = presentations.compose(badges or (in_json(),), holder=did_key(holder))
    return way(written, key=by.own, method=method_of(by), question=asked, now=NOW)


def verdict_on(answer, asked, now=NOW):
    return judged(
        answer, now=now, registry=Network(), challenge=asked.challenge, domain=asked.domain
    )


@WAYS
def test_a_holder_shows_badges_of_both_kinds(way, questions):
    asked = questions.ask(now=NOW)

    verdict = verdict_on(shown(way, asked, in_json(), as_token()), asked)

    assert verdict.level is Level.TRUSTED
    assert [part.level for part in verdict.parts] == [Level.TRUSTED, Level.TRUSTED]
    assert found(verdict, "recipient.identity")[:2] == (Outcome.PASSED, "recipient.match")


@WAYS
def test_an_answer_to_another_question_is_refused(way, questions):
    old, asked = questions.ask(now=NOW), questions.ask(now=NOW)

    verdict = verdict_on(shown(way, old), asked)

    assert verdict.level is Level.REFUSED
    assert verdict.reasons == (Reason.PROOF_MISUSED,)


@WAYS
def test_an_answer_that_was_given_is_not_taken_again(way, questions):
    asked = questions.ask(now=NOW)
    answer = shown(way, asked)
    assert verdict_on(answer, questions.take(asked.challenge, now=NOW)).level is Level.TRUSTED

    with pytest.raises(ChallengeMismatch):
        questions.take(asked.challenge, now=NOW)
    assert verdict_on(answer, questions.ask(now=NOW)).level is Level.REFUSED


@WAYS
def test_an_answer_made_for_another_place_is_refused(way, questions):
    asked = questions.ask(now=NOW)
    elsewhere = Questions(domain="https://ailleurs.example").ask(now=NOW)

    verdict = judged(
        shown(way, elsewhere), registry=Network(), challenge=elsewhere.challenge, domain=DESK
    )

    assert asked.domain == DESK
    assert (verdict.level, verdict.reasons) == (Level.REFUSED, (Reason.PROOF_MISUSED,))


@WAYS
@pytest.mark.parametrize(
    ("late", "level"),
    [
        (timedelta(0), Level.TRUSTED),
        (LIFE, Level.TRUSTED),
        (LIFE + timedelta(seconds=1), Level.REFUSED),
        (timedelta(minutes=-5), Level.TRUSTED),
        (timedelta(minutes=-5, seconds=-1), Level.REFUSED),
    ],
    ids=["now", "at its end", "after its end", "by a clock behind", "before it was made"],
)
def test_it_lives_a_few_minutes(way, late, level, questions):
    asked = questions.ask(now=NOW)

    assert verdict_on(shown(way, asked), asked, now=NOW + late).level is level


@WAYS
def test_a_holder_must_sign(way, questions):
    asked = questions.ask(now=NOW)

    verdict = verdict_on(shown(way, asked, by=THEIRS), asked)

    assert verdict.level is Level.REFUSED
    assert Reason.KEY_NOT_ISSUERS in verdict.reasons


@WAYS
def test_a_badge_of_another_person_is_theirs(way, questions):
    asked = questions.ask(now=NOW)

    verdict = verdict_on(shown(way, asked, by=THEIRS, holder=THEIRS), asked)

    assert (verdict.level, verdict.reasons) == (Level.NOT_THEIRS, (Reason.OTHER_PERSON,))


def test_one_changed_letter_of_a_badge_breaks_the_answer(questions):
    asked = questions.ask(now=NOW)
    answer = shown(presentations.sign, asked)
    answer["verifiableCredential"][0]["name"] = "Ingénieur"

    assert verdict_on(answer, asked).level is Level.REFUSED


@pytest.mark.parametrize("claim", ["exp", "iat", "nbf"])
@pytest.mark.parametrize("value", ["soon", True, -1])
def test_a_life_that_is_no_time_is_refused(claim, value, questions):
    asked = questions.ask(now=NOW)
    written = presentations.compose([in_json()], holder=did_key(HOLDER))
    answer = token({**written, "nonce": asked.challenge, "aud": asked.domain, claim: value}, HOLDER)

    assert verdict_on(answer, asked).level is Level.REFUSED


class TestOneThatCannotBeRead:
    """What is damaged inside is said apart; the sound ones beside it keep their answers."""

    BROKEN = {"type": ["VerifiableCredential"], "credentialSubject": 5}  # noqa: RUF012 - JSON

    def levels(self, document):
        verdict = judged(document, registry=Network())
        return verdict.level, [part.level for part in verdict.parts]

    def test_the_others_are_judged(self):
        shown = presented(signed(credentialSubject=MINE), self.BROKEN)

        assert self.levels(shown) == (Level.UNREADABLE, [Level.TRUSTED, Level.UNREADABLE])

    def test_its_place_is_told(self):
        verdict = judged(presented(signed(credentialSubject=MINE), self.BROKEN), registry=Network())

        told = next(one for one in verdict.findings if one.check == "integrity.format")
        assert (told.code, told.outcome) == ("format.part-unread", Outcome.WARNING)
        assert told.facts["path"].startswith("/verifiableCredential/1")

    def test_alone_it_is_all_there_is_to_say(self):
        assert self.levels(presented(self.BROKEN)) == (Level.UNREADABLE, [Level.UNREADABLE])

    def test_a_false_signature_around_it_refuses_everything(self):
        shown = presented(signed(credentialSubject=MINE), self.BROKEN, by=THEIRS)

        assert self.levels(shown)[0] is Level.REFUSED

    def test_a_token_that_is_no_credential_is_listed_and_decides_nothing(self):
        letter = {"type": "EnvelopedVerifiableCredential"}
        letter["id"] = "data:application/vc+jwt," + token({"sub": "lettre"}, OURS)

        assert self.levels(presented(signed(credentialSubject=MINE), letter)) == (
            Level.TRUSTED,
            [Level.TRUSTED, Level.UNREADABLE],
        )
