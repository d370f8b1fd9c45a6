"""A visit is kept: a phrase is suggested, typed again once, and the space has its place."""

from http import HTTPStatus
from typing import Any

from flask import abort, redirect, render_template, request, url_for

from shared.web import Screen, pace
from wallet.errors import PhrasesDiffer, PhraseTooShort
from wallet.vault import phrases
from wallet.vault.shelf import MAX_LABEL
from wallet.web.doors import Doors
from wallet.web.entrance import VISITS_RATE, go_on, visit_here


def install(screen: Screen, doors: Doors) -> None:
    """Add the page that protects a space."""

    @screen.get("/protect")
    def protect() -> Any:
        if not doors.can_keep(visit_here(doors)):
            abort(HTTPStatus.NOT_FOUND)
        return _page(problem=None)

    @screen.post("/protect")
    def keep() -> Any:
        visit = visit_here(doors)
        if not doors.can_keep(visit):
            abort(HTTPStatus.NOT_FOUND)
        phrase, again = request.form.get("phrase", ""), request.form.get("again", "")
        with pace(VISITS_RATE, scope="visits"):
            try:
                same(phrase, again)
                visit = doors.keep(visit, phrase, label=request.form.get("label", ""))
            except (PhrasesDiffer, PhraseTooShort) as error:
                return _page(problem=error), HTTPStatus.UNPROCESSABLE_ENTITY
        go_on(visit)
        return redirect(url_for(".key_page", kept=""), code=HTTPStatus.SEE_OTHER)


def same(phrase: str, again: str) -> None:
    """Compare what was typed twice. Raises: PhrasesDiffer."""
    if phrases.folded(phrase) != phrases.folded(again):
        raise PhrasesDiffer


def _page(*, problem: Any) -> str:
    """The form; the phrase that was suggested stays the same while it is filled in again."""
    offered = request.form.get("offered", "") or phrases.suggested()
    return render_template(
        "wallet/protect.html",
        problem=problem,
        offered=phrases.folded(offered),
        label=request.form.get("label", ""),
        most=MAX_LABEL,
    )
