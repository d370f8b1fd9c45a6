"""The hub's own server, as the screens that publish see it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Hub:
    """What the screens that publish need of the registry."""

    folder: Path
    """The working folder, whose server holds the key that attests."""
    clock: Callable[[], datetime]
    after: Callable[[datetime], None]
    """Called when something was published: brings the public pages up to date."""
