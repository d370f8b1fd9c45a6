"""« Ce badge est-il pour vous ? »: asked, never refused; yes is shown, no can be taken back."""

import pytest

from tests.wallet.people import typing
from trust_registry.catalogue import seed
from wallet.spaces import open_space

OLENA = "olena-navigation-autre-personne.png"


@pytest.fixture
def type_(region, today, tmp_path):
    return typing(tmp_path / "olena", at=today, registry=region.folder, replay=region.bundle)


@pytest.fixture
def asked(region, type_):
    """The badge of somebody else, imported for Olena; gives its number."""
    described = next(one for one in region.badges if one.file == OLENA)
    names = [word for one in described.recipients for word in ("--recipient", one)]
    answer = type_("import", region.folder / "badges" / OLENA, *names, "--json").answer
    assert (answer["outcome"], answer["asks"]) == ("added", "mine")
    return answer["id"]


def held(type_):
    return [
        (one["level"], one["claimed"], one["counts"]) for one in type_("list", "--json").answers
    ]


def test_the_import_asks_in_words_too(region, type_):
    described = next(one for one in region.badges if one.file == OLENA)
    names = [word for one in described.recipients for word in ("--recipient", one)]

    said = type_("import", region.folder / "badges" / OLENA, *names)

    assert said.status == 0
    assert "badge-wallet mine" in said.out


def test_yes_alone_is_noted_and_makes_nothing_count(type_, asked):
    answer = type_("mine", asked, "--yes", "--json").answer

    assert (answer["claimed"], answer["fits"], answer["counts"]) == ("yes", False, False)
    assert held(type_) == [("NOT_THEIRS", "yes", False)]


def test_a_name_that_does_not_fit_is_not_kept(type_, asked, tmp_path):
    answer = type_("mine", asked, "--yes", "--as", "Somebody Else", "--json").answer

    assert (answer["fits"], answer["level"]) == (False, "NOT_THEIRS")
    assert type_("recheck", "--json").answer["level"] == "NOT_THEIRS"
    space = open_space(tmp_path / "olena")
    assert space.wallet(seed()).get(asked).recipients == ("Jean-Marc Petitjean",)
    space.close()


def test_the_name_that_it_bears_makes_it_theirs_from_then_on(type_, asked):
    answer = type_("mine", asked, "--yes", "--as", "KOVALENKO Olena", "--json").answer

    assert (answer["fits"], answer["level"], answer["counts"]) == (True, "TRUSTED", True)
    assert type_("recheck", "--json").answer["level"] == "TRUSTED"


def test_no_puts_it_away_and_it_can_come_back(type_, asked):
    type_("mine", asked, "--no")

    assert held(type_) == []
    assert [one["id"] for one in type_("list", "--removed", "--json").answers] == [asked]
    type_("restore", asked)
    assert held(type_) == [("NOT_THEIRS", "no", False)]


def test_not_knowing_leaves_it_and_asks_no_more(region, type_, asked):
    said = type_("mine", asked, "--unsure")

    assert said.status == 0
    assert held(type_) == [("NOT_THEIRS", "unsure", False)]
    again = type_("import", region.folder / "badges" / OLENA, "--json").answer
    assert again["asks"] is None


def test_an_answer_has_to_be_given(type_, asked):
    assert type_("mine", asked).status == 2
