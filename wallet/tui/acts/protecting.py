"""The phrase of a carnet: drawn, written on paper, typed again, and then asked for."""

from collections.abc import Callable

from wallet.errors import PhrasesDiffer
from wallet.tui.carnet import Carnet
from wallet.tui.places import Home, Place, Protect, Protecting, Row, Suggest, Told, Tone
from wallet.vault import phrases

Tell = Callable[[str], None]


def suggest(_: Suggest, _carnet: Carnet, _tell: Tell) -> Place:
    """Draw a phrase; it is kept nowhere until it is typed again."""
    return Protecting(phrases.suggested())


def protect(place: Protect, carnet: Carnet, _: Tell) -> Place:
    """Lock the carnet. Raises: PhrasesDiffer, PhraseTooShort, AlreadyProtected."""
    if phrases.folded(place.phrase) != phrases.folded(place.again):
        raise PhrasesDiffer
    carnet.protect(place.phrase)
    rows = (Row(label=carnet.say("tui.home"), goes=Home()),)
    return Told("lock.done", tone=Tone.OK, rows=rows)
