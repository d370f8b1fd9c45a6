"""
Other people's drawings, made harmless before anyone sees them.

A new tree is written from what is known to draw, and nothing else comes along: no
script, no event, no page inside, no animation, no address but a part of the drawing
itself or a PNG or JPEG packed inside it; the badge and what it says of a person neither.

Sources: SVG 2 §"Security"; SVG Integration §"Secure static mode"; OWASP ASVS 1.3.4.
"""

import re
from typing import Any

from lxml import etree

from shared.baking.markup import SVG, name_of, svg_tree

XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ELEMENTS = _words(
    """
    svg g defs symbol use title desc style switch
    path rect circle ellipse line polyline polygon text tspan textPath image
    linearGradient radialGradient stop pattern clipPath mask marker
    filter feBlend feColorMatrix feComponentTransfer feComposite feDiffuseLighting
    feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur
    feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight
    """
)
WITH_TEXT = frozenset({"title", "desc", "text", "tspan", "textPath", "style"})

ATTRIBUTES = _words(
    """
    id class style lang role aria-label aria-labelledby aria-hidden version
    x y x1 y1 x2 y2 cx cy r rx ry fx fy fr d points width height viewBox
    preserveAspectRatio transform gradientTransform gradientUnits spreadMethod offset
    patternUnits patternContentUnits patternTransform clipPathUnits maskUnits
    maskContentUnits mask-type markerWidth markerHeight markerUnits refX refY orient
    marker-start marker-mid marker-end pathLength dx dy rotate textLength lengthAdjust
    startOffset method spacing side
    fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap
    stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset opacity color
    display visibility overflow clip clip-path clip-rule mask filter stop-color
    stop-opacity paint-order vector-effect shape-rendering text-rendering image-rendering
    color-interpolation color-interpolation-filters mix-blend-mode isolation
    font-family font-size font-style font-weight font-variant font-stretch text-anchor
    text-decoration letter-spacing word-spacing writing-mode direction unicode-bidi
    dominant-baseline alignment-baseline baseline-shift
    filterUnits primitiveUnits in in2 result mode operator k1 k2 k3 k4 stdDeviation
    edgeMode values type tableValues slope intercept amplitude exponent radius
    flood-color flood-opacity lighting-color surfaceScale diffuseConstant
    specularConstant specularExponent azimuth elevation z pointsAtX pointsAtY pointsAtZ
    limitingConeAngle
    """
)

_PART = re.compile(r"#[A-Za-z_][\w.:-]*\Z")
_PICTURE = re.compile(r"data:image/(?:png|jpeg);base64,[A-Za-z0-9+/=\s]+\Z")
_PARTS_OF_THE_DRAWING = re.compile(r"url\(\s*([\"']?)#[A-Za-z_][\w.:-]*\1\s*\)")
_REACHES_OUT = re.compile(
    r"url\s*\(|[@\\<]|(?:expression|image-set|src)\s*\(|javascript:|-moz-binding|behavior\s*:"
)
"""In a style, once the parts of the drawing itself are taken away."""

MAX_USES = 200
"""Copies of parts; copies of copies, which double at every step, are not drawn at all."""


def clean_svg(drawing: bytes) -> bytes:
    """
    Write a drawing again, with what draws and nothing else.

    Returns:
        UTF-8 bytes of an SVG; still to be shown by ``<img>`` only.

    Raises:
        As ``markup.svg_tree``.
    """
    root = svg_tree(drawing)
    clean = etree.Element(f"{{{SVG}}}svg", nsmap={None: SVG, "xlink": XLINK})
    _copy(root, clean)
    _drop_copies_of_copies(clean)
    return bytes(etree.tostring(clean, encoding="utf-8", xml_declaration=True))


def _copy(old: Any, new: Any) -> None:
    """Fill ``new`` with the harmless part of ``old``; the depth is limited by the reader."""
    name = name_of(old.tag)[1]
    for attribute, value in old.attrib.items():
        _copy_attribute(new, attribute, value)
    if name in WITH_TEXT:
        new.text = old.text
    for child in old.iterchildren(etree.Element):
        namespace, child_name = name_of(child.tag)
        known = namespace in {None, SVG} and child_name in ELEMENTS
        if known and (child_name != "style" or _is_harmless_style(child)):
            _copy(child, etree.SubElement(new, f"{{{SVG}}}{child_name}"))
        if name in WITH_TEXT and child.tail:
            _append_text(new, child.tail)


def _append_text(new: Any, text: str) -> None:
    if len(new):
        new[-1].tail = (new[-1].tail or "") + text
    else:
        new.text = (new.text or "") + text


def _copy_attribute(new: Any, attribute: str, value: str) -> None:
    namespace, name = name_of(attribute)
    if name == "href" and namespace in {None, XLINK}:
        wanted = _PICTURE if name_of(new.tag)[1] == "image" else _PART
        if wanted.match(value.strip()):
            new.set(f"{{{XLINK}}}href", value.strip())
    elif namespace == XML and name in {"space", "lang"}:
        new.set(attribute, value)
    elif namespace is None and name in ATTRIBUTES and _stays_inside(value):
        new.set(name, value)


def _is_harmless_style(element: Any) -> bool:
    return not len(element) and _stays_inside(element.text or "")


def _stays_inside(value: str) -> bool:
    """Whether a value of an attribute or a style sheet names nothing outside the drawing."""
    return not _REACHES_OUT.search(_PARTS_OF_THE_DRAWING.sub("", value).lower())


def _drop_copies_of_copies(root: Any) -> None:
    """``use`` of something that holds a ``use`` costs 2 to the power of its depth to draw."""
    uses = list(root.iter(f"{{{SVG}}}use"))
    holders = {ancestor.get("id") for use in uses for ancestor in (use, *use.iterancestors())}
    for number, use in enumerate(uses):
        target = use.get(f"{{{XLINK}}}href", "#")[1:]
        if number >= MAX_USES or target in holders:
            use.getparent().remove(use)
