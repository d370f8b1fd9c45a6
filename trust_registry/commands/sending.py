"""
A partner publishes from home: its own key signs, the hub's server only checks and merges.

``publish --key`` makes one file; ``check`` says what a server would refuse, as a pull request
does; ``merge`` puts it into place.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click

from shared import strict_json
from shared.errors import BadgeError, FetchFailed, UnsafeJson
from shared.fetching import send
from trust_registry import drafts
from trust_registry.commands import keys, talk
from trust_registry.commands.faults import MEMBER, telling_faults
from trust_registry.commands.handwritten import read_draft
from trust_registry.commands.publishing import AT, DESK, write_pages
from trust_registry.commands.talk import Session
from trust_registry.entries import Entry
from trust_registry.errors import (
    DraftFaulty,
    EntryInvalid,
    FileTaken,
    MembersInvalid,
    MemberUnknown,
)
from trust_registry.layout import is_slug
from trust_registry.model import Member
from trust_registry.publishing import Desk, bundles, merging
from trust_registry.publishing.bundles import Bundle
from trust_registry.publishing.contents import Publication, catalogue_in, entry_in, member_in
from trust_registry.publishing.edition import Edition
from trust_registry.publishing.site_copy import copy_of
from trust_registry.publishing.theft import without_the_thief
from trust_registry.words import WORDS

BUNDLE = click.argument("publication", metavar="PUBLICATION", type=keys.FILE)
PLACE = click.argument("place", metavar="DIR|URL")
TAKEN = 200
MAX_FAULTS = 20
"""Of one draft: who made more begins again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """A key of one's own, and what became of the one before."""

    file: Path
    phrase_file: Path | None
    stolen: datetime | None
    """Since when the former key was in other hands: what it said after that is taken back."""


def compose(
    session: Session,
    folder: Path,
    draft: Any,
    lists: Mapping[str, bytes],
    *,
    own: Own,
    at: datetime,
) -> tuple[Bundle, Entry, Member]:
    """
    Make the publication of a partner with its own key; everything is checked before it is signed.

    Args:
        folder: a copy of what the network publishes.
        draft: as it was written; ``slug`` names the partner.
        own: the key that signs.

    Raises:
        EntryInvalid, MembersInvalid, RecognitionInvalid, ListsDiffer, KeyFileInvalid,
        PassphraseWrong, OtherRegistry.
    """
    edition, slug = Edition.load(folder), _slug_of(draft)
    catalogue = catalogue_in(edition)
    about = draft.get(MEMBER)
    try:
        member, before = member_in(edition, slug), entry_in(edition, slug)
    except MemberUnknown:
        if about is None:
            raise
        member, before = _newcomer(about, slug, base=catalogue.base), Entry(slug=slug)
    if own.stolen is not None:
        before = without_the_thief(edition, slug, before, since=own.stolen)
    registry = merging.registry_in(folder)
    key = keys.opened(session, own.file, own.phrase_file, registry=registry)
    entry = _completed(
        {name: value for name, value in draft.items() if name != MEMBER},
        member=member,
        before=drafts.signed_anew(before, key=key, at=at),
        catalogue=catalogue,
        key=key,
        at=at,
    )
    publication = Publication(entry=entry, lists=lists)
    return bundles.compose(edition, member, publication, key=key, at=at), entry, member


def _newcomer(about: Any, slug: str, *, base: str) -> Member:
    """A member to be; a fault is told where it was written. Raises: DraftFaulty."""
    try:
        return bundles.newcomer(about, slug, base=base)
    except MembersInvalid as error:
        path = str(error.facts["path"]).removeprefix("/members/0")
        raise DraftFaulty([EntryInvalid(**{**error.facts, "path": f"/{MEMBER}{path}"})]) from error


def _completed(draft: dict[str, Any], **around: Any) -> Entry:
    """The entry of a draft; all of its faults are told at once. Raises: DraftFaulty."""
    faults: list[EntryInvalid] = []
    left: dict[str, Any] | None = draft
    gone: Counter[str] = Counter()
    while left is not None and len(faults) < MAX_FAULTS:
        try:
            entry = drafts.complete(left, **around)
        except EntryInvalid as error:
            path = str(error.facts["path"])
            name = path.split("/")[1] if "/" in path[:1] else ""
            faults.append(_where_it_stood(error, path, gone[name]))
            gone[name] += 1
            left = drafts.without(left, path)
        else:
            if not faults:
                return entry
            break
    raise DraftFaulty(faults)


