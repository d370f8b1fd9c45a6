"""What the tests of the wallet may ask for beside the rest."""

import shutil

import pytest

from tests.wallet.databases import place, postgresql  # noqa: F401 - fixtures are found by name here
from tests.wallet.pages import a_hall, an_app
from tests.wallet.people import circumstances


@pytest.fixture(scope="session")
def around(region, today):
    """The list of partners of the region, without its internet; nobody changes it."""
    found = circumstances(region, today)
    yield found
    found.registry.close()


@pytest.fixture(scope="module")
def filled(region, tmp_path_factory, today):
    """The folder of a space that got its badges."""
    folder = tmp_path_factory.mktemp("filled")
    with a_hall(region, folder, now=today):
        pass
    return folder


@pytest.fixture
def hall(region, filled, tmp_path, today):
    """What the pages share, over a copy of that folder which a test may change."""
    shutil.copytree(filled, tmp_path, dirs_exist_ok=True)
    with a_hall(region, tmp_path, now=today) as found:
        yield found


@pytest.fixture
def client(hall):
    """Who asks for the pages of that hall."""
    return an_app(hall).test_client()


@pytest.fixture
def wallet(hall):
    """The same space, read without a page."""
    return hall.space.wallet(hall.circumstances().registry.catalogue())
