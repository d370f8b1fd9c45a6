"""« J'ai un code »: the page where a badge that waits in a bundle is taken."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from flask import current_app, render_template, request

from shared.errors import BadgeError
from shared.web import Screen, language, pace
from wallet import claiming
from wallet.errors import BundleUnreadable, CodeUnknown
from wallet.importing import import_badge
from wallet.web import shown
from wallet.web.carnet import Carnet
from wallet.web.telling import unseen

CLAIMS_RATE = "20 per minute"
"""Codes tried from one address: a class of fifteen at one machine."""
MAX_CODE_TYPED = 40
"""Letters of a code, with hyphens and spaces wherever people put them."""


def install(screen: Screen, here: Callable[[], Carnet]) -> None:
    """Add the page of the codes."""

    @screen.get("/claim")
    def claim() -> str:
        here()
        return _page(problem=None)

    @screen.post("/claim")
    def claimed() -> Any:
        carnet = here()
        code = request.form.get("code", "")[:MAX_CODE_TYPED]
        file = request.files.get("bundle")
        if not code.strip() or file is None or not file.filename:
            return _page(problem="claim.nothing"), HTTPStatus.UNPROCESSABLE_ENTITY
        with pace(CLAIMS_RATE, scope="claims"):
            try:
                found = claiming.claim(claiming.read_bundle(file.read()), code)
            except (CodeUnknown, BundleUnreadable) as error:
                return _page(problem=error), HTTPStatus.UNPROCESSABLE_ENTITY
            lines = _added(carnet, found)
        return render_template("wallet/added.html", lines=lines, unseen=len(unseen(carnet)))


def _added(carnet: Carnet, found: claiming.Claimed) -> list[shown.Line]:
    wallet = carnet.wallet()
    answer = import_badge(found.content, wallet, carnet.circumstances(), name=found.name)
    return list(shown.lines(found.name, answer, wallet.catalogue, language.current()))


def _page(*, problem: BadgeError | str | None) -> str:
    is_error = isinstance(problem, BadgeError)
    most = current_app.config["MAX_UPLOAD_BYTES"]
    return render_template(
        "wallet/claim.html",
        problem=problem.code if isinstance(problem, BadgeError) else problem,
        facts=problem.facts if isinstance(problem, BadgeError) else {},
        with_help=is_error,
        code=request.form.get("code", "")[:MAX_CODE_TYPED],
        longest=MAX_CODE_TYPED,
        most=most,
    )
