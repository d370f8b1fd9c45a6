"""A newer copy: asked for once, taken only when it is the same badge of the same issuer."""

import pytest

from tests.shared.hosts import Hosts
from tests.shared.signers import did_key, proof_over, token
from tests.verifier.cases import (
    HOLDER,
    JCS,
    LISTS,
    OURS,
    THEIRS,
    Network,
    a_badge,
    a_list,
    as_bytes,
    circumstances,
    entry,
    presented,
    signed,
    tampered,
    with_subject,
)
from verifier.refreshing import SERVICE
from verifier.report import as_json
from verifier.verdict import Level, Outcome, Reason
from verifier.verify import judge

ADDRESS = "https://missionlocale.example/copies/1"
PROMISE = {"id": ADDRESS, "type": SERVICE}
OVER = "2026-11-01T00:00:00Z"
LATER = "2026-10-01T10:00:00Z"


def received(**more):
    return signed(refreshService=[PROMISE], **more)


def signed_twice(document):
    """By its issuer, and by somebody else."""
    return {**document, "proof": [proof_over(document, one, JCS) for one in (OURS, THEIRS)]}


def answered(document, newer, **more):
    """The judgement, its note on the newer copy, and how often that was asked for."""
    fetch = Hosts({ADDRESS: newer, **more})
    judgement = judge(as_bytes(document), circumstances(fetch=fetch, registry=Network()))
    form = next(one for one in judgement.verdict.findings if one.check == "integrity.format")
    return judgement, form, fetch.asked.count(ADDRESS)


def test_what_the_issuer_renewed_counts():
    old = received(validUntil=OVER)

    judgement, form, asked = answered(old, received(validFrom=LATER, name="Courriel"))

    assert judgement.verdict.level is Level.TRUSTED
    assert (form.code, form.outcome) == ("format.refreshed", Outcome.PASSED)
    assert asked == 1
    assert ADDRESS in judgement.requests
    assert as_json(judgement, input_name="x")["credential"]["valid_until"] is None


def test_as_a_token_too():
    newer = a_badge(refreshService=[PROMISE], validFrom=LATER)

    judgement, form, _ = answered(received(validUntil=OVER), token(newer, OURS))

    assert (judgement.verdict.level, form.code) == (Level.TRUSTED, "format.refreshed")


def test_what_the_issuer_withdrew_counts_as_well():
    newer = received(validFrom=LATER, credentialStatus=entry())

    judgement, _, _ = answered(received(), newer, **{LISTS: a_list(5)})

    assert judgement.verdict.level is Level.NOT_VALID_NOW
    assert judgement.verdict.reasons == (Reason.REVOKED,)


def test_the_newest_is_not_judged_twice():
    document = received()

    judgement, form, asked = answered(document, document)

    assert (judgement.verdict.level, form.code, asked) == (Level.TRUSTED, "format.read", 1)


@pytest.mark.parametrize(
    ("newer", "why"),
    [
        (Hosts.DOWN, "fetch.unreachable"),
        (404, "fetch.status"),
        (b"<!doctype html><title>x</title>", "refresh.not-taken"),
        (b"", "refresh.not-taken"),
        (b"https://missionlocale.example/copies/2", "refresh.not-taken"),
        ({"a": 1}, "refresh.not-taken"),
        (received(id="urn:uuid:another"), "refresh.not-taken"),
        (signed(THEIRS, validFrom=LATER), "refresh.not-taken"),
        (received(validFrom="2026-01-01T10:00:00Z"), "refresh.not-taken"),
        (tampered(received(validFrom=LATER)), "refresh.not-taken"),
        (signed(by=THEIRS, validFrom=LATER), "refresh.not-taken"),
        (a_badge(validFrom=LATER), "refresh.not-taken"),
        (signed_twice(a_badge(validFrom=LATER)), "refresh.not-taken"),
    ],
    ids=["host down", "not there", "a page", "nothing", "an address", "no badge", "another badge",
         "of another issuer", "an older copy", "changed", "signed by another", "unsigned",
         "signed by another too"],
)  # fmt: skip
@pytest.mark.parametrize("until", [None, OVER], ids=["in force", "over"])
def test_anything_else_leaves_what_was_received_and_is_said(newer, why, until):
    document = received(validUntil=until)

    judgement, form, asked = answered(document, newer)

    assert judgement.verdict.level is (Level.NOT_VALID_NOW if until else Level.TRUSTED)
    assert (form.code, form.outcome) == ("format.not-refreshed", Outcome.WARNING)
    assert form.facts == {"why": why}
    assert asked == 1


def test_the_newer_copy_s_own_promise_is_not_followed():
    further = {"id": "https://missionlocale.example/copies/2", "type": SERVICE}
    newer = signed(refreshService=[further], validFrom=LATER)
    fetch = Hosts({ADDRESS: newer})

    judge(as_bytes(received()), circumstances(fetch=fetch))

    assert fetch.asked == [ADDRESS]


@pytest.mark.parametrize(
    "document",
    [
        a_badge(refreshService=[PROMISE]),
        tampered(received()),
        signed(by=THEIRS, refreshService=[PROMISE]),
        signed(refreshService=[{**PROMISE, "type": "ManualRefreshService2018"}]),
    ],
    ids=["unsigned", "changed", "signed by another", "another kind of service"],
)
def test_nobody_is_asked(document):
    fetch = Hosts({ADDRESS: received(validFrom=LATER)})

    judge(as_bytes(document), circumstances(fetch=fetch))

    assert ADDRESS not in fetch.asked


def test_a_badge_that_somebody_shows_is_renewed_too():
    mine = with_subject(id=did_key(HOLDER))
    old = received(validUntil=OVER, credentialSubject=mine)
    newer = received(validFrom=LATER, credentialSubject=mine)

    judgement, _, asked = answered(presented(old), newer)

    assert judgement.verdict.level is Level.TRUSTED
    assert asked == 1
