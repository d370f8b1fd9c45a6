"""The command ``badge-wallet``; it may open this floor's screens, and nothing else may."""

from datetime import UTC, datetime
from pathlib import Path

import click

from shared.installation import ensure_ours
from shared.times import parse_instant
from wallet.commands import awarding, keeping, showing
from wallet.commands.options import with_example
from wallet.commands.session import Session
from wallet.commands.talk import PROGRAM


class Moment(click.ParamType[datetime]):
    """An instant as RFC 3339 writes it."""

    name = "RFC3339"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        """Read it, or let click say that it is not one."""
        if isinstance(value, datetime):
            return value
        moment = parse_instant(value)
        if moment is None:
            self.fail(f"{value!r}: 2026-11-24T12:00:00Z", param, ctx)
        return moment


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--space",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder of the person's badges; made on first use.",
)
@click.option(
    "--registry",
    metavar="DIR|URL|none",
    envvar="BADGES_REGISTRY",
    show_envvar=True,
    help="The published list of partners of the network.",
)
@click.option(
    "--registry-root",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    metavar="FILE",
    help="The first signed keys of a registry that is given by its address.",
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
@click.version_option(package_name="badges-bfc", prog_name=PROGRAM)
@click.pass_context
def main(  # noqa: PLR0913 - click hands over each option as one argument
    context: click.Context,
    /,
    *,
    space: Path | None,
    registry: str | None,
    registry_root: Path | None,
    replay: Path | None,
    offline: bool,
    at: datetime | None,
    lang: str,
    as_json: bool,
) -> None:
    """
    Keep badges, see the next step of a pathway, award badges.

    Example:
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
    )
    context.obj = session
    context.call_on_close(session.close)


def _default_space() -> Path:
    from platformdirs import user_data_path

    return user_data_path("badges-bfc") / "space"


main.help = with_example(main.help or "")
for command in (
    keeping.import_files,
    showing.list_badges,
    showing.show_badge,
    showing.show_pathways,
    keeping.export_badges,
    keeping.remove_badge,
    keeping.restore_badge,
    keeping.recheck_badges,
    awarding.award_badge,
    awarding.list_awards,
    awarding.withdraw_award,
    awarding.make_list,
    awarding.show_identifier,
):
    main.add_command(command)
