"""The desk: what is published is signed, complete and kept; what is refused changes nothing."""

import shutil
import stat
from dataclasses import replace
from datetime import timedelta

import pytest
from tuf.api.metadata import Metadata

from shared import strict_json
from shared.keys import SigningKey
from tests.trust_registry import network
from tests.trust_registry.network import BASE, EMPLOYER, HUB, LEAVER, LIBRARY, TODAY, did
from trust_registry import layout
from trust_registry.catalogue import CatalogueInvalid, seed
from trust_registry.entries import Entry
from trust_registry.errors import (
    AttestedAwards,
    DeskBusy,
    EntryInvalid,
    FolderTaken,
    HistoryShortened,
    KeyMissing,
    ListsDiffer,
    MemberKnown,
    MembersInvalid,
    MemberUnknown,
    NotADesk,
    RecognitionInvalid,
    RegistryUntrusted,
)
from trust_registry.model import Assurance, Kind, Role
from trust_registry.publishing import Publication, open_desk
from trust_registry.publishing.disk import one_writer
from trust_registry.publishing.signed_files import SIGNED_TEXT
from trust_registry.publishing.standing import Light

TOMORROW = TODAY + timedelta(days=1)
A_SECOND = timedelta(seconds=1)


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """A registry that the tests only read."""
    return network.make(tmp_path_factory.mktemp("kept") / "registry")


@pytest.fixture
def desk(kept, tmp_path):
    """One of its own for each test."""
    return open_desk(shutil.copytree(kept.folder, tmp_path / "registry"))


def files(folder):
    public = folder / layout.PUBLIC
    return {
        p.relative_to(public).as_posix(): p.read_bytes() for p in public.rglob("*") if p.is_file()
    }


def newcomer(**changes):
    known = {"slug": "lycee-des-lilas", "name": "Lycée des Lilas", "kind": Kind.EDUCATION}
    known |= {"siren": None, "ids": (did("lycee-des-lilas"),)}
    known |= {"rights": (network.recognising(TODAY),)}
    return replace(network.member(LIBRARY), **(known | changes))


def refused(desk, error, act):
    """Nothing that anybody can read changes when something is refused."""
    before = files(desk.folder)
    with pytest.raises(error) as found:
        act()
    assert files(desk.folder) == before
    return found.value


# ---------------------------------------------------------------- creating


def test_what_was_given_is_what_is_published(kept):
    desk = open_desk(kept.folder)

    assert desk.members() == network.members()
    assert desk.catalogue() == network.catalogue()
    entry = desk.entry(LIBRARY)
    assert entry == replace(network.library_entry(), publication_key=entry.publication_key)
    assert desk.entry(LEAVER).awarders == ()
    assert desk.status_list(LIBRARY, "accueil") == network.a_list()


def test_the_plain_copies_stand_where_standard_verifiers_look(kept):
    public = kept.folder / layout.PUBLIC

    document = strict_json.load_object((public / f"p/{LIBRARY}/did.json").read_bytes())
    assert document["id"] == did(LIBRARY)
    assert f"{did(LIBRARY)}#accueil" in document["assertionMethod"]
    assert (public / f"p/{LIBRARY}/status/accueil.json").read_bytes() == network.a_list()
    assert not (public / f"p/{network.PLATFORM}/did.json").exists()


def test_nothing_but_what_is_to_be_served_is_in_the_public_folder(kept):
    assert {one.name for one in (kept.folder / layout.PUBLIC).iterdir()} == {
        "metadata", "targets", "p",
    }  # fmt: skip


def test_keys_are_for_their_owner_only(kept):
    keys = kept.folder / layout.KEYS

    modes = {stat.S_IMODE(one.stat().st_mode) for one in keys.rglob("*.key")}
    assert modes == {0o600}
    assert {stat.S_IMODE(one.stat().st_mode) for one in (keys, keys / "partners")} == {0o700}
    assert not (keys / f"partners/{EMPLOYER}.key").exists()


