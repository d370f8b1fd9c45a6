"""
More attacks on the published list, over http on this machine: stolen keys, swapped and
swollen files, a poisoned first reading, and what partners try against each other.

Numbers are those of the attacks that the design wants tried (TRUST-REGISTRY §4).
"""

import json
import shutil
import zlib
from dataclasses import replace

import pytest
from tuf.api.metadata import TargetFile

from shared.errors import FetchFailed
from tests.trust_registry import network
from tests.trust_registry.network import COMPUTER, EMPLOYER, HUB, LIBRARY, TODAY, TWIN, did
from tests.trust_registry.served import Served, on_loopback
from trust_registry import catalogue, entries, layout, members
from trust_registry.client import filling
from trust_registry.client.filling import PIECE, packed
from trust_registry.errors import RegistryRolledBack, RegistryUnreachable, RegistryUntrusted
from trust_registry.index import Answer
from trust_registry.publishing.contents import written
from trust_registry.publishing.signed_files import THRESHOLD, line_of
from trust_registry.site import write_site

ONLINE = ["snapshot", "timestamp"]
ADMINS = [f"targets-{number}" for number in range(1, THRESHOLD + 1)]
REFUSED = (RegistryUntrusted, RegistryUnreachable, RegistryRolledBack)


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    folder = tmp_path_factory.mktemp("published") / "registry"
    network.make(folder)
    write_site(folder, now=TODAY)
    return folder


@pytest.fixture
def served(published, tmp_path):
    folder = tmp_path / "registry"
    shutil.copytree(published, folder)
    root = tmp_path / "root.json"
    shutil.copy(folder / layout.PUBLIC / layout.METADATA / "1.root.json", root)
    with on_loopback(folder / layout.PUBLIC) as address:
        yield Served(source=address, folder=folder, root=root, cache=tmp_path / "cache")


def library(registry):
    return registry.membership(
        did(LIBRARY), achievement_id=COMPUTER, key_id=f"{did(LIBRARY)}#accueil", on=TODAY
    )


def put(served, role, keys, path, document):
    """Have a role name a document at a path, signed by some keys, and list it with online keys."""
    body = document if isinstance(document, bytes) else written(document)
    target = TargetFile.from_data(path, body, ["sha256"])
    place = served.public / layout.TARGETS / target.get_prefixed_paths()[0]
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(body)
    number, raw = served.signed_by(role, keys, lambda signed: signed.targets.update({path: target}))
    served.with_online_keys(role, number, raw)


# ---------------------------------------------------------------- both online keys are stolen


def test_6_they_cannot_forge_an_entry(served):
    entry = entries.to_json(network.library_entry(url="https://voleur.example/"))
    put(served, LIBRARY, ONLINE, layout.entry_path(LIBRARY), entry)

    registry = served.opened()

    assert registry.blocked == {LIBRARY: "registry.untrusted"}
    assert library(registry).answer is Answer.UNSURE


@pytest.mark.parametrize("path", [layout.MEMBERS, layout.CATALOGUE])
def test_6_they_cannot_widen_a_right_or_add_an_equivalent(served, path):
    wider = [
        replace(one, rights=(network.issuing(), network.recognising())) for one in network.members()
    ]
    document = (
        members.to_json(wider) if path == layout.MEMBERS else catalogue.to_json(network.catalogue())
    )
    put(served, layout.HUB, ONLINE, path, document)

    with pytest.raises(RegistryUntrusted):
        served.opened()


def test_6_they_cannot_give_a_folder_to_another_key(served):
    thief = served.desk.keyring.signer("snapshot").public_key

    def entrust(signed):
        role = signed.delegations.roles[LIBRARY]
        role.keyids = [thief.keyid]
        signed.delegations.keys[thief.keyid] = thief

    number, raw = served.signed_by(layout.HUB, ONLINE, entrust)
    served.with_online_keys(layout.HUB, number, raw)

    with pytest.raises(RegistryUntrusted):
        served.opened()