def _where_it_stood(error: EntryInvalid, path: str, gone: int) -> EntryInvalid:
    """The same fault, counted as before ``gone`` items of its list were left out."""
    names = path.split("/")
    if len(names) > 2 and names[2].isdigit():
        names[2] = str(int(names[2]) + gone)
    return EntryInvalid(**{**error.facts, "path": "/".join(names)})


def _slug_of(draft: Any) -> str:
    slug = draft.get("slug") if isinstance(draft, dict) else None
    if not isinstance(slug, str) or not is_slug(slug):
        raise EntryInvalid(path="/slug", why="missing" if slug is None else "form")
    return slug


def preview(
    session: Session, entry: Entry, member: Member, names: Mapping[str, Mapping[str, str]]
) -> None:
    """
    Say what will be public, and nothing else will.

    Args:
        names: what badges and pathways are called, by address, in each language.
    """
    talk.line(session.say("sending.public"))
    talk.line(f"  {member.name}")
    talk.line("  " + session.say(f"kind.{member.kind}"))
    for text in (member.place, entry.url, entry.contact, entry.about.get(session.lang)):
        if text:
            talk.line(f"  {text}")
    for awarder in entry.awarders:
        facts = {"key": awarder.id.rpartition("#")[2], "badges": ", ".join(awarder.badges)}
        talk.line("  " + session.say("sending.awards", facts))
    for one in entry.recognitions:
        subject = one.get("credentialSubject", {})
        address = str(subject.get("id"))
        called = names.get(address, {}).get(session.lang, address)
        word = subject.get("endorsementComment") or "none"
        talk.line("  " + session.say("sending.recognises", {"what": called, "comment": word}))


@click.command("publish")
@PLACE
@click.argument("entry", metavar="ENTRY", type=keys.FILE)
@click.option(
    "--list",
    "lists",
    metavar="LIST.json",
    multiple=True,
    type=keys.FILE,
    help="A signed list of withdrawn badges that goes with it; may be given several times.",
)
@click.option(
    "--key",
    "key_file",
    metavar="FILE",
    type=keys.FILE,
    help="Your own key: what it signs is written in --out, and sent to the hub.",
)
@keys.PHRASE_FILE
@click.option(
    "--out",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Where the publication is written, with --key.",
)
@click.option(
    "--to",
    metavar="URL",
    help="Send it to the hub's server at once, with --key.",
)
@click.option(
    "--stolen-since",
    "stolen",
    type=talk.WholeMoment(),
    help="Your former key is in other hands since then: what it said after that is taken back.",
)
@click.option("--yes", is_flag=True, help="Sign without asking again.")
@AT
@talk.command
def publish_entry(  # noqa: PLR0913 - click hands over each option as one argument
    session: Session,
    /,
    *,
    place: str,
    entry: Path,
    lists: tuple[Path, ...],
    key_file: Path | None,
    phrase_file: Path | None,
    out: Path | None,
    to: str | None,
    stolen: datetime | None,
    yes: bool,
    at: datetime | None,
) -> None:
    """
    Publish what a partner says of itself, signed with the partner's key.

    ENTRY (YAML, TOML or JSON) names the partner ("slug") and what changes; the rest stays as it
    is. A recognition is {"subject": "b04", "comment": "..."}, and is signed on the way.
    With --key, DIR is only read: the address of the site is enough.

    Example:
        $ badge-registry publish instance/region mission-locale.yaml
        $ badge-registry publish https://registre.example mission-locale.toml
              --key notre.key --to https://inviter.example
    """
    now = at or session.clock()
    draft = read_draft(entry)
    given = {list_name(file): file.read_bytes() for file in lists}
    if key_file is None:
        _publish_here(session, Path(place), draft, given, at=now)
        return
    if out is None and to is None:
        raise click.UsageError("--out FILE | --to URL")
    if out is not None and out.exists():
        raise FileTaken(file=str(out))
    own = Own(file=key_file, phrase_file=phrase_file, stolen=stolen)
    with telling_faults(session, draft), copy_of(place, _slug_of(draft)) as folder:
        bundle, complete, member = compose(session, folder, draft, given, own=own, at=now)
        names = drafts.names_in(catalogue_in(Edition.load(folder)))
    if not session.json:
        preview(session, complete, member, names)
    if not yes:
        talk.confirm(session, "sending.sure")
    if out is not None:
        keys.write_file(out, bundles.to_bytes(bundle))
        _tell_written(session, bundle, out)
    if to is not None:
        _send(session, bundle, to)


