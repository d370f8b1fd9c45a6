"""Limits of the reader of the published list: each is tried by its name, inside and outside."""

from datetime import timedelta

import pytest

from tests.shared.hosts import Hosts
from tests.trust_registry.network import TODAY
from tests.trust_registry.test_client_attacks import published, served  # noqa: F401 - fixtures
from trust_registry import layout
from trust_registry.client import checking, filling, mirrors, opening
from trust_registry.client.sources import FolderSource
from trust_registry.errors import RegistryUnreachable, RegistryUntrusted
from trust_registry.index.registry import MAX_REMEMBERED, _remember
from trust_registry.index.resemblance import (
    MAX_NAME_LETTERS,
    MAX_SLIPS,
    MIN_LETTERS,
    alike,
    skeleton,
)


@pytest.mark.parametrize(
    ("role", "limit"),
    [
        (layout.TIMESTAMP, checking.MAX_TIMESTAMP_BYTES),
        (layout.TIMESTAMP, opening.MAX_TIMESTAMP_BYTES),
    ],
)
@pytest.mark.parametrize(("more", "fine"), [(0, True), (1, False)])
def test_bytes_of_the_file_that_is_asked_for_first(served, role, limit, more, fine):  # noqa: F811
    """Spaces behind the text are signed by nobody and change nothing: they only fill."""
    file = served.newest(role)
    file.write_bytes(file.read_bytes().ljust(limit + more))

    if fine:
        assert served.opened().partners
        return
    with pytest.raises((RegistryUntrusted, RegistryUnreachable)):
        served.opened()


@pytest.mark.parametrize(("more", "fine"), [(0, True), (1, False)])
def test_bytes_of_the_first_root(served, more, fine):  # noqa: F811
    assert checking.MAX_ROOT_BYTES == opening.MAX_ROOT_BYTES
    served.root.write_bytes(served.root.read_bytes().ljust(opening.MAX_ROOT_BYTES + more))

    if fine:
        assert served.opened(cache=False).partners
        return
    with pytest.raises(RegistryUntrusted):
        served.opened(cache=False)


@pytest.mark.parametrize(
    ("behind", "alarm"),
    [
        (opening.CLOCK_SLACK, None),
        (opening.CLOCK_SLACK + timedelta(seconds=1), "registry.clock-behind"),
    ],
)
def test_how_far_a_clock_may_be_behind_the_list(served, behind, alarm):  # noqa: F811
    assert served.opened(now=TODAY - behind).alarm == alarm


class TestNames:
    def test_letters_that_make_a_name(self):
        short, name = "a" * (MIN_LETTERS - 1), "a" * MIN_LETTERS

        assert alike(name, name[:-1] + "b")
        assert not alike(short, short[:-1] + "b")

    def test_slips_between_two_names(self):
        name = "mediatheque"

        assert alike(name, "x" * MAX_SLIPS + name[MAX_SLIPS:])
        assert not alike(name, "x" * (MAX_SLIPS + 1) + name[MAX_SLIPS + 1 :])

    def test_letters_that_are_compared(self):
        assert len(skeleton("a" * MAX_NAME_LETTERS)) == MAX_NAME_LETTERS
        assert len(skeleton("a" * (MAX_NAME_LETTERS + 1))) == MAX_NAME_LETTERS


class TestOnePiece:
    """What one answer may hold instead of many; beyond, it holds nothing and all is asked for."""

    @pytest.mark.parametrize(("more", "files"), [(0, 1), (1, 0)])
    def test_bytes_as_it_travels(self, tmp_path, more, files):
        (tmp_path / "seed").mkdir()
        piece = filling.packed([("a", b"x")]).ljust(filling.MAX_PACKED_BYTES + more, b"\0")
        (tmp_path / filling.PIECE).write_bytes(piece)

        assert len(filling.had_from(FolderSource(tmp_path))) == files

    @pytest.mark.slow
    @pytest.mark.parametrize(("more", "files"), [(0, 1), (1, 0)])
    def test_bytes_once_unpacked(self, more, files):
        frame = len('{"a": ""}')
        piece = filling.packed([("a", b"x" * (filling.MAX_BYTES - frame + more))])

        assert len(filling.unpacked(piece)) == files

    @pytest.mark.parametrize(("more", "fine"), [(0, True), (1, False)])
    def test_files(self, more, fine):
        """The loader counts one more for the object, and one for the text."""
        count = filling.MAX_NODES - 1 + more
        piece = filling.packed((str(number), b"") for number in range(count))

        assert len(filling.unpacked(piece)) == (count if fine else 0)


class TestMirrors:
    """Several addresses of one list: how long they are asked, and for how much."""

    TWO = "https://a.example https://b.example"

    @pytest.mark.parametrize(("late", "asked"), [(0, 2), (1, 1)])
    def test_seconds_for_what_they_claim(self, late, asked):
        instants = iter((0.0, 0.0, mirrors.ASKING_SECONDS + late))
        hosts = Hosts({})

        mirrors.places(self.TWO, fetch=hosts, clock=lambda: next(instants))

        assert len(hosts.asked) == asked

    @pytest.mark.parametrize(("late", "tried"), [(0, 2), (1, 1)])
    def test_seconds_for_reading_them(self, late, tried):
        found = mirrors.places(self.TWO, fetch=Hosts({}))
        instants, read = iter((0.0, mirrors.ALL_SECONDS + late)), []

        def fail(source):
            read.append(source)
            raise RegistryUnreachable

        with pytest.raises(RegistryUnreachable):
            mirrors.best_of(found, fail, clock=lambda: next(instants))
        assert len(read) == tried

    @pytest.mark.parametrize(("more", "had"), [(0, True), (1, False)])
    def test_bytes_of_what_each_claims(self, tmp_path, more, had):
        (tmp_path / layout.METADATA).mkdir()
        file = tmp_path / layout.METADATA / f"{layout.TIMESTAMP}.json"
        file.write_bytes(b"{}".ljust(mirrors.MAX_TIMESTAMP_BYTES + more))

        assert (mirrors._timestamp(FolderSource(tmp_path)) is not None) is had


def test_answers_that_are_kept_in_memory():
    kept = {}
    for number in range(MAX_REMEMBERED):
        _remember(kept, number, "x")

    assert len(kept) == MAX_REMEMBERED
    assert _remember(kept, 0, "y") == "y"
    assert len(kept) == MAX_REMEMBERED
    assert _remember(kept, MAX_REMEMBERED, "z") == "z"
    assert kept == {MAX_REMEMBERED: "z"}
