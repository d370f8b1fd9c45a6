"""Where to ask for a badge: who awards it, the nearest first; then who can help nearby."""

import json

import pytest

from tests.wallet.people import typing
from trust_registry.catalogue.model import achievement_address
from trust_registry.client import open_registry
from trust_registry.places import Place, to_json
from wallet.directions import Guide
from wallet.memo import Memo
from wallet.pathways import progress
from wallet.places import MAX_PLACES_SHOWN, Near, where_to_ask

LIBRARY = "Médiathèque de Clairval"


def a_place(name, *, postal_code="21990", town="Clairval-sur-Ornaize", **more):
    return Place(name=name, address="1 rue Neuve", postal_code=postal_code, town=town, **more)


@pytest.fixture(scope="module")
def registry(region, today):
    found = open_registry(str(region.folder), now=today)
    yield found
    found.close()


def a_file(region, name):
    return region.folder / "badges" / name


def ask(registry, today, badge="b04", **more):
    return where_to_ask(registry.catalogue().badge(badge), registry, now=today, **more)


def test_only_who_may_award_the_badge_that_day_is_named_as_such(registry, today):
    catalogue = registry.catalogue()
    address = achievement_address(catalogue.badge("b04"), base=catalogue.base)

    found = ask(registry, today)

    partners = registry.all_partners()
    may = {one.id for one in partners if registry.may_award(one.id, address, on=today)}
    assert {one.partner.id for one in found} == may
    assert 0 < len(may) < len(partners)


@pytest.mark.parametrize("town", ["Clairval sur Ornaize", "clairval-sur-ornaize", "21990"])
def test_the_partner_of_the_town_comes_first(registry, today, town):
    found = ask(registry, today, badge="b01", town=town)

    assert found[0].near is Near.TOWN
    assert found[0].place.town == "Clairval-sur-Ornaize"
    assert [one.near for one in found] == sorted(one.near for one in found)


def test_without_a_town_nothing_of_the_file_is_near(registry, today):
    file = [a_place(f"Espace {number}") for number in range(5)]

    assert all(one.partner is not None for one in ask(registry, today, file=file))


def test_places_of_the_file_help_and_are_never_said_to_award(registry, today):
    far = a_place("Très loin", postal_code="97400", town="Saint-Denis")
    file = [far, *(a_place(f"Espace {number}") for number in range(MAX_PLACES_SHOWN + 1))]

    found = ask(registry, today, file=file, town="21990")

    helping = [one for one in found if one.partner is None]
    assert [one.place.name for one in helping] == ["Espace 0", "Espace 1", "Espace 2"]
    assert found.index(helping[0]) == len(found) - MAX_PLACES_SHOWN


def test_a_partner_whose_entry_says_no_place_has_that_of_the_file_under_its_name(registry, today):
    silent = next(
        one
        for badge in registry.catalogue().badges
        for one in ask(registry, today, badge.id)
        if one.place is None
    )
    named = a_place(silent.partner.name.upper())
    badge = next(
        badge.id
        for badge in registry.catalogue().badges
        if silent in ask(registry, today, badge.id)
    )

    one = next(
        found
        for found in ask(registry, today, badge, file=[named], town="21990")
        if found.partner == silent.partner
    )
    two = ask(registry, today, badge, file=[named, a_place(silent.partner.name)])

    assert one.place == named
    assert all(found.place is None for found in two if found.partner == silent.partner)


@pytest.mark.parametrize(
    ("town", "name"), [("St-Étienne", "saint etienne"), ("Sainte Foy", "SAINTE-FOY")]
)
def test_a_town_is_known_as_people_write_it(registry, today, town, name):
    file = [a_place("Espace", postal_code="42000", town=name)]

    assert ask(registry, today, file=file, town=town)[-1].near is Near.TOWN


def test_two_towns_of_one_name_are_told_apart_by_the_code(registry, today):
    file = [
        a_place("Ici", postal_code="97400", town="Saint-Denis"),
        a_place("Là", postal_code="93200", town="Saint-Denis"),
    ]

    found = ask(registry, today, file=file, town="93200 Saint-Denis")

    assert [one.place.name for one in found if one.near is Near.TOWN] == ["Là"]


