"""What a machine lacks: tests that need it are skipped by name, and the last line says so."""

import ctypes.util
import importlib.util
import shutil
from pathlib import Path

import pytest

PREFIX = "missing on this machine: "


def postgresql_programs():
    """The folder of the programs of PostgreSQL, which Debian keeps off the PATH; else None."""
    found = [Path(one).parent for one in (shutil.which("initdb"),) if one]
    found += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((one for one in found if (one / "initdb").is_file()), None)


NEEDED = {
    "Chromium": lambda: shutil.which("chromium"),
    "tmux": lambda: shutil.which("tmux"),
    "PostgreSQL": lambda: postgresql_programs() and importlib.util.find_spec("psycopg"),
    "npm": lambda: shutil.which("npm"),
    "strace": lambda: shutil.which("strace"),
    "libzbar": lambda: ctypes.util.find_library("zbar"),
}


def need(name):
    """Skip the test, with a reason, unless the machine has ``name``."""
    if not NEEDED[name]():
        pytest.skip(PREFIX + name)


def name_what_was_missing(config):
    """After everything, one line names what the skipped tests lacked; silent if nothing."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None:
        return
    reasons = [report.longrepr[2] for report in reporter.stats.get("skipped", [])]
    lacking = sorted({r.partition(PREFIX)[2] for r in reasons if PREFIX in r})
    if lacking:
        count = sum(PREFIX in reason for reason in reasons)
        reporter.write_line(f"tests skipped: {count}; {PREFIX}{', '.join(lacking)}")
