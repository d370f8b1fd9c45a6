"""Opening the list: what is new is read, an outage leaves what was had, nothing is half written."""

import hashlib
import http.server
import os
import random
import re
import shutil
import sqlite3
import threading
import time
from datetime import timedelta

import pytest

from shared.errors import FetchFailed, FetchStatus
from shared.fetching import Offline
from tests.trust_registry import network
from tests.trust_registry.network import BASE, COMPUTER, LIBRARY, TODAY, did
from tests.trust_registry.served import Served, on_loopback
from trust_registry import layout
from trust_registry.client import open_registry
from trust_registry.client.asking import MAX_SECONDS, PARTNER_SECONDS
from trust_registry.client.checking import checked
from trust_registry.client.keeping import memory_of
from trust_registry.client.sources import FolderSource
from trust_registry.errors import RegistryUnreachable, RegistryUntrusted
from trust_registry.index import Answer

LIST = layout.list_address(BASE, LIBRARY, "accueil")
KILLS = 200
ONE_DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    folder = tmp_path_factory.mktemp("published") / "registry"
    network.make(folder)
    return folder


@pytest.fixture
def served(published, tmp_path):
    folder = tmp_path / "registry"
    shutil.copytree(published, folder)
    root = folder / layout.PUBLIC / layout.METADATA / "1.root.json"
    return Served(source=str(folder), folder=folder, root=root, cache=tmp_path / "cache")


def answer(registry, **changes):
    asked = {"achievement_id": COMPUTER, "key_id": f"{did(LIBRARY)}#accueil", "on": TODAY}
    return registry.membership(did(LIBRARY), **(asked | changes)).answer


@pytest.mark.parametrize("part", ["", layout.PUBLIC])
def test_a_folder_is_trusted_by_its_first_root(served, part):
    registry = open_registry(str(served.folder / part), now=TODAY)

    assert answer(registry) is Answer.YES


def test_a_folder_is_not_written_in(served):
    before = sorted(served.folder.rglob("*"))

    open_registry(served.source, now=TODAY).close()

    assert sorted(served.folder.rglob("*")) == before


def test_another_root_is_not_believed(served, tmp_path):
    other = tmp_path / "other"
    network.create(other, name="x", members=(), catalogue=network.catalogue(), at=TODAY)

    with pytest.raises(RegistryUntrusted):
        open_registry(
            served.source,
            now=TODAY,
            root=other / layout.PUBLIC / layout.METADATA / "1.root.json",
        )


def test_an_address_needs_a_root_once(served):
    with on_loopback(served.public) as address:
        with pytest.raises(RegistryUntrusted):
            open_registry(address, now=TODAY)
        with pytest.raises(RegistryUntrusted):
            open_registry(address, now=TODAY, cache=served.cache)
        open_registry(address, now=TODAY, cache=served.cache, root=served.root).close()

        assert answer(open_registry(address, now=TODAY, cache=served.cache)) is Answer.YES


@pytest.mark.parametrize("address", ["http://registre.example", "http://10.0.0.1:8000"])
def test_only_this_machine_is_asked_in_clear(served, address):
    with pytest.raises(RegistryUnreachable):
        open_registry(address, now=TODAY, root=served.root)


def test_26_an_outage_leaves_the_list_of_before_until_its_date_and_heals(served, tmp_path):
    with on_loopback(served.public) as address:
        served.source = address
        served.opened().document(LIST)
    late = TODAY + timedelta(days=14)

    in_time, too_late = served.opened(now=late - timedelta(seconds=1)), served.opened(now=late)

    assert (in_time.alarm, answer(in_time)) == ("registry.not-refreshed", Answer.YES)
    assert (too_late.alarm, answer(too_late)) == ("registry.not-refreshed", Answer.UNSURE)
    assert in_time.document(LIST).body == network.a_list()
    served.desk.renew(at=late)
    served.source = str(served.folder)
    assert (served.opened(now=late).alarm, answer(served.opened(now=late))) == (None, Answer.YES)


def test_offline_the_list_of_before_answers(served):
    with on_loopback(served.public) as address:
        known = {"now": TODAY, "cache": served.cache, "root": served.root}
        open_registry(address, **known).close()

        registry = open_registry(address, **known, fetch=Offline())

    assert (registry.alarm, answer(registry)) == ("registry.not-refreshed", Answer.YES)
    with pytest.raises(FetchFailed):
        registry.document(LIST)


