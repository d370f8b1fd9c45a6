"""Badges to try the pages with: each with what it is, and the answer that it should get."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from flask import Response, abort, render_template

from shared.web import Screen, file_of, language
from verifier.verdict import Level, Verdict
from verifier.wording.answers import NO_BADGE, answer_for
from wallet.samples import Sample
from wallet.words import WORDS


def blueprint(
    samples: Callable[[], tuple[Sample, ...]], folder: Path, *, verifier: str, name: str = "trial"
) -> Screen:
    """
    Make the screen with the badges to try.

    Args:
        samples: those of the region as it stands.
        folder: where their files are; only those named by ``samples`` are given.
        verifier: the address of the page that checks them.
        name: the prefix of its endpoints.
    """
    screen = Screen(name, __name__, words=WORDS, brand="page.trial")

    @screen.get("/")
    def start() -> str:
        shown = _placed([_shown(one, language.current()) for one in samples()])
        return render_template("trial/start.html", samples=shown, verifier=verifier)

    @screen.get("/<name>")
    def file(name: str) -> Response:
        if name not in {one.file for one in samples()}:
            abort(404)
        return file_of(folder, name, download=name)

    return screen


def _placed(shown: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Bring those of one answer together, the answers in the order in which they come."""
    words = list(dict.fromkeys(one["word"] for one in shown))
    return [{**one, "place": words.index(one["word"])} for one in shown]


def _shown(sample: Sample, lang: str) -> dict[str, Any]:
    verdict = Verdict(level=sample.level, findings=(), reasons=sample.reasons)
    answer = NO_BADGE if sample.level is Level.UNREADABLE else answer_for(verdict)
    return {
        "file": sample.file,
        "about": sample.about[lang],
        "recipients": sample.recipients,
        "tone": answer.tone,
        "word": WORDS.say(answer.code, lang=lang, part="word"),
    }
