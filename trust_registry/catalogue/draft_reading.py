"""A draft read back from its files; what cannot be read is said with its file and its line."""

from collections.abc import Iterator, Mapping
from typing import Any

from trust_registry.catalogue import document
from trust_registry.catalogue.drafts import (
    BADGES,
    ENDING,
    FIELDS_OF,
    HEAD_FILE,
    PATHWAYS,
    TEXTS,
    Draft,
    RemarkLine,
)
from trust_registry.catalogue.labels import meant
from trust_registry.catalogue.model import CatalogueInvalid
from trust_registry.catalogue.plain_file import (
    DraftInvalid,
    Line,
    Section,
    cells,
    sections,
    whole,
)
from trust_registry.catalogue.shapes import MAX_TEXT


def read(files: Mapping[str, str]) -> Draft:
    """
    Read a draft.

    Args:
        files: the text of each file, by its name below the folder.

    Raises:
        DraftInvalid: the first thing that cannot be read; ``faults`` gives them all.
    """
    found = list(faults(files))
    if found:
        raise found[0]
    read_files = _read_files(files)
    return Draft(
        catalogue=document.from_json(_document(read_files)),
        remarks=tuple(remark for one in read_files for remark in one.remarks),
    )


def faults(files: Mapping[str, str]) -> Iterator[DraftInvalid]:
    """Everything that cannot be read: each file's first fault, then the first of the whole."""
    good = True
    for name in wanted(files):
        try:
            _File(name, files[name])
        except DraftInvalid as error:
            good = False
            yield error
    if HEAD_FILE not in files:
        yield DraftInvalid(file=HEAD_FILE, line=0, why="missing", what="none")
    elif good:
        read_files = _read_files(files)
        try:
            document.from_json(_document(read_files))
        except CatalogueInvalid as error:
            yield _located(error, read_files)


def wanted(files: Mapping[str, str]) -> list[str]:
    """The files of a draft, in the order of the catalogue; anything else is left alone."""
    inside = (f"{BADGES}/", f"{PATHWAYS}/")
    listed = sorted(n for n in files if n.startswith(inside) and n.endswith(ENDING))
    return ([HEAD_FILE] if HEAD_FILE in files else []) + listed


def _read_files(files: Mapping[str, str]) -> list["_File"]:
    return [_File(name, files[name]) for name in wanted(files)]


def _document(read_files: list["_File"]) -> dict[str, Any]:
    """The document of the catalogue; steps of a pathway may be named by slug."""
    head = next(one for one in read_files if one.kind == "catalogue").document
    badges = [one.document for one in read_files if one.kind == "badge"]
    by_slug = {str(one.get("slug")): one.get("id") for one in badges}
    pathways = []
    for one in read_files:
        if one.kind == "pathway":
            steps = [by_slug.get(step, step) for step in one.document.get("badges", ())]
            pathways.append({**one.document, "badges": steps})
    return {"format": document.FORMAT, **head, "badges": badges, "pathways": pathways}


def _located(error: CatalogueInvalid, read_files: list["_File"]) -> DraftInvalid:
    """A fault of the document, where people find it: the file, and the line of the field."""
    steps = str(error.facts["path"]).strip("/").split("/")
    kind = {"badges": "badge", "pathways": "pathway"}.get(steps[0])
    file = HEAD_FILE
    line = 0
    field = steps[0]
    if kind is not None and len(steps) > 1:
        one = [each for each in read_files if each.kind == kind][int(steps[1])]
        file, field = one.name, steps[2] if len(steps) > 2 else ""
        language = steps[3] if len(steps) > 3 else ""
        place = (field, language) if (field, language) in one.places else (field, "")
        line = one.places.get(place, 0)
        field = one.titles.get(place, field)
    return DraftInvalid(file=file, line=line, why=str(error.facts["why"]), what=field or "none")


