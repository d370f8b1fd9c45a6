"""The key of a space, on the screen: another phrase, a recovery card, a copy, and its end."""

from http import HTTPStatus
from typing import Any

from flask import Response, abort, redirect, render_template, request, session, url_for

from shared.errors import BadgeError
from shared.web import Screen, language, pace
from wallet import backing_up, cards, wording
from wallet.errors import (
    CardUnreadable,
    PhrasesDiffer,
    PhraseTooShort,
    PhraseTooSoon,
    PinTooEasy,
    WrongCard,
    WrongPhrase,
)
from wallet.vault import phrases
from wallet.web.doors import Doors
from wallet.web.entrance import VISITS_RATE, end_visit, go_on, visit_here
from wallet.web.keeping import same
from wallet.web.visits import Kind, Visit

COPY_NAME = "carnet.copie"
Problems = dict[str, BadgeError]


def install(screen: Screen, doors: Doors) -> None:
    """Add the pages of the key."""
    _look(screen, doors)
    _change(screen, doors)
    _short(screen, doors)
    _recover(screen, doors)
    _erase(screen, doors)


def _look(screen: Screen, doors: Doors) -> None:
    @screen.get("/key")
    def key_page() -> str:
        """The page; just after a phrase was chosen, the recovery card is what comes next."""
        return _page(visit_here(doors), "card" if "kept" in request.args else "")

    @screen.post("/key/copy")
    def copy() -> Any:
        visit = visit_here(doors)
        space, now = visit.carnet.space, visit.carnet.circumstances().now
        with pace(VISITS_RATE, scope="visits"):
            try:
                phrase = None if space.protected else request.form.get("cover", "")
                pieces = b"".join(backing_up.backup(space, now=now, phrase=phrase))
            except PhraseTooShort as error:
                return _again(visit, "copy", {"cover": error})
        answer = Response(pieces, mimetype="application/octet-stream")
        answer.headers.set("Content-Disposition", "attachment", filename=COPY_NAME)
        return answer


def _change(screen: Screen, doors: Doors) -> None:
    @screen.post("/key/phrase")
    def change_phrase() -> Any:
        visit, form = _kept(doors), request.form
        with pace(VISITS_RATE, scope="visits"):
            try:
                same(form.get("new", ""), form.get("again", ""))
                visit = doors.change_phrase(visit, form.get("old", ""), form.get("new", ""))
            except (WrongPhrase, PhraseTooSoon) as error:
                return _again(visit, "phrase", {"old": error})
            except PhraseTooShort as error:
                return _again(visit, "phrase", {"new": error})
            except PhrasesDiffer as error:
                return _again(visit, "phrase", {"again": error})
        go_on(visit)
        return redirect(url_for(".start"), code=HTTPStatus.SEE_OTHER)

    @screen.post("/key/card")
    def card() -> Any:
        visit = _kept(doors)
        with pace(VISITS_RATE, scope="visits"):
            try:
                words = doors.make_card(visit, request.form.get("phrase", ""))
            except (WrongPhrase, PhraseTooSoon) as error:
                return _again(visit, "card", {"phrase": error})
        drawn, rows = cards.square(words), cards.numbered(words)
        return render_template("wallet/card.html", square=drawn, rows=rows)


def _short(screen: Screen, doors: Doors) -> None:
    @screen.post("/key/pin")
    def pin() -> Any:
        visit, form = _kept(doors), request.form
        if doors.pins is None:
            abort(HTTPStatus.NOT_FOUND)
        with pace(VISITS_RATE, scope="visits"):
            try:
                doors.set_pin(visit, form.get("known", ""), form.get("pin", ""))
            except (WrongPhrase, PhraseTooSoon) as error:
                return _again(visit, "pin", {"known": error})
            except PinTooEasy as error:
                return _again(visit, "pin", {"pin": error})
        return redirect(url_for(".key_page"), code=HTTPStatus.SEE_OTHER)

    @screen.post("/key/pin/end")
    def end_pin() -> Any:
        visit = _kept(doors)
        if doors.pins is None:
            abort(HTTPStatus.NOT_FOUND)
        doors.pins.forget(visit.place)
        return redirect(url_for(".key_page"), code=HTTPStatus.SEE_OTHER)


def _recover(screen: Screen, doors: Doors) -> None:
    def page(tile: str, problems: Problems) -> str:
        found = next((one for one in doors.tiles() if one.id == tile and one.locked), None)
        if found is None:
            abort(HTTPStatus.NOT_FOUND)
        offered = phrases.folded(request.form.get("offered", "")) or phrases.suggested()
        return render_template(
            "wallet/forgotten.html", tile=found, problems=problems, offered=offered
        )

    @screen.get("/open/<tile>/forgotten")
    def forgotten(tile: str) -> str:
        return page(tile, {})

    @screen.post("/open/<tile>/forgotten")
    def recover(tile: str) -> Any:
        page(tile, {})
        form, status = request.form, HTTPStatus.UNPROCESSABLE_ENTITY
        with pace(VISITS_RATE, scope="visits"):
            try:
                same(form.get("new", ""), form.get("again", ""))
                visit = doors.recover(tile, form.get("words", ""), form.get("new", ""))
            except (WrongCard, CardUnreadable, PhraseTooSoon) as error:
                return page(tile, {"words": error}), status
            except PhraseTooShort as error:
                return page(tile, {"new": error}), status
            except PhrasesDiffer as error:
                return page(tile, {"again": error}), status
        end_visit(doors)
        go_on(visit)
        return redirect(url_for(".start"), code=HTTPStatus.SEE_OTHER)


def _erase(screen: Screen, doors: Doors) -> None:
    @screen.get("/key/erase")
    def erase() -> str:
        return render_template("wallet/erase.html", names=_names(_lasting(doors)))

    @screen.post("/key/erase")
    def erase_now() -> Any:
        visit = _lasting(doors)
        names = _names(visit)
        files = doors.erase(visit)
        session.clear()
        page = render_template("wallet/erased.html", names=names, files=files)
        answer = Response(page)
        answer.headers["Clear-Site-Data"] = '"cache"'
        return answer


def _names(visit: Visit) -> list[str]:
    wallet, lang = visit.carnet.wallet(), language.current()
    return [wording.name(one, wallet.catalogue, lang=lang) for one in wallet.everything()]


def _kept(doors: Doors) -> Visit:
    """The visit of a protected space."""
    visit = visit_here(doors)
    if not visit.carnet.space.protected:
        abort(HTTPStatus.NOT_FOUND)
    return visit


def _lasting(doors: Doors) -> Visit:
    """A visit whose space stays when it ends; any other is erased by ending it."""
    visit = visit_here(doors)
    if visit.kind is Kind.PASSING:
        abort(HTTPStatus.NOT_FOUND)
    return visit


def _page(visit: Visit, opened: str = "", problems: Problems | None = None) -> str:
    return render_template("wallet/key.html", visit=visit, opened=opened, problems=problems or {})


def _again(visit: Visit, opened: str, problems: Problems) -> tuple[str, HTTPStatus]:
    """The form once more, with what was wrong above its field."""
    return _page(visit, opened, problems), HTTPStatus.UNPROCESSABLE_ENTITY
