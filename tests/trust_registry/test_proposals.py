"""What administrators sign: read whole from the signed files, whoever carries them."""

import copy
import hashlib
import json
from dataclasses import replace
from datetime import timedelta

import pytest
from securesystemslib.signer import SSlibKey
from tuf.api.metadata import Metadata

from shared.keys import SigningKey
from trust_registry.audit.proposed import changes_of
from trust_registry.audit.signed import SHORT
from trust_registry.catalogue import seed
from trust_registry.entries import Awarder, EndReason, Entry
from trust_registry.errors import (
    BundleInvalid,
    EntryInvalid,
    FolderTaken,
    HistoryShortened,
    OtherRegistry,
    ProposalInvalid,
    ProposalStale,
    ProposalUnsigned,
)
from trust_registry.model import Right, Role
from trust_registry.publishing import bundles, desk_changes, merging, proposals, staging
from trust_registry.publishing.contents import Publication, entry_in, members_in
from trust_registry.publishing.edition import Edition
from trust_registry.publishing.keyring import KeySigner
from trust_registry.publishing.review import MAX_NUMBERS_SPENT, review
from trust_registry.publishing.theft import without_the_thief

ADMINS = [SigningKey.from_seed(bytes([n]) * 32) for n in (1, 2, 3)]
LOCAL, FABLAB = (SigningKey.from_seed(letter * 32) for letter in (b"m", b"f"))
THIEF = SigningKey.from_seed(b"t" * 32)
THIEF_KEY = KeySigner(THIEF).public_key
ABOUT = {"name": "Mission locale de Clairval", "kind": "insertion"}
HOUR = timedelta(hours=1)


def named(keyid, key):
    """A key under an identifier that is not its own."""
    return SSlibKey(keyid, "ed25519", "ed25519", {"public": key.public.raw.hex()})


def under_its_name(keys, thief):
    keyid = min(keys)
    keys[keyid] = named(keyid, thief)


def more_beside(raw):
    return json.dumps({**json.loads(raw), "note": "a" * 1000}).encode()


def signed_by_a_stranger(raw):
    file = Metadata.from_bytes(raw)
    file.sign(KeySigner(THIEF), append=True)
    return bytes(file.to_bytes())


BESIDE = {
    "a text beside": more_beside,
    "the signature of a stranger": signed_by_a_stranger,
    "blanks": lambda raw: raw + b" " * 1000,
    "a member twice": lambda raw: raw.replace(b"{", b'{"signed": {}, ', 1),
}


def signed(proposal, *numbers):
    for number in numbers or (0, 1):
        proposal = proposals.signed_by(proposal, KeySigner(ADMINS[number]))
    return proposal


def found(folder, at):
    people = [one.public for one in ADMINS]
    return staging.found(folder, name="Réseau", catalogue=seed(), administrators=people, at=at)


def publication(folder, slug, key, at, about=None, **said):
    """What a partner makes at home, from a copy of what is published."""
    edition = Edition.load(folder)
    if about is None:
        member = next(one for one in members_in(edition) if one.slug == slug)
        entry = replace(entry_in(edition, slug), **said)
    else:
        member = bundles.newcomer(about, slug, base=seed().base)
        entry = Entry(slug=slug, **said)
    return bundles.compose(edition, member, Publication(entry=entry), key=key, at=at)


def accepting(folder, slug, key, at, about):
    brought = publication(folder, slug, key, at, about)
    rights = desk_changes.rights(award=["b01"], recognise=True, since=at)
    member = bundles.with_rights(bundles.newcomer_of(brought), rights)
    listed = desk_changes.joined(members_in(Edition.load(folder)), member)
    change = staging.listing(listed, at=at, brought=[brought])
    return staging.propose(folder, change, at=at, brought=[brought])


@pytest.fixture
def hub(tmp_path, today):
    folder = tmp_path / "hub"
    staging.apply(folder, signed(found(folder, today)), at=today)
    return folder


@pytest.fixture
def now(today):
    return today + HOUR


@pytest.fixture
def joined(hub, now):
    staging.apply(hub, signed(accepting(hub, "mission-locale", LOCAL, now, ABOUT)), at=now)
    return hub


