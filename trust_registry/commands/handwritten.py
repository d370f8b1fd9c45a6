"""
What somebody wrote by hand: YAML or TOML where the name of the file says so, else JSON.

Of YAML only what cannot be misread: blocks, lists and texts.  Every value is a text as it
stands, so that ``no``, ``01`` and a date stay what was typed; a name given twice, an anchor,
an alias, a tag and a second document are refused.  Source: YAML 1.2.2 §3.2.1 (the failsafe schema).
"""

import json
import re
import tomllib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

from shared import strict_json
from shared.errors import UnsafeJson
from shared.times import instant_text
from trust_registry.errors import DraftUnreadable

MAX_BYTES = 65_536
"""Two hundred recognitions, each with a sentence; PyYAML reads it in half a second."""
MAX_DEPTH = 8
"""An entry has three."""
NOTHING = ("", "~", "null")
"""How YAML writes that a field has no value."""
_LINE = re.compile(r"line (\d+)")


def read_draft(file: Path) -> Any:
    """
    Read what somebody wrote by hand.

    Raises:
        DraftUnreadable: facts ``file``, and ``line`` where the fault was met, 0 if unknown.
    """
    with file.open("rb") as opened:
        raw = opened.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise DraftUnreadable(file=file.name, line=0, why="size")
    read = {".toml": _toml, ".yaml": _yaml, ".yml": _yaml}.get(file.suffix.lower(), _json)
    try:
        return read(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise DraftUnreadable(file=file.name, line=0, why="text") from error
    except _Fault as error:
        raise DraftUnreadable(file=file.name, line=error.line, why=error.why) from error
    except UnsafeJson as error:
        raise DraftUnreadable(file=file.name, line=_line_of(error.__cause__), why="form") from error


class _Fault(Exception):
    """What is wrong, and in which line."""

    def __init__(self, line: int, why: str = "form") -> None:
        super().__init__(why)
        self.line, self.why = line, why


def _json(text: str) -> Any:
    return strict_json.loads(text)


def _toml(text: str) -> Any:
    try:
        found = tomllib.loads(text)
    except ValueError as error:
        raise _Fault(_line_of(error)) from error
    # Dates of TOML are instants here too, written as everywhere else.
    return strict_json.loads(json.dumps(found, default=_written))


def _written(value: object) -> str:
    if isinstance(value, datetime) and value.tzinfo is not None:
        return instant_text(value)
    raise _Fault(0)


def _yaml(text: str) -> Any:
    events = yaml.parse(text, Loader=yaml.BaseLoader)
    try:
        next(events)
        if isinstance(next(events), yaml.StreamEndEvent):
            return {}
        found = _value(next(events), events, MAX_DEPTH)
        next(events)
        after = next(events)
    except yaml.YAMLError as error:
        raise _Fault(_left_open(text) or _line_in_yaml(error)) from error
    if not isinstance(after, yaml.StreamEndEvent):
        raise _Fault(after.start_mark.line + 1)
    # An escape may write half a character; two halves are one, as in JSON.
    return strict_json.loads(json.dumps(found))


def _value(event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Any:
    """One value, from its first event to its last; blocks go ``depth`` deep and no more."""
    line = event.start_mark.line + 1
    if getattr(event, "anchor", None) or getattr(event, "tag", None) or not depth:
        raise _Fault(line)
    if isinstance(event, yaml.ScalarEvent):
        if _is_half_quoted(event):
            raise _Fault(line)
        return None if event.style is None and event.value in NOTHING else event.value
    if isinstance(event, yaml.SequenceStartEvent):
        return [_value(one, events, depth - 1) for one in _until(events, yaml.SequenceEndEvent)]
    found: dict[str, Any] = {}
    for name in _until(events, yaml.MappingEndEvent):
        if not isinstance(name, yaml.ScalarEvent) or name.anchor or name.tag:
            raise _Fault(name.start_mark.line + 1)
        if name.value in found:
            raise _Fault(name.start_mark.line + 1, "twice")
        found[name.value] = _value(next(events), events, depth - 1)
    return found


def _is_half_quoted(text: yaml.ScalarEvent) -> bool:
    """Whether a quotation mark was forgotten: it then belongs to the text, or goes on below."""
    if text.style is None:
        return bool(text.value.count('"') % 2)
    return text.style in ("'", '"') and bool(text.end_mark.line != text.start_mark.line)


def _left_open(text: str) -> int:
    """The first line with a quotation mark that has no other; 0: none."""
    lines = enumerate(text.splitlines(), 1)
    return next((number for number, one in lines if one.replace('\\"', "").count('"') % 2), 0)


def _until(events: Iterator[yaml.Event], end: type[yaml.Event]) -> Iterator[yaml.Event]:
    for event in events:
        if isinstance(event, end):
            return
        yield event


def _line_in_yaml(error: yaml.YAMLError) -> int:
    """Where a person should look: an open quotation mark is told where it opens."""
    opened = "quoted scalar" in (getattr(error, "context", None) or "")
    mark = getattr(error, "context_mark" if opened else "problem_mark", None)
    return 0 if mark is None else int(mark.line) + 1


def _line_of(error: BaseException | None) -> int:
    """The line that a reader of the standard library speaks of; 0: none."""
    found = _LINE.search(str(error))
    return int(found[1]) if found else 0
