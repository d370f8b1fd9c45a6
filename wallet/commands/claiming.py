"""Badges that await their learners in one file, each under a short code on paper."""

import secrets
from pathlib import Path

import click

from shared.keys import SigningKey
from wallet import claiming, report, wording
from wallet.awarding.award import make_award
from wallet.awarding.compose import Award
from wallet.awarding.withdrawal import number
from wallet.claiming import MAX_BUNDLE_BYTES, Bundle
from wallet.commands.inputs import NoSuchFile
from wallet.commands.keeping import receive
from wallet.commands.options import command
from wallet.commands.session import Session
from wallet.commands.talk import answer, line
from wallet.errors import FileNotWritten
from wallet.vault.codes import SALT_BYTES
from wallet.vault.folder import write_whole

PICTURE = ".png"
SQUARE_SCALE = 8
"""Dots for one small square: readable from a page that was printed and copied."""


@click.command("claim")
@click.argument("code", metavar="CODE")
@click.option(
    "--bundle",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    required=True,
    metavar="FILE",
    help="The file in which the badge waits.",
)
@click.option(
    "--recipient",
    "recipients",
    multiple=True,
    metavar="TEXT",
    help="Whose badge it is: a name, an e-mail address or a DID.",
)
@command
def claim_badge(session: Session, *, code: str, bundle: Path, recipients: tuple[str, ...]) -> None:
    """
    Take the badge that waits for you, with the CODE that you were given on paper.

    Without an account, an address or the Internet. Capitals, hyphens and spaces do not count.

    Example:
        $ badge-wallet claim 7QK3M-X9P4D --bundle mardi.badges
    """
    found = claiming.claim(_read(bundle), code)
    raise SystemExit(
        receive(session, found.content, recipients, name=found.name, label=bundle.name)
    )


def award_to_claim(session: Session, award: Award, file: Path, out: Path) -> None:
    """Sign a badge, put it in a bundle, and tell the code, also as a square to print."""
    key, now = session.space.key, session.now
    bundle = (
        _read(file)
        if file.exists()
        else claiming.new_bundle(key, salt=secrets.token_bytes(SALT_BYTES), now=now)
    )
    claiming.check_room(bundle, key)
    # Written once before anything is signed: no award is made that could not be given.
    _write(file, bundle, key)
    made = make_award(award, session.space, session.circumstances())
    name = f"{made.right.badge.slug}{PICTURE}"
    fuller, code = claiming.with_badge(bundle, made.files[PICTURE], name=name, key=key, now=now)
    _write(file, fuller, key)
    square = out / f"code-{number(made.line)}{PICTURE}"
    _draw(code, square)
    if session.json:
        files = {"bundle": str(file), "square": str(square)}
        answer({**report.of_award(made, files=files), "code": code})
        return
    facts = {"to": award.to, "code": code, "file": str(file), "square": str(square)}
    line(wording.say("claim.made", facts, lang=session.lang))
    line(wording.say("claim.made", facts, lang=session.lang, part="help"))


def _write(file: Path, bundle: Bundle, key: SigningKey) -> None:
    try:
        write_whole(file, [claiming.written(bundle, key)])
    except OSError as error:
        raise FileNotWritten(file=file.name) from error


def _draw(code: str, square: Path) -> None:
    import segno

    try:
        segno.make(code, error="m", micro=False).save(str(square), scale=SQUARE_SCALE)
    except OSError as error:
        raise FileNotWritten(file=square.name) from error


def _read(file: Path) -> Bundle:
    try:
        with file.open("rb") as open_file:
            raw = open_file.read(MAX_BUNDLE_BYTES + 1)
    except OSError as error:
        raise NoSuchFile from error
    return claiming.read_bundle(raw)
