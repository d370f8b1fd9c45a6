"""The commands of a space: its phrase never on the command line, its copies, its end."""

import os
import pty
import select
import sqlite3
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

from tests.wallet.people import typing
from tests.wallet.vaults import PHRASE

pytestmark = pytest.mark.slow
OTHER = "girafe moulin raquette sable toboggan zenith"
NAME = "Kanarienvogel"


@pytest.fixture
def phrases(tmp_path):
    """Two files with a phrase."""
    first, second = tmp_path / "phrase.txt", tmp_path / "new phrase.txt"
    first.write_text(PHRASE.upper() + "\n")
    second.write_text(OTHER)
    return first, second


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "amina"


@pytest.fixture
def amina(region, today, folder):
    """Amina's wallet with two badges, in files that bear a canary."""
    type_ = typing(folder, at=today, registry=region.folder, replay=region.bundle)
    for name in ("ordinateur", "tablette"):
        file = folder.with_name(f"{NAME}-{name}.png")
        file.write_bytes((region.folder / "badges" / f"amina-{name}.png").read_bytes())
        assert type_("import", file, "--recipient", f"{NAME}@example.org", "--json").status == 0
        file.unlink()
    return type_


def titles(done):
    return [one["badge"] for one in done.answers]


def everything_in(folder):
    files = [path for path in folder.rglob("*") if path.is_file()]
    return b"".join(path.name.encode() + path.read_bytes() for path in files)


def test_a_space_says_whether_it_is_protected(amina, phrases):
    assert amina("lock-info", "--json").answer == {"protected": False, "derivation": None}

    done = amina("protect", "--phrase-file", phrases[0], "--json")

    expected = {
        "protected": True,
        "derivation": {"name": "argon2id", "passes": 3, "memory_kib": 65_536},
    }
    assert (done.status, done.answer) == (0, expected)
    assert amina("lock-info", "--json").answer == expected


def test_a_protected_space_opens_with_its_phrase_only(amina, phrases, folder):
    before = amina("list", "--json").answers
    amina("protect", "--phrase-file", phrases[0])

    locked = amina("list", "--json")
    wrong = amina("list", "--json", "--phrase-file", phrases[1])

    assert (locked.status, locked.answer["error"]["code"]) == (1, "space.locked")
    assert (wrong.status, wrong.answer["error"]["code"]) == (1, "space.wrong-phrase")
    assert amina("list", "--json", "--phrase-file", phrases[0]).answers == before
    assert NAME.encode() not in everything_in(folder)


def test_the_phrase_may_stand_before_the_command(amina, phrases, folder, today):
    amina("protect", "--phrase-file", phrases[0])

    type_ = typing(folder, at=today, **{"phrase-file": phrases[0]})

    assert len(type_("list", "--json").answers) == 2


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe", None])
def test_a_file_without_a_phrase_is_told_of(amina, tmp_path, content):
    file = tmp_path / "phrase"
    if content is not None:
        file.write_bytes(content)

    done = amina("protect", "--phrase-file", file, "--json")

    assert (done.status, done.answer["error"]["code"]) == (1, "space.phrase-unread")


def test_nobody_there_to_type_a_phrase_is_told_of(amina):
    assert amina("protect", "--json").answer["error"]["code"] == "space.phrase-missing"
    assert amina("lock-info", "--json").answer["protected"] is False


def test_a_phrase_for_a_space_that_has_none_is_not_passed_over(amina, phrases):
    done = amina("list", "--phrase-file", phrases[0], "--json")

    assert done.answer["error"]["code"] == "space.not-protected"


def test_another_phrase(amina, phrases):
    first, second = phrases
    asked = ("change-phrase", "--json", "--new-phrase-file", second, "--phrase-file")
    assert amina(*asked, first).answer["error"]["code"] == "space.not-protected"
    amina("protect", "--phrase-file", first)
    assert amina(*asked, second).answer["error"]["code"] == "space.wrong-phrase"

    assert amina(*asked, first).status == 0

    assert amina("list", "--json", "--phrase-file", first).status == 1
    assert len(amina("list", "--json", "--phrase-file", second).answers) == 2


def test_a_suggested_phrase_protects(amina, tmp_path):
    suggested = amina("suggest-phrase", "--json").answer
    assert suggested["bits"] >= 60
    (tmp_path / "p").write_text(suggested["phrase"])

    assert amina("protect", "--phrase-file", tmp_path / "p").status == 0


