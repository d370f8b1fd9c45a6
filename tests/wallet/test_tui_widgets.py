"""The parts of a screen: as wide as they say, as fast with thousands as with ten."""

import time

import pytest
from rich.cells import cell_len
from textual.app import App

from trust_registry.catalogue import image, seed
from wallet.tui.page import Kind, Line, Row, Tone
from wallet.tui.places import Told
from wallet.tui.texts import bare, folded, paragraphs
from wallet.tui.widgets.line_list import LineList, cut, width
from wallet.tui.widgets.picture import frame, in_cells
from wallet.tui.widgets.shown import Paragraph, wrapped

MANY = 5000
BUDGET_SECONDS = 0.5
"""Of the processor, for a key with 5000 rows: ten times what was measured."""
NBSP = "\N{NO-BREAK SPACE}"


class OneList(App):
    def compose(self):
        yield LineList()


def rows(count):
    return tuple(
        Row(label=f"Évaluer {n}", hint="Valable", tone=Tone.OK, goes=Told(str(n)))
        for n in range(count)
    )


async def test_a_key_costs_the_same_with_thousands_of_rows():
    async with OneList().run_test(size=(80, 24)) as pilot:
        lines = pilot.app.query_one(LineList)
        lines.fill(rows(MANY))
        await pilot.pause()
        begun = time.process_time()

        lines.action_move(1)
        await pilot.pause()

        assert time.process_time() - begun < BUDGET_SECONDS


@pytest.mark.parametrize("text", ["é" * 50, "漢字" * 20, "👩‍🏫 🇫🇷" * 9, "✔ a", ""])
def test_a_text_is_cut_to_its_cells(text):
    assert cell_len(cut(text, 20)) <= 20
    assert cut("abc", 3) == "abc"
    assert cut("abcd", 3) == "ab…"
    assert width(text) >= cell_len(text)


def test_lines_break_at_spaces_and_never_at_a_no_break_one():
    assert wrapped(f"Vérifié le 3{NBSP}mars", 12) == ["Vérifié le", f"3{NBSP}mars"]
    assert wrapped("x" * 25, 10) == ["x" * 10, "x" * 10, "x" * 5]
    assert all(cell_len(line) <= 7 for line in wrapped("漢字 " * 9 + "un mot", 7))
    assert wrapped("漢字", 1) == ["漢", "字"]


def test_an_item_hangs_beside_its_sign():
    item = Paragraph(Line(text="un deux trois", kind=Kind.ITEM, tone=Tone.OK))

    assert item._lines(9) == ["✔ un deux", "  trois"]
    two = Paragraph(Line(text="un\ndeux", kind=Kind.ITEM))
    assert two._lines(9) == ["· un", "  deux"]


@pytest.mark.parametrize("written", ["a\x1b]2;x\x07b", "a\u202eb", "a\ufe0fb", "a\x9bb", "a\x00b"])
def test_nothing_in_a_text_commands_a_terminal(written):
    assert bare(written) in ("ab", "a]2;xb")


def test_a_text_of_several_lines_keeps_them_and_a_name_does_not():
    assert paragraphs("un\n\n  deux\t\r\n") == ["un", "deux"]
    assert bare("un\ndeux") == "un deux"


def test_letters_are_compared_without_accents_and_capitals():
    assert folded("  ÉTAPE ") == folded("étape") == "etape"


@pytest.mark.parametrize(("columns", "high"), [(22, 11), (36, 18)])
def test_a_picture_fills_its_cells(columns, high):
    png = image(seed().badge("b01"))

    drawn = in_cells(png, columns=columns, rows=high, background="#FBF6EC").plain.split("\n")

    assert [cell_len(line) for line in drawn] == [columns] * high
    framed = frame("Démarches en autonomie " * 9, columns=columns, rows=high).plain.split("\n")
    assert [cell_len(line) for line in framed] == [columns] * high
