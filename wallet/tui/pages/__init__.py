"""What stands at each place, in words: the screens show these pages, the plain mode says them."""

from importlib import import_module

from wallet.tui.carnet import Carnet, trouble
from wallet.tui.page import Page
from wallet.tui.places import (
    Adding,
    Aside,
    Awarding,
    Badges,
    ChooseBadge,
    Diary,
    Door,
    Evidence,
    Field,
    Folder,
    Home,
    Notices,
    OneBadge,
    OnePathway,
    OneStep,
    Opened,
    OtherActs,
    Palette,
    Pathways,
    Phrase,
    Place,
    Protecting,
    Removed,
    Review,
    Saving,
    Seen,
    Showing,
    Told,
    Typing,
)

PAGES: dict[type, str] = {
    Home: "home:page",
    Door: "doors:page",
    Phrase: "doors:phrase",
    Palette: "doing:palette",
    Field: "doing:field",
    Diary: "doing:diary",
    Showing: "showing:page",
    OtherActs: "doing:other_acts",
    Notices: "doing:notices",
    Removed: "doing:removed",
    Saving: "doing:saving",
    Protecting: "doing:protecting",
    Awarding: "awarding:page",
    ChooseBadge: "awarding:badges",
    Seen: "awarding:seen",
    Evidence: "awarding:evidence",
    Review: "awarding:review",
    Badges: "badges:held",
    Aside: "badges:aside",
    OneBadge: "one_badge:page",
    Pathways: "pathways:all_of_them",
    OnePathway: "pathways:steps",
    OneStep: "pathways:step",
    Adding: "adding:page",
    Folder: "adding:folder",
    Typing: "adding:typing",
    Opened: "adding:opened",
    Told: "adding:told",
}
"""The module of this room and its function, loaded when somebody is there."""


def page_of(place: Place, carnet: Carnet) -> Page:
    """
    What stands at ``place``; if that cannot be had, what went wrong and what to do.

    A screen is the last line of defence: whatever happens below, a sentence is shown.
    """
    try:
        return _made(place, carnet)
    except Exception as error:  # noqa: BLE001 - the screen's last line of defence
        from wallet.tui.pages import adding, home

        told = adding.told(trouble(error), carnet)
        return home.troubled(told, carnet) if isinstance(place, Home) else told


def _made(place: Place, carnet: Carnet) -> Page:
    module, _, name = PAGES[type(place)].partition(":")
    page: Page = getattr(import_module(f"{__name__}.{module}"), name)(place, carnet)
    return page
