"""Which language a page speaks: asked for, remembered, or the browser's; French first."""

from flask import Response, g, request

from shared.words import DEFAULT_LANGUAGE, LANGUAGES

COOKIE = "lang"
ONE_YEAR = 365 * 24 * 3600
"""Seconds a chosen language is remembered."""


def current() -> str:
    """Give the language of this answer, ``fr`` or ``en``."""
    if "lang" not in g:
        g.lang = _asked_for() or _remembered() or _of_the_browser()
    return str(g.lang)


def other() -> str:
    """Give the other language, the one that the switch leads to."""
    return next(lang for lang in LANGUAGES if lang != current())


def choose(lang: str | None) -> None:
    """Take a language asked for in a form; anything else than ours is left aside."""
    if lang in LANGUAGES:
        g.lang = g.lang_chosen = lang


def remember(response: Response) -> Response:
    """Keep a language that was chosen on purpose, and only then."""
    chosen = g.get("lang_chosen") or _asked_for()
    if chosen:
        response.set_cookie(
            COOKIE,
            chosen,
            max_age=ONE_YEAR,
            secure=request.is_secure,
            httponly=True,
            samesite="Lax",
        )
    return response


def _asked_for() -> str | None:
    asked = request.args.get("lang")
    return asked if asked in LANGUAGES else None


def _remembered() -> str | None:
    kept = request.cookies.get(COOKIE)
    return kept if kept in LANGUAGES else None


def _of_the_browser() -> str:
    """``en-GB`` counts as ``en``; werkzeug lists the values by weight."""
    wanted = (value.partition("-")[0].lower() for value in request.accept_languages.values())
    return next((lang for lang in wanted if lang in LANGUAGES), DEFAULT_LANGUAGE)
