"""A space: one folder for one person, made on first use, readable by nobody else."""

import multiprocessing
import os
import stat

import pytest

from tests.wallet.vaults import CHEAP, PHRASE
from trust_registry.catalogue import seed
from wallet.errors import SpaceUnusable
from wallet.spaces import open_space
from wallet.vault import folder

CATALOGUE = seed()


def rights(path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_space_is_made_on_first_use_and_is_its_owners_only(tmp_path):
    space = open_space(tmp_path / "new" / "carnet")

    assert rights(space.folder) == 0o700
    assert {rights(path) for path in space.folder.iterdir()} == {0o600}
    assert space.wallet(CATALOGUE).holdings() == ()
    space.close()


def test_whatever_the_habits_of_the_machine_it_is_its_owners_only(tmp_path):
    habit = os.umask(0)
    try:
        space = open_space(tmp_path / "carnet")
        space.protect(PHRASE, cost=CHEAP)
        found = {rights(path) for path in space.folder.iterdir()}
        space.close()
    finally:
        os.umask(habit)

    assert found == {0o600}
    assert rights(tmp_path / "carnet") == 0o700


def test_a_space_keeps_its_key(tmp_path):
    first = open_space(tmp_path)
    again = open_space(tmp_path)

    assert first.did == again.did
    assert first.did.startswith("did:key:z6Mk")
    first.close()
    again.close()


def test_two_spaces_have_two_keys(tmp_path):
    one, other = open_space(tmp_path / "a"), open_space(tmp_path / "b")

    assert one.did != other.did
    one.close()
    other.close()


def test_a_folder_name_may_hold_any_sign(tmp_path):
    name = "carnet d'Élodie ? #1 % & {x}"

    space = open_space(tmp_path / name)

    assert space.wallet(CATALOGUE).holdings() == ()
    assert (tmp_path / name / "vault.sqlite").stat().st_size > 0
    space.close()


def test_a_folder_with_other_things_in_it_keeps_its_rights(tmp_path):
    (tmp_path / "photo.jpg").write_bytes(b"photo")
    tmp_path.chmod(0o755)

    open_space(tmp_path).close()

    assert rights(tmp_path) == 0o755
    assert rights(tmp_path / "space.key") == 0o600


def test_a_place_that_is_no_folder_is_refused_with_the_reason(tmp_path):
    (tmp_path / "carnet").write_bytes(b"x")

    with pytest.raises(SpaceUnusable) as raised:
        open_space(tmp_path / "carnet")

    assert raised.value.facts == {"why": "not-a-folder"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_in_is_refused_with_the_reason(tmp_path):
    tmp_path.chmod(0o500)

    with pytest.raises(SpaceUnusable) as raised:
        open_space(tmp_path / "carnet")

    assert raised.value.facts == {"why": "permission"}


@pytest.mark.parametrize("length", [31, 33, 0])
def test_a_key_of_another_length_is_never_used_nor_replaced(tmp_path, length):
    (tmp_path / "space.key").write_bytes(b"k" * length)

    with pytest.raises(SpaceUnusable) as raised:
        open_space(tmp_path)

    assert raised.value.facts == {"why": "key"}
    assert (tmp_path / "space.key").read_bytes() == b"k" * length


def test_a_disk_without_second_names_still_keeps_a_key(tmp_path, monkeypatch):
    def no_links(*_names):
        raise PermissionError

    monkeypatch.setattr(folder.os, "link", no_links)

    first = open_space(tmp_path)

    assert rights(tmp_path / "space.key") == 0o600
    assert sorted(path.name for path in tmp_path.iterdir() if "key" in path.name) == ["space.key"]
    first.close()


def _did(place, start, answers) -> None:
    start.wait()
    space = open_space(place)
    answers.put(space.did)
    space.close()


def test_two_programs_that_come_first_at_once_share_one_key(tmp_path):
    spawn = multiprocessing.get_context("spawn")
    start, answers = spawn.Barrier(2), spawn.Queue()
    openers = [
        spawn.Process(target=_did, args=(tmp_path / "carnet", start, answers)) for _ in range(2)
    ]

    for opener in openers:
        opener.start()
    found = {answers.get(timeout=60) for _ in openers}
    for opener in openers:
        opener.join(60)

    assert len(found) == 1
