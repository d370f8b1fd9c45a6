"""
What a partner sends to the hub: its own file, signed at home with its own key, and what it names.

The server that merges it holds no secret of the partner and decides nothing: a bundle counts
when the key of the partner signed it, it follows the last one, and stays in its own folder.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from securesystemslib.signer import SSlibKey
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, TargetFile, Targets

from shared import strict_json
from shared.errors import BadgeError, KeyInvalid, UnsafeJson
from shared.keys import PublicKey, SigningKey
from shared.model import Json
from shared.times import parse_instant
from trust_registry import entries, layout, members, reading
from trust_registry.entries import Entry
from trust_registry.errors import BundleInvalid, MemberUnknown
from trust_registry.layout import PUBLISHED_FIELD
from trust_registry.model import Assurance, Member, Right
from trust_registry.publishing.contents import (
    Publication,
    member_named,
    members_in,
    put_plain_copies,
    refusals,
    written,
)
from trust_registry.publishing.edition import Edition
from trust_registry.publishing.keyring import KeySigner, key_named_in_files
from trust_registry.publishing.signed_files import PARTNER_DAYS, new_partner, stamp

WHAT = "badge-registry publication"
FORMAT = 1
MAX_BYTES = 8_000_000
"""An entry and a dozen lists; a mail server takes that much."""
AHEAD = timedelta(minutes=10)
"""How far the clock of a partner may run before that of the hub."""

_FIELDS = ("what", "format", "slug", "key", "signed", "files", "member")
_ABOUT = ("name", "names", "kind", "siren", "ids", "place")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """One publication, as it travels."""

    slug: str
    key: PublicKey
    """The key that signed it; the hub compares it with the one it knows."""
    signed: bytes
    """The signed file of the partner."""
    files: Mapping[str, bytes]
    """What the signed file names and that is new, by path (``partners/<slug>/...``)."""
    member: Member | None = None
    """What one that is not a member yet says of itself; it has no right."""


# ---------------------------------------------------------------- at the partner's


def compose(
    edition: Edition, member: Member, publication: Publication, *, key: SigningKey, at: datetime
) -> Bundle:
    """
    Make a bundle, and refuse at home what the hub would refuse.

    Raises:
        EntryInvalid, AttestedAwards, RecognitionInvalid, ListsDiffer, ListForgets.
    """
    slug = member.slug
    newcomer = edition.holder(slug) is None
    if newcomer:
        edition.open_folder(slug, at=at)
    entry = replace(publication.entry, publication_key=key.public.multibase)
    entry = entries.from_json(entries.to_json(entry))
    for refusal in refusals(edition, member, replace(publication, entry=entry)):
        raise refusal
    files = {layout.entry_path(slug): written(entries.to_json(entry))}
    files |= {layout.list_path(slug, name): raw for name, raw in publication.lists.items()}
    file = new_partner(at=at)
    file.signed.targets = dict(edition.partner(slug).signed.targets)
    for path, content in files.items():
        file.signed.targets[path] = TargetFile.from_data(path, content, ["sha256"])
    number = 1 + edition.version_of(slug)
    signed = stamp(file, version=number, at=at, days=PARTNER_DAYS, signers=[KeySigner(key)])
    about = member if newcomer else None
    return Bundle(slug=slug, key=key.public, signed=signed, files=files, member=about)


def to_bytes(bundle: Bundle) -> bytes:
    """The file that is sent."""
    return written(to_json(bundle))


def to_json(bundle: Bundle) -> Json:
    """The document of a bundle; contents stand in it as text, byte for byte."""
    about = None
    if bundle.member is not None:
        (whole,) = members.to_json([bundle.member])["members"]
        about = {name: whole[name] for name in _ABOUT}
    return {
        "what": WHAT,
        "format": FORMAT,
        "slug": bundle.slug,
        "key": bundle.key.multibase,
        "signed": bundle.signed.decode(),
        "files": {path: content.decode() for path, content in bundle.files.items()},
        "member": about,
    }


# ---------------------------------------------------------------- at the hub's


def from_bytes(raw: bytes) -> Bundle:
    """Read a bundle that somebody sends. Raises: BundleInvalid, MembersInvalid."""
    try:
        return from_json(strict_json.loads(raw, max_bytes=MAX_BYTES))
    except UnsafeJson as error:
        raise BundleInvalid(why="form") from error


def from_json(document: Any) -> Bundle:
    """Read the document of a bundle. Raises: BundleInvalid, MembersInvalid."""
    if not isinstance(document, dict) or set(document) != set(_FIELDS):
        raise BundleInvalid(why="form")
    slug, files = document["slug"], document["files"]
    known = (document["what"], document["format"]) == (WHAT, FORMAT)
    if not known or not isinstance(slug, str) or not layout.is_slug(slug):
        raise BundleInvalid(why="form")
    if not isinstance(files, dict):
        raise BundleInvalid(why="form")
    texts = [document["signed"], document["key"], *files.values()]
    if not all(isinstance(text, str) for text in texts):
        raise BundleInvalid(why="form")
    try:
        key = PublicKey.from_multibase(document["key"])
    except KeyInvalid as error:
        raise BundleInvalid(why="form") from error
    return Bundle(
        slug=slug,
        key=key,
        signed=document["signed"].encode(),
        files={path: text.encode() for path, text in files.items()},
        member=None if document["member"] is None else _newcomer(document["member"], slug),
    )


def newcomer_of(bundle: Bundle) -> Member:
    """What a bundle says of one that is not a member yet. Raises: BundleInvalid."""
    if bundle.member is None:
        raise BundleInvalid(why="no-newcomer")
    return bundle.member


def with_rights(member: Member, rights: Iterable[Right]) -> Member:
    """The same member, with rights."""
    return replace(member, rights=tuple(rights))


def newcomer(about: Any, slug: str, *, base: str) -> Member:
    """A member to be, from what it writes of itself. Raises: MembersInvalid."""
    optional: Json = {
        "names": {},
        "siren": None,
        "place": None,
        "ids": [layout.partner_did(base, slug)],
    }
    return _newcomer({**optional, **about} if isinstance(about, dict) else about, slug)


def _newcomer(about: Any, slug: str) -> Member:
    more = {"slug": slug, "rights": [], "assurance": str(Assurance.SELF_SIGNED)}
    listed = {**about, **more} if isinstance(about, dict) else about
    (member,) = members.from_json({"format": reading.FORMAT, "members": [listed]})
    return member


def merge(edition: Edition, bundle: Bundle, *, at: datetime) -> None:
    """
    Put a bundle into the next edition.

    Raises:
        BundleInvalid, MemberUnknown, and as ``refusals`` of ``contents``.
    """
    for refusal in why_not(edition, bundle, at=at):
        raise refusal
    member = member_named(members_in(edition), bundle.slug)
    entry, lists = _entry(bundle), _lists(bundle)
    edition.adopt(bundle.slug, bundle.signed)
    for path, content in bundle.files.items():
        edition.supply(path, content)
    put_plain_copies(edition, member, Publication(entry=entry, lists=lists))


def why_not(edition: Edition, bundle: Bundle, *, at: datetime) -> Iterator[BadgeError]:
    """Every reason for which a bundle may not be published here; none: it may."""
    if edition.holder(bundle.slug) is None:
        yield MemberUnknown(slug=bundle.slug)
        return
    try:
        file = _file(bundle)
        _signature(edition, bundle, file)
    except BundleInvalid as error:
        yield error
        return
    yield from _why_not_file(edition, bundle, file.signed, at=at)
    try:
        entry = _entry(bundle)
    except BadgeError as error:
        yield error
        return
    if entry.publication_key != bundle.key.multibase:
        yield BundleInvalid(why="signature")
    member = member_named(members_in(edition), bundle.slug)
    yield from refusals(edition, member, Publication(entry=entry, lists=_lists(bundle)))


def _file(bundle: Bundle) -> Metadata[Targets]:
    try:
        file: Metadata[Any] = Metadata.from_bytes(bundle.signed)
    except (RepositoryError, ValueError, KeyError, TypeError) as error:
        raise BundleInvalid(why="form") from error
    if not isinstance(file.signed, Targets) or file.signed.delegations is not None:
        raise BundleInvalid(why="form")
    if set(file.signed.unrecognized_fields) != {PUBLISHED_FIELD}:
        raise BundleInvalid(why="form")
    # It is published as it came: what nobody signed would be published with it.
    if file.to_bytes() != bundle.signed or file.unrecognized_fields:
        raise BundleInvalid(why="form")
    return file


def _signature(edition: Edition, bundle: Bundle, file: Metadata[Targets]) -> None:
    key: SSlibKey = key_named_in_files(bundle.key)
    if edition.holder(bundle.slug) != key.keyid:
        raise BundleInvalid(why="key")
    if set(file.signatures) - {key.keyid}:
        raise BundleInvalid(why="signature")
    try:
        edition.hub.signed.verify_delegate(bundle.slug, file.signed_bytes, file.signatures)
    except (RepositoryError, ValueError) as error:
        raise BundleInvalid(why="signature") from error


def _why_not_file(
    edition: Edition, bundle: Bundle, signed: Targets, *, at: datetime
) -> Iterator[BadgeError]:
    before = edition.partner(bundle.slug).signed
    if signed.version != 1 + edition.version_of(bundle.slug):
        yield BundleInvalid(why="version")
    made = parse_instant(signed.unrecognized_fields[PUBLISHED_FIELD])
    last = parse_instant(before.unrecognized_fields.get(PUBLISHED_FIELD))
    until = at + timedelta(days=PARTNER_DAYS) + AHEAD
    late = made is None or made > at + AHEAD or (last is not None and made < last)
    if late or not at < signed.expires <= until:
        yield BundleInvalid(why="dates")
    names = {layout.list_path(bundle.slug, name) for name in _statuses(bundle)}
    wanted = {layout.entry_path(bundle.slug), *names}
    if not set(signed.targets) <= wanted or not set(bundle.files) <= set(signed.targets):
        yield BundleInvalid(why="foreign")
    for path, target in signed.targets.items():
        brought = bundle.files.get(path)
        kept = before.targets.get(path) == target
        if not (kept if brought is None else _is(target, brought)):
            yield BundleInvalid(why="hashes")


def _is(target: TargetFile, content: bytes) -> bool:
    try:
        target.verify_length_and_hashes(content)
    except (RepositoryError, ValueError):
        return False
    return set(target.hashes) == {"sha256"}


def _statuses(bundle: Bundle) -> tuple[str, ...]:
    try:
        return _entry(bundle).statuses
    except BadgeError:
        return ()


def _entry(bundle: Bundle) -> Entry:
    """The entry, which every bundle brings. Raises: BundleInvalid, EntryInvalid."""
    content = bundle.files.get(layout.entry_path(bundle.slug))
    if content is None:
        raise BundleInvalid(why="no-entry")
    try:
        return entries.from_json(reading.load(content))
    except UnsafeJson as error:
        raise BundleInvalid(why="form") from error


def _lists(bundle: Bundle) -> dict[str, bytes]:
    folder = layout.folder_pattern(bundle.slug).removesuffix("*")
    entry = layout.entry_path(bundle.slug)
    return {
        path.removeprefix(folder).removesuffix(".json"): content
        for path, content in bundle.files.items()
        if path != entry
    }
