"""Serve the pages on this machine: the verifier, the wallet, the partners, badges to try."""

from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from verifier.verify import judge
from verifier.wording import as_text, in_words
from wallet import wording
from wallet.commands.demo import Demo
from wallet.commands.hall import Hall
from wallet.commands.listed import ListedPartners
from wallet.commands.options import command
from wallet.commands.session import NO_REGISTRY, Session
from wallet.commands.talk import answer, line, talk
from wallet.errors import SpaceUnusable
from wallet.importing import import_badge
from wallet.spaces import lock_of_space

LOOPBACK = "127.0.0.1"
"""What is shown on a screen is for whoever sits before it, so the pages are for this machine."""
OWN_NAMES = (LOOPBACK, "localhost")
"""Host names answered for: a page elsewhere cannot reach these under a name of its own."""
RATE = "60 per minute"
"""Verifications: one person at one machine, and a class around it."""
DEFAULT_PORT = 8000
SPACES = "spaces"
"""Beside the space that is used when none is named: those of several people."""
STAMP_FILE = "region.sha256"
"""Beside the badges of the demo space: the region that they come from."""
LINES_SAID = 4
"""The verdict, its sentence, why, and when: the rest is on the page."""

MakeApp = Callable[[Hall], Any]
PAGES = (("serve.verifier", "/"), ("serve.carnet", "/carnet/"))
REGISTRY_PAGE = ("serve.registry", "/registre/")
TRIAL_PAGE = ("serve.trial", "/essai/")


def serving(make_app: MakeApp) -> click.Command:
    """Make the command; only ``wallet.cli`` opens screens, so it gives the app."""

    @click.command("serve")
    @click.option("--port", type=click.IntRange(0, 65535), default=DEFAULT_PORT, show_default=True)
    @click.option(
        "--demo",
        type=click.Path(path_type=Path, file_okay=False),
        help="Show the demo region of this folder (FOLDER/region), and the space of a learner.",
    )
    @click.option(
        "--spaces",
        type=click.Path(path_type=Path, file_okay=False),
        help="The folder of several people's spaces, each under its own phrase.",
    )
    @click.option(
        "--pins",
        type=click.Path(path_type=Path, file_okay=False),
        help="Allow short codes; what they need is kept in this folder, apart from the spaces.",
    )
    @command
    def serve(
        session: Session,
        *,
        port: int,
        demo: Path | None,
        spaces: Path | None,
        pins: Path | None,
    ) -> None:
        """
        Serve the pages on this machine only, until Ctrl and C.

        Example:
            $ badge-registry demo instance/region
            $ badge-wallet serve --demo instance
        """
        from shared.web import Server

        hall = open_hall(session, Demo.of(demo) if demo else None, spaces)
        hall = replace(hall, pins=_apart(pins, hall))
        with ExitStack() as ends:
            ends.enter_context(closing(hall.listed))
            ends.enter_context(hall.ended)
            it = ends.enter_context(closing(Server(make_app(hall), host=LOOPBACK, port=port)))
            _welcome(hall, session, it.address)
            it.run()

    return serve


def open_hall(session: Session, demo: Demo | None, spaces: Path | None = None) -> Hall:
    """Bring together what the pages share; a demo space gets its badges at the first start."""
    typed = click.get_current_context().find_root().params

    def clock() -> datetime:
        return session.now if typed.get("at") else datetime.now(UTC)

    if demo is None:
        source = None if session.registry_source == NO_REGISTRY else session.registry_source
        return Hall(
            clock=clock,
            fetch=session.fetch,
            listed=ListedPartners(source, cache=session.cache, root=session.registry_root),
            places=session.places,
            **_spaces(session, spaces, named=bool(typed.get("space") or session.database)),
        )
    demo.manifest()
    session.folder = demo.space
    hall = Hall(
        clock=clock,
        fetch=demo.network(session.now, others=session.fetch),
        # No kept copy: a region made anew begins again with its first version.
        listed=ListedPartners(str(demo.region)),
        places=session.places,
        **_spaces(session, spaces or demo.spaces, named=True),
        owner=demo.owner,
        demo=demo,
    )
    _fill(hall, demo)
    return hall


def _apart(pins: Path | None, hall: Hall) -> Path | None:
    """Refuse a folder of codes that would be taken along with the spaces. Raises: SpaceUnusable."""
    for where in (hall.spaces, hall.folder):
        if pins and where and pins.resolve().is_relative_to(where.resolve()):
            raise SpaceUnusable(why="pins")
    return pins


def _spaces(session: Session, spaces: Path | None, *, named: bool) -> dict[str, Any]:
    """The one space that was named, unless it asks for its phrase; and where new ones are kept."""
    if not named:
        return {"spaces": spaces or session.folder.with_name(SPACES)}
    locked = lock_of_space(session.folder, database=session.database) is not None
    return {
        "space": None if locked else session.space,
        "folder": session.folder,
        "database": session.database,
        "spaces": spaces,
    }


def _fill(hall: Hall, demo: Demo) -> None:
    """Import the learner's badges, once for each region that was made."""
    filled = demo.space / STAMP_FILE
    if filled.is_file() and filled.read_text(encoding="ascii") == demo.stamp:
        return
    space = hall.space
    if space is None:
        return
    circumstances = hall.circumstances((*hall.owner, *space.dids))
    registry = circumstances.registry
    if registry is None:
        return
    wallet = space.wallet(registry.catalogue())
    for path in demo.of_the_learner():
        import_badge(path.read_bytes(), wallet, circumstances, name=path.name)
    filled.write_text(demo.stamp, encoding="ascii")


def _welcome(hall: Hall, session: Session, address: str) -> None:
    """Say where the pages are, and check one badge aloud."""
    pages = [*PAGES, *([REGISTRY_PAGE] if hall.listed.configured else [])]
    pages += [TRIAL_PAGE] if hall.demo else []
    if session.json:
        answer({code.removeprefix("serve."): address + path for code, path in pages})
        return
    for code, path in pages:
        line(wording.say(code, {"address": address + path}, lang=session.lang))
    if hall.demo is not None:
        for said in _one_badge(hall, hall.demo, session.lang):
            line(said)
    talk(wording.say("serve.stop", lang=session.lang))


def _one_badge(hall: Hall, demo: Demo, lang: str) -> list[str]:
    described = demo.first()
    file = str(described["file"])
    circumstances = replace(hall.circumstances(), recipients=tuple(described["recipients"]))
    judgement = judge(demo.badges.joinpath(file).read_bytes(), circumstances)
    worded = in_words(judgement, lang)
    said = ["", wording.say("serve.one", {"file": file}, lang=lang)]
    said += [f"  {text}" for text in as_text(worded).splitlines()[:LINES_SAID]]
    if worded.recognised:
        said.append(f"  {worded.recognised}")
        said += [f"    - {one.value} ({one.label})" for one in worded.recognisers]
    return said
