"""What git keeps belongs to anybody: no machine's paths, no registry's hosts, no secrets."""

import re

import pytest

from tests.house.sources import REPO, in_lines, kept_files

HOSTS = ("py" + "pi.org", "python" + "hosted.org", "registry." + "npmjs", "deb." + "debian.org")
"""Put together here, so that this file does not hold what it looks for."""
PATHS = (r"(?<![\w.])/" + "(work|farm|root)/", r"/tmp/" + r"[a-z]+[_.-]\w*/", r"/home/" + r"\w+/")
FOREIGN = re.compile("|".join([re.escape(host) for host in HOSTS] + list(PATHS)))
PRIVATE_KEY = re.compile("-----BEGIN [A-Z ]*PRIVATE" + " KEY-----")
MAX_KEPT_BYTES = 2 * 1024 * 1024
"""A drawing, a font, a table of terms: nothing of ours is larger."""
BY_PRODUCTS = (".pyc", ".db", ".sqlite", ".log", ".orig", ".rej", ".swp")


def kept_texts():
    for name in kept_files():
        raw = (REPO / name).read_bytes()
        if b"\0" not in raw[:8192]:
            yield name, raw.decode("utf-8", errors="replace")


def test_no_registry_host_and_no_path_of_a_machine():
    found = [
        f"{name}:{number} {line.strip()[:100]}"
        for name, text in kept_texts()
        for number, line in enumerate(text.splitlines(), 1)
        if FOREIGN.search(line)
    ]
    assert found == [], in_lines(found)


def test_no_private_key_in_a_file():
    found = [name for name, text in kept_texts() if PRIVATE_KEY.search(text)]
    assert found == [], in_lines(found)


def test_no_by_product_is_kept():
    found = [
        name
        for name in kept_files()
        if name.endswith(BY_PRODUCTS) or (REPO / name).stat().st_size > MAX_KEPT_BYTES
    ]
    assert found == [], in_lines(found)


@pytest.mark.parametrize(
    ("line", "caught"),
    [
        ("--index-url https://" + HOSTS[0] + "/simple", True),
        ("see /" + "work/notes.md", True),
        ("PATH=/" + "home/karim/bin", True),
        ("docs/work/plan.md", False),
        ("https://example.org/work/1", False),
        ("mkdir /tmp", False),
    ],
)
def test_what_is_foreign_is_seen(line, caught):
    assert bool(FOREIGN.search(line)) is caught
