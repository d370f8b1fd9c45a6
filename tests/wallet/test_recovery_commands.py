"""A forgotten phrase and a changed key, as the command says and does them."""

import io
import json
import re

import pytest
from PIL import Image

from tests.wallet.people import typing
from tests.wallet.vaults import CHEAP, PHRASE
from wallet.spaces import open_space
from wallet.vault import shelf

pytestmark = pytest.mark.slow
OTHER = "girafe moulin raquette sable toboggan zenith"
WORD = re.compile(r"</small> ([a-z]+)</td>")


@pytest.fixture
def phrases(tmp_path):
    first, second = tmp_path / "phrase.txt", tmp_path / "other.txt"
    first.write_text(PHRASE)
    second.write_text(OTHER)
    return first, second


@pytest.fixture
def amina(tmp_path, today, phrases):
    """A protected space, and the command in it."""
    space = open_space(tmp_path / "amina")
    space.protect(PHRASE, cost=CHEAP)
    space.close()
    return typing(tmp_path / "amina", at=today)


def card_of(amina, phrases, tmp_path):
    done = amina("recovery-card", tmp_path / "card.html", "--phrase-file", phrases[0], "--json")
    assert (done.status, done.answer["card"]) == (0, True)
    words = " ".join(WORD.findall((tmp_path / "card.html").read_text(encoding="utf-8")))
    (tmp_path / "words.txt").write_text(words)
    return tmp_path / "words.txt"


def test_a_card_opens_a_space_whose_phrase_is_forgotten(amina, phrases, tmp_path):
    words = card_of(amina, phrases, tmp_path)

    done = amina("recover", "--card-file", words, "--new-phrase-file", phrases[1], "--json")

    assert (done.status, done.answer) == (0, {"recovered": True, "badges": 0})
    assert amina("list", "--phrase-file", phrases[1]).status == 0
    assert amina("list", "--phrase-file", phrases[0]).status == 1


def test_the_card_is_a_page_that_asks_nothing_of_anybody(amina, phrases, tmp_path):
    card_of(amina, phrases, tmp_path)
    page = (tmp_path / "card.html").read_text(encoding="utf-8")

    assert len(WORD.findall(page)) == 12
    assert not re.search(r"<script|https?://(?!www\.w3\.org)|<img|<link", page)
    assert (tmp_path / "card.html").stat().st_mode & 0o077 == 0


def pictured(pdf):
    """The first page of a PDF as a scanner of an office gives it, at 150 dpi."""
    pdfium = pytest.importorskip("pypdfium2")
    document = pdfium.PdfDocument(pdf)
    picture = document[0].render(scale=150 / 72).to_pil().convert("L")
    text = document[0].get_textpage().get_text_range()
    document.close()
    out = io.BytesIO()
    picture.save(out, format="JPEG", quality=60)
    return out.getvalue(), text


def test_a_picture_of_the_printed_card_opens_the_space(amina, phrases, tmp_path):
    pytest.importorskip("typst")
    done = amina("recovery-card", tmp_path / "card.pdf", "--phrase-file", phrases[0])
    photo, text = pictured((tmp_path / "card.pdf").read_bytes())
    (tmp_path / "card.jpg").write_bytes(photo)

    asked = ("--card-file", tmp_path / "card.jpg", "--new-phrase-file", phrases[1], "--json")
    recovered = amina("recover", *asked)

    assert done.status == 0
    assert recovered.answer == {"recovered": True, "badges": 0}
    assert len(re.findall(r"(?m)^\s*\d+\.", text)) == 12


def test_a_picture_without_a_card_is_told(amina, phrases, tmp_path):
    picture = io.BytesIO()
    Image.new("L", (60, 60), 255).save(picture, format="PNG")
    (tmp_path / "card.png").write_bytes(picture.getvalue())

    asked = ("--card-file", tmp_path / "card.png", "--new-phrase-file", phrases[1], "--json")
    done = amina("recover", *asked)

    assert done.answer["error"]["code"] == "space.card-unreadable"
    assert done.answer["error"]["facts"]["why"] == "square"


def test_the_words_are_in_the_file_and_nowhere_else(amina, phrases, tmp_path):
    words = card_of(amina, phrases, tmp_path).read_text()
    done = amina("recovery-card", tmp_path / "new.html", "--phrase-file", phrases[0])
    new = " ".join(WORD.findall((tmp_path / "new.html").read_text(encoding="utf-8")))

    assert new != words
    assert new.split()[0] not in (done.out + done.err).split()


