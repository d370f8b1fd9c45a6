"""What a person or a program sent to be checked, out of the request."""

import base64
import binascii
from dataclasses import dataclass

from flask import Request, abort, current_app
from werkzeug.datastructures import FileStorage

MAX_AGAIN_BYTES = 1024 * 1024
"""Larger files are not sent along with the answer, so they are dropped anew to ask again."""

MAX_RECIPIENTS = 5
"""An e-mail of work, one of home, a name and a DID, and one more."""
MAX_RECIPIENT = 300
"""Letters of a name or an address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """One badge to check. Nothing of it is believed, or kept."""

    content: bytes
    name: str
    """The name of the file, or how it came; only ever told back to whoever sent it."""
    recipients: tuple[str, ...] = ()

    @property
    def again(self) -> str:
        """The same content for a form that asks again; empty when it is too large."""
        if len(self.content) > MAX_AGAIN_BYTES:
            return ""
        return base64.urlsafe_b64encode(self.content).decode("ascii")


def from_form(request: Request) -> Received | None:
    """Take the file, else the pasted text, else what was sent along; ``None``: nothing came."""
    recipients = _recipients(request)
    file = request.files.get("badge")
    if file is not None and file.filename:
        return Received(content=_whole(file), name=file.filename, recipients=recipients)
    text = request.form.get("text", "").strip()
    if text:
        return Received(content=text.encode(), name="text", recipients=recipients)
    again = request.form.get("again", "")
    if again:
        return Received(content=_decoded(again), name="again", recipients=recipients)
    return None


def from_program(request: Request) -> Received | None:
    """Take a form with ``badge``, or else the body as it is; ``None``: nothing came."""
    if request.mimetype == "multipart/form-data":
        return from_form(request)
    content = request.get_data()
    _refuse_beyond_limit(content)
    return Received(content=content, name="body") if content else None


def _whole(file: FileStorage) -> bytes:
    content: bytes = file.read()
    _refuse_beyond_limit(content)
    return content


def _refuse_beyond_limit(content: bytes) -> None:
    if len(content) > current_app.config["MAX_UPLOAD_BYTES"]:
        abort(413)


def _decoded(again: str) -> bytes:
    try:
        return base64.b64decode(again, altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        abort(400)


def _recipients(request: Request) -> tuple[str, ...]:
    named = [name.strip() for name in request.form.getlist("recipient")]
    return tuple(name[:MAX_RECIPIENT] for name in named if name)[:MAX_RECIPIENTS]
