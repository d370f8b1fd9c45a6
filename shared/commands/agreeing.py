"""Yes or no, asked in the language of the person: click itself speaks English only."""

import click

from shared.words import WORDS

YES = ("o", "oui", "y", "yes")
NO = ("n", "non", "no")


def agreed(question: str, *, lang: str) -> bool:
    """
    Ask a question until it is answered; a French yes is one on an English screen too.

    Nothing typed, or nobody there to type, is a no.
    """
    asked = f"{question} [{WORDS.say('asking.choice', lang=lang)}]"
    while True:
        try:
            typed = str(
                click.prompt(asked, default="", show_default=False, prompt_suffix=" ", err=True)
            )
        except click.Abort:
            return False
        word = typed.strip().lower()
        if word in YES:
            return True
        if word in NO or not word:
            return False
