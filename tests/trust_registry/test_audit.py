"""The past is told whole from public files alone, and nobody edits it unseen."""

import json
import shutil
import subprocess
from dataclasses import replace
from datetime import timedelta

import pytest
from click.testing import CliRunner
from securesystemslib.signer import SSlibKey
from tuf.api.metadata import Metadata, TargetFile

from shared.keys import SigningKey
from shared.times import instant_text
from shared.words import LANGUAGES
from tests.house.sources import modules
from tests.trust_registry import network, past
from tests.trust_registry.network import LIBRARY, TODAY
from tests.trust_registry.past import LATEST
from tests.trust_registry.served import Served, on_loopback
from trust_registry import layout
from trust_registry.audit import Outcome, audit, compare
from trust_registry.audit.copies import (
    MAX_FILE_BYTES,
    MAX_FILES,
    MAX_STEPS_DOWN,
    Copy,
)
from trust_registry.audit.hub import HubHistory
from trust_registry.audit.model import Signers
from trust_registry.audit.noting import MAX_REMARKS, Notebook, Page
from trust_registry.audit.signed import SHORT, read_signed
from trust_registry.cli import main
from trust_registry.errors import CopyTooLarge, RegistryUnreachable
from trust_registry.members import from_json, to_json
from trust_registry.publishing import open_desk
from trust_registry.publishing.signed_files import stamp
from trust_registry.site import write_site
from trust_registry.words import WORDS

HUB_KEYS = ("targets-1", "targets-2")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("past") / "registry"
    past.make(folder)
    return folder


@pytest.fixture(scope="module")
def honest(made):
    return audit(made, now=LATEST)


@pytest.fixture
def served(made, tmp_path):
    """A copy without the pages, which most attacks leave alone."""
    folder = tmp_path / "registry"
    pages = shutil.ignore_patterns("*.html", "*.svg", "*.png", "*.xml", "static", "en", "*.bin")
    shutil.copytree(made, folder, ignore=pages)
    return Served(source=str(folder), folder=folder, root=folder, cache=tmp_path / "cache")


@pytest.fixture
def written(made, tmp_path):
    """A copy of all that is served."""
    folder = tmp_path / "registry"
    shutil.copytree(made, folder)
    return Served(source=str(folder), folder=folder, root=folder, cache=tmp_path / "cache")


def audited(folder):
    return audit(folder, now=LATEST)


def codes(found):
    return {one.code for one in found.remarks}


def told(found, code):
    return [dict(one.facts) for one in found.events if one.code == code]


# ---------------------------------------------------------------- what is told


def test_an_honest_past_is_sound_from_its_public_files_alone(made, tmp_path):
    shutil.copytree(made / layout.PUBLIC, tmp_path / "copy")
    found = audited(tmp_path / "copy")

    assert (found.remarks, found.outcome) == ((), Outcome.SOUND)
    assert (found.name, found.editions, found.renewals) == ("Réseau de Clairval", 8, 1)
    assert (found.first, found.last) == (TODAY, LATEST)


@pytest.mark.parametrize(
    ("code", "facts"),
    [
        ("audit.opened", {"count": 3, "needed": 2}),
        ("audit.catalogue", {"count": 15, "pathways": 5}),
        ("audit.joined", {"slug": past.NEWCOMER, "kind": "insertion"}),
        ("audit.right", {"slug": LIBRARY, "role": "issuer", "badges": "b01, b10"}),
        ("audit.right-ends", {"slug": LIBRARY, "role": "recogniser", "until": LATEST}),
        ("audit.folder", {"slug": past.NEWCOMER}),
        ("audit.folder-key", {"slug": LIBRARY}),
        ("audit.awarder", {"slug": LIBRARY, "badges": "b01"}),
        ("audit.awarder-ends", {"slug": LIBRARY, "reason": "compromised"}),
        ("audit.recognises", {"slug": LIBRARY, "what": "Messagerie électronique"}),
        ("audit.recognises-no-more", {"slug": LIBRARY, "what": "Ordinateur"}),
        ("audit.withdrawn", {"slug": LIBRARY, "list": "accueil", "count": 2, "more": 1}),
        ("audit.badge-changed", {"id": "b07", "fields": "name"}),
        ("audit.catalogue-changed", {"fields": "status"}),
    ],
)
def test_what_happened_is_told(honest, code, facts):
    assert any(facts.items() <= one.items() for one in told(honest, code))


