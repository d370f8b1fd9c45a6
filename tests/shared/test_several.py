"""JSON that holds several badges: each is found, as if it had come alone."""

import json

import pytest

from shared.errors import TooBig
from shared.model import TokenKind
from shared.reading import read_each
from shared.several import ANSWERS, MAX_LISTED
from tests.shared.linked_badges import a_badge
from tests.shared.signers import ed25519, token
from tests.verifier.cases import Network, circumstances, presented, signed, tampered
from verifier.verdict import Level
from verifier.verify import judge

JWS = token(a_badge(), ed25519())


def kinds(value):
    return [(one.kind, one.container) for one in read_each(json.dumps(value).encode())]


def test_each_of_a_list_in_its_order():
    first, second = a_badge(name="Un"), a_badge(name="Deux")

    tokens = read_each(json.dumps([first, JWS, second]).encode())

    assert [json.loads(one.text) for one in (tokens[0], tokens[2])] == [first, second]
    assert (tokens[1].kind, tokens[1].text) == (TokenKind.JWS, JWS)


def test_what_a_programs_answer_holds():
    answered = {"credential": [a_badge()], "compactJwsString": [JWS]}

    assert kinds(answered) == [(TokenKind.JSON, "json"), (TokenKind.JWS, "json")]


@pytest.mark.parametrize("name", sorted(ANSWERS))
def test_one_that_stands_alone_in_an_answer(name):
    assert len(kinds({name: a_badge()})) == 1


@pytest.mark.parametrize(
    "value",
    [
        a_badge(),
        {**a_badge(), "verifiableCredential": [a_badge(), a_badge()]},
        {},
        [],
        [5, None, "texte", "https://badges.example/1"],
        {"credential": 5},
        {"credential": a_badge(), "token": "x"},
    ],
    ids=["a badge", "a badge that holds others", "nothing", "an empty list", "no badges",
         "a number", "another answer"],
)  # fmt: skip
def test_anything_else_stays_whole(value):
    (one,) = read_each(json.dumps(value).encode())

    assert json.loads(one.text) == value


def test_json_that_is_not_strict_stays_whole_to_be_refused():
    (one,) = read_each(b'[{"id": 1, "id": 2}]')

    assert one.text == '[{"id": 1, "id": 2}]'


def test_as_many_as_a_record_holds():
    assert len(kinds([{}] * MAX_LISTED)) == MAX_LISTED
    with pytest.raises(TooBig):
        kinds([{}] * (MAX_LISTED + 1))


def judged(value):
    verdict = judge(json.dumps(value).encode(), circumstances(registry=Network())).verdict
    return verdict.level, [part.level for part in verdict.parts]


def test_each_is_judged_and_the_worst_is_the_answer():
    assert judged([signed(), tampered(signed())]) == (
        Level.REFUSED,
        [Level.TRUSTED, Level.REFUSED],
    )


@pytest.mark.parametrize(
    "beside",
    [[tampered(signed())], "texte", JWS.rpartition(".")[0], "https://badges.example/1", 5, None],
    ids=["a list of its own", "text", "half a token", "an address", "a number", "nothing"],
)
@pytest.mark.parametrize("around", [list, lambda all_of: {"verifiableCredential": all_of}])
def test_what_cannot_be_read_beside_a_badge_is_told(around, beside):
    assert judged(around([signed(), beside]))[1] == [Level.TRUSTED, Level.UNREADABLE]


def test_a_list_of_one_is_the_badge_itself():
    assert judged([signed()]) == (Level.TRUSTED, [])


class TestEnvelopes:
    """A token in an address, where a credential or a presentation is wanted."""

    KIND = {"credential": "EnvelopedVerifiableCredential"}  # noqa: RUF012 - a table
    KIND["presentation"] = "EnvelopedVerifiablePresentation"

    def around(self, jws, *, kind="credential", media="vc+jwt", **more):
        return {"type": self.KIND[kind], "id": f"data:application/{media},{jws}", **more}

    def signed(self):
        from tests.verifier.cases import OURS, a_badge

        return token(a_badge(), OURS)

    @pytest.mark.parametrize("media", ["vc+jwt", "vc+ld+json+jwt", "vc-ld+jwt;base64url"])
    def test_the_credential_in_it_is_judged(self, media):
        assert judged(self.around(self.signed(), media=media)) == (Level.TRUSTED, [])

    def test_the_presentation_in_it_is_judged(self):
        from tests.verifier.cases import HOLDER

        shown = {name: value for name, value in presented(signed()).items() if name != "proof"}
        jws = token(shown, HOLDER, {"typ": "vp+jwt"})

        assert judged(self.around(jws, kind="presentation", media="vp+jwt")) == (
            Level.TRUSTED,
            [Level.TRUSTED],
        )

    def test_a_changed_token_is_refused(self):
        head, body, signature = self.signed().split(".")
        other = token(a_badge(name="Autre"), ed25519(9)).split(".")[1]

        assert judged(self.around(f"{head}.{other}.{signature}"))[0] is Level.REFUSED
        assert body != other

    @pytest.mark.parametrize(
        "envelope",
        [{"id": "https://x.example/"}, {"id": 5}, {"name": "Médecin"}, {"id": "data:text/html,x"}],
    )
    def test_what_carries_no_token_or_says_more_is_unreadable(self, envelope):
        assert judged({**self.around(self.signed()), **envelope})[0] is Level.UNREADABLE