def test_the_same_seeds_and_day_give_the_same_registry(tmp_path, kept):
    network.make(tmp_path / "again")

    assert files(tmp_path / "again") == files(kept.folder)


def test_a_registry_of_another_century_is_dated_from_its_day(tmp_path):
    past = TODAY.replace(year=2025, month=6)
    desk = network.make(tmp_path / "past", at=past)

    standing = desk.standing(past)
    assert standing.published_at == past
    days = {one.role: (one.expires - past).days for one in standing.files}
    assert [days[role] for role in ("root", "targets", HUB, "snapshot", "timestamp")] == [
        365, 365, 400, 14, 14,
    ]  # fmt: skip


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path, kept):
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters/one.txt").write_text("dear")

    for folder in (tmp_path / "letters", tmp_path / "letters/one.txt", kept.folder):
        with pytest.raises(FolderTaken):
            network.make(folder)

    assert [one.name for one in (tmp_path / "letters").iterdir()] == ["one.txt"]


def test_keys_that_were_there_first_are_used(tmp_path):
    seed = b"s" * 32
    (tmp_path / "r/keys").mkdir(parents=True)
    (tmp_path / "r/keys/attesting.key").write_bytes(seed)

    with pytest.raises(RecognitionInvalid):
        network.make(tmp_path / "r")  # The employer's recognitions were signed by another key.


def test_a_folder_without_a_registry_is_no_desk(tmp_path):
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(NotADesk):
            open_desk(folder)


# ---------------------------------------------------------------- a partner publishes


def test_a_new_entry_replaces_the_old_one_and_the_old_file_stays(desk):
    before = files(desk.folder)

    desk.publish_entry(LIBRARY, network.library_entry(recognitions=()), at=TOMORROW)

    after = files(desk.folder)
    assert desk.entry(LIBRARY).recognitions == ()
    assert desk.status_list(LIBRARY, "accueil") == network.a_list()
    changed = {name for name in before if after.get(name) != before[name]}
    assert changed == {"metadata/timestamp.json"}
    assert {name for name in after.keys() - before.keys() if name.startswith("metadata/")} == {
        f"metadata/2.{LIBRARY}.json", "metadata/2.snapshot.json",
    }  # fmt: skip


def test_a_withdrawal_is_one_list_published_again(desk):
    desk.publish_list(LIBRARY, "accueil", network.a_list(bits="x"), at=TOMORROW)

    assert desk.status_list(LIBRARY, "accueil") == network.a_list(bits="x")
    plain = desk.folder / layout.PUBLIC / layout.list_file(LIBRARY, "accueil")
    assert plain.read_bytes() == network.a_list(bits="x")


@pytest.mark.parametrize(
    ("entry", "lists", "error"),
    [
        pytest.param({"slug": HUB}, {}, EntryInvalid, id="another's slug"),
        pytest.param({"awarders": (network.an_awarder("a", HUB),)}, {}, EntryInvalid, id="its key"),
        pytest.param({"awarders": ()}, {}, EntryInvalid, id="a published key forgotten"),
        pytest.param({"statuses": ()}, {}, EntryInvalid, id="a published list forgotten"),
        pytest.param({"statuses": ("accueil", "two")}, {}, ListsDiffer, id="a list not given"),
        pytest.param({}, {"two": network.a_list(name="two")}, ListsDiffer, id="a list not named"),
        pytest.param({}, {"accueil": network.a_list(name="two")}, ListsDiffer, id="its address"),
        pytest.param({}, {"accueil": network.a_list(HUB)}, ListsDiffer, id="another's list"),
        pytest.param({}, {"accueil": b"\x00"}, ListsDiffer, id="not a list"),
        pytest.param(
            {"recognitions": (network.a_recognition(HUB, network.COMPUTER),)},
            {},
            RecognitionInvalid,
            id="another's recognition",
        ),
        pytest.param({"contact": "amina@clairval.example"}, {}, EntryInvalid, id="a person"),
    ],
)
def test_what_is_not_the_partners_is_not_published(desk, entry, lists, error):
    changed = network.library_entry(**entry)

    refused(desk, error, lambda: desk.publish_entry(LIBRARY, changed, lists, at=TOMORROW))