def test_each_thing_bears_its_day_and_who_signed_it(made, honest):
    found = honest
    (opened,) = [one for one in found.events if one.code == "audit.opened"]
    (joined,) = [one for one in found.events if one.facts.get("kind") == "insertion"]
    (mail,) = [one for one in found.events if one.facts.get("subject") == network.MAIL]

    assert (opened.on, joined.on) == (TODAY, TODAY + timedelta(days=10))
    assert (joined.signers.role, joined.signers.of, joined.signers.needed) == ("targets", 3, 2)
    assert len(joined.signers.keys) == 3
    library = network.publication_key(LIBRARY)
    assert mail.signers.role == LIBRARY
    (keyid,) = mail.signers.keys
    signer = open_desk(made).keyring.signer(f"partners/{LIBRARY}")
    assert signer.key.public == library.public
    assert signer.public_key.keyid.startswith(keyid)


def test_a_change_of_the_hubs_keys_is_told(served):
    rotate_root(served)
    found = audited(served.folder)

    assert codes(found) <= {"audit.pages-differ", "audit.pages-missing"}
    (change,) = told(found, "audit.hub-keys")
    assert (change["role"], change["count"], change["needed"]) == ("root", 3, 2)
    assert len(change["gone"]) == len(change["come"]) == 8


def rotate_root(served, keys=("root-1", "root-2")):
    """The third administrator lost the key; the two others put a new one in its place."""
    desk = served.desk
    desk.keyring.make("root-4", network.seed_of)
    file = Metadata.from_bytes(served.newest(layout.ROOT).read_bytes())
    lost = desk.keyring.signer("root-3").public_key.keyid
    file.signed.revoke_key(lost, layout.ROOT)
    file.signed.add_key(desk.keyring.signer("root-4").public_key, layout.ROOT)
    signers = [desk.keyring.signer(one) for one in keys]
    raw = stamp(file, version=2, at=LATEST, days=365, signers=signers)
    (served.public / layout.METADATA / "2.root.json").write_bytes(raw)


def test_keys_that_were_about_to_be_replaced_may_have_signed_once_more(served):
    """A file of trust bears the day on which it was prepared, weeks before it counts."""
    sign_with_the_hub(served, HUB_KEYS, at=LATEST + timedelta(days=2))
    rotate_hub(served, at=LATEST + timedelta(days=1))
    sign_with_the_hub(served, NEW_HUB_KEYS, at=LATEST + timedelta(days=3))
    found = audit(served.folder, now=LATEST + timedelta(days=4), pages=False)

    assert (codes(found), found.outcome) == ({"audit.older-keys"}, Outcome.ODD)


def test_keys_that_were_replaced_sign_no_more(served):
    rotate_hub(served, at=LATEST + timedelta(days=1))
    sign_with_the_hub(served, NEW_HUB_KEYS, at=LATEST + timedelta(days=2))
    sign_with_the_hub(served, HUB_KEYS, at=LATEST + timedelta(days=3))
    found = audit(served.folder, now=LATEST + timedelta(days=4), pages=False)

    assert "audit.signature" in codes(found)


NEW_HUB_KEYS = ("targets-3", "targets-4")


def rotate_hub(served, *, at):
    """Two of the three keys of the hub are replaced by one."""
    desk = served.desk
    desk.keyring.make("targets-4", network.seed_of)
    file = Metadata.from_bytes(served.newest(layout.ROOT).read_bytes())
    for name in HUB_KEYS:
        file.signed.revoke_key(desk.keyring.signer(name).public_key.keyid, layout.HUB)
    file.signed.add_key(desk.keyring.signer("targets-4").public_key, layout.HUB)
    signers = [desk.keyring.signer(one) for one in ("root-1", "root-2")]
    raw = stamp(file, version=2, at=at, days=365, signers=signers)
    (served.public / layout.METADATA / "2.root.json").write_bytes(raw)


def sign_with_the_hub(served, keys, *, at):
    number, raw = served.signed_by(layout.HUB, keys, lambda signed: None, at=at)
    served.with_online_keys(layout.HUB, number, raw, at=at)


