"""What changed between two catalogues, badge by badge and field by field, for people to read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, NamedTuple

from shared.words import DEFAULT_LANGUAGE
from trust_registry.catalogue.model import BadgeEntry, Catalogue, Pathway


class Change(StrEnum):
    """What happened to a badge, a pathway or a line of it."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    """It stands elsewhere in the list; nothing of it changed."""


class Part(StrEnum):
    """What the change is about."""

    CATALOGUE = "catalogue"
    BADGE = "badge"
    PATHWAY = "pathway"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that changed."""

    part: Part
    change: Change
    id: str
    """Of the badge or the pathway; empty for the catalogue itself."""
    name: str
    """As it is called in French, after the change if it is still there."""
    field: str | None = None
    """Which part of it; ``None``: it came or went as a whole."""
    language: str | None = None
    gone: tuple[str, ...] = ()
    """Lines that are no longer there."""
    come: tuple[str, ...] = ()
    """Lines that are new."""


class _Item(NamedTuple):
    part: Part
    id: str = ""
    name: str = ""


def differences(before: Catalogue, after: Catalogue) -> tuple[Difference, ...]:
    """Give every difference but the version, in the order of the newer catalogue."""
    return (
        *_of_fields(_Item(Part.CATALOGUE), _head(before), _head(after)),
        *_listed(Part.BADGE, before.badges, after.badges),
        *_listed(Part.PATHWAY, before.pathways, after.pathways),
    )


def _head(catalogue: Catalogue) -> Mapping[str, Any]:
    return {"status": str(catalogue.status), "base": catalogue.base}


def _listed(
    part: Part, before: Iterable[BadgeEntry | Pathway], after: Iterable[BadgeEntry | Pathway]
) -> Iterator[Difference]:
    old, new = {one.id: one for one in before}, {one.id: one for one in after}
    for key, one in new.items():
        if key not in old:
            yield Difference(part=part, change=Change.ADDED, id=key, name=_name(one))
        else:
            yield from _of_fields(_Item(part, key, _name(one)), _fields(old[key]), _fields(one))
    for key, one in old.items():
        if key not in new:
            yield Difference(part=part, change=Change.REMOVED, id=key, name=_name(one))
    yield from _moved(part, old, new)


def _moved(
    part: Part, old: Mapping[str, BadgeEntry | Pathway], new: Mapping[str, BadgeEntry | Pathway]
) -> Iterator[Difference]:
    """Those that stand in another order than before, of those that were there."""
    was = [key for key in old if key in new]
    now = [key for key in new if key in old]
    for before, after in zip(was, now, strict=True):
        if before != after:
            yield Difference(part=part, change=Change.MOVED, id=after, name=_name(new[after]))


def _of_fields(item: _Item, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Difference]:
    for field, after in new.items():
        before = old[field]
        if before == after:
            continue
        by_language = isinstance(after, Mapping)
        languages = list(dict.fromkeys([*before, *after])) if by_language else [None]
        for language in languages:
            was = _lines(before.get(language) if by_language else before)
            now = _lines(after.get(language) if by_language else after)
            if was != now:
                yield Difference(
                    part=item.part,
                    change=Change.CHANGED,
                    id=item.id,
                    name=item.name,
                    field=field,
                    language=language,
                    gone=tuple(line for line in was if line not in now),
                    come=tuple(line for line in now if line not in was),
                )


def _fields(one: BadgeEntry | Pathway) -> Mapping[str, Any]:
    return {field.name: getattr(one, field.name) for field in fields(one) if field.name != "id"}


def _lines(value: Any) -> tuple[str, ...]:
    """A value as lines that can be shown."""
    if value is None:
        return ()
    if isinstance(value, tuple):
        return tuple(_line(one) for one in value)
    return (_line(value),)


def _line(value: Any) -> str:
    if hasattr(value, "achievement"):
        return f"{value.issuer} | {value.achievement}"
    if hasattr(value, "framework"):
        name = value.name[DEFAULT_LANGUAGE]
        return " | ".join((value.framework, value.code or "", name, value.url))
    return str(value)


def _name(one: BadgeEntry | Pathway) -> str:
    return one.name[DEFAULT_LANGUAGE]
