"""
A publisher killed at any instant leaves a site that reads whole: the old edition or the new.

A child process publishes and dies by itself just before one of its operations on files; the
parent then reads the folder as a stranger does, and publishes again over what was left.
"""

import itertools
import os
import shutil
from datetime import timedelta

import pytest

from tests.trust_registry import network
from tests.trust_registry.network import LIBRARY, TODAY
from trust_registry import layout
from trust_registry.errors import NotADesk
from trust_registry.model import Kind
from trust_registry.publishing import open_desk

TOMORROW = TODAY + timedelta(days=1)
KILLED, ENDED = 77, 0
NEVER = 0
OPERATIONS = ("open", "write", "fsync", "replace", "rename", "mkdir", "unlink")
DRAWN = 20
"""Instants in `make test`; every one of them in `make proof`."""


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    return network.make(tmp_path_factory.mktemp("kept") / "registry")


def withdraw(folder):
    open_desk(folder).publish_list(LIBRARY, "accueil", network.a_list(bits="x"), at=TOMORROW)


def welcome(folder):
    member = network.a_member(
        "lycee", "Lycée", Kind.EDUCATION, network.recognising(TODAY), siren="444444444"
    )
    open_desk(folder).add_member(member, at=TOMORROW, seed_of=network.seed_of)


def run_until(operation, act, folder):
    """Run ``act`` in a child that dies before its n-th operation; give how it ended, and after."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        counter = itertools.count(1)
        tell = os.write
        for name in OPERATIONS:
            setattr(os, name, _dying(getattr(os, name), counter, operation))
        try:
            act(folder)
        except BaseException:  # noqa: BLE001 - the child must not return into pytest
            os._exit(1)
        tell(theirs, str(next(counter) - 1).encode())
        os._exit(ENDED)
    os.close(theirs)
    with os.fdopen(ours) as told:
        count = int(told.read() or operation)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), count


def _dying(real, counter, operation):
    def call(*args, **named):
        if next(counter) == operation:
            os._exit(KILLED)
        return real(*args, **named)

    return call


def instants(act, folder, request):
    """Every instant at which ``act`` can be killed, or some that lie evenly."""
    ended, count = run_until(NEVER, act, folder)
    assert (ended, count > DRAWN) == (ENDED, True)
    step = 1 if request.config.getoption("--proof") else count / DRAWN
    return sorted({1 + int(step * n) for n in range(count) if step * n < count})


@pytest.mark.slow
@pytest.mark.parametrize("act", [withdraw, welcome])
def test_a_killed_publication_leaves_a_whole_site(kept, tmp_path, request, act):
    first = shutil.copytree(kept.folder, tmp_path / "first")
    for instant in instants(act, first, request):
        folder = shutil.copytree(kept.folder, tmp_path / str(instant))
        assert run_until(instant, act, folder) == (KILLED, instant)

        assert_whole(folder)
        act(folder) if not already(folder, act) else open_desk(folder).renew(at=TOMORROW)
        assert_whole(folder)
        assert already(folder, act)


def assert_whole(folder):
    """Everything that counts is there and was signed, and the old numbers are still the old."""
    desk = open_desk(folder)
    assert len(desk.members()) >= len(network.members())
    for member in desk.members():
        desk.entry(member.slug)
    assert desk.status_list(LIBRARY, "accueil") in (network.a_list(), network.a_list(bits="x"))
    assert desk.standing(TOMORROW).files
    served = {one.name for one in (folder / layout.PUBLIC).iterdir()}
    assert served == {"metadata", "targets", "p"}


def already(folder, act):
    desk = open_desk(folder)
    if act is withdraw:
        return desk.status_list(LIBRARY, "accueil") == network.a_list(bits="x")
    return len(desk.members()) > len(network.members())


@pytest.mark.slow
def test_a_killed_creation_can_be_done_again(tmp_path, request):
    for instant in instants(network.make, tmp_path / "first", request):
        folder = tmp_path / str(instant)
        assert run_until(instant, network.make, folder) == (KILLED, instant)
        try:
            desk = open_desk(folder)
        except NotADesk:
            desk = network.make(folder)

        assert desk.members() == network.members()
        assert_whole(folder)
