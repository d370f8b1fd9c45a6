"""The commands are loaded one by one, and the list of them is whole without any."""

import subprocess
import sys

import click
import pytest

from wallet.cli import COMMANDS, main

SLOW = "sqlalchemy nacl cryptography fluent flask PIL segno tuf requests lxml textual babel"


def loaded(code):
    """The slow libraries that a small program loads."""
    asked = f"import sys; {code}; print(*[one for one in {SLOW!r}.split() if one in sys.modules])"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    return done.stdout.split("\n")[-2].split()


def test_the_command_line_loads_nothing_slow():
    assert loaded("import wallet.cli") == []


def test_the_list_of_commands_loads_none_of_them():
    listing = "from wallet.cli import main; main(['--help'], standalone_mode=False)"

    assert loaded(listing) == []


def test_the_list_of_commands_says_what_each_would_say_of_itself():
    with click.Context(main, info_name="badge-wallet", terminal_width=80) as context:
        shown = main.get_help(context)
        room = 80 - 6 - max(len(one.name) for one in COMMANDS)
        for one in COMMANDS:
            told = main.get_command(context, one.name).get_short_help_str(room)
            listed = f"  {one.name} " in shown and " ".join(told.split()) in " ".join(shown.split())
            assert listed is not one.hidden, one.name


@pytest.mark.parametrize("late", COMMANDS, ids=lambda one: one.name)
def test_a_command_has_the_name_under_which_it_is_listed(late):
    assert late.load().name == late.name


def test_no_name_is_given_twice():
    assert len({one.name for one in COMMANDS}) == len(COMMANDS)
