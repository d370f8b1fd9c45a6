"""The command ``badge-registry``: the desk of the hub, in a terminal."""

from datetime import UTC, datetime

import click

from shared.installation import ensure_ours
from trust_registry.commands import (
    auditing,
    cataloguing,
    keys,
    making,
    proposing,
    publishing,
    sending,
    signing,
)
from trust_registry.commands.talk import PROGRAM, Session, with_example


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--lang", type=click.Choice(["fr", "en"]), default="fr", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON, for programs.")
@click.version_option(package_name="badges-bfc", prog_name=PROGRAM)
@click.pass_context
def main(context: click.Context, /, *, lang: str, as_json: bool) -> None:
    """
    Publish whom and what the network recognises, in a folder that any web host can serve.

    Example:
        $ badge-registry demo instance/region
        $ badge-registry status instance/region
    """
    ensure_ours()
    context.obj = Session(lang=lang, json=as_json, clock=_today)


def _today() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


main.help = with_example(main.help or "")
for command in (
    making.make_demo,
    sending.publish_entry,
    sending.check,
    sending.merge,
    publishing.renew,
    publishing.status,
    auditing.audit_copy,
    cataloguing.catalogue,
    keys.key,
    proposing.init,
    proposing.accept,
    proposing.grant,
    proposing.change_key,
    proposing.replace_admin,
    proposing.replace_online_keys,
    proposing.prolong,
    proposing.close,
    signing.show,
    signing.cosign,
    signing.apply,
):
    main.add_command(command)
