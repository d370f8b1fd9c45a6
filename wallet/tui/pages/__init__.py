"""What stands at each place, in words: the screens show these pages, the plain mode says them."""

from collections.abc import Callable
from typing import Any

from wallet.tui.carnet import Carnet, trouble
from wallet.tui.pages import adding, badges, home, one_badge, pathways
from wallet.tui.places import (
    Adding,
    Again,
    Aside,
    Badges,
    Folder,
    Home,
    OneBadge,
    OnePathway,
    OneStep,
    Opened,
    Page,
    Pathways,
    Place,
    Told,
    Typing,
)

PAGES: dict[type, Callable[[Any, Carnet], Page]] = {
    Home: home.page,
    Badges: badges.held,
    Aside: badges.aside,
    OneBadge: one_badge.page,
    Again: one_badge.again,
    Pathways: pathways.all_of_them,
    OnePathway: pathways.steps,
    OneStep: pathways.step,
    Adding: adding.page,
    Folder: adding.folder,
    Typing: adding.typing,
    Opened: adding.opened,
    Told: adding.told,
}


def page_of(place: Place, carnet: Carnet) -> Page:
    """
    What stands at ``place``; if that cannot be had, what went wrong and what to do.

    A screen is the last line of defence: whatever happens below, a sentence is shown.
    """
    try:
        return PAGES[type(place)](place, carnet)
    except Exception as error:  # noqa: BLE001 - the screen's last line of defence
        told = adding.told(trouble(error), carnet)
        return home.troubled(told, carnet) if isinstance(place, Home) else told
