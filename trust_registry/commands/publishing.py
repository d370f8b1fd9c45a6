"""``badge-registry renew`` and ``status``: the daily work of the hub."""

from datetime import datetime, timedelta
from pathlib import Path

import click

from shared.times import instant_text
from trust_registry import layout
from trust_registry.commands import talk
from trust_registry.commands.talk import Exit, Session, WholeMoment
from trust_registry.publishing import Desk, Standing
from trust_registry.publishing.disk import saying_why
from trust_registry.publishing.standing import FileStanding, Light

DESK = click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
BUNDLE = "internet.json"
"""Of a demo region: what its badges ask of the network."""
ALARM = timedelta(days=3)
"""What ends sooner than this is said aloud at each daily renewal."""
AT = click.option("--at", type=WholeMoment(), help="Do as if it were this instant.")


@click.command("renew")
@DESK
@AT
@talk.command
def renew(session: Session, /, *, folder: Path, at: datetime | None) -> None:
    """
    Sign the list of partners again today, so that it stays fresh. To be done every day.

    What ends within three days all the same is said on stderr, and the exit status is 3.

    Example:
        $ badge-registry renew instance/region
    """
    now = at or session.clock()
    desk = Desk.open(folder)
    desk.renew(at=now)
    write_pages(folder, at=now)
    standing = desk.standing(now)
    _tell(session, standing)
    ending = [one for one in standing.files if one.expires <= now + ALARM]
    names = {one.slug: one.name for one in standing.members}
    for one in ending:
        about = {"name": names.get(one.role, "none"), "role": one.role, "day": one.expires}
        click.echo(talk.bare(session.say("standing.alarm", about)), err=True)
    if ending:
        raise SystemExit(Exit.TO_RENEW)


@click.command("status")
@DESK
@AT
@talk.command
def status(session: Session, /, *, folder: Path, at: datetime | None) -> None:
    """
    Say what is published, until when, and what to renew.

    The exit status is 3 when a date is near or past.

    Example:
        $ badge-registry status instance/region
    """
    standing = Desk.open(folder).standing(at or session.clock())
    _tell(session, standing)
    if any(one.light is not Light.GREEN for one in standing.files):
        raise SystemExit(Exit.TO_RENEW)


def write_pages(folder: Path, *, at: datetime) -> None:
    """
    Bring the pages for people up to date with what is published.

    Raises:
        DeskUnwritable: the disk refuses; what was published stands, its pages are older.
    """
    from trust_registry.site import write_site

    with saying_why():
        write_site(folder / layout.PUBLIC, now=at)
        if (folder / BUNDLE).is_file():
            from trust_registry.demo import follow

            follow(folder, base=Desk(folder).catalogue().base)


def _tell(session: Session, standing: Standing) -> None:
    if session.json:
        talk.answer(_as_json(standing))
        return
    talk.line(standing.name)
    facts = {"partners": len(standing.members), "badges": standing.badges}
    talk.line(session.say("standing.holds", facts))
    if standing.published_at is not None:
        talk.line(session.say("standing.published", {"day": standing.published_at}))
    talk.line(session.say(standing.light.code, {"day": _first_end(standing)}))
    names = {one.slug: one.name for one in standing.members}
    for one in standing.files:
        if one.light is not Light.GREEN:
            about = {"name": names.get(one.role, "none"), "role": one.role, "day": one.expires}
            talk.line("  " + session.say(f"standing.file-{one.light}", about))


def _first_end(standing: Standing) -> datetime:
    return min(one.expires for one in standing.files if one.role in layout.RESERVED)


def _as_json(standing: Standing) -> dict[str, object]:
    return {
        "registry": standing.name,
        "published": (
            None if standing.published_at is None else instant_text(standing.published_at)
        ),
        "light": str(standing.light),
        "partners": [
            {
                "slug": one.slug,
                "id": one.id,
                "name": one.name,
                "kind": str(one.kind),
                "assurance": str(one.assurance),
            }
            for one in standing.members
        ],
        "badges": standing.badges,
        "files": [_file_as_json(one) for one in standing.files],
    }


def _file_as_json(one: FileStanding) -> dict[str, object]:
    return {
        "role": one.role,
        "version": one.version,
        "expires": instant_text(one.expires),
        "light": str(one.light),
    }
