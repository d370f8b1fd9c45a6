"""The questions of programs over http: TRQP v2, search, and the file that describes them."""

import json
from collections.abc import Callable
from datetime import datetime
from http import HTTPStatus
from importlib.resources import files
from typing import Any

from flask import Response, request

from shared import strict_json
from shared.errors import BadgeError, UnsafeJson
from shared.web import Screen, pace
from trust_registry import query
from trust_registry.index import Registry
from trust_registry.query import AuthorityUnknown, ListTooOld, Query, QueryInvalid

RATE = "600 per minute"
"""A list of a thousand badges is asked about in two minutes; a whole copy is the better way."""
MAX_QUESTION_BYTES = 16_384
VIEWS = frozenset({"authorization", "recognition"})
"""Asked by programs, with a body and without a form token."""

Now = Callable[[], tuple[Registry | None, datetime]]
Answering = Callable[..., dict[str, Any]]

_STATUS = {
    QueryInvalid: HTTPStatus.BAD_REQUEST,
    AuthorityUnknown: HTTPStatus.NOT_FOUND,
    ListTooOld: HTTPStatus.SERVICE_UNAVAILABLE,
}


def add_queries(screen: Screen, current: Now) -> None:
    """Have a screen answer programs; ``current`` gives the list of the moment, and when it is."""

    @screen.post("/authorization")
    def authorization() -> Response:
        return _answered(query.authorization, current)

    @screen.post("/recognition")
    def recognition() -> Response:
        return _answered(query.recognition, current)

    @screen.get("/search")
    def search() -> Response:
        with pace(RATE, scope="queries"):
            registry, now = current()
            if registry is None:
                return _problem("registry.not-checked", HTTPStatus.SERVICE_UNAVAILABLE)
            text = request.args.get("q", "")[: query.MAX_LETTERS]
            return _json(query.search(registry, text, now=now))

    @screen.get("/openapi.json")
    def openapi() -> Response:
        described = files("trust_registry.web").joinpath("openapi.json").read_text("utf-8")
        return Response(described, mimetype="application/json")


def _answered(answering: Answering, current: Now) -> Response:
    with pace(RATE, scope="queries"):
        registry, now = current()
        if registry is None:
            return _problem("registry.not-checked", HTTPStatus.SERVICE_UNAVAILABLE)
        try:
            return _json(answering(registry, _asked(now), now=now))
        except (QueryInvalid, AuthorityUnknown, ListTooOld) as error:
            return _problem(error.code, _STATUS[type(error)], error)


def _asked(now: datetime) -> Query:
    try:
        document = strict_json.loads(request.get_data(), max_bytes=MAX_QUESTION_BYTES)
    except UnsafeJson as error:
        raise QueryInvalid(path="") from error
    return query.read_query(document, now=now)


def _problem(code: str, status: HTTPStatus, error: BadgeError | None = None) -> Response:
    """What went wrong, as RFC 9457 writes it; the code is the one of the words."""
    facts = error.facts if error else {}
    body = {"type": f"urn:badges-bfc:{code}", "title": code, "status": int(status), **facts}
    answer = _json(body, status)
    answer.mimetype = "application/problem+json"
    return answer


def _json(body: dict[str, Any], status: HTTPStatus = HTTPStatus.OK) -> Response:
    text = json.dumps(body, ensure_ascii=False)
    answer = Response(text, status=status, mimetype="application/json")
    answer.cache_control.no_store = True
    return answer
