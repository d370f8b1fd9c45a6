"""
What the rest of the program knows of the network: one callable, one answer.

A ``Fetch`` is asked for an address and gives a small document, or raises a
``FetchFailed``.  Checks never see a socket, so a recorded internet, an outage or
no network at all can stand in its place.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

MAX_DOCUMENT_BYTES = 1_048_576
"""A key document, a hosted badge or a status list of a million entries is below 1 MiB."""


class Redirects(StrEnum):
    """How far an answer may send us elsewhere."""

    NONE = "none"
    """Key documents: the address *is* the identity (did:web)."""
    SAME_ORIGIN = "same-origin"
    """Hosted badges and lists: another path of the same host."""
    ANY = "any"
    """Pages that prove nothing by their address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """One document, with where and when it was had: the age of the evidence."""

    url: str
    """The address asked for, as the caller wrote it."""
    body: bytes
    content_type: str
    """The header as sent; the empty string without one. Never a reason to refuse a document."""
    fetched_at: datetime
    """Aware, in UTC."""
    location: str
    """The address that answered, after redirects."""
    asked: tuple[str, ...] | None = None
    """Every address a connection was opened to, redirects included; empty when the answer
    was remembered; ``None``: not told."""


class Fetch(Protocol):
    """The port to the network."""

    def __call__(
        self,
        url: str,
        *,
        accept: str = "application/json",
        limit: int = MAX_DOCUMENT_BYTES,
        redirects: Redirects = Redirects.SAME_ORIGIN,
    ) -> Fetched:
        """
        Ask for one document.

        Args:
            url: an https address; http is asked for as https.
            accept: the ``Accept`` header; the answer's type is never believed.
            limit: most bytes taken, unpacked.
            redirects: how far the answer may send us.

        Raises:
            FetchFailed: with the host, and the addresses asked before it failed.
        """
        ...
