"""Doors: one library, one place that speaks to it, so that it can be replaced there."""

from fnmatch import fnmatchcase

import pytest

from tests.house.sources import Module, in_lines, module, modules

FETCHING = ("shared/fetching/*",)
PIXELS = ("shared/scanning/*", "shared/picture.py", "wallet/tui/*")
PAGES = ("shared/web/*", "*/web/*")
COMMANDS = ("*/cli.py", "*/cli/*", "*/commands/*")
TUF = ("trust_registry/*",)
CHILDREN = ("shared/scanning/*",)

DOORS = {
    "nacl": ("shared/keys.py", "wallet/vault/*", "trust_registry/publishing/key_files.py"),
    "cryptography": ("shared/keys.py",),
    "pyld": ("shared/canonical/*",),
    "rfc8785": ("shared/canonical/*",),
    "requests": FETCHING,
    "requests_hardened": FETCHING,
    "urllib3": FETCHING,
    "urllib.request": FETCHING,
    "http.client": FETCHING,
    "socket": FETCHING,
    "ssl": FETCHING,
    "PIL": PIXELS,
    "zxingcpp": PIXELS,
    "pyzbar": PIXELS,
    "pypdfium2": PIXELS,
    "pillow_heif": PIXELS,
    "resvg_py": PIXELS,
    "lxml": ("shared/baking/*",),
    "subprocess": CHILDREN,
    "tuf": TUF,
    "securesystemslib": TUF,
    "flask": PAGES,
    "flask_wtf": PAGES,
    "flask_limiter": PAGES,
    "werkzeug": PAGES,
    "waitress": PAGES,
    "jinja2": (*PAGES, "wallet/pages_to_keep.py", "trust_registry/site/*"),
    "typst": ("wallet/paper/*",),
    "textual": ("wallet/tui/*",),
    "rich": ("wallet/tui/*",),
    "click": COMMANDS,
    "platformdirs": COMMANDS,
    "yaml": ("trust_registry/commands/handwritten.py",),
    "sqlalchemy": ("wallet/vault/*",),
    "alembic": ("wallet/vault/*",),
    "sqlite3": ("trust_registry/index.py", "trust_registry/index/*", "wallet/vault/*"),
    "fluent": ("shared/words/*",),
    "babel": ("shared/words/*", "verifier/wording/*"),
}
"""Library: the files that may import it. Decision 0008 says why."""


def entries_elsewhere(library: str, read: tuple[Module, ...]) -> list[str]:
    """Where ``library`` is imported by a file that is not its door."""
    return [
        f"{one.path}:{line} imports {name}; the door of {library} is {' or '.join(DOORS[library])}"
        for one in read
        if not any(fnmatchcase(one.path, pattern) for pattern in DOORS[library])
        for line, name in one.imports()
        if name == library or name.startswith(library + ".")
    ]


@pytest.mark.parametrize("library", DOORS)
def test_a_library_is_entered_by_its_door(library):
    assert (found := entries_elsewhere(library, modules())) == [], in_lines(found)


@pytest.mark.parametrize(
    "line", ["import nacl.signing", "from nacl import signing", "def f():\n    import nacl"]
)
def test_an_import_elsewhere_is_caught(line):
    assert len(entries_elsewhere("nacl", (module("wallet/pathways.py", line),))) == 1
    assert entries_elsewhere("nacl", (module("wallet/vault/locks.py", line),)) == []
