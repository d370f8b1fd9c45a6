"""
From an address to the badge that is published there.

What somebody gives may be the address of a page for people: the badge itself is then at
an address beside it.  Nothing had here is believed; it is read and judged as a file is.

Source: pages of Open Badge Factory (``.html`` beside the JSON), HTML ``link rel=alternate``.
"""

import re
from dataclasses import replace
from html import unescape
from urllib.parse import urljoin, urlsplit, urlunsplit

from shared import strict_json
from shared.errors import (
    FetchFailed,
    FetchRedirected,
    FetchRefused,
    FetchStatus,
    ForbiddenAddress,
    HostedNotChecked,
    Unreadable,
    WebPage,
)
from shared.fetching import Fetch, Fetched, Redirects, host_of
from shared.model import Token, TokenKind
from shared.proofs.ob2_hosted import ACCEPT, HostedWithdrawn
from shared.reading import read
from shared.tokens import token_of

PAGE = ".html"
GONE = 410
MAX_PAGE_LETTERS = 200_000
"""The links of a page stand in its head."""

_LINK = re.compile(r"<link\b[^>]{0,2000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""\b(rel|type|href)\s*=\s*["']([^"'<>]{1,2048})["']""", re.IGNORECASE)
_OF_BADGES = ("application/json", "application/ld+json", "application/vc+ld+json", "application/vc")


def badge_at(address: Token, *, fetch: Fetch) -> Token:
    """
    The badge published at an address, as if its bytes had been given.

    Raises:
        HostedNotChecked: it cannot be had, or what is had is no badge.
        HostedWithdrawn: the host says that it was taken away.
        ForbiddenAddress: no public place; nothing was asked.
    """
    answer = _had(address.text, fetch)
    try:
        token = read(answer.body)
    except WebPage:
        token = _behind_a_page(answer, fetch)
    except Unreadable as error:
        raise HostedNotChecked(host=host_of(address.text), why=error.code) from error
    if token.kind is TokenKind.URL:
        raise HostedNotChecked(host=host_of(address.text), why="address")
    return replace(
        token,
        container=address.container,
        picture=address.picture or token.picture,
        notes=address.notes + token.notes,
        rivals=address.rivals + token.rivals,
    )


def address_in(token: Token) -> Token | None:
    """
    The address that is all a token holds, when it is one; else ``None``.

    A badge of the first years may be baked as ``{"verify": {"url": ...}}`` and no more.
    """
    if token.kind is TokenKind.URL:
        return token
    if token.kind is not TokenKind.JSON:
        return None
    document = strict_json.loads(token.text)
    proof = document.get("verify") if isinstance(document, dict) else None
    address = proof.get("url") if isinstance(proof, dict) and len(document) == 1 else None
    if not isinstance(address, str):
        return None
    found = token_of(address, container=token.container)
    return replace(found, picture=token.picture, notes=token.notes, rivals=token.rivals)


def _behind_a_page(page: Fetched, fetch: Fetch) -> Token:
    """The badge of a page for people."""
    for candidate in _beside(page):
        try:
            return read(_had(candidate, fetch).body)
        except (HostedNotChecked, HostedWithdrawn, Unreadable):
            continue
    raise HostedNotChecked(host=host_of(page.location), why="read.web-page")


def _beside(page: Fetched) -> list[str]:
    """Where the badge of a page may be: beside it, or where the page says."""
    found = []
    parts = urlsplit(page.location)
    if parts.path.endswith(PAGE):
        bare = parts.path.removesuffix(PAGE)
        found.append(urlunsplit(parts._replace(path=bare, fragment="")))
    text = page.body[:MAX_PAGE_LETTERS].decode("utf-8", "replace")
    for link in _LINK.findall(text):
        named = {name.lower(): unescape(value) for name, value in _ATTRIBUTE.findall(link)}
        is_badge = named.get("type", "").partition(";")[0].strip().lower() in _OF_BADGES
        if named.get("rel", "").lower() == "alternate" and is_badge and "href" in named:
            found.append(_joined(page.location, named["href"]))
    return [address for address in dict.fromkeys(found) if address.startswith("https://")][:2]


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return ""


def _had(address: str, fetch: Fetch) -> Fetched:
    """
    Ask, and follow a short address to the place that it stands for.

    The first question is the one that a hosted badge asks later about itself, so that one
    answer serves both.
    """
    try:
        try:
            return fetch(address, accept=ACCEPT, redirects=Redirects.SAME_ORIGIN)
        except FetchRedirected:
            return fetch(address, accept=ACCEPT, redirects=Redirects.ANY)
    except FetchStatus as error:
        if error.facts.get("status") == GONE:
            raise HostedWithdrawn(reason="") from error
        raise HostedNotChecked(host=host_of(address), why=error.code) from error
    except FetchRefused as error:
        raise ForbiddenAddress(scheme="https") from error
    except FetchFailed as error:
        raise HostedNotChecked(host=host_of(address), why=error.code) from error