def test_a_copy_is_rehearsed_and_restored(amina, phrases, tmp_path, folder, today):
    amina("protect", "--phrase-file", phrases[0])
    copy = tmp_path / "carnet.copie"
    before = sorted(path.name for path in folder.iterdir())

    made = amina("backup", copy, "--rehearse", "--phrase-file", phrases[0], "--json")

    assert made.status == 0
    assert (made.answer["whole"], made.answer["badges"]) == (True, 2)
    assert made.answer["bytes"] == copy.stat().st_size
    assert copy.stat().st_mode & 0o777 == 0o600
    assert NAME.encode() not in copy.read_bytes()
    assert sorted(path.name for path in folder.iterdir()) == before

    elsewhere = typing(tmp_path / "usb", at=today)
    done = elsewhere("restore", copy, "--phrase-file", phrases[0], "--json")
    assert (done.status, done.answer["added"], done.answer["same_key"]) == (0, 2, True)
    again = elsewhere("restore", copy, "--phrase-file", phrases[0], "--json")
    assert (again.answer["added"], again.answer["already"]) == (0, 2)
    assert elsewhere("lock-info", "--json").answer["protected"] is True
    assert not (tmp_path / "usb" / "space.key").exists()


def test_a_copy_of_a_space_without_a_phrase_asks_for_one(amina, phrases, tmp_path):
    copy = tmp_path / "carnet.copie"

    assert amina("backup", copy, "--json").answer["error"]["code"] == "space.phrase-missing"
    assert not copy.exists()
    done = amina("backup", copy, "--json", "--rehearse", "--phrase-file", phrases[0])

    assert (done.status, done.answer["whole"]) == (0, True)


def test_a_copy_that_has_become_old_does_not_pass_its_rehearsal(amina, phrases, tmp_path, region):
    copy = tmp_path / "carnet.copie"
    amina("backup", copy, "--phrase-file", phrases[0])
    amina("import", region.folder / "badges" / "amina-messagerie.svg")

    done = amina("restore", copy, "--rehearse", "--phrase-file", phrases[0], "--json")

    assert (done.status, done.answer["whole"], len(done.answer["missing"])) == (1, False, 1)
    assert len(amina("list", "--json").answers) == 3


@pytest.mark.parametrize(
    ("content", "code"), [(b"no copy at all", "backup.unreadable"), (None, "backup.unreadable")]
)
def test_what_is_no_copy_changes_nothing(amina, phrases, tmp_path, content, code):
    file = tmp_path / "carnet.copie"
    if content is not None:
        file.write_bytes(content)

    done = amina("restore", file, "--phrase-file", phrases[0], "--json")

    assert (done.status, done.answer["error"]["code"]) == (1, code)
    assert len(amina("list", "--json").answers) == 2


def test_a_copy_that_cannot_be_written_says_so_and_leaves_the_old_one(amina, phrases, tmp_path):
    file = tmp_path / "no" / "carnet.copie"

    done = amina("backup", file, "--phrase-file", phrases[0], "--json")

    assert (done.status, done.answer["error"]["code"]) == (1, "export.not-written")


def test_a_badge_that_is_erased_leaves_nothing(amina, folder):
    gone, kept = amina("list", "--json").answers

    assert amina("erase", gone["id"], "--json").answer["error"]["code"] == "space.not-confirmed"
    done = amina("erase", gone["id"], "--yes", "--json")

    assert [one["id"] for one in done.answer["erased"]] == [gone["id"]]
    assert [one["id"] for one in amina("list", "--json").answers] == [kept["id"]]
    assert amina("list", "--removed", "--json").answers == []
    connection = sqlite3.connect(folder / "vault.sqlite")
    assert connection.execute("PRAGMA freelist_count").fetchone() == (0,)
    connection.close()
    assert gone["id"].encode() not in everything_in(folder)


def test_the_whole_space_goes_and_says_what_went(amina, folder):
    done = amina("erase", "--yes", "--json")

    assert (done.status, len(done.answer["erased"])) == (0, 2)
    assert {Path(file).name for file in done.answer["files"]} >= {
        "vault.sqlite",
        "space.key",
        "registry",
    }
    assert not folder.exists()


def test_files_of_others_in_the_folder_stay(amina, folder):
    (folder / "photo.jpg").write_bytes(b"photo")

    amina("erase", "--yes")

    assert [path.name for path in folder.iterdir()] == ["photo.jpg"]


