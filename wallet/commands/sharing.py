"""Show badges to somebody, and say what was shown."""

from pathlib import Path
from typing import Any

import click

from shared.times import instant_text
from wallet import wording
from wallet.commands.options import command
from wallet.commands.session import Session
from wallet.commands.talk import answer, line, talk
from wallet.errors import FileNotWritten
from wallet.sharing import diary, linkedin, page, telling
from wallet.sharing.inside import Inside
from wallet.sharing.presenting import (
    MAX_AUDIENCE_LETTERS,
    MAX_DAYS,
    USUAL_DAYS,
    Presented,
    is_bound,
    present,
)
from wallet.sharing.presenting import line as one_line

PAGES = (".html", ".htm")


@click.command("share")
@click.argument("badges", nargs=-1, required=True, metavar="ID...")
@click.argument("out", type=click.Path(path_type=Path, dir_okay=False), metavar="OUT")
@click.option("--for", "audience", required=True, metavar="TEXT", help="Whom they are for.")
@click.option("--challenge", metavar="TEXT", help="The question that they asked.")
@click.option(
    "--days",
    type=click.IntRange(1, MAX_DAYS),
    default=USUAL_DAYS,
    show_default=True,
    help="How long the signature may be used; the badges themselves hold on.",
)
@click.option("--name", default="", metavar="TEXT", help="Your name, written on the page.")
@click.option("--mail", default="", metavar="TEXT", help="Your address, written on the page.")
@click.option("--evidence", is_flag=True, help="Write on the page what you showed.")
@click.option("--words", is_flag=True, help="Write on the page what the giver told you.")
@command
def share_badges(  # noqa: PLR0913 - click hands over each option as one argument
    session: Session,
    badges: tuple[str, ...],
    out: Path,
    *,
    audience: str,
    challenge: str | None,
    days: int,
    name: str,
    mail: str,
    evidence: bool,
    words: bool,
) -> None:
    """
    Sign badges for somebody: OUT.json for programs, OUT.html as a page to read.

    The badges travel as they are. The verifier takes both, and says whether they hold.
    Nothing is sent: the file is yours to give.

    Example:
        $ badge-wallet share 3fa9c1 --for "Mairie de Clairval" --days 30 badges.html
    """
    visible = telling.Visible(
        name=one_line(name, MAX_AUDIENCE_LETTERS),
        mail=one_line(mail, MAX_AUDIENCE_LETTERS),
        evidence=evidence,
        words=words,
    )
    made = present(
        session.space,
        session.wallet,
        badges,
        audience=audience,
        days=days,
        challenge=challenge,
        now=session.now,
    )
    hidden = telling.hidden_yet_inside(session.wallet, made.holdings, visible)
    if not session.json:
        _warn(hidden, session.lang)
        if challenge is not None and not is_bound(session.space, session.wallet, made.holdings):
            talk(wording.say("share.not-bound", lang=session.lang))
    _give(session, out, made, visible)
    _say(session, out, made, hidden)


def _give(session: Session, out: Path, made: Presented, visible: telling.Visible) -> None:
    """Write the file, then its line in the diary."""
    is_page = out.suffix.lower() in PAGES
    _write(out, _page(session, made, visible) if is_page else made.text)
    names = [wording.name(one, session.catalogue, lang=session.lang) for one in made.holdings]
    shown = diary.Shown(
        at=session.now,
        audience=made.audience,
        badges=tuple(names),
        form=diary.Form.PAGE if is_page else diary.Form.FILE,
        until=made.until,
    )
    diary.note(session.space.vault, shown)


def _page(session: Session, made: Presented, visible: telling.Visible) -> str:
    badges = telling.told(session.wallet, made.holdings, visible, lang=session.lang)
    sheet = page.Sheet(
        badges=badges,
        visible=visible,
        audience=made.audience,
        now=session.now,
        until=made.until,
    )
    return page.page(sheet, made, lang=session.lang)


def _write(out: Path, text: str) -> None:
    try:
        out.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise FileNotWritten(file=out.name) from error


def _warn(hidden: tuple[Inside, ...], lang: str) -> None:
    """Say what whoever opens the signed badges can read, before the file is there."""
    if hidden:
        talk(wording.say("share.inside", lang=lang))
        for one in hidden:
            talk(f"  - {wording.say(one.code, lang=lang)}")
        talk(wording.say("share.inside", lang=lang, part="help"))


def _say(session: Session, out: Path, made: Presented, hidden: tuple[Inside, ...]) -> None:
    lang = session.lang
    if session.json:
        answer(
            {
                "file": str(out),
                "badges": [one.id for one in made.holdings],
                "audience": made.audience,
                "challenge": made.challenge,
                "until": instant_text(made.until),
                "bound": is_bound(session.space, session.wallet, made.holdings),
                "inside": [one.value for one in hidden],
            }
        )
        return
    facts = {"count": len(made.holdings), "audience": made.audience}
    line(wording.say("share.done", {"file": str(out)}, lang=lang))
    line(wording.say("share.done-for", facts, lang=lang))
    line(wording.say("share.done-until", {"until": made.until}, lang=lang))


@click.command("shared")
@click.option("--forget", is_flag=True, help="Erase these lines; what was given stays given.")
@command
def list_shared(session: Session, *, forget: bool) -> None:
    """
    List what was shown, to whom and until when, the last first.

    Example:
        $ badge-wallet shared
    """
    vault, lang = session.space.vault, session.lang
    if forget:
        count = diary.clear(vault)
        if session.json:
            answer({"forgotten": count})
        else:
            line(wording.say("share.diary-forgotten", {"count": count}, lang=lang))
        return
    found = diary.diary(vault)
    for one in found:
        if session.json:
            answer(_of_shown(one))
        else:
            line(told_line(one, lang))
    if not found and not session.json:
        line(wording.say("share.diary-empty", lang=lang))


@click.command("linkedin")
@click.argument("badge", metavar="ID")
@command
def fill_in_linkedin(session: Session, badge: str) -> None:
    """
    Give the address that fills in LinkedIn's form for a badge; nothing is sent.

    Example:
        $ badge-wallet linkedin 3fa9c1
    """
    address = linkedin.address(session.wallet, badge, lang=session.lang)
    if session.json:
        answer({"address": address})
        return
    talk(wording.say("share.linkedin-warn", lang=session.lang))
    talk(wording.say("share.linkedin-warn", lang=session.lang, part="help"))
    line(address)


def told_line(shown: diary.Shown, lang: str) -> str:
    """One line of the diary, in words."""
    facts = {"day": shown.at, "audience": shown.audience, "names": ", ".join(shown.badges)}
    said = wording.say("share.diary-line", facts, lang=lang)
    until = wording.say("share.diary-until", {"until": shown.until or wording.NONE}, lang=lang)
    return f"{said} ({wording.say(shown.form.code, lang=lang)}, {until})"


def _of_shown(shown: diary.Shown) -> dict[str, Any]:
    return {
        "at": instant_text(shown.at),
        "audience": shown.audience,
        "badges": list(shown.badges),
        "form": shown.form.value,
        "until": None if shown.until is None else instant_text(shown.until),
    }
