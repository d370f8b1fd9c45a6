"""Texts as Textual shows them, never read as markup: every ``Content`` of text is made here."""

from rich.cells import cell_len, chop_cells
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from wallet.tui.page import SIGNS, Kind, Line
from wallet.tui.texts import bare, paragraphs

ITEM = "· "
WIDEST = 2
"""Cells of one letter: less room holds none."""
QUOTES = ("«\N{NO-BREAK SPACE}", "\N{NO-BREAK SPACE}»")


def shown(text: str) -> Content:
    """A text to show as it is; brackets in it are brackets."""
    return Content(bare(text))


def wrapped(text: str, cells: int) -> list[str]:
    """
    A text in lines of so many cells; it breaks at spaces, and never at a no-break one.

    Textual breaks at both, which parts a number from its month and a sign from its word.
    """
    lines: list[str] = []
    line = ""
    for word in bare(text).split(" "):
        longer = f"{line} {word}" if line else word
        if cell_len(longer) <= cells:
            line = longer
            continue
        lines += [line] if line else []
        *whole, line = chop_cells(word, max(cells, WIDEST))
        lines += whole
    return [*lines, line]


class Paragraph(Widget):
    """One paragraph, as high as its text; an item of a list hangs beside its sign."""

    def __init__(self, line: Line) -> None:
        """``line`` gives the text, and by its kind how it is set."""
        super().__init__(classes=f"{line.kind.value} {line.tone.value}")
        self.line = line

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Its lines at this width."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Draw it; its lines are already as long as they may be."""
        return Content("\n".join(self._lines(self.content_size.width)))

    def _sign(self) -> str:
        """What stands before it, and beside which it hangs."""
        sign = SIGNS[self.line.tone]
        if self.line.kind is Kind.ITEM:
            return f"{sign} " if sign else ITEM
        return f"{sign} " if sign and self.line.kind is Kind.STATE else ""

    def _lines(self, width: int) -> list[str]:
        texts = paragraphs(self.line.text) or [""]
        if self.line.kind is Kind.QUOTE:
            texts[0] = QUOTES[0] + texts[0]
            texts[-1] += QUOTES[1]
        sign = self._sign()
        hung = [one for text in texts for one in wrapped(text, width - len(sign))]
        return [(" " * len(sign) if place else sign) + one for place, one in enumerate(hung)]