class TestWhatIsCarried:
    def test_it_comes_back_as_it_went(self, hub, now):
        made = accepting(hub, "mission-locale", LOCAL, now, ABOUT)

        assert proposals.from_bytes(proposals.to_bytes(made)) == made

    @pytest.mark.parametrize(
        "raw", [b"", b"{}", b"[]", b"\xff", b'{"what": "badge-registry proposal"}']
    )
    def test_anything_else_is_none(self, raw):
        with pytest.raises(ProposalInvalid):
            proposals.from_bytes(raw)

    def test_it_is_bounded(self):
        text = json.dumps({"x": "a" * proposals.MAX_BYTES}).encode()

        with pytest.raises(ProposalInvalid):
            proposals.from_bytes(text)

    def test_copies_are_joined_and_others_are_not(self, hub, now):
        made = accepting(hub, "mission-locale", LOCAL, now, ABOUT)
        other = accepting(hub, "mission-locale", FABLAB, now, ABOUT)

        whole = proposals.joined([signed(made, 0), signed(made, 2)])
        assert [one.have for one in proposals.signatures(whole)] == [2]
        with pytest.raises(ProposalInvalid):
            proposals.joined([made, other])


class TestOneAlone:
    @pytest.mark.parametrize("times", [1, 2, 3])
    def test_one_administrator_changes_nothing_however_often(self, hub, now, times):
        made = accepting(hub, "mission-locale", LOCAL, now, ABOUT)

        with pytest.raises(ProposalUnsigned):
            staging.apply(hub, signed(made, *[0] * times), at=now)

    def test_the_server_alone_changes_nothing(self, hub, now):
        with pytest.raises(ProposalUnsigned):
            staging.apply(hub, accepting(hub, "mission-locale", LOCAL, now, ABOUT), at=now)

    def test_what_was_signed_cannot_be_another_afterwards(self, joined, now):
        """Whoever carries it may put in more rights than were shown."""
        listed = desk_changes.granted(members_in(Edition.load(joined)), "mission-locale", [])
        made = signed(
            staging.propose(joined, staging.listing(listed, at=now + HOUR), at=now + HOUR)
        )
        wide = made.after.members.replace(b'"b01"', b'"*"')
        assert wide != made.after.members

        with pytest.raises(ProposalInvalid):
            staging.apply(
                joined, replace(made, after=replace(made.after, members=wide)), at=now + HOUR
            )


