"""The sentences about what a person holds, with days as the people of the region count them."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from wallet.words import WORDS

if TYPE_CHECKING:
    from trust_registry.catalogue import Catalogue
    from wallet.holding import Holding
    from wallet.notices import Notice

ZONE = ZoneInfo("Europe/Paris")
NONE = "none"
DATES = ("checked", "earned", "since", "begins")


def say(
    code: str, facts: Mapping[str, Any] | None = None, *, lang: str, part: str | None = None
) -> str:
    """Give the sentence of a code; instants become days of the region."""
    local = {
        name: value.astimezone(ZONE) if isinstance(value, datetime) else value
        for name, value in (facts or {}).items()
    }
    return WORDS.say(code, local, lang=lang, part=part)


def state(holding: "Holding", *, lang: str, part: str | None = None) -> str:
    """How a badge stands: its ``title``, or its ``word`` or ``help``."""
    from wallet.standing import standing

    found = standing(holding)
    return say(found.code, dict.fromkeys(DATES, NONE) | dict(found.facts), lang=lang, part=part)


def name(holding: "Holding", catalogue: "Catalogue", *, lang: str) -> str:
    """
    The name of a badge: the catalogue's when it counts, else its own.

    A refused badge has no name that could be believed; its file has one.
    """
    if holding.badge_id is not None and holding.counts:
        return catalogue.badge(holding.badge_id).name[lang]
    return holding.title or of_file(holding.name, lang=lang)


def of_file(file: str, *, lang: str) -> str:
    """What a badge is called whose own name is not known, or not to be believed."""
    return say("badge.file", {"file": file or NONE}, lang=lang)


def issuer(holding: "Holding", *, lang: str) -> str:
    """Who gave it: the registry's name, else the written one, said to be only that."""
    if holding.checked.issuer_name:
        return say("badge.given-by", {"issuer": holding.checked.issuer_name}, lang=lang)
    written = holding.summary.issuer_name if holding.summary and holding.title else None
    return say("badge.given-by-written", {"issuer": written or NONE}, lang=lang)


def notice(one: "Notice", *, lang: str) -> str:
    """What happened to a badge, why, and whom to write to: a sentence each."""
    facts = {"day": one.day or NONE, "reason": one.reason or NONE, "contact": one.contact or NONE}
    parts = [say(one.code, facts, lang=lang), say(one.code, facts, lang=lang, part="help")]
    if one.contact:
        parts.append(say("notice.contact", facts, lang=lang))
    return " ".join(part for part in parts if part)
