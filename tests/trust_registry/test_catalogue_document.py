"""The catalogue as a document: read strictly, refused by path, written back equal."""

import copy
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shared.words import LANGUAGES
from trust_registry.catalogue import (
    CatalogueInvalid,
    Equivalent,
    check,
    from_json,
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


def with_change(path: str, value: Any) -> dict[str, Any]:
    """The seed with one value put at a path; ``...`` takes it away."""
    document = a_document()
    *steps, last = [int(s) if s.isdigit() else s for s in path.strip("/").split("/")]
    place: Any = document
    for step in steps:
        place = place[step]
    if value is ...:
        del place[last]
    elif isinstance(place, list) and last == len(place):
        place.append(value)
    else:
        place[last] = value
    return document


def test_a_catalogue_survives_the_journey_through_a_file():
    catalogue = seed()
    entry = replace(
        catalogue.badges[0], equivalents=(Equivalent(issuer=FACTORY, achievement=ELSEWHERE),)
    )
    catalogue = replace(catalogue, badges=(entry, *catalogue.badges[1:]), version=7)

    again = from_json(json.loads(json.dumps(to_json(catalogue))))

    assert again == catalogue
    assert to_json(again) == to_json(catalogue)


def test_what_was_read_cannot_be_changed_through_the_document():
    document = a_document()
    catalogue = from_json(document)
    document["badges"][0]["criteria"]["fr"].append("Autre chose.")

    assert catalogue == seed()


@pytest.mark.parametrize(
    ("path", "value", "why"),
    [
        pytest.param("/format", 2, "out-of-range", id="a form of the future"),
        pytest.param("/format", True, "not-number", id="true is not one"),
        pytest.param("/version", 0, "out-of-range", id="versions start at one"),
        pytest.param("/version", 1.5, "not-number", id="half a version"),
        pytest.param("/status", "officiel", "choice", id="a status nobody knows"),
        pytest.param("/status", ["published"], "choice", id="a status in a list"),
        pytest.param("/base", "ftp://registre.example", "form", id="no web address"),
        pytest.param("/base", "http://registre.example", "form", id="in clear, elsewhere"),
        pytest.param("/base", "https://registre.example/", "form", id="a final slash"),
        pytest.param("/badges", {}, "not-list", id="badges not in a list"),
        pytest.param("/badges/0", "b01", "not-object", id="a badge by name only"),
        pytest.param("/badges/0/rang", 1, "unknown", id="a field nobody asked for"),
        pytest.param("/badges/0/summary", ..., "missing", id="no summary"),
        pytest.param("/badges/0/id", "1", "form", id="an identifier of another form"),
        pytest.param("/badges/0/number", "1", "not-number", id="a number in quotes"),
        pytest.param("/badges/0/number", True, "not-number", id="a number that is a flag"),
        pytest.param("/badges/0/number", 0, "out-of-range", id="numbers start at one"),
        pytest.param("/badges/0/slug", "../secret", "form", id="a slug that climbs"),
        pytest.param("/badges/0/slug", "b02", "form", id="a slug like an identifier"),
        pytest.param("/badges/0/slug", "a", "form", id="a slug of one letter"),
        pytest.param("/badges/0/slug", "a" * 61, "form", id="a slug of 61 letters"),
        pytest.param("/badges/0/name/fr", ..., "missing", id="no French"),
        pytest.param("/badges/0/name/fr", " ", "empty", id="a blank name"),
        pytest.param("/badges/0/name/fr", 3, "not-text", id="a number as a name"),
        pytest.param("/badges/0/name/FR", "Ordinateur", "language", id="no language"),
        pytest.param("/badges/0/name/fr", "a" * 601, "too-long", id="601 characters"),
        pytest.param("/badges/0/name/fr", "Ordi\u202enateur", "characters", id="turned text"),
        pytest.param("/badges/0/name/fr", "Ordi\nnateur", "characters", id="two lines"),
        pytest.param("/badges/0/name/fr", "\ud800", "characters", id="half a character"),
        pytest.param("/badges/0/criteria/fr", "Une phrase.", "not-list", id="text, not a list"),
        pytest.param("/badges/0/criteria/fr", ["a"] * 13, "too-many", id="13 criteria"),
        pytest.param("/badges/0/criteria/fr/0", None, "not-text", id="nothing as a criterion"),
        pytest.param("/badges/0/evidence_kinds/0", "diploma", "choice", id="a sixth evidence"),
        pytest.param("/badges/0/authorises", 0, "not-flag", id="zero is not false"),
        pytest.param("/badges/0/image_svg", "../x.svg", "form", id="an image elsewhere"),
        pytest.param("/badges/0/image_png", "x.svg", "form", id="an image of another kind"),
        pytest.param("/badges/0/alignments/0/url", "javascript:x", "form", id="a trap"),
        pytest.param("/badges/0/alignments/0/name", "texte", "not-object", id="one language"),
        pytest.param("/badges/1/id", "b01", "duplicate", id="an identifier twice"),
        pytest.param("/badges/1/number", 1, "duplicate", id="a number twice"),
        pytest.param("/badges/1/slug", "ordinateur", "duplicate", id="a slug twice"),
        pytest.param("/badges/1/image_svg", "ordinateur.svg", "duplicate", id="an image twice"),
        pytest.param("/pathways/0/id", "bureautique", "duplicate", id="a pathway twice"),
        pytest.param("/pathways/0/rule", "random", "choice", id="a rule nobody knows"),
        pytest.param("/pathways/0/badges/0", "b99", "no-such-badge", id="a step nowhere"),
        pytest.param("/pathways/0/badges/1", "b01", "duplicate", id="a step twice"),
        pytest.param("/pathways/0/badges", [], "empty", id="no step"),
        pytest.param("/pathways/0/needed", 6, "out-of-range", id="more than there are"),
        pytest.param("/pathways/0/needed", 4, "out-of-range", id="ordered, but not all"),
        pytest.param("/pathways/0/needed", 0, "out-of-range", id="done before starting"),
    ],
)
def test_an_error_is_refused_and_named_by_its_path(path, value, why):
    with pytest.raises(CatalogueInvalid) as refusal:
        from_json(with_change(path, value))

    assert refusal.value.facts["why"] == why
    expected = path if path != "/pathways/0/id" else "/pathways/1/id"
    assert refusal.value.facts["path"] == expected
    for lang in LANGUAGES:
        assert WORDS.say(refusal.value.code, refusal.value.facts, lang=lang, part="help")


@pytest.mark.parametrize(
    ("path", "value"),
    [
        pytest.param("/badges/0/slug", "ab", id="a slug of two letters"),
        pytest.param("/badges/0/slug", "a" * 60, id="a slug of 60 letters"),
        pytest.param("/badges/0/name/fr", "a" * 600, id="600 characters"),
        pytest.param("/badges/0/name/fa", "رایانه\u200cها", id="Persian, with its joiner"),
        pytest.param("/badges/0/criteria/fr", ["a"] * 12, id="12 criteria"),
        pytest.param("/badges/0/criteria/fr", [], id="no criteria: read, then complained about"),
        pytest.param("/badges/0/evidence_kinds", [], id="no evidence: the same"),
        pytest.param("/badges/0/name", {"fr": "Ordinateur"}, id="no English: the same"),
        pytest.param("/badges/0/alignments/0/code", ..., id="no code: the same"),
        pytest.param("/base", "http://127.0.0.1:8000/registre", id="on this very machine"),
    ],
)
def test_just_inside_the_limits_is_read(path, value):
    assert from_json(with_change(path, value))


@pytest.mark.parametrize("value", [None, [], "texte", 3, True])
def test_what_is_no_object_is_no_catalogue(value):
    with pytest.raises(CatalogueInvalid) as refusal:
        from_json(value)

    assert refusal.value.facts == {"path": "/", "why": "not-object"}


@pytest.mark.parametrize(
    ("equivalents", "path"),
    [
        pytest.param(
            {0: (FACTORY, ELSEWHERE), 3: (FACTORY, ELSEWHERE)},
            "/badges/3/equivalents/0",
            id="one badge of elsewhere cannot be two of ours",
        ),
        pytest.param(
            {0: (FACTORY, f"{SEED['base']}/badges/tableur")},
            "/badges/0/equivalents/0/achievement",
            id="our own address is not an equivalent",
        ),
        pytest.param(
            {0: ("factory.example", ELSEWHERE)},
            "/badges/0/equivalents/0/issuer",
            id="a host is not an issuer",
        ),
    ],
)
def test_equivalents_are_never_ambiguous(equivalents, path):
    document = a_document()
    for at, (issuer, of) in equivalents.items():
        document["badges"][at]["equivalents"] = [{"issuer": issuer, "achievement": of}]

    with pytest.raises(CatalogueInvalid) as refusal:
        from_json(document)

    assert refusal.value.facts["path"] == path


_ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


def _places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    found = []
    for key, item in inner:
        found.append((*path, key))
        if isinstance(item, dict | list):
            found.extend(_places(item, (*path, key)))
    return found


SMALL = a_document(badges=SEED["badges"][:1], pathways=[])
PLACES = _places(SMALL)


def reading(document: Any) -> tuple[Any, Any]:
    try:
        return from_json(document), None
    except CatalogueInvalid as refusal:
        return None, refusal


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(place=st.sampled_from(PLACES), value=_ANYTHING)
def test_whatever_stands_anywhere_is_read_whole_or_refused_by_our_error(place, value):
    document = copy.deepcopy(SMALL)
    holder: Any = document
    for step in place[:-1]:
        holder = holder[step]
    holder[place[-1]] = value

    catalogue, refusal = reading(document)

    if catalogue is None:
        assert str(refusal.facts["path"]).startswith("/")
    else:
        assert to_json(catalogue) == document
        check(catalogue)
