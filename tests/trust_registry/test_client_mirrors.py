"""Several addresses of one list: dead, stale, altered or slow ones hide nothing and stop nobody."""

import contextlib
import shutil
import socket
from datetime import timedelta

import pytest

from tests.trust_registry import network
from tests.trust_registry.network import COMPUTER, LIBRARY, TODAY, did
from tests.trust_registry.served import Served, on_loopback, turned
from trust_registry import layout
from trust_registry.client import open_registry
from trust_registry.client.mirrors import MAX_MIRRORS, best_of, named, places
from trust_registry.errors import RegistryRolledBack, RegistryUnreachable, RegistryUntrusted
from trust_registry.index import Answer

NEXT = TODAY + timedelta(days=1)


@pytest.fixture
def desk(tmp_path):
    return network.make(tmp_path / "registry")


@pytest.fixture
def mirrors(desk, tmp_path):
    """The list of yesterday, then that of today, as two copies that can be altered."""
    old, new = tmp_path / "old", tmp_path / "new"
    shutil.copytree(desk.folder / layout.PUBLIC, old)
    desk.renew(at=NEXT)
    shutil.copytree(desk.folder / layout.PUBLIC, new)
    return old, new


@pytest.fixture
def root(mirrors, tmp_path):
    return shutil.copy(mirrors[0] / layout.METADATA / "1.root.json", tmp_path / "root.json")


@contextlib.contextmanager
def dead():
    """An address at which nobody answers."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    yield f"http://127.0.0.1:{port}"


@pytest.fixture
def opened(root, tmp_path):
    def open_(*addresses, cache=True):
        memory = tmp_path / "cache" if cache else None
        return open_registry(" ".join(addresses), now=NEXT, cache=memory, root=root)

    return open_


def altered(public, path):
    served = Served(source="", folder=public.parent, root=public, cache=public)
    served.__class__ = type("At", (Served,), {"public": property(lambda self: public)})
    turned(served.target(path) if "/" in path else served.newest(path))


@pytest.mark.parametrize("cache", [False, True])
@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_29_the_newest_state_is_read_whatever_the_order(mirrors, opened, order, cache):
    with on_loopback(mirrors[0]) as old, on_loopback(mirrors[1]) as new, dead() as nobody:
        addresses = [(old, new)[one] for one in order]

        registry = opened(nobody, *addresses, cache=cache)

        assert (registry.version, registry.alarm, registry.fresh(NEXT)) == (2, None, True)


@pytest.mark.parametrize("cache", [False, True])
def test_29_an_altered_copy_is_passed_over_and_said(mirrors, opened, cache):
    altered(mirrors[1], layout.TIMESTAMP)
    with on_loopback(mirrors[0]) as old, on_loopback(mirrors[1]) as hostile:
        registry = opened(hostile, old, cache=cache)

        assert (registry.version, registry.partners) == (1, 6)
        assert registry.alarm == "registry.mirror-refused"


def test_29_a_copy_that_claims_the_future_gains_nothing(mirrors, opened):
    file = mirrors[0] / layout.METADATA / "timestamp.json"
    file.write_bytes(file.read_bytes().replace(b'"version":1', b'"version":999999'))
    with on_loopback(mirrors[0]) as hostile, on_loopback(mirrors[1]) as new:
        registry = opened(hostile, new)

        assert registry.version == 2


@pytest.mark.parametrize("cache", [False, True])
@pytest.mark.parametrize("path", [layout.entry_path(LIBRARY), LIBRARY])
def test_29_what_one_copy_lost_of_a_partner_another_one_gives(
    mirrors, opened, tmp_path, path, cache
):
    whole = tmp_path / "whole"
    shutil.copytree(mirrors[1], whole)
    altered(mirrors[1], path)
    with on_loopback(mirrors[1]) as hostile, on_loopback(whole) as other:
        registry = opened(hostile, other, cache=cache)

        assert registry.blocked == {}
        answer = registry.membership(
            did(LIBRARY), achievement_id=COMPUTER, key_id=f"{did(LIBRARY)}#accueil", on=TODAY
        )
        assert answer.answer is Answer.YES


def test_29_an_older_copy_does_not_win_by_being_whole(mirrors, opened):
    altered(mirrors[1], layout.entry_path(LIBRARY))
    with on_loopback(mirrors[1]) as new, on_loopback(mirrors[0]) as old:
        registry = opened(new, old, cache=False)

        assert registry.version == 2
        assert registry.blocked == {LIBRARY: "registry.untrusted"}


def test_3_who_saw_the_newest_is_not_led_back_by_all_the_others(mirrors, opened):
    with on_loopback(mirrors[1]) as new:
        opened(new)
    with on_loopback(mirrors[0]) as old, dead() as nobody:
        with pytest.raises(RegistryRolledBack):
            opened(old)
        registry = opened(old, nobody)

    assert (registry.version, registry.alarm) == (2, "registry.not-refreshed")


def test_29_nobody_answers_and_that_is_said(mirrors, opened):
    with dead() as one, dead() as two, pytest.raises(RegistryUnreachable):
        opened(one, two, cache=False)
    with on_loopback(mirrors[1]) as new:
        opened(new)
    with dead() as one, dead() as two:
        assert opened(one, two).alarm == "registry.not-refreshed"


def test_all_copies_altered_are_all_refused(mirrors, opened):
    for one in mirrors:
        altered(one, layout.TIMESTAMP)
    with (
        on_loopback(mirrors[0]) as one,
        on_loopback(mirrors[1]) as other,
        pytest.raises(RegistryUntrusted),
    ):
        opened(one, other)


def test_a_status_list_that_one_copy_altered_comes_from_another(mirrors, opened, tmp_path):
    whole = tmp_path / "whole"
    shutil.copytree(mirrors[1], whole)
    (lists,) = (mirrors[1] / layout.TARGETS / "partners" / LIBRARY).glob("*.accueil.json")
    turned(lists) if any(
        c in b"0123456789" for c in lists.read_bytes()[40:]
    ) else lists.write_bytes(b"x")
    address = layout.list_address(network.BASE, LIBRARY, "accueil")
    with on_loopback(mirrors[1]) as hostile, on_loopback(whole) as other:
        found = opened(hostile, other, cache=False).document(address)

        assert found.body == network.a_list()
        assert [
            one.startswith(there) for one, there in zip(found.asked, (hostile, other), strict=True)
        ]


def test_only_addresses_of_the_web_are_told_apart_by_spaces():
    assert named("https://a.example https://b.example") == (
        "https://a.example",
        "https://b.example",
    )
    assert named("my folder") == ("my folder",)
    assert named("https://a.example folder") == ("https://a.example folder",)
    many = [f"https://{one}.example" for one in range(MAX_MIRRORS + 1)]
    assert named(" ".join(many)) == tuple(many[:MAX_MIRRORS])


def test_slow_copies_are_given_up_as_a_whole():
    seconds = iter(range(0, 10_000, 61))
    tried = []

    def read(source):
        tried.append(source.host)
        raise RegistryUnreachable(source=source.host)

    found = places(
        "https://a.example https://b.example https://c.example https://d.example",
        fetch=lambda url, **_: pytest.fail("asked after its time"),
        clock=iter([0.0, *[16.0] * 4]).__next__,
    )
    with pytest.raises(RegistryUnreachable):
        best_of(found, read, clock=seconds.__next__)

    assert tried == ["a.example", "b.example"]
