"""A recognition leaves the registry: a program by other people verifies it with the keys' file."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from shared import contexts
from tests.trust_registry import network
from tests.trust_registry.from_npm import installed
from tests.trust_registry.network import LIBRARY
from trust_registry import layout

pytestmark = pytest.mark.proof

SOURCE = Path(__file__).parent / "vc_js"


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    """The program with what it needs."""
    return installed(SOURCE, tmp_path_factory.mktemp("vc-js"), name="@digitalbazaar/vc")


@pytest.fixture
def verified(program, tmp_path):
    """Verify credentials with the files of keys that the site serves, and with nothing else."""
    desk = network.make(tmp_path / "registry")
    known = {address: contexts.load(address) for address in contexts.ids()}
    for file in (desk.folder / layout.PUBLIC).glob("p/*/did.json"):
        document = json.loads(file.read_bytes())
        known[document["id"]] = document
    (tmp_path / "known.json").write_text(json.dumps(known))

    def run(*credentials):
        files = []
        for number, credential in enumerate(credentials):
            files.append(tmp_path / f"{number}.json")
            files[-1].write_text(json.dumps(credential))
        done = subprocess.run(
            ["node", "verify.mjs", tmp_path / "known.json", *files],
            cwd=program, check=True, capture_output=True, timeout=60, text=True,
            env={"PATH": os.environ["PATH"]},
        )  # fmt: skip
        return [json.loads(line)["verified"] for line in done.stdout.splitlines()]

    run.desk = desk
    return run


def test_50_each_recognition_stands_on_its_own_elsewhere(verified):
    desk = verified.desk
    said = [one for member in desk.members() for one in desk.entry(member.slug).recognitions]

    assert len(said) >= 5
    assert verified(*said) == [True] * len(said)


@pytest.mark.parametrize(
    "change",
    [
        {"validFrom": "2025-03-02T00:00:00Z"},
        {"credentialSubject": {"id": network.MAIL, "type": ["EndorsementSubject"]}},
        {"issuer": {"id": network.did(network.HUB), "type": ["Profile"], "name": "Hub"}},
    ],
    ids=["date", "subject", "issuer"],
)
def test_50_a_recognition_with_a_changed_word_does_not(verified, change):
    (said, *_) = verified.desk.entry(LIBRARY).recognitions

    assert verified({**said, **change}) == [False]