def test_an_unchanged_list_is_not_read_again(served):
    served.opened().close()
    (index,) = served.cache.glob("*/index.sqlite")
    before = index.stat().st_mtime_ns
    for file in (served.public / layout.TARGETS).rglob("*.json"):
        file.unlink()

    registry = served.opened()

    assert answer(registry) is Answer.YES
    assert index.stat().st_mtime_ns == before


def test_a_partner_that_was_out_of_reach_is_read_when_it_is_there(served):
    entry = served.target(layout.entry_path(LIBRARY))
    aside = entry.with_suffix(".aside")
    entry.rename(aside)
    assert served.opened().blocked == {LIBRARY: "registry.unreachable"}

    aside.rename(entry)

    assert served.opened().blocked == {}


def test_a_status_list_with_other_bytes_is_no_list(served):
    registry = served.opened(cache=False)
    file = served.target(layout.list_path(LIBRARY, "accueil"))
    file.write_bytes(file.read_bytes().replace(b'""', b'"x'))

    with pytest.raises(FetchFailed) as failed:
        registry.document(LIST)
    assert failed.value.facts["why"] == "hash"
    file.write_bytes(file.read_bytes() + b" ")
    with pytest.raises(FetchFailed):
        registry.document(LIST)


def test_a_kept_status_list_that_was_damaged_is_asked_again(served):
    served.opened().document(LIST)
    (kept,) = served.cache.glob(f"*/files/{_digest(network.a_list())}")
    kept.write_bytes(b"{}")

    assert served.opened().document(LIST).body == network.a_list()


def _digest(body):
    return hashlib.sha256(body).hexdigest()


class Counting:
    """A folder that remembers what it was asked for."""

    host = "counting"

    def __init__(self, folder):
        self._source, self.asked = FolderSource(folder), []

    def have(self, path, *, limit):
        self.asked.append(path)
        return self._source.have(path, limit=limit)


COMMON = re.compile(rf"{layout.METADATA}/(\d+\.)?(root|targets|snapshot|timestamp)\.json")
"""The files that lead to those of the partners."""


def test_only_what_changed_is_asked_for(served):
    memory = memory_of(served.cache, root=served.root.read_bytes())
    source = Counting(served.folder)

    def read():
        source.asked.clear()
        known = {"memory": memory.folder, "root": served.root.read_bytes(), "now": TODAY}
        memory.folder.mkdir(parents=True, exist_ok=True)
        with memory.box() as box:
            checked(source, **known, kept=box)
            box.forget_others()
        return [
            path for path in source.asked if path.endswith(".json") and not COMMON.fullmatch(path)
        ]

    first = read()
    served.desk.publish_entry(LIBRARY, network.library_entry(contact=None), at=TODAY)
    second = read()
    with sqlite3.connect(memory.folder / "files.sqlite") as box:
        ((kept,),) = box.execute("SELECT count(*) FROM file")
    box.close()

    signed, entries = _parts(first)
    assert (len(signed), len(entries)) == (len(network.members()), 2 + len(network.members()))
    signed, entries = _parts(second)
    assert ([path.split("/")[2] for path in entries], len(signed)) == ([LIBRARY], 1)
    assert kept == len(first)  # what the partner published before is gone


def _parts(asked):
    """What is asked for of the partners' own files, and of what those and the hub signed."""
    entries = [path for path in asked if path.startswith(layout.TARGETS)]
    return [path for path in asked if path not in entries], entries


def test_damaged_tables_are_made_again(served):
    served.opened().close()
    (index,) = served.cache.glob("*/index.sqlite")
    index.write_bytes(b"not a table")

    assert answer(served.opened()) is Answer.YES


def test_tables_of_another_form_are_made_again(served):
    served.opened().close()
    (index,) = served.cache.glob("*/index.sqlite")
    with sqlite3.connect(index) as tables:
        tables.execute("UPDATE fact SET value = 'older' WHERE name = 'format'")
    tables.close()

    assert answer(served.opened()) is Answer.YES


