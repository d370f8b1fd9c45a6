"""What is published is read by python-tuf's own client, which refuses what was not signed."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from tuf.api.exceptions import DownloadHTTPError, RepositoryError
from tuf.api.metadata import Metadata, TargetFile
from tuf.ngclient import FetcherInterface, Updater

from shared import strict_json
from tests.trust_registry import network
from tests.trust_registry.network import COMPUTER, HUB, LIBRARY, TODAY
from trust_registry import catalogue, entries, layout, members
from trust_registry.publishing import open_desk
from trust_registry.publishing.contents import written
from trust_registry.publishing.keyring import Keyring
from trust_registry.publishing.signed_files import delegate, line_of, stamp
from trust_registry.recognitions import read as read_recognition

TOMORROW = TODAY + timedelta(days=1)


class FromFolder(FetcherInterface):
    """The files of a folder, asked for as web addresses."""

    def __init__(self, public):
        self.public = public

    def _fetch(self, url):
        file = self.public / url.removeprefix("https://registre.example/")
        if not file.is_file():
            raise DownloadHTTPError("absent", 404)
        yield file.read_bytes()


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    return network.make(tmp_path_factory.mktemp("kept") / "registry")


@pytest.fixture
def desk(kept, tmp_path):
    return open_desk(shutil.copytree(kept.folder, tmp_path / "registry"))


@pytest.fixture
def reader(desk, tmp_path):
    """Give a client that trusts the first root, with what it kept from its last visit."""

    def visit(day=TODAY):
        for name in ("metadata", "targets"):
            (tmp_path / "client" / name).mkdir(parents=True, exist_ok=True)
        public = desk.folder / layout.PUBLIC
        client = Updater(
            str(tmp_path / "client/metadata"),
            "https://registre.example/metadata/",
            str(tmp_path / "client/targets"),
            "https://registre.example/targets/",
            FromFolder(public),
            bootstrap=(public / "metadata/1.root.json").read_bytes(),
        )
        client._trusted_set.reference_time = day
        client.refresh()
        return client

    return visit


def had(client, path):
    target = client.get_targetinfo(path)
    if target is None:
        return None
    return Path(client.download_target(target)).read_bytes()


def test_everything_published_is_had(reader):
    client = reader()

    assert members.from_json(read(client, layout.MEMBERS)) == network.members()
    assert catalogue.from_json(read(client, layout.CATALOGUE)) == network.catalogue()
    entry = entries.from_json(read(client, layout.entry_path(LIBRARY)))
    assert entry.awarders == network.library_entry().awarders
    assert had(client, layout.list_path(LIBRARY, "accueil")) == network.a_list()


def read(client, path):
    return strict_json.loads(had(client, path))


def test_a_reader_follows_from_edition_to_edition(desk, reader):
    reader()
    desk.publish_list(LIBRARY, "accueil", network.a_list(bits="x"), at=TOMORROW)
    desk.close_member(LIBRARY, until=TOMORROW, at=TOMORROW)
    late = TODAY + timedelta(days=390)
    desk.renew(at=late)

    client = reader(late)

    assert had(client, layout.list_path(LIBRARY, "accueil")) == network.a_list(bits="x")
    assert (desk.folder / "public/metadata/2.root.json").is_file()


@pytest.mark.parametrize(
    "pattern",
    [
        "metadata/timestamp.json", "metadata/1.snapshot.json", "metadata/1.targets.json",
        f"metadata/1.{LIBRARY}.json", f"targets/partners/{LIBRARY}/*.entry.json",
        f"targets/partners/{LIBRARY}/*.accueil.json", "targets/*.members.json",
    ],
)  # fmt: skip
def test_one_changed_byte_is_refused(desk, reader, pattern):
    (file,) = (desk.folder / layout.PUBLIC).glob(pattern)
    raw = bytearray(file.read_bytes())
    raw[len(raw) // 2] ^= 1
    file.write_bytes(raw)

    with pytest.raises(RepositoryError):
        had_whole(reader)


def had_whole(reader):
    client = reader()
    for path in (layout.MEMBERS, layout.entry_path(LIBRARY), layout.list_path(LIBRARY, "accueil")):
        had(client, path)


def test_a_partner_cannot_write_in_the_folder_of_another(desk, reader):
    """Even with the online keys at hand: its role is asked about its own folder only."""
    content = written(entries.to_json(entries.Entry(slug=HUB)))
    path = layout.entry_path(HUB)
    forge(desk, LIBRARY, {path: content})

    assert b"EndorsementCredential" in had(reader(TOMORROW), path)


def test_a_partner_cannot_write_what_is_the_hubs(desk, reader):
    forge(desk, LIBRARY, {layout.MEMBERS: b"[]"})

    assert members.from_json(read(reader(TOMORROW), layout.MEMBERS)) == network.members()


def forge(desk, slug, files):
    """Publish with a partner's key and the online keys, past everything that the desk checks."""
    public = desk.folder / layout.PUBLIC
    role = Metadata.from_file(str(public / f"metadata/1.{slug}.json"))
    for path, content in files.items():
        target = TargetFile.from_data(path, content, ["sha256"])
        role.signed.targets[path] = target
        place = public / "targets" / target.get_prefixed_paths()[0]
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    raw = signed(desk, role, f"partners/{slug}")
    (public / f"metadata/2.{slug}.json").write_bytes(raw)
    relist(desk, {f"{slug}.json": raw})


