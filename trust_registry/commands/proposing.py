"""
Proposing a change of the registry: one file, to be carried to those who sign it.

The server proposes and applies (``signing.py``); it holds no key of an administrator.
"""

from datetime import datetime
from pathlib import Path

import click

from shared.times import instant_text
from trust_registry.catalogue import seed
from trust_registry.commands import keys, talk
from trust_registry.commands.publishing import AT, DESK, write_pages
from trust_registry.commands.signing import told
from trust_registry.commands.talk import Session
from trust_registry.errors import FileTaken
from trust_registry.model import Member
from trust_registry.publishing import Desk, bundles, desk_changes, proposals, staging
from trust_registry.publishing.contents import members_in
from trust_registry.publishing.edition import Edition
from trust_registry.publishing.proposals import Proposal

ADMINISTRATORS = 3
PUBLICATION = click.argument("publication", metavar="PUBLICATION", type=keys.FILE)
OUT = click.option(
    "--out",
    metavar="FILE",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="Where the proposal is written, to be carried to those who sign.",
)
AWARD = click.option(
    "--award", metavar="b01,b02|*", default="", help="The badges that it may award."
)
RECOGNISE = click.option("--recognise", is_flag=True, help="It may recognise badges of others.")
SINCE = click.option("--since", type=talk.WholeMoment(), help="From when; now, if left out.")


@click.command("init")
@DESK
@click.option("--name", required=True, help="What the network is called, for people.")
@click.option(
    "--admin",
    "admins",
    multiple=True,
    metavar="FILE.pub",
    type=keys.FILE,
    help="The public half of the key of an administrator; three times.",
)
@OUT
@AT
@talk.command
def init(
    session: Session,
    /,
    *,
    folder: Path,
    name: str,
    admins: tuple[Path, ...],
    out: Path,
    at: datetime | None,
) -> None:
    """
    Begin a real registry: three administrators, two of whom sign each change.

    The keys of this server are made here; those of the administrators never come here. What
    is written in --out is signed by two of them (cosign), then put into place (apply).

    Example:
        $ badge-registry init registre --name "Réseau" --admin anne.key.pub
              --admin bruno.key.pub --admin claire.key.pub --out ouverture.json
    """
    people = {keys.public_of(one).raw: keys.public_of(one) for one in admins}
    if len(people) != ADMINISTRATORS:
        raise click.UsageError(talk.bare(session.say("proposal.three")))
    now = at or session.clock()
    made = staging.found(
        folder, name=name, catalogue=seed(), administrators=list(people.values()), at=now
    )
    write_proposal(session, made, out)


@click.command("accept")
@DESK
@PUBLICATION
@AWARD
@RECOGNISE
@SINCE
@OUT
@AT
@talk.command
def accept(
    session: Session,
    /,
    *,
    folder: Path,
    publication: Path,
    award: str,
    recognise: bool,
    since: datetime | None,
    out: Path,
    at: datetime | None,
) -> None:
    """
    Propose a new partner, from the first publication that it sent.

    Example:
        $ badge-registry accept registre mission-locale.json --award b01,b07 --recognise
              --out accueil.json
    """
    now = at or session.clock()
    brought = bundles.from_bytes(publication.read_bytes())
    newcomer = bundles.newcomer_of(brought)
    given = desk_changes.rights(
        award=_list(award), recognise=recognise, since=since or now, until=None
    )
    listed = desk_changes.joined(_members(folder), bundles.with_rights(newcomer, given))
    change = staging.listing(listed, at=now, brought=[brought])
    write_proposal(session, staging.propose(folder, change, at=now, brought=[brought]), out)


@click.command("grant")
@DESK
@click.argument("slug")
@AWARD
@RECOGNISE
@SINCE
@click.option("--until", type=talk.WholeMoment(), help="Until when; open, if left out.")
@click.option(
    "--equivalent",
    "equivalents",
    nargs=3,
    multiple=True,
    metavar="B I A",
    help="Badge, issuer and achievement: the same badge as awarded elsewhere; several times.",
)
@OUT
@AT
@talk.command
def grant(  # noqa: PLR0913 - click hands over each option as one argument
    session: Session,
    /,
    *,
    folder: Path,
    slug: str,
    award: str,
    recognise: bool,
    since: datetime | None,
    until: datetime | None,
    equivalents: tuple[tuple[str, str, str], ...],
    out: Path,
    at: datetime | None,
) -> None:
    """
    Propose more rights for a partner, or the same badge as awarded elsewhere.

    Example:
        $ badge-registry grant registre mission-locale --award b04 --out droits.json
    """
    now = at or session.clock()
    more = desk_changes.rights(
        award=_list(award), recognise=recognise, since=since or now, until=until
    )
    listed = desk_changes.granted(_members(folder), slug, more)
    change = staging.listing(listed, at=now)
    if equivalents:
        change = staging.both(change, desk_changes.with_equivalents(equivalents))
    write_proposal(session, staging.propose(folder, change, at=now), out)


