"""Open the wallet in a terminal: on a whole screen, or line by line."""

from typing import TYPE_CHECKING

from wallet.tui.carnet import Carnet, Run
from wallet.tui.places import Opened

if TYPE_CHECKING:
    from wallet.commands.inputs import Given


def open_wallet(run: Run, *, given: "Given | None" = None, plain: bool = False) -> int:
    """
    Show the wallet until the person leaves.

    Args:
        run: opens the space, the catalogue and the list of partners when they are needed.
        given: a file to look at first; it is added only when the person says so.
        plain: line by line; Textual is not even loaded.

    Returns:
        0, or 1 when a fault of the program ended it.
    """
    carnet = Carnet(run)
    first = Opened(given) if given is not None else None
    if plain:
        from wallet.tui.plain import converse

        converse(carnet, first)
        return 0
    from wallet.tui.app import CarnetApp

    app = CarnetApp(carnet, first=first)
    app.run()
    return app.return_code or 0
