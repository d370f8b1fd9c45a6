"""When a phrase is forgotten, or a key is to be changed."""

from pathlib import Path

import click

from shared import scanning
from wallet import cards, wording
from wallet.commands import phrases as asking
from wallet.commands.options import PHRASE_FILE, command
from wallet.commands.session import Session
from wallet.commands.talk import answer, line
from wallet.errors import (
    CardUnreadable,
    FileNotWritten,
    NotProtected,
    PhraseMissing,
    PhraseUnread,
)
from wallet.identity import former_in
from wallet.spaces import lock_of_space, recover_space
from wallet.vault import recovery
from wallet.vault.folder import write_whole


@click.command("recovery-card")
@click.argument(
    "file", type=click.Path(path_type=Path, dir_okay=False), metavar="[FILE]", required=False
)
@click.option("--end", is_flag=True, help="Let the card that was made open nothing any more.")
@command
def make_card(session: Session, file: Path | None, *, end: bool) -> None:
    """
    Write a recovery card in FILE.pdf or FILE.html; the card made before opens nothing more.

    Example:
        $ badge-wallet --space ~/carnet recovery-card carte.pdf
    """
    if (file is None) is not end:
        raise click.UsageError(click.get_current_context().get_usage())
    space = session.space
    phrase = _phrase(session)
    if file is None:
        space.end_card(phrase)
    else:
        space.check_phrase(phrase)
        words = recovery.new_words()
        try:
            write_whole(file, [_drawn(session, file, words)])
        except OSError as error:
            raise FileNotWritten(file=file.name) from error
        # Only now: a card that could not be written ends none.
        space.make_card(phrase, words=words)
    if session.json:
        answer({"card": file is not None, "file": str(file) if file else None})
        return
    code = "card.ended" if file is None else "card.written"
    line(wording.say(code, {"file": str(file)}, lang=session.lang))


@click.command("recover")
@click.option(
    "--card-file",
    type=PHRASE_FILE,
    metavar="FILE",
    help="A picture of the card, or its words on the first line; else they are asked for.",
)
@click.option(
    "--new-phrase-file",
    "new_file",
    type=PHRASE_FILE,
    metavar="FILE",
    help="The new phrase, as the first line of a file.",
)
@command
def recover(session: Session, card_file: Path | None, new_file: Path | None) -> None:
    """
    Open a space with its recovery card, and give it a new phrase.

    Example:
        $ badge-wallet --space ~/carnet recover
    """
    if lock_of_space(session.folder, database=session.database) is None:
        raise NotProtected
    if card_file is not None:
        words = _words_in(card_file)
    elif asking.may_ask():
        words = asking.asked("card.ask", lang=session.lang)
    else:
        raise PhraseMissing
    phrase = asking.new_phrase(new_file, lang=session.lang)
    space = recover_space(session.folder, words, phrase, database=session.database)
    session.replace_space(space)
    if session.json:
        answer({"recovered": True, "badges": len(space.vault.badges())})
    else:
        line(wording.say("card.opened", lang=session.lang))


@click.command("rotate-key")
@command
def rotate_key(session: Session) -> None:
    """
    Change the key that the space signs with; badges given to the former one stay yours.

    Example:
        $ badge-wallet --space ~/carnet rotate-key
    """
    space = session.replace_space(session.space.rotate_key(now=session.now))
    former = former_in(space.vault.secrets())
    if session.json:
        told = [{"did": one.did, "until": one.until.isoformat()} for one in former]
        answer({"did": space.did, "former": told})
        return
    line(space.did)
    line(wording.say("card.key-changed", lang=session.lang))
    if space.vault.awards():
        line(wording.say("card.key-changed", lang=session.lang, part="help"))


def _drawn(session: Session, file: Path, words: str) -> bytes:
    """The card, as the name of its file asks."""
    if file.suffix.lower() == ".pdf":
        return cards.sheet(words, now=session.now, lang=session.lang)
    return cards.page(words, now=session.now, lang=session.lang).encode()


def _words_in(path: Path) -> str:
    """The words of a card: in the square of a picture of it, or on the first line of a text."""
    try:
        content = b"" if str(path) == asking.STDIN else path.read_bytes()
    except OSError as error:
        raise PhraseUnread(file=path.name) from error
    if scanning.photo_kind(content) is None:
        return asking.in_file(path)
    found = [code for code in scanning.codes(content) if code.startswith(recovery.PREFIX)]
    if not found:
        raise CardUnreadable(why="square", count=recovery.WORDS_ON_A_CARD)
    return found[0]


def _phrase(session: Session) -> str:
    """The phrase that is in use, asked for once more when it did not open the space itself."""
    phrase = session.phrase
    if phrase is None and asking.may_ask():
        phrase = asking.asked("lock.ask", lang=session.lang)
    if phrase is None:
        raise PhraseMissing
    return phrase