class TestWhatIsRefused:
    def hub_file(self, made, change):
        """The same proposal with another file of the hub, signed anew by two who did not look."""
        file = Metadata.from_bytes(made.after.hub)
        change(file.signed)
        file.signatures.clear()
        for admin in ADMINS[:2]:
            file.sign(KeySigner(admin), append=True)
        return replace(made, after=replace(made.after, hub=file.to_bytes()))

    @pytest.fixture
    def made(self, joined, now):
        listed = desk_changes.granted(members_in(Edition.load(joined)), "mission-locale", [])
        return staging.propose(joined, staging.listing(listed, at=now + HOUR), at=now + HOUR)

    @pytest.mark.parametrize(
        "change",
        [
            lambda hub: hub.targets.pop("catalogue.json"),
            lambda hub: hub.delegations.roles["mission-locale"].paths.append("partners/*"),
            lambda hub: hub.delegations.roles.pop("mission-locale"),
            lambda hub: setattr(hub, "version", hub.version - 1),
            lambda hub: setattr(hub, "expires", hub.expires + timedelta(days=4000)),
            lambda hub: hub.unrecognized_fields.update({"x-more": "y"}),
            lambda hub: setattr(hub.delegations.roles["mission-locale"], "terminating", False),
        ],
        ids=["a list is missing", "a wider folder", "a partner without one", "an older number",
             "ten years", "something more", "a folder that leads on"],
    )  # fmt: skip
    def test_nothing_is_hidden_in_what_is_signed(self, joined, now, made, change):
        with pytest.raises(ProposalInvalid):
            review(self.hub_file(made, change))
        with pytest.raises(ProposalInvalid):
            staging.apply(joined, self.hub_file(made, change), at=now + HOUR)

    @pytest.mark.parametrize(
        "change",
        [
            lambda hub: under_its_name(hub.delegations.keys, THIEF),
            lambda hub: setattr(hub.targets["members.json"], "hashes", {"md5": "0" * 32}),
            lambda hub: hub.targets["members.json"].unrecognized_fields.update({"custom": {}}),
            lambda hub: hub.delegations.unrecognized_fields.update({"x-more": "y"}),
            lambda hub: hub.delegations.roles["mission-locale"].unrecognized_fields.update(x=1),
            lambda hub: setattr(hub, "version", hub.version + MAX_NUMBERS_SPENT + 1),
        ],
        ids=["another key under the name of a partner's", "a hash that can be forged",
             "more beside a list", "more beside the folders", "more in a folder", "far ahead"],
    )  # fmt: skip
    def test_what_no_sentence_would_tell_is_not_signed(self, made, change):
        def and_its_hash(hub):
            change(hub)
            for target in hub.targets.values():
                if "md5" in target.hashes:
                    weak = hashlib.md5(made.after.members, usedforsecurity=False)
                    target.hashes["md5"] = weak.hexdigest()

        with pytest.raises(ProposalInvalid):
            review(self.hub_file(made, and_its_hash))

    def test_a_key_whose_name_begins_alike_is_told(self, made):
        found = review(made)
        other = copy.deepcopy(found.after.hub)
        keyids = other.delegations.roles["mission-locale"].keyids
        keyids[0] = keyids[0][:SHORT] + "0" * 56
        seen = replace(found, after=replace(found.after, hub=other))

        assert "audit.folder-key" in {one.code for one in changes_of(made, seen)}

    def test_numbers_that_an_interrupted_publication_spent_are_left_out(self, made):
        def later(hub):
            hub.version += MAX_NUMBERS_SPENT

        assert review(self.hub_file(made, later)).before

    @pytest.mark.parametrize(
        "change",
        [
            lambda root: under_its_name(root.keys, THIEF),
            lambda root: [root.add_key(named(letter * 64, THIEF), "targets") for letter in "ab"],
            lambda root: root.add_key(root.keys[root.roles["snapshot"].keyids[0]], "targets"),
            lambda root: root.keys.update({THIEF_KEY.keyid: THIEF_KEY}),
            lambda root: root.unrecognized_fields.update({"x-more": "y"}),
            lambda root: root.roles["targets"].unrecognized_fields.update({"x-more": "y"}),
        ],
        ids=["another key under the name of an administrator's", "one key that counts twice",
             "the server among the administrators", "a key without a role", "something more",
             "more in a role"],
    )  # fmt: skip
    def test_the_keys_are_what_their_names_say(self, joined, now, change):
        def renewed(edition, _keyring):
            edition.renew("root")

        made = staging.propose(joined, renewed, at=now + HOUR, root=True)
        file = Metadata.from_bytes(made.root)
        change(file.signed)

        assert review(made).before
        with pytest.raises(ProposalInvalid):
            review(replace(made, root=file.to_bytes()))

    @pytest.mark.parametrize("slug", ["mission-locale", "nobody"])
    def test_who_carries_it_does_not_take_back_what_a_partner_says(self, joined, now, made, slug):
        carried = replace(signed(made), stolen={slug: now - HOUR})

        with pytest.raises(ProposalInvalid):
            staging.apply(joined, carried, at=now + HOUR)

    @pytest.mark.parametrize("beside", BESIDE.values(), ids=BESIDE)
    def test_nothing_is_carried_beside_what_is_signed(self, made, beside):
        carried = replace(made, after=replace(made.after, hub=beside(signed(made).after.hub)))

        assert review(signed(made)).before
        with pytest.raises(ProposalInvalid):
            review(carried)

    def test_the_past_is_not_written_anew(self, joined, now):
        forgotten = [replace(one, rights=()) for one in members_in(Edition.load(joined))]

        with pytest.raises(HistoryShortened):
            staging.propose(joined, staging.listing(forgotten, at=now), at=now)

    def test_fewer_signatures_than_two_are_never_enough_for_the_keys(self, joined, now):
        def weaker(edition, _keyring):
            edition.root.signed.roles["targets"].threshold = 1
            edition.renew("root")

        with pytest.raises(ProposalInvalid):
            staging.propose(joined, weaker, at=now, root=True)

    def test_another_registry(self, joined, made, tmp_path, today, now):
        other = tmp_path / "autre"
        opened = staging.found(other, name="Autre", catalogue=seed(),
                               administrators=[one.public for one in ADMINS], at=today)  # fmt: skip
        staging.apply(other, signed(opened), at=today)

        with pytest.raises(OtherRegistry):
            staging.apply(other, signed(made), at=now + HOUR)

    @pytest.mark.parametrize(
        ("later", "stale"), [(staging.MAX_AGE, False), (staging.MAX_AGE + HOUR, True)]
    )
    def test_it_is_signed_within_two_months(self, joined, made, later, stale):
        at = made.made_at + later
        if stale:
            with pytest.raises(ProposalStale):
                staging.apply(joined, signed(made), at=at)
        else:
            assert staging.apply(joined, signed(made), at=at)

    def test_a_new_registry_on_the_place_of_another(self, joined, today):
        with pytest.raises(FolderTaken):
            found(joined, today)


