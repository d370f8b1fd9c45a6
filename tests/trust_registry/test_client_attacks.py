"""
The published list under attack: refused, or harmless, and never good by default.

Numbers are those of the attacks that the design wants tried (TRUST-REGISTRY §4).
"""

import shutil
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.trust_registry import network
from tests.trust_registry.network import COMPUTER, EMPLOYER, HUB, LIBRARY, TODAY, did
from tests.trust_registry.served import Served, on_loopback, turned
from trust_registry import layout, members
from trust_registry.client.opening import LEAST_KEPT
from trust_registry.errors import RegistryRolledBack, RegistryUnreachable, RegistryUntrusted
from trust_registry.index import Answer
from trust_registry.publishing.contents import written
from trust_registry.publishing.signed_files import THRESHOLD

ADMINS = [f"targets-{number}" for number in range(1, THRESHOLD + 1)]
ONE_DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    folder = tmp_path_factory.mktemp("published") / "registry"
    network.make(folder)
    return folder


@pytest.fixture(params=["folder", "web"])
def served(published, tmp_path, request):
    folder = tmp_path / "registry"
    shutil.copytree(published, folder)
    root = tmp_path / "root.json"
    shutil.copy(folder / layout.PUBLIC / layout.METADATA / "1.root.json", root)
    known = {"folder": folder, "root": root, "cache": tmp_path / "cache"}
    if request.param == "folder":
        yield Served(source=str(folder), **known)
        return
    with on_loopback(folder / layout.PUBLIC) as address:
        yield Served(source=address, **known)


def library(registry, **changes):
    asked = {"achievement_id": COMPUTER, "key_id": f"{did(LIBRARY)}#accueil", "on": TODAY}
    return registry.membership(did(LIBRARY), **(asked | changes))


def test_what_is_published_is_read(served):
    registry = served.opened()

    assert (registry.name, registry.partners, registry.blocked) == ("Réseau de Clairval", 6, {})
    assert (registry.listed_at, registry.fresh(TODAY)) == (TODAY, True)
    assert library(registry).answer is Answer.YES
    assert [one.slug for one in registry.recognisers(did(LIBRARY), COMPUTER, on=TODAY)] == [
        HUB,
        EMPLOYER,
    ]


@pytest.mark.parametrize("remembers", [False, True])
def test_1_a_byte_of_an_entry_blocks_its_partner_alone(served, remembers):
    turned(served.target(layout.entry_path(LIBRARY)))

    registry = served.opened(cache=remembers)

    assert registry.blocked == {LIBRARY: "registry.untrusted"}
    assert library(registry).answer is Answer.UNSURE
    assert (
        registry.membership(did(HUB), achievement_id=COMPUTER, key_id=None, on=TODAY).answer
        is Answer.YES
    )


@pytest.mark.parametrize("role", [layout.ROOT, layout.HUB, layout.SNAPSHOT, layout.TIMESTAMP])
def test_2_a_byte_of_a_common_file_is_refused(served, role):
    turned(served.newest(role))
    if role == layout.ROOT:
        turned(served.root)

    with pytest.raises(RegistryUntrusted):
        served.opened()


def test_2_a_byte_of_the_file_of_a_partner_blocks_it_alone(served):
    turned(served.newest(LIBRARY))

    assert served.opened().blocked == {LIBRARY: "registry.untrusted"}


@pytest.mark.parametrize("path", [layout.MEMBERS, layout.CATALOGUE])
def test_2_a_byte_of_what_the_hub_says_is_refused(served, path):
    turned(served.target(path))

    with pytest.raises(RegistryUntrusted):
        served.opened()


def test_3_the_site_of_yesterday_is_refused_by_who_saw_today(served, tmp_path):
    yesterday = served.copied(tmp_path / "yesterday")
    served.desk.renew(at=TODAY + ONE_DAY)
    served.opened(now=TODAY + ONE_DAY)

    served.put_back(yesterday)

    with pytest.raises(RegistryRolledBack):
        served.opened(now=TODAY + ONE_DAY)
    assert served.opened(now=TODAY + ONE_DAY, cache=False).version == 1  # a newcomer cannot know