def test_7_they_cannot_hide_a_partner_from_who_saw_it(served):
    served.opened()
    number, listed = served.signed_by(
        layout.SNAPSHOT, ["snapshot"], lambda signed: signed.meta.pop(f"{LIBRARY}.json")
    )
    served.signed_by(
        layout.TIMESTAMP,
        ["timestamp"],
        lambda signed: setattr(signed, "snapshot_meta", line_of(number, listed)),
    )

    with pytest.raises(REFUSED):
        served.opened()


def test_7_hidden_from_a_newcomer_its_badges_are_not_good(served):
    number, listed = served.signed_by(
        layout.SNAPSHOT, ["snapshot"], lambda signed: signed.meta.pop(f"{LIBRARY}.json")
    )
    served.signed_by(
        layout.TIMESTAMP,
        ["timestamp"],
        lambda signed: setattr(signed, "snapshot_meta", line_of(number, listed)),
    )

    assert library(served.opened(cache=False)).answer is Answer.UNSURE


def test_7_the_key_of_the_day_alone_cannot_go_back(served):
    old = json.loads(served.newest(layout.TIMESTAMP).read_bytes())["signed"]["meta"]
    old_line = old["snapshot.json"]["version"]
    old_bytes = served.newest(layout.SNAPSHOT).read_bytes()
    served.desk.publish_entry(LIBRARY, network.library_entry(contact=None), at=TODAY)
    served.opened()
    served.signed_by(
        layout.TIMESTAMP,
        ["timestamp"],
        lambda signed: setattr(signed, "snapshot_meta", line_of(old_line, old_bytes)),
        version=9,
    )

    with pytest.raises(RegistryRolledBack):
        served.opened()


# ---------------------------------------------------------------- files out of their place


def test_2_a_root_of_one_key_and_a_stranger_is_refused(served):
    served.signed_by("root", ["root-1", "snapshot"], lambda signed: None)

    with pytest.raises(RegistryUntrusted):
        served.opened()


def test_5_the_folders_of_two_partners_cannot_be_swapped(served):
    one, other = served.newest(LIBRARY), served.newest(TWIN)
    raw, its = one.read_bytes(), other.read_bytes()
    one.write_bytes(its)
    other.write_bytes(raw)

    assert set(served.opened().blocked) == {LIBRARY, TWIN}


def test_11_the_file_of_one_partner_is_no_file_of_another_even_listed(served):
    served.with_online_keys(LIBRARY, 1, served.newest(TWIN).read_bytes())
    served.newest(LIBRARY).write_bytes(served.newest(TWIN).read_bytes())

    assert served.opened().blocked == {LIBRARY: "registry.untrusted"}


def test_11_the_entry_of_another_published_as_ones_own_is_refused(served):
    stolen = entries.to_json(network.library_entry())
    put(served, TWIN, [f"partners/{TWIN}"], layout.entry_path(TWIN), stolen)

    registry = served.opened()

    assert registry.blocked == {TWIN: "registry.entry-invalid"}
    assert library(registry).answer is Answer.YES


def test_20_a_recognition_of_another_counts_for_nobody(served):
    taken = network.a_recognition(HUB, COMPUTER)
    entry = network.library_entry(taken, publication_key=_key(LIBRARY))
    put(
        served, LIBRARY, [f"partners/{LIBRARY}"], layout.entry_path(LIBRARY), entries.to_json(entry)
    )

    registry = served.opened()

    assert (registry.dropped, registry.blocked) == (1, {})


def test_20_a_recognition_with_a_changed_word_is_left_out_alone(served):
    forged = network.a_recognition(LIBRARY, network.MAIL)
    forged = {**forged, "validFrom": "2020-01-01T00:00:00Z"}
    entry = network.library_entry(forged, publication_key=_key(LIBRARY))
    put(
        served, LIBRARY, [f"partners/{LIBRARY}"], layout.entry_path(LIBRARY), entries.to_json(entry)
    )

    registry = served.opened()

    assert registry.dropped == 1
    assert library(registry).answer is Answer.YES


def _key(slug):
    return network.publication_key(slug).public.multibase


