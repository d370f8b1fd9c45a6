"""What this floor raises on purpose, each under a stable code; see ``shared.errors``."""

from typing import ClassVar

from shared.errors import BadgeError, Unreadable


class NoSuchInput(Unreadable):
    """There is no file under this name, or it may not be read."""

    code: ClassVar[str] = "input.no-file"


class RefreshNotTaken(BadgeError):
    """
    What stands where a newer copy should be is not one. Facts: ``why``.

    (``another`` badge or issuer, ``older``, ``proof``, or the code of what reading it ended with.)
    """

    code: ClassVar[str] = "refresh.not-taken"
