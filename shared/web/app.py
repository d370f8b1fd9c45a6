"""The Flask app that protects the screens: memory only, limits, headers, words."""

import logging
import re
import traceback
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from io import BytesIO
from typing import IO, Any
from urllib.parse import urlencode

from flask import Flask, Request, Response, abort, current_app, request, url_for
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_wtf.csrf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix

from shared.drawings import icon, sign
from shared.web import headers, language, refusals
from shared.web.screen import Screen, current_screen, current_words

MAX_FIELD_BYTES = 2 * 1024 * 1024
"""One text field of a form: a pasted badge, or one sent along to ask again."""

MAX_FORM_PARTS = 50
"""Fields of one form; the largest of ours has a dozen."""
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
FROM_ELSEWHERE = frozenset({"cross-site", "same-site"})
"""Values of ``Sec-Fetch-Site`` with which another site would act in a person's name."""

CSRF, LIMITER = "badges.csrf", "badges.limiter"
"""Where an app keeps its two guards, so that several apps never share a counter."""

UNSEEN = re.compile("[\u2060\u2066-\u2069]")
"""Word joiners and directional isolates."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Protection:
    """How an app is guarded; the defaults suit one loopback port."""

    max_upload_bytes: int = 10 * 1024 * 1024
    """The largest file taken; a request may be larger by its text fields."""
    rate: str = "300 per minute"
    """Pages asked for by one address, as ``flask-limiter`` writes it; drawings are free."""
    trusted_hosts: tuple[str, ...] = ()
    """Host names answered for; empty: any (behind loopback only)."""
    secure: bool = False
    """Whether people reach the site by https: cookies are then sent by https only."""
    proxies: int = 0
    """How many reverse proxies stand in front, whose ``X-Forwarded-*`` are believed."""


class MemoryRequest(Request):
    """A request whose uploads never touch the disk."""

    max_form_memory_size = MAX_FIELD_BYTES
    max_form_parts = MAX_FORM_PARTS

    def _get_file_stream(self, *_sizes: Any, **_names: Any) -> IO[bytes]:
        """Werkzeug writes larger uploads to a temporary file; here they stay in memory."""
        return BytesIO()


class QuietFlask(Flask):
    """Flask, with logs that hold no word of what people sent."""

    request_class = MemoryRequest

    def log_exception(self, exc_info: Any) -> None:
        """Log where an unexpected error arose: its kind and frames, never its message."""
        kind, _, trace = exc_info
        where = " < ".join(
            f"{frame.name}:{frame.lineno}" for frame in reversed(traceback.extract_tb(trace)[-6:])
        )
        self.logger.error("unexpected %s in %s", getattr(kind, "__name__", kind), where)


def new_app(
    *screens: tuple[Screen, str], secret_key: bytes, protection: Protection | None = None
) -> Flask:
    """
    Make an app over one or several screens.

    Args:
        screens: pairs (screen, prefix): ``(verifier, "/")``, ``(wallet, "/carnet")``.
        secret_key: 32 random bytes or more; signs the form tokens.
        protection: limits and guards; ``None``: those of one loopback port.
    """
    protection = protection or Protection()
    app = QuietFlask("shared.web", template_folder="../templates", static_folder="../static")
    app.config.update(_settings(protection, secret_key))
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    _guard(app, protection)
    refusals.install(app)
    _speak(app)
    for screen, prefix in screens:
        app.register_blueprint(screen, url_prefix=prefix.rstrip("/") or None)
    if protection.proxies:
        count = protection.proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=count, x_proto=count, x_host=count)  # type: ignore[method-assign]
    return app


def pace(rate: str, *, scope: str) -> AbstractContextManager[Any]:
    """Count one more act of this address, e.g. ``10 per minute``; too many: 429."""
    limiter: Limiter = current_app.extensions[LIMITER]
    return limiter.shared_limit(rate, scope=scope)


def _settings(protection: Protection, secret_key: bytes) -> Mapping[str, Any]:
    return {
        "SECRET_KEY": secret_key,
        "MAX_CONTENT_LENGTH": protection.max_upload_bytes + MAX_FIELD_BYTES,
        "MAX_UPLOAD_BYTES": protection.max_upload_bytes,
        "TRUSTED_HOSTS": list(protection.trusted_hosts) or None,
        "SEND_FILE_MAX_AGE_DEFAULT": 3600,
        "SESSION_COOKIE_NAME": "__Host-badges" if protection.secure else "badges",
        "SESSION_COOKIE_SECURE": protection.secure,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "WTF_CSRF_CHECK_DEFAULT": False,
        # A page left open all day on a counter still works, and no address is sent along
        # (Referrer-Policy): Sec-Fetch-Site is looked at instead, in ``_only_from_here``.
        "WTF_CSRF_TIME_LIMIT": None,
        "WTF_CSRF_SSL_STRICT": False,
    }


def _guard(app: Flask, protection: Protection) -> None:
    # Their own logs hold the addresses of people.
    logging.getLogger("flask-limiter").disabled = True
    logging.getLogger("flask_wtf.csrf").disabled = True
    app.before_request(_only_from_here)
    app.extensions[CSRF] = CSRFProtect(app)
    limiter = Limiter(
        get_remote_address,
        app=app,
        default_limits=[protection.rate],
        storage_uri="memory://",
        headers_enabled=True,
    )
    limiter.request_filter(lambda: request.endpoint == "static")
    app.extensions[LIMITER] = limiter
    app.after_request(headers.protect)
    app.after_request(language.remember)
    app.after_request(_closed_with_the_answer)


def _closed_with_the_answer(response: Response) -> Response:
    """
    Have a file closed by whoever answers, even when the one who asked is gone.

    Handed over as a file, it would stay open in a connection that ends before it was sent.
    """
    response.direct_passthrough = False
    return response


def _only_from_here() -> None:
    """Refuse an act that another site makes in a person's name."""
    screen = current_screen()
    if request.method in SAFE_METHODS or (screen and screen.is_for_programs(request.endpoint)):
        return
    if request.headers.get("Sec-Fetch-Site") in FROM_ELSEWHERE:
        abort(400)
    current_app.extensions[CSRF].protect()


def neighbours(lang: str | None = None) -> list[tuple[str, str]]:
    """
    The other screens of the same app, by address and name, for the foot of each page.

    ``lang``: of the names; ``None``: of the answer.
    """
    lang, here = lang or language.current(), current_screen()
    screens = [one for one in current_app.blueprints.values() if isinstance(one, Screen)]
    return [
        (url_for(f"{one.name}.start"), one.words.say(one.brand, lang=lang))
        for one in screens
        if one is not here
    ]


def _bare(text: str) -> str:
    """Take the invisible marks out of a page's title, where some screens draw them."""
    return UNSEEN.sub("", text)


def _speak(app: Flask) -> None:
    def say(code: str, facts: Mapping[str, Any] | None = None, **more: Any) -> str:
        part, lang = more.pop("part", None), more.pop("lang", language.current())
        return current_words().say(code, {**(facts or {}), **more}, lang=lang, part=part)

    app.jinja_env.globals.update(icon=icon, sign=sign, say=say)
    app.jinja_env.filters["bare"] = _bare
    app.context_processor(
        lambda: {
            "lang": language.current(),
            "other_lang": language.other(),
            "screen": current_screen(),
            "neighbours": neighbours(),
            "switch_query": urlencode({**request.args, "lang": language.other()}),
        }
    )
