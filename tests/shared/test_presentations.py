"""Presentations: what a holder signs is for one question, one place and a few minutes."""

import json
from datetime import timedelta

import pytest

from shared.errors import ChallengeMismatch, NotACredential, TooBig
from shared.model import Token, TokenKind
from shared.parsing import parse
from shared.parsing.clr2 import MAX_PARTS
from shared.presentations import (
    MAX_OPEN,
    QUESTION_LIFE,
    Questions,
    compose,
    sign,
    sign_token,
    written,
)
from shared.proofs.jws import read_compact
from tests.shared import linked_badges, older_badges
from tests.shared.signers import did_key, ed25519, method_of, secured, token

HOLDER, ISSUER = ed25519(9), ed25519(7)
DESK = "https://guichet.example"


def given(document, kind=TokenKind.JSON):
    text = document if isinstance(document, str) else json.dumps(document)
    return Token(kind=kind, text=text, container="json")


def a_badge():
    issuer = {"id": did_key(ISSUER), "type": ["Profile"]}
    return secured(linked_badges.a_badge(issuer=issuer), ISSUER, "eddsa-rdfc-2022")


@pytest.fixture
def questions():
    return Questions(domain=DESK)


class TestCompose:
    def test_badges_travel_as_they_are(self):
        badge, text = a_badge(), token(linked_badges.a_badge(), ISSUER)

        shown = compose([given(badge), given(text, TokenKind.JWS)], holder=did_key(HOLDER))

        assert shown["holder"] == did_key(HOLDER)
        assert shown["verifiableCredential"][0] == badge
        assert shown["verifiableCredential"][1]["id"] == f"data:application/vc+jwt,{text}"

    @pytest.mark.parametrize(
        "badge",
        [
            given(older_badges.assertion()),
            given({"type": "Letter"}),
            given("https://badges.example/1", TokenKind.URL),
        ],
        ids=["an older badge", "something else", "an address"],
    )
    def test_what_is_no_credential_is_shown_as_a_file(self, badge):
        with pytest.raises(NotACredential):
            compose([badge], holder=did_key(HOLDER))

    def test_as_many_as_a_reader_takes(self):
        compose([given(a_badge())] * MAX_PARTS, holder=did_key(HOLDER))
        with pytest.raises(TooBig):
            compose([given(a_badge())] * (MAX_PARTS + 1), holder=did_key(HOLDER))


class TestSign:
    def signed(self, questions, today, how):
        shown = compose([given(a_badge())], holder=did_key(HOLDER))
        asked = questions.ask(now=today)
        key, method = HOLDER.own, method_of(HOLDER)
        return asked, how(shown, key=key, method=method, question=asked, now=today)

    def test_a_proof_names_the_question_and_its_end(self, questions, today):
        asked, shown = self.signed(questions, today, sign)

        proof = shown["proof"]
        assert (proof["challenge"], proof["domain"]) == (asked.challenge, DESK)
        assert proof["proofPurpose"] == "authentication"
        assert (proof["created"], proof["expires"]) == (
            "2026-11-22T12:00:00Z", "2026-11-22T12:05:00Z",
        )  # fmt: skip

    def test_a_token_too(self, questions, today):
        asked, text = self.signed(questions, today, sign_token)

        read = read_compact(text)
        assert read.header == {"alg": "EdDSA", "typ": "vp+jwt", "kid": method_of(HOLDER)}
        assert (read.payload["nonce"], read.payload["aud"]) == (asked.challenge, DESK)
        assert read.payload["exp"] - read.payload["iat"] == 300
        assert parse(given(text, TokenKind.JWS)).issuer.id == did_key(HOLDER)


class TestQuestions:
    def test_no_two_are_alike(self, questions, today):
        asked = {questions.ask(now=today).challenge for _ in range(100)}

        assert len(asked) == 100
        assert min(len(one) for one in asked) >= 32

    def test_one_is_answered_once(self, questions, today):
        asked = questions.ask(now=today)

        assert questions.take(asked.challenge, now=today) == asked
        with pytest.raises(ChallengeMismatch):
            questions.take(asked.challenge, now=today)

    def test_one_that_was_never_asked_has_no_answer(self, questions, today):
        elsewhere = Questions(domain="https://ailleurs.example").ask(now=today)

        with pytest.raises(ChallengeMismatch):
            questions.take(elsewhere.challenge, now=today)

    @pytest.mark.parametrize(("late", "good"), [(0, True), (1, False)])
    def test_for_ten_minutes(self, questions, today, late, good):
        asked = questions.ask(now=today)
        then = today + QUESTION_LIFE + timedelta(seconds=late)

        if good:
            assert questions.take(asked.challenge, now=then)
        else:
            with pytest.raises(ChallengeMismatch) as raised:
                questions.take(asked.challenge, now=then)
            assert raised.value.facts == {"why": "late"}

    def test_the_oldest_make_room(self, questions, today):
        first = questions.ask(now=today)
        rest = [questions.ask(now=today) for _ in range(MAX_OPEN)]

        assert questions.take(rest[0].challenge, now=today)
        with pytest.raises(ChallengeMismatch):
            questions.take(first.challenge, now=today)


class TestWritten:
    def test_each_badge_stands_in_it_letter_for_letter(self, today):
        spaced = json.dumps(a_badge(), indent=2).replace('"type"', '"\\u0074ype"')
        badges = [
            given("\ufeff" + spaced),
            given(token(linked_badges.a_badge(), ISSUER), TokenKind.JWS),
        ]
        asked = Questions(domain=DESK).ask(now=today)
        shown = compose(badges, holder=did_key(HOLDER))
        key, method = HOLDER.own, method_of(HOLDER)
        life = timedelta(days=30)

        signed = sign(shown, key=key, method=method, question=asked, now=today, life=life)
        text = written(signed, badges)

        assert json.loads(text) == signed
        assert spaced in text
        assert signed["proof"]["expires"] == "2026-12-22T12:00:00Z"
