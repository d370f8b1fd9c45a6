"""The command ``badge-registry``: the desk of the hub, in a terminal."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from shared.installation import ensure_ours
from trust_registry.commands import (
    auditing,
    cataloguing,
    inviting,
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


def _form(
    folder: Path,
    clock: Callable[[], datetime],
    after: Callable[[datetime], None],
    address: str | None,
) -> Any:
    """The form of invited partners; ``address``: where a web server in front shows it."""
    import secrets

    from shared.web import Protection, new_app
    from trust_registry.web import joining
    from trust_registry.web.hub import Hub

    scheme, _, rest = (address or "").partition("://")
    host = rest.partition("/")[0].partition(":")[0]
    secure = scheme == inviting.SECURE
    protection = Protection(
        trusted_hosts=(*inviting.OWN_NAMES, *([host] if host else [])),
        secure=secure,
        proxies=int(secure),
    )
    screen = joining.blueprint(Hub(folder=folder, clock=clock, after=after))
    return new_app((screen, "/"), secret_key=secrets.token_bytes(32), protection=protection)


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
    inviting.welcome,
    inviting.invite,
    inviting.list_invitations,
    inviting.uninvite,
    inviting.serving(_form),
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
