"""The command ``badge-wallet``; it may open this floor's screens, and nothing else may."""

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from shared.commands.moment import Moment
from shared.installation import ensure_ours
from wallet.commands.doorways import SPACES
from wallet.commands.late import Late
from wallet.commands.opening import FileOrCommand, Screens, open_screens
from wallet.commands.options import PHRASE_FILE, with_example
from wallet.commands.session import Session
from wallet.commands.talk import PROGRAM

if TYPE_CHECKING:
    from wallet.commands.hall import Hall
    from wallet.commands.inputs import Given
    from wallet.commands.opening import Visit
    from wallet.web import Doors

COMMANDS = (
    Late("import", "keeping:import_files"),
    Late("list", "showing:list_badges"),
    Late("show", "showing:show_badge"),
    Late("path", "showing:show_pathways"),
    Late("notices", "telling:tell_notices"),
    Late("mine", "telling:whose"),
    Late("claim", "claiming:claim_badge"),
    Late("note", "memos:keep_note"),
    Late("town", "memos:keep_town"),
    Late("share", "sharing:share_badges"),
    Late("shared", "sharing:list_shared"),
    Late("linkedin", "sharing:fill_in_linkedin"),
    Late("print", "printing:printing"),
    Late("export", "keeping:export_badges"),
    Late("remove", "keeping:remove_badge"),
    Late("restore", "keeping:restore_badge"),
    Late("recheck", "keeping:recheck_badges"),
    Late("suggest-phrase", "spaces:suggest_phrase"),
    Late("protect", "spaces:protect"),
    Late("lock-info", "spaces:lock_info"),
    Late("change-phrase", "spaces:change_phrase"),
    Late("recovery-card", "recovering:make_card"),
    Late("recover", "recovering:recover"),
    Late("rotate-key", "recovering:rotate_key"),
    Late("spaces", "spaces:list_spaces"),
    Late("backup", "spaces:make_backup"),
    Late("erase", "spaces:erase"),
    Late("award", "awarding:award_badge"),
    Late("awards", "awarding:list_awards"),
    Late("withdraw", "awarding:withdraw_award"),
    Late("resume", "awarding:resume_award"),
    Late("new-list", "awarding:make_list"),
    Late("did", "awarding:show_identifier"),
    Late("serve", "serving:serving", make=lambda serving: serving(_pages)),
    Late("open", "opening:open_file", hidden=True),
)
"""Each command by name, its module and its function: none is loaded before it is asked for."""


@click.group(
    cls=FileOrCommand,
    late=COMMANDS,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--space",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder of the person's badges; made on first use.",
)
@click.option(
    "--phrase-file",
    type=PHRASE_FILE,
    metavar="FILE",
    help="The phrase of the space, as the first line of a file; else it is asked for.",
)
@click.option(
    "--vault",
    "database",
    metavar="URL",
    envvar="BADGES_VAULT",
    show_envvar=True,
    help="Keep the badges in this PostgreSQL database: postgresql+psycopg://...",
)
@click.option(
    "--registry",
    metavar="DIR|URL|FILE|none",
    envvar="BADGES_REGISTRY",
    show_envvar=True,
    help="The published list of partners of the network, or a file that names several lists.",
)
@click.option(
    "--registry-root",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    metavar="FILE",
    help="The first signed keys of a registry that is given by its address.",
)
@click.option(
    "--places",
    "places_file",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    metavar="FILE",
    envvar="BADGES_PLACES",
    show_envvar=True,
    help="Places where people are helped, in the national schema (JSON or CSV).",
)
@click.option(
    "--replay",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Answer every question to the network from this recording.",
)
@click.option("--offline", is_flag=True, help="Ask nothing of the network.")
@click.option("--at", type=Moment(), help="Do as if it were this instant.")
@click.option("--lang", type=click.Choice(["fr", "en"]), default="fr", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON, for programs.")
@click.option("--texte", "plain", is_flag=True, help="Line by line, for screen readers.")
@click.version_option(package_name="badges-bfc", prog_name=PROGRAM)
@click.pass_context
def main(  # noqa: PLR0913 - click hands over each option as one argument
    context: click.Context,
    /,
    *,
    space: Path | None,
    phrase_file: Path | None,
    database: str | None,
    registry: str | None,
    registry_root: Path | None,
    places_file: Path | None,
    replay: Path | None,
    offline: bool,
    at: datetime | None,
    lang: str,
    as_json: bool,
    plain: bool,
) -> None:
    """
    Keep badges, see the next step of a pathway, award badges.

    On a terminal and without a command it opens the wallet; with a file, it looks at it.

    Example:
        $ badge-wallet badge.png
        $ badge-wallet --space ~/carnet import badge.png
        $ badge-wallet --space ~/carnet path
    """
    ensure_ours()
    session = Session(
        folder=space or _default_space(),
        registry_source=registry,
        registry_root=registry_root,
        replay=replay,
        offline=offline,
        now=at or datetime.now(UTC),
        lang=lang,
        json=as_json,
        phrase_file=phrase_file,
        database=database,
        places_file=places_file,
    )
    context.obj = session
    context.call_on_close(session.close)
    clock = None if at else partial(datetime.now, UTC)
    shelf = None if space or database else session.folder.with_name(SPACES)
    open_screens(context, Screens(open=_open_wallet, clock=clock, plain=plain, shelf=shelf))


def _default_space() -> Path:
    from platformdirs import user_data_path

    return user_data_path("badges-bfc") / "space"


def _open_wallet(run: "Visit", *, given: "Given | None" = None, plain: bool = False) -> int:
    """The screens of the terminal, loaded only when they are opened."""
    from wallet.tui.opening import open_wallet

    return open_wallet(run, given=given, plain=plain)


def _doors(hall: "Hall") -> "Doors":
    """The spaces that somebody who sits down at the pages can open."""
    from wallet.vault.pins import Pins
    from wallet.web import Alone, Doors

    alone = None
    if hall.folder is not None:
        alone = Alone(
            folder=hall.folder, database=hall.database, owner=hall.owner, space=hall.space
        )
    pins = Pins(hall.pins) if hall.pins else None
    return Doors(make=hall.circumstances, alone=alone, folder=hall.spaces, pins=pins)


def _pages(hall: "Hall") -> Any:
    """The screens of one address: the verifier, the wallet, the partners, badges to try."""
    import secrets

    from shared.web import Protection, new_app
    from trust_registry import web as registry_pages
    from verifier import web as verifier_pages
    from wallet import web as wallet_pages
    from wallet.commands import serving

    def published() -> registry_pages.Published:
        found = hall.circumstances()
        return registry_pages.Published(registry=found.registry, now=found.now)

    doors = _doors(hall)
    hall.ended.callback(doors.close)
    screens = [
        (verifier_pages.blueprint(hall.circumstances, rate=serving.RATE), "/"),
        (wallet_pages.blueprint(doors, rate=serving.RATE, places=hall.places), "/carnet"),
    ]
    if hall.listed.configured:
        screens.append((registry_pages.blueprint(published, hall.listed.public), "/registre"))
    if hall.demo is not None:
        samples = wallet_pages.trial_blueprint(hall.demo.samples, hall.demo.badges, verifier="/")
        screens.append((samples, "/essai"))
    protection = Protection(trusted_hosts=serving.OWN_NAMES)
    return new_app(*screens, secret_key=secrets.token_bytes(32), protection=protection)


main.help = with_example(main.help or "")