@pytest.mark.slow
def test_30_killing_the_reader_at_any_instant_leaves_sound_answers(served, portion):
    chance = random.Random(20261122)
    for at, _ in enumerate(portion(range(KILLS))):
        served.desk.renew(at=TODAY + timedelta(minutes=at + 1))
        if (child := os.fork()) == 0:
            served.opened()
            os._exit(0)
        time.sleep(chance.uniform(0, 0.08))
        os.kill(child, 9)
        os.waitpid(child, 0)

        registry = served.opened()

        assert (answer(registry), registry.version) == (Answer.YES, at + 2)
        registry.close()


class _Elsewhere(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(302)
        self.send_header("Location", f"{self.server.elsewhere}{self.path}")
        self.end_headers()

    def log_message(self, *args):
        pass


@pytest.mark.parametrize("elsewhere", ["another origin", "itself"])
def test_21_a_redirect_leads_nowhere(served, elsewhere):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Elsewhere)
    own = f"http://127.0.0.1:{server.server_address[1]}"
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    with on_loopback(served.public) as address:
        server.elsewhere = own if elsewhere == "itself" else address
        with pytest.raises(RegistryUnreachable):
            open_registry(own, now=TODAY, root=served.root)
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("year", [2020, 2040])
def test_a_list_is_judged_at_the_instant_of_the_question(tmp_path, year):
    day = TODAY.replace(year=year)
    network.create(
        tmp_path / "registry", name="x", members=(), catalogue=network.catalogue(), at=day
    )

    in_time = open_registry(str(tmp_path / "registry"), now=day + ONE_DAY)
    too_late = open_registry(str(tmp_path / "registry"), now=day + 14 * ONE_DAY)

    assert (in_time.fresh(in_time.now), too_late.fresh(too_late.now)) == (True, False)
    assert in_time.listed_at == too_late.listed_at == day


def _signed_until(served, end):
    """Have the library's signature end then, the list itself later."""
    at = end - 14 * ONE_DAY
    key = f"partners/{LIBRARY}"
    number, raw = served.signed_by(LIBRARY, [key], lambda signed: None, at=at)
    served.with_online_keys(LIBRARY, number, raw)


def test_an_entry_past_its_date_blocks_its_partner_alone(served):
    _signed_until(served, TODAY)

    registry = served.opened()

    assert registry.blocked == {LIBRARY: "registry.out-of-date"}
    assert answer(registry) is Answer.UNSURE
    assert registry.fresh(TODAY)


def test_an_entry_that_ends_while_the_list_is_kept_is_unsure_from_then(served):
    _signed_until(served, TODAY + ONE_DAY)
    before = served.opened(now=TODAY + ONE_DAY - timedelta(seconds=1))
    after = served.opened(now=TODAY + ONE_DAY)

    assert (answer(before), answer(after)) == (Answer.YES, Answer.UNSURE)
    assert (after.blocked, after.fresh(TODAY + ONE_DAY)) == ({}, True)


class Slow:
    """A folder read through a host that takes its time with each file."""

    host = "slow"

    def __init__(self, folder, seconds):
        self._source, self._seconds, self.now = FolderSource(folder), seconds, 0.0

    def have(self, path, *, limit):
        self.now += self._seconds
        return self._source.have(path, limit=limit)

    def clock(self):
        return self.now


@pytest.mark.parametrize(("seconds", "is_given_up"), [(2.0, False), (4.0, True), (40.0, True)])
def test_21_a_slow_host_is_given_up(served, tmp_path, seconds, is_given_up):
    slow = Slow(served.folder, seconds)
    root = served.root.read_bytes()

    def read():
        return checked(slow, memory=tmp_path / "m", root=root, now=TODAY, clock=slow.clock)

    if is_given_up:
        with pytest.raises(RegistryUnreachable):
            read()
        assert slow.now <= MAX_SECONDS + PARTNER_SECONDS * len(network.members()) + seconds
    else:
        assert read().blocked == {}


def test_closing_twice_is_harmless(served):
    registry = served.opened()
    registry.close()
    registry.close()

    with pytest.raises(sqlite3.ProgrammingError):
        registry.partner("x")


@pytest.mark.parametrize("path", ["../secret", "metadata/../../secret", "/etc/hostname"])
def test_a_folder_gives_nothing_that_stands_beside_it(tmp_path, path):
    (tmp_path / "public" / "metadata").mkdir(parents=True)
    (tmp_path / "secret").write_text("x")

    with pytest.raises(FetchStatus):
        FolderSource(tmp_path).have(path, limit=10)
