"""
One plain file of a draft: headings, lines that begin with a hyphen, paragraphs.

It is Markdown that any text editor writes, read strictly enough that nothing is lost: a line
that belongs nowhere is refused with its number.  Lines that begin with ``>`` are advice of the
program, and are not read.  A backslash before a character keeps it as it is.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from shared.errors import BadgeError

MAX_FILE_CHARACTERS = 100_000
"""A badge has some three thousand, its remarks not counted."""
BLANKS = " \t"


class DraftInvalid(BadgeError):
    """A draft cannot be read. Facts: ``file``, ``line`` (0: the whole), ``why``, ``what``."""

    code: ClassVar[str] = "catalogue.draft-invalid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One item or paragraph of a file, on one line."""

    number: int
    """Of the line of the file on which it begins; from 1."""
    text: str
    """As it was typed, without the hyphen; ``cells`` takes the backslashes out."""
    is_item: bool


@dataclass(slots=True, kw_only=True)
class Section:
    """What stands below one heading, down to the next."""

    number: int
    title: str
    depth: int
    """1 or 2."""
    lines: list[Line] = field(default_factory=list)


def sections(text: str, *, file: str) -> list[Section]:
    """
    Cut a file at its headings.

    Raises:
        DraftInvalid: it is too long, or a line stands before the first heading.
    """
    if len(text) > MAX_FILE_CHARACTERS:
        raise DraftInvalid(file=file, line=0, why="too-long", what="none")
    found: list[Section] = []
    going_on = False
    for number, raw in enumerate(text.replace("\r\n", "\n").split("\n"), 1):
        line = _stripped(raw)
        if not line or line.startswith(">"):
            going_on = False
        elif line.startswith(("# ", "## ")):
            depth = line.index(" ")
            title = line[depth:].strip(BLANKS)
            found.append(Section(number=number, title=title, depth=depth))
            going_on = False
        elif not found:
            raise DraftInvalid(file=file, line=number, why="outside", what=line[:40])
        elif going_on and not line.startswith("- "):
            last = found[-1].lines.pop()
            whole = f"{last.text} {line}"
            found[-1].lines.append(Line(number=last.number, text=whole, is_item=last.is_item))
        else:
            is_item = line.startswith("- ") or line == "-"
            said = line[1:].lstrip(BLANKS) if is_item else line
            found[-1].lines.append(Line(number=number, text=said, is_item=is_item))
            going_on = True
    return found


def _stripped(raw: str) -> str:
    """A line without the blanks around it, but for one that a backslash keeps."""
    line = raw.lstrip(BLANKS)
    bare = line.rstrip(BLANKS)
    slashes = len(bare) - len(bare.rstrip("\\"))
    return line[: len(bare) + 1] if slashes % 2 else bare


def cells(text: str) -> list[str]:
    """Cut a line at its bars; blanks around a cell go, unless a backslash keeps them."""
    return ["".join(char for char, _ in _trimmed(cell)) for cell in _cut(text)]


def whole(text: str) -> str:
    """A line without bars that mean something."""
    return "".join(char for char, _ in _trimmed(list(_unescaped(text))))


def _unescaped(text: str) -> Iterator[tuple[str, bool]]:
    """Each character, and whether a backslash stood before it."""
    kept = False
    for char in text:
        if char == "\\" and not kept:
            kept = True
        else:
            yield char, kept
            kept = False
    if kept:
        yield "\\", True


def _cut(text: str) -> list[list[tuple[str, bool]]]:
    found: list[list[tuple[str, bool]]] = [[]]
    for char, kept in _unescaped(text):
        if char == "|" and not kept:
            found.append([])
        else:
            found[-1].append((char, kept))
    return found


def _trimmed(cell: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    def is_blank(one: tuple[str, bool]) -> bool:
        return one[0] in BLANKS and not one[1]

    start, end = 0, len(cell)
    while start < end and is_blank(cell[start]):
        start += 1
    while end > start and is_blank(cell[end - 1]):
        end -= 1
    return cell[start:end]


def escaped(text: str) -> str:
    """A text as a line of a file, so that it is read back letter by letter."""
    said = text.replace("\\", "\\\\").replace("|", "\\|")
    if said[:1] in ("#", "-", ">", " "):
        said = "\\" + said
    if said.endswith(" ") and len(said) > 1:
        said = said[:-1] + "\\ "
    return said


def bars(texts: Iterable[str]) -> str:
    """Cells as a line of a file."""
    return " | ".join(escaped(text) for text in texts)
