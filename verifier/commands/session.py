"""
What one run of the command works with: when, asked of whom, for whom.

This is where the clock, the folders and the network come in; nothing below asks for them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from shared.errors import BadgeError
from shared.fetching import Fetch, Offline, RecordingFetcher, ReplayFetcher, SafeFetcher
from verifier.circumstances import Circumstances
from verifier.commands.inputs import Input
from verifier.report import as_json
from verifier.verdict import Level
from verifier.verify import Judgement, judge, judgement_of

if TYPE_CHECKING:
    from trust_registry.client import Network
    from trust_registry.index import Registry

NO_REGISTRY = "none"
LINKS = ("https://", "http://")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The options of the command; they can be handed to another process."""

    now: datetime
    lang: str = "fr"
    json: bool = False
    offline: bool = False
    registry: str | None = None
    registry_root: Path | None = None
    recipients: tuple[str, ...] = ()
    challenge: str | None = None
    domain: str | None = None
    replay: Path | None = None
    record: Path | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """The answer on one input, ready to be printed, and its level."""

    text: str
    level: Level
    alarm: str | None = None
    """Code of what to look at in the list of partners; ``None``: nothing."""


class Session:
    """One run, in one process."""

    def __init__(self, options: Options) -> None:
        """Nothing is opened yet."""
        self.options = options

    @cached_property
    def fetch(self) -> Fetch:
        """
        How the network is asked: really, from a recording, or not at all.

        Raises:
            BundleInvalid: the recording cannot be read.
        """
        options = self.options
        if options.offline:
            return Offline()
        if options.replay is not None:
            fetch = ReplayFetcher.open(options.replay, now=options.now)
            return RecordingFetcher(fetch, at=options.now) if options.record else fetch
        network = _network(options.registry)
        return RecordingFetcher(network, at=options.now) if options.record else network

    @cached_property
    def circumstances(self) -> Circumstances:
        """What every verification of this run depends on."""
        options, found = self.options, self._registry()
        networks = found if isinstance(found, tuple) else ()
        first = (networks[0].registry or networks[0].problem) if networks else found
        problem = first if isinstance(first, BadgeError) else None
        return Circumstances(
            now=options.now,
            fetch=self.fetch,
            registry=None if isinstance(first, BadgeError | tuple) else first,
            registry_problem=problem,
            networks=networks,
            recipients=options.recipients,
            challenge=options.challenge,
            domain=options.domain,
        )

    def tell(self, given: Input) -> Told:
        """Judge one input and put the answer as it is printed."""
        judgement = self._judge(given)
        if self.options.json:
            text = _json_line(judgement, given.label)
        else:
            text = _plain_text(judgement, self.options.lang)
        return Told(text=text, level=judgement.verdict.level, alarm=self._alarm())

    def close(self) -> None:
        """Write the recording, and let go of the registry."""
        if self.options.record is not None and isinstance(self.fetch, RecordingFetcher):
            self.fetch.write(self.options.record)
        if "circumstances" in self.__dict__:
            for one in self._open_lists():
                one.close()

    def _alarm(self) -> str | None:
        """What is odd about a list; that one of several is not signed stands in its answer."""
        known = self.circumstances
        listed = [one.registry for one in known.networks if one.is_signed] or [known.registry]
        return next((one.alarm for one in listed if one is not None and one.alarm), None)

    def _open_lists(self) -> tuple[Registry, ...]:
        """Every list of partners that could be read, one's own first."""
        known = self.circumstances
        listed = [known.registry, *(one.registry for one in known.networks[1:])]
        return tuple(one for one in listed if one is not None)

    def _judge(self, given: Input) -> Judgement:
        try:
            received = given.read()
        except BadgeError as error:
            return judgement_of(error, self.circumstances)
        return judge(received, self.circumstances)

    def _registry(self) -> Registry | BadgeError | tuple[Network, ...] | None:
        """The list of partners, or several; why it cannot be read; ``None``: none is configured."""
        source, options = self.options.registry, self.options
        if source is None or source in ("", NO_REGISTRY):
            return None
        from trust_registry.client import names_several, open_networks, open_registry

        is_link = source.lower().startswith(LINKS)
        # A recording of another day has nothing to do with what was seen since.
        cache = None if options.replay is not None else _cache()
        try:
            if names_several(source):
                return open_networks(source, now=options.now, cache=cache, fetch=self._recorded())
            return open_registry(
                source,
                now=options.now,
                cache=cache if is_link else None,
                root=options.registry_root,
                fetch=self.fetch if is_link else None,
            )
        except BadgeError as error:
            return error

    def _recorded(self) -> Fetch | None:
        """How lists are asked for; ``None``: each in its own way, a list of this machine too."""
        options = self.options
        is_plain = not options.offline and options.replay is None and options.record is None
        return None if is_plain else self.fetch


def _network(registry: str | None) -> SafeFetcher:
    """The network; the operator's own registry on this machine may be asked in clear."""
    try:
        parts = urlsplit((registry or "").partition(" ")[0])
        own = f"http://{parts.netloc}" if parts.scheme == "http" else None
        return SafeFetcher(operator_origin=own)
    except ValueError:  # another machine's: asked as everything else is, so not at all
        return SafeFetcher()


def _cache() -> Path:
    """
    Where lists that came over the network are kept, so that an older one is refused.

    One place for all: each list has a folder named after its root, so what was seen at one
    mirror is known at the others.
    """
    from platformdirs import user_cache_path

    return user_cache_path("badges-bfc") / "registry"


def _json_line(judgement: Judgement, label: str) -> str:
    """One line in ASCII: a name of a file need not be text, a line must be one line."""
    from json import dumps

    return dumps(as_json(judgement, input_name=label), separators=(",", ":"))


def _plain_text(judgement: Judgement, lang: str) -> str:
    from verifier.wording import as_text, in_words

    return as_text(in_words(judgement, lang)).rstrip("\n")
