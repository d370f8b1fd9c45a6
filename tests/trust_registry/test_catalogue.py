"""The catalogue: the shipped list, what it answers, and other pathways in the same form."""

import copy
from dataclasses import replace
from typing import Any

import pytest

from shared.words import LANGUAGES
from trust_registry.catalogue import (
    BadgeUnknown,
    CatalogueInvalid,
    ImageMissing,
    Rule,
    Spoken,
    Status,
    achievement,
    from_json,
    image,
    seed,
    to_json,
)
from trust_registry.words import WORDS

BASE = "https://registre.example"
FACTORY = "did:key:z6MkfactoryOfTheOtherTown"
ELSEWHERE = "https://factory.example/v1/badge/1234"
SEED = to_json(seed())


def a_document(**changes: Any) -> dict[str, Any]:
    return {**copy.deepcopy(SEED), **changes}


# ------------------------------------------------------------------ the shipped list


def test_the_shipped_list_has_fourteen_badges_and_the_professional_s_and_says_what_it_is():
    catalogue = seed()

    assert [entry.id for entry in catalogue.badges] == [f"b{n:02d}" for n in range(1, 16)]
    assert [entry.number for entry in catalogue.badges] == list(range(1, 16))
    assert [entry.id for entry in catalogue.badges if entry.authorises] == ["b15"]
    assert catalogue.status is Status.RECONSTRUCTION
    assert to_json(catalogue)["status"] == "reconstruction"
    assert catalogue.version == 1


def test_the_pathways_are_those_of_the_network_in_order():
    steps = {p.id: (p.badges, p.rule, p.needed) for p in seed().pathways}

    assert steps == {
        "fondamentaux": (("b01", "b02", "b03", "b04", "b05"), Rule.ORDERED, 5),
        "bureautique": (("b06", "b07", "b08"), Rule.ORDERED, 3),
        "communication": (("b09", "b10", "b11"), Rule.ORDERED, 3),
        "demarches": (("b12", "b13", "b14"), Rule.ORDERED, 3),
        "mednum": (("b15",), Rule.ORDERED, 1),
    }


def test_the_status_and_each_kind_of_evidence_have_a_name_in_both_languages():
    codes = {kind.code for entry in seed().badges for kind in entry.evidence_kinds}

    assert len(codes) == 5, "each of the five kinds serves at least once"
    for code in (*codes, *(status.code for status in Status)):
        for lang in LANGUAGES:
            assert WORDS.say(code, lang=lang)


# ------------------------------------------------------------------ asking it


def test_a_badge_is_had_by_identifier_or_by_slug():
    catalogue = seed()

    assert catalogue.badge("b04") is catalogue.badge("gestion-des-fichiers")
    with pytest.raises(BadgeUnknown):
        catalogue.badge("b16")


def test_our_own_address_is_enough_and_elsewhere_only_the_exact_pair_is():
    document = a_document(base=BASE)
    document["badges"][3]["equivalents"] = [{"issuer": FACTORY, "achievement": ELSEWHERE}]
    catalogue = from_json(document)
    files = catalogue.badge("b04")

    assert catalogue.find("did:web:ml.example", f"{BASE}/badges/gestion-des-fichiers") == files
    assert catalogue.find(FACTORY, ELSEWHERE) == files
    assert catalogue.find("did:key:z6MkstrangerOnTheSameHost", ELSEWHERE) is None
    assert catalogue.find(FACTORY, f"{ELSEWHERE}5") is None
    assert catalogue.find(FACTORY, f"{BASE}/badges/gestion-des-fichiers/") is None
    assert catalogue.find(FACTORY, "https://other.example/badges/tableur") is None
    assert catalogue.find(FACTORY, None) is None


def test_the_base_is_the_registry_s_own():
    catalogue = seed(base=f"{BASE}/")
    entry = catalogue.badge("b07")

    assert catalogue.base == BASE
    assert catalogue.find("did:web:x.example", achievement(entry, base=BASE)["id"]) == entry
    with pytest.raises(CatalogueInvalid):
        seed(base="registre.example")


def test_a_missing_language_is_answered_in_french_and_a_missing_french_is_not_hidden():
    said = Spoken({"fr": "Tableur"})

    assert said["en"] == "Tableur"
    assert "en" not in said
    with pytest.raises(KeyError):
        Spoken({"en": "Spreadsheets"})["fr"]


def test_an_image_that_is_not_shipped_is_named():
    with pytest.raises(ImageMissing) as missing:
        image(replace(seed().badges[0], image_png="poterie.png"), "png")

    assert missing.value.facts == {"image": "poterie.png"}
    assert WORDS.say(missing.value.code, missing.value.facts)


# ------------------------------------------------------------------ other pathways


def test_the_example_pathways_of_the_document_are_written_in_the_same_form():
    document = a_document()
    networks = copy.deepcopy(document["badges"][10])
    networks |= {"id": "b16", "number": 16, "slug": "reseaux-numeriques"}
    networks |= {"image_svg": "reseaux.svg", "image_png": "reseaux.png"}
    networks["name"] = {"fr": "Réseaux numériques", "en": "Online networks"}
    document["badges"].append(networks)

    def a_pathway(name: str, french: str, steps: list[str], rule: str, needed: int) -> Any:
        said = {"fr": french, "en": french}
        return {
            "id": name,
            "name": said,
            "summary": said,
            "badges": steps,
            "rule": rule,
            "needed": needed,
        }

    document["pathways"] = [
        a_pathway("decouverte", "Découverte du numérique", ["b01", "b04", "b09"], "ordered", 3),
        a_pathway("echanges", "Communication numérique", ["b10", "b11", "b16"], "ordered", 3),
        a_pathway("en-ligne", "Démarches en ligne", ["b12", "b13", "b14"], "ordered", 3),
        a_pathway("au-choix", "Deux outils au choix", ["b06", "b07", "b08"], "any", 2),
    ]

    catalogue = from_json(document)

    assert to_json(catalogue) == document
    choice = catalogue.pathways[-1]
    assert (choice.rule, choice.needed, len(choice.badges)) == (Rule.ANY, 2, 3)
    assert [p.id for p in catalogue.pathways_of("b10")] == ["echanges"]