@click.command("change-key")
@DESK
@PUBLICATION
@click.option(
    "--stolen-since",
    "stolen",
    type=talk.WholeMoment(),
    help="The old key is in other hands since then: what it said after that is taken back.",
)
@OUT
@AT
@talk.command
def change_key(
    session: Session,
    /,
    *,
    folder: Path,
    publication: Path,
    stolen: datetime | None,
    out: Path,
    at: datetime | None,
) -> None:
    """
    Propose that a partner signs with another key: the one that signed PUBLICATION.

    Example:
        $ badge-registry change-key registre nouvelle-cle.json --out cle.json
        $ badge-registry change-key registre nouvelle-cle.json
              --stolen-since 2026-11-01T00:00:00Z --out vol.json
    """
    now = at or session.clock()
    brought = bundles.from_bytes(publication.read_bytes())
    listed = desk_changes.holding_its_own_key(_members(folder), brought.slug)
    change = staging.listing(listed, at=now, brought=[brought])
    since = {} if stolen is None else {brought.slug: stolen}
    made = staging.propose(folder, change, at=now, brought=[brought], stolen=since)
    write_proposal(session, made, out)


@click.command("replace-admin")
@DESK
@click.option("--old", required=True, metavar="KEY", help="The beginning of the key that is gone.")
@click.option("--new", required=True, metavar="FILE.pub", type=keys.FILE)
@OUT
@AT
@talk.command
def replace_admin(
    session: Session, /, *, folder: Path, old: str, new: Path, out: Path, at: datetime | None
) -> None:
    """
    Propose another key for one administrator; the two others sign.

    Example:
        $ badge-registry replace-admin registre --old 3f2a91c0 --new denis.key.pub
              --out remplacement.json
    """
    now = at or session.clock()
    change = desk_changes.administrator(old, keys.public_of(new))
    write_proposal(session, staging.propose(folder, change, at=now, root=True), out)


@click.command("close")
@DESK
@click.argument("slug")
@click.option("--until", type=talk.WholeMoment(), help="When its rights end; now, if left out.")
@click.option(
    "--out",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write a proposal, where the keys of the administrators are not in DIR.",
)
@AT
@talk.command
def close(
    session: Session,
    /,
    *,
    folder: Path,
    slug: str,
    until: datetime | None,
    out: Path | None,
    at: datetime | None,
) -> None:
    """
    End the rights of a partner that leaves. The badges it gave before stay good.

    Example:
        $ badge-registry close registre fablab-de-sombreval --out depart.json
        $ badge-registry close instance/region fablab-de-sombreval --until 2027-01-01T00:00:00Z
    """
    now = at or session.clock()
    end = until or now
    if out is not None:
        listed = desk_changes.ended(_members(folder), slug, until=end)
        write_proposal(
            session, staging.propose(folder, staging.listing(listed, at=now), at=now), out
        )
        return
    desk = Desk.open(folder)
    desk.close_member(slug, until=end, at=now)
    write_pages(folder, at=now)
    if session.json:
        talk.answer({"closed": slug, "until": instant_text(end)})
        return
    talk.line(session.say("published.closed", {"name": desk.member(slug).name, "day": end}))


@click.command("prolong")
@DESK
@OUT
@AT
@talk.command
def prolong(session: Session, /, *, folder: Path, out: Path, at: datetime | None) -> None:
    """
    Propose the same list and the same keys for another year.

    Example:
        $ badge-registry prolong registre --out annee.json
    """
    now = at or session.clock()
    made = staging.propose(folder, desk_changes.prolonged, at=now, root=True)
    write_proposal(session, made, out)


@click.command("replace-online-keys")
@DESK
@OUT
@AT
@talk.command
def replace_online_keys(
    session: Session, /, *, folder: Path, out: Path, at: datetime | None
) -> None:
    """
    Propose new keys for this server, as after somebody broke into it.

    Example:
        $ badge-registry replace-online-keys registre --out serveur.json
    """
    now = at or session.clock()
    made = staging.propose(folder, desk_changes.online_keys(), at=now, root=True)
    write_proposal(session, made, out)


def _members(folder: Path) -> tuple[Member, ...]:
    return members_in(Edition.load(folder))


def _list(text: str) -> list[str]:
    return [one.strip() for one in text.split(",") if one.strip()]


def write_proposal(session: Session, proposal: Proposal, out: Path) -> None:
    """Write what is to be signed, and say what to do next. Raises: FileTaken."""
    if out.exists():
        raise FileTaken(file=str(out))
    keys.write_file(out, proposals.to_bytes(proposal))
    told(session, proposal, out)
