"""
Where the programs of partners send what they publish: checked, merged, answered in JSON.

A publication counts by its signature, not by who brings it, so nobody signs in here.
"""

from http import HTTPStatus
from typing import Any

from flask import Response, jsonify, request

from shared.errors import BadgeError
from shared.web import Screen, pace
from trust_registry.errors import BundleInvalid, MemberUnknown
from trust_registry.publishing import bundles, merging
from trust_registry.web.hub import Hub

FOR_PROGRAMS = frozenset({"submit"})
SUBMISSIONS = "30 per minute"
"""Publications sent by one address; a partner sends one."""


def receive(screen: Screen, hub: Hub) -> None:
    """Have a screen take publications at ``/submissions``."""

    @screen.post("/submissions")
    def submit() -> tuple[Response, int]:
        with pace(SUBMISSIONS, scope="submissions"):
            return _submitted(hub, request.get_data(cache=False))


def _submitted(hub: Hub, raw: bytes) -> tuple[Response, int]:
    now = hub.clock()
    try:
        found = bundles.from_bytes(raw)
        refused = merging.reasons(hub.folder, found, at=now)
        if refused:
            return _answer(refused), HTTPStatus.UNPROCESSABLE_ENTITY
        merging.merged(hub.folder, found, at=now)
    except (BundleInvalid, MemberUnknown) as error:
        return _answer((error,)), HTTPStatus.UNPROCESSABLE_ENTITY
    except BadgeError as error:
        return _answer((error,)), HTTPStatus.SERVICE_UNAVAILABLE
    hub.after(now)
    return _answer(()), HTTPStatus.OK


def _answer(refused: tuple[BadgeError, ...]) -> Response:
    told: list[dict[str, Any]] = [{"code": one.code, "facts": one.facts} for one in refused]
    return jsonify(taken=not refused, refused=told)
