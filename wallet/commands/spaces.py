"""The space itself: its phrase, its copies, and its end."""

import shutil
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any, BinaryIO

import click

from shared.commands.agreeing import agreed
from wallet import backing_up, report, wording
from wallet.commands import phrases as asking
from wallet.commands.options import PHRASE_FILE, command
from wallet.commands.session import Session
from wallet.commands.talk import Exit, answer, line
from wallet.errors import (
    BackupUnreadable,
    FileNotWritten,
    NotConfirmed,
    NotProtected,
    PhraseMissing,
    RecordDamaged,
)
from wallet.holding import Holding
from wallet.spaces import erase_space, lock_of_space, open_space
from wallet.vault import phrases, shelf
from wallet.vault.backups import Backup, is_backup
from wallet.vault.folder import write_whole
from wallet.vault.locks import cost_of

START_BYTES = 8


@click.command("spaces")
@click.argument(
    "folder", type=click.Path(path_type=Path, file_okay=False), metavar="[FOLDER]", required=False
)
@command
def list_spaces(session: Session, folder: Path | None) -> None:
    """
    List the spaces of a folder: their labels, and whether each asks for a phrase.

    Example:
        $ badge-wallet spaces ~/carnets
    """
    found = shelf.spaces_in(folder or session.folder.parent)
    for one in found:
        locked = lock_of_space(one.folder) is not None
        if session.json:
            answer({"space": str(one.folder), "label": one.label, "protected": locked})
            continue
        state = wording.say("door.locked" if locked else "door.unlocked", lang=session.lang)
        line(f"{one.folder}  {one.label}  {state}")
    if not found and not session.json:
        line(wording.say("door.none", lang=session.lang))


@click.command("suggest-phrase")
@command
def suggest_phrase(session: Session) -> None:
    """
    Draw a phrase of six words, to be written on paper.

    Example:
        $ badge-wallet suggest-phrase
    """
    phrase = phrases.suggested()
    if session.json:
        answer({"phrase": phrase, "bits": int(phrases.bits_suggested())})
    else:
        line(phrase)


@click.command("protect")
@command
def protect(session: Session) -> None:
    """
    Lock the space under a phrase: asked for, or the first line of --phrase-file.

    Example:
        $ badge-wallet --space ~/carnet protect
    """
    space = session.space_as_it_is
    space.protect(asking.new_phrase(session.phrase_file, lang=session.lang))
    _say_lock(session, space.vault.lock, code="lock.done")


@click.command("lock-info")
@command
def lock_info(session: Session) -> None:
    """
    Say whether the space asks for a phrase; it is not opened.

    Example:
        $ badge-wallet --space ~/carnet lock-info
    """
    lock = lock_of_space(session.folder, database=session.database)
    _say_lock(session, lock, code="lock.protected" if lock else "lock.open")


@click.command("change-phrase")
@click.option(
    "--new-phrase-file",
    "new_file",
    type=PHRASE_FILE,
    metavar="FILE",
    help="The new phrase, as the first line of a file.",
)
@command
def change_phrase(session: Session, new_file: Path | None) -> None:
    """
    Lock the space under another phrase; copies made before keep the old one.

    Example:
        $ badge-wallet --space ~/carnet change-phrase
    """
    if lock_of_space(session.folder, database=session.database) is None:
        raise NotProtected
    old = session.phrase
    if old is None:
        raise PhraseMissing
    space = session.space
    space.change_phrase(asking.new_phrase(new_file, lang=session.lang), old=old)
    _say_lock(session, space.vault.lock, code="lock.changed")


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE")
@click.option("--rehearse", is_flag=True, help="Restore it for trial, and compare every byte.")
@command
def make_backup(session: Session, file: Path, *, rehearse: bool) -> None:
    """
    Write an encrypted copy of everything in FILE; the phrase of the space opens it.

    Example:
        $ badge-wallet --space ~/carnet backup carnet.copie --rehearse
    """
    space = session.space_as_it_is
    phrase = None
    if rehearse or not space.protected:
        phrase = session.phrase or asking.new_phrase(session.phrase_file, lang=session.lang)
    pieces = backing_up.backup(space, now=session.now, phrase=phrase)
    try:
        length = write_whole(file, pieces)
    except OSError as error:
        raise FileNotWritten(file=file.name) from error
    said = {"file": str(file), "bytes": length}
    if not session.json:
        line(wording.say("backup.made", said, lang=session.lang))
    if rehearse and phrase is not None:
        _rehearse(session, file, phrase, said)
    elif session.json:
        answer(said)


