"""A screen to choose from: a few words, then one list; letters narrow the longer ones."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from wallet.tui.carnet import Carnet
from wallet.tui.page import Page, Row
from wallet.tui.pages import home
from wallet.tui.places import Door, Home, Palette
from wallet.tui.screens.frame import Frame, Go
from wallet.tui.texts import bare, folded
from wallet.tui.widgets.line_list import LineList
from wallet.tui.widgets.shown import Paragraph, shown

NO_LETTERS = (None, "?", " ")
"""``?`` asks for help, and a space alone looks for nothing."""


class Listing(Frame):
    """Text above, one list below: arrows, Enter and Esc are enough."""

    KEY_CODE = "tui.keys-list"
    HELP_CODE = "tui.help-list"

    @property
    def key_code(self) -> str:
        """There is no way back from the door."""
        return "tui.keys-door" if isinstance(self.place, Door) else self.KEY_CODE

    @property
    def help_code(self) -> str:
        """Letters are told of where they do something."""
        return "tui.help-search" if self._is_searched else self.HELP_CODE

    @property
    def _is_searched(self) -> bool:
        return self.page is not None and self.page.searched

    def body(self) -> ComposeResult:
        """The words, what is searched, the list."""
        yield Vertical(id="words")
        yield Static(id="search")
        yield LineList()

    def on_mount(self) -> None:
        """Paint at once what needs no badges."""
        self.letters = ""
        self._prepared: list[tuple[str, Row]] = []
        self.query_one("#search").display = False
        self.query_one(LineList).focus()

    async def show(self, page: Page) -> None:
        """Show the words and the rows; the marked row stays marked when it is still there."""
        marked = self.query_one(LineList).row
        words = self.query_one("#words", Vertical)
        await words.remove_children()
        await words.mount(*map(Paragraph, page.lines))
        self._prepared = [(folded(row.label), row) for row in page.rows]
        self._searched(page, marked)

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Go where the row leads."""
        self.post_message(Go(event.row.goes, instead=isinstance(self.place, Palette)))

    def on_key(self, event: events.Key) -> None:
        """Letters narrow the list at once."""
        if self.page is None or not self.page.searched:
            return
        if event.key == "backspace":
            self.letters = self.letters[:-1]
        elif event.is_printable and event.character not in NO_LETTERS:
            self.letters += str(event.character)
        elif event.character == " " and self.letters:
            self.letters += " "
        else:
            return
        event.stop()
        self._searched(self.page, None)

    def action_back(self) -> None:
        """Esc first empties the search."""
        if self.letters and self.page is not None:
            self.letters = ""
            self._searched(self.page, None)
        else:
            super().action_back()

    def _searched(self, page: Page, marked: Row | None) -> None:
        wanted = folded(self.letters)
        rows = tuple(row for key, row in self._prepared if wanted in key)
        where = [row.goes for row in rows]
        current = where.index(marked.goes) if marked and marked.goes in where else page.start
        self.query_one(LineList).fill(rows, current=current, large=page.large)
        search = self.query_one("#search", Static)
        search.display = page.searched
        letters = {"letters": bare(self.letters) or "none"}
        search.update(shown(self.carnet.say("tui.search", letters)))
        search.set_class(bool(self.letters), "typed")
        self.note("" if rows else self.carnet.say("tui.search-none"))
        self.keys()


class Opening(Listing):
    """The first screen: it is painted before the badges are opened."""

    KEY_CODE = "tui.keys-home"
    HELP_CODE = "tui.help-home"

    def __init__(self, place: Home, carnet: Carnet) -> None:
        """Nothing is asked for before it is painted: what is loaded then would hold it back."""
        super().__init__(place, carnet)
        self._is_painted = False

    def on_mount(self) -> None:
        """Show the choices now; what is held is told when it is known."""
        self.call_later(self._paint)

    def load(self) -> None:
        """Ask for what is held, once the choices are there."""
        if self._is_painted:
            super().load()

    async def _paint(self) -> None:
        page = home.opening(self.carnet)
        self.titled(page.title)
        await self.show(page)
        self.call_after_refresh(self._ask)

    def _ask(self) -> None:
        self._is_painted = True
        self.load()