@pytest.mark.parametrize("remembers", [False, True])
@pytest.mark.parametrize(
    ("later", "answer"),
    [(timedelta(days=14, seconds=-1), Answer.YES), (timedelta(days=14), Answer.UNSURE)],
)
def test_4_a_list_past_its_date_answers_unsure_with_its_date(served, later, answer, remembers):
    registry = served.opened(now=TODAY + later, cache=remembers)

    assert library(registry).answer is answer
    assert registry.fresh(TODAY + later) is (answer is Answer.YES)
    assert registry.listed_at == TODAY
    stranger = registry.membership("did:web:x.example", achievement_id=None, key_id=None, on=TODAY)
    assert stranger.answer is (Answer.UNKNOWN if answer is Answer.YES else Answer.UNSURE)


def test_5_an_old_file_of_a_partner_in_a_new_list_is_not_used(served):
    old = served.newest(LIBRARY).read_bytes()
    entry = network.library_entry(awarders=network.library_entry().awarders[:4], contact=None)
    served.desk.publish_entry(LIBRARY, entry, at=TODAY)

    served.newest(LIBRARY).write_bytes(old)

    assert LIBRARY in served.opened().blocked


def test_6_the_online_keys_cannot_add_a_partner(served):
    more = [*network.members(), network.a_member("intrus", "Intrus", "other", network.issuing())]
    document = written(members.to_json(more))

    def forge(signed):
        from tuf.api.metadata import TargetFile

        forged = TargetFile.from_data(layout.MEMBERS, document, ["sha256"])
        signed.targets[layout.MEMBERS] = forged

    number, raw = served.signed_by(layout.HUB, ["snapshot", "timestamp"], forge)
    served.with_online_keys(layout.HUB, number, raw)

    with pytest.raises(RegistryUntrusted):
        served.opened()


def test_7_and_12_the_online_keys_cannot_roll_a_partner_back(served):
    old = served.newest(LIBRARY).read_bytes()
    served.desk.publish_entry(LIBRARY, network.library_entry(contact=None), at=TODAY)
    served.opened()

    served.with_online_keys(LIBRARY, 1, old)

    with pytest.raises(RegistryRolledBack):
        served.opened()


def test_9_a_list_sent_far_ahead_is_recovered_by_new_keys(served):
    served.opened()
    served.signed_by(layout.TIMESTAMP, ["timestamp"], lambda signed: None, version=1_000_000)
    served.opened()
    fresh = served.desk.keyring.make("timestamp-new", network.seed_of)
    del fresh

    def change(signed):
        for keyid in list(signed.roles[layout.TIMESTAMP].keyids):
            signed.revoke_key(keyid, layout.TIMESTAMP)
        new = served.desk.keyring.signer("timestamp-new").public_key
        signed.add_key(new, layout.TIMESTAMP)

    served.signed_by(layout.ROOT, ["root-1", "root-2"], change)
    served.signed_by(layout.TIMESTAMP, ["timestamp-new"], lambda signed: None, version=2)

    registry = served.opened()

    assert (registry.version, library(registry).answer) == (2, Answer.YES)


def test_10_one_administrator_alone_changes_nothing(served):
    number, raw = served.signed_by(layout.HUB, ADMINS[:1], lambda signed: None)
    served.with_online_keys(layout.HUB, number, raw)

    with pytest.raises(RegistryUntrusted):
        served.opened()


def test_10_one_root_key_alone_changes_nothing(served):
    served.signed_by(layout.ROOT, ["root-1"], lambda signed: None)

    with pytest.raises(RegistryUntrusted):
        served.opened()


def test_11_a_partner_cannot_write_in_the_folder_of_another(served):
    forged = written({"format": 1})

    def intrude(signed):
        from tuf.api.metadata import TargetFile

        path = layout.entry_path(HUB)
        signed.targets[path] = TargetFile.from_data(path, forged, ["sha256"])

    number, raw = served.signed_by(LIBRARY, [f"partners/{LIBRARY}"], intrude)
    served.with_online_keys(LIBRARY, number, raw)

    registry = served.opened()

    assert registry.blocked == {}
    assert registry.partner(did(HUB)).slug == HUB


