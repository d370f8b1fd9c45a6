"""Every badge of the demo region is judged as its story says, and its recognisers are named."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest

from shared import strict_json
from shared.parsing import parse
from shared.proofs import data_integrity
from shared.reading import read
from shared.status.bitstring import StatusList, list_credential
from tests.workshop import circumstances
from trust_registry.demo.partnership import as_bytes
from trust_registry.demo.told import story
from trust_registry.publishing import open_desk
from verifier.verdict import Level, Reason
from verifier.verify import judge

TOLD = story().badges
ASKED = sorted({one.ask for one in TOLD})


@pytest.fixture(scope="module")
def asked(region):
    """The circumstances for each person who is asked for; the list of partners is read once."""
    return {ask: circumstances(region, recipients=ask) for ask in ASKED}


@pytest.mark.parametrize("told", TOLD, ids=lambda one: one.file)
def test_a_badge_is_judged_as_its_story_says(region, asked, told):
    verdict = judge(region.badge(told.file).content, asked[told.ask]).verdict

    assert verdict.level is Level(told.level)
    assert verdict.reasons == tuple(map(Reason, told.reasons))


@pytest.mark.parametrize(
    "told", [one for one in TOLD if one.level == "TRUSTED"], ids=lambda one: one.file
)
def test_a_trusted_badge_names_its_issuer_and_who_recognises_it(region, asked, told):
    verdict = judge(region.badge(told.file).content, asked[told.ask]).verdict
    slugs = {one.id: one.slug for one in region.partners}

    assert verdict.issuer_name == region.partner(told.by).name
    assert {slugs[one.id] for one in verdict.recognised_by} == set(told.recognised_by)
    assert len(verdict.recognised_by) == len(told.recognised_by)


@pytest.mark.parametrize(
    ("reason", "file"),
    [
        (Reason.NOT_MEMBER_THEN, "rose-messagerie-hors-dates.png"),
        (Reason.KEY_NOT_AWARDING, "ousmane-sites-cle-pas-prevue.png"),
    ],
)
def test_nobody_recognises_what_could_not_be_awarded(region, asked, reason, file):
    verdict = judge(region.badge(file).content, asked[()]).verdict

    assert (verdict.level, verdict.reasons) == (Level.AUTHENTIC, (reason,))
    assert verdict.recognised_by == ()


@pytest.mark.parametrize(
    "told",
    [one for one in TOLD if one.by == "formation-bresseval" and one.level == "TRUSTED"],
    ids=lambda one: one.file,
)
def test_a_badge_of_the_shared_host_is_a_step_of_the_network(region, asked, told):
    credential = judge(region.badge(told.file).content, asked[told.ask]).verdict.credential
    found = region.catalogue.find(credential.issuer.id, credential.subject.achievement.id)

    assert found.id == told.badge


@pytest.mark.parametrize("told", TOLD, ids=lambda one: one.file)
def test_only_web_addresses_of_the_region_are_asked(region, asked, told):
    judgement = judge(region.badge(told.file).content, asked[()])

    assert all(urlsplit(url).hostname.endswith(".example") for url in judgement.requests)
    assert all(url.startswith("https://") for url in judgement.requests)


def test_the_badges_of_the_shared_host_complete_a_pathway(region, asked):
    """Marie-Thérèse has nothing but badges from elsewhere, and has done all of the office tools."""
    done = set()
    for told in TOLD:
        if told.to == "marie-therese" and told.level == "TRUSTED":
            held = judge(region.badge(told.file).content, asked[told.ask]).verdict.credential
            done.add(region.catalogue.find(held.issuer.id, held.subject.achievement.id).id)
    (pathway,) = [one for one in region.catalogue.pathways if one.id == "bureautique"]

    assert done == set(pathway.badges)


def test_what_a_partner_withdraws_is_withdrawn_for_everybody(own_region):
    badge = own_region.badge("amina-ordinateur.png")
    by = own_region.professional("sandrine")
    (entry,) = parse(read(badge.content)).statuses
    later = own_region.at + timedelta(hours=1)
    desk = open_desk(own_region.folder)
    published = strict_json.load_object(desk.status_list(by.partner, "k2"))
    bits = StatusList.decode(published["credentialSubject"]["encodedList"])
    bits.set(int(entry.entry["statusListIndex"]))
    listed = list_credential(
        url=entry.entry["statusListCredential"],
        issuer=badge.issuer_id,
        purpose="revocation",
        bits=bits,
        valid_from=later,
        valid_until=None,
    )
    signed = data_integrity.sign(listed, key=by.key, method=by.method, created=later)

    before = judge(badge.content, circumstances(own_region)).verdict
    desk.publish_list(by.partner, "k2", as_bytes(signed), at=later)
    after = judge(badge.content, circumstances(own_region, now=later)).verdict

    assert before.level is Level.TRUSTED
    assert (after.level, after.reasons) == (Level.NOT_VALID_NOW, (Reason.REVOKED,))


@pytest.mark.parametrize(
    ("days", "level"),
    [
        pytest.param(13, Level.TRUSTED, id="nobody renewed the list for 13 days"),
        pytest.param(15, Level.UNDETERMINED, id="nor for 15"),
    ],
)
def test_a_region_that_nobody_renews_goes_stale_and_says_so(region, days, level):
    known = circumstances(region, now=region.at + timedelta(days=days))

    verdict = judge(region.badge("amina-ordinateur.png").content, known).verdict

    assert verdict.level is level
    assert verdict.reasons == (() if level is Level.TRUSTED else (Reason.REGISTRY_NOT_CHECKED,))
