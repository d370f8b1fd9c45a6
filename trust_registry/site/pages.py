"""
The pages for people, as files: any host of files serves them, under any address.

French stands at the top, English under ``en/``.  Links are relative and name whole files, so
that the pages also open from a disk.  No script, no style within a page, nothing from elsewhere.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

from jinja2 import Environment, PackageLoader, StrictUndefined

from shared.drawings import icon, sign
from shared.times import instant_text
from shared.words import DEFAULT_LANGUAGE, LANGUAGES, day_in_words
from trust_registry import layout
from trust_registry.catalogue import BadgeEntry, ImageMissing, image
from trust_registry.catalogue.model import achievement_address
from trust_registry.index.compiling import pathway_address
from trust_registry.index.listing import Listing
from trust_registry.model import Member
from trust_registry.opening_hours import in_words
from trust_registry.site.changes import changes
from trust_registry.site.showing import Shown
from trust_registry.words import WORDS

ZONE = ZoneInfo("Europe/Paris")
STATIC = (
    "tokens.css",
    "look.css",
    "mark.svg",
    "fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2",
    "fonts/OFL.txt",
)
START = "index.html"
JOURNAL = f"journal/{START}"
FEED = "journal/feed.xml"
FILES = f"files/{START}"


def pages(listing: Listing, *, files: Sequence[str] = ()) -> Iterator[tuple[str, bytes]]:
    """
    Give every file of the site: its path below the public folder, and its bytes.

    ``files``: what else stands in the folder, which one page lists.
    """
    shown = Shown(listing)
    own = dict([*_static(), *_images(shown)])
    yield from own.items()
    feeds = [_placed(FEED, lang) for lang in LANGUAGES]
    every_file = sorted({*files, *own, *feeds})
    happened = changes(shown)
    for lang in LANGUAGES:
        about = {"changes": happened, "files": every_file}
        for path, template, facts in (*_all(shown), *_told(about)):
            yield _placed(path, lang), _rendered(shown, path, template, facts, lang=lang)


def _all(shown: Shown) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every page: its path, its template, what it is about."""
    yield START, "index.html", {}
    for badge in shown.catalogue.badges:
        yield badge_page(badge), "badge.html", {"badge": badge}
    for pathway in shown.catalogue.pathways:
        yield f"pathways/{pathway.id}/{START}", "pathway.html", {"pathway": pathway}
    for member in shown.listing.members:
        yield f"p/{member.slug}/{START}", "partner.html", {"member": member}


def _told(about: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """The pages that are about the whole list."""
    yield JOURNAL, "journal.html", about
    yield FEED, "feed.xml", about
    yield FILES, "files.html", about


def badge_page(badge: BadgeEntry) -> str:
    """The page of a badge stands at its address."""
    return f"badges/{badge.slug}/{START}"


def _placed(path: str, lang: str) -> str:
    return path if lang == DEFAULT_LANGUAGE else f"{lang}/{path}"


def _rendered(shown: Shown, path: str, template: str, facts: dict[str, Any], *, lang: str) -> bytes:
    other = next(one for one in LANGUAGES if one != lang)
    here = _placed(path, lang)
    up = "../" * here.count("/")

    def say(code: str, part: str | None = None, /, **more: Any) -> str:
        return WORDS.say(code, more, lang=more.pop("lang", lang), part=part)

    def to(page: str) -> str:
        return up + quote(_placed(page, lang))

    context = {
        "shown": shown,
        "lang": lang,
        "other_lang": other,
        "other_page": up + quote(_placed(path, other)),
        "say": say,
        "to": to,
        "to_file": lambda file: up + quote(file),
        "day": lambda moment: _day(moment, lang),
        "instant": instant_text,
        "journal": JOURNAL,
        "feed": FEED,
        "files_page": FILES,
        "hours": lambda text: in_words(text, lang=lang),
        "name": lambda member: _name(member, lang),
        "to_badge": lambda badge: to(badge_page(badge)),
        "to_pathway": lambda pathway: to(f"pathways/{pathway.id}/{START}"),
        "to_partner": lambda member: to(f"p/{member.slug}/{START}"),
        "drawing": lambda badge: _drawing(badge, up),
        "address_of": lambda badge: achievement_address(badge, base=shown.catalogue.base),
        "address_of_pathway": lambda one: pathway_address(shown.catalogue.base, one.id),
        "has_keys_file": lambda one: layout.partner_did(shown.catalogue.base, one.slug) in one.ids,
        **facts,
    }
    return _environment().get_template(f"site/{template}").render(context).encode()


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


@lru_cache(maxsize=4_096)
def _day(moment: datetime, lang: str) -> str:
    """The same few days stand on a thousand pages."""
    return day_in_words(moment.astimezone(ZONE), lang)


def _name(member: Member, lang: str) -> str:
    return member.names.get(lang, member.name)


def _drawing(badge: BadgeEntry, up: str) -> str | None:
    """The address of a badge's drawing; ``None``: the program has none of this name."""
    return f"{up}badges/{quote(badge.image_svg)}" if _image(badge, "svg") else None


def _image(badge: BadgeEntry, kind: Any) -> bytes | None:
    try:
        return image(badge, kind)
    except ImageMissing:
        return None


def _images(shown: Shown) -> Iterator[tuple[str, bytes]]:
    """The images stand where badges name them (``achievements``)."""
    for badge in shown.catalogue.badges:
        for name, kind in ((badge.image_svg, "svg"), (badge.image_png, "png")):
            if (body := _image(badge, kind)) is not None:
                yield f"badges/{name}", body


def _static() -> Iterator[tuple[str, bytes]]:
    folder = files("shared") / "static"
    for name in STATIC:
        yield f"static/{name}", folder.joinpath(name).read_bytes()
