"""The served pages: one address, told once it is had; a list that is read again when it changes."""

import json
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import urllib.parse
import urllib.request
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from shared.errors import BadgeError, FetchFailed, FetchOffline
from shared.fetching import Fetched, Offline
from tests.wallet.people import typing
from tests.wallet.vaults import CHEAP, PHRASE
from trust_registry.index import Registry
from trust_registry.publishing import open_desk
from wallet.commands.demo import Demo, NoRegion
from wallet.commands.listed import AGAIN_SECONDS, RETRY_SECONDS, ListedPartners
from wallet.commands.networks import DemoNetwork, hosts_of
from wallet.errors import SpaceUnusable
from wallet.spaces import open_space

COMMAND = Path(sys.executable).with_name("badge-wallet")
PATIENCE_S = 60


@pytest.fixture
def listed(own_region):
    found = ListedPartners(str(own_region.folder))
    yield found
    found.close()


# ---------------------------------------------------------------- the list of partners


def test_no_list_is_no_list(today):
    assert ListedPartners(None).read(today) is None


def test_the_list_is_read_once_while_it_stays_the_same(listed, today):
    assert isinstance(listed.read(today), Registry)
    assert listed.read(today) is listed.read(today)


def test_a_list_that_was_published_again_is_read_again(listed, own_region, today):
    before = listed.read(today)

    open_desk(own_region.folder).renew(at=today + timedelta(days=1))
    after = listed.read(today + timedelta(days=1))

    assert after is not before
    assert after.listed_at >= before.listed_at
    assert before.partner(own_region.hub.ids[0]) is not None, "somebody may still be reading it"


def test_a_list_that_was_spoilt_is_a_problem_and_its_repair_is_seen(listed, own_region, today):
    listed.read(today)
    last = own_region.public / "metadata/timestamp.json"
    good = last.read_bytes()

    last.write_bytes(good.replace(b'"_type"', b'"_typo"'))
    assert isinstance(listed.read(today), BadgeError)
    last.write_bytes(good)
    assert isinstance(listed.read(today), Registry)


def test_a_list_that_is_away_is_tried_again_after_a_while(own_region, today):
    away = own_region.folder.rename(own_region.folder.with_name("away"))
    listed = ListedPartners(str(own_region.folder))
    assert isinstance(listed.read(today), BadgeError)

    away.rename(own_region.folder)
    found = listed.read(today + timedelta(seconds=RETRY_SECONDS))
    listed.close()

    assert isinstance(found, Registry)


