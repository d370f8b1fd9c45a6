"""Award badges, see what was awarded, take an award back."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import click

from shared import parsing, reading
from shared.parsing.shapes import clean
from trust_registry.catalogue import EvidenceKind
from trust_registry.client import open_registry
from trust_registry.index import Registry
from wallet import report, wording
from wallet.awarding.award import Awarded, make_award
from wallet.awarding.compose import Award, Observation
from wallet.awarding.lists import PAUSE, PAUSE_END, PURPOSE, first_list, name_of
from wallet.awarding.pausing import pause
from wallet.awarding.withdrawal import Withdrawal, find, note_published, number, withdraw
from wallet.commands.claiming import award_to_claim
from wallet.commands.inputs import given
from wallet.commands.options import command
from wallet.commands.session import Session
from wallet.commands.showing import SIGNS
from wallet.commands.talk import answer, line, talk
from wallet.errors import FileNotWritten, PartnerUnknown
from wallet.standing import Sign
from wallet.vault import AwardLine

STATES = {"awarded": Sign.OK, "to-publish": Sign.CARE, "on-hold": Sign.CARE, "withdrawn": Sign.STOP}


@click.command("award")
@click.argument("badge", metavar="BADGE")
@click.option("--to", metavar="NAME", default="", help="Who receives it, as they say their name.")
@click.option(
    "--evidence", "narratives", multiple=True, metavar="TEXT", help="What the person showed."
)
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in EvidenceKind]),
    help="What kind of evidence it is.",
)
@click.option("--words", default="", metavar="TEXT", help="A word to the person.")
@click.option("--email", metavar="TEXT", help="Their e-mail address, if they want it in the badge.")
@click.option("--did", metavar="DID", help="The identifier of their own space, if they have one.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    metavar="FOLDER",
    help="Where to put the three files (default: here).",
)
@click.option("--may-pause", is_flag=True, help="It can be put on hold later, and come back.")
@click.option(
    "--to-claim",
    "bundle",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Put the badge in this file instead, under a short code to give on paper.",
)
@command
def award_badge(  # noqa: PLR0913 - click hands over each option as one argument
    session: Session,
    badge: str,
    *,
    to: str,
    narratives: tuple[str, ...],
    kind: str | None,
    words: str,
    email: str | None,
    did: str | None,
    out: Path,
    bundle: Path | None,
    may_pause: bool,
) -> None:
    """
    Recognise what somebody can do: sign a badge for them, in the name of a partner.

    It needs the badge that allows awarding, in this space, and a key that the partner
    lists. It gives a picture, a drawing and a text; each one is the whole badge.

    Example:
        $ badge-wallet award b04 --to "Amina Benali" --evidence "A classé ses photos." --out .
        $ badge-wallet award b04 --to "Amina Benali" --evidence "..." --to-claim mardi.badges
    """
    observed = EvidenceKind(kind) if kind is not None else None
    award = Award(
        badge=badge,
        to=" ".join(clean(to).split()),
        evidence=tuple(Observation(narrative=clean(one), kind=observed) for one in narratives),
        words=clean(words),
        email=None if email is None else clean(email),
        did=None if did is None else clean(did),
        lang=session.lang,
        may_pause=may_pause,
    )
    _make_folder(out)
    if bundle is not None:
        award_to_claim(session, award, bundle, out)
        return
    made = make_award(award, session.space, session.circumstances())
    written = _write_files(made, out)
    if session.json:
        answer(report.of_award(made, files=written))
    else:
        _tell(session, made, award, written)


def _make_folder(folder: Path) -> None:
    """Be sure that files can stand there before anything is signed. Raises: FileNotWritten."""
    draft = folder / ".badge-wallet"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(b"")
        draft.unlink()
    except OSError as error:
        raise FileNotWritten(file=folder.name) from error


def _write_files(made: Awarded, folder: Path) -> dict[str, str]:
    written = {}
    for suffix, content in made.files.items():
        file = folder / f"{made.right.badge.slug}-{number(made.line)}{suffix}"
        try:
            file.write_bytes(content)
        except OSError as error:
            raise FileNotWritten(file=file.name) from error
        written[suffix.removeprefix(".")] = str(file)
    return written


def _tell(session: Session, made: Awarded, award: Award, written: dict[str, str]) -> None:
    lang = session.lang
    facts = {
        "name": made.right.badge.name[lang],
        "to": award.to,
        "partner": made.right.partner.name,
        "number": number(made.line),
    }
    line(wording.say("award.done", facts, lang=lang))
    line(wording.say("award.files", lang=lang))
    for file in written.values():
        line(f"  {file}")


@click.command("awards")
@command
def list_awards(session: Session) -> None:
    """
    List the badges awarded from this space: which, when, and whether it was withdrawn.

    Nothing about the persons is kept here; the number stands in the name of the files.

    Example:
        $ badge-wallet awards
    """
    known = session.space.vault.awards()
    for one in known:
        if session.json:
            answer(report.of_award_line(one))
        else:
            line(_in_a_list(one, session))
    if not known and not session.json:
        line(wording.say("award.none", lang=session.lang))


def _in_a_list(one: AwardLine, session: Session) -> str:
    state, badge_id = report.state_of_award(one), one.record["badge"]
    # Another registry, or none, may not know a badge that was awarded in this one.
    known = (badge for badge in session.catalogue.badges if badge.id == badge_id)
    name = next((badge.name[session.lang] for badge in known), badge_id)
    facts = {"state": state, "name": name, "day": one.awarded_at}
    said = wording.say("award.line", facts, lang=session.lang)
    return f"{number(one)}  {SIGNS[STATES[state]]} {said}"


DESK = click.option(
    "--desk",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    metavar="DIR",
    help="The working folder of the registry, to publish at once.",
)
OUT = click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Without --desk: where to put the signed list (default: its own name, here).",
)


@click.command("withdraw")
@click.argument("award", metavar="AWARD")
@click.option("--reason", default="", metavar="TEXT", help="Why; kept in this space only.")
@click.option("--suspend", is_flag=True, help="Only put it on hold; `resume` gives it back.")
@DESK
@OUT
@command
def withdraw_award(
    session: Session,
    award: str,
    *,
    reason: str,
    suspend: bool,
    desk: Path | None,
    out: Path | None,
) -> None:
    """
    Take back a badge that was awarded from this space: AWARD is its number, or its file.

    Everybody who checks it sees it as soon as the partner has published the list. With
    --suspend it is on hold, if it was awarded with --may-pause.

    Example:
        $ badge-wallet withdraw 3fa9c1d2 --reason "Remis par erreur" --desk registre
    """
    if suspend:
        act = partial(pause, _named(award), session.space, on_hold=True, now=session.now)
    else:
        why = clean(reason)
        act = partial(withdraw, _named(award), session.space, reason=why, now=session.now)
    _list_anew(session, act, desk, out, said="withdraw.paused" if suspend else "withdraw.done")


@click.command("resume")
@click.argument("award", metavar="AWARD")
@DESK
@OUT
@command
def resume_award(session: Session, award: str, *, desk: Path | None, out: Path | None) -> None:
    """
    Give back a badge that was put on hold from this space.

    Example:
        $ badge-wallet resume 3fa9c1d2 --desk registre
    """
    act = partial(pause, _named(award), session.space, on_hold=False, now=session.now)
    _list_anew(session, act, desk, out, said="withdraw.resumed")


def _list_anew(
    session: Session,
    act: Callable[[Registry], Withdrawal],
    desk: Path | None,
    out: Path | None,
    *,
    said: str,
) -> None:
    """Change a list, then publish it or put it in a file for the partner."""
    registry = _freshest(session, desk)
    try:
        found = act(registry)
    finally:
        if desk is not None:
            registry.close()
    file = None
    if desk is None:
        file = out or Path(f"{found.list_name}.json")
        _carry(found.signed, file)
    else:
        _publish(session, found, desk)
    _tell_withdrawn(session, found, file, said)


def _named(award: str) -> str:
    """The identifier of the badge in a file, when there is a file; else what was typed."""
    file = Path(award)
    if not file.is_file():
        return award
    read = parsing.parse(reading.read(next(given((award,))).read()))
    return read.id or award


def _freshest(session: Session, desk: Path | None) -> Registry:
    """The list of partners to change: that of the desk, else the one that was given."""
    if desk is not None:
        return open_registry(str(desk), now=session.now)
    return session.registry_or_refuse()


def _carry(signed: bytes, file: Path) -> None:
    try:
        file.write_bytes(signed)
    except OSError as error:
        raise FileNotWritten(file=file.name) from error


def _publish(session: Session, found: Withdrawal, folder: Path) -> None:
    from trust_registry.publishing import open_desk

    desk = open_desk(folder)
    desk.publish_list(found.partner.slug, found.list_name, found.signed, at=session.now)
    if not found.list_name.endswith(PAUSE_END):
        note_published(session.space, found, now=session.now)


def _tell_withdrawn(session: Session, found: Withdrawal, file: Path | None, said: str) -> None:
    kept = find(session.space, found.line.credential_id)
    if session.json:
        answer({**report.of_award_line(kept), "file": None if file is None else str(file)})
        return
    lang = session.lang
    if found.already and said == "withdraw.done":
        talk(wording.say("withdraw.already", lang=lang))
    facts = {"number": number(found.line), "file": str(file)}
    code = said if file is None else "withdraw.to-carry"
    line(wording.say(code, facts, lang=lang))
    if file is not None:
        line(wording.say(code, facts, lang=lang, part="help"))


@click.command("new-list")
@click.argument("partner", metavar="PARTNER")
@click.argument("name", metavar="KEY")
@click.option("--pause", "pausing", is_flag=True, help="The second list: of what is on hold.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Where to put it (default: KEY.json, here).",
)
@command
def make_list(
    session: Session, partner: str, name: str, *, pausing: bool, out: Path | None
) -> None:
    """
    Make the first list of withdrawals of this space's key, for a partner to publish.

    PARTNER is the short name of the partner, KEY the name it gives to this key (k4).

    Example:
        $ badge-wallet --registry registre new-list fablab-la-clavette k4
    """
    registry = session.registry_or_refuse()
    found = next((one for one in registry.all_partners() if one.slug == partner), None)
    if found is None:
        raise PartnerUnknown(partner=partner)
    purpose = PAUSE if pausing else PURPOSE
    key, now = session.space.key, session.now
    signed = first_list(name, found, registry, key=key, now=now, purpose=purpose)
    file = out or Path(f"{name_of(name, purpose)}.json")
    _carry(signed, file)
    if session.json:
        answer({"did": session.space.did, "key": f"{found.id}#{name}", "file": str(file)})
    else:
        facts = {"file": str(file), "partner": found.name}
        line(wording.say("award.first-list", facts, lang=session.lang))
        line(wording.say("award.first-list", facts, lang=session.lang, part="help"))


@click.command("did")
@command
def show_identifier(session: Session) -> None:
    """
    Print the identifier of this space, which a partner needs to let it award.

    Example:
        $ badge-wallet did
    """
    if session.json:
        answer({"did": session.space.did, "key": session.space.key.public.multibase})
        return
    line(session.space.did)
    talk(wording.say("space.identifier", lang=session.lang, part="help"))