def test_a_member_without_a_key_awards_nothing(desk):
    entry = Entry(slug=EMPLOYER, awarders=(network.an_awarder("a", EMPLOYER),))
    refused(desk, AttestedAwards, lambda: desk.publish_entry(EMPLOYER, entry, at=TOMORROW))

    new = newcomer(rights=(network.issuing(since=TODAY),), assurance=Assurance.HUB_ATTESTED)
    refused(desk, AttestedAwards, lambda: desk.add_member(new, at=TOMORROW))


def test_a_stranger_publishes_nothing(desk):
    entry = Entry(slug="stranger")

    refused(desk, MemberUnknown, lambda: desk.publish_entry("stranger", entry, at=TOMORROW))


def test_without_the_key_of_the_partner_nothing_is_published(desk):
    (desk.folder / layout.KEYS / f"partners/{LIBRARY}.key").unlink()

    found = refused(
        desk, KeyMissing, lambda: desk.publish_list(LIBRARY, "accueil", network.a_list(), at=TODAY)
    )
    assert found.facts == {"role": f"partners/{LIBRARY}"}


def test_with_another_key_in_its_place_nothing_is_published(desk):
    (desk.folder / layout.KEYS / f"partners/{LIBRARY}.key").write_bytes(b"z" * 32)
    entry = network.library_entry(recognitions=())

    refused(desk, KeyMissing, lambda: desk.publish_entry(LIBRARY, entry, at=TOMORROW))


# ---------------------------------------------------------------- members come and go


def test_a_member_is_welcomed_with_what_it_publishes(desk):
    entry = Entry(slug="lycee-des-lilas", contact="accueil@lycee.example")

    desk.add_member(newcomer(), Publication(entry=entry), at=TOMORROW)

    assert desk.members()[-1] == newcomer()
    assert desk.entry("lycee-des-lilas").contact == "accueil@lycee.example"
    assert (desk.folder / layout.PUBLIC / "p/lycee-des-lilas/did.json").is_file()


@pytest.mark.slow
def test_a_list_larger_than_readers_take_is_not_published(desk):
    long = tuple(network.recognising(TODAY + n * A_SECOND) for n in range(200))
    crowd = [newcomer(slug=f"asso-{n}", ids=(did(f"asso-{n}"),), rights=long) for n in range(180)]

    found = refused(
        desk, MembersInvalid, lambda: desk.publish_members([*desk.members(), *crowd], at=TODAY)
    )
    assert found.facts == {"path": "/", "why": "too-long"}


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"slug": LIBRARY}, MemberKnown),
        ({"slug": "timestamp"}, MembersInvalid),
        ({"slug": "lilas/*"}, MembersInvalid),
        ({"ids": (did(HUB),)}, MembersInvalid),
    ],
)
def test_a_name_already_borne_is_refused(desk, changes, error):
    refused(desk, error, lambda: desk.add_member(newcomer(**changes), at=TOMORROW))


def test_a_member_that_leaves_loses_its_rights_and_its_folder_and_stays_listed(desk):
    desk.close_member(LIBRARY, until=TOMORROW, at=TOMORROW)

    library = desk.member(LIBRARY)
    assert not library.may(Role.ISSUER, on=TOMORROW)
    assert library.may(Role.ISSUER, on=TOMORROW - A_SECOND)
    assert desk.entry(LIBRARY).awarders == network.library_entry().awarders
    own = network.publication_key(LIBRARY).public
    hub = SigningKey.from_seed(network.seed_of("attesting")).public
    assert desk.publication_key(LIBRARY, at=TOMORROW).public == hub
    assert desk.entry(LIBRARY).publication_key == own.multibase


def test_the_hub_still_withdraws_a_badge_of_a_member_that_left(desk):
    desk.close_member(LIBRARY, until=TOMORROW, at=TOMORROW)

    desk.publish_list(LIBRARY, "accueil", network.a_list(bits="x"), at=TOMORROW)

    assert desk.status_list(LIBRARY, "accueil") == network.a_list(bits="x")
    assert len(desk.entry(LIBRARY).recognitions) == 2


