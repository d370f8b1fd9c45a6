"""The pages and the one address for programs."""

import json
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from flask import Response, abort, current_app, jsonify, render_template, request

from shared.web import Screen, language, pace
from shared.web.headers import CONTENT_SECURITY
from trust_registry.catalogue import BadgeUnknown, ImageMissing, image
from verifier.circumstances import Circumstances
from verifier.report import as_json
from verifier.verdict import Level
from verifier.verify import judge
from verifier.web.received import Received, from_form, from_program
from verifier.wording import Tone, in_words
from verifier.words import WORDS

MakeCircumstances = Callable[[tuple[str, ...]], Circumstances]

TEXTS = {
    "help": ("original", "photo", "link", "person", "answers", "fails"),
    "about": ("what", "who", "recognise", "free"),
    "accessibility": ("aim", "done", "left", "tell"),
    "privacy": ("nothing", "asked", "cookies", "rights"),
}
"""The pages of text: their sections, in order."""

EXPLAINED = (
    ("trusted", Tone.OK),
    ("not-in-registry", Tone.CARE),
    ("undetermined", Tone.UNKNOWN),
    ("other-person", Tone.CARE),
    ("expired", Tone.CARE),
    ("revoked", Tone.STOP),
    ("refused", Tone.STOP),
    ("no-badge", Tone.NEUTRAL),
)
"""The answers that the help page explains, with their signs."""

FOOTER = tuple((f".{name}", f"page.{name}") for name in TEXTS)
PICTURE_SECONDS = 3600
"""How long a browser may keep a picture that ships with the program."""
WITH_DRAWN_PICTURES = CONTENT_SECURITY.replace("img-src 'self'", "img-src 'self' data:")
"""Of the one page that shows two pictures, which this program drew again and keeps nowhere."""


def blueprint(circumstances: MakeCircumstances, *, rate: str, name: str = "verifier") -> Screen:
    """Make the verifier's screen, to mount under any prefix; see ``create_app``."""
    screen = Screen(
        name,
        __name__,
        words=WORDS,
        brand="page.verifier",
        footer=FOOTER,
        for_programs=frozenset({"api_verify"}),
    )

    @screen.get("/")
    def start() -> str:
        return _start_page()

    @screen.post("/")
    def check() -> tuple[str, int] | Response:
        language.choose(request.form.get("lang"))
        received = from_form(request)
        if received is None:
            return _start_page(problem="page.start-nothing"), HTTPStatus.UNPROCESSABLE_ENTITY
        with pace(rate, scope="verdicts"):
            return _answer_page(received, circumstances)

    @screen.post("/api/verify")
    def api_verify() -> Response:
        received = from_program(request)
        if received is None:
            abort(HTTPStatus.BAD_REQUEST)
        with pace(rate, scope="verdicts"):
            judgement = judge(received.content, circumstances(received.recipients))
            return jsonify(as_json(judgement, input_name=received.name))

    @screen.get("/pictures/<badge_id>.svg")
    def picture(badge_id: str) -> Response:
        return _picture(badge_id, circumstances)

    for text in TEXTS:
        screen.add_url_rule(f"/{text}", text, _text_page(text))
    return screen


def _start_page(problem: str = "") -> str:
    megabytes = current_app.config["MAX_UPLOAD_BYTES"] // (1024 * 1024)
    return render_template(
        "verifier/start.html",
        problem=problem,
        megabytes=megabytes,
        most=current_app.config["MAX_UPLOAD_BYTES"],
        recipient=request.form.get("recipient", ""),
    )


def _answer_page(received: Received, circumstances: MakeCircumstances) -> Response:
    judgement = judge(received.content, circumstances(received.recipients))
    worded = in_words(judgement, language.current())
    report = _discreet(as_json(judgement, input_name=received.name))
    page = render_template(
        "verifier/answer.html",
        answer=worded,
        received=received,
        report=json.dumps(report, ensure_ascii=False, indent=2),
    )
    unreadable = judgement.verdict.level is Level.UNREADABLE
    status = HTTPStatus.UNPROCESSABLE_ENTITY if unreadable else HTTPStatus.OK
    answer = Response(page, status=status)
    if any(one.pictures for one in (worded, *worded.parts)):
        answer.headers["Content-Security-Policy"] = WITH_DRAWN_PICTURES
    return answer


def _discreet(report: dict[str, Any]) -> dict[str, Any]:
    """Leave out what a badge says when it is about another person than the one asked for."""
    parts = [_discreet(part) for part in report.get("parts") or ()]
    told = {**report, "parts": parts} if parts else report
    return {**told, "credential": None} if report["level"] == Level.NOT_THEIRS else told


def _picture(badge_id: str, circumstances: MakeCircumstances) -> Response:
    """Give the picture of a badge of the network; never one that somebody sent."""
    registry = circumstances(()).registry
    if registry is None:
        abort(HTTPStatus.NOT_FOUND)
    try:
        drawing = image(registry.catalogue().badge(badge_id), "svg")
    except (BadgeUnknown, ImageMissing):
        abort(HTTPStatus.NOT_FOUND)
    answer = Response(drawing, mimetype="image/svg+xml")
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer.cache_control.max_age = PICTURE_SECONDS
    return answer


def _text_page(name: str) -> Callable[[], Any]:
    def text() -> str:
        return render_template(
            "verifier/text.html", page=f"page.{name}", sections=TEXTS[name], answers=EXPLAINED
        )

    return text
