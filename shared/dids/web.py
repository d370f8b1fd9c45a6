"""
did:web: the identifier names a web host that publishes the document.

Source: did:web Method Specification (W3C CCG) §"Read (Resolve)".
"""

import re
from urllib.parse import unquote

from shared import strict_json
from shared.errors import DidDocumentInvalid, FetchFailed, KeyUnavailable, UnsafeJson
from shared.fetching import Fetch, Redirects
from shared.model import Json

_HOST = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+\Z")
_PORT = re.compile(r"[0-9]{1,5}\Z")
_SEGMENT = re.compile(r"[A-Za-z0-9_~-][A-Za-z0-9._~-]*\Z")


def document_url(did: str) -> str:
    """
    The https address at which a did:web document is published.

    Raises:
        DidDocumentInvalid: a host or path that is not plainly one (``..``, ``%2F``, upper case).
    """
    first, *path = did.removeprefix("did:web:").split(":")
    host, colon, port = unquote(first.replace("%3A", ":")).partition(":")
    if "%" in first.replace("%3A", "") or not _HOST.match(host) or len(host) > 253:
        raise DidDocumentInvalid(why="host")
    if colon and not _PORT.match(port):
        raise DidDocumentInvalid(why="port")
    if not all(_SEGMENT.match(segment) for segment in path):
        raise DidDocumentInvalid(why="path")
    authority = f"{host}:{port}" if port else host
    return f"https://{authority}/" + "/".join(
        [*path, "did.json"] if path else [".well-known/did.json"]
    )


def resolve(did: str, *, fetch: Fetch) -> Json:
    """
    Ask the host for the document of ``did``; no redirect is followed.

    Raises:
        KeyUnavailable: the host does not give it.
        DidDocumentInvalid: it gives something else.
    """
    url = document_url(did)
    try:
        answer = fetch(
            url, accept="application/did+json, application/json", redirects=Redirects.NONE
        )
    except FetchFailed as error:
        raise KeyUnavailable(**{"host": url.split("/")[2], **error.facts}) from error
    try:
        document = strict_json.load_object(answer.body)
    except UnsafeJson as error:
        raise DidDocumentInvalid(why="json") from error
    if document.get("id") != did:
        raise DidDocumentInvalid(why="id")
    return document