def test_11_a_partner_cannot_list_a_key_under_the_name_of_another(served):
    from tuf.api.metadata import TargetFile

    from trust_registry import entries

    foreign = network.an_awarder("voleur", slug=HUB)
    entry = entries.to_json(network.library_entry(awarders=(foreign,)))
    document = written(entry)
    path = layout.entry_path(LIBRARY)
    target = TargetFile.from_data(path, document, ["sha256"])
    place = served.public / layout.TARGETS / target.get_prefixed_paths()[0]
    place.write_bytes(document)

    number, raw = served.signed_by(
        LIBRARY, [f"partners/{LIBRARY}"], lambda signed: signed.targets.update({path: target})
    )
    served.with_online_keys(LIBRARY, number, raw)

    registry = served.opened()

    assert registry.blocked == {LIBRARY: "registry.entry-invalid"}
    assert registry.did_document(did(HUB)) is None


def test_13_a_partner_that_left_publishes_nothing_and_its_badges_stay(served):
    served.opened()
    served.desk.close_member(LIBRARY, until=TODAY, at=TODAY)
    after = TODAY + ONE_DAY

    registry = served.opened(now=after)
    assert library(registry, on=TODAY - ONE_DAY).answer is Answer.PAST
    assert library(registry, on=after).answer is Answer.NO

    number, raw = served.signed_by(LIBRARY, [f"partners/{LIBRARY}"], lambda signed: None)
    served.with_online_keys(LIBRARY, number, raw)

    registry = served.opened(now=after)
    assert registry.blocked == {LIBRARY: "registry.untrusted"}
    assert library(registry, on=TODAY - ONE_DAY).answer is Answer.UNSURE


def test_21_fifty_megabytes_are_not_swallowed(served):
    with served.newest(layout.TIMESTAMP).open("ab") as file:
        file.write(b" " * 50_000_000)

    with pytest.raises((RegistryUntrusted, RegistryUnreachable)):
        served.opened()


def test_25_a_clock_behind_the_list_is_said_and_calls_nobody_false(served):
    registry = served.opened(now=TODAY - timedelta(days=730))

    assert registry.alarm == "registry.clock-behind"
    assert library(registry).answer is Answer.YES


def test_27_a_first_start_without_the_source_says_so(served):
    shutil.rmtree(served.public)

    with pytest.raises(RegistryUnreachable):
        served.opened()


@pytest.mark.parametrize(
    ("kept", "alarm"), [(5, None), (4, "registry.fewer-partners"), (0, "registry.fewer-partners")]
)
def test_28_a_sharp_drop_keeps_the_list_of_before(served, kept, alarm):
    """Of six members, five are more than the part that must be left, and four are fewer."""
    assert 4 < LEAST_KEPT * 6 < 5
    served.opened()
    _republish(served, network.members()[:kept])

    registry = served.opened()

    assert registry.alarm == alarm
    assert registry.partners == (kept if alarm is None else 6)


def _republish(served, fewer):
    """What only two administrators together can do, against the rule that nothing is deleted."""
    from tuf.api.metadata import TargetFile

    document = written(members.to_json(fewer))
    target = TargetFile.from_data(layout.MEMBERS, document, ["sha256"])
    (served.public / layout.TARGETS / target.get_prefixed_paths()[0]).write_bytes(document)
    number, raw = served.signed_by(
        layout.HUB, ADMINS, lambda signed: signed.targets.update({layout.MEMBERS: target})
    )
    served.with_online_keys(layout.HUB, number, raw)


def test_a_status_list_is_the_one_that_was_signed(served):
    registry = served.opened(cache=False)
    address = layout.list_address(network.BASE, LIBRARY, "accueil")

    assert registry.document(address).body == network.a_list()
    assert registry.document(address).fetched_at == TODAY
    assert registry.document(address + "x") is None
    assert replace(registry.document(address), body=b"").url == address