# ---------------------------------------------------------------- an edited past


def numbered(served, role, number):
    return served.public / layout.METADATA / f"{number}.{role}.json"


def a_figure_is_changed(served):
    file = numbered(served, LIBRARY, 1)
    file.write_bytes(file.read_bytes().replace(b'"length":', b'"length":1', 1))


def an_old_edition_is_changed(served):
    file = numbered(served, layout.SNAPSHOT, 3)
    file.write_bytes(file.read_bytes().replace(b'"version":1', b'"version":2', 1))


def a_number_is_taken_away(served):
    numbered(served, layout.HUB, 2).unlink()


def an_edition_is_taken_away(served):
    numbered(served, layout.SNAPSHOT, 4).unlink()


def the_first_root_is_taken_away_after_a_rotation(served):
    rotate_root(served)
    numbered(served, layout.ROOT, 2).rename(numbered(served, layout.ROOT, 3))


def a_root_signed_by_one(served):
    rotate_root(served, keys=("root-1",))


def a_number_is_added(served):
    file = numbered(served, layout.HUB, 99)
    file.write_bytes(numbered(served, layout.HUB, 1).read_bytes())


def a_number_is_added_by_a_stranger(served):
    served.desk.keyring.make("stranger", network.seed_of)
    served.signed_by(LIBRARY, ["stranger"], lambda signed: None, version=50)


def one_administrator_alone(served):
    number, raw = served.signed_by(layout.HUB, HUB_KEYS[:1], lambda signed: None, at=LATEST)
    served.with_online_keys(layout.HUB, number, raw, at=LATEST)


def a_period_is_shortened(served):
    def shorter(listed):
        return [
            replace(one, rights=tuple(replace(r, until=TODAY) for r in one.rights))
            if one.slug == network.HUB
            else one
            for one in listed
        ]

    rewrite_members(served, shorter)


def a_member_is_forgotten(served):
    rewrite_members(served, lambda listed: [one for one in listed if one.slug != network.TWIN])


def rewrite_members(served, change):
    """With two keys of the hub and both online keys, publish a list that was not checked."""
    listed = from_json(json.loads(served.target(layout.MEMBERS).read_bytes()))
    content = json.dumps(to_json(change(listed))).encode()

    def put(signed):
        target = TargetFile.from_data(layout.MEMBERS, content, ["sha256"])
        signed.targets[layout.MEMBERS] = target
        (served.public / layout.TARGETS / target.get_prefixed_paths()[0]).write_bytes(content)

    at = LATEST + timedelta(hours=1)
    number, raw = served.signed_by(layout.HUB, HUB_KEYS, put, at=at)
    served.with_online_keys(layout.HUB, number, raw, at=at)


def a_date_goes_backwards(served):
    early = TODAY - timedelta(days=1)
    number, raw = served.signed_by(layout.HUB, HUB_KEYS, lambda signed: None, at=early)
    served.with_online_keys(layout.HUB, number, raw, at=LATEST)


def the_list_of_versions_loses_a_partner(served):
    def forget(signed):
        del signed.meta[f"{network.TWIN}.json"]

    served.signed_by(layout.SNAPSHOT, ["snapshot"], forget, at=LATEST)


def the_list_of_versions_goes_back(served):
    raw = numbered(served, LIBRARY, 1).read_bytes()
    served.with_online_keys(LIBRARY, 1, raw, at=LATEST)


def what_was_signed_is_changed(served):
    file = served.target(layout.entry_path(LIBRARY))
    file.write_bytes(file.read_bytes() + b" ")


def what_was_signed_is_taken_away(served):
    served.target(layout.entry_path(LIBRARY)).unlink()


def the_keys_of_a_partner_say_something_else(served):
    file = served.public / layout.did_document_file(LIBRARY)
    file.write_bytes(file.read_bytes().replace(b"z6Mk", b"z6Mx", 1))


def a_list_beside_says_something_else(served):
    file = served.public / layout.list_file(LIBRARY, "accueil")
    file.write_bytes(past.a_list())


def a_key_is_forgotten(served):
    rewrite_entry(served, {"awarders": []})