def test_many_threads_get_the_same_list(listed, today):
    found = []
    threads = [threading.Thread(target=lambda: found.append(listed.read(today))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(set(map(id, found))) == 1
    assert isinstance(found[0], Registry)


def test_only_the_public_folder_is_served(listed, own_region):
    assert listed.public == own_region.folder / "public"


def test_several_networks_are_asked_and_the_first_is_ones_own(own_region, tmp_path, today):
    tmp_path.joinpath("liste.json").write_text('{"meta": {}, "registry": {}}')
    file = tmp_path / "networks.toml"
    file.write_text(
        "format = 1\n"
        f'[[registries]]\nlabel = "BFC"\ntype = "bfc"\naddress = "{own_region.folder}"\n'
        '[[registries]]\nlabel = "Liste"\ntype = "dcc"\naddress = "liste.json"\n'
        '[[registries]]\nlabel = "Ailleurs"\ntype = "bfc"\naddress = "nowhere"\n'
    )
    listed = ListedPartners(str(file))

    first, networks = listed.read(today), listed.networks(today)

    assert [(one.label, one.problem is None) for one in networks] == [
        ("BFC", True),
        ("Liste", True),
        ("Ailleurs", False),
    ]
    assert first is networks[0].registry
    assert listed.networks(today + timedelta(seconds=AGAIN_SECONDS))[0].registry is not first
    assert listed.public is None
    listed.close()
    assert ListedPartners(str(own_region.folder)).networks(today) == ()


# ---------------------------------------------------------------- the network of the demo


def recorded(url, **_asked):
    return Fetched(url=url, body=b"", content_type="", fetched_at=None, location=url, asked=(url,))


@pytest.mark.parametrize(
    ("url", "is_recorded"),
    [
        ("https://site.example/x", True),
        ("https://SITE.example/x", True),
        ("https://other.example/x", False),
        ("https://site.example.other.example/x", False),
        ("https://user@other.example/https://site.example/", False),
        ("https://[", False),
    ],
)
def test_only_invented_hosts_are_answered_from_the_recording(url, is_recorded):
    hosts = hosts_of({"dns": {}, "http": {"https://site.example/x": {}}})
    network = DemoNetwork(recorded, hosts=hosts, others=Offline())

    if is_recorded:
        assert network(url).location == url
    else:
        with pytest.raises(FetchOffline):
            network(url)


def test_a_page_that_the_recording_lacks_is_not_looked_for_elsewhere(region, today):
    demo = Demo.of(region.folder.parent)
    network = demo.network(today, others=recorded)

    with pytest.raises(FetchFailed):
        network(f"{region.base}/nowhere.json")


def test_a_folder_without_a_region_says_so(tmp_path):
    with pytest.raises(NoRegion):
        Demo.of(tmp_path).manifest()


# ---------------------------------------------------------------- the command


@contextmanager
def serving(*options):
    """The command as a process of its own."""
    arguments = [COMMAND, *options]
    with subprocess.Popen(
        arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.fixture
def folder(region, tmp_path):
    """A folder for ``--demo``."""
    shutil.copytree(region.folder, tmp_path / "region")
    return tmp_path


@pytest.mark.slow
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_the_pages_are_served_until_a_signal_ends_them(folder, today, sign):
    at = today.isoformat()
    with serving("--at", at, "--json", "serve", "--demo", folder, "--port", "0") as process:
        pages = json.loads(process.stdout.readline())
        answers = {name: urllib.request.urlopen(url).status for name, url in pages.items()}
        process.send_signal(sign)
        status = process.wait(PATIENCE_S)
        said = process.stderr.read()

    assert answers == dict.fromkeys(("verifier", "carnet", "registry", "trial"), 200)
    assert all(url.startswith("http://127.0.0.1:") for url in pages.values())
    assert status == 0
    assert "Traceback" not in said


def test_a_port_that_is_taken_is_told_with_what_to_do(region, folder, today):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        told = typing(folder / "space", at=today)("serve", "--demo", folder, "--port", port)

    assert told.status == 1
    assert str(port) in told.err
    assert "--port" in told.err


def test_a_missing_region_is_told_with_what_to_do(tmp_path, today):
    told = typing(tmp_path / "space", at=today)("serve", "--demo", tmp_path / "none")

    assert told.status == 1
    assert "badge-registry demo" in told.err


# ---------------------------------------------------------------- those who sit down


TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


@contextmanager
def visiting(*options):
    """Somebody who began a visit at the pages of the command; gives the process."""
    with serving("--json", "serve", "--port", "0", *options) as process:
        carnet = json.loads(process.stdout.readline())["carnet"]
        cookies = urllib.request.HTTPCookieProcessor()
        browser = urllib.request.build_opener(cookies)
        token = TOKEN.search(browser.open(carnet + "who").read().decode())[1]
        body = urllib.parse.urlencode({"csrf_token": token}).encode()
        assert browser.open(carnet + "begin", data=body).url == carnet
        yield process


@pytest.mark.slow
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_a_visit_ends_with_the_program_and_leaves_nothing(tmp_path, sign):
    spaces = tmp_path / "spaces"
    with visiting("--spaces", spaces) as process:
        before = list(spaces.iterdir())
        process.send_signal(sign)
        status = process.wait(PATIENCE_S)

    assert len(before) == 1
    assert list(spaces.iterdir()) == []
    assert status == 0


@pytest.mark.slow
def test_what_a_killed_program_leaves_of_a_visit_has_no_key(tmp_path):
    spaces = tmp_path / "spaces"
    with visiting("--spaces", spaces) as process:
        process.kill()
        process.wait(PATIENCE_S)

    (visit,) = spaces.iterdir()
    assert not (visit / "space.key").exists()
    with pytest.raises(SpaceUnusable):
        open_space(visit)


@pytest.mark.slow
def test_a_named_space_with_a_phrase_is_not_asked_for_at_the_keyboard(tmp_path):
    space = open_space(tmp_path / "mine")
    space.protect(PHRASE, cost=CHEAP)
    space.close()

    with serving("--space", tmp_path / "mine", "--json", "serve", "--port", "0") as process:
        carnet = json.loads(process.stdout.readline())["carnet"]
        shown = urllib.request.urlopen(carnet)

    assert shown.url == carnet + "who"
