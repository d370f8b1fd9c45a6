"""A zip of badges: each file once, within limits, and no name of it is ever a path."""

import contextlib
import io
import time
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared import unpacking
from shared.errors import DamagedImage, PackedFiles, TooBig, Unreadable
from shared.reading import MAX_UPLOAD_BYTES, read
from shared.unpacking import MAX_FILES, MAX_TOTAL_BYTES, unpack
from tests.shared.pictures import BADGE, itxt
from tests.shared.pictures import png as a_png


def a_zip(files: dict[str, bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, body in files.items():
            archive.writestr(name, body)
    return made.getvalue()


def test_each_file_comes_out_in_order():
    badge = a_png(itxt(BADGE))
    pieces = unpack(a_zip({"b.png": badge, "notes.txt": b"Bonjour", "a/c.json": BADGE.encode()}))

    assert [piece.name for piece in pieces] == ["b.png", "notes.txt", "c.json"]
    assert read(pieces[0].body).text == read(pieces[2].body).text == BADGE


def test_an_empty_zip_holds_nothing():
    assert unpack(a_zip({})) == ()


def test_folders_and_notes_of_computers_are_left_out():
    files = {"d/": b"", "__MACOSX/._b.png": b"x", ".DS_Store": b"x", "d/b.png": b"y"}

    assert [piece.name for piece in unpack(a_zip(files))] == ["b.png"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("/etc/passwd", "passwd"),
        ("..\\..\\pwned.png", "pwned.png"),
        ("a\u202egnp.exe", "agnp.exe"),
        ("a\x1b]0;x\x07.png", "a]0;x.png"),
        ("a" * 300, "a" * 120),
    ],
)
def test_a_name_is_shown_and_nothing_more(name, shown):
    assert unpack(a_zip({name: b"x"}))[0].name == shown


def test_files_have_one_limit():
    inside = {f"{number}.txt": b"x" for number in range(MAX_FILES)}

    assert len(unpack(a_zip(inside))) == MAX_FILES
    with pytest.raises(TooBig):
        unpack(a_zip({**inside, "one-more.txt": b"x"}))


def test_a_file_has_one_limit():
    assert len(unpack(a_zip({"a": bytes(MAX_UPLOAD_BYTES)}))[0].body) == MAX_UPLOAD_BYTES
    with pytest.raises(TooBig):
        unpack(a_zip({"a": bytes(MAX_UPLOAD_BYTES + 1)}))


def test_all_files_together_have_one_limit():
    inside = {str(number): bytes(MAX_UPLOAD_BYTES) for number in range(4)}

    assert sum(len(piece.body) for piece in unpack(a_zip(inside))) == MAX_TOTAL_BYTES
    with pytest.raises(TooBig):
        unpack(a_zip({**inside, "4": b"x"}))


def test_a_bomb_is_not_unpacked():
    bomb = a_zip({"a": bytes(60_000_000)})
    begin = time.perf_counter()

    with pytest.raises(TooBig):
        unpack(bomb)

    assert time.perf_counter() - begin < 0.5


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_packing_that_cannot_be_bounded_is_not_unpacked(method):
    assert unpack(a_zip({"a": b"x"}, method=zipfile.ZIP_STORED))[0].body == b"x"
    with pytest.raises(PackedFiles):
        unpack(a_zip({"a": b"x"}, method=method))


def test_an_archive_inside_is_not_opened():
    (piece,) = unpack(a_zip({"inner.zip": a_zip({"b.png": b"x"})}))

    with pytest.raises(PackedFiles):
        read(piece.body)


def test_a_password_is_not_asked_for():
    locked = bytearray(a_zip({"a": b"x" * 50}))
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        locked[locked.find(mark) + (6 if mark == b"PK\x03\x04" else 8)] |= 1

    with pytest.raises(PackedFiles):
        unpack(bytes(locked))


@pytest.mark.parametrize("received", [b"", b"\x1f\x8b", b"Rar!", a_png()])
def test_another_kind_is_no_zip(received):
    assert not unpacking.is_zip(received)
    with pytest.raises(PackedFiles):
        unpack(received)


def test_a_cut_zip_is_damaged():
    with pytest.raises(DamagedImage):
        unpack(a_zip({"a": b"x" * 500})[:60])


GENUINE = a_zip({"a.txt": b"Bonjour " * 9, "b.txt": b"x"})


@given(st.lists(st.tuples(st.integers(4, len(GENUINE) - 1), st.integers(0, 255)), max_size=4))
def test_a_changed_zip_ends_in_a_reason(changes):
    received = bytearray(GENUINE)
    for at, byte in changes:
        received[at] = byte

    with contextlib.suppress(Unreadable):
        assert unpack(bytes(received)) is not None
