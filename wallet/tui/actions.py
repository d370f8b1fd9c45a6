"""Everything that can be done, in one table: its name, its place, the command that does it."""

from dataclasses import dataclass

from wallet.tui.places import (
    Adding,
    AllAgain,
    Awarding,
    Badges,
    Diary,
    Done,
    Notices,
    Pathways,
    Place,
    Removed,
    Saving,
    Suggest,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One line of the palette."""

    code: str
    place: Place
    command: str | None
    """Does the same; ``None``: a command leaves nothing open that could be closed."""
    desk: bool = False
    """Whether it is for those who hold the badge that allows awarding."""


ACTIONS = (
    Action(code="tui.home-add", place=Adding(), command="import"),
    Action(code="tui.home-badges", place=Badges(), command="list"),
    Action(code="tui.home-path", place=Pathways(), command="path"),
    Action(code="tui.notices", place=Notices(), command="notices"),
    Action(code="tui.all-again", place=AllAgain(), command="recheck"),
    Action(code="tui.saving-archive", place=Saving("archive"), command="export"),
    Action(code="tui.award", place=Awarding(), command="award", desk=True),
    Action(code="tui.diary", place=Diary(), command="shared"),
    Action(code="tui.removed", place=Removed(), command="restore"),
    Action(code="tui.protect", place=Suggest(), command="protect"),
    Action(code="tui.home-done", place=Done(), command=None),
)

OF_A_BADGE = {
    "tui.show": "share",
    "tui.saving-page": "share",
    "tui.saving-paper": "print",
    "tui.again": "recheck",
    "tui.saving-picture": "export",
    "tui.put-away": "remove",
    "tui.take-back": "restore",
}
"""What is done with one badge, and the command that does the same."""
