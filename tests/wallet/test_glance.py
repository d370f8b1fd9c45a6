"""A list opened in an instant says what the badges say, whatever was done since it was noted."""

from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.wallet.carnets import (
    CATALOGUE,
    EXPIRED,
    NOON,
    REFUSED,
    SOUND,
    STRANGE,
    UNLOOKED,
    WITHDRAWN,
    a_document,
    keep,
)
from tests.wallet.vaults import CHEAP, PHRASE, a_vault
from wallet import wording
from wallet.glance import NOTED_FROM, Glance, Glimpse, glance
from wallet.holdings import Wallet
from wallet.spaces import open_space
from wallet.standing import standing

FOUND = (SOUND, EXPIRED, WITHDRAWN, UNLOOKED, STRANGE, REFUSED)
NUMBERS = count(1)


def by_the_badges(wallet, lang="fr"):
    """What a list shows, worked out from every badge."""
    return [
        Glimpse(
            one.id,
            wallet.catalogue.badge(one.badge_id).name[lang]
            if one.badge_id and one.counts
            else one.title or "",
            one.name,
            standing(one).code,
            standing(one).sign.value,
        )
        for one in wallet.holdings()
    ]


def seen(wallet, lang="fr"):
    found = glance(wallet.vault, wallet.catalogue)
    rows = list(found.rows(lang))
    assert len(rows) == len(found)
    assert found.aside == len(wallet.aside())
    return rows


@pytest.fixture
def wallet(place):
    vault = a_vault(place)
    yield Wallet(vault, catalogue=CATALOGUE)
    vault.close()


def held(wallet, badge="b01", found=SOUND, **changes):
    return keep(wallet, a_document(badge, number=next(NUMBERS), **changes), found)


def test_nothing_held(wallet):
    assert seen(wallet) == [] == seen(wallet)


def test_each_kind_of_badge_is_said_as_the_badges_say_it(wallet):
    for found in FOUND:
        held(wallet, found=found)

    assert seen(wallet) == by_the_badges(wallet)
    assert seen(wallet, "en") == by_the_badges(wallet, "en")
    assert len(seen(wallet)) == len(FOUND) - 1, "what is refused stands aside"


def test_what_is_noted_is_not_read_again(wallet):
    held(wallet)
    seen(wallet)

    overview = wallet.vault.overview()

    assert overview.later == ()
    assert list(Glance(overview, CATALOGUE).rows("fr")) == by_the_badges(wallet)


@pytest.mark.parametrize(("changed", "noted"), [(NOTED_FROM - 1, False), (NOTED_FROM, True)])
def test_few_changes_are_read_for_themselves_and_many_are_noted(wallet, changed, noted):
    seen(wallet)
    for _ in range(changed):
        held(wallet)

    assert seen(wallet) == by_the_badges(wallet)
    assert (wallet.vault.overview().later == ()) is noted


acts = st.sampled_from(("add", "again", "newer", "remove", "restore", "erase", "look"))


@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(st.lists(st.tuples(acts, st.integers(0, 9), st.sampled_from(FOUND)), max_size=14))
def test_whatever_is_done_the_list_is_that_of_the_badges(tmp_path_factory, done):
    vault = a_vault(tmp_path_factory.mktemp("glance") / "vault.sqlite")
    wallet = Wallet(vault, catalogue=CATALOGUE)
    for act, which, found in done:
        there = wallet.everything()
        chosen = there[which % len(there)] if there else None
        if act == "add" or chosen is None:
            keep(wallet, a_document(f"b{which + 1:02d}", number=which), found)
        elif act == "newer":
            later = f"2026-10-{which + 15}T09:00:00Z"
            keep(wallet, a_document("b01", number=which, validFrom=later), found)
        elif act == "look":
            seen(wallet)
        elif act == "again":
            keep(wallet, a_document("b01"), found, content=chosen.content)
        elif act == "remove":
            wallet.remove(chosen.id, now=NOON)
        else:
            getattr(wallet, act)(chosen.id)

    assert seen(wallet) == by_the_badges(wallet)
    assert seen(wallet) == by_the_badges(wallet)
    vault.close()


def test_an_erased_badge_leaves_no_note_of_itself(wallet):
    gone = held(wallet)
    held(wallet, "b02")
    seen(wallet)

    wallet.erase(gone.id)

    assert wallet.vault.overview().noted is None
    assert seen(wallet) == by_the_badges(wallet)


def test_another_program_that_writes_meanwhile_is_not_forgotten(place, wallet):
    held(wallet)
    before = wallet.vault.overview()
    other = a_vault(place)
    held(Wallet(other, catalogue=CATALOGUE), "b02")
    other.close()

    wallet.vault.note_overview(Glance(before, CATALOGUE).to_note, upto=before.upto)

    assert wallet.vault.overview().noted is None, "it was not true any more"
    assert seen(wallet) == by_the_badges(wallet)


def test_a_note_of_another_form_is_made_anew(wallet):
    held(wallet)
    wallet.vault.note_overview({"form": 0, "id": ["x"]}, upto=wallet.vault.overview().upto)

    assert seen(wallet) == by_the_badges(wallet)
    assert wallet.vault.overview().noted["form"] == 1


def test_protecting_seals_it_under_the_new_key(tmp_path):
    space = open_space(tmp_path)
    held(space.wallet(CATALOGUE))
    seen(space.wallet(CATALOGUE))
    space.protect(PHRASE, cost=CHEAP)

    assert space.vault.overview().noted is None
    assert seen(space.wallet(CATALOGUE)) == by_the_badges(space.wallet(CATALOGUE))
    space.close()
    again = open_space(tmp_path, phrase=PHRASE)
    assert seen(again.wallet(CATALOGUE)) == by_the_badges(again.wallet(CATALOGUE))
    again.close()


def test_the_name_and_the_word_in_a_list_are_those_of_the_badge(wallet):
    one = held(wallet)
    (row,) = seen(wallet)

    assert row.name == wording.name(one, CATALOGUE, lang="fr")
    assert wording.say(row.state, lang="fr", part="word") == wording.state(
        one, lang="fr", part="word"
    )
