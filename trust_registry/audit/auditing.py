"""The audit itself: one copy read from its first root, or two compared."""

from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from trust_registry import layout, members
from trust_registry.audit.beside import look_at_pages, look_beside
from trust_registry.audit.copies import FIRST_ROOT, Copy
from trust_registry.audit.model import Audit, Event, Outcome, Remark
from trust_registry.audit.noting import Notebook
from trust_registry.audit.replay import Progress, Replay
from trust_registry.errors import HistoryShortened

IMMUTABLE = (f"{layout.METADATA}/", f"{layout.TARGETS}/")
TODAY = f"{layout.METADATA}/{layout.TIMESTAMP}.json"


def audit(
    folder: Path,
    *,
    now: datetime,
    root: bytes | None = None,
    tell: Progress | None = None,
    pages: bool = True,
) -> Audit:
    """
    Read the whole past of a copy.

    Args:
        folder: a registry's folder, what it serves, or what ``wget --mirror`` brought.
        now: the instant at which today's list is judged.
        root: the first file of trust as it is known elsewhere; ``None``: the copy's own.
        tell: called with each edition that is read.
        pages: whether the pages for people are compared too, which takes most of the time.

    Raises:
        RegistryUnreachable, CopyTooLarge: there is nothing to read, or too much.
    """
    return _audited(Copy(folder), now=now, root=root, tell=tell, pages=pages)[0]


def compare(
    folder: Path,
    older: Path,
    *,
    now: datetime,
    root: bytes | None = None,
    tell: Progress | None = None,
) -> Audit:
    """
    Read the whole past of a copy, and what an older copy had that it denies.

    Raises: as ``audit``, for either.
    """
    copy, before = Copy(folder), Copy(older)
    found, replay = _audited(copy, now=now, root=root, tell=tell)
    past, replayed = _audited(before, now=now, root=root, tell=tell, pages=False)
    remarks = list(found.remarks)
    remarks += [_broken("audit.since-broken")] if past.outcome is Outcome.BROKEN else []
    remarks += _files_denied(copy, before)
    remarks += _members_denied(replay, replayed)
    return replace(found, remarks=tuple(remarks), denied=_denied(found, past))


def _audited(
    copy: Copy,
    *,
    now: datetime,
    root: bytes | None,
    tell: Progress | None,
    pages: bool = True,
) -> tuple[Audit, Replay]:
    notebook = Notebook()
    if root is not None and copy.read(FIRST_ROOT) != root:
        notebook.broken("audit.other-root", file=FIRST_ROOT)
    replay = Replay(copy, notebook)
    replay.run(tell or (lambda _at, _of: None))
    look_beside(copy, replay, notebook)
    if pages:
        look_at_pages(copy, notebook, now=now)
    found = Audit(
        name=replay.roots.name,
        editions=replay.editions,
        first=replay.first,
        last=replay.last,
        renewals=replay.renewals,
        events=tuple(notebook.events),
        remarks=tuple(notebook.remarks),
    )
    return found, replay


def _files_denied(copy: Copy, before: Copy) -> list[Remark]:
    """Numbered and hashed files are for ever: each that was is still there, byte by byte."""
    found = []
    for name in sorted(before.names):
        if not name.startswith(IMMUTABLE) or name == TODAY:
            continue
        was, now = before.read(name), copy.read(name)
        if now is None:
            found.append(_broken("audit.since-missing", file=name))
        elif was is None or sha256(was).digest() != sha256(now).digest():
            found.append(_broken("audit.since-differs", file=name))
    return found


def _members_denied(replay: Replay, replayed: Replay) -> list[Remark]:
    try:
        members.only_grows(replayed.hub.members, replay.hub.members)
    except HistoryShortened as error:
        name = replayed.hub.name(str(error.facts["slug"]))
        return [_broken("audit.since-denies", name=name, part=str(error.facts["part"]))]
    return []


def _denied(found: Audit, past: Audit) -> tuple[Event, ...]:
    """What the older copy tells and the newer does not."""
    told = {one.identity for one in found.events}
    return tuple(one for one in past.events if one.identity not in told)


def _broken(code: str, **facts: str) -> Remark:
    return Remark(code=code, facts=facts, outcome=Outcome.BROKEN)