class TestPublications:
    def refused(self, folder, bundle, at):
        return [(type(one), one.facts.get("why")) for one in merging.reasons(folder, bundle, at=at)]

    @pytest.fixture
    def bundle(self, joined, now):
        return publication(joined, "mission-locale", LOCAL, now + HOUR, url="https://ml.example/")

    def test_its_own_is_taken(self, joined, bundle, now):
        assert self.refused(joined, bundle, now + HOUR) == []
        merging.merged(joined, bundle, at=now + HOUR)

        assert entry_in(Edition.load(joined), "mission-locale").url == "https://ml.example/"

    def test_it_comes_back_as_it_went(self, bundle):
        assert bundles.from_bytes(bundles.to_bytes(bundle)) == bundle

    def test_of_another_key(self, joined, now):
        forged = publication(joined, "mission-locale", FABLAB, now + HOUR)

        assert self.refused(joined, forged, now + HOUR) == [(BundleInvalid, "key")]

    def test_under_the_name_of_another(self, joined, now, bundle):
        staging.apply(
            joined,
            signed(
                accepting(joined, "fablab", FABLAB, now, {"name": "Fablab", "kind": "association"})
            ),
            at=now,
        )

        assert self.refused(joined, replace(bundle, slug="fablab"), now + HOUR) == [
            (BundleInvalid, "key")
        ]

    def test_twice(self, joined, bundle, now):
        merging.merged(joined, bundle, at=now + HOUR)

        assert (BundleInvalid, "version") in self.refused(joined, bundle, now + HOUR)

    def test_a_file_of_it_that_was_changed(self, joined, bundle, now):
        path = "partners/mission-locale/entry.json"
        files = {path: bundle.files[path].replace(b"ml.example", b"xx.example")}

        assert (BundleInvalid, "hashes") in self.refused(
            joined, replace(bundle, files=files), now + HOUR
        )

    @pytest.mark.parametrize("beside", BESIDE.values(), ids=BESIDE)
    def test_what_nobody_signed_is_not_published_with_it(self, joined, bundle, now, beside):
        carried = replace(bundle, signed=beside(bundle.signed))

        (why,) = self.refused(joined, carried, now + HOUR)
        assert why in {(BundleInvalid, "form"), (BundleInvalid, "signature")}

    def test_a_file_in_the_folder_of_another(self, joined, bundle, now):
        files = {**bundle.files, "partners/fablab/entry.json": b"{}"}

        assert (BundleInvalid, "foreign") in self.refused(
            joined, replace(bundle, files=files), now + HOUR
        )

    @pytest.mark.parametrize(
        ("ahead", "taken"), [(bundles.AHEAD, True), (bundles.AHEAD + timedelta(minutes=1), False)]
    )
    def test_the_clock_of_a_partner_may_run_a_little_ahead(self, joined, now, ahead, taken):
        early = publication(joined, "mission-locale", LOCAL, now + HOUR + ahead)

        assert (self.refused(joined, early, now + HOUR) == []) is taken

    def test_what_belongs_to_a_person(self, joined, now):
        with pytest.raises(EntryInvalid):
            publication(joined, "mission-locale", LOCAL, now, contact="jeanne.petit@ml.example")

    def test_rights_are_not_in_it(self, joined, now):
        wide = Right(role=Role.ISSUER, badges=("*",), since=now)
        member = bundles.newcomer(ABOUT | {"rights": []}, "autre", base=seed().base)

        assert (
            bundles.from_bytes(
                bundles.to_bytes(
                    replace(
                        publication(joined, "autre", FABLAB, now, ABOUT),
                        member=replace(member, rights=(wide,)),
                    )
                )
            ).member.rights
            == ()
        )

    @pytest.mark.parametrize("raw", [b"", b"{}", b"[]", b"\xff"])
    def test_anything_else_is_none(self, raw):
        with pytest.raises(BundleInvalid):
            bundles.from_bytes(raw)

    def test_it_is_bounded(self):
        with pytest.raises(BundleInvalid):
            bundles.from_bytes(b'{"x": "' + b"a" * bundles.MAX_BYTES + b'"}')


class TestAStolenKey:
    """What whoever took a publication key said since is taken back; what was said before stands."""

    def an_awarder(self, name, key, since):
        did = f"did:web:{seed().base.removeprefix('https://')}:p:mission-locale"
        return Awarder(id=f"{did}#{name}", key=key.public.multibase, badges=("b01",), since=since)

    def test_a_key_that_the_thief_named_is_stopped_and_the_others_stay(self, joined, now):
        ours = self.an_awarder("ours", SigningKey.from_seed(b"a" * 32), now)
        theirs = self.an_awarder("theirs", SigningKey.from_seed(b"t" * 32), now + 3 * HOUR)
        for at, awarders in ((now + HOUR, (ours,)), (now + 3 * HOUR, (ours, theirs))):
            merging.merged(
                joined, publication(joined, "mission-locale", LOCAL, at, awarders=awarders), at=at
            )
        since, at = now + 2 * HOUR, now + 4 * HOUR
        edition = Edition.load(joined)

        kept = without_the_thief(
            edition, "mission-locale", entry_in(edition, "mission-locale"), since=since
        )

        left, stopped = kept.awarders
        assert left == ours
        assert (stopped.id, stopped.reason) == (theirs.id, EndReason.COMPROMISED)
        assert stopped.until == max(theirs.since, since) <= at