def a_withdrawal_is_taken_back(served):
    path = layout.list_path(LIBRARY, "accueil")
    content = past.a_list(4)
    (served.public / layout.list_file(LIBRARY, "accueil")).write_bytes(content)
    rewrite_target(served, path, content)


def another_path_is_signed(served):
    rewrite_target(served, f"partners/{network.HUB}/entry.json", b"{}")


def rewrite_entry(served, changes):
    document = json.loads(served.target(layout.entry_path(LIBRARY)).read_bytes())
    rewrite_target(served, layout.entry_path(LIBRARY), json.dumps({**document, **changes}).encode())


def rewrite_target(served, path, content):
    """With the key that holds the folder and both online keys, publish what was not checked."""

    def put(signed):
        target = TargetFile.from_data(path, content, ["sha256"])
        signed.targets[path] = target
        (served.public / layout.TARGETS / target.get_prefixed_paths()[0]).write_bytes(content)

    at = LATEST + timedelta(hours=1)
    number, raw = served.signed_by(LIBRARY, ["attesting"], put, at=at)
    served.with_online_keys(LIBRARY, number, raw, at=at)


def the_day_is_signed_by_another(served):
    served.desk.keyring.make("stranger", network.seed_of)
    served.signed_by(layout.TIMESTAMP, ["stranger"], lambda signed: None)


def something_stands_beside_what_is_signed(served):
    file = numbered(served, layout.SNAPSHOT, 2)
    file.write_bytes(file.read_bytes().replace(b"{", b'{"more": 1, ', 1))


def a_partners_key_is_another_under_its_name(served):
    def swap(signed):
        under_its_name(signed.delegations.keys, network.seed_of("stranger"))

    number, raw = served.signed_by(layout.HUB, HUB_KEYS, swap, at=LATEST)
    served.with_online_keys(layout.HUB, number, raw, at=LATEST)


def an_administrators_key_is_another_under_its_name(served):
    signer = served.desk.keyring.signer
    file = Metadata.from_bytes(served.newest(layout.ROOT).read_bytes())
    keyid = signer("root-3").public_key.keyid
    under_its_name(file.signed.keys, network.seed_of("stranger"), keyid=keyid)
    signers = [signer("root-1"), signer("root-2")]
    raw = stamp(file, version=2, at=LATEST, days=365, signers=signers)
    numbered(served, layout.ROOT, 2).write_bytes(raw)


def under_its_name(keys, seed, *, keyid=None):
    keyid = keyid or min(keys)
    public = {"public": SigningKey.from_seed(seed).public.raw.hex()}
    keys[keyid] = SSlibKey(keyid, "ed25519", "ed25519", public)


ATTACKS = [
    (a_partners_key_is_another_under_its_name, "audit.changed"),
    (an_administrators_key_is_another_under_its_name, "audit.changed"),
    (a_figure_is_changed, "audit.changed"),
    (an_old_edition_is_changed, "audit.signature"),
    (a_number_is_taken_away, "audit.missing"),
    (an_edition_is_taken_away, "audit.missing"),
    (the_first_root_is_taken_away_after_a_rotation, "audit.missing"),
    (a_root_signed_by_one, "audit.signature"),
    (a_number_is_added, "audit.stray"),
    (a_number_is_added_by_a_stranger, "audit.stray"),
    (one_administrator_alone, "audit.signature"),
    (a_period_is_shortened, "audit.past-changed"),
    (a_member_is_forgotten, "audit.past-changed"),
    (a_date_goes_backwards, "audit.date-back"),
    (the_list_of_versions_loses_a_partner, "audit.line-lost"),
    (the_list_of_versions_goes_back, "audit.went-back"),
    (what_was_signed_is_changed, "audit.changed"),
    (what_was_signed_is_taken_away, "audit.missing"),
    (the_keys_of_a_partner_say_something_else, "audit.copy-differs"),
    (a_list_beside_says_something_else, "audit.copy-differs"),
    (a_key_is_forgotten, "audit.past-changed"),
    (a_withdrawal_is_taken_back, "audit.list-forgets"),
    (another_path_is_signed, "audit.foreign"),
    (the_day_is_signed_by_another, "audit.signature"),
    (something_stands_beside_what_is_signed, "audit.changed"),
]


