"""What a reader cannot see is judged all the same: nothing is good news for being wrapped."""

import io
import json
import zipfile

import pytest

from shared.model import Token, TokenKind
from shared.parsing import parse
from shared.parsing.clr2 import MAX_PARTS
from tests.shared.signers import did_key
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
    as_bytes,
    circumstances,
    entry,
    found,
    judged,
    presented,
    secured,
    signed,
    with_subject,
)
from trust_registry.index import Answer
from verifier.examination import Examination
from verifier.verdict import Level, Outcome, Reason
from verifier.verify import MAX_ARCHIVE_VALUES, judge
from verifier.wording import as_text, in_words

NOBODY_KNOWN = Network(Answer.UNKNOWN, "registry.not-listed")
CLR = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json"
OF_KEVIN = {
    "type": "IdentityObject",
    "hashed": False,
    "identityHash": "Kevin Roy",
    "identityType": "name",
}
MINE = with_subject(id=did_key(HOLDER))
ASKED = {"challenge": "c-1", "domain": "https://guichet.example"}


def a_record(*inside, by=OURS):
    """A CLR of the holder that holds these."""
    document = a_badge(
        by,
        type=["VerifiableCredential", "ClrCredential"],
        credentialSubject={
            "id": did_key(HOLDER),
            "type": ["ClrSubject"],
            "verifiableCredential": list(inside),
        },
    )
    document["@context"] = [document["@context"][0], CLR, *document["@context"][1:]]
    return secured(document, by, JCS)


def called_a_presentation():
    """A stranger's badge that also says that it is a presentation, signed as one."""
    names = ["VerifiableCredential", "VerifiablePresentation", "OpenBadgeCredential"]
    return secured(a_badge(THEIRS, type=names), THEIRS, JCS, proofPurpose="authentication")


@pytest.mark.parametrize(
    "wrapped",
    [
        called_a_presentation(),
        presented(called_a_presentation(), holder=THEIRS),
        a_record(called_a_presentation()),
    ],
    ids=["alone", "in a presentation", "in a record"],
)
def test_a_badge_is_not_spared_its_checks_by_calling_itself_a_presentation(wrapped):
    assert judged(wrapped, registry=NOBODY_KNOWN).level is Level.UNREADABLE


def test_a_presentation_of_nothing_is_no_good_badge():
    verdict = judged(presented(), registry=Network())

    assert (verdict.level, verdict.reasons) == (Level.AUTHENTIC, (Reason.NOT_A_BADGE,))


def test_a_badge_that_was_withdrawn_is_so_in_a_record_within_a_presentation():
    withdrawn = signed(credentialStatus=entry(), credentialSubject=MINE)
    internet = {LISTS: as_bytes(a_list(5))}

    verdict = judged(presented(a_record(withdrawn)), internet, registry=Network())

    assert (verdict.level, verdict.reasons) == (Level.NOT_VALID_NOW, (Reason.REVOKED,))


@pytest.mark.parametrize(("inside", "readable"), [(MAX_PARTS - 1, True), (MAX_PARTS, False)])
def test_what_a_record_holds_counts_in_the_presentation_too(inside, readable):
    shown = presented(a_record(*[signed(credentialSubject=MINE)] * inside))

    assert (judged(shown, registry=Network()).level is Level.TRUSTED) is readable


def a_letter(values):
    return as_bytes({"type": "Letter", "lines": [0] * values})


@pytest.mark.parametrize(("last", "level"), [(-1, Level.TRUSTED), (1, Level.UNREADABLE)])
def test_an_archive_that_would_take_minutes_is_not_judged_to_its_end(last, level):
    badge = as_bytes(signed())
    letters = [a_letter(15_000), a_letter(15_000), a_letter(MAX_ARCHIVE_VALUES - 30_000 + last)]

    verdict = judged(packed(*letters, badge), registry=Network())

    assert verdict.level is level
    assert (verdict.parts[-1].findings[0].code == "read.too-big") is (level is Level.UNREADABLE)


def packed(*bodies):
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packing:
        for number, body in enumerate(bodies):
            packing.writestr(f"{number}.json", body)
    return archive.getvalue()


ALIKE = [{"type": ["Alignment"], "targetName": "n", "targetUrl": "https://a.example/"}] * 20
"""Nodes without a name, all the same: to tell them apart is more work than any badge needs."""


def false(**more):
    badge = signed(**more)
    return {**badge, "proof": {**badge["proof"], "proofValue": "z" + "2" * 88}}


def too_complex():
    achievement = {**MINE["achievement"], "alignment": ALIKE}
    results = [{"type": ["Result"], "value": "v", "alignment": ALIKE[:5]}] * 20
    badge = signed(credentialSubject={**MINE, "achievement": achievement, "result": results})
    return {**badge, "proof": {**badge["proof"], "cryptosuite": RDFC}}


