"""
« Qui êtes-vous ? »: a visit begins, is kept under a phrase, and ends with « J'ai terminé ».

The cookie of a visit is a new random word each time something is opened, so that one that
was known before opens nothing after.  Pages of a visit lead away by themselves once the
visit is over; that address is asked for without being a sign of life.
"""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from flask import Response, abort, g, redirect, render_template, request, session, url_for

from shared.errors import BadgeError
from shared.web import Screen, pace
from wallet.errors import (
    PhraseTooSoon,
    PinEnded,
    PinTooSoon,
    SpaceLocked,
    SpaceUnusable,
    WrongPhrase,
    WrongPin,
)
from wallet.web.carnet import Carnet
from wallet.web.doors import Doors
from wallet.web.visits import Kind, Visit

VISITS_RATE = "30 per minute"
"""Visits begun and phrases tried from one address: a class of fifteen, twice."""
_VISIT = "visit"
_LATE_SECONDS = 5
"""After the end of a visit its page leads away: a little later, so that it is surely over."""
ENDINGS = frozenset({"wiped", "locked", "left", "idle"})


def install(screen: Screen, doors: Doors) -> Callable[[], Carnet]:
    """Add the entrance to the wallet's screen; gives what finds the space of a request."""
    screen.register_error_handler(SpaceLocked, _locked_out(doors))
    screen.context_processor(lambda: {"visit": _current(doors), "doors": doors})
    screen.after_request(_lead_away)
    _choose(screen, doors)
    _open(screen, doors)
    _by_pin(screen, doors)
    _leave(screen, doors)

    def here() -> Carnet:
        visit = _current(doors)
        if visit is not None:
            return visit.carnet
        unasked = doors.unasked()
        if unasked is None:
            abort(_see_other(url_for(".who")))
        return unasked

    return here


def visit_here(doors: Doors) -> Visit:
    """The visit of a request; it answers with « Qui êtes-vous ? » when there is none."""
    visit = _current(doors) or doors.enter_unasked()
    if visit is None:
        abort(_see_other(url_for(".who")))
    session[_VISIT] = visit.token
    return visit


def go_on(visit: Visit) -> None:
    """Let this browser show a new word, and forget what it knew."""
    session.clear()
    session[_VISIT] = visit.token
    g.visit = visit


def _current(doors: Doors, *, touch: bool = True) -> Visit | None:
    if "visit" not in g:
        token = session.get(_VISIT)
        g.visit = doors.visits.find(str(token), touch=touch) if token else None
    found: Visit | None = g.visit
    return found


def _choose(screen: Screen, doors: Doors) -> None:
    """Who is there, or nobody yet."""

    @screen.get("/who")
    def who() -> str:
        return render_template("wallet/who.html", tiles=doors.tiles(), can_keep=doors.folder)

    @screen.post("/begin")
    def begin() -> Any:
        with pace(VISITS_RATE, scope="visits"):
            end_visit(doors)
            go_on(doors.begin())
        return _see_other(url_for(".start"))


def _open(screen: Screen, doors: Doors) -> None:
    """A space that has a phrase, or none."""

    @screen.get("/open/<tile>")
    def key(tile: str) -> Any:
        found = next((one for one in doors.tiles() if one.id == tile), None)
        if found is None:
            abort(HTTPStatus.NOT_FOUND)
        return render_template("wallet/open.html", tile=found, problem=None)

    @screen.post("/open/<tile>")
    def enter(tile: str) -> Any:
        found = next((one for one in doors.tiles() if one.id == tile), None)
        if found is None:
            abort(HTTPStatus.NOT_FOUND)
        phrase = request.form.get("phrase", "") if found.locked else None
        with pace(VISITS_RATE, scope="visits"):
            try:
                visit = doors.enter(tile, phrase)
            except (WrongPhrase, PhraseTooSoon) as error:
                page = render_template("wallet/open.html", tile=found, problem=error)
                return page, HTTPStatus.UNPROCESSABLE_ENTITY
        end_visit(doors)
        go_on(visit)
        return _see_other(url_for(".start"))


def _by_pin(screen: Screen, doors: Doors) -> None:
    """A space of a server that has a short code."""

    @screen.post("/open/<tile>/pin")
    def enter_by_pin(tile: str) -> Any:
        found = next((one for one in doors.tiles() if one.id == tile), None)
        if found is None or doors.pins is None:
            abort(HTTPStatus.NOT_FOUND)
        with pace(VISITS_RATE, scope="visits"):
            try:
                visit = doors.enter_by_pin(tile, request.form.get("pin", ""))
            except (WrongPin, PinTooSoon, PinEnded) as error:
                page = render_template("wallet/open.html", tile=found, wrong_pin=error)
                return page, HTTPStatus.UNPROCESSABLE_ENTITY
        end_visit(doors)
        go_on(visit)
        return _see_other(url_for(".start"))


def _leave(screen: Screen, doors: Doors) -> None:
    """« J'ai terminé »."""

    @screen.post("/leave")
    def leave() -> Any:
        was = end_visit(doors)
        session.clear()
        return _emptied(_see_other(url_for(".done", was=was)))

    @screen.get("/done")
    def done() -> Response:
        was = request.args.get("was", "")
        answer = Response(
            render_template("wallet/done.html", was=was if was in ENDINGS else "left")
        )
        _emptied(answer)
        return answer

    @screen.get("/asleep")
    def asleep() -> Any:
        visit = _current(doors, touch=False)
        if visit is None:
            return _emptied(_see_other(url_for(".done", was="idle")))
        return render_template("wallet/asleep.html")


def end_visit(doors: Doors) -> str:
    """End the visit of this browser; gives what became of it."""
    visit, g.visit = _current(doors), None
    if visit is None:
        return "left"
    protected = visit.kind is Kind.KEPT and visit.carnet.space.protected
    try:
        doors.visits.end(visit.token)
    except SpaceUnusable:
        # Its key is gone: what is left of it can be read by nobody.
        return "wiped"
    return "wiped" if visit.kind is Kind.PASSING else "locked" if protected else "left"


def _lead_away(response: Response) -> Response:
    """Let a page of a visit leave the screen by itself, also without a script."""
    visit: Visit | None = g.get("visit")
    if visit is not None and visit.kind is not Kind.OPEN and response.mimetype == "text/html":
        after = visit.seconds + _LATE_SECONDS
        response.headers["Refresh"] = f"{after}; url={url_for('.asleep')}"
    return response


def _locked_out(doors: Doors) -> Callable[[BadgeError], Any]:
    """Another program protected this space: what was open here is not any more."""

    def answer(_error: BadgeError) -> Any:
        doors.locked_out()
        end_visit(doors)
        session.clear()
        return _see_other(url_for(".who"))

    return answer


def _emptied(answer: Any) -> Any:
    """Ask the browser to forget the pages that it kept."""
    answer.headers["Clear-Site-Data"] = '"cache"'
    return answer


def _see_other(address: str) -> Any:
    return redirect(address, code=HTTPStatus.SEE_OTHER)
