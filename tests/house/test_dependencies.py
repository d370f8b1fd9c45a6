"""Dependencies: each has one reason on its page, and is locked with its hashes."""

import re
import tomllib
from importlib import metadata

import pytest

from tests.house.sources import REPO, in_lines

PAGE = REPO / "docs/decisions/0012-dependencies.md"
ROW = re.compile(r"^\| `([\w.\[\]-]+)` \| (.+) \|$", re.MULTILINE)
NAME = re.compile(r"[\w.-]+(?:\[[\w,]+\])?")
LOCKED = re.compile(r"^([\w.-]+)==([\w.]+)", re.MULTILINE)
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")
PROJECT = tomllib.loads((REPO / "pyproject.toml").read_text())["project"]
EXTRAS = PROJECT["optional-dependencies"]
RUN_EXTRAS = ("images", "pdf")


def name_of(requirement):
    return NAME.match(requirement)[0].lower()


def plain(name):
    return re.sub(r"[-_.]+", "-", name.partition("[")[0]).lower()


def declared(*extras):
    groups = [PROJECT["dependencies"], *(EXTRAS[extra] for extra in extras)]
    return {name_of(requirement) for group in groups for requirement in group}


def locked(file):
    return {plain(name): version for name, version in LOCKED.findall((REPO / file).read_text())}


def test_every_dependency_has_one_reason():
    rows = ROW.findall(PAGE.read_text())
    reasons = {name.lower(): reason for name, reason in rows}

    assert len(rows) == len(reasons), "a dependency has two rows"
    assert reasons.keys() == declared(*EXTRAS)
    assert [name for name, reason in reasons.items() if len(reason.split()) < 4] == []


@pytest.mark.parametrize(
    ("file", "extras"), [("constraints.txt", EXTRAS), ("constraints-run.txt", RUN_EXTRAS)]
)
def test_every_dependency_is_locked(file, extras):
    missing = {plain(name) for name in declared(*extras)} - locked(file).keys()
    assert missing == set(), "run `make constraints`"


@pytest.mark.parametrize("file", ["constraints.txt", "constraints-run.txt"])
def test_every_locked_version_has_a_hash(file):
    blocks = re.split(r"\n(?=\w)", (REPO / file).read_text())
    found = [block[:40] for block in blocks if LOCKED.match(block) and not HASH.search(block)]
    assert found == [], in_lines(found)


def test_running_and_developing_use_the_same_versions():
    everything = locked("constraints.txt")
    differing = {
        name: (version, everything.get(name))
        for name, version in locked("constraints-run.txt").items()
        if everything.get(name) != version
    }
    assert differing == {}


def test_this_environment_is_the_locked_one():
    locked_versions = dict(locked("constraints.txt"))
    found = []
    for requirement in sorted(declared()):
        here = metadata.version(requirement.partition("[")[0])
        if here != locked_versions[plain(requirement)]:
            found.append(f"{requirement}: {here}, locked {locked_versions[plain(requirement)]}")
    assert found == [], in_lines(found)
