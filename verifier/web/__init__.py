"""
The verifier's pages: drop a badge, read the answer.

Nothing that is sent is kept: it is judged in memory and forgotten with the answer.
"""

from flask import Flask

from shared.web import Protection, new_app
from verifier.web.pages import MakeCircumstances, blueprint

__all__ = ["MakeCircumstances", "blueprint", "create_app"]


def create_app(
    circumstances: MakeCircumstances,
    *,
    secret_key: bytes,
    protection: Protection | None = None,
    rate: str = "10 per minute",
) -> Flask:
    """
    Make the verifier's app, its start page at ``/``.

    Args:
        circumstances: called for each badge with whose badge it is said to be
            (e-mails, names, DIDs; often empty): the clock, the network, the registry.
        secret_key: 32 random bytes or more; signs the form tokens.
        protection: limits and guards of the app.
        rate: verdicts for one address.
    """
    screen = blueprint(circumstances, rate=rate)
    return new_app((screen, "/"), secret_key=secret_key, protection=protection)
