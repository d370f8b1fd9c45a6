"""What the tests of the wallet may ask for beside the rest."""

import pytest

from tests.wallet.databases import place, postgresql  # noqa: F401 - fixtures are found by name here
from tests.wallet.people import circumstances


@pytest.fixture(scope="session")
def around(region, today):
    """The list of partners of the region, without its internet; nobody changes it."""
    found = circumstances(region, today)
    yield found
    found.registry.close()
