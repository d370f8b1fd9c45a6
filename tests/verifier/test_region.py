"""Every badge of the demo region is judged as its story says, and its recognisers are named."""

from urllib.parse import urlsplit

import pytest

from tests.workshop import circumstances
from trust_registry.demo.told import story
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
