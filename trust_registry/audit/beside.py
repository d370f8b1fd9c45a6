"""
What stands in a copy beside the signed files: plain copies of them, pages, and strangers.

Nobody's trust rests on these, but people read the pages, and standard verifiers ask for the
plain copies.  Each is made again here from what was signed, and compared.
"""

import json
from collections.abc import Iterable
from datetime import datetime

from trust_registry import layout
from trust_registry.audit.copies import Copy
from trust_registry.audit.noting import Notebook
from trust_registry.audit.replay import Replay
from trust_registry.client.filling import PIECE
from trust_registry.client.reading import read_list
from trust_registry.did_documents import did_document
from trust_registry.errors import RegistryUnreadable
from trust_registry.site.writing import made_again

MOST_NAMED = 3
"""Files that a sentence names; the others are counted."""


def look_beside(copy: Copy, replay: Replay, notebook: Notebook) -> None:
    """Compare the plain copies of keys and lists with the signed ones: programs rely on them."""
    for (slug, name), signed in replay.partners.lists.items():
        _compare(copy, notebook, layout.list_file(slug, name), signed)
    book = replay.hub.catalogue
    for slug, entry in replay.partners.entries.items():
        member = replay.hub.member(slug)
        did = "" if book is None else layout.partner_did(book.base, slug)
        if member is not None and did in member.ids:
            wanted = json.dumps(did_document(did, entry)).encode()
            _compare(copy, notebook, layout.did_document_file(slug), wanted)


def look_at_pages(copy: Copy, notebook: Notebook, *, now: datetime) -> None:
    """Compare the pages for people with the list, and count what nothing accounts for."""
    _pages(copy, notebook, now=now)
    _say(notebook, "audit.strangers", sorted(_unsigned(copy, notebook)))


def _compare(copy: Copy, notebook: Notebook, name: str, wanted: bytes) -> None:
    notebook.seen.add(name)
    found = copy.read(name)
    if found is None:
        notebook.odd("audit.copy-missing", file=name)
    elif found != wanted and _json(found) != json.loads(wanted):
        notebook.broken("audit.copy-differs", file=name)


def _json(raw: bytes) -> object:
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        return None


def _pages(copy: Copy, notebook: Notebook, *, now: datetime) -> None:
    """The pages as this program writes them of the same list; it also reads it as a client."""
    try:
        served, listing = read_list(copy.folder, now=now)
    except RegistryUnreadable as error:
        notebook.broken("audit.not-readable-today", why=error.code)
        return
    notebook.seen.add(PIECE)
    others = [name for name in copy.names if not name.endswith(".html")]
    signed = [name for name in others if name in notebook.seen]
    try:
        pages = dict(made_again(served, listing, files=signed))
    except OSError:  # a signed file that they show is not there, which is noted already
        notebook.odd("audit.pages-not-compared")
        return
    differing, missing = [], []
    for name, wanted in pages.items():
        notebook.seen.add(name)
        found = copy.read(name)
        if found is None:
            missing.append(name)
        elif found != wanted and name != PIECE:
            differing.append(name)
    _say(notebook, "audit.pages-differ", differing)
    # A copy of the signed files alone is a whole one: it has no page at all.
    if any(name.endswith(".html") for name in copy.names):
        _say(notebook, "audit.pages-missing", missing)


def _unsigned(copy: Copy, notebook: Notebook) -> Iterable[str]:
    """
    Files that nothing accounts for.

    Content that somebody signed once, or that bears the name of its own hash, may be left
    from a publication that was interrupted; it is counted too, because nobody vouches for it.
    """
    return (name for name in copy.names if name not in notebook.seen)


def _say(notebook: Notebook, code: str, names: Iterable[str]) -> None:
    listed = list(names)
    if listed:
        notebook.odd(code, count=len(listed), files=", ".join(listed[:MOST_NAMED]))
