"""Places of the national schema: read strictly, an organisation's and never a person's."""

import csv
import io
import json

import pytest

from tests.trust_registry import network
from trust_registry import entries, places
from trust_registry.catalogue import CatalogueInvalid
from trust_registry.errors import EntryInvalid, PlacesUnreadable
from trust_registry.opening_hours import in_words
from trust_registry.places import Place, from_json, read_places, to_json

ISOLATES = dict.fromkeys((0x2068, 0x2069))
LIBRARY = Place(
    name="Médiathèque de Clairval",
    address="2 place des Tilleuls",
    postal_code="21990",
    town="Clairval-sur-Ornaize",
    opening_hours="Tu-Sa 10:00-12:00,14:00-18:30",
    telephone="03 80 00 00 00",
)
ROW = to_json(LIBRARY)
NATIONAL = ROW | {
    "id": "structure-1",
    "pivot": "00000000000000",
    "courriels": "amina.benali@clairval.example",
    "services": "Aide aux démarches administratives",
    "date_maj": "2026-10-01",
}


def as_json(rows):
    return json.dumps(rows).encode()


def as_csv(rows, *, separator=","):
    text = io.StringIO()
    names = list(dict.fromkeys(name for row in rows for name in row))
    writer = csv.DictWriter(text, names, delimiter=separator)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


# ---------------------------------------------------------------- one place


def test_a_place_bears_the_names_of_the_national_schema_and_is_read_back_equal():
    assert list(ROW) == ["nom", "adresse", "code_postal", "commune", "horaires", "telephone"]
    assert from_json(ROW, "/place") == LIBRARY


def test_hours_and_telephone_may_be_missing():
    bare = {name: ROW[name] for name in ("nom", "adresse", "code_postal", "commune")}

    place = from_json(bare, "/place")

    assert (place.opening_hours, place.telephone) == (None, None)


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("nom", None, "not-text"),
        ("nom", "Chez amina@clairval.example", "personal"),
        ("adresse", "2 place des Tilleuls\u202e", "characters"),
        ("code_postal", "2199", "form"),
        ("code_postal", "99000", "form"),
        ("code_postal", "٢١٩٩٠", "form"),
        ("commune", "", "empty"),
        ("horaires", "Appelez le 06 00 00 00 00", "personal"),
        ("telephone", "06 00 00 00 00", "personal"),
        ("telephone", "+33 7 00 00 00 00", "personal"),
        ("telephone", "03 80 00 00", "form"),
        ("telephone", "accueil", "form"),
        ("courriels", "accueil@clairval.example", "unknown"),
    ],
)
def test_another_form_is_refused_at_its_place(name, value, why):
    with pytest.raises(CatalogueInvalid) as refused:
        from_json(ROW | {name: value}, "/place")

    assert refused.value.facts == {"path": f"/place/{name}", "why": why}


@pytest.mark.parametrize("number", ["0380000000", "+33 3 80 00 00 00", "03.80.00.00.00", "3949"])
def test_a_line_of_the_house_is_kept_as_it_was_written(number):
    assert from_json(ROW | {"telephone": number}, "").telephone == number


def test_a_text_is_as_long_as_it_may_be_and_no_longer():
    inside = "é" * places.MAX_PLACE_LETTERS

    assert from_json(ROW | {"adresse": inside}, "").address == inside
    with pytest.raises(CatalogueInvalid) as refused:
        from_json(ROW | {"adresse": inside + "é"}, "/place")
    assert refused.value.facts["why"] == "too-long"


def test_an_entry_carries_a_place_and_one_signed_before_has_none():
    entry = network.library_entry(place=LIBRARY)
    document = entries.to_json(entry)
    before = {name: value for name, value in document.items() if name != "place"}

    assert entries.from_json(document) == entry
    assert entries.from_json(before).place is None
    with pytest.raises(EntryInvalid) as refused:
        entries.from_json(document | {"place": ROW | {"telephone": "06 00 00 00 00"}})
    assert refused.value.facts == {"path": "/place/telephone", "why": "personal"}


