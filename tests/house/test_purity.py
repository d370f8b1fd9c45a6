"""Below the screens nothing reads the clock, the environment or the disk: it is passed in."""

import ast
from fnmatch import fnmatchcase

import pytest

from tests.house.sources import Module, in_lines, module, modules

CLOCKS = {
    "datetime.now", "datetime.utcnow", "datetime.today", "date.today", "datetime.datetime.now",
    "time.time", "time.monotonic", "time.perf_counter", "time.sleep",
}  # fmt: skip
ENVIRONMENT = {"os.environ", "os.getenv", "os.environb", "sys.argv", "Path.home", "Path.cwd"}
DISK_FUNCTIONS = {"open", "os.open", "io.open", "os.listdir", "os.walk", "os.replace", "os.fdopen"}
DISK_MODULES = ("tempfile", "shutil")
DISK_METHODS = {
    "read_text", "read_bytes", "write_text", "write_bytes", "mkdir", "unlink", "rmdir", "touch",
    "iterdir", "rglob", "is_file", "is_dir", "exists", "chmod", "rename",
}  # fmt: skip

MAY_READ_THE_CLOCK = {
    "shared/fetching/*": "a request has a deadline, and evidence has the time it was had",
    "wallet/vault/*": "waits its turn while another program writes",
    "shared/scanning/*": "a picture that takes too long is given up",
    "trust_registry/publishing/disk.py": "waits its turn while another program publishes",
    "trust_registry/client/*": "python-tuf reads the clock; it is given ours",
    "trust_registry/client.py": "the same",
}
MAY_READ_THE_ENVIRONMENT: dict[str, str] = {
    "shared/scanning/*": "the child process that decodes gets a bare one",
}
MAY_USE_THE_DISK = {
    "shared/fetching/*": "bundles of --replay and --record",
    "wallet/vault/*": "the holdings rest here",
    "trust_registry/client.py": "keeps the list that was had",
    "trust_registry/client/*": "the same",
    "trust_registry/index.py": "the compiled answers",
    "trust_registry/index/*": "the same",
    "trust_registry/site/*": "writes the pages of the public folder",
    "trust_registry/publishing.py": "writes the public folder",
    "trust_registry/publishing/*": "the same",
    "trust_registry/repository.py": "the same",
    "trust_registry/joining/*": "keeps the links that the hub gave",
    "trust_registry/audit/copies.py": "reads the copy that is looked over",
    "trust_registry/demo.py": "writes the demo region",
    "trust_registry/demo/*": "the same",
}
SHIPPED = "importlib.resources"
"""A module that reads what ships inside a package may call the methods of a path."""


def named(node: ast.AST) -> str:
    """The dotted name of a call or an attribute; '' when it hangs on something computed."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        left = named(node.value)
        return f"{left}.{node.attr}" if left else f".{node.attr}"
    return ""


def uses(one: Module, names: set[str]) -> list[str]:
    return [
        f"{one.path}:{node.lineno} {named(node)}"
        for node in ast.walk(one.tree)
        if isinstance(node, (ast.Name, ast.Attribute)) and named(node) in names
    ]


def uses_of_the_disk(one: Module) -> list[str]:
    calls = [node.func for node in ast.walk(one.tree) if isinstance(node, ast.Call)]
    found = [f"{one.path}:{f.lineno} {named(f)}" for f in calls if named(f) in DISK_FUNCTIONS]
    found += [
        f"{one.path}:{line} {name}"
        for line, name in one.imports()
        if name.split(".")[0] in DISK_MODULES
    ]
    imported = [name for _, name in one.imports()]
    if "pathlib.Path" not in imported or any(name.startswith(SHIPPED) for name in imported):
        return found
    return found + [
        f"{one.path}:{f.lineno} .{f.attr}"
        for f in calls
        if isinstance(f, ast.Attribute) and f.attr in DISK_METHODS
    ]


def below_the_screens(allowed) -> list[Module]:
    return [
        one
        for one in modules()
        if not one.is_screen and not any(fnmatchcase(one.path, pattern) for pattern in allowed)
    ]


def test_the_clock_is_an_argument():
    read = below_the_screens(MAY_READ_THE_CLOCK)
    found = [use for one in read for use in uses(one, CLOCKS)]
    assert found == [], in_lines(found)


def test_the_environment_is_an_argument():
    read = below_the_screens(MAY_READ_THE_ENVIRONMENT)
    found = [use for one in read for use in uses(one, ENVIRONMENT)]
    assert found == [], in_lines(found)


def test_the_disk_is_left_to_those_who_keep_things():
    found = [use for one in below_the_screens(MAY_USE_THE_DISK) for use in uses_of_the_disk(one)]
    assert found == [], in_lines(found)


@pytest.mark.parametrize(
    ("line", "caught"),
    [
        ("from datetime import datetime\nnow = datetime.now(UTC)", True),
        ("import time\nlater = time.time()", True),
        ("f(clock=time.monotonic)", True),
        ("def f(now): return now.time()", False),
    ],
)
def test_a_hidden_clock_is_caught(line, caught):
    assert bool(uses(module("verifier/checks/dates.py", line), CLOCKS)) is caught


@pytest.mark.parametrize(
    ("line", "caught"),
    [
        ("text = open(name).read()", True),
        ("from pathlib import Path\ntext = Path(name).read_text()", True),
        ("import tempfile", True),
        ("from importlib.resources import files\ntext = files('x').read_text()", False),
        ("text = text.replace('a', 'b')", False),
    ],
)
def test_a_hidden_file_is_caught(line, caught):
    assert bool(uses_of_the_disk(module("verifier/verify.py", line))) is caught
