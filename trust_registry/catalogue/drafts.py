"""
The catalogue as a folder of plain files that people work on together (``draft_reading``: back).

One file a badge, one a pathway, one for the whole; the order of the file names is the order of
the list.  What people remark stands in the files and is kept out of what is published.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from trust_registry.catalogue import labels
from trust_registry.catalogue.labels import label
from trust_registry.catalogue.model import BadgeEntry, Catalogue, Pathway
from trust_registry.catalogue.plain_file import bars, escaped

HEAD_FILE = "catalogue.md"
BADGES, PATHWAYS = "badges", "parcours"
ENDING = ".md"
MAX_DRAFT_FILES = 1_000
"""Five hundred badges, a hundred pathways, and what an editor leaves beside them."""
TEXTS = ("name", "summary", "alt")
"""Fields that hold one text for each language; the others hold a list."""
FIELDS_OF = {
    "badge": labels.names("fields"),
    "pathway": ("name", "summary"),
    "catalogue": (),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkLine:
    """What somebody wrote about a badge, a pathway or the whole, in its file."""

    file: str
    line: int
    about: str
    """The badge's or the pathway's identifier; empty: the catalogue."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A catalogue that was read from files, and what was remarked."""

    catalogue: Catalogue
    remarks: tuple[RemarkLine, ...]


def write(
    catalogue: Catalogue, *, lang: str, advice: Mapping[str, str] | None = None
) -> dict[str, str]:
    """
    Give the files of a draft, by name.

    Args:
        lang: of the headings; both languages of the texts are always written.
        advice: a sentence below a heading, by field; ``remarks``: below the remarks.
    """
    hints = advice or {}
    files = {HEAD_FILE: _head(catalogue, lang, hints)}
    width = max(2, len(str(max(len(catalogue.badges), len(catalogue.pathways)))))
    for place, entry in enumerate(catalogue.badges, 1):
        files[f"{BADGES}/{place:0{width}}-{entry.slug}{ENDING}"] = _badge(entry, lang, hints)
    for place, pathway in enumerate(catalogue.pathways, 1):
        files[f"{PATHWAYS}/{place:0{width}}-{pathway.id}{ENDING}"] = _pathway(pathway, lang, hints)
    return files


def _head(catalogue: Catalogue, lang: str, hints: Mapping[str, str]) -> str:
    lines = [f"# {label('titles', 'catalogue', lang=lang)}", ""]
    facts = {"base": catalogue.base, "status": str(catalogue.status)}
    lines += _facts("catalogue", {**facts, "version": str(catalogue.version)}, lang)
    return _ended(lines, lang, hints)


def _badge(entry: BadgeEntry, lang: str, hints: Mapping[str, str]) -> str:
    title = f"# {label('titles', 'badge', lang=lang)} {entry.id} : {entry.name['fr']}"
    kinds = [str(kind) for kind in entry.evidence_kinds]
    facts = {
        "id": entry.id,
        "number": str(entry.number),
        "slug": entry.slug,
        "evidence_kinds": ", ".join(label("words", "evidence_kinds", k, lang=lang) for k in kinds),
        "authorises": "true" if entry.authorises else "false",
        "image_svg": entry.image_svg,
        "image_png": entry.image_png,
    }
    lines = [title, "", *_facts("badge", facts, lang)]
    lines += _spoken(entry, "badge", lang, hints)
    lines += ["", f"# {label('parts', 'alignments', lang=lang)}", *_hint(hints, "alignments")]
    for one in entry.alignments:
        others = [f"{code}: {text}" for code, text in one.name.items() if code != "fr"]
        said = (one.framework, one.code or "", one.url, one.name["fr"], *others)
        lines.append(f"- {bars(said)}")
    if entry.equivalents:
        lines += ["", f"# {label('parts', 'equivalents', lang=lang)}"]
        lines += [f"- {bars((one.issuer, one.achievement))}" for one in entry.equivalents]
    return _ended(lines, lang, hints)


def _pathway(pathway: Pathway, lang: str, hints: Mapping[str, str]) -> str:
    facts = {
        "id": pathway.id,
        "badges": ", ".join(pathway.badges),
        "rule": str(pathway.rule),
        "needed": str(pathway.needed),
    }
    title = f"# {label('titles', 'pathway', lang=lang)} : {pathway.name['fr']}"
    lines = [title, "", *_facts("pathway", facts, lang)]
    lines += _spoken(pathway, "pathway", lang, hints)
    return _ended(lines, lang, hints)


def _facts(kind: str, facts: Mapping[str, str], lang: str) -> list[str]:
    lines = []
    for name, value in facts.items():
        known = name in labels.names("words") and value in labels.names("words", name)
        said = label("words", name, value, lang=lang) if known else value
        lines.append(f"- {label('facts', kind, name, lang=lang)} : {said}".rstrip())
    return lines


def _spoken(one: Any, kind: str, lang: str, hints: Mapping[str, str]) -> Iterator[str]:
    spoken = {name: getattr(one, name) for name in FIELDS_OF[kind]}
    codes = dict.fromkeys(code for texts in spoken.values() for code in texts)
    for code in codes:
        known = code in labels.names("languages")
        yield from ("", f"# {label('languages', code, lang=lang) if known else code}")
        for name, texts in spoken.items():
            if code not in texts:
                continue
            yield from ("", f"## {label('fields', name, lang=lang)}", *_hint(hints, name))
            if name in TEXTS:
                yield escaped(texts[code])
            else:
                yield from (f"- {escaped(text)}" for text in texts[code])


def _hint(hints: Mapping[str, str], name: str) -> list[str]:
    return [f"> {hints[name]}"] if name in hints else []


def _ended(lines: list[str], lang: str, hints: Mapping[str, str]) -> str:
    remarks = ["", f"# {label('parts', 'remarks', lang=lang)}", *_hint(hints, "remarks")]
    return "\n".join([*lines, *remarks]) + "\n"
