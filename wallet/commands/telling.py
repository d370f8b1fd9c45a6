"""What somebody is to be told, and asked: notices, and whose a badge is."""

import click

from wallet import report, wording
from wallet.belonging import Answered, Claimed, mine, not_mine, unsure
from wallet.commands.options import command
from wallet.commands.session import Session
from wallet.commands.talk import answer, line
from wallet.notices import Notice, acknowledge, notices


@click.command("notices")
@click.option("--read", "badge", metavar="ID", help="The notices about this badge were read.")
@click.option("--read-all", is_flag=True, help="All of them were read.")
@command
def tell_notices(session: Session, *, badge: str | None, read_all: bool) -> None:
    """
    Tell what happened to badges: taken back, on hold, ending within 60 days or 7.

    A notice that was read is not told again. Nothing is asked of the network: see `recheck`.

    Example:
        $ badge-wallet notices
        $ badge-wallet notices --read 3fa9c1
    """
    wallet = session.wallet
    wanted = None if badge is None else wallet.get(badge).id
    circumstances = session.circumstances()
    told = notices(wallet.holdings(), now=session.now, registry=circumstances.registry)
    if not told and not session.json:
        line(wording.say("notice.none", lang=session.lang))
    for one in told:
        if read_all or one.holding.id == wanted:
            acknowledge(wallet, one.holding.id, one.key)
        elif badge is not None:
            continue
        if session.json:
            answer(report.of_notice(one))
        else:
            for text in sentences(one, session):
                line(text)


def sentences(one: Notice, session: Session) -> list[str]:
    """A notice in words: which badge, what happened, why, and whom to write to."""
    name = wording.name(one.holding, session.catalogue, lang=session.lang)
    return [f"{one.holding.id}  {name}: {wording.notice(one, lang=session.lang)}"]


@click.command("mine")
@click.argument("badge", metavar="ID")
@click.option("--yes", "said", flag_value=Claimed.YES.value, help="It is for me.")
@click.option("--no", "said", flag_value=Claimed.NO.value, help="It is for somebody else.")
@click.option("--unsure", "said", flag_value=Claimed.UNSURE.value, help="I do not know.")
@click.option(
    "--as",
    "name",
    default="",
    metavar="TEXT",
    help="With --yes: the name or address that the structure knows.",
)
@command
def whose(session: Session, badge: str, *, said: str | None, name: str) -> None:
    """
    Answer « Ce badge est-il pour vous ? » for a badge that bears another name.

    With --yes and the name that it bears, it is yours, and counts. With --no it is put
    away; `restore` brings it back.

    Example:
        $ badge-wallet mine 3fa9c1 --yes --as amina.benali@courriel.example
    """
    wallet = session.wallet
    if said is None:
        raise click.UsageError("--yes, --no or --unsure")
    if said == Claimed.YES:
        found = mine(wallet, badge, session.circumstances(), name=name)
    elif said == Claimed.NO:
        found = not_mine(wallet, badge, now=session.now)
    else:
        found = unsure(wallet, badge)
    if session.json:
        answer({**report.of_holding(found.holding), "claimed": said, "fits": found.fits})
        return
    code = answered(found, Claimed(said))
    line(wording.say(code, lang=session.lang))
    line(wording.say(code, lang=session.lang, part="help"))


def answered(found: Answered, said: Claimed) -> str:
    """The code of what is said after an answer."""
    if said is Claimed.YES and not found.fits:
        return "mine.does-not-fit"
    return f"mine.{said}"