@pytest.mark.parametrize(
    ("badge", "code"),
    [(false(), "proof.invalid"), (too_complex(), "proof.too-complex")],
    ids=["false", "too much work"],
)
def test_after_a_proof_that_decides_no_other_is_worked_out(badge, code):
    several = {**badge, "proof": [badge["proof"]] * 8}
    received = Token(kind=TokenKind.JSON, text=json.dumps(several), container="json")
    around = circumstances()

    proofs = Examination(parse(received), around, around.fetch).proofs

    assert [one.code for one in proofs] == [code, *["proof.left-out"] * 7]


class TestTheBadgeOfAnotherAmongMine:
    def shown(self, *badges, **more):
        return judged(presented(*badges, **ASKED), registry=Network(), **ASKED, **more)

    def test_known_by_name_only(self):
        subject = {name: value for name, value in MINE.items() if name != "id"}
        kevins = signed(credentialSubject={**subject, "identifier": [OF_KEVIN]})

        verdict = self.shown(signed(credentialSubject=MINE), kevins)

        assert verdict.level is Level.UNDETERMINED
        assert found(verdict, "recipient.identity") == (
            Outcome.NOT_CHECKED,
            "recipient.not-comparable",
            (Reason.RECIPIENT_NOT_CHECKED,),
        )

    def test_within_a_record(self):
        kevins = signed(credentialSubject=with_subject(id=did_key(THEIRS)))

        verdict = self.shown(a_record(kevins))

        assert (verdict.level, verdict.reasons) == (Level.NOT_THEIRS, (Reason.OTHER_PERSON,))

    def test_one_known_by_name_is_mine_when_that_name_was_asked_for(self):
        both = {**MINE, "identifier": [OF_KEVIN]}
        subject = {name: value for name, value in both.items() if name != "id"}

        verdict = self.shown(
            signed(credentialSubject=both),
            signed(credentialSubject=subject),
            recipients=("kevin roy",),
        )

        assert verdict.level is Level.TRUSTED


def test_in_a_terminal_no_line_of_a_stranger_is_taken_for_an_answer():
    spoof = "Bravo\n\n✔ Valable\nCe badge est valable.\u2028✔ Valable"
    achievement = {**MINE["achievement"], "name": spoof, "description": spoof}
    subject = {**MINE, "achievement": achievement, "narrative": spoof}
    badge = signed(THEIRS, name=spoof, credentialSubject=subject)

    told = as_text(in_words(judge(as_bytes(badge), circumstances(registry=NOBODY_KNOWN)), "fr"))

    assert not [line for line in told.splitlines()[1:] if line.strip().startswith("✔ Valable")]
    assert "> ✔ Valable" in told


@pytest.mark.parametrize(
    "dates",
    [("2026-11-10", "2030-01-01"), ("2030-01-01", "2026-11-10")],
    ids=["ended by the older name", "by the newer"],
)
def test_a_list_that_ended_under_one_of_its_dates_says_nothing(dates):
    unsigned = {name: value for name, value in a_list().items() if name != "proof"}
    named = zip(("expirationDate", "validUntil"), dates, strict=True)
    ended = secured(unsigned | {name: f"{day}T00:00:00Z" for name, day in named}, OURS, JCS)

    verdict = judged(signed(credentialStatus=entry()), {LISTS: as_bytes(ended)}, registry=Network())

    assert (verdict.level, verdict.reasons) == (Level.UNDETERMINED, (Reason.STATUS_NOT_CHECKED,))


@pytest.mark.parametrize(
    ("dates", "reason"),
    [
        ({"expirationDate": "2030-01-01T00:00:00Z", "validUntil": "2026-11-01T00:00:00Z"},
         Reason.EXPIRED),
        ({"expirationDate": "2026-11-01T00:00:00Z", "validUntil": "2030-01-01T00:00:00Z"},
         Reason.EXPIRED),
        ({"expirationDate": "2026-11-01T00:00:00Z"}, Reason.EXPIRED),
        ({"issuanceDate": "2026-01-01T00:00:00Z", "validFrom": "2027-01-01T00:00:00Z"},
         Reason.NOT_YET_VALID),
    ],
    ids=["ended by the newer name", "by the older", "by the older alone", "begins later"],
)  # fmt: skip
@pytest.mark.parametrize("first", ["credentials/v1", "credentials/v2"])
def test_of_two_dates_the_strictest_counts(first, dates, reason):
    contexts = {"credentials/v1": "https://www.w3.org/2018/credentials/v1"}
    document = a_badge(**{"issuanceDate": "2026-01-01T00:00:00Z", **dates})
    document["@context"][0] = contexts.get(first, document["@context"][0])

    verdict = judged(secured(document, OURS, JCS), registry=Network())

    assert (verdict.level, verdict.reasons) == (Level.NOT_VALID_NOW, (reason,))
