"""
A draft of the catalogue shown to those who discuss it: pages to read, and a sheet to print.

One A4 sheet a badge: its name, its picture, what the person can do, what is looked at, the
moments, the evidence, who may award it, and room to write.  Files only: they open from a disk, and
nothing in them is published or signed.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined

from shared.drawings import icon, sign
from shared.words import DEFAULT_LANGUAGE, LANGUAGES, day_in_words
from trust_registry.catalogue import BadgeEntry, Catalogue, Complaint, ImageMissing, image
from trust_registry.catalogue.drafts import Draft
from trust_registry.errors import FolderTaken
from trust_registry.index.listing import Listing
from trust_registry.site.pages import STATIC, ZONE
from trust_registry.site.showing import Shown
from trust_registry.words import WORDS

START = "index.html"
SHEETS = "sheets.html"
STYLE = "static/workshop.css"
MARK = ".badges-workshop"
"""Stands in a folder that a preview wrote, so that it may be written again there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """What is shown: a draft, and what is known beside it."""

    draft: Draft
    day: datetime
    listing: Listing | None = None
    """The published list, to say who may award; ``None``: not known."""
    complaints: Sequence[Complaint] = field(default=())

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue of the draft."""
        return self.draft.catalogue

    def remarks_of(self, key: str) -> list[str]:
        """What was remarked about a badge, a pathway, or the whole (empty text)."""
        return [one.text for one in self.draft.remarks if one.about == key]

    def awarders_of(self, badge: BadgeEntry) -> list[str] | None:
        """Names of those who may award a badge; ``None``: not known."""
        if self.listing is None:
            return None
        return [one.name for one in Shown(self.listing).awarders_of(badge)]


def alone(catalogue: Catalogue, listing: Listing) -> Iterator[Complaint]:
    """Give a complaint for each badge that nobody but the one who awards it recognises."""
    shown = Shown(listing)
    known = {one.id for one in shown.catalogue.badges}
    for badge in catalogue.badges:
        if badge.id not in known:
            continue
        awarding = {one.siren or one.slug for one in shown.awarders_of(badge)}
        recognising = {one.siren or one.slug for one in shown.recognisers_of(badge)}
        if not recognising or (len(awarding) == 1 and recognising <= awarding):
            about = {"id": badge.id, "name": badge.name[DEFAULT_LANGUAGE]}
            yield Complaint(code="catalogue.recognised-by-nobody", facts=about)


def write_preview(folder: Path, workshop: Workshop) -> int:
    """
    Write the pages and the sheets of a draft, and give how many files there are.

    Raises:
        FolderTaken: the folder holds something that no preview wrote.
        OSError: the disk refuses.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()) and not (folder / MARK).exists():
        raise FolderTaken(folder=str(folder))
    (folder / MARK).touch()
    count = 0
    for name, body in previewed(workshop):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(body)
        count += 1
    return count


def previewed(workshop: Workshop) -> Iterator[tuple[str, bytes]]:
    """Give every file: its path below the folder, and its bytes."""
    for name in STATIC:
        yield f"static/{name}", (files("shared") / "static").joinpath(name).read_bytes()
    yield STYLE, (files("trust_registry.site") / "workshop.css").read_bytes()
    yield from _images(workshop.catalogue)
    for lang in LANGUAGES:
        yield _placed(START, lang), _page(workshop, START, "index.html", {}, lang=lang)
        every = {"badges": workshop.catalogue.badges}
        yield _placed(SHEETS, lang), _page(workshop, SHEETS, "sheets.html", every, lang=lang)
        for badge in workshop.catalogue.badges:
            path = sheet_of(badge)
            yield (
                _placed(path, lang),
                _page(workshop, path, "sheets.html", {"badges": [badge]}, lang=lang),
            )


def _images(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """The drawings that come with the program; a new badge may have none yet."""
    for badge in catalogue.badges:
        with suppress(ImageMissing):
            yield f"badges/{badge.image_svg}", image(badge, "svg")


def sheet_of(badge: BadgeEntry) -> str:
    """The sheet of one badge."""
    return f"badges/{badge.slug}.html"


def _placed(path: str, lang: str) -> str:
    return path if lang == DEFAULT_LANGUAGE else f"{lang}/{path}"


def _page(
    workshop: Workshop, path: str, template: str, about: Mapping[str, Any], *, lang: str
) -> bytes:
    other = next(one for one in LANGUAGES if one != lang)
    up = "../" * _placed(path, lang).count("/")
    pictures = {name for name, _ in _images(workshop.catalogue)}

    def say(code: str, part: str | None = None, /, **facts: Any) -> str:
        return WORDS.say(code, facts, lang=facts.pop("lang", lang), part=part)

    def drawing(badge: BadgeEntry) -> str | None:
        name = f"badges/{badge.image_svg}"
        return up + quote(name) if name in pictures else None

    context = {
        "workshop": workshop,
        "catalogue": workshop.catalogue,
        "lang": lang,
        "other_lang": other,
        "other_page": up + quote(_placed(path, other)),
        "say": say,
        "to": lambda page: up + quote(_placed(page, lang)),
        "to_file": lambda name: up + quote(name),
        "day": day_in_words(workshop.day.astimezone(ZONE), lang),
        "drawing": drawing,
        "sheet_of": sheet_of,
        "start": START,
        "sheets": SHEETS,
        "style": STYLE,
        "complaint": lambda one: say(one.code, **one.facts),
        "complaint_help": lambda one: say(one.code, "help", **one.facts),
        **about,
    }
    return _environment().get_template(f"workshop/{template}").render(context).encode()


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("trust_registry.site"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(icon=icon, sign=sign)
    return environment
