"""What the pages can do, a command can too: nobody is kept in the browser (W51)."""

import pytest

from tests.wallet.pages import an_app
from wallet.cli import COMMANDS

COMMAND_OF = {
    "receive": ("import",),
    "again": ("recheck",),
    "answer": ("mine",),
    "remove": ("remove",),
    "restore": ("restore",),
    "told": ("notices", "--read"),
    "claimed": ("claim",),
    "keep": ("protect",),
    "change_phrase": ("change-phrase",),
    "card": ("recovery-card",),
    "recover": ("recover",),
    "copy": ("backup",),
    "erase_now": ("erase",),
    "note": ("note",),
    "town": ("town",),
    "give": ("share",),
    "forget": ("shared", "--forget"),
    "everything": ("export",),
    "original": ("export",),
    "pathway_paper": ("print",),
}
"""Each act of the pages, by its endpoint: the command, and the option where it needs one."""
OF_A_VISIT = {"begin", "leave", "enter", "enter_by_pin", "pin", "end_pin", "share_on"}
"""What only a browser needs: to come, to go, and a step between two questions."""
FILES = {"everything", "original", "pathway_paper"}
"""What a person takes away by following a link; the other acts are forms."""


def acts(app):
    ours = [one for one in app.url_map.iter_rules() if one.endpoint.startswith("wallet.")]
    forms = {one.endpoint for one in ours if "POST" in (one.methods or ())}
    return {name.removeprefix("wallet.") for name in forms} | FILES


def test_every_act_of_the_pages_has_its_command(hall):
    assert acts(an_app(hall)) == set(COMMAND_OF) | OF_A_VISIT


@pytest.mark.parametrize("act", COMMAND_OF)
def test_the_command_is_there_and_answers_programs(act):
    name, *options = COMMAND_OF[act]
    (late,) = [one for one in COMMANDS if one.name == name]
    found = late.load()
    commands = getattr(found, "commands", {"": found}).values()

    for command in commands:
        known = {name for one in command.params for name in one.opts}
        assert {"--json", *options} <= known
