"""A pause after several wrong tries: nobody is blamed, and nobody guesses."""

from wallet.errors import PhraseTooSoon
from wallet.web.visits import Tick

FREE_TRIES = 3
"""Wrong phrases without a pause: anybody mistypes."""
MOST_SECONDS_BETWEEN = 60
"""The longest pause after a wrong phrase: its owner is never shut out, and guessing is hopeless."""


class Patience:
    """What was tried in vain, by tile."""

    def __init__(self, *, tick: Tick) -> None:
        """``tick``: seconds that only go up."""
        self._tick = tick
        self._wrong: dict[str, tuple[int, float]] = {}

    def wait(self, tile: str) -> None:
        """Let a try pass. Raises: PhraseTooSoon, until the pause is over."""
        _, until = self._wrong.get(tile, (0, 0.0))
        left = until - self._tick()
        if left > 0:
            raise PhraseTooSoon(seconds=int(left) + 1)

    def note(self, tile: str) -> float:
        """Note a wrong try; gives the pause that follows, in seconds."""
        count = self._wrong.get(tile, (0, 0.0))[0] + 1
        beyond = min(count - FREE_TRIES, MOST_SECONDS_BETWEEN)
        pause = min(2.0**beyond, MOST_SECONDS_BETWEEN) if beyond >= 0 else 0.0
        self._wrong[tile] = (count, self._tick() + pause)
        return pause

    def forget(self, tile: str) -> None:
        """It was opened."""
        self._wrong.pop(tile, None)
