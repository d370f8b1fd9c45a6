"""Installation: a stranger's package called ``shared`` is found out before anything else."""

import shutil
import subprocess
import sys
import tomllib

import pytest

from shared.errors import NotOurShared
from shared.installation import ensure_ours, version

ASK = """
import sys
sys.path[:0] = {first!r}
from shared.errors import NotOurShared
from shared.installation import ensure_ours
try:
    ensure_ours()
except NotOurShared as error:
    print(error.facts["path"])
else:
    print("ours")
"""


def asked_with_first_on_the_path(*folders):
    program = ASK.format(first=[str(folder) for folder in folders])
    done = subprocess.run(
        [sys.executable, "-I", "-c", program], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def a_copy_of_ours(repo, folder, *, init):
    (folder / "shared").mkdir(parents=True)
    for name in ("errors.py", "installation.py"):
        shutil.copy(repo / "shared" / name, folder / "shared" / name)
    (folder / "shared" / "__init__.py").write_text(init)
    return folder


def test_this_installation_is_ours():
    ensure_ours()


def test_another_package_written_over_ours_is_named(repo, tmp_path):
    folder = a_copy_of_ours(repo, tmp_path / "site", init="VERSION = '0.0.32'\n")
    for floor in ("trust_registry", "verifier", "wallet"):
        (folder / floor).mkdir()
        (folder / floor / "__init__.py").touch()

    assert asked_with_first_on_the_path(folder) == str(folder / "shared" / "__init__.py")


def test_a_copy_away_from_the_other_floors_is_named(repo, tmp_path):
    ours = (repo / "shared" / "__init__.py").read_text()
    folder = a_copy_of_ours(repo, tmp_path / "elsewhere", init=ours)

    found = asked_with_first_on_the_path(folder, repo)

    assert found == str(folder / "shared" / "__init__.py")


def test_the_whole_checkout_is_ours(repo):
    assert asked_with_first_on_the_path(repo) == "ours"


def test_the_error_has_a_code_and_the_path():
    error = NotOurShared(path="/elsewhere/shared/__init__.py")

    assert error.code == "install.not-our-shared"
    assert error.facts == {"path": "/elsewhere/shared/__init__.py"}


@pytest.mark.parametrize("part", [0, 1, 2])
def test_the_version_is_that_of_the_project(repo, part):
    written = tomllib.loads((repo / "pyproject.toml").read_text())["project"]["version"]

    assert version().split(".")[part] == written.split(".")[part]
