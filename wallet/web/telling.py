"""
What somebody is told and asked on the pages: notices, whose a badge is, a badge received.

A new badge is celebrated once: it is noted as seen before its page is made, so that
nothing is ever played again, not even after a crash.
"""

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from flask import redirect, render_template, request, url_for

from shared.errors import BadgeError
from shared.web import Screen, language, pace
from trust_registry.places import Place
from wallet import wording
from wallet.belonging import Claimed, is_asked, mine, not_mine, unsure
from wallet.holding import Holding
from wallet.notices import acknowledge, notices
from wallet.rechecking import due, recheck
from wallet.standing import Sign
from wallet.web import shown, ways
from wallet.web.carnet import Carnet

Here = Callable[[], Carnet]
MAX_NAME_TYPED = 300
"""Letters of a name or an address."""
CAN_DO_SHOWN = 3
"""Of what a badge recognises: a reception is read in one breath."""
TONES = {"withdrawn": Sign.STOP, "on-hold": Sign.STOP}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One notice, in words."""

    id: str
    key: str
    name: str
    text: str
    tone: Sign


def install(screen: Screen, here: Here, rate: str, places: Sequence[Place] = ()) -> None:
    """Add the acts that answer a notice or a question, and the page of a badge received."""

    @screen.post("/badges/<badge>/told")
    def told(badge: str) -> Any:
        wallet = here().wallet()
        acknowledge(wallet, wallet.get(badge).id, request.form.get("key", "")[:MAX_NAME_TYPED])
        return _see_other(url_for(".start"))

    @screen.post("/badges/<badge>/mine")
    def answer(badge: str) -> Any:
        carnet = here()
        with pace(rate, scope="verdicts"):
            return _answered(carnet, carnet.wallet().get(badge))

    @screen.get("/received")
    def received() -> Any:
        carnet = here()
        found = unseen(carnet)
        if not found:
            return _see_other(url_for(".start"))
        carnet.wallet().see(found[0].id, now=carnet.circumstances().now)
        return render_template("wallet/received.html", **_reception(carnet, found[0], places))


def unseen(carnet: Carnet) -> tuple[Holding, ...]:
    """The badges to celebrate: new ones, that count."""
    return tuple(one for one in carnet.wallet().unseen() if one.counts)


def told_in(carnet: Carnet) -> list[Told]:
    """The notices that were not read yet, in words."""
    wallet, lang = carnet.wallet(), language.current()
    around = carnet.make(())
    return [
        Told(
            id=one.holding.id,
            key=one.key,
            name=wording.name(one.holding, wallet.catalogue, lang=lang),
            text=wording.notice(one, lang=lang),
            tone=TONES.get(one.about, Sign.CARE),
        )
        for one in notices(wallet.holdings(), now=around.now, registry=around.registry)
    ]


def asked_in(carnet: Carnet) -> list[shown.Card]:
    """The badges of which it is not known whose they are."""
    wallet, lang = carnet.wallet(), language.current()
    asked = [one for one in wallet.holdings() if is_asked(one)]
    return [shown.card(one, wallet.catalogue, lang) for one in asked]


def _answered(carnet: Carnet, holding: Holding) -> Any:
    said = request.form.get("said", "")
    name = request.form.get("name", "")[:MAX_NAME_TYPED]
    wallet, now = carnet.wallet(), carnet.circumstances().now
    if said == Claimed.NO:
        not_mine(wallet, holding.id, now=now)
        return _see_other(url_for(".start"))
    if said == Claimed.YES:
        fits = mine(wallet, holding.id, carnet.circumstances(), name=name).fits
        was = "mine.yes" if fits else "mine.does-not-fit"
    else:
        unsure(wallet, holding.id)
        was = "mine.unsure"
    return _see_other(url_for(".badge", badge=holding.id, was=was))


def _reception(carnet: Carnet, holding: Holding, places: Sequence[Place]) -> dict[str, Any]:
    wallet, lang = carnet.wallet(), language.current()
    known = holding.badge_id is not None
    paths = ways.paths_of(carnet)
    path = next((p for p in paths if holding.badge_id in {s.badge_id for s in p.steps}), None)
    can_do = wallet.catalogue.badge(holding.badge_id).can_do[lang] if holding.badge_id else ()
    return {
        "card": shown.card(holding, wallet.catalogue, lang),
        "owner": carnet.owner[0] if carnet.owner else "",
        "issuer": holding.checked.issuer_name or "",
        "can_do": can_do[:CAN_DO_SHOWN] if known else (),
        "words": carnet.words(holding),
        "path": path,
        "where": ways.place_of(carnet, path, places),
        "more": len(unseen(carnet)),
    }


class Rechecks:
    """Badges are looked at again behind the pages, once a day; no page ever waits for it."""

    def __init__(self) -> None:
        """Nothing is under way."""
        self._guard = threading.Lock()
        self._busy: set[str] = set()

    def wake(self, carnet: Carnet) -> threading.Thread | None:
        """Look again at what is due in this space; ``None``: nothing is, or it is under way."""
        ids = due(carnet.wallet().holdings(), now=carnet.circumstances().now)
        place = str(carnet.space.folder)
        with self._guard:
            if not ids or place in self._busy:
                return None
            self._busy.add(place)
        thread = threading.Thread(target=self._run, args=(carnet, ids, place), daemon=True)
        thread.start()
        return thread

    def _run(self, carnet: Carnet, ids: Sequence[str], place: str) -> None:
        try:
            for one in ids:
                # Erased since, the visit is over, the disk is full: the next opening tries again.
                with suppress(BadgeError):
                    recheck(carnet.wallet(), carnet.circumstances(), only=[one])
        finally:
            with self._guard:
                self._busy.discard(place)


def _see_other(address: str) -> Any:
    return redirect(address, code=HTTPStatus.SEE_OTHER)
