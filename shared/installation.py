"""
Is this installation whole: is ``shared`` ours, and which version is it?

The four floors are top-level packages with everyday names, and public indexes have a
package called ``shared`` too. Installed into the same environment it replaces our
``__init__.py``; on the search path before ours it hides all of it. A command that went
on would fail later, somewhere else, in words that help nobody (decision 0001).
"""

from importlib.util import find_spec
from pathlib import Path

import shared
from shared.errors import NotOurShared

DISTRIBUTION = "badges-bfc"
OTHER_FLOORS = ("trust_registry", "verifier", "wallet")
"""The packages that stand beside ``shared`` in a checkout as in an installation."""


def ensure_ours() -> None:
    """
    Make sure that ``shared`` is the ground floor of this project.

    Raises:
        NotOurShared: it was replaced, or it does not stand beside the floors above it.
            Facts: ``path`` of the file that was found in its place.
    """
    found = Path(shared.__file__ or "")
    marked = getattr(shared, "DISTRIBUTION", None) == DISTRIBUTION
    if not marked or not all(_stands_beside(found, floor) for floor in OTHER_FLOORS):
        raise NotOurShared(path=str(found))


def _stands_beside(found: Path, floor: str) -> bool:
    spec = find_spec(floor)
    if spec is None or spec.origin is None:
        return False
    return Path(spec.origin).resolve().parent.parent == found.resolve().parent.parent


def version() -> str:
    """
    Give the version of this installation, e.g. ``0.1.0``.

    Raises:
        importlib.metadata.PackageNotFoundError: the folders were copied, not installed.
    """
    from importlib import metadata

    return metadata.version(DISTRIBUTION)
