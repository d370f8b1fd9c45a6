"""
The written pages of the public folder, shown under the address of this app.

They are the pages that any host of files serves (``trust_registry.site``): one set of pages,
here with a way to the other screens at their foot.  They run nothing and load only their own.
"""

from html import escape
from http import HTTPStatus
from pathlib import Path

from flask import Response, url_for

from shared.web import file_of, neighbours
from shared.words import DEFAULT_LANGUAGE, LANGUAGES
from trust_registry.site.pages import START

PAGES = {
    ".html": "text/html",
    ".css": "text/css",
    ".woff2": "font/woff2",
    ".xml": "application/atom+xml",
    ".txt": "text/plain",
}
"""What the written site is made of, beside the files that every public folder shows."""
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self';"
    " base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
FOOT = b"</nav></footer>"
"""Where a written page ends its foot (``site/base.html``)."""


def start_page(lang: str) -> str:
    """The first page of the site in a language, below the public folder."""
    return START if lang == DEFAULT_LANGUAGE else f"{lang}/{START}"


def site_file(public: Path, name: str) -> Response:
    """
    Answer with a file of the public folder; a folder answers with its page, as hosts do.

    Args:
        public: all that is in it may be seen by everybody.
        name: below the folder, as it stands in the address.
    """
    if name.endswith("/"):
        name += START
    elif _holds_page(public, name):
        return _to(url_for(".file", file=f"{name}/"), HTTPStatus.PERMANENT_REDIRECT)
    answer = file_of(public, name, others=PAGES)
    if answer.mimetype == PAGES[".html"] and answer.status_code == HTTPStatus.OK:
        answer.headers["Content-Security-Policy"] = POLICY
        # What is served is no longer the file that the mark was made of.
        answer.headers.pop("ETag", None)
        answer.set_data(answer.get_data().replace(FOOT, _ways(_lang(name)) + FOOT, 1))
    return answer


def to_start(lang: str) -> Response:
    """Lead to the first page in a language; another visitor has another one."""
    answer = _to(url_for(".file", file=start_page(lang)), HTTPStatus.FOUND)
    answer.cache_control.no_store = True
    return answer


def _to(address: str, status: HTTPStatus) -> Response:
    return Response("", status=status, headers={"Location": address})


def _lang(name: str) -> str:
    """The language of a page, by the folder it stands in."""
    first = name.partition("/")[0]
    return first if first in LANGUAGES else DEFAULT_LANGUAGE


def _holds_page(public: Path, name: str) -> bool:
    """Whether a folder of this name has a page of its own; asked only of plain names."""
    parts = name.split("/")
    plain = all(part and not part.startswith(".") for part in parts)
    return plain and (public.joinpath(*parts) / START).is_file()


def _ways(lang: str) -> bytes:
    """Links to the other screens, each on its line."""
    links = (f'<a href="{escape(to)}">{escape(name)}</a>\n' for to, name in neighbours(lang))
    return "".join(links).encode()
