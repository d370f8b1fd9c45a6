"""A draft is the catalogue in plain files: nothing is lost on the way there and back."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.words import LANGUAGES
from trust_registry.catalogue import CatalogueInvalid, Equivalent, seed
from trust_registry.catalogue.blank import blank
from trust_registry.catalogue.draft_reading import faults, read
from trust_registry.catalogue.drafts import FIELDS_OF, HEAD_FILE, write
from trust_registry.catalogue.labels import label, meant, names
from trust_registry.catalogue.plain_file import (
    MAX_FILE_CHARACTERS,
    DraftInvalid,
    bars,
    cells,
    escaped,
    sections,
    whole,
)
from trust_registry.catalogue.shapes import MAX_TEXT, a_text

FILES = "badges/04-gestion-des-fichiers.md"


def a_catalogue():
    """The seed with everything that it has none of: equivalents, another order, a free pathway."""
    book = seed()
    elsewhere = Equivalent(issuer="https://a.example/1", achievement="https://a.example/b|2")
    first, second, *others = book.badges
    free = replace(book.pathways[0], rule="any", needed=2)
    return replace(
        book,
        version=7,
        badges=(second, replace(first, equivalents=(elsewhere,)), *others),
        pathways=(*book.pathways[1:], free),
    )


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("book", [seed(), a_catalogue()], ids=["seed", "changed"])
def test_published_to_draft_to_published_is_the_same(book, lang):
    draft = read(write(book, lang=lang, advice={"name": "Say it.", "remarks": "Here."}))

    assert draft.catalogue == book
    assert draft.remarks == ()


def is_text(text):
    try:
        a_text(text, "")
    except CatalogueInvalid:
        return False
    return True


texts = st.one_of(
    st.text(min_size=1, max_size=40),
    st.text(alphabet="#->\\| a:\N{NO-BREAK SPACE}", min_size=1, max_size=12),
).filter(is_text)


@settings(max_examples=15)
@given(text=texts)
def test_every_text_that_may_be_published_comes_back_letter_by_letter(text):
    badge = replace(
        seed().badges[0],
        summary={"fr": text, "en": text},
        criteria={"fr": (text, text), "en": ()},
        alignments=(replace(seed().badges[0].alignments[0], name={"fr": text, "en": text}),),
    )
    pathway = replace(seed().pathways[0], badges=("b01",), needed=1)
    book = replace(seed(), badges=(badge,), pathways=(pathway,))

    assert read(write(book, lang="fr")).catalogue == book


@settings(max_examples=15)
@given(listed=st.lists(texts, min_size=1, max_size=5))
def test_cells_come_back(listed):
    assert cells(bars(listed)) == listed
    assert whole(escaped(listed[0])) == listed[0]


def changed(old, new, *, file=FILES, book=None):
    files = write(book or seed(), lang="fr")
    assert old in files[file]
    return {**files, file: files[file].replace(old, new, 1)}


def test_a_line_changed_in_an_editor_is_a_text_changed():
    files = changed("- copier un fichier sur une clé USB", "-   copier un fichier\n  sur une clé")
    badge = read(files).catalogue.badge("b04")

    assert badge.can_do["fr"][3] == "copier un fichier sur une clé"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("## Ce qui est regardé", "##   ce qui est regarde"),
        ("## À quoi il sert", "## What it is good for"),
        ("- Preuves : tâche, observation, document", "- preuves: Task,Observation , document"),
        ("# En anglais", "# In English"),
        ("# En anglais", "# en"),
        ("\n# Compétences", "\n\n\n> Un conseil.\n# Compétences"),
        ("# En français", "# En français\r"),
    ],
)
def test_a_draft_forgives_how_people_type(old, new):
    assert read(changed(old, new)).catalogue == seed()


def test_badges_of_a_pathway_may_be_named_by_their_address():
    files = changed("b01, b02,", "ordinateur, tablette,", file="parcours/01-fondamentaux.md")

    assert read(files).catalogue == seed()


def test_the_order_of_the_files_is_the_order_of_the_list():
    files = write(seed(), lang="fr")
    files["badges/99-ordinateur.md"] = files.pop("badges/01-ordinateur.md")

    assert [one.id for one in read(files).catalogue.badges][-1] == "b01"


def test_remarks_are_kept_out_of_what_is_published():
    said = (
        "# Remarques\n- « Corbeille » ?\n\nUne phrase\nsur deux lignes.\n## Atelier du 12\n- Oui."
    )
    draft = read(changed("# Remarques", said))

    assert draft.catalogue == seed()
    assert [(one.about, one.text) for one in draft.remarks] == [
        ("b04", "« Corbeille » ?"),
        ("b04", "Une phrase sur deux lignes."),
        ("b04", "Atelier du 12"),
        ("b04", "Oui."),
    ]
    assert all(one.line > 60 for one in draft.remarks)


@pytest.mark.parametrize(("more", "kept"), [(0, MAX_TEXT), (1, MAX_TEXT)])
def test_a_remark_is_cut_where_a_text_would_be_refused(more, kept):
    draft = read(changed("# Remarques", "# Remarques\n- " + "a" * (MAX_TEXT + more)))

    assert len(draft.remarks[0].text) == kept


@pytest.mark.parametrize(
    ("old", "new", "why", "line"),
    [
        ("# Badge b04 : Gestion", "Badge b04\n# Gestion", "outside", 1),
        ("- Numéro : 4", "- Numéro : quatre", "not-number", 4),
        ("- Numéro : 4", "- Couleur : bleu", "fact", 4),
        ("- Numéro : 4", "- Numéro 4", "fact", 4),
        ("- Numéro : 4", "- Badge : b04", "twice", 4),
        ("observation", "examen", "choice", 6),
        ("autres badges : non", "autres badges : peut-être", "choice", 7),
        ("# En français", "# En patois", "part", 11),
        ("# En français", "# En français\nBonjour", "outside", 12),
        ("## En une phrase", "## Ma phrase", "field", 16),
        ("## En une phrase", "## Nom", "twice", 16),
        ("Gestion des fichiers\n\n##", "Gestion\n\ndes fichiers\n\n##", "one-text", 16),
        ("- DigComp 2.2 | 1.3 |", "- DigComp 2.2", "cells", 90),
        ("## Nom\nGestion des fichiers", "## Nom", "missing", 13),
        ("- Image : gestion-des-fichiers.png", "- Image : ../secret.png", "form", 9),
        ("- Adresse : gestion-des-fichiers", "- Adresse : ordinateur", "duplicate", 5),
    ],
)
def test_what_cannot_be_read_is_said_with_its_file_and_line(old, new, why, line):
    (found,) = faults(changed(old, new))

    assert found.facts["why"] == why
    assert found.facts["file"] == FILES
    assert abs(int(found.facts["line"]) - line) <= 1


def test_all_files_that_cannot_be_read_are_said_at_once():
    files = changed("## Nom", "## Mon nom")
    files["badges/01-ordinateur.md"] = "perdu"
    found = [one.facts["file"] for one in faults(files)]

    assert found == ["badges/01-ordinateur.md", FILES]
    with pytest.raises(DraftInvalid):
        read(files)


def test_a_draft_without_its_first_file_is_none():
    files = write(seed(), lang="fr")
    del files[HEAD_FILE]
    (found,) = faults(files)

    assert (found.facts["file"], found.facts["why"]) == (HEAD_FILE, "missing")


def test_what_an_editor_leaves_beside_is_left_alone():
    files = write(seed(), lang="fr") | {"notes.txt": "x", "badges/04.md~": "x", "autre/1.md": "x"}

    assert read(files).catalogue == seed()


@pytest.mark.parametrize(("length", "read_whole"), [(0, True), (1, False)])
def test_a_file_has_an_end(length, read_whole):
    text = "# a\n".ljust(MAX_FILE_CHARACTERS + length, "\n")

    if read_whole:
        assert len(sections(text, file="x")) == 1
    else:
        with pytest.raises(DraftInvalid):
            sections(text, file="x")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_part_has_its_word_in_each_language_and_is_found_by_it(lang):
    for kind in ("fields", "parts", "languages"):
        assert [one for one in names(kind) if meant(label(kind, one, lang=lang), kind) != one] == []
    for kind in names("facts"):
        known = names("facts", kind)
        found = [meant(label("facts", kind, one, lang=lang), "facts", kind) for one in known]
        assert found == list(known)
    for kind in names("words"):
        known = names("words", kind)
        found = [meant(label("words", kind, one, lang=lang), "words", kind) for one in known]
        assert found == list(known)


def test_every_field_of_a_badge_stands_in_its_file():
    written = {*FIELDS_OF["badge"], *names("facts", "badge"), "alignments", "equivalents"}

    assert written == set(seed().badges[0].__dataclass_fields__)


def test_from_nothing_there_is_a_badge_to_write():
    book = blank("Nouveau badge", base=seed().base)
    files = write(book, lang="fr", advice={"summary": "Une phrase."})

    assert "> Une phrase." in files["badges/01-nouveau-badge.md"]
    (found,) = faults(files)
    assert found.facts["why"] == "missing"
    filled = {name: _french_only(text) for name, text in files.items()}
    assert read(filled).catalogue.badge("b01").summary == {"fr": "Bien."}


def _french_only(text):
    """Fill what must be filled, and leave English for later."""
    french, english, rest = text.partition("# En anglais")
    last = min(
        (rest.index(part) for part in ("# Compétences", "# Remarques") if part in rest), default=0
    )
    french = french.replace("> Une phrase.\n", "Bien.\n").replace("phrase\n\n", "phrase\nBien.\n")
    french = french.replace("montre l’image\n", "montre l’image\nUn dessin.\n")
    return french + (rest[last:] if english else "")
