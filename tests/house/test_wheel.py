"""The wheel: all that the program reads ships in it, and its three commands start."""

import subprocess
import sys
import zipfile

import pytest

from tests.house.sources import FLOORS, REPO, in_lines, kept_files

START = """
import sys
sys.path.insert(0, {site!r})
from {floor}.cli import main
main(["--version"], prog_name="badge")
"""
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "-d", folder]
    subprocess.run(build, cwd=REPO, check=True, capture_output=True)
    (file,) = folder.glob("badges_bfc-*.whl")
    return zipfile.ZipFile(file)


def test_every_file_of_the_floors_ships(wheel):
    ours = [name for name in kept_files() if name.split("/")[0] in FLOORS]
    wanted = {name for name in ours if not name.endswith(".gitattributes")}
    found = sorted(wanted - set(wheel.namelist()))
    assert found == [], in_lines(found)


def test_nothing_else_ships(wheel):
    roots = {name.split("/")[0] for name in wheel.namelist()}
    assert {root for root in roots if not root.endswith(".dist-info")} == set(FLOORS)


@pytest.mark.parametrize("floor", ["trust_registry", "verifier", "wallet"])
def test_a_command_starts_from_the_wheel_alone(wheel, floor, tmp_path):
    wheel.extractall(tmp_path)

    program = START.format(site=str(tmp_path), floor=floor)
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    assert "0.1.0" in done.stdout
