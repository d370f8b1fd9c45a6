"""The registry's page: who is in the network, until when the list holds, what is not read."""

from datetime import timedelta

import pytest

from shared.web import new_app
from trust_registry.client import open_registry
from trust_registry.web import Published, blueprint
from trust_registry.words import WORDS

LANGUAGES = ("fr", "en")


@pytest.fixture(scope="module")
def registry(region, today):
    found = open_registry(str(region.folder), now=today)
    yield found
    found.close()


def page_of(registry, now, *, lang="fr", public=None):
    screen = blueprint(lambda: Published(registry=registry, now=now), public)
    client = new_app((screen, "/registre"), secret_key=b"k" * 32).test_client()
    return client.get(f"/registre/?lang={lang}").get_data(as_text=True)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_partner_stands_with_its_kind(registry, today, region, lang):
    page = page_of(registry, today, lang=lang)

    for partner in region.partners:
        assert partner.name in page
        assert WORDS.say(f"kind.{partner.kind}", lang=lang) in page


@pytest.mark.parametrize("lang", LANGUAGES)
def test_who_has_left_stands_apart(registry, today, region, lang):
    here, _, gone = page_of(registry, today, lang=lang).partition(
        WORDS.say("page.registry-gone", lang=lang)
    )

    left = region.partner("passerelle-insertion").name
    assert left in gone
    assert left not in here


@pytest.mark.parametrize(("days", "is_fresh"), [(13, True), (15, False)])
def test_a_list_that_is_too_old_says_so(registry, today, days, is_fresh):
    page = page_of(registry, today + timedelta(days=days))

    assert ("tone-ok" in page) is is_fresh
    assert (WORDS.say("page.registry-old", part="help") in page) is not is_fresh


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_list_that_cannot_be_read_says_so(today, lang):
    page = page_of(None, today, lang=lang)

    assert WORDS.say("page.registry-unread", lang=lang) in page
    assert "tone-ok" not in page


def test_the_first_file_for_programs_is_named(registry, today, region):
    page = page_of(registry, today, public=region.public)

    assert '<a href="/registre/metadata/timestamp.json">' in page
    assert "timestamp.json" not in page_of(registry, today)
