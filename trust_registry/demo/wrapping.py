"""Into what the badges of the region are put: pictures, texts, and the square of a paper."""

import io
import json

import segno

from shared.baking import bake
from shared.model import Json
from shared.multibase import base64url_encode
from trust_registry.catalogue import image
from trust_registry.demo import composing, hosting
from trust_registry.demo.told import BadgeTold
from trust_registry.demo.world import World

QR_SCALE = 8
"""Points a side of one square: legible from the screen of a telephone."""


def wrapped(badge: BadgeTold, world: World) -> bytes:
    """The file of a badge, damaged as the story says."""
    entry = world.catalogue.badge(badge.badge)
    if badge.damage == "screenshot":
        return image(entry)
    if badge.shape == "qr":
        return _square(world.shared_address(badge))
    if badge.shape == "link-png":
        return bake(image(entry), world.shared_address(badge), version="2.0")
    if badge.shape == "jwt":
        return _token(badge, world).encode("ascii")
    text = _text(_document(badge, world))
    if badge.shape == "json":
        return text.encode("utf-8")
    return bake(image(entry, "svg" if badge.shape == "svg" else "png"), text)


def _document(badge: BadgeTold, world: World) -> Json:
    if badge.made == "hosted":
        return _damaged(hosting.assertion(badge, world), badge)
    return _damaged(composing.secured(badge, world), badge)


def _damaged(document: Json, badge: BadgeTold) -> Json:
    """A document as it is after somebody wrote in it; whole, when nobody did."""
    if badge.damage == "changed":
        first, *others = document["evidence"]
        return {**document, "evidence": [{**first, "narrative": badge.changed_to}, *others]}
    if badge.damage == "added":
        return {**document, "mention": badge.changed_to}
    return document


def _token(badge: BadgeTold, world: World) -> str:
    token = composing.token(badge, world)
    if badge.damage != "changed":
        return token
    head, _, signature = token.split(".")
    claims = _damaged(composing.unsigned(badge, world), badge)
    return f"{head}.{base64url_encode(_text(claims).encode())}.{signature}"


def _text(document: Json) -> str:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def _square(address: str) -> bytes:
    picture = io.BytesIO()
    segno.make(address, error="m", micro=False).save(picture, kind="png", scale=QR_SCALE, border=4)
    return picture.getvalue()
