"""Another program, by other people, reads the same list, and refuses it with a changed byte."""

import hashlib
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.trust_registry import network
from tests.trust_registry.from_npm import installed
from tests.trust_registry.network import LIBRARY, TODAY
from tests.trust_registry.served import Served, on_loopback, turned
from trust_registry import layout

pytestmark = pytest.mark.proof

SOURCE = Path(__file__).parent / "tuf_js"
PATHS = (
    layout.MEMBERS,
    layout.CATALOGUE,
    layout.entry_path(LIBRARY),
    layout.list_path(LIBRARY, "accueil"),
)


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    """The program with what it needs."""
    return installed(SOURCE, tmp_path_factory.mktemp("tuf-js"), name="tuf-js")


@pytest.fixture
def served(tmp_path):
    network.make(tmp_path / "registry")
    public = tmp_path / "registry" / layout.PUBLIC
    root = shutil.copy(public / layout.METADATA / "1.root.json", tmp_path / "root.json")
    with on_loopback(public) as address:
        yield Served(
            source=address, folder=public.parent, root=Path(root), cache=tmp_path / "cache"
        )


@pytest.fixture
def read(program, served, tmp_path):
    def run(*, at=TODAY):
        moment = at.isoformat()
        return subprocess.run(
            ["node", "read.mjs", served.source, served.root, tmp_path / "work", moment, *PATHS],
            cwd=program, check=False, capture_output=True, timeout=60, text=True,
            env={"PATH": os.environ["PATH"]},
        )  # fmt: skip

    return run


def test_51_it_reads_what_we_publish(read, served):
    done = read()

    assert done.returncode == 0, done.stderr
    had = [json.loads(line) for line in done.stdout.splitlines()]
    assert had == [
        {
            "path": path,
            "sha256": hashlib.sha256(served.target(path).read_bytes()).hexdigest(),
        }
        for path in PATHS
    ]


@pytest.mark.parametrize("role", [layout.HUB, layout.SNAPSHOT, layout.TIMESTAMP, LIBRARY])
def test_51_it_refuses_a_changed_byte_of_what_is_signed(read, served, role):
    turned(served.newest(role))

    assert read().returncode == 1


@pytest.mark.parametrize("path", PATHS)
def test_51_it_refuses_a_changed_byte_of_what_is_listed(read, served, path):
    served.target(path).write_bytes(served.target(path).read_bytes()[:-1] + b"x")

    assert read().returncode == 1


def test_51_it_refuses_a_list_past_its_date(read):
    assert read(at=TODAY.replace(year=2027)).returncode == 1