@pytest.mark.parametrize(
    "change",
    [
        lambda one: one["rights"][0].update(role="administrator"),
        lambda one: one.update(rank=1),
        lambda one: one["ids"].append(did(HUB)),
        lambda one: one.update(slug="targets"),
    ],
    ids=["role", "field", "identifier", "slug"],
)
def test_24_unknown_words_of_the_hub_itself_grant_nothing(served, change):
    document = members.to_json(network.members())
    change(document["members"][1])
    put(served, layout.HUB, ADMINS, layout.MEMBERS, document)

    with pytest.raises(RegistryUntrusted):
        served.opened()


def test_18_a_name_written_twice_in_one_file_is_refused(served):
    text = written(members.to_json(network.members())).replace(
        b'"format": 1', b'"format": 1, "format": 1'
    )
    put(served, layout.HUB, ADMINS, layout.MEMBERS, text)

    with pytest.raises(RegistryUntrusted):
        served.opened()


# ---------------------------------------------------------------- too much of everything


@pytest.mark.parametrize("role", [layout.ROOT, layout.SNAPSHOT, layout.HUB])
def test_21_swollen_common_files_are_not_swallowed(served, role):
    if role == layout.ROOT:
        (served.public / layout.METADATA / "2.root.json").write_bytes(b" " * 50_000_000)
    else:
        with served.newest(role).open("ab") as file:
            file.write(b" " * 50_000_000)

    with pytest.raises(REFUSED):
        served.opened()


def test_21_a_swollen_entry_blocks_its_partner_alone(served):
    with served.target(layout.entry_path(LIBRARY)).open("ab") as file:
        file.write(b" " * 50_000_000)

    assert set(served.opened().blocked) == {LIBRARY}


def test_21_a_swollen_status_list_is_not_had(served):
    registry = served.opened(cache=False)
    with served.target(layout.list_path(LIBRARY, "accueil")).open("ab") as file:
        file.write(b" " * 50_000_000)

    with pytest.raises(FetchFailed):
        registry.document(layout.list_address(network.BASE, LIBRARY, "accueil"))


# ---------------------------------------------------------------- the one piece is poisoned


@pytest.fixture
def fills(monkeypatch):
    monkeypatch.setattr("trust_registry.client.checking.WORTH_IT", 1)


def test_22_a_sound_piece_spares_the_questions(served, fills):
    for file in served.public.glob("metadata/*.*.json"):
        if file.name.split(".")[1] not in layout.RESERVED:
            file.unlink()
    shutil.rmtree(served.public / layout.TARGETS / "partners")

    assert served.opened().blocked == {}


@pytest.mark.parametrize("remembers", [False, True])
@pytest.mark.parametrize("poison", ["bytes", "paths", "old", "bomb", "nonsense"])
def test_22_a_poisoned_piece_changes_nothing(served, fills, poison, remembers):
    piece = served.public / PIECE
    files = dict(filling.unpacked(piece.read_bytes()))
    if poison == "bytes":
        piece.write_bytes(packed((path, body + b" ") for path, body in files.items()))
    elif poison == "paths":
        bodies = list(files.values())
        more = {f"../../{number}": body for number, body in enumerate(bodies)}
        more |= dict(zip(files, reversed(bodies), strict=True))
        piece.write_bytes(packed(more.items()))
    elif poison == "old":
        served.desk.publish_entry(LIBRARY, network.library_entry(contact=None), at=TODAY)
    elif poison == "bomb":
        piece.write_bytes(zlib.compress(b'{"a": "' + b" " * 70_000_000 + b'"}', 1))
    else:
        piece.write_bytes(b"\x00" * 100)

    registry = served.opened(cache=remembers)

    assert registry.blocked == {}
    assert library(registry).answer is Answer.YES
    assert registry.partner(did(LIBRARY)).contact is None or poison != "old"


def test_the_employer_without_a_key_cannot_award_with_one_of_its_own(served):
    foreign = network.an_awarder("bureau", slug=EMPLOYER)
    entry = entries.to_json(replace(_empty(EMPLOYER), awarders=(foreign,)))
    put(served, EMPLOYER, ["attesting"], layout.entry_path(EMPLOYER), entry)

    answer = served.opened().membership(
        did(EMPLOYER), achievement_id=COMPUTER, key_id=foreign.id, on=TODAY
    )

    assert (answer.answer, answer.code) == (Answer.NO, "registry.recogniser-only")


def _empty(slug):
    return entries.Entry(slug=slug)
