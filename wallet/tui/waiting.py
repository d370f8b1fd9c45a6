"""How long things wait: a wrong phrase for its answer, an open carnet for its owner."""

IDLE_SECONDS = 300
"""Without a key, the carnet is closed: five minutes, as somebody may have left the machine."""
WATCH_SECONDS = 5
"""How often it is looked whether somebody is still there."""
MAX_PAUSE_SECONDS = 8
"""After many wrong phrases: slow enough for a guesser, and nobody is locked out."""


def watched_every(idle: float) -> float:
    """How often to look, in seconds, when a carnet is closed after so long."""
    return min(WATCH_SECONDS, idle / 2)


def pause_after(wrong: int) -> float:
    """How long the next try waits, in seconds: nothing after one slip, then twice as long."""
    return min(2 ** (wrong - 2), MAX_PAUSE_SECONDS) if wrong > 1 else 0.0
