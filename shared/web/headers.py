"""The headers of every answer: nothing from elsewhere, nothing kept, nothing told to others."""

from flask import Response, request

CONTENT_SECURITY = (
    "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""No inline style or script anywhere, so neither nonces nor exceptions."""

HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(self), geolocation=(), microphone=(), payment=(), usb=()",
}

HALF_A_YEAR = 15_768_000
"""Seconds for which a browser must come back by https."""


def protect(response: Response) -> Response:
    """Set the headers; a page may have set a stricter one of its own, which stays."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    response.headers.setdefault("Cache-Control", "no-store")
    if request.is_secure:
        response.headers.setdefault("Strict-Transport-Security", f"max-age={HALF_A_YEAR}")
    return response
