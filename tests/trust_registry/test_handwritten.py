"""An entry written by hand: three forms, one document; a fault is told by its line."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared import strict_json
from trust_registry.commands.handwritten import MAX_BYTES, MAX_DEPTH, read_draft
from trust_registry.errors import DraftUnreadable

YAML = """\
# La fiche de la mission locale
slug: mission-locale-clairval
url: https://mission-locale.example/
about:
  fr: "Nous accompagnons les jeunes : de 16 à 25 ans."
recognitions:
  - subject: b04
    from: 2026-11-22T12:00:00Z
  - subject: b05
    until: null
"""
TOML = """\
slug = "mission-locale-clairval"
url = "https://mission-locale.example/"
[about]
fr = "Nous accompagnons les jeunes : de 16 à 25 ans."
[[recognitions]]
subject = "b04"
from = 2026-11-22T12:00:00Z
[[recognitions]]
subject = "b05"
"""


@pytest.fixture
def draft(tmp_path):
    def read(name, text):
        file = tmp_path / name
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_draft(file)

    return read


def why(draft, name, text):
    with pytest.raises(DraftUnreadable) as refused:
        draft(name, text)
    assert refused.value.facts["file"] == name
    return refused.value.facts["line"], refused.value.facts["why"]


def test_the_three_forms_are_one_document(draft):
    expected = draft("fiche.toml", TOML)

    from_yaml = draft("fiche.yaml", YAML)
    assert from_yaml["recognitions"][1].pop("until") is None

    assert from_yaml == expected
    assert draft("fiche.yml", json.dumps(expected)) == expected
    assert draft("fiche.json", json.dumps(expected)) == expected
    assert draft("fiche.yaml", b"\xef\xbb\xbf" + TOML[:0].encode() + b"slug: a") == {"slug": "a"}


@pytest.mark.parametrize("typed", ["no", "oui", "01", "1e3", "0x1F", "12:30", "2026-11-22", "true"])
def test_what_was_typed_is_what_is_read(draft, typed):
    assert draft("fiche.yaml", f"slug: {typed}") == {"slug": typed}


def test_quotation_marks_within_a_text_are_part_of_it(draft):
    assert draft("fiche.yaml", 'comment: le badge "Tri" aide') == {"comment": 'le badge "Tri" aide'}


@pytest.mark.parametrize("typed", ["", "~", "null"])
def test_a_field_without_value(draft, typed):
    assert draft("fiche.yaml", f"url: {typed}") == {"url": None}
    assert draft("fiche.yaml", f'url: "{typed}"') == {"url": typed}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("slug: a\nurl: b\nslug: c", (3, "twice")),
        ("slug: &a b\nurl: *a", (1, "form")),
        ("slug: a\nurl: *a", (2, "form")),
        ("slug: !!python/object:os.system ls", (1, "form")),
        ("slug: !!int 4", (1, "form")),
        ("slug: a\n---\nslug: b", (2, "form")),
        ("slug: a\n  url: b", (2, "form")),
        ('slug: "a\nurl: b', (1, "form")),
        ("? [a, b]\n: c", (1, "form")),
        ("<<: a\nslug: %", (2, "form")),
        ('slug: "\\ud800"', (0, "form")),
        (b"slug: \xff", (0, "text")),
    ],
)
def test_what_could_be_misread_is_refused_with_its_line(draft, text, expected):
    assert why(draft, "fiche.yaml", text) == expected


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("fiche.toml", 'slug = "a"\nurl = b', 2),
        ("fiche.toml", "from = 2026-11-22", 0),
        ("fiche.json", '{"slug": "a",\n"url" "b"}', 2),
        ("fiche.json", '{"slug": "a", "slug": "b"}', 0),
    ],
)
def test_the_other_forms_tell_their_line_too(draft, name, text, line):
    assert why(draft, name, text) == (line, "form")


def test_depth_and_size_have_a_limit(draft):
    inside = "[" * (MAX_DEPTH - 1) + "a" + "]" * (MAX_DEPTH - 1)
    assert str(draft("fiche.yaml", inside)).count("[") == MAX_DEPTH - 1
    assert why(draft, "fiche.yaml", f"[{inside}]") == (1, "form")
    assert why(draft, "fiche.yaml", "[" * MAX_BYTES) == (1, "form")

    long = "slug: " + "a" * (MAX_BYTES - 6)
    assert len(draft("fiche.yaml", long)["slug"]) == MAX_BYTES - 6
    assert why(draft, "fiche.yaml", long + "a") == (0, "size")


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn")))
DOCUMENTS = st.recursive(
    TEXTS,
    lambda below: st.lists(below, max_size=4) | st.dictionaries(TEXTS, below, max_size=4),
    max_leaves=12,
)


@given(DOCUMENTS.filter(lambda one: json.dumps(one).count("[") + json.dumps(one).count("{") < 7))
def test_json_is_yaml(tmp_path_factory, document):
    file = tmp_path_factory.mktemp("draft") / "fiche.yaml"
    file.write_text(json.dumps(document), encoding="utf-8")

    assert read_draft(file) == document == strict_json.loads(json.dumps(document))


@given(st.text(alphabet="ab:-[]{}\"'&*!|>#%@,? \n\t\\é0~", max_size=60))
def test_no_text_breaks_it(tmp_path_factory, text):
    file = tmp_path_factory.mktemp("draft") / "fiche.yaml"
    file.write_text(text, encoding="utf-8")
    with suppress(DraftUnreadable):
        found = read_draft(file)
        assert json.loads(json.dumps(found)) == found


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('slug: a"\nurl: "b"', 1),
        ('contact: "a\nabout:\n  fr: "b"\nurl: "c"', 1),
        ('slug: "a"\ncontact: "b\nurl: "c', 2),
        ('slug: "a"\nurl: b"', 2),
        ("slug: 'a\n  b'", 1),
    ],
)
def test_a_forgotten_quotation_mark_is_told_where_it_was_forgotten(draft, text, line):
    assert why(draft, "fiche.yaml", text) == (line, "form")
