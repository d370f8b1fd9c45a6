"""What changed in the catalogue is said part by part, and what would hurt a learner is refused."""

from dataclasses import replace

import pytest

from tests.house.test_plain_words import JARGON
from trust_registry.catalogue import Complaint, Equivalent, check, seed
from trust_registry.catalogue.complaints import KNOWN_LETTERS
from trust_registry.catalogue.continuity import MOST_NEW, breaks, continued
from trust_registry.catalogue.differences import Change, Part, differences


def with_badge(book, badge_id, **changes):
    badges = tuple(replace(one, **changes) if one.id == badge_id else one for one in book.badges)
    return replace(book, badges=badges)


def new_badges(book, count):
    first = book.badges[0]
    more = tuple(
        replace(first, id=f"b{90 + n}", number=90 + n, slug=f"nouveau-{n}") for n in range(count)
    )
    return replace(book, badges=(*book.badges, *more))


def test_the_same_catalogue_differs_in_nothing_but_its_version():
    assert differences(seed(), replace(seed(), version=9)) == ()


def test_a_line_that_changed_is_shown_with_the_one_before():
    lines = seed().badge("b04").can_do
    changed = {**lines, "fr": ("ouvrir un dossier", *lines["fr"][1:])}
    (found,) = differences(seed(), with_badge(seed(), "b04", can_do=changed))

    assert (found.part, found.change, found.id) == (Part.BADGE, Change.CHANGED, "b04")
    assert (found.field, found.language) == ("can_do", "fr")
    assert found.gone == ("créer un dossier et lui donner un nom clair",)
    assert found.come == ("ouvrir un dossier",)


def test_what_has_no_language_is_shown_too():
    equivalent = Equivalent(issuer="https://a.example/1", achievement="https://a.example/2")
    changed = with_badge(seed(), "b07", equivalents=(equivalent,), authorises=True)
    found = {one.field: one.come for one in differences(seed(), changed)}

    assert found == {
        "equivalents": ("https://a.example/1 | https://a.example/2",),
        "authorises": ("True",),
    }


def test_what_came_went_and_moved_is_told_apart():
    book = seed()
    first, second, *others = book.badges
    gone = others.pop()
    after = new_badges(replace(book, badges=(second, first, *others)), 1)
    found = [(one.change, one.id) for one in differences(book, after)]

    assert sorted(found) == sorted(
        [
            (Change.ADDED, "b90"),
            (Change.REMOVED, gone.id),
            (Change.MOVED, "b01"),
            (Change.MOVED, "b02"),
        ]
    )


def test_pathways_and_the_whole_list_are_looked_at():
    book = seed()
    free = replace(book.pathways[0], needed=2, rule="any")
    after = replace(book, status="published", pathways=(free, *book.pathways[1:]))
    found = {(one.part, one.field) for one in differences(book, after)}

    assert found == {
        (Part.CATALOGUE, "status"),
        (Part.PATHWAY, "rule"),
        (Part.PATHWAY, "needed"),
    }


def codes(complaints):
    return [one.code for one in complaints]


@pytest.mark.parametrize(
    ("after", "code", "broken"),
    [
        (replace(seed(), badges=seed().badges[1:]), "catalogue.badge-removed", True),
        (with_badge(seed(), "b01", slug="pc"), "catalogue.address-changed", True),
        (replace(seed(), base="https://autre.example"), "catalogue.base-changed", True),
        (new_badges(seed(), MOST_NEW + 1), "catalogue.too-many-new", False),
    ],
)
def test_what_would_hurt_those_who_hold_a_badge_is_said(after, code, broken):
    (found,) = continued(seed(), after)

    assert (found.code, breaks(found)) == (code, broken)


@pytest.mark.parametrize("after", [seed(), new_badges(seed(), MOST_NEW)])
def test_what_goes_on_is_not_complained_about(after):
    assert list(continued(seed(), after)) == []


@pytest.mark.parametrize(
    ("name", "complained"),
    [
        ("Le B2i et l’ATP", True),
        ("RGAA", True),
        ("Mon CV", False),
        *((k, False) for k in sorted(KNOWN_LETTERS)),
    ],
)
def test_letters_that_mean_nothing_are_no_name(name, complained):
    changed = with_badge(seed(), "b01", name={"fr": name, "en": "Computer"})

    assert ("catalogue.acronym" in codes(check(changed))) is complained


@pytest.mark.parametrize(
    ("field", "line", "complained"),
    [
        ("criteria", "Elle maîtrise le tableur.", True),
        ("criteria", "La personne sait compter.", True),
        ("criteria", "Elle fait une somme devant vous.", False),
        ("good_for", "Comprendre ce que l’on sait déjà.", False),
    ],
)
def test_a_criterion_is_something_that_two_people_can_see(field, line, complained):
    lines = {"fr": (line,), "en": ("They do it.",)}
    changed = with_badge(seed(), "b07", **{field: lines})

    assert ("catalogue.unseen" in codes(check(changed))) is complained


SAID = {
    "révoqu": "révoqué",
    "endossement": "endossement",
    "certifi": "certifié",
    "métadonnée": "métadonnées",
}


@pytest.mark.parametrize("word", JARGON.pattern.removeprefix(r"\b(").removesuffix(")").split("|"))
def test_no_badge_says_what_no_screen_may_say(word):
    plain = word.replace("\\", "")
    changed = with_badge(seed(), "b01", summary={"fr": f"Voici un {SAID.get(plain, plain)} ici."})
    found = [one for one in check(changed) if isinstance(one, Complaint)]

    assert {"catalogue.jargon", "catalogue.exam"} & set(codes(found))