def restore_backup(session: Session, file: Path, *, rehearse: bool, phrase: str | None) -> None:
    """Add what a copy holds to the space, or compare them only."""
    space = session.space_as_it_is
    phrase = phrase or session.phrase
    if phrase is None and asking.may_ask():
        phrase = asking.asked("lock.ask-copy", lang=session.lang)
    if phrase is None:
        raise PhraseMissing
    if rehearse:
        _rehearse(session, file, phrase, {"file": str(file)})
        return
    with _opened(file) as content:
        found = Backup(content, phrases.folded(phrase))
        if backing_up.is_new(space):
            space = session.replace_space(space.adopt(backing_up.seed_of(found), phrase))
        restored = backing_up.restore(found, space)
    if session.json:
        answer(report.of_restored(restored))
    else:
        facts = {"added": restored.added, "already": restored.already}
        line(wording.say("backup.restored", facts, lang=session.lang))


def is_copy(what: str) -> bool:
    """Whether a word names the file of a copy, and not a badge by its number."""
    path = Path(what)
    if not path.is_file():
        return bool(path.suffix) or path.name != what
    with path.open("rb") as file:
        return is_backup(file.read(START_BYTES)) or bool(path.suffix)


@click.command("erase")
@click.argument("badges", nargs=-1, metavar="[ID]...")
@click.option("--yes", is_flag=True, help="Do it: what is erased does not come back.")
@click.option("--forgotten", is_flag=True, help="Erase a space whose phrase is lost.")
@command
def erase(session: Session, badges: tuple[str, ...], *, yes: bool, forgotten: bool) -> None:
    """
    Erase the badges named, for good; without a name, the whole space. Says what went.

    Example:
        $ badge-wallet --space ~/carnet erase 3fa9c1 --yes
    """
    if not yes and not _confirmed(session):
        raise NotConfirmed
    if badges:
        gone = tuple(one for badge in badges for one in _erased(session, badge))
        session.space.vault.tidy()
        _say_erased(session, gone, _named(session, gone), ())
        return
    # Without its phrase nobody can say which badges go.
    gone = () if forgotten else session.wallet.everything()
    names = _named(session, gone)
    session.close()
    went = erase_space(session.folder, database=session.database)
    _say_erased(session, gone, names, tuple(str(session.folder / name) for name in went))


def _erased(session: Session, badge: str) -> tuple[Holding, ...]:
    """Erase one badge; one that is damaged can say nothing of itself, but goes too."""
    try:
        return session.wallet.erase(badge)
    except RecordDamaged as error:
        damaged = str(error.facts["badge"])
        if not (badge and damaged.startswith(badge.lower())):
            raise
        with session.space.vault.writing() as write:
            write.erase(damaged)
        return ()


def _confirmed(session: Session) -> bool:
    if session.json or not asking.may_ask():
        return False
    return agreed(wording.say("erase.ask", lang=session.lang), lang=session.lang)


def _named(session: Session, gone: tuple[Holding, ...]) -> list[str]:
    return [wording.name(one, session.catalogue, lang=session.lang) for one in gone]


def _say_erased(
    session: Session, gone: tuple[Holding, ...], names: list[str], files: tuple[str, ...]
) -> None:
    if session.json:
        answer({"erased": [report.of_holding(one) for one in gone], "files": list(files)})
        return
    for one, name in zip(gone, names, strict=True):
        line(wording.say("erase.badge", {"id": one.id, "name": name}, lang=session.lang))
    for file in files:
        line(wording.say("erase.file", {"file": file}, lang=session.lang))


def _say_lock(session: Session, lock: bytes | None, *, code: str) -> None:
    if not session.json:
        line(wording.say(code, lang=session.lang))
        line(wording.say(code, lang=session.lang, part="help"))
        return
    said: dict[str, Any] = {"protected": lock is not None, "derivation": None}
    if lock is not None:
        cost = cost_of(lock)
        said["derivation"] = {
            "name": "argon2id",
            "passes": cost.passes,
            "memory_kib": cost.memory_kib,
        }
    answer(said)


def _rehearse(session: Session, file: Path, phrase: str, said: dict[str, Any]) -> None:
    """Restore into a space beside, compare, and take it away again, whatever happens."""
    # In the folder of the space: a wallet on a USB key leaves nothing on the computer.
    try:
        beside = Path(tempfile.mkdtemp(prefix=".rehearsal-", dir=session.folder))
    except OSError as error:
        raise FileNotWritten(file=session.folder.name) from error
    try:
        with _opened(file) as content:
            found = Backup(content, phrases.folded(phrase))
            trial = open_space(beside).adopt(backing_up.seed_of(found), phrase)
            with closing(trial):
                backing_up.restore(found, trial)
                compared = backing_up.compare(trial, session.space_as_it_is)
    finally:
        shutil.rmtree(beside)
    if session.json:
        answer({**said, **report.of_compared(compared)})
    else:
        code = "backup.whole" if compared.is_whole else "backup.differs"
        line(wording.say(code, {"count": compared.badges}, lang=session.lang))
    if not compared.is_whole:
        raise SystemExit(Exit.NOT_DONE)


def _opened(file: Path) -> BinaryIO:
    try:
        return file.open("rb")
    except OSError as error:
        raise BackupUnreadable(why="absent") from error
