"""Why badges were not shown, each under a stable code."""

from typing import ClassVar

from shared.errors import BadgeError


class NothingToShow(BadgeError):
    """No badge was chosen."""

    code: ClassVar[str] = "share.nothing"


class AudienceMissing(BadgeError):
    """Nothing says to whom."""

    code: ClassVar[str] = "share.no-audience"


class ShareTextTooLong(BadgeError):
    """What was typed is longer than it needs to be. Facts: ``limit``."""

    code: ClassVar[str] = "share.text-too-long"


class BadgeNotShown(BadgeError):
    """
    This badge cannot be shown so. Facts: ``badge``, ``why``.

    ``aside``: it is not authentic.  ``older``: its version has no signature to carry along, it
    is shown as its own file.  ``in-a-file``: it stands in a file with others.
    """

    code: ClassVar[str] = "share.not-shown"


class TooBigForPaper(BadgeError):
    """No square on paper can hold the whole badge. Facts: ``badge``."""

    code: ClassVar[str] = "share.too-big-for-paper"


class PaperMissing(BadgeError):
    """The part of the program that lays out paper is not installed."""

    code: ClassVar[str] = "print.missing"


class PathwayUnknown(BadgeError):
    """The catalogue has no such pathway. Facts: ``pathway``."""

    code: ClassVar[str] = "print.no-pathway"
