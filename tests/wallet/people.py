"""The people of the demo region at their own wallets, and the command as they type it."""

import json

from click.testing import CliRunner

from shared.fetching import Offline, ReplayFetcher
from trust_registry.client import open_registry
from verifier.circumstances import Circumstances
from wallet.cli import main
from wallet.importing import import_badge
from wallet.spaces import open_space

AUTHORISING = {
    "sandrine": "pro-sandrine-mediation.png",
    "karim": "pro-karim-mediation.png",
    "lucie": "pro-lucie-mediation.png",
    "bernard": "pro-bernard-mediation-retire.png",
    "yvan": "pro-yvan-mediation.png",
}
"""Professionals of the region and the badge that allows them to award."""


def folder_of(region, who, folder):
    """The folder of a professional's space, with their own key in it."""
    space = folder / who
    space.mkdir(parents=True)
    (space / "space.key").write_bytes(region.professional(who).seed)
    return space


def badge_of(region, file):
    """The bytes of a badge of the region."""
    return (region.folder / "badges" / file).read_bytes()


def circumstances(region, now, *, online=False):
    """The list of partners of the region as it is now, and maybe its internet."""
    registry = open_registry(str(region.folder), now=now)
    fetch = ReplayFetcher.open(region.bundle, now=now) if online else Offline()
    return Circumstances(now=now, fetch=fetch, registry=registry)


def desk_of(region, who, folder, around):
    """An open space of a professional that holds the badge that allows awarding."""
    space = open_space(folder_of(region, who, folder))
    received = badge_of(region, AUTHORISING[who])
    wallet = space.wallet(around.registry.catalogue())
    import_badge(received, wallet, around, name=AUTHORISING[who])
    return space


class Typed:
    """What a command answered."""

    def __init__(self, result):
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        self.status = result.exit_code
        self.out, self.err = result.stdout, result.stderr

    @property
    def answers(self):
        """The JSON objects printed, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def answer(self):
        """The one JSON object printed."""
        (only,) = self.answers
        return only


def typing(space, *, at, registry=None, **options):
    """Give a function that runs ``badge-wallet`` in a space: ``type_("import", file)``."""
    before = ["--space", str(space), "--at", at.isoformat()]
    if registry is not None:
        before += ["--registry", str(registry)]
    for name, value in options.items():
        before += [f"--{name}", str(value)]

    def type_(*words, env=None):
        typed = [*before, *map(str, words)]
        return Typed(CliRunner().invoke(main, typed, env=env))

    return type_
