"""
A change of the registry on its way to the administrators who sign it.

One file, to be carried on a USB key: what is published now, what is proposed, both as they
are signed, so that whoever signs can see the difference without believing who carries it.
A file of trust is checked against the ones before it, back to the first, which the key of
an administrator remembers.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from securesystemslib.exceptions import Error as SigningFailed
from securesystemslib.signer import Signer
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Root

from shared import strict_json
from shared.errors import UnsafeJson
from shared.model import Json
from shared.times import instant_text, parse_instant
from trust_registry import layout
from trust_registry.errors import KeyNotAsked, ProposalInvalid
from trust_registry.publishing import bundles
from trust_registry.publishing.bundles import Bundle
from trust_registry.publishing.contents import written

WHAT = "badge-registry proposal"
FORMAT = 1
MAX_BYTES = 64_000_000
"""Two lists of 5 000 members and their signed files."""

_FIELDS = (
    "what", "format", "made", "roots", "before", "root", "after", "publications", "stolen",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """What the hub signs at one moment: its file, and the two lists that the file names."""

    hub: bytes
    members: bytes
    catalogue: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What is published, and what is proposed in its place."""

    made_at: datetime
    roots: tuple[bytes, ...]
    """Every file of trust so far, from the first; empty: the registry is still to be born."""
    before: Stage | None
    root: bytes | None
    """The next file of trust; ``None``: the keys stay as they are."""
    after: Stage
    bundles: tuple[Bundle, ...] = ()
    """What partners publish with it: their first file, or the first with another key."""
    stolen: Mapping[str, datetime] = field(default_factory=dict)
    """Partners whose publication key is in other hands, by short name, and since when."""

    @property
    def registry(self) -> str:
        """What tells one registry from another. Raises: ProposalInvalid."""
        return registry_of(self.roots[0] if self.roots else self.root or b"")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatures:
    """How many of the signatures that a file needs it has."""

    role: str
    have: int
    need: int


