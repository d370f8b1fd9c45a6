"""What this floor raises on purpose, each under a stable code; see ``shared.errors``."""

from typing import ClassVar

from shared.errors import Unreadable


class NoSuchInput(Unreadable):
    """There is no file under this name, or it may not be read."""

    code: ClassVar[str] = "input.no-file"
