"""Colours: every contrast written in tokens.css is the one measured, and is enough to read."""

import re
from importlib.resources import files

import pytest

TOKEN = re.compile(r"--(?P<name>[a-z-]+): (?P<colour>#[0-9A-Fa-f]{6});\s*/\*(?P<says>[^*]*)\*/")
PAIR = re.compile(r"(?P<on>[a-z-]+) (?P<ratio>\d+\.\d)")
ENDS_AS_EDGE = {"line"}
"""Tokens that draw an edge: 3 is enough; text needs 4.5."""


def sheets():
    css = files("shared").joinpath("static/tokens.css").read_text(encoding="utf-8")
    light, _, dark = css.partition("prefers-color-scheme: dark")
    return {"light": light, "dark": dark}


def luminance(colour):
    def linear(part):
        value = int(part, 16) / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(colour[start : start + 2]) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def pairs():
    for theme, css in sheets().items():
        tokens = {found["name"]: found for found in TOKEN.finditer(css)}
        for name, found in tokens.items():
            written = found["says"].rpartition("·")[2]
            for pair in PAIR.finditer(written):
                on, ratio = pair["on"], float(pair["ratio"])
                colours = (found["colour"], tokens[on]["colour"])
                yield pytest.param(name, ratio, *colours, id=f"{theme}: {name} on {on}")


@pytest.mark.parametrize(("name", "written", "colour", "ground"), list(pairs()))
def test_a_written_contrast_is_the_measured_one(name, written, colour, ground):
    measured = contrast(colour, ground)

    assert measured == pytest.approx(written, abs=0.06)
    assert measured >= (3 if name in ENDS_AS_EDGE else 4.5)


def test_the_pairs_were_found():
    assert len(list(pairs())) > 60
