"""A screen to read: a picture, a page of text, and what can be done, on one line."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.css.query import NoMatches
from textual.widgets import Static

from wallet.tui.page import Kind, Page
from wallet.tui.places import Opened
from wallet.tui.screens.frame import Frame, Go
from wallet.tui.widgets.act_line import ActLine
from wallet.tui.widgets.picture import frame, in_cells
from wallet.tui.widgets.shown import Paragraph

SMALL, LARGE = (22, 11), (36, 18)
"""Cells of a picture: on a screen of 80 by 24, and on one of 120 by 40."""
ROOM_FOR_LARGE = (110, 30)
ROOM_FOR_ANY = (64, 16)


class Reading(Frame):
    """Up and down read, left and right choose: Tab is never needed."""

    KEY_CODE = "tui.keys-reading"
    HELP_CODE = "tui.help-reading"
    BINDINGS = [  # noqa: RUF012 - as Textual declares it
        Binding("up", "scroll(-1)", show=False),
        Binding("down", "scroll(1)", show=False),
        Binding("pageup", "leap(-1)", show=False),
        Binding("pagedown", "leap(1)", show=False),
        Binding("home", "scroll(-100000)", show=False),
        Binding("end", "scroll(100000)", show=False),
    ]

    def body(self) -> ComposeResult:
        """The picture beside the text."""
        with Horizontal(id="sheet"):
            yield Static(id="picture")
            yield VerticalScroll(id="text", can_focus=False)

    def foot(self) -> ComposeResult:
        """The acts, always in sight."""
        yield ActLine()

    def on_mount(self) -> None:
        """The acts have the keys."""
        self.query_one("#picture").display = False
        self.query_one(ActLine).focus()
        text = self.query_one("#text", VerticalScroll)
        self.watch(text, "scroll_y", self._say_if_more, init=False)

    def load(self) -> None:
        """What was verified for this screen alone is not verified again on coming back."""
        if not (isinstance(self.place, Opened) and self.page is not None):
            super().load()

    async def show(self, page: Page) -> None:
        """Show the text from its beginning."""
        text = self.query_one("#text", VerticalScroll)
        await text.remove_children()
        await text.mount(*map(Paragraph, page.lines))
        text.scroll_home(animate=False)
        self.query_one(ActLine).fill(page.rows)
        self._draw()
        self.call_after_refresh(self._say_if_more)

    def on_act_line_chosen(self, event: ActLine.Chosen) -> None:
        """Do the act."""
        self.post_message(Go(event.row.goes))

    def action_scroll(self, by: int) -> None:
        """Read further, or back."""
        self.query_one("#text").scroll_relative(y=by, animate=False)

    def action_leap(self, by: int) -> None:
        """Read one screen further, or back."""
        self.action_scroll(by * max(1, self.query_one("#text").size.height - 1))

    def on_resize(self) -> None:
        """The picture takes the room there is."""
        self._draw()
        self.call_after_refresh(self._say_if_more)

    def _say_if_more(self) -> None:
        try:
            text = self.query_one("#text", VerticalScroll)
        except NoMatches:
            return
        if self.page is not None:
            more = text.max_scroll_y > text.scroll_offset.y
            self.note(self.carnet.say("tui.more") if more else "")

    def _draw(self) -> None:
        """The picture, or a frame with its name where there is no colour; neither if narrow."""
        static = self.query_one("#picture", Static)
        room, page = self.size, self.page
        static.display = (
            page is not None
            and page.picture is not None
            and room.width >= ROOM_FOR_ANY[0]
            and room.height >= ROOM_FOR_ANY[1]
        )
        if page is None or page.picture is None:
            return
        large = room.width >= ROOM_FOR_LARGE[0] and room.height >= ROOM_FOR_LARGE[1]
        columns, rows = LARGE if large else SMALL
        static.styles.width, static.styles.height = columns + 3, rows + 1
        static.update(self._picture(page.picture, page, columns, rows))

    def _picture(self, badge_id: str, page: Page, columns: int, rows: int) -> Content:
        from trust_registry.catalogue import image

        if self.app.no_color:
            name = next((one.text for one in page.lines if one.kind is Kind.NAME), "")
            return frame(name, columns=columns, rows=rows)
        background = self.query_one("#picture").background_colors[1].hex6
        png = image(self.carnet.catalogue.badge(badge_id))
        return in_cells(png, columns=columns, rows=rows, background=background)