def test_a_list_that_is_too_old_names_nobody(registry):
    late = registry.expires_at

    assert where_to_ask(registry.catalogue().badge("b04"), registry, now=late) == ()


def test_the_way_has_one_place_in_front_in_words(registry, today):
    guide = Guide(
        catalogue=registry.catalogue(),
        registry=registry,
        now=today,
        memo=Memo(town="21990", notes={"fondamentaux": "Le mardi.", "b06": "Demandez Karim."}),
    )
    paths = {one.pathway.id: one for one in progress([], guide.catalogue)}

    way = guide.next_step(paths["fondamentaux"], lang="fr")

    assert (way.badge_id, way.note) == ("b01", "Le mardi.")
    assert way.first.address == "2 place des Tilleuls, 21990 Clairval-sur-Ornaize"
    assert "mardi" in way.first.hours[0]
    assert way.first.digits == "0353011020"
    assert guide.next_step(paths["bureautique"], lang="fr").note == "Demandez Karim."


def test_without_a_list_the_way_leads_to_a_mediator(registry, today):
    guide = Guide(catalogue=registry.catalogue(), registry=None, now=today)

    way = guide.to_badge("b01", lang="fr")

    assert way.first is None
    assert "médiateur" in way.what


# ---------------------------------------------------------------- as commands


@pytest.fixture
def amina(region, today, tmp_path):
    return typing(tmp_path / "amina", at=today, registry=region.folder, replay=region.bundle)


def test_path_says_where_in_the_fields_of_the_national_schema(region, amina, tmp_path):
    file = tmp_path / "lieux.json"
    file.write_text(json.dumps([to_json(a_place("Espace numérique du port"))]), "utf-8")
    amina("town", "Clairval-sur-Ornaize")
    amina("note", "fondamentaux", "Demandez Sandrine.")

    paths = amina("path", "--json", env={"BADGES_PLACES": str(file)}).answers

    first = paths[0]
    assert (first["next"], first["note"]) == ("b01", "Demandez Sandrine.")
    assert first["where"][0]["near"] == "town"
    assert set(first["where"][0]["place"]) == {
        "nom", "adresse", "code_postal", "commune", "horaires", "telephone",
    }  # fmt: skip
    assert first["where"][-1]["partner"] is None
    assert first["where"][-1]["place"]["nom"] == "Espace numérique du port"


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_path_reads_as_sentences_with_one_place_in_front(region, today, tmp_path, lang):
    type_ = typing(tmp_path / lang, at=today, registry=region.folder, lang=lang)
    type_("town", "21990")
    type_("note", "b01", "Salle 2.")

    said = type_("path").out

    assert LIBRARY in said
    assert "2 place des Tilleuls, 21990 Clairval-sur-Ornaize" in said
    assert "Salle 2." in said


def test_a_badge_that_waits_to_be_checked_sends_nobody_anywhere(region, amina, tmp_path, today):
    offline = typing(tmp_path / "karim", at=today, registry=region.folder)
    offline("--offline", "import", a_file(region, "amina-ordinateur.png"))

    found = {one["pathway"]: one for one in offline("path", "--json").answers}

    assert found["fondamentaux"]["next"] != "b01"
    assert found["fondamentaux"]["where"] != []


def test_a_file_of_places_that_cannot_be_read_hides_no_pathway(amina, tmp_path):
    file = tmp_path / "lieux.csv"
    file.write_text("nom;adresse\n", "utf-8")

    said = amina("path", env={"BADGES_PLACES": str(file)})

    assert said.status == 0
    assert "b" in said.out
    assert said.err != ""


def test_the_note_and_the_town_are_told_and_taken_away(amina):
    assert amina("note", "b03", "Le lundi.", "--json").answer == {
        "about": "b03", "note": "Le lundi.",
    }  # fmt: skip
    assert amina("note", "b03", "", "--json").answer == {"about": "b03", "note": None}
    assert amina("town", "Clairval", "--json").answer == {"town": "Clairval"}
    assert amina("town", "--json").answer == {"town": "Clairval"}
    assert amina("town", "", "--json").answer == {"town": None}
    assert amina("note", "b99", "?", "--json").answer["error"]["code"] == "catalogue.badge-unknown"
