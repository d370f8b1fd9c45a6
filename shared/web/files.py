"""Files of a public folder, served as they are: no listing, nothing hidden, nothing outside."""

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from flask import Response, abort, request
from werkzeug.security import safe_join

TYPES = {
    ".json": "application/json",
    ".jwt": "application/vc+jwt",
    ".png": "image/png",
    ".svg": "image/svg+xml",
}
"""A page or a script is never served from a folder: anything else is a download."""
NO_OTHERS: Mapping[str, str] = MappingProxyType({})

NEVER_CHANGES = re.compile(r"(?:[0-9]+|[0-9a-f]{64})\.[^/]+\.json")
"""Names that hold a version or a hash: another content has another name."""

A_YEAR = 31_536_000


def file_of(
    folder: Path,
    name: str,
    *,
    download: str | None = None,
    others: Mapping[str, str] = NO_OTHERS,
) -> Response:
    """
    Answer with one file, or 404.

    Args:
        folder: all that is in it may be seen by everybody.
        name: below the folder, with slashes, as it stands in the address.
        download: the name under which a browser keeps it; ``None``: it may be shown.
        others: types, by ending, of what this folder shows beside ``TYPES``: of our own making
            only, and the one who asks sets what such a page may load.
    """
    try:
        path = _inside(folder, name)
        content = path.read_bytes() if path is not None else None
    except OSError:  # a name that no disk can have, or a file that may not be read
        path = content = None
    if path is None or content is None:
        abort(404)
    kind = {**TYPES, **others}.get(path.suffix.lower(), "application/octet-stream")
    answer = Response(content, mimetype=kind)
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    # Published for everybody, and read by other people's pages too.
    answer.headers["Access-Control-Allow-Origin"] = "*"
    answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    if NEVER_CHANGES.fullmatch(path.name):
        answer.headers["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
    else:
        answer.headers["Cache-Control"] = "public, no-cache"
    if download is not None:
        answer.headers.set("Content-Disposition", "attachment", filename=download)
    answer.set_etag(hashlib.sha256(content).hexdigest())
    answer.make_conditional(request)
    return answer


def _inside(folder: Path, name: str) -> Path | None:
    """The file of a name; ``None`` when it is hidden, a link, or leads elsewhere."""
    if any(part.startswith(".") for part in name.split("/")) or "\0" in name:
        return None
    joined = safe_join(str(folder), name)
    if joined is None:
        return None
    path = Path(joined)
    below = folder.resolve()
    if path.resolve() != below / path.relative_to(folder) or not path.is_file():
        return None
    return path
