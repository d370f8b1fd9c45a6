"""
Draw the PNG of every badge image from its SVG; run it after changing an SVG.

The SVG files in ``trust_registry/catalogue/seed/images/`` are the originals.
The PNG files beside them (256 x 256, transparent outside the tile) are what a
badge is baked into, so they are committed: nobody needs a renderer to award.
Needs the ``images`` extra (resvg-py).

Example:
    $ python tools/draw_badges.py
"""

from pathlib import Path

from resvg_py import svg_to_bytes

SIDE = 256
"""Pixels: twice the 128 of the drawing grid, sharp on paper at 22 mm (300 dpi)."""

IMAGES = Path(__file__).parent.parent / "trust_registry" / "catalogue" / "seed" / "images"


def draw(svg: str) -> bytes:
    """Give the PNG of one drawing; without fonts, because a badge image holds no word."""
    return bytes(svg_to_bytes(svg_string=svg, width=SIDE, height=SIDE, skip_system_fonts=True))


def main() -> None:
    """Write one ``.png`` beside each ``.svg``."""
    for original in sorted(IMAGES.glob("*.svg")):
        picture = draw(original.read_text(encoding="utf-8"))
        original.with_suffix(".png").write_bytes(picture)
        print(f"{original.stem}: {len(picture)} bytes")


if __name__ == "__main__":
    main()
