"""What a person names on the command line: files, folders, a link, or stdin."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from shared.errors import Unreadable

STDIN = "-"
LINKS = ("https://", "http://")


class NoSuchFile(Unreadable):
    """There is no file under this name, or it may not be read."""

    code: ClassVar[str] = "import.no-file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One file or link, to be imported."""

    label: str
    """As written on the command line."""
    name: str
    """The file's own name; empty for a link or stdin."""
    path: Path | None = None
    text: str | None = None

    def read(self) -> bytes:
        """
        The bytes, one more at most than we take, so that a huge file costs nothing.

        Raises:
            NoSuchFile: it is not there, or may not be read.
        """
        from shared.reading import MAX_UPLOAD_BYTES

        if self.text is not None:
            return self.text.encode()
        try:
            if self.path is None:
                return sys.stdin.buffer.read(MAX_UPLOAD_BYTES + 1)
            with self.path.open("rb") as file:
                return file.read(MAX_UPLOAD_BYTES + 1)
        except OSError as error:
            raise NoSuchFile from error


def given(labels: tuple[str, ...]) -> Iterator[Given]:
    """Each file to import, in order; a folder counts as its files, sorted by name."""
    for label in labels:
        if label == STDIN:
            yield Given(label=label, name="")
        elif label.lower().startswith(LINKS):
            yield Given(label=label, name="", text=label)
        elif (folder := Path(label)).is_dir():
            for path in sorted(one for one in folder.iterdir() if one.is_file()):
                yield Given(label=str(path), name=path.name, path=path)
        else:
            yield Given(label=label, name=Path(label).name, path=Path(label))
