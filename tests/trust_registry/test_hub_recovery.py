"""After a loss or a theft at the hub, readers go on with what they kept: nobody installs anew."""

import json
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata

from tests.trust_registry.machines import CHEAP, Machines
from tests.trust_registry.served import turned
from tests.trust_registry.test_ceremony import LOCAL
from tests.trust_registry.test_publishing_readers import FromFolder, Updater
from trust_registry.cli import main
from trust_registry.client import open_registry
from trust_registry.commands.publishing import ALARM
from trust_registry.errors import RegistryRolledBack, RegistryUntrusted
from trust_registry.publishing import key_files
from trust_registry.publishing.keyring import Keyring
from trust_registry.publishing.signed_files import PARTNER_DAYS, line_of, stamp

pytestmark = pytest.mark.slow
FAR = 1_000_000


@pytest.fixture
def joined(tmp_path, today, monkeypatch):
    """A registry of three people, with one partner that holds its own key."""
    monkeypatch.setattr(key_files, "USUAL", CHEAP)
    return Machines(tmp_path, today).begin_with(LOCAL, "--award", "b01", "--recognise")


@pytest.fixture
def reader(tmp_path):
    """Our own reader, with what it keeps from one visit to the next: how many partners?"""

    def visit(folder, now):
        registry = open_registry(str(folder), now=now, cache=tmp_path / "kept")
        try:
            return len(registry.all_partners())
        finally:
            registry.close()

    return visit


@pytest.fixture
def tuf(joined, tmp_path):
    """The reader of python-tuf, which knows the first file of trust and nothing else of ours."""
    first = (joined.hub / "public/metadata/1.root.json").read_bytes()
    for name in ("metadata", "targets"):
        (tmp_path / "tuf" / name).mkdir(parents=True)

    def visit():
        client = Updater(
            str(tmp_path / "tuf/metadata"), "https://registre.example/metadata/",
            str(tmp_path / "tuf/targets"), "https://registre.example/targets/",
            FromFolder(joined.hub / "public"), bootstrap=first,
        )  # fmt: skip
        client._trusted_set.reference_time = joined.now
        client.refresh()
        target = client.get_targetinfo("members.json")
        had = json.loads(Path(client.download_target(target)).read_bytes())
        return [one["slug"] for one in had["members"]]

    return visit


def replace(machines, gone, new, *signers):
    """Two administrators put a new person in the place of one who is gone."""
    machines.person(new)
    old = machines.keyid(gone)[:8]
    machines.propose("replace-admin", "--old", old, "--new", machines.pub(new))
    machines.signed_and_applied(*signers)


def sent_far_ahead(machines, folder):
    """What a thief of both keys of the server serves elsewhere: numbers nobody will reach."""
    shutil.copytree(machines.hub, folder)
    keys, place = Keyring(folder / "keys"), folder / "public/metadata"
    newest = json.loads((place / "timestamp.json").read_bytes())
    number = newest["signed"]["meta"]["snapshot.json"]["version"]
    snapshot = Metadata.from_bytes((place / f"{number}.snapshot.json").read_bytes())
    raw = stamp(snapshot, version=FAR, at=machines.now, days=14, signers=[keys.signer("snapshot")])
    (place / f"{FAR}.snapshot.json").write_bytes(raw)
    timestamp = Metadata.from_bytes((place / "timestamp.json").read_bytes())
    timestamp.signed.snapshot_meta = line_of(FAR, raw)
    raw = stamp(
        timestamp, version=FAR, at=machines.now, days=14, signers=[keys.signer("timestamp")]
    )
    (place / "timestamp.json").write_bytes(raw)
    return folder


def test_one_person_after_another_is_replaced_and_a_reader_of_the_first_day_follows(
    joined, reader, tuf
):
    assert (reader(joined.hub, joined.now), tuf()) == (1, [LOCAL["slug"]])
    replace(joined, "anne", "denis", "bruno", "claire")
    replace(joined, "bruno", "elise", "claire", "denis")
    replace(joined, "claire", "farid", "denis", "elise")

    assert (joined.hub / "public/metadata/4.root.json").is_file()
    assert (reader(joined.hub, joined.now), tuf()) == (1, [LOCAL["slug"]])


def test_9_sent_far_ahead_readers_come_back_once_the_server_has_new_keys(joined, reader, tmp_path):
    thief = sent_far_ahead(joined, tmp_path / "thief")
    assert reader(thief, joined.now) == 1
    with pytest.raises(RegistryRolledBack):
        reader(joined.hub, joined.now)

    joined.propose("replace-online-keys")
    joined.signed_and_applied("anne", "bruno")

    assert reader(joined.hub, joined.now) == 1
    with pytest.raises((RegistryUntrusted, RegistryRolledBack)):
        reader(thief, joined.now)


def test_new_keys_of_the_server_want_two_people(joined):
    joined.propose("replace-online-keys")
    joined.sign("anne")

    done = joined.apply(status=1)

    assert done["error"]["code"] == "proposal.unsigned"
    joined.type("renew", joined.hub, *joined.at)


def test_a_changed_byte_of_a_real_registry_is_refused(joined, tuf, tmp_path):
    assert tuf() == [LOCAL["slug"]]
    shutil.rmtree(tmp_path / "tuf")
    for name in ("metadata", "targets"):
        (tmp_path / "tuf" / name).mkdir(parents=True)
    turned(joined.hub / "public/metadata/timestamp.json")

    with pytest.raises(RepositoryError):
        tuf()


@pytest.mark.parametrize(("early", "said"), [(timedelta(hours=1), False), (timedelta(0), True)])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_three_days_before_its_entry_ends_a_partner_is_named(joined, today, lang, early, said):
    joined.now = today + timedelta(days=360)
    joined.propose("prolong")
    joined.signed_and_applied("anne", "bruno")
    at = today + timedelta(days=PARTNER_DAYS) - ALARM - early

    done = CliRunner().invoke(
        main, ["--lang", lang, "renew", str(joined.hub), "--at", f"{at:%Y-%m-%dT%H:%M:%SZ}"]
    )

    assert ("Mission locale de Clairval" in done.stderr, done.exit_code == 3) == (said, said)


def test_it_is_all_told_by_an_audit(joined):
    joined.now += timedelta(hours=1)
    replace(joined, "anne", "denis", "bruno", "claire")
    joined.now += timedelta(hours=1)
    joined.propose("replace-online-keys")
    joined.signed_and_applied("denis", "bruno")
    joined.now += timedelta(days=9)
    joined.propose("prolong")
    joined.signed_and_applied("denis", "claire")

    told = joined.type("audit", joined.hub, *joined.at)

    assert (told["outcome"], told["remarks"]) == ("sound", [])
    changed = [one["facts"]["role"] for one in told["events"] if one["code"] == "audit.hub-keys"]
    assert changed == ["root", "targets", "snapshot", "timestamp"]
