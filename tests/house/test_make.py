"""make and CI: every target has a caption, and CI runs what a person runs."""

import os
import re
import shutil
import subprocess
import tomllib

import pytest

from tests.house.sources import REPO

MAKEFILE = (REPO / "Makefile").read_text(encoding="utf-8")
TARGETS = ("help", "run", "test", "check", "proof", "constraints", "clean")


def made(*arguments, folder=REPO):
    done = subprocess.run(
        ["make", "--no-print-directory", *arguments],
        cwd=folder,
        env={**os.environ, "MAKEFLAGS": "", "MAKELEVEL": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


@pytest.fixture
def a_bare_copy(tmp_path):
    """The Makefile and what it is keyed on, with no environment made yet."""
    for name in ("Makefile", "pyproject.toml", "constraints.txt", "constraints-run.txt"):
        shutil.copy(REPO / name, tmp_path / name)
    return tmp_path


def test_make_alone_lists_every_target_with_its_caption():
    told = made()

    assert [name for name in TARGETS if not re.search(rf"make {name} +\w", told)] == []


def test_ci_runs_make_test():
    script = (REPO / ".ci/run").read_text()

    assert script.rstrip().endswith("make --no-print-directory test")


@pytest.mark.parametrize(
    ("target", "steps"),
    [
        ("run", ["-r constraints-run.txt", "badge-registry demo", "badge-wallet serve --demo"]),
        ("test", ["-r constraints.txt", "system-packages", "ruff", "mypy", "pytest"]),
        ("check", ["-r constraints.txt", "ruff format --check", "mypy", "not browser"]),
        ("proof", ["-r constraints.txt", "system-packages", "pytest --proof"]),
    ],
)
def test_a_target_does_its_steps_in_order(a_bare_copy, target, steps):
    told = made("--dry-run", target, folder=a_bare_copy)

    found = [told.find(step) for step in steps]
    assert -1 not in found, told
    assert found == sorted(found), told


def test_an_environment_that_is_ready_is_used_again(a_bare_copy):
    (a_bare_copy / ".venv").mkdir()
    for stamp in ("ready-run", "ready-dev"):
        (a_bare_copy / ".venv" / stamp).touch()

    assert "--require-hashes" not in made("--dry-run", "check", folder=a_bare_copy)


def test_new_constraints_are_installed(a_bare_copy):
    (a_bare_copy / ".venv").mkdir()
    for stamp in ("ready-run", "ready-dev"):
        (a_bare_copy / ".venv" / stamp).touch()
        os.utime(a_bare_copy / ".venv" / stamp, (0, 0))

    assert "--require-hashes" in made("--dry-run", "check", folder=a_bare_copy)


def system_packages(tmp_path, *, user, commands=()):
    """Run the script where only ``commands`` exist; what it said, and the calls of apt-get."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("cat", "grep", "mktemp", "rm", "tail"):
        (folder / name).symlink_to(shutil.which(name))
    calls = tmp_path / "calls"
    stubs = {"id": f"echo {user}", "apt-get": f'echo "$@" >> {calls}', "ldconfig": "true"}
    for name, line in {**stubs, **dict.fromkeys(commands, "true")}.items():
        (folder / name).write_text(f"#!/bin/sh\n{line}\n")
        (folder / name).chmod(0o755)
    done = subprocess.run(
        [shutil.which("sh"), REPO / "tools/system-packages"],
        env={"PATH": str(folder), "POSTGRESQL_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout, calls.read_text().splitlines() if calls.exists() else []


def test_root_on_debian_gets_what_is_missing_from_fresh_lists(tmp_path):
    _, calls = system_packages(tmp_path, user=0, commands=["tmux", "wget", "strace"])

    assert calls[0] == "update"
    assert calls[1].split()[-4:] == ["chromium", "fonts-dejavu-core", "libzbar0", "postgresql"]


def test_anybody_else_is_told_what_is_missing(tmp_path):
    told, calls = system_packages(tmp_path, user=1000, commands=["chromium"])

    assert calls == []
    assert "tmux" in told
    assert "chromium" not in told


def test_the_three_commands_are_declared():
    scripts = tomllib.loads((REPO / "pyproject.toml").read_text())["project"]["scripts"]

    assert scripts == {
        "badge-registry": "trust_registry.cli:main",
        "badge-verify": "verifier.cli:main",
        "badge-wallet": "wallet.cli:main",
    }