def test_a_departure_to_come_changes_the_folder_when_it_comes(desk):
    later = TODAY + timedelta(days=5)
    desk.close_member(LIBRARY, until=later, at=TODAY)

    desk.renew(at=later - A_SECOND)
    assert version_of(desk, LIBRARY) == 1
    desk.renew(at=later)
    assert version_of(desk, LIBRARY) == 2


def version_of(desk, role):
    return next(one.version for one in desk.standing(TODAY).files if one.role == role)


def test_the_past_is_not_written_anew(desk):
    until = TODAY - A_SECOND
    refused(desk, HistoryShortened, lambda: desk.close_member(LIBRARY, until=until, at=TODAY))
    shorter = desk.members()[1:]
    refused(desk, HistoryShortened, lambda: desk.publish_members(shorter, at=TODAY))


def test_a_member_may_get_its_own_key(desk):
    own = [
        replace(one, assurance=Assurance.SELF_SIGNED) if one.slug == EMPLOYER else one
        for one in desk.members()
    ]
    refused(desk, KeyMissing, lambda: desk.publish_members(own, at=TOMORROW))

    desk.keyring.make(f"partners/{EMPLOYER}", network.seed_of)
    desk.publish_members(own, at=TOMORROW)

    key = desk.publication_key(EMPLOYER, at=TOMORROW)
    assert key.public == network.publication_key(EMPLOYER).public
    desk.publish_entry(EMPLOYER, Entry(slug=EMPLOYER), at=TOMORROW)


def test_a_catalogue_gets_the_next_number_and_keeps_its_address(desk):
    desk.publish_catalogue(seed(), at=TOMORROW)

    assert desk.catalogue() == replace(seed(), version=2)
    elsewhere = seed(base="https://registre.example")
    refused(desk, CatalogueInvalid, lambda: desk.publish_catalogue(elsewhere, at=TOMORROW))


# ---------------------------------------------------------------- time


@pytest.mark.parametrize(
    ("days", "light", "role"),
    [
        (7, Light.AMBER, "timestamp"),
        (13.99, Light.AMBER, "timestamp"),
        (14, Light.RED, "timestamp"),
        (14, Light.GREEN, "root"),
        (304.99, Light.GREEN, "root"),
        (305, Light.AMBER, "root"),
        (365, Light.RED, "root"),
        (339.99, Light.GREEN, LIBRARY),
        (340, Light.AMBER, LIBRARY),
        (400, Light.RED, LIBRARY),
    ],
)
def test_a_light_says_when_to_renew(kept, days, light, role):
    standing = kept.standing(TODAY + timedelta(days=days))

    assert next(one.light for one in standing.files if one.role == role) is light


def test_the_light_of_a_registry_is_the_worst_of_the_hubs(kept):
    assert kept.standing(TODAY).light is Light.GREEN
    assert kept.standing(TODAY + timedelta(days=8)).light is Light.AMBER
    assert kept.standing(TODAY + timedelta(days=20)).light is Light.RED


def test_a_daily_renewal_signs_two_files_and_a_yearly_one_all(desk):
    desk.renew(at=TOMORROW)
    first = {one.role: one.version for one in desk.standing(TOMORROW).files}
    assert {role for role, version in first.items() if version > 1} >= {"snapshot", "timestamp"}
    assert (first["root"], first["targets"], first[LIBRARY]) == (1, 1, 1)

    late = TODAY + timedelta(days=500)
    desk.renew(at=late)

    standing = desk.standing(late)
    assert standing.light is Light.GREEN
    assert {one.light for one in standing.files} == {Light.GREEN}
    assert (desk.folder / layout.PUBLIC / "metadata/2.root.json").is_file()


def test_a_day_with_one_key_of_the_hub_is_enough_to_renew_and_not_to_change(desk):
    for name in ("root-1", "root-2", "targets-1", "targets-2"):
        (desk.folder / layout.KEYS / f"{name}.key").unlink()

    desk.renew(at=TOMORROW)
    refused(desk, KeyMissing, lambda: desk.add_member(newcomer(), at=TOMORROW))