def test_a_card_that_was_ended_opens_nothing(amina, phrases, tmp_path):
    words = card_of(amina, phrases, tmp_path)

    assert amina("recovery-card", "--end", "--phrase-file", phrases[0]).status == 0

    done = amina("recover", "--card-file", words, "--new-phrase-file", phrases[1], "--json")
    assert done.answer["error"]["code"] == "space.wrong-card"


@pytest.mark.parametrize("words", [(), ("card.html", "--end")])
def test_a_card_is_made_or_ended(amina, words):
    assert amina("recovery-card", *words).status == 2


def test_a_card_that_cannot_be_written_is_told_of_and_ends_none(amina, phrases, tmp_path):
    words = card_of(amina, phrases, tmp_path)
    nowhere = tmp_path / "none" / "card.html"

    done = amina("recovery-card", nowhere, "--phrase-file", phrases[0], "--json")

    assert done.answer["error"]["code"] == "export.not-written"
    opened = amina("recover", "--card-file", words, "--new-phrase-file", phrases[1], "--json")
    assert opened.answer["recovered"]


@pytest.mark.parametrize(
    ("typed", "code"),
    [("one two three", "space.card-unreadable"), ("lampe " * 12, "space.wrong-card")],
)
def test_what_is_no_card_of_this_space_is_told(amina, phrases, tmp_path, typed, code):
    (tmp_path / "typed.txt").write_text(typed)

    done = amina(
        "recover", "--card-file", tmp_path / "typed.txt", "--new-phrase-file", phrases[1], "--json"
    )

    assert (done.status, done.answer["error"]["code"]) == (1, code)


def test_a_space_without_a_phrase_has_nothing_to_recover(tmp_path, today, phrases):
    type_ = typing(tmp_path / "bare", at=today)

    done = type_("recover", "--card-file", phrases[0], "--json")

    assert done.answer["error"]["code"] == "space.not-protected"


def test_the_key_is_changed_and_the_former_one_is_told(amina, phrases):
    before = amina("did", "--phrase-file", phrases[0], "--json").answer["did"]

    changed = amina("rotate-key", "--phrase-file", phrases[0], "--json").answer
    after = amina("did", "--phrase-file", phrases[0], "--json").answer["did"]

    assert changed["did"] == after != before
    assert [one["did"] for one in changed["former"]] == [before]


def test_no_key_leaves_with_the_badges(region, today, tmp_path):
    """W23: neither the key in use nor a former one is in what is taken along."""
    type_ = typing(tmp_path / "space", at=today, registry=region.folder)
    type_("import", region.folder / "badges" / "amina-ordinateur.png")
    type_("rotate-key")
    space = open_space(tmp_path / "space")
    known = space.vault.secrets()
    space.close()

    import io
    import zipfile

    type_("export", tmp_path / "out.zip")
    with zipfile.ZipFile(io.BytesIO((tmp_path / "out.zip").read_bytes())) as out:
        taken = b"".join(out.read(name) for name in out.namelist())

    seeds = [known["seed"], *(one["seed"] for one in known["former"])]
    assert len(seeds) == 2
    for seed in seeds:
        assert seed.encode() not in taken
        assert bytes.fromhex(seed) not in taken
    said = type_("list", "--json").out + type_("did", "--json").out
    assert not any(seed in said for seed in seeds)


def test_the_spaces_of_a_folder_are_listed_by_what_everybody_may_read(tmp_path, today):
    for name, label, phrase in (("a1", "Nadia", PHRASE), ("b2", "", None)):
        space = open_space(tmp_path / name)
        if phrase:
            space.protect(phrase, cost=CHEAP)
        space.close()
        shelf.set_label(tmp_path / name, label)
    (tmp_path / "holidays").mkdir()
    type_ = typing(tmp_path / "a1", at=today)

    told = type_("spaces", tmp_path, "--json")
    said = type_("spaces")

    assert told.answers == [
        {"space": str(tmp_path / "b2"), "label": "", "protected": False},
        {"space": str(tmp_path / "a1"), "label": "Nadia", "protected": True},
    ]
    assert "Nadia" in said.out
    assert type_("spaces", tmp_path / "holidays").status == 0


def test_a_list_of_spaces_opens_none(tmp_path, today):
    type_ = typing(tmp_path / "mine", at=today)

    type_("spaces", tmp_path, "--json")

    assert not (tmp_path / "mine").exists()
    assert json.dumps(type_("spaces", tmp_path, "--json").answers) == "[]"
