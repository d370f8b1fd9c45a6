"""A small internet: the documents that stand at each address, and hosts that are down."""

import json
from datetime import UTC, datetime

from shared.errors import FetchFailed, FetchStatus
from shared.fetching import Fetched, Redirects

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


class Hosts:
    """
    A ``Fetch`` that answers from a dictionary, and remembers what it was asked.

    A document is an object, text or bytes; a number is a status; ``DOWN`` is no answer;
    an address that is not there is 404. ``http:`` is asked for as ``https:``.
    """

    DOWN = object()

    def __init__(self, documents=None):
        self.documents = {secure(url): document for url, document in (documents or {}).items()}
        self.asked = []
        self.redirects = []

    def __call__(self, url, *, accept="", limit=0, redirects=Redirects.SAME_ORIGIN):
        self.asked.append(url)
        self.redirects.append(redirects)
        host = url.split("/")[2]
        found = self.documents.get(secure(url), 404)
        if found is self.DOWN:
            raise FetchFailed(host=host)
        if isinstance(found, int):
            raise FetchStatus(host=host, status=found)
        body = found if isinstance(found, bytes) else as_text(found).encode()
        return Fetched(url=url, body=body, content_type="", fetched_at=NOON, location=url)

    def but(self, changes):
        """The same internet with some documents replaced."""
        return Hosts({**self.documents, **{secure(u): d for u, d in changes.items()}})


def as_text(document):
    return document if isinstance(document, str) else json.dumps(document, ensure_ascii=False)


def secure(url):
    return "https" + url[4:] if url.startswith("http://") else url
