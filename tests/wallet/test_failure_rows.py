"""
The sixteen things that can go wrong when a file is added: each is said, with a way out.

The rows are those of the study of the wallet (section 5B).  In each of them the file that
was given stays as it is where it was, and nothing that could not be checked counts.
"""

import io
import json
import zipfile

import pytest
import segno

from shared.reading import MAX_UPLOAD_BYTES
from tests.wallet.people import typing
from verifier.wording.text import plain
from wallet.words import WORDS

UNREAD = ("unreadable", "UNREADABLE", None)


def square_of(text):
    made = io.BytesIO()
    segno.make(text).save(made, kind="png", scale=6)
    return made.getvalue()


def zip_bomb():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("badge.png", b"\0" * (6 * MAX_UPLOAD_BYTES))
    return made.getvalue()


HOSTED = {
    "@context": "https://w3id.org/openbadges/v2",
    "id": "https://badges.example/assertion/1",
    "type": "Assertion",
    "recipient": {"type": "email", "hashed": False, "identity": "amina@courrier.example"},
    "issuedOn": "2019-06-01T00:00:00Z",
    "badge": "https://badges.example/class/1",
    "verification": {"type": "HostedBadge"},
}
OLENA = "olena-navigation-autre-personne.png"

ROWS = {
    "NO_BADGE": ("capture-d-ecran.png", *UNREAD, "read.no-badge"),
    "NOT_READABLE": (b"\x01\x02\x03 nothing", *UNREAD, "read.unknown-kind"),
    "TOO_BIG": (b"\x89PNG\r\n\x1a\n" + b"\0" * MAX_UPLOAD_BYTES, *UNREAD, "read.too-big"),
    "QR_OTHER": (square_of("Menu du jour"), *UNREAD, "read.qr-other"),
    "OLD_FORMAT": (
        "kevin-texte-retire.json",
        "added",
        "NOT_VALID_NOW",
        "REVOKED",
        "state.withdrawn",
    ),
    "PART_MISSING": (
        json.dumps(HOSTED).encode(),
        "added",
        "UNDETERMINED",
        "HOSTED_NOT_CHECKED",
        "state.not-checked",
    ),
    "OFFLINE": (
        "marie-therese-tableur.png",
        "added",
        "UNDETERMINED",
        "STATUS_NOT_CHECKED",
        "state.not-checked",
    ),
    "ISSUER_DOWN": (
        "marie-therese-presentation-site-en-panne.png",
        "added",
        "UNDETERMINED",
        "STATUS_NOT_CHECKED",
        "state.not-checked",
    ),
    "SIGN_BAD": (
        "mehmet-ordinateur-modifie.png",
        "kept-aside",
        "REFUSED",
        "TAMPERED",
        "import.kept-aside",
    ),
    "KEY_UNKNOWN": (
        "olena-demarche-hautes-roches.png",
        "added",
        "UNDETERMINED",
        "KEY_NOT_CHECKED",
        "state.not-checked",
    ),
    "ISSUER_UNKNOWN": (
        "kevin-navigation-inconnue.png",
        "added",
        "AUTHENTIC",
        "NOT_IN_REGISTRY",
        "state.outside",
    ),
    "REVOKED": (
        "kevin-tablette-retire.png",
        "added",
        "NOT_VALID_NOW",
        "REVOKED",
        "state.withdrawn",
    ),
    "EXPIRED": (
        "rose-comptes-date-passee.png",
        "added",
        "NOT_VALID_NOW",
        "EXPIRED",
        "state.not-current",
    ),
    "NOT_YET": (
        "olena-sites-pas-encore.json",
        "added",
        "NOT_VALID_NOW",
        "NOT_YET_VALID",
        "state.waiting",
    ),
    "OTHER_PERSON": (OLENA, "added", "NOT_THEIRS", "OTHER_PERSON", "state.other-person"),
    "DUPLICATE": (
        "amina-ordinateur.png",
        "already-held",
        "TRUSTED",
        "DUPLICATE",
        "import.already-held",
    ),
}
"""Row: what is given, then its outcome, level, one reason and the code of what is said."""
WITHOUT_NETWORK = ("OFFLINE", "KEY_UNKNOWN")
COUNTING = ("EXPIRED", "DUPLICATE")