class _File:
    """One file of a draft, read: its part of the document, and where each field stands."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        folders = {BADGES: "badge", PATHWAYS: "pathway"}
        self.kind = folders.get(name.split("/", maxsplit=1)[0], "catalogue")
        self.document: dict[str, Any] = {}
        self.places: dict[tuple[str, str], int] = {}
        self.titles: dict[tuple[str, str], str] = {}
        self.remarks: list[RemarkLine] = []
        self._language: str | None = None
        self._in_remarks = False
        for place, section in enumerate(sections(text, file=name)):
            self._take(section, first=place == 0)
        if self.kind != "catalogue":
            for field in FIELDS_OF[self.kind]:
                self.document.setdefault(field, {})
        if self.kind == "badge":
            self.document.setdefault("equivalents", [])
            self.document.setdefault("alignments", [])
        about = str(self.document.get("id", ""))
        self.remarks = [
            RemarkLine(file=one.file, line=one.line, about=about, text=one.text)
            for one in self.remarks
        ]

    def _refuse(self, line: int, why: str, what: str) -> DraftInvalid:
        return DraftInvalid(file=self.name, line=line, why=why, what=what[:60] or "none")

    def _take(self, section: Section, *, first: bool) -> None:
        if section.depth == 1:
            self._in_remarks = False
        if first:
            self._take_facts(section)
        elif self._in_remarks:
            self._remark(section)
        elif section.depth == 1:
            self._take_part(section)
        else:
            self._take_field(section)

    def _take_part(self, section: Section) -> None:
        self._language = None
        part = meant(section.title, "parts")
        if part == "remarks":
            self._in_remarks = True
            self._remark(section)
            return
        if part is not None and self.kind == "badge":
            self._once(part, "", section)
            each = _alignment if part == "alignments" else _equivalent
            self.document[part] = [self._cells(line, each) for line in section.lines]
            return
        code = meant(section.title, "languages") or section.title
        if part is not None or self.kind == "catalogue" or not _is_language(code):
            raise self._refuse(section.number, "part", section.title)
        self._language = code
        if section.lines:
            raise self._refuse(section.lines[0].number, "outside", section.lines[0].text)

    def _take_field(self, section: Section) -> None:
        field = meant(section.title, "fields")
        if self._language is None or field not in FIELDS_OF[self.kind]:
            raise self._refuse(section.number, "field", section.title)
        self._once(field, self._language, section)
        said = self.document.setdefault(field, {})
        if field not in TEXTS:
            said[self._language] = [whole(line.text) for line in section.lines]
        elif section.lines:
            if len(section.lines) > 1:
                raise self._refuse(section.lines[1].number, "one-text", section.title)
            said[self._language] = whole(section.lines[0].text)

    def _once(self, field: str, language: str, section: Section) -> None:
        if (field, language) in self.places:
            raise self._refuse(section.number, "twice", section.title)
        self.places[field, language] = section.number
        self.titles[field, language] = section.title

    def _remark(self, section: Section) -> None:
        known = meant(section.title, "parts") == "remarks"
        texts = [] if known else [(section.number, section.title)]
        texts += [(line.number, whole(line.text)) for line in section.lines]
        for number, text in texts:
            if text:
                said = text[:MAX_TEXT]
                self.remarks.append(RemarkLine(file=self.name, line=number, about="", text=said))

    def _cells(self, line: Line, each: Any) -> Any:
        read_cells = each(cells(line.text))
        if read_cells is None:
            raise self._refuse(line.number, "cells", line.text)
        return read_cells

    def _take_facts(self, section: Section) -> None:
        if section.depth != 1:
            raise self._refuse(section.number, "outside", section.title)
        for line in section.lines:
            name, colon, value = line.text.partition(":")
            fact = meant(name, "facts", self.kind)
            if not colon or fact is None:
                raise self._refuse(line.number, "fact", line.text)
            if (fact, "") in self.places:
                raise self._refuse(line.number, "twice", name.strip())
            self.places[fact, ""] = line.number
            self.document[fact] = self._fact(fact, value.strip(), line)

    def _fact(self, fact: str, value: str, line: Line) -> Any:
        if fact in ("number", "needed", "version"):
            if not (value.isascii() and value.isdigit() and len(value) < 12):
                raise self._refuse(line.number, "not-number", value)
            return int(value)
        if fact == "authorises":
            return self._word(fact, value, line) == "true"
        if fact in ("rule", "status"):
            return self._word(fact, value, line)
        listed = [one.strip() for one in value.split(",") if one.strip()]
        if fact == "evidence_kinds":
            return [self._word(fact, one, line) for one in listed]
        return listed if fact == "badges" else value

    def _word(self, fact: str, value: str, line: Line) -> str:
        found = meant(value, "words", fact)
        if found is None:
            raise self._refuse(line.number, "choice", value)
        return found


def _is_language(text: str) -> bool:
    return len(text) in (2, 3) and text.isascii() and text.isalpha() and text.islower()


def _alignment(read_cells: list[str]) -> dict[str, Any] | None:
    if len(read_cells) < 4:
        return None
    framework, code, url, name, *others = read_cells
    names = {"fr": name}
    for other in others:
        language, colon, text = other.partition(": ")
        if not colon or not _is_language(language):
            return None
        names[language] = text
    said = {"framework": framework, "name": names, "url": url}
    return {**said, "code": code} if code else said


def _equivalent(read_cells: list[str]) -> dict[str, str] | None:
    if len(read_cells) != 2:
        return None
    return {"issuer": read_cells[0], "achievement": read_cells[1]}
