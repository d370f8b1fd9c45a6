"""The demo region: told once, made the same everywhere, whole, and harmless."""

import hashlib
import json
import stat
from datetime import UTC, datetime, timedelta
from time import process_time

import pytest

from shared.fetching import ReplayFetcher
from shared.identity import matches
from shared.keys import SigningKey
from shared.parsing import parse
from shared.reading import read
from trust_registry import entries, places
from trust_registry.catalogue import check
from trust_registry.client import open_registry
from trust_registry.demo import follow, make_region
from trust_registry.demo.keys import place_of
from trust_registry.demo.told import story
from trust_registry.errors import FolderTaken
from trust_registry.model import Assurance, Kind, Role
from trust_registry.publishing import open_desk

LEVELS = {
    "TRUSTED", "AUTHENTIC", "UNDETERMINED", "NOT_THEIRS", "NOT_VALID_NOW", "REFUSED", "UNREADABLE",
}  # fmt: skip
SECRET_BYTES = 32
MAX_SECONDS = 4


def files_below(folder):
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_one_day_makes_one_region(region, tmp_path, today):
    made = make_region(tmp_path / "again", today)

    assert files_below(made.folder) == files_below(region.folder)


def test_another_day_makes_another(region, tmp_path, today):
    made = make_region(tmp_path / "later", today + timedelta(days=1))

    assert (
        made.badge("amina-ordinateur.png").content != region.badge("amina-ordinateur.png").content
    )
    assert made.professional("sandrine").seed == region.professional("sandrine").seed


def test_it_is_made_while_a_person_waits(tmp_path, today):
    """Of the processor's time, so that a busy machine changes nothing."""
    began = process_time()

    make_region(tmp_path / "region", today)

    assert process_time() - began < MAX_SECONDS


@pytest.mark.parametrize(
    "at",
    [
        pytest.param(datetime(2028, 2, 29, 23, 59, 59, 999_999, tzinfo=UTC), id="a leap day"),
        pytest.param(datetime(2026, 3, 29, 1, 30, tzinfo=UTC), id="clocks change"),
    ],
)
def test_any_day_will_do(tmp_path, at):
    assert make_region(tmp_path / "region", at).at == at.replace(microsecond=0)


def test_a_folder_that_holds_something_is_left_alone(tmp_path, today):
    (tmp_path / "mine.txt").write_text("mine")

    with pytest.raises(FolderTaken):
        make_region(tmp_path, today)

    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_the_partners_are_of_different_kinds_with_a_hub_and_one_that_left(region, today):
    kinds = [one.kind for one in region.partners]
    left = [one.slug for one in region.partners if not one.may(Role.RECOGNISER, on=today)]

    assert region.hub.kind is Kind.HUB
    assert region.hub.name == "Hub régional MedNum BFC"
    assert len(set(kinds)) == len(kinds) == 8
    assert left == ["passerelle-insertion"]


def test_those_who_receive_people_say_where_and_when(region):
    with_a_place = {one.slug: one.where for one in story().partners if one.where}

    assert {one.slug for one in region.partners if one.may(Role.ISSUER, on=region.at)} == {
        *with_a_place,
        "hub-mednum-bfc",
    } - {"ville-montferroux"}
    for slug in ("mediatheque-clairval", "fablab-la-clavette"):
        published = open_desk(region.folder).entry(slug).place
        assert places.to_json(published) == with_a_place[slug]


def test_what_is_published_later_is_answered_by_its_internet(own_region, today):
    """Only the registry's own site is named anew; the pages of others stay as they were told."""
    before = json.loads(own_region.bundle.read_bytes())["http"]
    later = today + timedelta(days=1)
    open_desk(own_region.folder).renew(at=later)

    assert follow(own_region.folder, base=own_region.base)

    after = json.loads(own_region.bundle.read_bytes())["http"]
    others = {url: page for url, page in before.items() if not url.startswith(own_region.base)}
    assert others.items() <= after.items()
    fetch = ReplayFetcher.open(own_region.bundle, now=later)
    root = own_region.public / "metadata/1.root.json"
    registry = open_registry(own_region.base, now=later, root=root, fetch=fetch)
    assert registry.listed_at == later
    registry.close()


def test_a_folder_without_an_internet_gets_none(tmp_path):
    assert not follow(tmp_path, base="https://registre.example")
    assert list(tmp_path.iterdir()) == []


def test_the_town_and_the_employer_recognise_and_do_not_award(region):
    for slug in ("ville-montferroux", "fruitiere-trois-combes"):
        assert {right.role for right in region.partner(slug).rights} == {Role.RECOGNISER}
    assert region.partner("ville-montferroux").assurance is Assurance.HUB_ATTESTED


