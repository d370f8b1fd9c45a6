"""What is kept beside the badges: a mediator's notes, the town."""

import click

from shared.parsing.shapes import clean
from trust_registry.catalogue import Catalogue
from wallet import memo, wording
from wallet.commands.options import command
from wallet.commands.session import Session
from wallet.commands.talk import answer, line


@click.command("note")
@click.argument("about", metavar="BADGE|PATHWAY")
@click.argument("text", metavar="TEXT")
@command
def keep_note(session: Session, *, about: str, text: str) -> None:
    """
    Note whom to ask for a badge or about a pathway; an empty TEXT takes the note away.

    A note is the mediator's own. It stays in this space, and leaves it with no export.

    Example:
        $ badge-wallet note b03 "Demandez Sandrine, le mardi à 14 h."
    """
    topic = memo.about(about, session.catalogue)
    kept = memo.keep_note(session.space.vault, topic, clean(text)).notes.get(topic)
    if session.json:
        answer({"about": topic, "note": kept})
        return
    facts = {"name": _name(topic, session.catalogue, session.lang)}
    code = "memo.noted" if kept else "memo.no-note"
    line(wording.say(code, facts, lang=session.lang))


@click.command("town")
@click.argument("town", metavar="[TOWN]", required=False)
@command
def keep_town(session: Session, *, town: str | None) -> None:
    """
    Say where you live, by name or postal code; without TOWN, show it; "" takes it away.

    It stays in this space: it only puts the nearest places first.

    Example:
        $ badge-wallet town Clairval-sur-Ornaize
    """
    vault = session.space.vault
    kept = memo.memo_of(vault) if town is None else memo.keep_town(vault, town)
    if session.json:
        answer({"town": kept.town or None})
    else:
        line(wording.say("memo.town", {"town": kept.town or wording.NONE}, lang=session.lang))


def _name(topic: str, catalogue: Catalogue, lang: str) -> str:
    found = [one.name[lang] for one in catalogue.pathways if one.id == topic]
    return found[0] if found else catalogue.badge(topic).name[lang]
