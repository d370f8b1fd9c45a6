"""Put on paper: a badge, a card, a pathway to tick by hand, a sheet of what somebody can do."""

from collections.abc import Sequence
from pathlib import Path

import click

from wallet import wording
from wallet.commands.options import command
from wallet.commands.session import Session
from wallet.commands.talk import answer, bare, line
from wallet.errors import FileNotWritten
from wallet.paper.badge_sheet import Paper, badge_on_paper
from wallet.paper.path_card import path_on_paper
from wallet.paper.sheet import sheet_in_lines, sheet_on_paper
from wallet.pathways import progress
from wallet.sharing import diary
from wallet.sharing.errors import PathwayUnknown
from wallet.sharing.presenting import MAX_AUDIENCE_LETTERS
from wallet.sharing.presenting import line as one_line
from wallet.sharing.telling import Visible

OUT = click.argument("out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE.pdf")
NAME = click.option("--name", default="", metavar="TEXT", help="Your name, written on it.")


@click.group("print")
def printing() -> None:
    """
    Make a PDF to print: a badge, a card, a pathway to tick by hand.

    Example:
        $ badge-wallet print badge 3fa9c1 badge.pdf
    """


@printing.command("badge")
@click.argument("badge", metavar="ID")
@OUT
@NAME
@click.option("--evidence", is_flag=True, help="Write on it what you showed.")
@click.option("--words", is_flag=True, help="Write on it what the giver told you.")
@command
def print_badge(
    session: Session, badge: str, out: Path, *, name: str, evidence: bool, words: bool
) -> None:
    """
    Print one badge on an A4 page; its square holds the whole signed badge.

    Example:
        $ badge-wallet print badge 3fa9c1 badge.pdf --name "Amina Benali"
    """
    visible = Visible(name=one_line(name, MAX_AUDIENCE_LETTERS), evidence=evidence, words=words)
    _print_badge(session, badge, out, paper=Paper.PAGE, visible=visible)


@printing.command("card")
@click.argument("badge", metavar="ID")
@OUT
@NAME
@command
def print_card(session: Session, badge: str, out: Path, *, name: str) -> None:
    """
    Print one badge on a card of 105 x 74 mm; its square holds the whole signed badge.

    Example:
        $ badge-wallet print card 3fa9c1 carte.pdf
    """
    visible = Visible(name=one_line(name, MAX_AUDIENCE_LETTERS))
    _print_badge(session, badge, out, paper=Paper.CARD, visible=visible)


@printing.command("path")
@click.argument("pathway", metavar="PATHWAY")
@OUT
@command
def print_path(session: Session, pathway: str, out: Path) -> None:
    """
    Print a pathway on one page, to tick by hand; what is done is ticked.

    Example:
        $ badge-wallet print path fondamentaux parcours.pdf
    """
    found = progress(session.wallet.holdings(), session.catalogue)
    wanted = next((one for one in found if one.pathway.id == pathway.strip().lower()), None)
    if wanted is None:
        raise PathwayUnknown(pathway=pathway)
    pdf = path_on_paper(wanted, session.catalogue, now=session.now, lang=session.lang)
    _write(session, out, pdf)


@printing.command("sheet")
@click.argument("badges", nargs=-1, metavar="[ID]...")
@click.argument("out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE.pdf|FILE.txt")
@NAME
@click.option("--mail", default="", metavar="TEXT", help="Your address, written on it.")
@command
def print_sheet(
    session: Session, badges: tuple[str, ...], out: Path, *, name: str, mail: str
) -> None:
    """
    Print what you can do, badge by badge, to join to an application.

    Without a name of a badge, all those that count today.

    Example:
        $ badge-wallet print sheet mes-badges.pdf --name "Amina Benali"
    """
    wallet, now, lang = session.wallet, session.now, session.lang
    visible = Visible(
        name=one_line(name, MAX_AUDIENCE_LETTERS), mail=one_line(mail, MAX_AUDIENCE_LETTERS)
    )
    wanted = badges or tuple(one.id for one in wallet.holdings() if one.counts)
    if out.suffix.lower() == ".txt":
        text = sheet_in_lines(wallet, wanted, visible, now=now, lang=lang)
        content = bare(text).encode()
    else:
        content = sheet_on_paper(wallet, wanted, visible, now=now, lang=lang)
    _write(session, out, content)
    _note(session, wanted)


def _print_badge(
    session: Session, badge: str, out: Path, *, paper: Paper, visible: Visible
) -> None:
    wallet, lang = session.wallet, session.lang
    pdf = badge_on_paper(wallet, badge, paper, visible, now=session.now, lang=lang)
    _write(session, out, pdf)
    _note(session, [badge])


def _note(session: Session, badges: Sequence[str]) -> None:
    """Add to the diary that these badges left on paper."""
    wallet, lang = session.wallet, session.lang
    held = [wallet.get(badge) for badge in badges]
    shown = diary.Shown(
        at=session.now,
        audience=wording.say("print.whoever", lang=lang),
        badges=tuple(wording.name(one, session.catalogue, lang=lang) for one in held),
        form=diary.Form.PAPER,
        until=None,
    )
    diary.note(session.space.vault, shown)


def _write(session: Session, out: Path, pdf: bytes) -> None:
    try:
        out.write_bytes(pdf)
    except OSError as error:
        raise FileNotWritten(file=out.name) from error
    if session.json:
        answer({"file": str(out), "bytes": len(pdf)})
    else:
        line(wording.say("print.done", {"file": str(out)}, lang=session.lang))
