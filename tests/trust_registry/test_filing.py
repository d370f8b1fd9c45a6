"""The box of small signed files: known by their hash, believed for nothing else."""

import hashlib
import sqlite3

import pytest

from trust_registry.index.filing import FileBox, opened_box

BODIES = [b"one", b"two", b"three"]


def sha256(body):
    return hashlib.sha256(body).hexdigest()


@pytest.fixture
def file(tmp_path):
    with opened_box(tmp_path / "files.sqlite") as box:
        for body in BODIES:
            box.keep_file(sha256(body), body)
            assert box.file(sha256(body)) == body
    return tmp_path / "files.sqlite"


def test_what_was_kept_is_there_the_next_time(file):
    with opened_box(file) as box:
        assert [box.file(sha256(body)) for body in BODIES] == BODIES
        assert box.holds(sha256(b"one"))
        assert not box.holds(sha256(b"four"))
        assert box.file(sha256(b"four")) is None


def test_what_was_had_before_a_failure_is_kept(file):
    def reading_that_fails():
        with opened_box(file) as box:
            box.keep_file(sha256(b"four"), b"four")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        reading_that_fails()

    with opened_box(file) as box:
        assert box.file(sha256(b"four")) == b"four"


def test_what_nobody_asked_for_goes(file):
    with opened_box(file) as box:
        box.file(sha256(b"one"))
        box.keep_file(sha256(b"four"), b"four")
        box.save()
        box.forget_others()

    with opened_box(file) as box:
        held = [body for body in (*BODIES, b"four") if box.holds(sha256(body))]
    assert held == [b"one", b"four"]


def test_a_damaged_file_is_not_given(file):
    with sqlite3.connect(file) as rows:
        rows.execute("UPDATE file SET body = ? WHERE sha256 = ?", (b"0ne", sha256(b"one")))
        rows.execute("UPDATE file SET body = 'two' WHERE sha256 = ?", (sha256(b"two"),))
    rows.close()

    with opened_box(file) as box:
        assert [box.file(sha256(body)) for body in BODIES] == [None, None, b"three"]


@pytest.mark.parametrize("content", [b"", b"not a box", b"SQLite format 3\0" + b"x" * 5_000])
def test_a_box_that_is_none_is_made_anew(tmp_path, content):
    file = tmp_path / "files.sqlite"
    file.write_bytes(content)

    with opened_box(file) as box:
        box.keep_file(sha256(b"one"), b"one")

    with opened_box(file) as box:
        assert box.file(sha256(b"one")) == b"one"


def test_without_a_place_for_it_nothing_is_kept_and_nothing_fails(tmp_path):
    with opened_box(tmp_path / "absent" / "files.sqlite") as box:
        box.keep_file(sha256(b"one"), b"one")
        assert box.file(sha256(b"one")) == b"one"
        box.forget_others()

    with opened_box(tmp_path / "absent" / "files.sqlite") as box:
        assert box.file(sha256(b"one")) is None
    assert FileBox(None).file(sha256(b"one")) is None