# ---------------------------------------------------------------- a file of places


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(as_json([NATIONAL]), id="json"),
        pytest.param(b"\xef\xbb\xbf" + as_json([NATIONAL]), id="json with a mark in front"),
        pytest.param(as_csv([NATIONAL]), id="csv"),
        pytest.param(b"\xef\xbb\xbf" + as_csv([NATIONAL]), id="csv with a mark in front"),
        pytest.param(as_csv([NATIONAL], separator=";"), id="csv with semicolons"),
    ],
)
def test_a_file_of_the_national_schema_is_read(raw):
    found = read_places(raw)

    assert (found.places, found.left_out) == ((LIBRARY,), 0)
    assert "amina" not in repr(found)


def test_a_row_without_its_address_is_left_out_and_counted():
    rows = [NATIONAL, NATIONAL | {"adresse": ""}, NATIONAL | {"code_postal": "?"}]

    for raw in (as_json([*rows, "x"]), as_csv([*rows, {"nom": "x"}])):
        found = read_places(raw)
        assert (len(found.places), found.left_out) == (1, 3)


def test_a_telephone_of_a_person_is_left_out_of_its_row():
    (place,) = read_places(as_csv([NATIONAL | {"telephone": "06 00 00 00 00"}])).places

    assert place.telephone is None
    assert place.opening_hours == LIBRARY.opening_hours


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "columns"),
        (b"[]", "columns"),
        (b"{}", "form"),
        (b"[{", "form"),
        (b'[{"nom": "x"}]', "columns"),
        (b"\xff\xfe", "form"),
        (b"a,b\n1,2\n", "columns"),
        (b"nom,adresse,code_postal,commune\n", "columns"),
        (b'nom,adresse,code_postal,commune\n"x', "form"),
        (b"[" * 40 + b"]" * 40, "form"),
    ],
)
def test_another_file_is_refused(raw, why):
    with pytest.raises(PlacesUnreadable) as refused:
        read_places(raw)

    assert refused.value.facts == {"why": why}


@pytest.mark.parametrize("written", [as_json, as_csv])
def test_a_file_holds_as_many_places_as_it_may_and_no_more(monkeypatch, written):
    monkeypatch.setattr(places, "MAX_PLACES", 3)

    assert len(read_places(written([NATIONAL] * 3)).places) == 3
    with pytest.raises(PlacesUnreadable) as refused:
        read_places(written([NATIONAL] * 4))
    assert refused.value.facts == {"why": "too-many"}


def test_a_file_is_as_large_as_it_may_be_and_no_larger(monkeypatch):
    raw = as_json([NATIONAL])
    monkeypatch.setattr(places, "MAX_PLACES_BYTES", len(raw))
    monkeypatch.setattr(places, "MAX_PLACES_NODES", raw.count(b",") + 3)

    assert read_places(raw).left_out == 0
    with pytest.raises(PlacesUnreadable):
        read_places(raw + b" ")
    monkeypatch.setattr(places, "MAX_PLACES_NODES", 5)
    with pytest.raises(PlacesUnreadable) as refused:
        read_places(raw)
    assert refused.value.facts == {"why": "too-large"}


# ---------------------------------------------------------------- opening hours


@pytest.mark.parametrize(
    ("hours", "french", "english"),
    [
        (
            "Tu-Fr 09:00-12:00,14:00-18:30; Sa off",
            ["du mardi au vendredi : de 9 h à 12 h, de 14 h à 18 h 30", "samedi : fermé"],
            ["Tuesday to Friday: 9:00 to 12:00, 14:00 to 18:30", "Saturday: closed"],
        ),
        (
            "Mo,We 08:00-12:00;",
            ["lundi, mercredi : de 8 h à 12 h"],
            ["Monday, Wednesday: 8:00 to 12:00"],
        ),
        ("Le mardi matin", ["Le mardi matin"], ["Le mardi matin"]),
        ("24/7", ["24/7"], ["24/7"]),
        ("Mo 9-12; Sa off", ["Mo 9-12; Sa off"], ["Mo 9-12; Sa off"]),
        ('Mo 09:00-12:00 "sur rendez-vous"', ['Mo 09:00-12:00 "sur rendez-vous"'], None),
        (";", [";"], [";"]),
    ],
)
def test_hours_are_said_in_words_or_as_they_were_written(hours, french, english):
    def said(lang):
        lines = in_words(hours, lang=lang)
        return [line.translate(ISOLATES).replace("\u00a0", " ") for line in lines]

    assert said("fr") == french
    assert english is None or said("en") == english