def test_the_catalogue_has_nothing_to_complain_about_and_two_equivalents_a_badge(region):
    granted = {one.id: len(one.equivalents) for one in region.catalogue.badges if one.equivalents}

    assert list(check(region.catalogue)) == []
    assert granted == {"b06": 2, "b07": 2, "b08": 2}


def test_a_stranger_on_the_shared_host_is_given_nothing(region):
    issuers = {e.issuer for one in region.catalogue.badges for e in one.equivalents}
    known = {identifier for one in region.partners for identifier in one.ids}
    strangers = {b.issuer_id for b in region.badges if b.issuer not in map(_slug, region.partners)}

    assert len(strangers) == 5
    assert strangers.isdisjoint(issuers | known)
    assert any(one.startswith("https://badges-partages.example/") for one in strangers)


def _slug(member):
    return member.slug


def test_a_recognition_that_was_taken_back_is_not_in_the_list(region):
    entry = open_desk(region.folder).entry("ville-montferroux")
    subjects = [one["credentialSubject"]["id"] for one in entry.recognitions]

    assert f"{region.base}/badges/outils-collaboratifs" not in subjects
    assert len(subjects) == 2


def test_the_keys_of_the_professionals_are_those_their_partner_lists(region):
    desk = open_desk(region.folder)
    for one in region.professionals:
        listed = {a.id: a for a in desk.entry(one.partner).awarders}
        assert listed[one.method].key == one.key.public.multibase
        assert SigningKey.from_seed(one.seed).did == one.did


def test_a_professional_who_left_has_a_key_that_ended(region, today):
    desk = open_desk(region.folder)
    ended = {
        one.slug
        for one in region.professionals
        for awarder in desk.entry(one.partner).awarders
        if awarder.id == one.method and awarder.until is not None and awarder.until < today
    }
    assert ended == {"bernard"}


def test_nobody_is_named_in_what_is_served(region):
    people = [*region.professionals, *region.learners]
    served = [path.read_bytes().decode() for path in region.public.rglob("*.json")]
    text = "\n".join(served)

    assert [one.name for one in people if one.name in text] == []
    assert [one.email for one in people if one.email and one.email in text] == []


def test_secrets_are_apart_and_for_their_owner_only(region):
    folder = region.folder / "keys"
    keys = [path for path in folder.rglob("*") if path.is_file()]
    served = b"".join(path.read_bytes() for path in region.public.rglob("*") if path.is_file())

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in keys} == {0o600}
    assert {path.stat().st_size for path in keys} == {SECRET_BYTES}
    assert not any(path.read_bytes() in served for path in keys)


def test_a_professionals_key_is_the_file_of_a_wallet(region):
    for one in region.professionals:
        found = region.folder / "keys" / "people" / one.slug / "space.key"
        assert found.read_bytes() == one.seed


def test_a_learner_has_no_key(region):
    with pytest.raises(LookupError):
        _ = region.learner("amina").seed


@pytest.mark.parametrize("look", ["partner", "professional", "learner", "badge"])
def test_who_is_not_in_the_region_is_not_found(region, look):
    with pytest.raises(LookupError):
        getattr(region, look)("nobody")


def test_the_manifest_says_what_each_file_is(region):
    folder = region.folder / "badges"
    manifest = json.loads((folder / "manifest.json").read_bytes())
    described = {one["file"]: one for one in manifest["badges"]}

    assert described.keys() | {"manifest.json"} == {path.name for path in folder.iterdir()}
    for one in region.badges:
        assert (folder / one.file).read_bytes() == one.content
        assert described[one.file]["level"] == one.level
        assert described[one.file]["says"].keys() == {"fr", "en"}


def test_every_level_and_every_form_is_there(region):
    containers = {read(one.content).container for one in region.badges if one.level != "UNREADABLE"}

    assert {one.level for one in region.badges} == LEVELS
    assert containers == {"png", "svg", "json", "jwt", "qr"}


def test_a_badge_says_nobodys_name_and_answers_to_it(region):
    badge = region.badge("amina-ordinateur.png")
    credential = parse(read(badge.content))
    (identity,) = credential.subject.identifiers

    assert "Benali" not in json.dumps(identity.value)
    assert matches(identity, "BENALI amina") is True
    assert matches(identity, "Élodie Vuillemin") is False


def test_the_15th_badge_is_about_the_very_space_of_the_professional(region):
    for one in region.professionals:
        (badge,) = [b for b in region.badges if b.person.slug == one.slug]
        assert parse(read(badge.content)).subject.id == one.did
        assert badge.badge == "b15"


def test_places_in_the_lists_are_given_once():
    places = [place_of(one.file) for one in story().badges]
    assert len(set(places)) == len(places)


def test_entries_are_the_form_that_partners_publish(region):
    desk = open_desk(region.folder)
    for one in region.partners:
        entry = desk.entry(one.slug)
        assert entries.from_json(entries.to_json(entry)) == entry
        assert entry.about.keys() == {"fr", "en"}
