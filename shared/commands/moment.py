"""An instant given on a command line."""

from datetime import datetime

import click

from shared.times import parse_instant


class Moment(click.ParamType[datetime]):
    """An instant as RFC 3339 writes it; aware, in UTC."""

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