@pytest.mark.parametrize(("attack", "code"), ATTACKS, ids=lambda one: getattr(one, "__name__", ""))
def test_an_edited_past_is_seen(served, attack, code):
    attack(served)
    found = audit(served.folder, now=LATEST, pages=False)

    assert code in codes(found)
    assert found.outcome is Outcome.BROKEN


def test_a_key_whose_name_begins_alike_is_told(served):
    """Whoever makes four thousand million keys finds one of the same eight letters."""
    one = read_signed(layout.HUB, "1.targets.json", numbered(served, layout.HUB, 1).read_bytes())
    notebook = Notebook()
    history = HubHistory(Copy(served.folder), notebook)
    for ending in "01":
        for role in one.signed.delegations.roles.values():
            role.keyids[0] = role.keyids[0][:SHORT] + ending * 56
        page = Page(
            notebook, edition=1, on=TODAY, signers=Signers(role="", keys=(), of=0, needed=0)
        )
        history.read(one, page, on=TODAY)

    changed = {one.facts["slug"] for one in notebook.events if one.code == "audit.folder-key"}
    assert changed == set(one.signed.delegations.roles)


# ---------------------------------------------------------------- what should be looked at


def a_page_says_something_else(served):
    file = served.public / "index.html"
    file.write_bytes(file.read_bytes().replace(b"</h1>", b" !</h1>"))


def a_page_nobody_wrote(served):
    (served.public / "offre.html").write_text("<p>x</p>")


def a_page_is_gone(served):
    (served.public / f"p/{LIBRARY}/index.html").unlink()


def a_plain_copy_is_gone(served):
    (served.public / layout.did_document_file(LIBRARY)).unlink()


