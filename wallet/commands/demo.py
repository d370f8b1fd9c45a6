"""The demo region as the pages use it: its partners, its badges, one learner's space."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar

from shared.errors import BadgeError
from shared.fetching import Fetch, ReplayFetcher
from trust_registry.demo.internet import BUNDLE
from trust_registry.demo.region import BADGES, MANIFEST
from trust_registry.demo.told import story
from verifier.verdict import Level, Reason
from wallet.commands.networks import DemoNetwork, hosts_of
from wallet.samples import Sample

REGION = "region"
SPACE = "carnet"
SPACES = "carnets"
"""Folders of ``--demo FOLDER``."""
LEARNER = "amina"
SHOWN_FIRST = Level.TRUSTED
"""The badge that the command checks aloud when it starts is one of these."""


class NoRegion(BadgeError):
    """There is no demo region in the folder, or it cannot be read. Facts: ``folder``."""

    code: ClassVar[str] = "serve.no-region"


@dataclass(frozen=True, kw_only=True)
class Demo:
    """A demo region on the disk."""

    region: Path
    """The working folder of the registry, with the badges and the internet of its people."""
    space: Path
    """The learner's own folder, made at the first start."""
    spaces: Path | None = None
    """Those of whoever else tries the pages; ``None``: nobody's are kept."""

    @classmethod
    def of(cls, folder: Path) -> "Demo":
        """The demo of ``--demo FOLDER``."""
        return cls(region=folder / REGION, space=folder / SPACE, spaces=folder / SPACES)

    @property
    def badges(self) -> Path:
        """Where the files of the learners are."""
        return self.region / BADGES

    @cached_property
    def owner(self) -> tuple[str, ...]:
        """Whose space it is."""
        person = story().person(LEARNER)
        return (person.name, person.email) if person.email else (person.name,)

    def manifest(self) -> tuple[dict[str, Any], ...]:
        """Each badge with what it is and the answer to expect. Raises: NoRegion."""
        try:
            described = json.loads(self.badges.joinpath(MANIFEST).read_bytes())
            return tuple(described["badges"])
        except (OSError, ValueError, LookupError, TypeError) as error:
            raise NoRegion(folder=str(self.region)) from error

    def samples(self) -> tuple[Sample, ...]:
        """The same, to be shown on a page."""
        return tuple(
            Sample(
                file=str(one["file"]),
                about=one["says"],
                level=Level(one["level"]),
                reasons=tuple(Reason(reason) for reason in one["reasons"]),
                recipients=tuple(one["recipients"]),
            )
            for one in self.manifest()
        )

    def network(self, now: datetime, *, others: Fetch) -> Fetch:
        """The invented hosts of the region, and the real network for all others."""
        path = self.region / BUNDLE
        try:
            hosts = hosts_of(json.loads(path.read_bytes()))
        except (OSError, ValueError) as error:
            raise NoRegion(folder=str(self.region)) from error
        return DemoNetwork(ReplayFetcher.open(path, now=now), hosts=hosts, others=others)

    def of_the_learner(self) -> tuple[Path, ...]:
        """The files of the learner, to be imported at the first start."""
        mine = [one["file"] for one in self.manifest() if one["person"] == LEARNER]
        return tuple(self.badges / str(name) for name in mine)

    def first(self) -> dict[str, Any]:
        """The badge to check aloud."""
        return next(one for one in self.manifest() if one["level"] == SHOWN_FIRST)

    @property
    def stamp(self) -> str:
        """What changes when the region is made anew."""
        return hashlib.sha256(self.badges.joinpath(MANIFEST).read_bytes()).hexdigest()