def file_of(raw: bytes) -> Metadata[Any]:
    """Read a signed file. Raises: ProposalInvalid."""
    try:
        file: Metadata[Any] = Metadata.from_bytes(raw)
    except (RepositoryError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ProposalInvalid(why="form") from error
    return file


def registry_of(first_root: bytes) -> str:
    """SHA-256 of what the first file of trust says, whoever signed it. Raises: ProposalInvalid."""
    return hashlib.sha256(signed_part(first_root)).hexdigest()


def signed_part(raw: bytes) -> bytes:
    """The bytes that are signed, whatever the signatures. Raises: ProposalInvalid."""
    return bytes(file_of(raw).signed_bytes)


# ---------------------------------------------------------------- signatures


def signed_by(proposal: Proposal, signer: Signer) -> Proposal:
    """
    Add the signatures of one administrator, wherever that key counts.

    Raises:
        KeyNotAsked: it counts nowhere here.
        ProposalInvalid: not a proposal.
    """
    keyid = signer.public_key.keyid
    wanted = {role for role, roots in _judges(proposal).items() if _counts(keyid, role, roots)}
    if not wanted:
        raise KeyNotAsked(key=keyid[:8])
    root, hub = proposal.root, proposal.after.hub
    if layout.ROOT in wanted and root is not None:
        root = _with_signature(root, signer)
    if layout.HUB in wanted:
        hub = _with_signature(hub, signer)
    return replace(proposal, root=root, after=replace(proposal.after, hub=hub))


def joined(proposals: Sequence[Proposal]) -> Proposal:
    """
    One proposal with the signatures of all its copies.

    Raises:
        ProposalInvalid: they are not copies of one proposal.
    """
    first, *others = proposals
    bare = _bare(first)
    for other in others:
        if _bare(other) != bare:
            raise ProposalInvalid(why="differ")
        root = first.root
        if root is not None and other.root is not None:
            root = _united(root, other.root)
        hub = _united(first.after.hub, other.after.hub)
        first = replace(first, root=root, after=replace(first.after, hub=hub))
    return first


def signatures(proposal: Proposal) -> tuple[Signatures, ...]:
    """What is still to be signed, file by file. Raises: ProposalInvalid."""
    files = {layout.HUB: proposal.after.hub}
    if proposal.root is not None:
        files[layout.ROOT] = proposal.root
    found = []
    for role, roots in _judges(proposal).items():
        file = file_of(files[role])
        results = [
            root.get_verification_result(role, file.signed_bytes, file.signatures) for root in roots
        ]
        worst = min(results, key=lambda one: len(one.signed) - one.threshold)
        found.append(Signatures(role=role, have=len(worst.signed), need=worst.threshold))
    return tuple(found)


def _judges(proposal: Proposal) -> dict[str, list[Root]]:
    """By file, whose keys have to sign it: new keys are named by the old ones and by themselves."""
    last = [file_of(raw).signed for raw in proposal.roots[-1:]]
    new = [] if proposal.root is None else [file_of(proposal.root).signed]
    if not all(isinstance(root, Root) for root in (*last, *new)) or not (*last, *new):
        raise ProposalInvalid(why="form")
    judges = {layout.HUB: new or last}
    if new:
        judges = {layout.ROOT: [*last, *new], **judges}
    return judges


def _counts(keyid: str, role: str, roots: Sequence[Root]) -> bool:
    return any(keyid in root.roles[role].keyids for root in roots)


def _with_signature(raw: bytes, signer: Signer) -> bytes:
    file = file_of(raw)
    try:
        file.sign(signer, append=True)
    except (RepositoryError, SigningFailed) as error:
        raise KeyNotAsked(key=signer.public_key.keyid[:8]) from error
    return bytes(file.to_bytes())


def _united(one: bytes, other: bytes) -> bytes:
    file = file_of(one)
    file.signatures.update(file_of(other).signatures)
    return bytes(file.to_bytes())


def _bare(proposal: Proposal) -> Json:
    """All of a proposal but who signed it."""
    document = to_json(proposal)
    document["after"]["hub"] = signed_part(proposal.after.hub).decode()
    if proposal.root is not None:
        document["root"] = signed_part(proposal.root).decode()
    return document


# ---------------------------------------------------------------- the file that is carried


def to_bytes(proposal: Proposal) -> bytes:
    """The file that is carried."""
    return written(to_json(proposal))


def to_json(proposal: Proposal) -> Json:
    """The document of a proposal; what is signed stands in it as text, byte for byte."""
    return {
        "what": WHAT,
        "format": FORMAT,
        "made": instant_text(proposal.made_at),
        "roots": [raw.decode() for raw in proposal.roots],
        "before": None if proposal.before is None else _stage_text(proposal.before),
        "root": None if proposal.root is None else proposal.root.decode(),
        "after": _stage_text(proposal.after),
        "publications": [bundles.to_json(one) for one in proposal.bundles],
        "stolen": {slug: instant_text(since) for slug, since in proposal.stolen.items()},
    }


def from_bytes(raw: bytes) -> Proposal:
    """Read a proposal; what it proposes is for ``review``. Raises: ProposalInvalid."""
    try:
        found = strict_json.loads(raw, max_bytes=MAX_BYTES)
    except UnsafeJson as error:
        raise ProposalInvalid(why="form") from error
    if not isinstance(found, dict) or set(found) != set(_FIELDS):
        raise ProposalInvalid(why="form")
    if (found["what"], found["format"]) != (WHAT, FORMAT):
        raise ProposalInvalid(why="form")
    roots, publications = found["roots"], found["publications"]
    if not isinstance(roots, list) or not isinstance(publications, list):
        raise ProposalInvalid(why="form")
    return Proposal(
        made_at=_instant(found["made"]),
        roots=tuple(_bytes(one) for one in roots),
        before=None if found["before"] is None else _stage(found["before"]),
        root=None if found["root"] is None else _bytes(found["root"]),
        after=_stage(found["after"]),
        bundles=tuple(bundles.from_json(one) for one in publications),
        stolen=_stolen(found["stolen"]),
    )


def _stage_text(stage: Stage) -> Json:
    return {
        "hub": stage.hub.decode(),
        "members": stage.members.decode(),
        "catalogue": stage.catalogue.decode(),
    }


def _stage(found: Any) -> Stage:
    if not isinstance(found, dict) or set(found) != {"hub", "members", "catalogue"}:
        raise ProposalInvalid(why="form")
    return Stage(**{name: _bytes(text) for name, text in found.items()})


def _stolen(found: Any) -> dict[str, datetime]:
    if not isinstance(found, dict):
        raise ProposalInvalid(why="form")
    return {slug: _instant(since) for slug, since in found.items()}


def _bytes(text: Any) -> bytes:
    if not isinstance(text, str):
        raise ProposalInvalid(why="form")
    return text.encode()


def _instant(text: Any) -> datetime:
    moment = parse_instant(text)
    if moment is None:
        raise ProposalInvalid(why="form")
    return moment