def test_keys_that_are_kept_elsewhere_are_not_missed_by_the_daily_renewal(desk):
    keys = desk.folder / layout.KEYS
    for key in (*keys.glob("root-*"), *keys.glob("targets-*"), *keys.glob("partners/*")):
        key.unlink()
    late = TODAY + timedelta(days=350)

    desk.renew(at=late)

    standing = desk.standing(late)
    days = {one.role: (one.expires - late).days for one in standing.files}
    assert (days["timestamp"], days["snapshot"], days[EMPLOYER]) == (14, 14, 400)
    assert (days["root"], days["targets"], days[LIBRARY]) == (15, 15, 50)
    assert standing.light is Light.AMBER


# ---------------------------------------------------------------- the folder


@pytest.mark.parametrize(
    "name",
    [
        "metadata/timestamp.json", "metadata/1.root.json", "metadata/1.snapshot.json",
        "metadata/1.targets.json", f"metadata/1.{LIBRARY}.json",
    ],
)  # fmt: skip
def test_what_somebody_changed_in_the_folder_is_never_signed(desk, name):
    place = desk.folder / layout.PUBLIC / name
    raw = place.read_bytes()
    place.write_bytes(raw.replace(b'"version":', b'"Version":', 1))

    refused(
        desk,
        RegistryUntrusted,
        lambda: desk.publish_entry(LIBRARY, network.library_entry(), at=TOMORROW),
    )


def test_a_changed_list_of_members_is_never_signed(desk):
    (place,) = (desk.folder / layout.PUBLIC / layout.TARGETS).glob("*.members.json")
    place.write_bytes(place.read_bytes().replace("Médiathèque".encode(), b"Mediatheque"))

    refused(desk, RegistryUntrusted, lambda: desk.renew(at=TOMORROW))


def test_one_publisher_at_a_time(desk):
    with one_writer(desk.folder), pytest.raises(DeskBusy), one_writer(desk.folder, wait=0):
        pass

    desk.renew(at=TOMORROW)


def test_the_address_of_a_list_is_the_end_of_its_file(kept):
    address = layout.list_address(BASE, LIBRARY, "accueil")

    assert address == f"{BASE}/p/{LIBRARY}/status/accueil.json"
    assert (
        layout.partner_did("https://x.example:8443/r/", "ab") == "did:web:x.example%3A8443:r:p:ab"
    )


def test_a_partner_signs_for_its_own_part_and_nobody_else_does(kept):
    """Any reader of such lists then refuses what one partner signs below the name of another."""
    metadata = kept.folder / layout.PUBLIC / layout.METADATA
    newest = max(metadata.glob(f"*.{layout.HUB}.json"), key=lambda one: int(one.name.split(".")[0]))
    roles = strict_json.load_object(newest.read_bytes())["signed"]["delegations"]["roles"]

    assert {one["name"] for one in roles} >= {LIBRARY, EMPLOYER}
    for one in roles:
        assert (one["paths"], one["terminating"]) == ([f"partners/{one['name']}/*"], True)


@pytest.mark.parametrize(
    "name",
    [
        "Réseau de Clairval",
        'Le "réseau"',
        "Un \\ deux",
        "Deux\nlignes",
        "\u0001",
        "\U0001f600 \u2028",
    ],
)
def test_what_is_signed_is_the_text_that_every_reader_makes(name, tmp_path):
    """Written by another encoder than python-tuf's, which is asked where the two could differ."""
    desk = network.make(tmp_path / "registry")
    metadata = desk.folder / layout.PUBLIC / layout.METADATA
    files = [Metadata.from_bytes(file.read_bytes()) for file in metadata.glob("*.json")]

    for file in files:
        file.signed.unrecognized_fields[layout.NAME_FIELD] = name
        assert SIGNED_TEXT.serialize(file.signed) == file.signed_bytes
    assert {one.signed.type for one in files} == {"root", "targets", "snapshot", "timestamp"}
