"""``welcome``, ``invite``, ``invitations``, ``uninvite``, ``serve``: partners without a key."""

from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from shared.times import instant_text
from trust_registry.commands import talk
from trust_registry.commands.proposing import OUT, write_proposal
from trust_registry.commands.publishing import AT, DESK, write_pages
from trust_registry.commands.talk import Session
from trust_registry.joining import Invitations
from trust_registry.joining.invitations import MAX_INVITATION_DAYS, USUAL_DAYS
from trust_registry.layout import partner_did
from trust_registry.model import Assurance, Kind, Member
from trust_registry.publishing import Desk, desk_changes, staging
from trust_registry.publishing.contents import catalogue_in, members_in
from trust_registry.publishing.edition import Edition

LOOPBACK = "127.0.0.1"
OWN_NAMES = (LOOPBACK, "localhost")
DEFAULT_PORT = 8010
LINK = "invitation"
SECURE = "https"

MakeApp = Callable[[Path, Callable[[], datetime], Callable[[datetime], None], str | None], Any]


def _an_address(_context: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    """Where people reach the form: https, or this machine."""
    if value is None:
        return None
    scheme, _, rest = value.rstrip("/").partition("://")
    host = rest.partition("/")[0]
    own = scheme == "http" and host.partition(":")[0] in OWN_NAMES
    if not host or "@" in host or not (scheme == SECURE or own):
        raise click.BadParameter(value)
    return value.rstrip("/")


ADDRESS = click.option(
    "--address",
    metavar="URL",
    callback=_an_address,
    help="Where partners reach the form, e.g. https://inviter.example.",
)


@click.command("welcome")
@DESK
@click.argument("slug")
@click.option("--name", required=True, help="What the partner is called.")
@click.option(
    "--kind",
    type=click.Choice([str(one) for one in Kind if one is not Kind.HUB]),
    default=str(Kind.OTHER),
    show_default=True,
    help="What sort of organisation it is.",
)
@click.option("--place", help="The town.")
@OUT
@AT
@talk.command
def welcome(
    session: Session,
    /,
    *,
    folder: Path,
    slug: str,
    name: str,
    kind: str,
    place: str | None,
    out: Path,
    at: datetime | None,
) -> None:
    """
    Propose a partner without a key of its own: it may recognise, and the hub signs for it.

    Example:
        $ badge-registry welcome registre ville-dole --name "Ville de Dole" --kind town
              --out ville.json
    """
    now = at or session.clock()
    edition = Edition.load(folder)
    member = Member(
        slug=slug,
        name=name,
        kind=Kind(kind),
        ids=(partner_did(catalogue_in(edition).base, slug),),
        place=place,
        rights=desk_changes.rights(award=(), recognise=True, since=now),
        assurance=Assurance.HUB_ATTESTED,
    )
    listed = desk_changes.joined(members_in(edition), member)
    write_proposal(session, staging.propose(folder, staging.listing(listed, at=now), at=now), out)


@click.command("invite")
@DESK
@click.argument("slug")
@click.option(
    "--days",
    type=click.IntRange(1, MAX_INVITATION_DAYS),
    default=USUAL_DAYS,
    show_default=True,
    help="How long the link is good.",
)
@ADDRESS
@AT
@talk.command
def invite(
    session: Session,
    /,
    *,
    folder: Path,
    slug: str,
    days: int,
    address: str | None,
    at: datetime | None,
) -> None:
    """
    Make a link, good once, by which a partner without a key says what it recognises.

    The link is printed here and kept nowhere. Then comes a message that can be sent as it is.

    Example:
        $ badge-registry invite instance/region ville-montferroux --address https://inviter.example
    """
    now = at or session.clock()
    member = Desk.open(folder).member(slug)
    invitations = Invitations(folder)
    secret = invitations.invite(member, days=days, at=now)
    link = f"{address or f'http://{LOOPBACK}:{DEFAULT_PORT}'}/{LINK}/{secret}"
    until = invitations.open(secret, at=now).until
    if session.json:
        talk.answer({"slug": slug, "link": link, "until": instant_text(until)})
        return
    talk.line(link)
    talk.line()
    talk.line(session.say("joining.message", {"name": member.name, "day": until, "link": link}))


@click.command("invitations")
@DESK
@AT
@talk.command
def list_invitations(session: Session, /, *, folder: Path, at: datetime | None) -> None:
    """
    Say which links were given, and what has become of them.

    Example:
        $ badge-registry invitations instance/region
    """
    now = at or session.clock()
    Desk.open(folder)
    listed = Invitations(folder).all()
    if session.json:
        found = [
            {
                "slug": one.slug,
                "from": instant_text(one.since),
                "until": instant_text(one.until),
                "state": str(one.state(now)),
            }
            for one in listed
        ]
        talk.answer({"invitations": found})
        return
    talk.line(session.say("joining.count", {"count": len(listed)}))
    for one in listed:
        facts = {"slug": one.slug, "day": one.until, "state": str(one.state(now))}
        talk.line("  " + session.say("joining.listed", facts))


@click.command("uninvite")
@DESK
@click.argument("slug")
@AT
@talk.command
def uninvite(session: Session, /, *, folder: Path, slug: str, at: datetime | None) -> None:
    """
    End the open links of a partner.

    Example:
        $ badge-registry uninvite instance/region ville-montferroux
    """
    Desk.open(folder).member(slug)
    ended = Invitations(folder).revoke(slug, at=at or session.clock())
    if session.json:
        talk.answer({"slug": slug, "ended": ended})
        return
    talk.line(session.say("joining.revoked", {"count": ended}))


def serving(make_app: MakeApp) -> click.Command:
    """Make the command; only ``trust_registry.cli`` opens screens, so it gives the app."""

    @click.command("serve")
    @DESK
    @click.option("--port", type=click.IntRange(0, 65535), default=DEFAULT_PORT, show_default=True)
    @ADDRESS
    @AT
    @talk.command
    def serve(
        session: Session,
        /,
        *,
        folder: Path,
        port: int,
        address: str | None,
        at: datetime | None,
    ) -> None:
        """
        Serve the form of invited partners, on this machine, until Ctrl and C.

        With --address, a web server of this machine stands in front and speaks https.

        Example:
            $ badge-registry serve instance/region --address https://inviter.example
        """
        from shared.web import Server

        Desk.open(folder)

        def clock() -> datetime:
            return at or datetime.now(UTC).replace(microsecond=0)

        def after(now: datetime) -> None:
            write_pages(folder, at=now)

        app = make_app(folder, clock, after, address)
        with closing(Server(app, host=LOOPBACK, port=port)) as server:
            if session.json:
                talk.answer({"address": server.address})
            else:
                click.echo(talk.bare(session.say("joining.served", {"address": server.address})))
            server.run()

    return serve
