"""What a person names on the command line: files, folders, a link, or stdin."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from shared.reading import MAX_UPLOAD_BYTES
from verifier.errors import NoSuchInput

STDIN = "-"
LINKS = ("https://", "http://")


@dataclass(frozen=True, slots=True)
class Input:
    """One thing to be judged, as it was named."""

    label: str

    def read(self) -> bytes:
        """
        The bytes, one more at most than we take, so that a huge file costs nothing.

        Raises:
            NoSuchInput: it is not there, or may not be read.
        """
        if self.label.lower().startswith(LINKS):
            return self.label.encode("utf-8", "surrogatepass")
        try:
            if self.label == STDIN:
                return sys.stdin.buffer.read(MAX_UPLOAD_BYTES + 1)
            with Path(self.label).open("rb") as file:
                return file.read(MAX_UPLOAD_BYTES + 1)
        except (OSError, ValueError) as error:
            raise NoSuchInput from error


def inputs(labels: tuple[str, ...]) -> Iterator[Input]:
    """Each thing to judge, in order; a folder counts as its files, sorted by name."""
    for label in labels:
        is_name = label != STDIN and not label.lower().startswith(LINKS)
        folder = Path(label)
        if is_name and folder.is_dir():
            files = sorted(one for one in folder.iterdir() if one.is_file())
            yield from (Input(str(file)) for file in files)
        else:
            yield Input(label)
