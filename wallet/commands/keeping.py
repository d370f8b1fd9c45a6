"""Receive, check again, take along, put away."""

from pathlib import Path

import click

from shared.errors import BadgeError
from shared.parsing.shapes import clean
from wallet import exporting, report, wording
from wallet.belonging import is_asked
from wallet.commands.inputs import Given, given
from wallet.commands.options import PHRASE_FILE, command
from wallet.commands.phrases import in_file
from wallet.commands.session import Session
from wallet.commands.spaces import is_copy, restore_backup
from wallet.commands.talk import Exit, answer, line, reason
from wallet.errors import FileNotWritten
from wallet.importing import ImportAnswer, ImportOutcome, import_badge
from wallet.rechecking import due, recheck
from wallet.records import MAX_NAME

EXIT_FOR = {
    ImportOutcome.KEPT_ASIDE: Exit.NOT_DONE,
    ImportOutcome.UNREADABLE: Exit.UNREADABLE,
}


@click.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--recipient",
    "recipients",
    multiple=True,
    metavar="TEXT",
    help="Whose badges they are: a name, an e-mail address or a DID.",
)
@command
def import_files(session: Session, files: tuple[str, ...], recipients: tuple[str, ...]) -> None:
    """
    Add badges: files, folders, links, or - for stdin.

    The files given are never changed or moved. Exit status: 0, or 1 when one was kept
    aside because it is not authentic, or 4 when one holds no badge.

    Example:
        $ badge-wallet --space ~/carnet import badge.png
    """
    worst = Exit.DONE
    for one in given(files):
        worst = max(worst, _import_one(session, one, recipients))
    raise SystemExit(worst)


def _import_one(session: Session, one: Given, recipients: tuple[str, ...]) -> Exit:
    try:
        received = one.read()
    except BadgeError as error:
        if session.json:
            answer(report.of_unread(error, input_name=one.label))
        else:
            line(f"{one.label}: {reason(error, session.lang)}")
        return Exit.UNREADABLE
    return receive(session, received, recipients, name=one.name, label=one.label)


def receive(
    session: Session, received: bytes, recipients: tuple[str, ...], *, name: str, label: str
) -> Exit:
    """Add one file, and tell what became of it. ``label``: as it was named on the command line."""
    found = import_badge(
        received,
        session.wallet,
        session.circumstances(recipients),
        name=" ".join(clean(name, limit=MAX_NAME).split()),
    )
    if session.json:
        answer(report.of_import(found, input_name=label))
    else:
        _tell(session, found, label=label)
    return EXIT_FOR.get(found.outcome, Exit.DONE)


def _tell(session: Session, found: ImportAnswer, *, label: str) -> None:
    for part in found.parts or (found,):
        line(f"{' '.join(label.split())}: {' '.join(_sentences(session, part))}")


def _sentences(session: Session, found: ImportAnswer) -> list[str]:
    lang, said = session.lang, f"import.{found.outcome}"
    if found.error is not None:
        return [reason(found.error, lang), wording.say(said, lang=lang)]
    first = [wording.say(said, lang=lang)]
    if found.holding is None or found.outcome is ImportOutcome.KEPT_ASIDE:
        return [*first, wording.say(said, lang=lang, part="help")]
    name = wording.name(found.holding, session.catalogue, lang=lang)
    named = wording.say("badge.quoted", {"text": name}, lang=lang)
    state, way_out = (wording.state(found.holding, lang=lang, part=p) for p in (None, "help"))
    said_of_it = [named, *first, state, way_out]
    if is_asked(found.holding):
        said_of_it.append(wording.say("mine.ask-command", {"id": found.holding.id}, lang=lang))
    return said_of_it


@click.command("recheck")
@click.argument("badges", nargs=-1, metavar="[ID]...")
@click.option("--due", "only_due", is_flag=True, help="Only those not looked at for a day.")
@command
def recheck_badges(session: Session, badges: tuple[str, ...], *, only_due: bool) -> None:
    """
    Ask again whether the badges still hold: all of them, those named, or once a day.

    Example:
        $ badge-wallet recheck
        $ badge-wallet recheck --due
    """
    wallet = session.wallet
    only = due(wallet.holdings(), now=session.now) if only_due else badges or None
    for found in recheck(wallet, session.circumstances(), only=only):
        if session.json:
            answer(report.of_recheck(found))
        else:
            name = wording.name(found.after, session.catalogue, lang=session.lang)
            line(f"{found.after.id}  {name}: {wording.state(found.after, lang=session.lang)}")


@click.command("remove")
@click.argument("badge", metavar="ID")
@command
def remove_badge(session: Session, badge: str) -> None:
    """
    Put a badge away; `restore` brings it back.

    Example:
        $ badge-wallet remove 3fa9c1
    """
    _after_moving(session, session.wallet.remove(badge, now=session.now).id, "done.removed")


@click.command("restore")
@click.argument("what", metavar="ID|FILE")
@click.option("--rehearse", is_flag=True, help="Add nothing: compare the copy with the space.")
@click.option(
    "--copy-phrase-file",
    "copy_file",
    type=PHRASE_FILE,
    metavar="FILE",
    help="The phrase of the copy, when it is not that of the space.",
)
@command
def restore_badge(session: Session, what: str, *, rehearse: bool, copy_file: Path | None) -> None:
    """
    Bring back a badge that was put away, or everything that is in the copy FILE.

    Example:
        $ badge-wallet restore 3fa9c1
        $ badge-wallet --space ~/carnet restore carnet.copie
    """
    if is_copy(what):
        phrase = in_file(copy_file) if copy_file is not None else None
        restore_backup(session, Path(what), rehearse=rehearse, phrase=phrase)
    else:
        _after_moving(session, session.wallet.restore(what).id, "done.restored")


def _after_moving(session: Session, holding_id: str, code: str) -> None:
    holding = session.wallet.get(holding_id)
    if session.json:
        answer(report.of_holding(holding))
    else:
        name = wording.name(holding, session.catalogue, lang=session.lang)
        line(wording.say(code, {"name": name, "id": holding.id}, lang=session.lang))


@click.command("export")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE")
@click.option("--badge", metavar="ID", help="Only this badge, as a picture (FILE.png, FILE.svg).")
@click.option("--baked", is_flag=True, help="Also each badge as a picture that holds it.")
@command
def export_badges(session: Session, file: Path, badge: str | None, *, baked: bool) -> None:
    """
    Take everything along in FILE.zip: the originals, a page to read, a list for programs.

    Example:
        $ badge-wallet export mes-badges.zip
    """
    if badge is None:
        content = exporting.archive(session.wallet, now=session.now, lang=session.lang, baked=baked)
    else:
        is_drawing = file.suffix.lower() == ".svg"
        content = exporting.rebaked(session.wallet, badge, kind="svg" if is_drawing else "png")
    try:
        file.write_bytes(content)
    except OSError as error:
        raise FileNotWritten(file=file.name) from error
    if session.json:
        answer({"file": str(file), "bytes": len(content)})
    else:
        line(wording.say("done.exported", {"file": str(file)}, lang=session.lang))
