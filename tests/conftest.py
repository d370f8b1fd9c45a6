"""What every room of the tests may ask for: the day, the folders, a page, a portion."""

import random
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings

from tests.browser import browser, page, pages  # noqa: F401 - fixtures are found by name here
from tests.long_runs import is_left_out
from tests.missing import name_what_was_missing
from tests.workshop import own_region, region  # noqa: F401 - the same

REPO = Path(__file__).resolve().parent.parent
CORPORA = REPO.parent / "shared"
ONE_IN = 10
"""Of the long runs, ``make test`` does this part, drawn from a fixed seed; `make proof` all."""


settings.register_profile("house", deadline=None)  # a busy machine is not a slow reader
settings.register_profile("quick", deadline=None, max_examples=20)  # `make check`
settings.load_profile("house")


@pytest.fixture(scope="session")
def today():
    """The one day of the tests."""
    return datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def repo():
    """The folder of the project."""
    return REPO


@pytest.fixture(scope="session")
def corpora():
    """The public and the hostile cases, which stand beside the project where they are had."""
    if not (CORPORA / "conformance").is_dir():
        pytest.skip("the folder of conformance and hostile cases is not beside the project")
    return CORPORA


@pytest.fixture(scope="session")
def portion(request):
    """Give the cases to run: all of them in `make proof`, else a seeded tenth, at least one."""

    def drawn(cases):
        cases = list(cases)
        if request.config.getoption("--proof") or not cases:
            return cases
        return random.Random(20261122).sample(cases, max(1, len(cases) // ONE_IN))

    return drawn


def pytest_addoption(parser):
    parser.addoption("--proof", action="store_true", help="run the long runs too, and whole")


def pytest_ignore_collect(collection_path, config):
    return is_left_out(collection_path, REPO / "tests", config.option.markexpr) or None


def pytest_collection_modifyitems(config, items):
    # Chromium keeps an event loop running in its process: what needs one of its own goes first.
    items.sort(key=lambda item: "browser" in getattr(item, "fixturenames", ()))
    if config.getoption("--proof"):
        return
    kept = [item for item in items if "proof" not in item.keywords]
    config.hook.pytest_deselected(items=[item for item in items if "proof" in item.keywords])
    items[:] = kept


def pytest_unconfigure(config):
    name_what_was_missing(config)
