"""``badge-registry catalogue``: the badges of the network, worked on together in plain files."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from trust_registry.catalogue import Catalogue, Complaint, check, seed
from trust_registry.catalogue.blank import blank
from trust_registry.catalogue.continuity import breaks, continued
from trust_registry.catalogue.differences import Difference, differences
from trust_registry.catalogue.draft_reading import faults, read
from trust_registry.catalogue.drafts import (
    BADGES,
    ENDING,
    HEAD_FILE,
    MAX_DRAFT_FILES,
    PATHWAYS,
    Draft,
    write,
)
from trust_registry.catalogue.plain_file import MAX_FILE_CHARACTERS, DraftInvalid
from trust_registry.client.reading import read_list
from trust_registry.commands import proposing, talk
from trust_registry.commands.publishing import DESK, write_pages
from trust_registry.commands.talk import Exit, Session, WholeMoment, with_example
from trust_registry.errors import DraftMissing, DraftNotReady, DraftOld, FolderTaken
from trust_registry.index.listing import Listing
from trust_registry.publishing import Desk, staging
from trust_registry.publishing.contents import put_catalogue
from trust_registry.publishing.desk_changes import Change
from trust_registry.publishing.disk import saying_why
from trust_registry.site.workshop import START, Workshop, alone, write_preview

HINTED = (
    "name", "summary", "can_do", "criteria", "situations", "good_for", "tags", "alt",
    "alignments", "remarks",
)  # fmt: skip
AT = click.option("--at", type=WholeMoment(), help="Do as if it were this instant.")
DRAFT = click.argument("draft", metavar="DRAFT", type=click.Path(path_type=Path))
REGISTRY = click.option(
    "--registry",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="The published list, a folder or a copy: who awards, who recognises, what is published.",
)


@click.group("catalogue")
def catalogue() -> None:
    """
    Work on the badges of the network together: plain files, a workshop, then a signature.

    Example:
        $ badge-registry catalogue draft brouillon --from instance/region
        $ badge-registry catalogue check brouillon --registry instance/region
        $ badge-registry catalogue preview brouillon atelier --registry instance/region
        $ badge-registry catalogue diff brouillon --registry instance/region
        $ badge-registry catalogue publish brouillon instance/region
    """


@catalogue.command("draft")
@DRAFT
@click.option(
    "--from",
    "source",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="Begin with what this registry publishes; without it, with one empty badge.",
)
@click.option("--example", is_flag=True, help="Begin with the fifteen badges of the program.")
@AT
@talk.command
def draft_catalogue(
    session: Session,
    /,
    *,
    draft: Path,
    source: Path | None,
    example: bool,
    at: datetime | None,
) -> None:
    """
    Write the files of a draft: one for each badge, one for each pathway, in Markdown.

    Example:
        $ badge-registry catalogue draft brouillon --from instance/region
    """
    if draft.exists() and (not draft.is_dir() or any(draft.iterdir())):
        raise FolderTaken(folder=str(draft))
    begun = seed() if example else blank(session.say("draft.new-name"), base=seed().base)
    if source is not None:
        begun = _published(source, at or session.clock()).catalogue
    advice = {name: session.say(f"draft.hint-{name}") for name in HINTED}
    files = write(begun, lang=session.lang, advice=advice)
    with saying_why():
        for name, text in files.items():
            file = draft / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    if session.json:
        talk.answer({"draft": str(draft), "files": list(files)})
        return
    facts = {"count": len(files), "folder": str(draft)}
    talk.line(session.say("draft.written", facts))
    talk.line(session.say("draft.written", facts, part="help"))


@catalogue.command("check")
@DRAFT
@REGISTRY
@AT
@talk.command
def check_draft(
    session: Session, /, *, draft: Path, registry: Path | None, at: datetime | None
) -> None:
    """
    Say everything that is to be put right in a draft, and list what was remarked.

    The exit status is 1 when there is something to put right.

    Example:
        $ badge-registry catalogue check brouillon --registry instance/region
    """
    files = _files(draft)
    unread = list(faults(files))
    listing = None if registry is None else _published(registry, at or session.clock())
    if unread:
        _tell_unread(session, draft, unread)
        raise SystemExit(Exit.NOT_DONE)
    found = read(files)
    complaints = list(_complaints(found.catalogue, listing))
    if session.json:
        talk.answer(_as_json(draft, found, complaints))
    else:
        _tell_checked(session, found, complaints)
    raise SystemExit(Exit.NOT_DONE if complaints else Exit.DONE)


@catalogue.command("preview")
@DRAFT
@click.argument("out", metavar="OUT", type=click.Path(path_type=Path))
@REGISTRY
@AT
@talk.command
def preview_draft(
    session: Session, /, *, draft: Path, out: Path, registry: Path | None, at: datetime | None
) -> None:
    """
    Write pages to look at and one A4 sheet for each badge to print, for a workshop.

    Example:
        $ badge-registry catalogue preview brouillon atelier --registry instance/region
    """
    now = at or session.clock()
    found = read(_files(draft))
    listing = None if registry is None else _published(registry, now)
    complaints = tuple(_complaints(found.catalogue, listing))
    workshop = Workshop(draft=found, day=now, listing=listing, complaints=complaints)
    with saying_why():
        count = write_preview(out, workshop)
    if session.json:
        talk.answer({"preview": str(out), "files": count, "start": str(out / START)})
        return
    facts = {"count": count, "folder": str(out), "start": str(out / START)}
    talk.line(session.say("draft.previewed", facts))


@catalogue.command("diff")
@DRAFT
@click.option(
    "--registry",
    metavar="DIR",
    required=True,
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="The published list, a folder or a copy.",
)
@AT
@talk.command
def diff_draft(session: Session, /, *, draft: Path, registry: Path, at: datetime | None) -> None:
    """
    Say what a draft would change in what is published, line by line.

    Example:
        $ badge-registry catalogue diff brouillon --registry instance/region
    """
    published = _published(registry, at or session.clock()).catalogue
    found = differences(published, read(_files(draft)).catalogue)
    if session.json:
        talk.answer({"changes": [_change(one) for one in found]})
        return
    if not found:
        talk.line(session.say("draft.same"))
    for one in found:
        _tell_change(session, one)


@catalogue.command("publish")
@DRAFT
@DESK
@click.option("--as-it-is", is_flag=True, help="Also with things left to put right.")
@click.option(
    "--out",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write a proposal for two administrators to sign, where their keys are not in DIR.",
)
@AT
@talk.command
def publish_draft(
    session: Session,
    /,
    *,
    draft: Path,
    folder: Path,
    as_it_is: bool,
    out: Path | None,
    at: datetime | None,
) -> None:
    """
    Sign a draft and publish it as the next version of the list, with the keys in DIR.

    Badges that people may hold already are never taken out or moved. With --out nothing is
    published yet: the file is shown, co-signed and applied like any other proposal.

    Example:
        $ badge-registry catalogue publish brouillon instance/region
        $ badge-registry catalogue publish brouillon registre --out catalogue.json
    """
    now = at or session.clock()
    desk = Desk.open(folder)
    before = desk.catalogue()
    ready = _ready(draft, before, as_it_is=as_it_is)
    if ready is not None and out is not None:
        made = staging.propose(folder, _in_place_of(before, ready), at=now)
        proposing.write_proposal(session, made, out)
        return
    if ready is not None:
        desk.publish_catalogue(ready, at=now)
        write_pages(folder, at=now)
    version = before.version + (ready is not None)
    if session.json:
        talk.answer({"published": version, "changed": ready is not None})
        return
    code = "draft.same" if ready is None else "draft.published"
    talk.line(session.say(code, {} if ready is None else {"version": version}))


def _in_place_of(before: Catalogue, after: Catalogue) -> Change:
    """The change of an edition that puts a catalogue in, under the next number."""
    numbered = replace(after, version=before.version + 1)
    return lambda edition, _keyring: put_catalogue(edition, numbered)


def _ready(draft: Path, before: Catalogue, *, as_it_is: bool) -> Catalogue | None:
    """
    A draft that may be published; ``None``: it changes nothing.

    Raises:
        DraftOld: something else was published since it was begun.
        DraftNotReady: there are things to put right.
    """
    found = read(_files(draft)).catalogue
    if not differences(before, found):
        return None
    if found.version != before.version:
        raise DraftOld(version=found.version, published=before.version)
    complaints = [*continued(before, found), *check(found)]
    if any(breaks(one) for one in complaints) or (complaints and not as_it_is):
        raise DraftNotReady(count=len(complaints))
    return found


def _complaints(found: Catalogue, listing: Listing | None) -> Iterator[Complaint]:
    yield from check(found)
    if listing is not None:
        yield from continued(listing.catalogue, found)
        yield from alone(found, listing)


def _published(folder: Path, now: datetime) -> Listing:
    return read_list(folder, now=now)[1]


def _files(draft: Path) -> dict[str, str]:
    """
    The texts of a draft by name; what an editor leaves beside them is left alone.

    Raises:
        DraftMissing: there is none.
        DraftInvalid: a file is no text, or there are too many.
    """
    if not (draft / HEAD_FILE).is_file():
        raise DraftMissing(folder=str(draft))
    found = [draft / HEAD_FILE]
    for room in (BADGES, PATHWAYS):
        found += sorted((draft / room).glob(f"[!.]*{ENDING}"))
    if len(found) > MAX_DRAFT_FILES:
        raise DraftInvalid(file=HEAD_FILE, line=0, why="too-many", what="none")
    return {file.relative_to(draft).as_posix(): _text(file, draft) for file in found}


def _text(file: Path, draft: Path) -> str:
    """A file as text, whichever mark an editor puts at its beginning."""
    name = file.relative_to(draft).as_posix()
    with file.open("rb") as opened:
        raw = opened.read(4 * MAX_FILE_CHARACTERS + 1)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DraftInvalid(file=name, line=0, why="encoding", what="none") from error


def _tell_unread(session: Session, draft: Path, unread: Sequence[DraftInvalid]) -> None:
    if session.json:
        said = [{"code": one.code, "facts": one.facts} for one in unread]
        talk.answer({"draft": str(draft), "faults": said, "complaints": [], "remarks": []})
        return
    for one in unread:
        _tell_one(session, one.code, one.facts)


def _tell_one(session: Session, code: str, facts: dict[str, str | int]) -> None:
    talk.line(session.say(code, facts))
    talk.line("  " + session.say(code, facts, part="help"))


def _tell_checked(session: Session, found: Draft, complaints: Sequence[Complaint]) -> None:
    book = found.catalogue
    facts = {"badges": len(book.badges), "pathways": len(book.pathways)}
    if complaints:
        talk.line(session.say("draft.to-mend", {**facts, "count": len(complaints)}))
    else:
        talk.line(session.say("draft.good", facts))
    for one in complaints:
        _tell_one(session, one.code, dict(one.facts))
    if found.remarks:
        talk.line(session.say("draft.remarks", {"count": len(found.remarks)}))
    for remark in found.remarks:
        said = {"file": remark.file, "line": remark.line, "text": remark.text}
        talk.line("  " + session.say("draft.remark", said))


def _as_json(draft: Path, found: Draft, complaints: Sequence[Complaint]) -> dict[str, object]:
    return {
        "draft": str(draft),
        "badges": len(found.catalogue.badges),
        "pathways": len(found.catalogue.pathways),
        "faults": [],
        "complaints": [{"code": one.code, "facts": dict(one.facts)} for one in complaints],
        "remarks": [
            {"file": one.file, "line": one.line, "about": one.about, "text": one.text}
            for one in found.remarks
        ],
    }


def _tell_change(session: Session, one: Difference) -> None:
    facts = {"part": str(one.part), "id": one.id, "name": one.name}
    if one.field is not None:
        facts |= {"field": one.field, "language": one.language or "none"}
    talk.line(session.say(f"diff.{one.change}", facts))
    for mark, lines in (("-", one.gone), ("+", one.come)):
        for text in lines:
            talk.line(f"  {mark} {text}")


def _change(one: Difference) -> dict[str, object]:
    return {
        "part": str(one.part),
        "change": str(one.change),
        "id": one.id,
        "name": one.name,
        "field": one.field,
        "language": one.language,
        "gone": list(one.gone),
        "come": list(one.come),
    }


catalogue.help = with_example(catalogue.help or "")
