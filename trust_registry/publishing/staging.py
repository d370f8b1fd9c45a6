"""
Preparing a change for others to sign, and putting it into place once they have.

Nothing is published by a proposal: the folder is only read.  ``apply`` checks all of it again,
against the folder as it then is, and signs what the server signs by itself.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from securesystemslib.signer import Key
from tuf.api.metadata import Metadata

from shared.keys import PublicKey
from shared.times import parse_instant
from trust_registry import layout
from trust_registry.catalogue import Catalogue
from trust_registry.entries import Entry
from trust_registry.errors import (
    FolderTaken,
    NotADesk,
    OtherRegistry,
    ProposalStale,
    ProposalUnsigned,
)
from trust_registry.layout import PUBLISHED_FIELD
from trust_registry.members import only_grows
from trust_registry.model import Assurance, Member
from trust_registry.publishing import bundles
from trust_registry.publishing.bundles import Bundle
from trust_registry.publishing.contents import (
    Publication,
    entry_in,
    members_in,
    publish,
    put_catalogue,
    put_members,
    write,
)
from trust_registry.publishing.creation import refuse_taken
from trust_registry.publishing.desk import Desk
from trust_registry.publishing.desk_changes import ONLINE, Change
from trust_registry.publishing.disk import one_writer, saying_why
from trust_registry.publishing.edition import Edition
from trust_registry.publishing.keyring import (
    ATTESTING_KEY,
    HUB_KEYS,
    ROOT_KEYS,
    SNAPSHOT_KEY,
    TIMESTAMP_KEY,
    Keyring,
    SeedOf,
    key_named_in_files,
    next_of,
    partner_key,
    random_seed,
)
from trust_registry.publishing.proposals import Proposal, Stage, registry_of, signatures, signed_by
from trust_registry.publishing.published import roots_in
from trust_registry.publishing.review import review
from trust_registry.publishing.signed_files import new_snapshot, new_timestamp
from trust_registry.publishing.theft import without_the_thief

MAX_AGE = timedelta(days=60)
"""A proposal is signed by two people who meet, or it is made again."""
SERVER_KEYS = (SNAPSHOT_KEY, TIMESTAMP_KEY, ATTESTING_KEY)


# ---------------------------------------------------------------- proposing


def found(
    folder: Path,
    *,
    name: str,
    catalogue: Catalogue,
    administrators: Sequence[PublicKey],
    at: datetime,
    seed_of: SeedOf = random_seed,
) -> Proposal:
    """
    Propose a new registry: the keys of its server are made, everything else is to be signed.

    Raises:
        FolderTaken: something else stands there.
        DeskUnwritable, DeskBusy: the disk, or another program.
    """
    with saying_why():
        folder.mkdir(parents=True, exist_ok=True)
    with one_writer(folder):
        refuse_taken(folder)
        keyring = Keyring(folder / layout.KEYS)
        server = [keyring.make(key_name, seed_of) for key_name in SERVER_KEYS]
    people = [key_named_in_files(key) for key in administrators]
    snapshot, timestamp, _ = (key_named_in_files(key.public) for key in server)
    keys: dict[str, list[Key]] = {
        layout.ROOT: [*people],
        layout.HUB: [*people],
        layout.SNAPSHOT: [snapshot],
        layout.TIMESTAMP: [timestamp],
    }
    edition = Edition.new(folder, keys, name=name, at=at)
    put_catalogue(edition, catalogue)
    put_members(edition, keyring, [], at=at)
    return _proposal(edition, None, root=True, at=at)


def propose(
    folder: Path,
    change: Change,
    *,
    at: datetime,
    root: bool = False,
    brought: Sequence[Bundle] = (),
    stolen: Mapping[str, datetime] | None = None,
) -> Proposal:
    """
    Propose a change of what is published.

    Args:
        root: whether the file of trust is signed anew too.
        brought: what partners publish with it.
        stolen: see ``Proposal``.

    Raises:
        NotADesk, RegistryUntrusted, and whatever ``change`` raises.
    """
    edition = Edition.load(folder)
    before = _stage(edition, edition.hub.to_bytes())
    change(edition, Keyring(folder / layout.KEYS))
    return _proposal(edition, before, root=root, at=at, brought=brought, stolen=stolen)


def _proposal(
    edition: Edition,
    before: Stage | None,
    *,
    root: bool,
    at: datetime,
    brought: Sequence[Bundle] = (),
    stolen: Mapping[str, datetime] | None = None,
) -> Proposal:
    next_root = edition.unsigned(layout.ROOT, at=at) if root else None
    proposal = Proposal(
        made_at=at,
        roots=() if before is None else roots_in(edition.folder),
        before=before,
        root=next_root,
        after=_stage(edition, edition.unsigned(layout.HUB, at=at)),
        bundles=tuple(brought),
        stolen=dict(stolen or {}),
    )
    review(proposal)
    return proposal


def _stage(edition: Edition, hub: bytes) -> Stage:
    return Stage(
        hub=hub,
        members=edition.read(layout.HUB, layout.MEMBERS),
        catalogue=edition.read(layout.HUB, layout.CATALOGUE),
    )


def listing(members: Iterable[Member], *, at: datetime, brought: Sequence[Bundle] = ()) -> Change:
    """The change of the list of members; those that bring what they publish sign it themselves."""
    keys = {one.slug: key_named_in_files(one.key) for one in brought}
    after = tuple(members)

    def change(edition: Edition, keyring: Keyring) -> None:
        only_grows(members_in(edition), after, at=at)
        put_members(edition, keyring, after, at=at, brought=keys)
        for bundle in brought:
            if edition.version_of(bundle.slug) == 0:
                edition.open_folder(bundle.slug, at=at)
            for refusal in bundles.why_not(edition, bundle, at=at):
                raise refusal

    return change


def both(first: Change, second: Change) -> Change:
    """Two changes in one proposal."""

    def change(edition: Edition, keyring: Keyring) -> None:
        first(edition, keyring)
        second(edition, keyring)

    return change


# ---------------------------------------------------------------- putting into place


def apply(folder: Path, proposal: Proposal, *, at: datetime) -> Desk:
    """
    Publish a proposal that enough administrators have signed.

    Keys of administrators that lie in the folder, as in a registry that is only tried, sign too.

    Raises:
        ProposalInvalid, HistoryShortened, MembersInvalid, CatalogueInvalid, AttestedAwards: it
            may not be published.
        ProposalUnsigned, ProposalStale, OtherRegistry: not here, or not yet, or no more.
        KeyMissing, DeskBusy, DeskUnwritable, RegistryUntrusted: nothing was published.
    """
    keyring = Keyring(folder / layout.KEYS)
    proposal = _signed_here(proposal, keyring)
    review(proposal)
    if not proposal.made_at - bundles.AHEAD <= at <= proposal.made_at + MAX_AGE:
        raise ProposalStale
    for one in signatures(proposal):
        if one.have < one.need:
            raise ProposalUnsigned(have=one.have, need=one.need)
    if not (folder / layout.KEYS).is_dir():
        raise NotADesk(folder=str(folder))
    with one_writer(folder):
        edition = _standing(folder, proposal, at=at)
        _adopt(edition, proposal, keyring, at=at)
        _promote(edition, keyring)
        write(edition, keyring, at=at)
    return Desk(folder)


def _signed_here(proposal: Proposal, keyring: Keyring) -> Proposal:
    wanted = {keyid for one in _offline(proposal) for keyid in one}
    for name in (*ROOT_KEYS, *HUB_KEYS):
        if keyring.holds(name) and keyring.signer(name).public_key.keyid in wanted:
            proposal = signed_by(proposal, keyring.signer(name))
    return proposal


def _offline(proposal: Proposal) -> Iterable[Sequence[str]]:
    for raw in (*proposal.roots[-1:], *([proposal.root] if proposal.root else [])):
        root = Metadata.from_bytes(raw).signed
        yield from (root.roles[role].keyids for role in (layout.ROOT, layout.HUB))


def _standing(folder: Path, proposal: Proposal, *, at: datetime) -> Edition:
    """The edition that a proposal follows. Raises: ProposalStale, OtherRegistry, FolderTaken."""
    if proposal.before is None:
        refuse_taken(folder)
        if proposal.root is None:
            raise FolderTaken(folder=str(folder))
        return Edition(
            folder,
            root=Metadata.from_bytes(proposal.root),
            hub=Metadata.from_bytes(proposal.after.hub),
            snapshot=new_snapshot(at=at),
            timestamp=new_timestamp(at=at),
        )
    edition = Edition.load(folder)
    roots = roots_in(folder)
    if registry_of(roots[0]) != proposal.registry:
        raise OtherRegistry
    if roots != proposal.roots or edition.hub.to_bytes() != proposal.before.hub:
        raise ProposalStale
    return edition


def _adopt(edition: Edition, proposal: Proposal, keyring: Keyring, *, at: datetime) -> None:
    before = {} if proposal.before is None else {s: edition.holder(s) for s in edition.slugs()}
    for slug in before:
        edition.partner(slug)  # read under the key that signed it, before another one may
    brought = {one.slug for one in proposal.bundles}
    # A partner that brings its next file has taken back itself what the thief had said.
    taken_back = {s: since for s, since in proposal.stolen.items() if s not in brought}
    entries = {slug: entry_in(edition, slug) for slug in taken_back}
    if proposal.root is not None:
        edition.adopt(layout.ROOT, proposal.root)
    edition.adopt(layout.HUB, proposal.after.hub)
    edition.supply(layout.MEMBERS, proposal.after.members)
    edition.supply(layout.CATALOGUE, proposal.after.catalogue)
    moved = {slug for slug in edition.slugs() if edition.holder(slug) != before.get(slug)}
    for slug in moved - set(before):
        edition.open_folder(slug, at=at)
    for bundle in proposal.bundles:
        bundles.merge(edition, bundle, at=max(at, _made(bundle)))
    listed = {one.slug: one for one in members_in(edition)}
    for slug in moved - brought:
        edition.renew(slug)
        if slug not in before:
            publish(edition, keyring, listed[slug], Publication(entry=Entry(slug=slug)))
    for slug, since in taken_back.items():
        kept = without_the_thief(edition, slug, entries[slug], since=since)
        publish(edition, keyring, listed[slug], Publication(entry=kept))
    for slug in moved:
        if listed[slug].assurance is Assurance.SELF_SIGNED and slug in before:
            _retire(edition, keyring, slug)


def _promote(edition: Edition, keyring: Keyring) -> None:
    """Have the next keys of the server sign, once the file of trust names them."""
    for role, name in ONLINE.items():
        wanted = edition.root.signed.roles[role].keyids
        if keyring.holds(name) and keyring.signer(name).public_key.keyid in wanted:
            continue
        successor = next_of(name)
        if keyring.holds(successor) and keyring.signer(successor).public_key.keyid in wanted:
            keyring.promote(name)


def _made(bundle: Bundle) -> datetime:
    """The instant at which a partner made it: administrators may take days to sign."""
    fields = Metadata.from_bytes(bundle.signed).signed.unrecognized_fields
    made = parse_instant(fields.get(PUBLISHED_FIELD))
    if made is None:
        raise ProposalStale
    return made


def _retire(edition: Edition, keyring: Keyring, slug: str) -> None:
    """A key that lies here and lost its folder never signs for it again."""
    name = partner_key(slug)
    if keyring.holds(name) and keyring.signer(name).public_key.keyid != edition.holder(slug):
        keyring.retire(name)
