"""
XML that somebody else wrote, made into a tree within limits; nothing is looked up.

Sources: XML 1.0 §4 (entities); OWASP "XML External Entity Prevention".
"""

import re
from typing import Any

from lxml import etree

from shared.errors import DamagedImage, TooBig, UnknownKind, UnsafeSvg, WebPage

MAX_XML_BYTES = 2 * 1024 * 1024
"""A drawn badge has some kilobytes; a picture packed inside one, some hundreds."""
MAX_DEPTH = 64
"""Elements within elements; drawing programs stay below 20."""
MAX_ELEMENTS = 20_000
"""A drawn badge has some hundreds; each costs time and memory to draw."""
MAX_ATTRIBUTES = 100_000
"""Five an element."""

SVG = "http://www.w3.org/2000/svg"

_INTERNAL_SUBSET = re.compile(r"<!DOCTYPE(?:[^<>\[\"']|\"[^\"]*\"|'[^']*')*+\[")
_DECLARED = re.compile(rb"""\A\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_ENCODINGS = {
    b"utf-8": "utf-8",
    b"utf8": "utf-8",
    b"us-ascii": "utf-8",
    b"iso-8859-1": "latin-1",
    b"windows-1252": "cp1252",
}
"""The ones found on real drawings; others can hide an instruction from a reader."""
_WEB_PAGE = re.compile(r"<!doctype html|<(?:html|head|body)[\s>]", re.IGNORECASE)


def svg_tree(drawing: bytes) -> Any:
    """
    Give the ``svg`` element of a drawing, with its tree; entities are never expanded.

    Raises:
        TooBig: more than ``MAX_XML_BYTES``.
        UnsafeSvg: a document type with declarations, entities, another encoding, more
            elements, attributes or depth than a drawing has.
        WebPage: the page of a site.
        DamagedImage: cut, or not well formed.
        UnknownKind: other markup.
    """
    text = _decoded(drawing)
    try:
        root = tree(text)
    except DamagedImage as error:
        if _WEB_PAGE.search(text, 0, 4096):
            raise WebPage from error
        if "<svg" not in text[:4096]:
            raise UnknownKind from error
        raise
    namespace, name = name_of(root.tag)
    if name != "svg" or namespace not in {None, SVG}:
        raise WebPage if _WEB_PAGE.search(text, 0, 4096) else UnknownKind
    return root


def tree(text: str) -> Any:
    """
    Give the tree of any markup, within the same limits.

    Raises:
        UnsafeSvg, DamagedImage: as ``svg_tree``.
    """
    if _INTERNAL_SUBSET.search(text):
        raise UnsafeSvg(why="entities")
    root = _parsed(text)
    _check(root)
    return root


def name_of(tag: str) -> tuple[str | None, str]:
    """Namespace and local name of an element or attribute, ``{namespace}name`` in lxml."""
    namespace, closed, name = tag.removeprefix("{").rpartition("}")
    return (namespace, name) if closed else (None, name)


def _decoded(drawing: bytes) -> str:
    """Text of the drawing, without its declaration, which may name another encoding."""
    if len(drawing) > MAX_XML_BYTES:
        raise TooBig(limit=MAX_XML_BYTES, what="svg")
    declared = _DECLARED.match(drawing[:200])
    if drawing[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        encoding = "utf-16"
    elif declared is None:
        encoding = "utf-8"
    elif declared[1].lower() in _ENCODINGS:
        encoding = _ENCODINGS[declared[1].lower()]
    else:
        raise UnsafeSvg(why="encoding")
    try:
        text = drawing.decode(encoding)
    except UnicodeDecodeError as error:
        raise DamagedImage(part="svg") from error
    return re.sub(r"\A\ufeff?\s*<\?xml\s[^>]*\?>", "", text, count=1).lstrip("\ufeff \t\r\n")


def _parsed(text: str) -> Any:
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        strip_cdata=False,
    )
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except (etree.XMLSyntaxError, UnicodeEncodeError) as error:
        if "xcessive depth" in str(error):
            raise UnsafeSvg(why="depth") from error
        raise DamagedImage(part="svg") from error
    # lxml forgives a prefix that nothing declares when a warning comes after it.
    if parser.error_log.filter_from_errors():
        raise DamagedImage(part="svg")
    return root


def _check(root: Any) -> None:
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and next(dtd.iterentities(), None) is not None:
        raise UnsafeSvg(why="entities")
    depth = elements = attributes = 0
    for event, node in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "start":
            depth += 1
            elements += 1
            attributes += len(node.attrib)
        elif event == "end":
            depth -= 1
        if depth > MAX_DEPTH:
            raise UnsafeSvg(why="depth")
        if elements > MAX_ELEMENTS or attributes > MAX_ATTRIBUTES:
            raise UnsafeSvg(why="size")
    if next(root.iter(etree.Entity), None) is not None:
        raise UnsafeSvg(why="entities")
