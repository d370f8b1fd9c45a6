"""Texts as Textual shows them, never read as markup: every ``Content`` is made here."""

from textual.content import Content

from wallet.tui.places import Kind, Line
from wallet.tui.texts import bare, paragraphs

ITEM = "· "
QUOTES = ("« ", " »")


def shown(text: str) -> Content:
    """A text to show as it is; brackets in it are brackets."""
    return Content(bare(text))


def lines_shown(line: Line) -> list[tuple[str, str]]:
    """One paragraph as (what stands before it, text): a long one hangs beside its sign."""
    texts = paragraphs(line.text)
    if line.kind is Kind.ITEM:
        return [(ITEM if place == 0 else "  ", text) for place, text in enumerate(texts)]
    if line.kind is Kind.QUOTE and texts:
        texts[0] = QUOTES[0] + texts[0]
        texts[-1] += QUOTES[1]
    return [("", text) for text in texts]
