"""
Take the guards of the program away, one at a time, and see a test turn red for each.

``tests/guards/guards.json`` lists them: the file, the line that guards, what stands there
without the guard, and the test that must fail.  Everything happens in copies of the
project; nothing of it is touched.  ``python tools/remove_guards.py [WORD ...]`` tries the
guards whose name holds one of the words, or all; it ends with 1 when one is not missed.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import Queue

ROOT = Path(__file__).resolve().parent.parent
LISTED = ROOT / "tests" / "guards" / "guards.json"
COPIED = ("shared", "trust_registry", "verifier", "wallet", "tests", "tools", "docs")
SECONDS = 180
"""For the tests of one guard; without it some would run for ever, and that is no red."""
PASSED, FAILED = 0, 1
"""Exit statuses of pytest; any other is a fault of the list, not a red test."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """One guard, as it is listed."""

    guard: str
    file: str
    source: str
    without: str
    test: str
    """One test, or several with spaces between; one that fails is enough."""

    def removed(self, text: str) -> str:
        """The file without the guard. Raises ValueError: its line is not there exactly once."""
        if text.count(self.source) != 1 or self.source == self.without:
            raise ValueError(f"{self.guard}: not once in {self.file}: {self.source.strip()[:60]}")
        return text.replace(self.source, self.without)


def guards(words: Sequence[str] = ()) -> list[Guard]:
    """The guards listed, or those whose name holds one of the words."""
    listed = [Guard(**one) for one in json.loads(LISTED.read_text(encoding="utf-8"))]
    return [one for one in listed if not words or any(word in one.guard for word in words)]


class Workplaces:
    """Copies of the project, each for one guard at a time."""

    def __init__(self, folder: Path, count: int) -> None:
        self._free: Queue[Path] = Queue()
        origin = ROOT  # the others are copies of the first: all hold the same instant
        for number in range(count):
            copy = folder / f"copy{number}" / "project"
            copy.mkdir(parents=True)
            for name in COPIED:
                ignored = shutil.ignore_patterns("__pycache__")
                shutil.copytree(origin / name, copy / name, ignore=ignored)
            shutil.copy(origin / "pyproject.toml", copy)
            origin = copy
            self._free.put(copy)

    @contextmanager
    def one(self) -> Iterator[Path]:
        """A copy of one's own."""
        copy = self._free.get()
        try:
            yield copy
        finally:
            self._free.put(copy)

    def without(self, guard: Guard) -> tuple[int, str]:
        """Run the tests of a guard without it: pytest's exit status, and what failed."""
        with self.one() as copy:
            file = copy / guard.file
            whole = file.read_text(encoding="utf-8")
            file.write_text(guard.removed(whole), encoding="utf-8")
            try:
                return _tested(copy, guard.test.split())
            finally:
                file.write_text(whole, encoding="utf-8")

    def whole(self, tests: Sequence[str]) -> tuple[int, str]:
        """Run tests with every guard in its place."""
        with self.one() as copy:
            return _tested(copy, tests)


def _tested(copy: Path, tests: Sequence[str]) -> tuple[int, str]:
    options = ("-q", "-x", "-rfE", "--tb=line", "-p", "no:cacheprovider", "--proof")
    # A file of bytecode is known by its second and its size, which two guards may share.
    surroundings = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "pytest", *options, "--hypothesis-profile", "quick", *tests]
    try:
        done = subprocess.run(
            command,
            cwd=copy,
            env=surroundings,
            capture_output=True,
            text=True,
            timeout=SECONDS * (1 + len(tests)),
            check=False,
        )
    except subprocess.TimeoutExpired:
        return -1, "no end"
    lines = done.stdout.splitlines()
    failed = [line for line in lines if line.startswith(("FAILED", "ERROR"))]
    return done.returncode, (failed or lines[-1:] or [done.stderr[-200:]])[0]


def main() -> int:
    """Try the guards; give 0 when each is missed by a test, and only then."""
    asked = argparse.ArgumentParser(description=__doc__.strip().splitlines()[0])
    asked.add_argument("words", nargs="*", help="only guards whose name holds one of these")
    asked.add_argument("--jobs", type=int, default=2)
    given = asked.parse_args()
    wanted = guards(given.words)
    not_missed = 0
    with tempfile.TemporaryDirectory(prefix="guards-") as folder:
        places = Workplaces(Path(folder), given.jobs)
        tests = sorted({test for one in wanted for test in one.test.split()})
        status, told = places.whole(tests)
        if status != PASSED:
            print(f"not all tests pass with the guards in place: {told}")
            return 1
        with ThreadPoolExecutor(given.jobs) as pool:
            for one, (status, told) in zip(wanted, pool.map(places.without, wanted), strict=True):
                missed = status == FAILED
                not_missed += not missed
                print("red  " if missed else "GREEN", f"{one.guard}: {told}", flush=True)
    print(f"{len(wanted) - not_missed} of {len(wanted)} guards are missed by a test")
    return 1 if not_missed else 0


if __name__ == "__main__":
    sys.exit(main())
