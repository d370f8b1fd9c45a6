"""The drawings of ``static/icons.svg``, written into the page so that they work bare."""

import re
from functools import cache
from importlib.resources import files

from markupsafe import Markup

SYMBOL = re.compile(r'<symbol id="(?P<id>[^"]+)" viewBox="(?P<box>[^"]+)">(?P<inside>.*?)</symbol>')


def icon(name: str) -> Markup:
    """Give a 24 px line drawing; it always stands beside a word."""
    return _drawing(name, "icon")


def sign(tone: str) -> Markup:
    """Give the sign of a tone (``ok``, ``care``, ``unknown``, ``stop``, ``neutral``)."""
    return _drawing(f"sign-{tone}", "sign")


@cache
def _drawing(name: str, css_class: str) -> Markup:
    box, inside = _drawings()[name]
    drawn = Markup(inside)  # noqa: S704 - our own file, not a word of anybody else
    return Markup('<svg class="{}" viewBox="{}" aria-hidden="true">{}</svg>').format(
        css_class, box, drawn
    )


@cache
def _drawings() -> dict[str, tuple[str, str]]:
    """Read our own sprite: name -> (view box, markup inside)."""
    sprite = files("shared").joinpath("static/icons.svg").read_text(encoding="utf-8")
    return {found["id"]: (found["box"], found["inside"]) for found in SYMBOL.finditer(sprite)}