def given(region, folder, row):
    """The file of a row, in a folder of its own, under a name that says nothing."""
    content = ROWS[row][0]
    file = folder / "donné.bin"
    if isinstance(content, str):
        content = (region.folder / "badges" / content).read_bytes()
    file.write_bytes(content)
    return file, content


def adding(region, today, folder, row, lang):
    net = {} if row in WITHOUT_NETWORK else {"replay": region.bundle}
    type_ = typing(folder / lang, at=today, registry=region.folder, lang=lang, **net)
    asked = ["--recipient", "Jean-Marc Petitjean"] if row == "OTHER_PERSON" else []
    before = ["--offline"] if row in WITHOUT_NETWORK else []
    return type_, lambda file, *more: type_(*before, "import", file, *asked, *more)


@pytest.mark.parametrize("row", ROWS)
def test_each_row_has_its_answer_for_programs_and_loses_nothing(region, today, tmp_path, row):
    _, outcome, level, reason, _ = ROWS[row]
    file, content = given(region, tmp_path, row)
    type_, add = adding(region, today, tmp_path, row, "fr")
    if row == "DUPLICATE":
        add(file)

    answer = add(file, "--json").answer

    assert (answer["outcome"], answer["level"]) == (outcome, level)
    assert reason is None or reason in answer["reasons"]
    assert reason is not None or answer["error"]["code"] == ROWS[row][4]
    assert file.read_bytes() == content
    held = type_("list", "--json").answers
    assert [one["counts"] for one in held] == ([row in COUNTING] if outcome in HELD else [])
    aside = type_("list", "--aside", "--json").answers
    assert len(aside) == (outcome == "kept-aside")


HELD = ("added", "already-held", "newer")


@pytest.mark.parametrize("row", ROWS)
def test_each_row_is_said_with_a_way_out(region, today, tmp_path, row):
    lang = "en" if row in ("EXPIRED", "QR_OTHER") else "fr"
    file, _ = given(region, tmp_path, row)
    _, add = adding(region, today, tmp_path, row, lang)
    if row == "DUPLICATE":
        add(file)
    code = ROWS[row][4]

    said = plain(add(file).out)

    assert ways_out(code, lang) in said
    if row == "OTHER_PERSON":
        assert "badge-wallet mine" in said


def ways_out(code, lang):
    """The sentence of a row that tells what can be done."""
    part = None if code == "import.already-held" else "help"
    return plain(WORDS.say(code, {}, lang=lang, part=part))


def test_a_zip_that_swells_is_refused_in_time(region, today, tmp_path):
    file = tmp_path / "badges.zip"
    file.write_bytes(zip_bomb())
    type_ = typing(tmp_path / "amina", at=today, registry=region.folder)

    answer = type_("import", file, "--json").answer

    assert answer["outcome"] == "unreadable"
    assert type_("list", "--json").answers == []


def test_what_was_put_away_comes_back_when_it_is_given_again(region, today, tmp_path):
    type_ = typing(tmp_path / "amina", at=today, registry=region.folder)
    file = region.folder / "badges" / "amina-ordinateur.png"
    first = type_("import", file, "--json").answer["id"]
    type_("remove", first)

    again = type_("import", file, "--json").answer

    assert (again["outcome"], again["id"]) == ("added", first)
    assert [one["id"] for one in type_("list", "--json").answers] == [first]
    assert type_("list", "--removed", "--json").answers == []


def test_a_file_kept_aside_is_kept_byte_for_byte_and_fills_no_step(region, today, tmp_path):
    type_ = typing(tmp_path / "mehmet", at=today, registry=region.folder)
    file = region.folder / "badges" / "mehmet-ordinateur-modifie.png"

    done = type_("import", file)

    assert done.status == 1
    paths = type_("path", "--json").answers
    assert [path["done"] for path in paths] == [[] for _ in paths]
    type_("export", tmp_path / "tout.zip")
    with zipfile.ZipFile(tmp_path / "tout.zip") as taken:
        kept = [taken.read(name) for name in taken.namelist()]
    assert file.read_bytes() in kept
