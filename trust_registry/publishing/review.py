"""
What an administrator signs, checked and read: nothing that is signed is left out of it.

Everything comes from the signed files themselves.  What is published now must be signed as
the file of trust says, and lead back to the first one; what is proposed must have the one
form that a registry has, so that the difference told in words is the whole difference.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Root, TargetFile, Targets

from shared.errors import UnsafeJson
from shared.times import instant_text
from trust_registry import catalogue as catalogues
from trust_registry import layout, members, reading
from trust_registry.catalogue import Catalogue
from trust_registry.errors import ProposalInvalid
from trust_registry.layout import NAME_FIELD, PUBLISHED_FIELD
from trust_registry.model import Member
from trust_registry.publishing.contents import refuse_attested_awards
from trust_registry.publishing.keyring import is_named_by_itself
from trust_registry.publishing.proposals import Proposal, Stage, file_of
from trust_registry.publishing.signed_files import HUB_DAYS, ROOT_DAYS, THRESHOLD

TARGETS = {layout.MEMBERS, layout.CATALOGUE}
ONLINE = (layout.SNAPSHOT, layout.TIMESTAMP)
OFFLINE = (layout.ROOT, layout.HUB)
MAX_NUMBERS_SPENT = 1000
"""Numbers that interrupted publications may have used up; a higher leap is somebody's trick."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What the hub says at one moment, read."""

    root: Root
    hub: Targets
    members: tuple[Member, ...]
    catalogue: Catalogue

    @property
    def name(self) -> str:
        """The name of the registry."""
        return str(self.root.unrecognized_fields.get(NAME_FIELD, ""))

    def holders(self) -> dict[str, str]:
        """By short name, the public key to which each folder is given, in hexadecimal."""
        delegations = self.hub.delegations
        if delegations is None or delegations.roles is None:
            return {}
        return {
            slug: str(delegations.keys[role.keyids[0]].keyval["public"])
            for slug, role in delegations.roles.items()
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What is published now and what is proposed; ``before`` is ``None`` for a new registry."""

    before: Moment | None
    after: Moment


def review(proposal: Proposal) -> Review:
    """
    Read a proposal whole.

    Raises:
        ProposalInvalid: what is published was not signed as it must be, or what is proposed
            is not what a registry may say. Facts ``why``.
        HistoryShortened: the past would be written anew.
        MembersInvalid, CatalogueInvalid, AttestedAwards: one of the lists cannot be read.
    """
    last = _climbed(proposal.roots)
    before = None
    if last is not None and proposal.before is not None:
        file = file_of(proposal.before.hub)
        _signed_under(last, layout.HUB, file)
        before = _moment(last, file, proposal.before)
    if (last is None) != (before is None) or (last is None and proposal.root is None):
        raise ProposalInvalid(why="form")
    root = _next_root(proposal, last)
    judges = [one for one in (last, root) if one is not None]
    for role, raw in ((layout.ROOT, proposal.root), (layout.HUB, proposal.after.hub)):
        if raw is not None:
            _nothing_beside(role, raw, judges)
    after = _moment(root, file_of(proposal.after.hub), proposal.after)
    _follows(before, after, at=proposal.made_at)
    _thefts(proposal, before, after)
    return Review(before=before, after=after)


def _nothing_beside(role: str, raw: bytes, judges: Sequence[Root]) -> None:
    """A file is published as it is carried: what nobody signed would be published with it."""
    file = file_of(raw)
    known = {keyid for judge in judges for keyid in judge.roles[role].keyids}
    if file.to_bytes() != raw or file.unrecognized_fields or set(file.signatures) - known:
        raise ProposalInvalid(why="form")


def _climbed(roots: Sequence[bytes]) -> Root | None:
    """The last of the files of trust, each signed under the one before. ``None``: no file."""
    last: Root | None = None
    for number, raw in enumerate(roots, start=1):
        file = file_of(raw)
        if not isinstance(file.signed, Root) or file.signed.version != number:
            raise ProposalInvalid(why="root")
        for judge in (last or file.signed, file.signed):
            _signed_under(judge, layout.ROOT, file)
        last = file.signed
    return last


def _signed_under(judge: Root, role: str, file: Metadata[Any]) -> None:
    try:
        judge.verify_delegate(role, file.signed_bytes, file.signatures)
    except (RepositoryError, ValueError) as error:
        raise ProposalInvalid(why="before") from error


def _next_root(proposal: Proposal, last: Root | None) -> Root:
    if proposal.root is None:
        if last is None:
            raise ProposalInvalid(why="root")
        return last
    root = file_of(proposal.root).signed
    if not isinstance(root, Root) or not root.consistent_snapshot:
        raise ProposalInvalid(why="root")
    if root.version != len(proposal.roots) + 1:
        raise ProposalInvalid(why="root")
    for role in (*OFFLINE, *ONLINE):
        held = root.roles[role]
        least, keys = (THRESHOLD, THRESHOLD + 1) if role in OFFLINE else (1, 1)
        if held.threshold < least or len(held.keyids) < keys:
            raise ProposalInvalid(why="threshold")
    _plain_keys(root)
    _dated(root, at=proposal.made_at, days=ROOT_DAYS)
    return root


def _plain_keys(root: Root) -> None:
    """Each key is one person's or the server's, and nothing stands there that is not told."""
    by_people = {keyid for role in OFFLINE for keyid in root.roles[role].keyids}
    by_server = {keyid for role in ONLINE for keyid in root.roles[role].keyids}
    if by_people & by_server or set(root.keys) != by_people | by_server:
        raise ProposalInvalid(why="keys")
    if not all(is_named_by_itself(key) for key in root.keys.values()):
        raise ProposalInvalid(why="keys")
    more = [role.unrecognized_fields for role in root.roles.values()]
    if any(more) or set(root.unrecognized_fields) != {NAME_FIELD, PUBLISHED_FIELD}:
        raise ProposalInvalid(why="form")


def _moment(root: Root, file: Metadata[Any], stage: Stage) -> Moment:
    hub = file.signed
    if not isinstance(hub, Targets) or set(hub.targets) != TARGETS:
        raise ProposalInvalid(why="form")
    contents = {layout.MEMBERS: stage.members, layout.CATALOGUE: stage.catalogue}
    try:
        for path, content in contents.items():
            hub.targets[path].verify_length_and_hashes(content)
            _by_one_hash(hub.targets[path])
        listed = members.from_json(reading.load(stage.members))
        catalogue = catalogues.from_json(reading.load(stage.catalogue))
    except (RepositoryError, UnsafeJson) as error:
        raise ProposalInvalid(why="contents") from error
    moment = Moment(root=root, hub=hub, members=listed, catalogue=catalogue)
    _plain_delegations(moment)
    return moment


def _by_one_hash(target: TargetFile) -> None:
    """One content by its SHA-256: under a weaker hash another one could be put in its place."""
    if set(target.hashes) != {"sha256"} or target.unrecognized_fields:
        raise ProposalInvalid(why="contents")


def _plain_delegations(moment: Moment) -> None:
    """One folder for each member, one key for each folder, and nothing else is handed out."""
    delegations = moment.hub.delegations
    if delegations is None or delegations.roles is None:
        raise ProposalInvalid(why="folders")
    used = set()
    for slug, role in delegations.roles.items():
        used |= set(role.keyids)
        own = role.paths == [layout.folder_pattern(slug)] and not role.path_hash_prefixes
        if not own or len(role.keyids) != 1 or role.threshold != 1 or not role.terminating:
            raise ProposalInvalid(why="folders")
    listed = {one.slug for one in moment.members}
    if set(delegations.roles) != listed or set(delegations.keys) != used:
        raise ProposalInvalid(why="folders")
    more = [role.unrecognized_fields for role in delegations.roles.values()]
    if any(more) or delegations.unrecognized_fields:
        raise ProposalInvalid(why="folders")
    for key in delegations.keys.values():
        if (key.keytype, key.scheme) != ("ed25519", "ed25519") or not is_named_by_itself(key):
            raise ProposalInvalid(why="folders")


def _follows(before: Moment | None, after: Moment, *, at: datetime) -> None:
    """What is proposed comes after what is published, under the same name and address."""
    fields = after.hub.unrecognized_fields
    named = fields.get(NAME_FIELD) == after.name and set(fields) == {NAME_FIELD, PUBLISHED_FIELD}
    if not named or fields[PUBLISHED_FIELD] != instant_text(at):
        raise ProposalInvalid(why="form")
    _dated(after.hub, at=at, days=HUB_DAYS)
    last = 0 if before is None else before.hub.version
    if not last < after.hub.version <= last + 1 + MAX_NUMBERS_SPENT:
        raise ProposalInvalid(why="version")
    refuse_attested_awards(after.members, at=at)
    if before is None:
        return
    same = (before.name, before.catalogue.base) == (after.name, after.catalogue.base)
    if not same:
        raise ProposalInvalid(why="version")
    members.only_grows(before.members, after.members, at=at)


def _thefts(proposal: Proposal, before: Moment | None, after: Moment) -> None:
    """
    Only a partner whose folder goes to another key has had it stolen.

    Who lost a key is carried beside what is signed: whoever carries it must not be able to take
    back what other partners say.
    """
    held, given = {} if before is None else before.holders(), after.holders()
    if any(held.get(slug) == given.get(slug) for slug in proposal.stolen):
        raise ProposalInvalid(why="stolen")


def _dated(signed: Root | Targets, *, at: datetime, days: int) -> None:
    if not at < signed.expires <= at + timedelta(days=days):
        raise ProposalInvalid(why="dates")