def _send(session: Session, bundle: Bundle, to: str) -> None:
    """Hand the publication to the hub's server, and say what it answers. Raises: FetchFailed."""
    parts = urlsplit(to)
    own = f"{parts.scheme}://{parts.netloc}" if parts.scheme == "http" else None
    address = f"{to.rstrip('/')}/submissions"
    sent = send(address, bundles.to_bytes(bundle), operator_origin=own)
    try:
        told = strict_json.load_object(sent.body)
        refused = [(str(one["code"]), dict(one["facts"])) for one in told["refused"]]
    except (UnsafeJson, KeyError, TypeError, ValueError) as error:
        raise FetchFailed(host=parts.hostname or "") from error
    if session.json:
        found = [{"code": code, "facts": facts} for code, facts in refused]
        talk.answer({"sent": bundle.slug, "taken": sent.status == TAKEN, "refused": found})
    elif sent.status == TAKEN:
        talk.line(session.say("sending.taken"))
    for code, facts in () if session.json else refused:
        known = code if WORDS.has(code.replace(".", "-"), session.lang) else "bundle.invalid"
        click.echo(talk.bare(f"- {session.say(known, {'why': 'other'} | facts)}"), err=True)
    if sent.status != TAKEN:
        raise SystemExit(talk.Exit.NOT_DONE)


def _tell_written(session: Session, bundle: Bundle, out: Path) -> None:
    if session.json:
        talk.answer({"publication": str(out), "slug": bundle.slug})
        return
    talk.line(session.say("sending.written", {"file": str(out)}))


def _publish_here(
    session: Session, folder: Path, draft: Any, given: Mapping[str, bytes], *, at: datetime
) -> None:
    """Publish with the key of the partner that lies in the folder, as in a demo."""
    desk, slug = Desk.open(folder), _slug_of(draft)
    member = desk.member(slug)
    complete = drafts.complete(
        draft,
        member=member,
        before=desk.entry(slug),
        catalogue=desk.catalogue(),
        key=desk.publication_key(slug, at=at),
        at=at,
    )
    desk.publish_entry(slug, complete, given, at=at)
    write_pages(folder, at=at)
    if session.json:
        talk.answer({"published": slug, "lists": sorted(given)})
        return
    facts = {"name": member.name, "count": len(complete.recognitions)}
    talk.line(session.say("published.entry", facts))


def list_name(file: Path) -> str:
    """The name of a status list: the last part of its address. Raises: UnsafeJson."""
    document = talk.read_json(file)
    address = document.get("id") if isinstance(document, dict) else ""
    return str(address).rpartition("/")[2].removesuffix(".json")


@click.command("check")
@PLACE
@BUNDLE
@AT
@talk.command
def check(session: Session, /, *, place: str, publication: Path, at: datetime | None) -> None:
    """
    Say whether a publication would be taken, with each reason why not; nothing is written.

    DIR is what is published, a copy of it, or its address. The exit status is 1 when it would
    be refused: so a pull request can be checked.

    Example:
        $ badge-registry check registre publication.json
    """
    found = bundles.from_bytes(publication.read_bytes())
    with copy_of(place, found.slug) as folder:
        refused = merging.reasons(folder, found, at=at or session.clock())
    _tell(session, found, refused)
    if refused:
        raise SystemExit(talk.Exit.NOT_DONE)


@click.command("merge")
@DESK
@BUNDLE
@AT
@talk.command
def merge(session: Session, /, *, folder: Path, publication: Path, at: datetime | None) -> None:
    """
    Publish what a partner sent, if its own key signed it and it follows its last one.

    Example:
        $ badge-registry merge registre publication.json
    """
    now = at or session.clock()
    found = bundles.from_bytes(publication.read_bytes())
    merging.merged(folder, found, at=now)
    write_pages(folder, at=now)
    if session.json:
        talk.answer({"published": found.slug})
        return
    name = member_in(Edition.load(folder), found.slug).name
    talk.line(session.say("sending.merged", {"name": name}))


def _tell(session: Session, found: Bundle, refused: tuple[BadgeError, ...]) -> None:
    if session.json:
        told = [{"code": one.code, "facts": one.facts} for one in refused]
        talk.answer({"slug": found.slug, "taken": not refused, "refused": told})
        return
    if not refused:
        talk.line(session.say("sending.good", {"slug": found.slug}))
    for one in refused:
        title = session.say(one.code, one.facts)
        talk.line(f"- {title}. {session.say(one.code, one.facts, part='help')}".strip())
