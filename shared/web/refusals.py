"""What is answered when a request cannot be: a page in words, or a problem for programs."""

from http import HTTPStatus
from typing import Any

from flask import Flask, Response, jsonify, render_template, request
from werkzeug.exceptions import HTTPException, SecurityError

from shared.web import language
from shared.words import WORDS

WORDED = frozenset({400, 404, 405, 413, 429, 500})
"""Statuses with sentences of their own: ``page.error-404``..."""


def install(app: Flask) -> None:
    """Answer every HTTP error in words; Flask turns any other error into a 500."""
    app.register_error_handler(HTTPException, refuse)


def refuse(error: HTTPException) -> tuple[Any, int]:
    """Answer an error; nothing of what was sent, and nothing of the inside, is repeated."""
    status = HTTPStatus(error.code or HTTPStatus.INTERNAL_SERVER_ERROR)
    if is_program():
        problem = jsonify(type="about:blank", title=status.phrase, status=int(status))
        problem.mimetype = "application/problem+json"
        return problem, status
    code = f"page.error-{_worded(status)}"
    if isinstance(error, SecurityError):  # a host name that is not ours: no link can be written
        return Response(WORDS.say(code, lang=language.current()), mimetype="text/plain"), status
    return render_template("refusal.html", code=code), status


def is_program() -> bool:
    """Whether the address asked for is one for programs (``.../api/...``)."""
    return "api" in request.path.split("/")


def _worded(status: HTTPStatus) -> int:
    if status in WORDED:
        return int(status)
    return 500 if status >= HTTPStatus.INTERNAL_SERVER_ERROR else 400
