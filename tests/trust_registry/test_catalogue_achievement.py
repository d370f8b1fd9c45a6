"""A badge of the catalogue as an achievement: only what Open Badges 3.0 defines."""

import json
from dataclasses import replace
from typing import Any

import pytest
from pyld import jsonld

from shared import contexts
from shared.words import LANGUAGES
from trust_registry.catalogue import achievement, seed

BASE = "https://registre.example"
OB3 = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
VC2 = "https://www.w3.org/ns/credentials/v2"
VOCAB = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#"


def shipped_contexts(url: str, options: Any) -> dict[str, Any]:
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": contexts.load(url),
    }


def refuse_to_drop(what: str) -> None:
    pytest.fail(f"a term without meaning: {what}")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("entry", seed().badges, ids=lambda entry: entry.slug)
def test_an_achievement_uses_only_terms_that_open_badges_defines(entry, lang):
    document = {"@context": [VC2, OB3], **achievement(entry, base=BASE, lang=lang)}
    options = {"documentLoader": shipped_contexts, "base": None}

    (node,) = jsonld.expand(document, options, on_property_dropped=refuse_to_drop)

    assert node["@type"] == [f"{VOCAB}Achievement"]
    (criteria,) = node[f"{VOCAB}Criteria"]
    assert criteria[f"{VOCAB}narrative"][0]["@value"]
    (picture,) = node[f"{VOCAB}image"]
    assert picture["@type"] == [f"{VOCAB}Image"]
    for alignment in node[f"{VOCAB}alignment"]:
        assert f"{VOCAB}targetCode" in alignment


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("entry", seed().badges, ids=lambda entry: entry.slug)
def test_an_achievement_has_what_open_badges_asks_for(entry, lang):
    found = achievement(entry, base=f"{BASE}/", lang=lang)

    assert found["id"] == f"{BASE}/badges/{entry.slug}"
    assert found["image"]["id"] == f"{BASE}/badges/{entry.image_png}"
    assert found["inLanguage"] == lang
    assert found["name"] == entry.name[lang]
    assert found["description"] == entry.summary[lang]
    narrative = found["criteria"]["narrative"]
    assert all(criterion in narrative for criterion in entry.criteria[lang])
    assert not set(narrative) & set("*_#`[]<>\n"), "plain text, not Markdown"
    assert json.loads(json.dumps(found)) == found


def test_an_achievement_in_a_language_that_is_missing_says_that_it_is_french():
    found = achievement(seed().badges[0], base=BASE, lang="de")

    assert found["inLanguage"] == "fr"
    assert found["name"] == "Ordinateur"


def test_an_alignment_without_code_has_no_empty_code():
    entry = seed().badges[0]
    entry = replace(entry, alignments=(replace(entry.alignments[0], code=None),))

    (alignment,) = achievement(entry, base=BASE)["alignment"]

    assert "targetCode" not in alignment
