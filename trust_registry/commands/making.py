"""``badge-registry demo``: a registry to try things with, really signed."""

from datetime import datetime
from pathlib import Path

import click

from trust_registry.catalogue import seed
from trust_registry.commands import talk
from trust_registry.commands.publishing import write_pages
from trust_registry.commands.talk import Session, WholeMoment
from trust_registry.drafts import members_of_list
from trust_registry.layout import PUBLIC
from trust_registry.publishing import Desk, create

NAME_OF_A_LIST = "registry.of-a-list"


@click.command("demo")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--members",
    metavar="FILE.json",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Instead of the demo region, these issuers and nobody else.",
)
@click.option("--at", type=WholeMoment(), help="Do as if it were this instant.")
@talk.command
def make_demo(
    session: Session, /, *, folder: Path, members: Path | None, at: datetime | None
) -> None:
    """
    Make a registry to try things with: the demo region, or a plain list of issuers.

    DIR must be new or empty. FILE.json holds [{"id", "name", "kind", "badges", "from", "until"}];
    all but the first two may be left out.

    Example:
        $ badge-registry demo instance/region
        $ badge-registry demo essai --members members.json --at 2026-11-22T12:00:00Z
        $ badge-verify --registry essai badge.png
    """
    now = at or session.clock()
    if members is None:
        from trust_registry.demo import make_region

        make_region(folder, now)
        desk = Desk.open(folder)
    else:
        desk = create(
            folder,
            name=session.say(NAME_OF_A_LIST),
            members=members_of_list(talk.read_json(members), at=now),
            catalogue=seed(),
            at=now,
        )
    write_pages(folder, at=now)
    standing = desk.standing(now)
    if session.json:
        talk.answer(
            {
                "folder": str(folder),
                "public": str(folder / PUBLIC),
                "registry": standing.name,
                "partners": len(standing.members),
                "badges": standing.badges,
            }
        )
        return
    facts = {"partners": len(standing.members), "badges": standing.badges}
    talk.line(session.say("made.registry", facts))
    talk.line(session.say("made.served", {"folder": str(folder / PUBLIC)}))
    talk.line(session.say("made.next", {"folder": str(folder)}))
