"""
The first page of the registry, and the public folder as it is.

The written site is that first page whenever it is there and the list is of use.  What a
written page cannot say is said here: that the list cannot be read now, or is past its date.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from flask import Response, render_template

from shared.web import Screen, language
from shared.words import DEFAULT_LANGUAGE, day_in_words
from trust_registry.index import Partner, Registry
from trust_registry.site.pages import START
from trust_registry.web.queries import VIEWS, add_queries
from trust_registry.web.site import site_file, start_page, to_start
from trust_registry.words import WORDS

ZONE = ZoneInfo("Europe/Paris")

OPEN_FILES = ("metadata/timestamp.json",)
"""Where a program begins to read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What the site shows at one moment."""

    registry: Registry | None
    """``None``: it cannot be read now."""
    now: datetime


def blueprint(
    published: Callable[[], Published], public: Path | None, *, name: str = "registry"
) -> Screen:
    """
    Make the registry's screen.

    Args:
        published: called for each page.
        public: the folder that is served below the page, and nothing beside it;
            ``None``: the registry is served elsewhere.
        name: the prefix of its endpoints.
    """
    screen = Screen(name, __name__, words=WORDS, brand="page.registry", for_programs=VIEWS)

    def current() -> tuple[Registry | None, datetime]:
        found = published()
        return found.registry, found.now

    add_queries(screen, current)

    @screen.get("/")
    def start() -> Response | str:
        found, lang = published(), language.current()
        written = public is not None and public.joinpath(start_page(lang)).is_file()
        if public is not None and written and found.registry and found.registry.fresh(found.now):
            return site_file(public, START) if lang == DEFAULT_LANGUAGE else to_start(lang)
        shown = _shown(found, public)
        return render_template("registry/start.html", written=written, **shown)

    if public is not None:

        @screen.get("/<path:file>")
        def file(file: str) -> Response:
            return site_file(public, file)

    return screen


def _shown(published: Published, public: Path | None) -> dict[str, Any]:
    registry = published.registry
    if registry is None:
        return {"registry": None}
    lang = language.current()
    partners = sorted(registry.all_partners(), key=lambda one: one.name.casefold())
    return {
        "registry": registry,
        "fresh": registry.fresh(published.now),
        "listed": day_in_words(registry.listed_at.astimezone(ZONE), lang),
        "until": day_in_words(registry.expires_at.astimezone(ZONE), lang),
        "partners": [one for one in partners if _is_in(one, published.now)],
        "gone": [one for one in partners if not _is_in(one, published.now)],
        "day": lambda moment: day_in_words(moment.astimezone(ZONE), lang),
        "files": OPEN_FILES if public is not None else (),
    }


def _is_in(partner: Partner, now: datetime) -> bool:
    return partner.until is None or partner.until > now
