"""What is taken along as files: everything in one archive, a pathway on paper."""

from collections.abc import Callable
from http import HTTPStatus

from flask import Response, abort

from shared.web import Screen, language
from wallet import exporting
from wallet.paper.path_card import path_on_paper
from wallet.pathways import progress
from wallet.web.carnet import Carnet

Here = Callable[[], Carnet]


def install(screen: Screen, here: Here) -> None:
    """Add the files that a person takes along; nothing is sent to anybody."""

    @screen.get("/everything.zip")
    def everything() -> Response:
        carnet = here()
        now = carnet.circumstances().now
        content = exporting.archive(carnet.wallet(), now=now, lang=language.current())
        return file(content, "application/zip", "badges.zip")

    @screen.get("/pathways/<pathway>.pdf")
    def pathway_paper(pathway: str) -> Response:
        carnet = here()
        wallet, now = carnet.wallet(), carnet.circumstances().now
        found = progress(wallet.holdings(), wallet.catalogue)
        wanted = next((one for one in found if one.pathway.id == pathway), None)
        if wanted is None:
            abort(HTTPStatus.NOT_FOUND)
        pdf = path_on_paper(wanted, wallet.catalogue, now=now, lang=language.current())
        return file(pdf, "application/pdf", f"{wanted.pathway.id}.pdf")


def file(content: bytes, kind: str, name: str) -> Response:
    """Answer with a file that the browser keeps."""
    answer = Response(content, mimetype=kind)
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer
