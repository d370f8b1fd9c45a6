"""Which carnet is opened; its phrase: drawn, written on paper, typed again, then asked for."""

from collections.abc import Callable

from wallet.errors import PhrasesDiffer
from wallet.tui.carnet import Carnet
from wallet.tui.page import Row, Tone
from wallet.tui.places import Choose, Home, Phrase, Place, Protect, Protecting, Suggest, Told
from wallet.vault import phrases

Tell = Callable[[str], None]


def choose(place: Choose, carnet: Carnet, _: Tell) -> Place:
    """Go to one carnet: at once, or by its phrase."""
    return Home() if carnet.choose(place.doorway) else Phrase()


def suggest(place: Suggest, _carnet: Carnet, _tell: Tell) -> Place:
    """Draw a phrase; it is kept nowhere until it is typed again."""
    return Protecting(phrases.suggested(), place.label)


def protect(place: Protect, carnet: Carnet, _: Tell) -> Place:
    """Lock the carnet, or make one. Raises: PhrasesDiffer, PhraseTooShort, AlreadyProtected."""
    if phrases.folded(place.phrase) != phrases.folded(place.again):
        raise PhrasesDiffer
    if place.label:
        carnet.make(place.label, place.phrase)
    else:
        carnet.protect(place.phrase)
    rows = (Row(label=carnet.say("tui.home"), goes=Home()),)
    return Told("lock.done", tone=Tone.OK, rows=rows)