def signed(desk, file, *names, version=2):
    signers = [desk.keyring.signer(name) for name in names]
    return stamp(file, version=version, at=TOMORROW, days=14, signers=signers)


def relist(desk, changed):
    place = desk.folder / layout.PUBLIC / "metadata"
    snapshot = Metadata.from_file(str(place / "1.snapshot.json"))
    for name, raw in changed.items():
        snapshot.signed.meta[name] = line_of(2, raw)
    raw = signed(desk, snapshot, "snapshot")
    (place / "2.snapshot.json").write_bytes(raw)
    timestamp = Metadata.from_file(str(place / "timestamp.json"))
    timestamp.signed.snapshot_meta = line_of(2, raw)
    (place / "timestamp.json").write_bytes(signed(desk, timestamp, "timestamp"))


@pytest.mark.parametrize("hands", [("targets-1",), ("targets-2",), ("snapshot", "timestamp")])
def test_one_administrator_alone_or_the_online_keys_let_nobody_in(desk, reader, hands):
    place = desk.folder / layout.PUBLIC / "metadata"
    hub = Metadata.from_file(str(place / "1.targets.json"))
    intruder = Keyring(desk.folder / "intruder")
    intruder.make("own", network.seed_of)
    delegate(hub.signed, "intruder", intruder.signer("own").public_key)
    raw = signed(desk, hub, *hands)
    (place / "2.targets.json").write_bytes(raw)
    relist(desk, {"targets.json": raw})

    with pytest.raises(RepositoryError):
        had(reader(TOMORROW), layout.MEMBERS)


def test_two_administrators_may(desk, reader):
    place = desk.folder / layout.PUBLIC / "metadata"
    hub = Metadata.from_file(str(place / "1.targets.json"))
    raw = signed(desk, hub, "targets-1", "targets-3")
    (place / "2.targets.json").write_bytes(raw)
    relist(desk, {"targets.json": raw})

    assert had(reader(TOMORROW), layout.MEMBERS)


def test_a_list_past_its_date_is_refused_by_that_client(reader):
    assert reader(TODAY + timedelta(days=14) - timedelta(seconds=1))
    with pytest.raises(RepositoryError):
        reader(TODAY + timedelta(days=14))


def test_a_recognition_leaves_the_registry_and_still_stands(reader):
    entry = entries.from_json(read(reader(), layout.entry_path(LIBRARY)))

    found = read_recognition(entry.recognitions[0], member=network.member(LIBRARY), entry=entry)
    assert found.subject == COMPUTER
