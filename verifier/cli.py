"""The command ``badge-verify``; it may open this floor's screens, and nothing else may."""

from collections.abc import Iterator
from datetime import UTC, datetime
from inspect import cleandoc
from pathlib import Path

import click

from shared.commands.moment import Moment
from shared.errors import BundleInvalid
from shared.installation import ensure_ours
from verifier.commands.inputs import Input, inputs
from verifier.commands.session import Options, Session, Told
from verifier.verdict import EXIT_FOR, Level

PROGRAM = "badge-verify"
MAX_JOBS = 64
"""Processes; more than a large machine has cores only costs memory."""


FILE = click.Path(path_type=Path, dir_okay=False, exists=True)


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("given", metavar="INPUT...", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON, one line an input.")
@click.option("--lang", type=click.Choice(["fr", "en"]), default="fr", show_default=True)
@click.option("--offline", is_flag=True, help="Ask nothing of the network.")
@click.option(
    "--registry",
    metavar="DIR|URL|FILE|none",
    envvar="BADGES_REGISTRY",
    help="The published list of partners of the network, or a file that names several lists"
    " (or BADGES_REGISTRY).",
)
@click.option(
    "--registry-root", type=FILE, help="The first root of a list that comes from an address."
)
@click.option("--at", type=Moment(), help="Do as if it were this instant.")
@click.option(
    "--recipient",
    "recipients",
    multiple=True,
    metavar="TEXT",
    help="Whose badge it is said to be: an e-mail, a name, a DID. May be repeated.",
)
@click.option("--challenge", metavar="TEXT", help="The question a presentation must answer.")
@click.option("--domain", metavar="TEXT", help="The place a presentation must be made for.")
@click.option("--replay", type=FILE, help="Answer every question from this recording.")
@click.option(
    "--record",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Keep what the network answers in this file.",
)
@click.option(
    "--jobs",
    type=click.IntRange(1, MAX_JOBS),
    default=1,
    show_default=True,
    help="Inputs judged at once.",
)
@click.version_option(package_name="badges-bfc", prog_name=PROGRAM)
def main(
    *,
    given: tuple[str, ...],
    as_json: bool,
    at: datetime | None,
    jobs: int,
    record: Path | None,
    **options: object,
) -> None:
    """
    Say whether badges can be believed: files, folders, addresses, or - for stdin.

    Exit status: 0 trusted, 1 not good, 3 not all could be checked, 4 no badge read,
    5 authentic but outside of the network; of several, that of the gravest.

    Example:
        $ badge-verify badge.png
        $ badge-verify --json --registry registre/ --recipient amina@example.org badges/
    """
    ensure_ours()
    session = Session(
        Options(now=at or datetime.now(UTC), json=as_json, record=record, **options)  # type: ignore[arg-type]  # click has read them by the types above
    )
    found = list(inputs(given))
    levels = []
    alarms: dict[str, None] = {}
    try:
        for one, told in zip(found, _answers(session, found, jobs), strict=True):
            _print(told, one.label if len(found) > 1 and not as_json else "")
            levels.append(told.level)
            if told.alarm is not None:
                alarms[told.alarm] = None
        session.close()
    except BundleInvalid as error:
        raise click.UsageError(f"{error.code} {error.facts}") from error
    for alarm in alarms:
        _warn(alarm, session.options)
    raise SystemExit(EXIT_FOR[min(levels, key=list(Level).index, default=Level.UNREADABLE)])


def _print(told: Told, label: str) -> None:
    if label:
        # A file may be called anything: nothing of it may move the cursor or be no text.
        shown = "".join(
            letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in label
        )
        click.echo(f"== {shown}")
    click.echo(told.text)


def _warn(alarm: str, options: Options) -> None:
    """Say beside the answers what to look at in the list of partners; programs get the code."""
    if options.json:
        click.echo(alarm, err=True)
        return
    from verifier.wording.text import plain
    from verifier.words import WORDS

    said = (WORDS.say(alarm, lang=options.lang, part=part) for part in ("title", "help"))
    click.echo(plain(f"! {'. '.join(said)}"), err=True)


def _answers(session: Session, found: list[Input], jobs: int) -> Iterator[Told]:
    """The answers in the order of the inputs, one process or several."""
    session.fetch  # noqa: B018 - a recording that cannot be read is said before the first answer
    if jobs == 1 or len(found) == 1 or session.options.record is not None:
        # A recording is one account, so it is made by one process.
        yield from (session.tell(one) for one in found)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(
        max_workers=min(jobs, len(found)),
        mp_context=get_context("spawn"),
        initializer=_begin,
        initargs=(session.options,),
    ) as pool:
        yield from pool.map(_tell, found)


_SESSIONS: list[Session] = []
"""The session of a process of the pool."""


def _begin(options: Options) -> None:
    _SESSIONS.append(Session(options))


def _tell(given: Input) -> Told:
    return _SESSIONS[0].tell(given)


main.help = cleandoc(main.help or "").replace("Example:", "\b\nExample:")
