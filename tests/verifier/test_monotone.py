"""
Silence is never good news: whatever does not answer, no verdict gets better for it.

Each page that the badges of the demo region rest on is taken away from the recorded
internet, alone and with others: a status list, a key document, the pages of a hosted badge,
the list of partners or one partner's part of it.
"""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as some

from shared.errors import BadgeError
from tests.workshop import FIRST_ROOT, internet
from trust_registry.client import open_registry
from trust_registry.demo.told import story
from verifier.checks import ADVISORY
from verifier.circumstances import Circumstances
from verifier.verdict import Level, Outcome, Reason
from verifier.verify import judge

FILES = [one.file for one in story().badges]
GOOD_NEWS = (Level.AUTHENTIC, Level.TRUSTED)
UNKNOWN = {reason for reason in Reason if reason.endswith("_NOT_CHECKED")} | {
    Reason.ISSUER_UNPROVEN
}
"""What may be said because something did not answer; everything else would be an accusation."""


class Listening:
    """A fetch that writes down what it is asked for."""

    def __init__(self, fetch):
        self.fetch, self.asked = fetch, []

    def __call__(self, url, **asking):
        self.asked.append(url)
        return self.fetch(url, **asking)


class Outages:
    """The region, judged while some of its pages do not answer."""

    def __init__(self, region):
        self.region = region
        self.opened = []
        self.asked = cache(self._asked)
        self.list_of_partners = cache(self._list_of_partners)

    def close(self):
        for registry in self.opened:
            registry.close()

    def judged(self, file, without=frozenset()):
        """The verdict on a badge while these addresses do not answer."""
        return self._judged(file, internet(self.region, without=without), without)

    def own_pages(self, file):
        """What is asked for one badge, besides the list of partners."""
        return self.asked(file)[1]

    def list_pages(self, file):
        """What is asked to have the list of partners, as far as it says something of a badge."""
        return self.asked(file)[0]

    def _judged(self, file, fetch, without):
        badge = self.region.badge(file)
        ours = frozenset(one for one in without if one.startswith(self.region.base))
        registry, problem = self.list_of_partners(ours)
        known = Circumstances(
            now=self.region.at,
            fetch=fetch,
            registry=registry,
            registry_problem=problem,
            recipients=badge.recipients,
        )
        return judge(badge.content, known).verdict

    def _list_of_partners(self, without, listening=None):
        """The list is read once for each way of missing something of it."""
        fetch = listening or internet(self.region, without=without)
        root = self.region.public / FIRST_ROOT
        try:
            registry = open_registry(self.region.base, now=self.region.at, root=root, fetch=fetch)
        except BadgeError as error:
            return None, error
        self.opened.append(registry)
        return registry, None

    def _asked(self, file):
        registry = Listening(internet(self.region))
        known, _ = self._list_of_partners(frozenset(), listening=registry)
        opening = list(registry.asked)
        fetch = Listening(internet(self.region))
        badge = self.region.badge(file)
        judge(
            badge.content,
            Circumstances(
                now=self.region.at, fetch=fetch, registry=known, recipients=badge.recipients
            ),
        )
        others = [one.slug for one in self.region.partners if one.slug != badge.issuer]
        of_all = [url for url in opening if not any(slug in url for slug in others[1:])]
        later = registry.asked[len(opening) :]
        return tuple(dict.fromkeys(of_all)), tuple(dict.fromkeys([*fetch.asked, *later]))


@pytest.fixture(scope="module")
def outages(region):
    made = Outages(region)
    yield made
    made.close()


def check(before, after, *, whole=None):
    """
    What must hold between a verdict and one with something more missing.

    ``whole`` is the verdict with everything at hand: a source that answers in the place of
    another may bring back what it says, and never an accusation that it does not make.
    """
    if after.level in GOOD_NEWS:
        assert after.level is before.level, "an outage made it good news"
        assert not set(after.reasons) & UNKNOWN, "what was not checked is good news"
    known = {*before.reasons, *(whole or before).reasons}
    assert set(after.reasons) - known <= UNKNOWN, "an outage became an accusation"
    assert {one.id for one in after.recognised_by} <= {one.id for one in before.recognised_by}
    assert after.issuer_name in (None, before.issuer_name)
    if after.level is not before.level:
        assert set(after.reasons) & UNKNOWN, "what was not checked is not named"
    passed = {one.check for one in before.findings if one.outcome is Outcome.PASSED} - ADVISORY
    for finding in after.findings:
        if finding.check in passed and finding.outcome is Outcome.NOT_CHECKED:
            assert finding.reasons, f"{finding.check} does not say what is missing"
            assert set(finding.reasons) <= set(after.reasons)


@pytest.mark.parametrize("file", FILES)
def test_one_page_of_a_badge_that_does_not_answer(outages, file):
    before = outages.judged(file)
    for url in outages.own_pages(file):
        check(before, outages.judged(file, frozenset({url})))


@pytest.mark.parametrize("file", FILES)
def test_no_page_answers_at_all(outages, file):
    everything = frozenset([*outages.own_pages(file), *outages.list_pages(file)])

    after = outages.judged(file, everything)

    check(outages.judged(file), after)
    assert after.level not in GOOD_NEWS


@pytest.mark.slow
@pytest.mark.parametrize("file", FILES)
def test_one_page_of_the_list_of_partners_that_does_not_answer(outages, file):
    before = outages.judged(file)
    for url in outages.list_pages(file):
        check(before, outages.judged(file, frozenset({url})))


@pytest.mark.slow
@given(drawn=some.data())
def test_any_pages_that_do_not_answer(outages, drawn):
    file = drawn.draw(some.sampled_from(FILES))
    pages = [*outages.own_pages(file), *outages.list_pages(file)]
    fewer = drawn.draw(
        some.frozensets(some.sampled_from(pages)) if pages else some.just(frozenset())
    )
    more = fewer | drawn.draw(
        some.frozensets(some.sampled_from(pages)) if pages else some.just(frozenset())
    )

    some_missing, more_missing = outages.judged(file, fewer), outages.judged(file, more)

    whole = outages.judged(file)
    check(whole, some_missing)
    check(some_missing, more_missing, whole=whole)


def test_the_pages_are_those_that_the_badges_rest_on(outages):
    """The property says nothing about pages that were never asked for."""
    asked = {url for file in FILES for url in outages.own_pages(file)}

    for part in (
        "/did.json",
        "/targets/partners/",
        "/obv3/revoked/",
        "/v1/assertion/",
        "/v1/badge/",
        "/v1/client/",
    ):
        assert any(part in url for url in asked), part
