"""A few words about the keys, over the screen they are for."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from wallet.tui.carnet import Carnet
from wallet.tui.widgets.shown import shown


class Help(ModalScreen[None]):
    """Enter, Esc or F1 closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,f1,question_mark", "dismiss", show=False)
    ]

    def __init__(self, code: str, carnet: Carnet) -> None:
        """``code`` is that of the text."""
        super().__init__()
        self.code = code
        self.carnet = carnet

    def compose(self) -> ComposeResult:
        """The title, one paragraph a line, the way out."""
        with Vertical(id="help"):
            yield Static(shown(self.carnet.say("tui.help")), id="help-title")
            for line in self.carnet.say(self.code).splitlines():
                yield Static(shown(line), classes="paragraph")
            yield Static(shown(self.carnet.say("tui.keys-help")), id="help-keys")
