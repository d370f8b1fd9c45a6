"""Full disks, folders that may not be written in, and what is left behind: nothing lost or told."""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from shared.errors import BadgeError
from tests.wallet.carnets import CATALOGUE, a_document, keep
from tests.wallet.vaults import CHEAP, PHRASE
from wallet.errors import SpaceUnusable, VaultFull, VaultUnavailable
from wallet.spaces import open_space

pytestmark = pytest.mark.slow
NOBODY = 65534
MIB = 1024 * 1024
LARGE = "x" * 40_000
CANARY = "Kanarienvogel"
NEVER_ENOUGH = 500
"""Badges of 40 kB: far more than a disk of these tests takes."""


def fill(space):
    """Take badges in until there is no room; gives how many were kept, and what stopped it."""
    wallet = space.wallet(CATALOGUE)
    for number in range(NEVER_ENOUGH):
        document = a_document("b01", number=number, name=LARGE)
        try:
            keep(wallet, document, content=f"{number:064x}")
        except BadgeError as error:
            return number, error
    return NEVER_ENOUGH, None


@pytest.fixture
def a_small_disk(tmp_path):
    """A disk of two megabytes, in memory."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder]
    if os.geteuid() or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only root may make a small disk, and not everywhere")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_full_disk_says_so_and_keeps_what_was_there(a_small_disk):
    space = open_space(a_small_disk / "amina")
    space.protect(PHRASE, cost=CHEAP)

    count, error = fill(space)

    assert isinstance(error, VaultFull)
    assert 5 < count < NEVER_ENOUGH
    assert len(space.vault.badges()) == count
    space.close()
    again = open_space(a_small_disk / "amina", phrase=PHRASE)
    assert {one.content for one in again.vault.badges()} == {f"{n:064x}" for n in range(count)}
    assert all(LARGE.encode() in again.vault.original(one.id) for one in again.vault.badges())
    again.close()


def test_another_phrase_on_a_full_disk_changes_all_or_nothing(a_small_disk):
    space = open_space(a_small_disk / "amina")
    space.protect(PHRASE, cost=CHEAP)
    count, _ = fill(space)

    with pytest.raises(VaultFull):
        space.change_phrase("girafe moulin raquette sable", old=PHRASE, cost=CHEAP)

    space.close()
    again = open_space(a_small_disk / "amina", phrase=PHRASE)
    assert len(again.vault.badges()) == count
    again.close()


def test_a_file_that_may_not_grow_keeps_what_was_there(tmp_path):
    ear, mouth = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            resource.setrlimit(resource.RLIMIT_FSIZE, (MIB, MIB))
            space = open_space(tmp_path / "amina")
            count, error = fill(space)
            is_told = isinstance(error, VaultUnavailable)
            os.write(mouth, f"{count} {is_told}".encode())
        finally:
            os._exit(0)
    os.close(mouth)
    os.waitpid(child, 0)
    with os.fdopen(ear) as lines:
        count, is_told = lines.read().split()

    assert is_told == "True"
    assert int(count) > 5
    space = open_space(tmp_path / "amina")
    assert len(space.vault.badges()) == int(count)
    space.close()


@pytest.fixture
def a_readable_folder():
    """A folder that everybody may enter, unlike those of the tests."""
    folder = Path(tempfile.mkdtemp(prefix="badges-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def test_a_folder_that_may_only_be_read_says_so_and_loses_nothing(a_readable_folder):
    space = open_space(a_readable_folder / "amina")
    keep(space.wallet(CATALOGUE), a_document("b01"))
    space.close()
    for path in (a_readable_folder / "amina").iterdir():
        path.chmod(0o444)
    (a_readable_folder / "amina").chmod(0o555)

    child = os.fork()
    if child == 0:
        status = 1
        try:
            if not os.geteuid():
                os.setuid(NOBODY)
            open_space(a_readable_folder / "amina")
        except SpaceUnusable as error:
            status = 0 if error.facts == {"why": "permission"} else 2
        finally:
            os._exit(status)
    _, status = os.waitpid(child, 0)

    assert os.waitstatus_to_exitcode(status) == 0
    (a_readable_folder / "amina").chmod(0o700)
    for path in (a_readable_folder / "amina").iterdir():
        path.chmod(0o600)
    again = open_space(a_readable_folder / "amina")
    assert len(again.vault.badges()) == 1
    again.close()


# ---------------------------------------------------------------- what is left behind


def everything_below(*folders):
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return b"".join(path.name.encode() + path.read_bytes() for path in files)


def test_a_visit_leaves_no_trace_that_can_be_read(region, tmp_path):
    home, scratch, stick = tmp_path / "home", tmp_path / "tmp", tmp_path / "stick"
    for folder in (home, scratch, stick):
        folder.mkdir()
    (phrase := tmp_path / "phrase").write_text(PHRASE)
    badge = tmp_path / f"{CANARY}.png"
    badge.write_bytes((region.folder / "badges" / "amina-ordinateur.png").read_bytes())
    env = {"HOME": str(home), "TMPDIR": str(scratch), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
    talk = []

    def type_(*words):
        command = [sys.executable, "-c", "from wallet.cli import main; main()"]
        space = ["--space", stick / "amina", "--at", "2026-11-22T12:00:00Z", "--offline"]
        done = subprocess.run(
            [*command, *space, "--registry", region.folder, *words],
            env=env,
            capture_output=True,
            check=True,
        )
        talk.append(done.stderr)

    type_("import", badge, "--recipient", f"{CANARY}@example.org")
    type_("protect", "--phrase-file", phrase)
    type_("--phrase-file", phrase, "list")
    type_("--phrase-file", phrase, "backup", stick / "copie", "--rehearse")
    type_("--phrase-file", phrase, "restore", stick / "copie")

    assert everything_below(home) == b""
    assert everything_below(scratch) == b""
    left = everything_below(stick) + b"".join(talk)
    space = open_space(stick / "amina", phrase=PHRASE)
    (held,) = space.wallet(CATALOGUE).holdings()
    assert held.name == badge.name
    told = (CANARY, "Benali", "amina-ordinateur", held.content, space.did, "canard")
    found = [one for one in told if one.encode() in left]
    secret = [one for one in (space.key.seed, space.vault.key) if one in left]
    space.close()
    assert found == secret == []
    # The title stands in the published list, which is kept beside; nowhere else.
    shutil.rmtree(stick / "amina" / "registry")
    assert b"Ordinateur" not in everything_below(stick)
