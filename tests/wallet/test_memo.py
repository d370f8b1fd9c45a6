"""What is kept beside the badges: sealed with them, copied with the space, exported by nothing."""

import io
import zipfile

import pytest

from tests.wallet.vaults import CHEAP, PHRASE
from trust_registry.catalogue import BadgeUnknown, seed
from wallet import memo
from wallet.backing_up import backup, restore
from wallet.errors import NoteTooLong
from wallet.exporting import archive
from wallet.memo import MAX_NOTE_LETTERS, MAX_TOWN_LETTERS, keep_note, keep_town, memo_of
from wallet.spaces import open_space
from wallet.vault.backups import Backup

NOTE = "Demandez Sandrine, le mardi à 14 h, au premier étage."
CATALOGUE = seed()


@pytest.fixture
def space(tmp_path):
    found = open_space(tmp_path / "amina")
    yield found
    found.close()


def test_a_note_and_a_town_stay_and_another_takes_their_place(space):
    keep_note(space.vault, "b03", "  Demandez\n Karim. ")
    keep_note(space.vault, "b03", NOTE)
    keep_note(space.vault, "fondamentaux", "Le parcours du mardi.")
    keep_town(space.vault, "Clairval")

    kept = memo_of(space.vault)

    assert kept.notes == {"b03": NOTE, "fondamentaux": "Le parcours du mardi."}
    assert kept.town == "Clairval"


def test_an_empty_note_takes_the_note_away(space):
    keep_note(space.vault, "b03", NOTE)

    assert keep_note(space.vault, "b03", " ").notes == {}


@pytest.mark.parametrize(
    ("keep", "most"),
    [
        (lambda vault, text: keep_note(vault, "b03", text), MAX_NOTE_LETTERS),
        (keep_town, MAX_TOWN_LETTERS),
    ],
)
def test_what_is_too_long_is_refused_and_nothing_changes(space, keep, most):
    keep(space.vault, "a" * most)
    before = memo_of(space.vault)

    with pytest.raises(NoteTooLong):
        keep(space.vault, "b" * (most + 1))

    assert memo_of(space.vault) == before


def test_a_note_is_about_a_badge_or_a_pathway_that_there_is():
    assert memo.about("B03", CATALOGUE) == "b03"
    assert memo.about(CATALOGUE.badge("b03").slug, CATALOGUE) == "b03"
    assert memo.about("fondamentaux", CATALOGUE) == "fondamentaux"
    with pytest.raises(BadgeUnknown):
        memo.about("b99", CATALOGUE)


def test_protecting_and_another_phrase_keep_it_and_nothing_in_the_folder_says_it(space, tmp_path):
    keep_note(space.vault, "b03", NOTE)
    keep_town(space.vault, "Clairval")

    space.protect(PHRASE, cost=CHEAP)
    space.change_phrase(PHRASE + " encore", old=PHRASE, cost=CHEAP)

    assert memo_of(space.vault).notes == {"b03": NOTE}
    found = b"".join(one.read_bytes() for one in tmp_path.rglob("*") if one.is_file())
    assert b"Sandrine" not in found
    assert b"Clairval" not in found


def test_a_copy_brings_it_back_to_its_own_space_and_to_no_other(space, tmp_path, today):
    keep_note(space.vault, "b03", NOTE)
    copy = b"".join(backup(space, now=today, phrase=PHRASE, cost=CHEAP))
    keep_note(space.vault, "b03", "")
    other = open_space(tmp_path / "other")

    restore(Backup(io.BytesIO(copy), PHRASE), space)
    restore(Backup(io.BytesIO(copy), PHRASE), other)

    assert memo_of(space.vault).notes == {"b03": NOTE}
    assert memo_of(other.vault).notes == {}
    other.close()


def test_what_was_written_since_the_copy_is_what_stays(space, today):
    keep_note(space.vault, "b03", "Ancienne note.")
    copy = b"".join(backup(space, now=today, phrase=PHRASE, cost=CHEAP))
    keep_note(space.vault, "b03", NOTE)

    restore(Backup(io.BytesIO(copy), PHRASE), space)

    assert memo_of(space.vault).notes == {"b03": NOTE}


def test_no_export_holds_it(space, today):
    keep_note(space.vault, "b03", NOTE)
    keep_town(space.vault, "Clairval")

    taken = archive(space.wallet(CATALOGUE), now=today, lang="fr")

    with zipfile.ZipFile(io.BytesIO(taken)) as file:
        whole = b"".join(file.read(name) for name in file.namelist())
    assert b"Sandrine" not in whole
    assert b"Clairval" not in whole
