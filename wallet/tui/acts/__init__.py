"""What is done once, and told: each act is a place, and gives the place that comes after it."""

from collections.abc import Callable
from importlib import import_module

from wallet.tui.carnet import Carnet, trouble
from wallet.tui.places import (
    Again,
    AllAgain,
    Choose,
    Place,
    Protect,
    PutAway,
    ReadNotice,
    Save,
    Sign,
    Suggest,
    TakeBack,
    TakeBadge,
)

Tell = Callable[[str], None]
ACTS: dict[type, str] = {
    PutAway: "keeping:put_away",
    TakeBack: "keeping:take_back",
    Again: "keeping:again",
    ReadNotice: "keeping:read_notice",
    AllAgain: "keeping:all_again",
    Save: "saving:save",
    TakeBadge: "awarding:take_badge",
    Sign: "awarding:sign",
    Choose: "protecting:choose",
    Suggest: "protecting:suggest",
    Protect: "protecting:protect",
}
"""The module of this room and its function, loaded when somebody does it."""


def is_act(place: Place) -> bool:
    """Whether going there does something, instead of showing something."""
    return type(place) in ACTS


def done(place: Place, carnet: Carnet, tell: Tell) -> Place:
    """Do it; whatever goes wrong, a sentence comes after it. ``tell``: how far it is, in words."""
    module, _, name = ACTS[type(place)].partition(":")
    try:
        after: Place = getattr(import_module(f"{__name__}.{module}"), name)(place, carnet, tell)
    except Exception as error:  # noqa: BLE001 - the screen's last line of defence
        return trouble(error)
    return after
