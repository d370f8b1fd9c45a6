"""What the tests of the wallet may ask for beside the rest."""

from tests.wallet.databases import place, postgresql  # noqa: F401 - fixtures are found by name here
