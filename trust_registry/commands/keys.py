"""``badge-registry key``: a key of one's own, in a file under a passphrase."""

import os
from pathlib import Path

import click
from securesystemslib.exceptions import Error as SigningFailed
from securesystemslib.exceptions import UnsupportedLibraryError
from securesystemslib.signer import Signer

from shared.errors import KeyInvalid
from shared.keys import KeyKind, PublicKey, SigningKey
from trust_registry.commands import talk
from trust_registry.commands.talk import Session
from trust_registry.errors import (
    FileTaken,
    KeyFileInvalid,
    OtherRegistry,
    PassphraseDiffers,
    TokenUnusable,
)
from trust_registry.publishing import key_files
from trust_registry.publishing.disk import saying_why
from trust_registry.publishing.key_files import KeyFile
from trust_registry.publishing.keyring import FILE_MODE, key_named_in_files

PUBLIC_ENDING = ".pub"
FILE = click.Path(path_type=Path, dir_okay=False, exists=True)
PHRASE_FILE = click.option(
    "--phrase-file",
    type=FILE,
    metavar="FILE",
    help="The passphrase, as the first line of a file; else it is asked for.",
)


@click.group("key")
def key() -> None:
    """Make the key that signs for you, and give its public half away."""


@key.command("new")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@PHRASE_FILE
@talk.command
def new_key(session: Session, /, *, file: Path, phrase_file: Path | None) -> None:
    """
    Make a key: FILE is yours, under a passphrase; FILE.pub is for the others.

    Example:
        $ badge-registry key new anne.key
    """
    public = file.with_name(file.name + PUBLIC_ENDING)
    for one in (file, public):
        if one.exists():
            raise FileTaken(file=str(one))
    made = SigningKey.generate()
    phrase = passphrase(session, phrase_file, twice=True)
    kept = key_files.sealed(made, phrase)
    write_file(file, key_files.private_text(kept), mode=FILE_MODE)
    write_file(public, key_files.public_text(made.public))
    told = {"file": str(file), "public": str(public)}
    if session.json:
        talk.answer({**told, "key": made.public.multibase})
        return
    talk.line(session.say("key.made", told))
    talk.line(session.say("key.carry", {**told, "key": _mark(made.public)}))


@key.command("of-token")
@click.argument("pem", metavar="KEY.pem", type=FILE)
@click.argument("file", metavar="FILE.pub", type=click.Path(path_type=Path, dir_okay=False))
@talk.command
def of_token(session: Session, /, *, pem: Path, file: Path) -> None:
    """
    Name the key of a token (P-256, as its program writes it) for the others.

    The secret half stays in the token; cosign --signer asks it to sign.

    Example:
        $ badge-registry key of-token token.pem anne.key.pub
    """
    if file.exists():
        raise FileTaken(file=str(file))
    try:
        found = PublicKey.from_pem(pem.read_text(encoding="ascii"))
    except (KeyInvalid, UnicodeDecodeError) as error:
        raise KeyFileInvalid(why="form") from error
    if found.kind is not KeyKind.P256:
        raise KeyFileInvalid(why="form")
    write_file(file, key_files.public_text(found))
    if session.json:
        talk.answer({"public": str(file), "key": found.multibase})
        return
    talk.line(session.say("key.is", {"key": _mark(found), "whole": found.multibase}))


@key.command("show")
@click.argument("file", metavar="FILE", type=FILE)
@talk.command
def show_key(session: Session, /, *, file: Path) -> None:
    """
    Say which key a file is of, in letters that can be read aloud.

    Example:
        $ badge-registry key show anne.key.pub
    """
    found = public_of(file)
    if session.json:
        talk.answer({"key": found.multibase, "mark": _mark(found)})
        return
    talk.line(session.say("key.is", {"key": _mark(found), "whole": found.multibase}))


def passphrase(session: Session, phrase_file: Path | None, *, twice: bool = False) -> str:
    """The passphrase that was given, or that is typed now. Raises: PassphraseDiffers."""
    if phrase_file is not None:
        lines = phrase_file.read_text(encoding="utf-8").splitlines()
        return lines[0] if lines else ""
    asked = talk.bare(session.say("key.passphrase"))
    typed = str(click.prompt(asked, hide_input=True, err=True))
    if twice:
        again = talk.bare(session.say("key.passphrase-again"))
        if click.prompt(again, hide_input=True, err=True) != typed:
            raise PassphraseDiffers
    return typed


def opened(session: Session, file: Path, phrase_file: Path | None, *, registry: str) -> SigningKey:
    """
    Take a key out of its file, for one registry; from its first use it serves no other.

    Raises:
        KeyFileInvalid, PassphraseWrong, OtherRegistry.
    """
    kept = key_files.read_private(file.read_bytes())
    if kept.registry not in (None, registry):
        raise OtherRegistry
    found = key_files.opened(kept, passphrase(session, phrase_file))
    if kept.registry is None:
        _remember(file, kept, registry)
    return found


def token_signer(session: Session, uri: str, public: Path) -> Signer:
    """
    The token that a signer's address of securesystemslib names (``hsm:2``, ``tkey:...``).

    Raises:
        TokenUnusable: the program for it is not installed, or it holds another key.
    """
    try:
        return Signer.from_priv_key_uri(
            uri,
            key_named_in_files(public_of(public)),
            lambda _what: passphrase(session, None),
        )
    except UnsupportedLibraryError as error:
        raise TokenUnusable(why="missing") from error
    except (SigningFailed, OSError, ValueError) as error:
        raise TokenUnusable(why="other") from error


def public_of(file: Path) -> PublicKey:
    """The public half of a key, from either of its files. Raises: KeyFileInvalid."""
    raw = file.read_bytes()
    try:
        return key_files.read_public(raw)
    except KeyFileInvalid:
        return key_files.read_private(raw).public


def write_file(file: Path, content: bytes, *, mode: int = 0o644) -> None:
    """Write a file whole, or leave the one that was there. Raises: DeskUnwritable."""
    draft = file.with_name(f".{file.name}.draft")
    with saying_why():
        draft.unlink(missing_ok=True)
        with os.fdopen(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode), "wb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
        draft.replace(file)


def _remember(file: Path, kept: KeyFile, registry: str) -> None:
    from dataclasses import replace

    text = key_files.private_text(replace(kept, registry=registry))
    write_file(file, text, mode=FILE_MODE)


def _mark(public: PublicKey) -> str:
    return key_files.fingerprint(public.multibase)
