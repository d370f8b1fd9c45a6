"""Pathways on the pages: how far, the one next step, what to do and where."""

from collections.abc import Callable, Sequence
from http import HTTPStatus
from typing import Any

from flask import abort, redirect, render_template, request, url_for

from shared.web import Screen, language
from trust_registry.places import Place
from wallet import memo
from wallet.directions import Guide
from wallet.errors import NoteTooLong
from wallet.memo import MAX_NOTE_LETTERS, MAX_TOWN_LETTERS
from wallet.pathways import PathwayProgress, progress
from wallet.web import shown
from wallet.web.carnet import Carnet

Here = Callable[[], Carnet]


def install(screen: Screen, here: Here, places: Sequence[Place] = ()) -> None:
    """
    Add the pages of the pathways.

    Args:
        here: the space of the visit that asks.
        places: of the file in the national schema that this machine has; empty: none.
    """

    @screen.get("/pathways")
    def pathways() -> str:
        return render_template("wallet/pathways.html", paths=paths_of(here()))

    @screen.get("/pathways/<pathway>")
    def pathway(pathway: str) -> str:
        return _page(here(), pathway, places)

    @screen.post("/pathways/<pathway>/note")
    def note(pathway: str) -> Any:
        carnet = here()
        found = _found(carnet, pathway)
        topic = found.next or found.pathway.id
        try:
            memo.keep_note(carnet.space.vault, topic, request.form.get("note", ""))
        except NoteTooLong as error:
            return _page(carnet, pathway, places, problem=error), HTTPStatus.UNPROCESSABLE_ENTITY
        return _back(pathway)

    @screen.post("/pathways/<pathway>/town")
    def town(pathway: str) -> Any:
        carnet = here()
        _found(carnet, pathway)
        try:
            memo.keep_town(carnet.space.vault, request.form.get("town", ""))
        except NoteTooLong as error:
            return _page(carnet, pathway, places, problem=error), HTTPStatus.UNPROCESSABLE_ENTITY
        return _back(pathway)


def paths_of(carnet: Carnet) -> list[shown.Path]:
    """Every pathway in words, in the order of the catalogue."""
    wallet, lang = carnet.wallet(), language.current()
    found = progress(wallet.holdings(), wallet.catalogue)
    return [shown.path(one, wallet.catalogue, lang) for one in found]


def guide_of(carnet: Carnet, places: Sequence[Place] = ()) -> Guide:
    """What tells the way from this space."""
    around = carnet.make(())
    return Guide(
        catalogue=carnet.catalogue(),
        registry=around.registry,
        now=around.now,
        file=places,
        memo=memo.memo_of(carnet.space.vault),
    )


def place_of(carnet: Carnet, path: shown.Path | None, places: Sequence[Place] = ()) -> str:
    """The name of the place to go to for the next step of a path; empty: none is known."""
    if path is None or path.next is None or path.next.holding:
        return ""
    guide = guide_of(carnet, places)
    first = guide.to_badge(path.next.badge_id, lang=language.current()).first
    return first.name if first else ""


def _page(
    carnet: Carnet, pathway: str, places: Sequence[Place], *, problem: NoteTooLong | None = None
) -> str:
    found, guide = _found(carnet, pathway), guide_of(carnet, places)
    others = [one for one in paths_of(carnet) if one.id != pathway]
    return render_template(
        "wallet/pathway.html",
        path=shown.path(found, guide.catalogue, language.current()),
        way=guide.next_step(found, lang=language.current()),
        others=others,
        town=guide.memo.town,
        seen=_seen(found, guide),
        problem=problem,
        most_note=MAX_NOTE_LETTERS,
        most_town=MAX_TOWN_LETTERS,
    )


def _seen(found: PathwayProgress, guide: Guide) -> tuple[str, ...]:
    """What will be looked at before the next badge is given."""
    if found.next is None:
        return ()
    return guide.catalogue.badge(found.next).criteria[language.current()]


def _found(carnet: Carnet, pathway: str) -> PathwayProgress:
    wallet = carnet.wallet()
    held = progress(wallet.holdings(), wallet.catalogue)
    found = next((one for one in held if one.pathway.id == pathway), None)
    if found is None:
        abort(HTTPStatus.NOT_FOUND)
    return found


def _back(pathway: str) -> Any:
    return redirect(url_for(".pathway", pathway=pathway), code=HTTPStatus.SEE_OTHER)
