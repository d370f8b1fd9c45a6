"""The pages of the space that is open in this browser."""

from collections.abc import Callable, Sequence
from http import HTTPStatus
from typing import Any

from flask import Response, abort, current_app, redirect, render_template, request, url_for
from werkzeug.datastructures import FileStorage

from shared.errors import BadgeError
from shared.parsing.shapes import clean
from shared.web import Screen, language, pace
from trust_registry.catalogue import BadgeUnknown, Catalogue, ImageMissing, image
from trust_registry.places import Place
from wallet import wording
from wallet.belonging import is_asked
from wallet.errors import HoldingAmbiguous, HoldingUnknown
from wallet.holding import Holding
from wallet.importing import import_badge
from wallet.rechecking import recheck
from wallet.records import MAX_NAME
from wallet.standing import standing
from wallet.web import claims, entrance, keeping, key, sharing, shown, telling, ways
from wallet.web.carnet import Carnet, catalogue_of
from wallet.web.doors import Doors
from wallet.web.ways import paths_of
from wallet.words import WORDS

MAX_FILES = 20
"""Badges added at once by one form; more would make the person wait for minutes, and are told."""
ANSWERS = ("mine.yes", "mine.does-not-fit", "mine.unsure")
"""What can have become of a badge of which it was asked whose it is."""
MAX_RECIPIENT = 300
"""Letters of a name or an address."""
PICTURE_SECONDS = 3600
"""How long a browser keeps a picture of the network: an hour, as a new list may bring another."""


Here = Callable[[], Carnet]
"""Gives the space of the visit that asks; without one the answer is « Qui êtes-vous ? »."""


def blueprint(
    doors: Doors,
    *,
    rate: str = "60 per minute",
    name: str = "wallet",
    places: Sequence[Place] = (),
) -> Screen:
    """
    Make the wallet's screen, to mount under any prefix.

    Args:
        doors: the spaces that can be opened, and the visits that are.
        rate: verifications for one address.
        name: the prefix of its endpoints.
        places: where people are helped, of the file that this machine has.
    """
    screen = Screen(name, __name__, words=WORDS, brand="page.carnet")
    screen.register_error_handler(HoldingUnknown, _nowhere)
    screen.register_error_handler(HoldingAmbiguous, _nowhere)
    screen.register_error_handler(BadgeError, _failed)
    here = entrance.install(screen, doors)
    keeping.install(screen, doors)
    key.install(screen, doors)
    ways.install(screen, here, places)
    sharing.install(screen, here)
    telling.install(screen, here, rate, places)
    claims.install(screen, here)
    _see(screen, here, places)
    _act(screen, here, rate)
    _pictures(screen, doors)
    return screen


def _see(screen: Screen, here: Here, places: Sequence[Place]) -> None:
    """The pages that change nothing."""
    rechecks = telling.Rechecks()

    @screen.get("/")
    def start() -> str:
        carnet = here()
        rechecks.wake(carnet)
        return render_template("wallet/start.html", **_home(carnet, places))

    @screen.get("/badges/<badge>")
    def badge(badge: str) -> str:
        carnet = here()
        wallet = carnet.wallet()
        holding = wallet.get(badge)
        if holding.seen_at is None:
            wallet.see(holding.id, now=carnet.circumstances().now)
        return render_template("wallet/badge.html", **_detail(carnet, holding))

    @screen.get("/badges/<badge>/original")
    def original(badge: str) -> Response:
        wallet = here().wallet()
        holding = wallet.get(badge)
        answer = Response(wallet.original(holding.id), mimetype="application/octet-stream")
        kept_as = holding.name or f"badge.{holding.container}"
        answer.headers.set("Content-Disposition", "attachment", filename=kept_as)
        return answer


def _pictures(screen: Screen, doors: Doors) -> None:
    """The pictures of the network: the same for everybody."""

    @screen.get("/pictures/<badge_id>.svg")
    def picture(badge_id: str) -> Response:
        return _picture(badge_id, catalogue_of(doors.make))


def _act(screen: Screen, here: Here, rate: str) -> None:
    """The pages that keep or change something; each is a form with its token."""

    @screen.get("/add")
    def add() -> str:
        here()
        return _add_page()

    @screen.post("/add")
    def receive() -> tuple[str, int] | str:
        carnet = here()
        files, text = _sent()
        if not files and not text:
            return _add_page(problem="carnet.add-nothing"), HTTPStatus.UNPROCESSABLE_ENTITY
        if len(files) > MAX_FILES:
            return _add_page(problem="carnet.add-fewer"), HTTPStatus.UNPROCESSABLE_ENTITY
        with pace(rate, scope="verdicts"):
            lines = _added(carnet, files, text)
            new = len(telling.unseen(carnet))
            return render_template("wallet/added.html", lines=lines, unseen=new)

    @screen.post("/badges/<badge>/again")
    def again(badge: str) -> Any:
        with pace(rate, scope="verdicts"):
            carnet = here()
            holding = carnet.wallet().get(badge)
            recheck(carnet.wallet(), carnet.circumstances(), only=(holding.id,))
        return _see_other(url_for(".badge", badge=holding.id))

    @screen.post("/badges/<badge>/remove")
    def remove(badge: str) -> Any:
        carnet = here()
        carnet.wallet().remove(badge, now=carnet.circumstances().now)
        return _see_other(url_for(".start"))

    @screen.post("/badges/<badge>/restore")
    def restore(badge: str) -> Any:
        holding = here().wallet().restore(badge)
        return _see_other(url_for(".badge", badge=holding.id))