def test_a_space_whose_phrase_is_lost_can_be_erased(amina, phrases, folder):
    amina("protect", "--phrase-file", phrases[0])
    assert amina("erase", "--yes", "--json").answer["error"]["code"] == "space.locked"
    assert folder.exists()

    done = amina("erase", "--yes", "--forgotten", "--json")

    assert (done.status, done.answer["erased"]) == (0, [])
    assert not folder.exists()


def test_one_damaged_badge_is_named_and_can_be_had_back(amina, phrases, tmp_path, folder):
    copy = tmp_path / "carnet.copie"
    amina("backup", copy, "--phrase-file", phrases[0])
    before = amina("list", "--json").answers
    damaged = before[1]["id"]
    connection = sqlite3.connect(folder / "vault.sqlite")
    record = connection.execute("SELECT record FROM badges WHERE id = ?", (damaged,)).fetchone()[0]
    changed = record[:-1] + bytes([record[-1] ^ 1])
    connection.execute("UPDATE badges SET record = ? WHERE id = ?", (changed, damaged))
    connection.commit()
    connection.close()

    told = amina("list", "--json").answer["error"]
    assert (told["code"], told["facts"]) == ("vault.record-damaged", {"badge": damaged})
    other = amina("erase", before[0]["id"], "--yes", "--json").answer["error"]
    assert other["code"] == "vault.record-damaged"
    assert amina("erase", damaged[:6], "--yes", "--json").status == 0
    assert [one["id"] for one in amina("list", "--json").answers] == [before[0]["id"]]

    amina("restore", copy, "--phrase-file", phrases[0])
    assert amina("list", "--json").answers == before


def test_a_number_that_looks_like_no_file_is_a_badge(amina):
    first = amina("list", "--json").answers[0]["id"]
    amina("remove", first)

    assert amina("restore", first, "--json").answer["id"] == first


def at_a_keyboard(folder, *words, typed):
    """Run the command on a terminal of its own, and type one line each time it asks."""
    keyboard, terminal = pty.openpty()
    main = "from wallet.cli import main; main()"
    program = subprocess.Popen(
        [sys.executable, "-c", main, "--space", str(folder), *words],
        stdin=terminal,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    os.close(terminal)
    said = b""
    for line in typed:
        # What is typed before the question is thrown away, as at any terminal.
        before = len(said)
        while not said[before:].rstrip(b" ").endswith(b":"):
            ready, _, _ = select.select([program.stdout], [], [], 30)
            piece = os.read(program.stdout.fileno(), 4096) if ready else b""
            if not piece:
                break
            said += piece
        if not line.isdigit():
            until_unseen(keyboard)
        os.write(keyboard, line.encode() + b"\n")
    try:
        said += program.communicate(timeout=60)[0]
    finally:
        program.kill()
        program.communicate()
        os.close(keyboard)
    return program.returncode, said.decode()


def until_unseen(keyboard):
    """Wait until a phrase would not be shown: what was typed before has then been thrown away."""
    for _ in range(1500):
        if not termios.tcgetattr(keyboard)[3] & termios.ECHO:
            return
        time.sleep(0.02)


def test_a_phrase_is_typed_twice_and_never_shown(amina, folder):
    status, said = at_a_keyboard(folder, "protect", typed=(PHRASE, OTHER))
    assert (status, "protégé par votre phrase" in said) == (1, False)

    status, said = at_a_keyboard(folder, "protect", typed=(PHRASE, PHRASE.upper()))
    assert (status, PHRASE in said) == (0, False)

    status, said = at_a_keyboard(folder, "list", typed=(PHRASE,))
    assert (status, "Ordinateur" in said, PHRASE in said) == (0, True, False)
    status, said = at_a_keyboard(folder, "list", typed=(OTHER, PHRASE))
    assert (status, "Ordinateur" in said) == (0, True)
    status, said = at_a_keyboard(folder, "list", typed=(OTHER, OTHER, OTHER))
    assert (status, "Ordinateur" in said) == (1, False)


def test_the_terminal_asks_for_the_phrase_before_it_opens(amina, phrases, folder):
    amina("protect", "--phrase-file", phrases[0])

    status, said = at_a_keyboard(folder, "--texte", typed=(OTHER, PHRASE, "4", "2"))
    assert (status, "2 badges" in said, PHRASE in said) == (0, True, False)
    status, said = at_a_keyboard(folder, "--texte", typed=(OTHER, OTHER, "\x04"))
    assert (status, "2 badges" in said, said.count("Votre phrase")) == (0, False, 3)