@pytest.mark.parametrize(
    ("accident", "code"),
    [
        (a_page_says_something_else, "audit.pages-differ"),
        (a_page_nobody_wrote, "audit.strangers"),
        (a_page_is_gone, "audit.pages-missing"),
        (a_plain_copy_is_gone, "audit.copy-missing"),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)
def test_what_stands_beside_the_signed_files_is_looked_at(written, accident, code):
    accident(written)
    found = audited(written.folder)

    assert code in codes(found)
    assert found.outcome is Outcome.ODD


def test_a_publication_that_was_interrupted_is_no_attack(served):
    """The day's file is the last to be put into place: what stands without it never counted."""
    today = served.public / layout.METADATA / "timestamp.json"
    before = today.read_bytes()
    at = LATEST + timedelta(days=1)
    right = network.recognising(since=at)
    members = served.desk.members()
    more = [replace(one, rights=(*one.rights, right)) for one in members]
    served.desk.publish_members(more, at=at)
    today.write_bytes(before)
    other = [replace(one, place="Clairval") for one in members]
    served.desk.publish_members(other, at=at + timedelta(days=1))
    write_site(served.folder, now=at)
    found = audited(served.folder)

    assert (codes(found), found.outcome) == ({"audit.never-counted"}, Outcome.ODD)


def test_signed_files_without_any_page_are_a_whole_copy(made, tmp_path):
    for part in (layout.METADATA, layout.TARGETS, "p"):
        shutil.copytree(made / layout.PUBLIC / part, tmp_path / "copy" / part)
    for page in (tmp_path / "copy").rglob("*.html"):
        page.unlink()

    assert audited(tmp_path / "copy").outcome is Outcome.SOUND


# ---------------------------------------------------------------- an older copy


def test_an_older_copy_of_the_same_past_denies_nothing(made, tmp_path):
    desk = network.make(tmp_path / "registry")
    older = Served(source="", folder=desk.folder, root=desk.folder, cache=tmp_path)
    older.copied(tmp_path / "older")
    served = Served(source="", folder=desk.folder, root=desk.folder, cache=tmp_path)
    served.desk.renew(at=TODAY + timedelta(days=1))
    write_site(desk.folder, now=TODAY)
    found = compare(desk.folder, tmp_path / "older", now=TODAY)

    assert found.denied == ()
    assert not {one for one in codes(found) if "since" in one}


def test_a_whole_past_signed_anew_is_sound_alone_and_denied_by_an_older_copy(made, tmp_path):
    """Those who hold every key can write another past; somebody who kept a copy sees it."""
    rewritten = network.make(tmp_path / "rewritten")
    rewritten.close_member(LIBRARY, until=LATEST, at=LATEST)
    write_site(rewritten.folder, now=LATEST)

    assert "audit.past-changed" not in codes(audited(rewritten.folder))
    found = compare(rewritten.folder, made, now=LATEST)
    assert {"audit.since-missing", "audit.since-differs"} <= codes(found)
    assert found.outcome is Outcome.BROKEN
    denied = {(one.code, one.facts.get("slug")) for one in found.denied}
    assert ("audit.joined", past.NEWCOMER) in denied
    assert ("audit.awarder-ends", LIBRARY) in denied


def test_a_member_that_a_newer_copy_forgets_is_named(made, served):
    a_member_is_forgotten(served)
    found = compare(served.folder, made, now=LATEST)

    (denied,) = [one for one in found.remarks if one.code == "audit.since-denies"]
    assert denied.facts["part"] == "member"


def test_another_first_root_is_seen(made):
    found = audit(made, now=LATEST, root=b"{}")

    assert "audit.other-root" in codes(found)
    root = (made / layout.PUBLIC / "metadata/1.root.json").read_bytes()
    assert audit(made, now=LATEST, root=root).outcome is Outcome.SOUND


def test_45_what_was_published_once_under_a_number_stays_byte_by_byte(tmp_path):
    desk = past.begin(tmp_path / "registry")
    kept = {}
    for step in past.STEPS:
        step(desk)
        now = immutable(desk.folder / layout.PUBLIC)
        assert {name: now.get(name) for name in kept} == kept
        kept = now

    assert len(kept) > 30


def immutable(public):
    """The content of each file that bears a number or a hash."""
    return {
        file.relative_to(public).as_posix(): file.read_bytes()
        for part in (layout.METADATA, layout.TARGETS)
        for file in (public / part).rglob("*.json")
        if file.name != "timestamp.json"
    }


# ---------------------------------------------------------------- copies, limits, the command


@pytest.mark.skipif(shutil.which("wget") is None, reason="wget is not installed")
def test_a_mirror_made_by_wget_is_audited(made, tmp_path):
    with on_loopback(made / layout.PUBLIC) as address:
        subprocess.run(
            ["wget", "--mirror", "--no-verbose", "-e", "robots=off", address],
            cwd=tmp_path, capture_output=True, check=False,
        )  # fmt: skip

    found = audited(tmp_path)
    assert (found.editions, found.outcome) == (8, Outcome.SOUND)


@pytest.mark.parametrize(("steps", "found"), [(MAX_STEPS_DOWN - 1, True), (MAX_STEPS_DOWN, False)])
def test_a_copy_is_looked_for_below_the_folder_that_is_named(made, tmp_path, steps, found):
    copy = tmp_path.joinpath("copy", *"abcdefgh"[:steps])
    shutil.copytree(made / layout.PUBLIC / layout.METADATA, copy / layout.METADATA)

    if found:
        assert Copy(tmp_path / "copy").last(layout.SNAPSHOT) == 8
    else:
        with pytest.raises(RegistryUnreachable):
            Copy(tmp_path / "copy")


def test_a_folder_without_a_registry_is_told_apart(tmp_path):
    with pytest.raises(RegistryUnreachable):
        audited(tmp_path)


def test_more_files_than_a_registry_has_are_not_counted_to_the_end(made):
    names = len(Copy(made).names)

    assert len(Copy(made, most=names).names) == names <= MAX_FILES
    with pytest.raises(CopyTooLarge):
        Copy(made, most=names - 1)


@pytest.mark.parametrize(("more", "there"), [(0, True), (1, False)])
def test_a_file_larger_than_any_signed_one_is_not_read(served, more, there):
    with (served.public / "large.json").open("wb") as file:
        file.truncate(MAX_FILE_BYTES + more)

    assert (Copy(served.folder).read("large.json") is not None) is there


def test_a_link_leads_nowhere(served, tmp_path):
    (tmp_path / "secret").write_text("x")
    (served.public / "link.json").symlink_to(tmp_path / "secret")

    assert Copy(served.folder).read("link.json") is None


def test_a_copy_in_which_all_is_wrong_has_said_enough():
    notebook = Notebook()
    for number in range(MAX_REMARKS + 1):
        notebook.broken("audit.missing", file=str(number))

    assert len(notebook.remarks) == MAX_REMARKS


def ran(*words, lang="fr"):
    done = CliRunner().invoke(main, ["--lang", lang, "audit", *map(str, words)])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


@pytest.mark.parametrize(("lang", "words"), [("fr", "Tout se tient"), ("en", "All of it holds")])
def test_the_command_tells_the_past_in_words(made, lang, words):
    done = ran(made, "--at", instant_text(LATEST), lang=lang)

    assert (done.exit_code, done.stderr) == (0, "")
    assert words in done.stdout
    assert {"fr": "Messagerie électronique", "en": "E-mail"}[lang] in done.stdout
    assert "Le Relais" in done.stdout


@pytest.mark.parametrize(
    ("accident", "status"), [(a_number_is_taken_away, 1), (a_page_nobody_wrote, 3)]
)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_exit_status_says_what_the_copy_is_worth(written, accident, status, lang):
    accident(written)
    done = ran(written.folder, "--at", instant_text(LATEST), lang=lang)

    assert done.exit_code == status


def test_programs_get_the_same_answer(served, made):
    a_number_is_taken_away(served)
    done = ran(served.folder, "--since", made, "--at", instant_text(LATEST), "--json")
    said = json.loads(done.stdout)

    assert (done.exit_code, said["outcome"], said["registry"]) == (
        1,
        "broken",
        "Réseau de Clairval",
    )
    assert {"on", "edition", "code", "facts", "signed_by"} == set(said["events"][0])
    assert {"code", "outcome", "facts"} == set(said["remarks"][0])
    assert "audit.since-missing" in {one["code"] for one in said["remarks"]}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_code_of_the_room_has_its_sentence(lang):
    written = {
        node.value
        for one in modules("trust_registry/audit")
        for node in one.strings()
        if node.value.startswith("audit.")
    }

    whole = {one for one in written if not one.endswith((".", "-"))}
    assert len(whole) > 40
    assert [one for one in whole if not WORDS.has(one, lang)] == []


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_attack_has_its_sentence(served, lang):
    for attack in (a_member_is_forgotten, a_list_beside_says_something_else, a_number_is_added):
        attack(served)
    done = ran(served.folder, "--at", instant_text(LATEST), lang=lang)

    assert done.exit_code == 1
    assert "audit." not in done.stdout


# ---------------------------------------------------------------- any change at all


def flipped(body):
    at = len(body) // 2
    return body[:at] + bytes([body[at] ^ 1]) + body[at + 1 :]


MUTATIONS = {
    "flipped": flipped,
    "cut": lambda body: body[: len(body) // 2],
    "emptied": lambda _body: b"",
    "longer": lambda body: body + b" ",
    "deep": lambda _body: b"[" * 100_000,
    "other": lambda _body: b'{"signed": {"_type": "snapshot"}, "signatures": []}',
    "gone": None,
}
PLAIN = {"longer"}
"""A blank at the end of a plain copy is the same JSON: nobody is told anything else."""


def test_no_change_of_any_signed_file_passes_for_the_past(made, tmp_path, portion):
    copy = tmp_path / "copy"
    shutil.copytree(made / layout.PUBLIC, copy)
    parts = (layout.METADATA, layout.TARGETS, "p")
    every = sorted(file for part in parts for file in (copy / part).rglob("*.json"))
    cases = [(file, name) for file in every for name in MUTATIONS]
    for file, name in portion(cases):
        is_plain = file.relative_to(copy).parts[0] == "p"
        if is_plain and name in PLAIN:
            continue
        body, change = file.read_bytes(), MUTATIONS[name]
        if change is None:
            file.unlink()
        else:
            file.write_bytes(change(body))
        found = audit(copy, now=LATEST, pages=False)
        file.write_bytes(body)
        is_odd = (is_plain and name == "gone") or name in PLAIN

        assert found.outcome is not Outcome.SOUND, (file.relative_to(copy).as_posix(), name)
        assert is_odd or found.outcome is Outcome.BROKEN, (file.name, name)
    assert audit(copy, now=LATEST, pages=False).outcome is Outcome.SOUND