def _see_other(address: str) -> Any:
    """After an act, a page that can be loaded again without doing it twice."""
    return redirect(address, code=HTTPStatus.SEE_OTHER)


def _home(carnet: Carnet, places: Sequence[Place]) -> dict[str, Any]:
    wallet, lang = carnet.wallet(), language.current()

    def cards(holdings: tuple[Holding, ...]) -> list[shown.Card]:
        return [shown.card(one, wallet.catalogue, lang) for one in reversed(holdings)]

    return {
        "owner": carnet.owner[0] if carnet.owner else "",
        "cards": cards(wallet.holdings()),
        "aside": cards(wallet.aside()),
        "removed": cards(wallet.removed()),
        "path": (path := shown.advised(paths_of(carnet))),
        "where": ways.place_of(carnet, path, places),
        "told": telling.told_in(carnet),
        "asked": telling.asked_in(carnet),
        "unseen": len(telling.unseen(carnet)),
    }


def _detail(carnet: Carnet, holding: Holding) -> dict[str, Any]:
    wallet, lang = carnet.wallet(), language.current()
    answer = carnet.worded(holding, lang)
    steps = [one for one in paths_of(carnet) if holding.badge_id in {s.badge_id for s in one.steps}]
    words = carnet.words(holding)
    evidence = answer.badge.evidence if answer.badge else ()
    return {
        "card": shown.card(holding, wallet.catalogue, lang),
        "answer": answer,
        "words": words,
        "evidence": [line for line in evidence if line != words],
        "state": wording.state(holding, lang=lang),
        "help": wording.state(holding, lang=lang, part="help"),
        "tone": standing(holding).sign,
        "issuer": wording.issuer(holding, lang=lang),
        "owner": carnet.owner[0] if carnet.owner else "",
        "hidden": not holding.accepted,
        "removed": holding.removed_at is not None,
        "path": steps[0] if steps else None,
        "history": [shown.card(one, wallet.catalogue, lang) for one in wallet.history(holding.id)],
        "id": holding.id,
        "asks": is_asked(holding),
        "most_name": telling.MAX_NAME_TYPED,
        "was": was if (was := request.args.get("was", "")) in ANSWERS else "",
    }


def _add_page(problem: str = "") -> str:
    most = current_app.config["MAX_UPLOAD_BYTES"]
    return render_template(
        "wallet/add.html",
        problem=problem,
        most_files=MAX_FILES,
        most=most,
        megabytes=most // (1024 * 1024),
        recipient=request.form.get("recipient", ""),
    )


def _sent() -> tuple[list[FileStorage], str]:
    files = [file for file in request.files.getlist("badge") if file.filename]
    return files, request.form.get("text", "").strip()


def _added(carnet: Carnet, files: list[FileStorage], text: str) -> list[shown.Line]:
    """Import each file, then the pasted text; a file that cannot be read stops no other."""
    named = request.form.get("recipient", "").strip()[:MAX_RECIPIENT]
    circumstances = carnet.circumstances((named,) if named else ())
    wallet, lang = carnet.wallet(), language.current()
    given = [(_name(file), file.read()) for file in files]
    if text:
        given.append(("", text.encode()))
    told: list[shown.Line] = []
    for name, content in given:
        found = import_badge(content, wallet, circumstances, name=name)
        label = name or wording.say("carnet.pasted", lang=lang)
        told += shown.lines(label, found, wallet.catalogue, lang)
    return told


def _name(file: FileStorage) -> str:
    return " ".join(clean(file.filename or "", limit=MAX_NAME).split())


def _picture(badge_id: str, catalogue: Catalogue) -> Response:
    """Give the picture of a badge of the network; never one that somebody sent."""
    try:
        drawing = image(catalogue.badge(badge_id), "svg")
    except (BadgeUnknown, ImageMissing):
        abort(HTTPStatus.NOT_FOUND)
    answer = Response(drawing, mimetype="image/svg+xml")
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer.cache_control.max_age = PICTURE_SECONDS
    return answer


def _nowhere(_error: Exception) -> tuple[str, int]:
    return render_template("refusal.html", code="page.error-404"), HTTPStatus.NOT_FOUND


def _failed(error: Exception) -> tuple[str, int]:
    """Say why nothing was done: the vault is busy, full, damaged..."""
    code = error.code if isinstance(error, BadgeError) else "error.unexpected"
    facts = error.facts if isinstance(error, BadgeError) else {}
    page = render_template("wallet/failed.html", code=code, facts=facts)
    return page, HTTPStatus.SERVICE_UNAVAILABLE
