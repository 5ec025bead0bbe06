import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from qtapp.languages import Language
from qtapp.look import Look
from qtapp.theme import Theme
from qtapp.tokens import LIGHT
from qtapp.widgets.deck_model import Column, DeckModel
from qtapp.widgets.deck_tree import DeckTree
from tests.qtapp.facts import DECKS

ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def model(qtbot: QtBot) -> DeckModel:
    filled = DeckModel()
    filled.show_decks(DECKS)
    return filled


def test_it_keeps_the_rules_of_item_models(model: DeckModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)
    model.show_decks(DECKS[4:])
    qtmodeltester.check(model)


def test_decks_stand_below_their_parents(model: DeckModel) -> None:
    top = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert top == ["1 · Introduction", "2 · Rétropropagation"]
    first = model.index(0, 0)
    assert [model.index(row, 0, first).data() for row in range(2)] == ["ReLU", "Softmax"]
    softmax = model.index(1, 0, first)
    assert model.index(0, 0, softmax).data() == "Entropie"
    assert model.index(0, 0, softmax).parent().data() == "Softmax"


def test_due_counts_the_cards_in_learning(model: DeckModel) -> None:
    assert model.index(0, Column.NEW).data() == "6"
    assert model.index(0, Column.DUE).data() == "6"  # four reviews, two in learning


def test_each_cell_can_be_heard(model: DeckModel) -> None:
    heard = [model.index(0, column).data(ACCESSIBLE) for column in Column]
    assert heard == [
        "1 · Introduction, 6 new card(s), 4 card(s) to review, 2 in learning",
        "20 card(s) well known, 10 being learnt, 10 not seen yet",
        "6 new card(s)",
        "4 card(s) to review, 2 in learning",
        "",  # nothing to read
    ]


def test_a_narrow_tree_folds_its_columns_into_the_row(qtbot: QtBot, theme: Theme) -> None:
    tree = DeckTree(theme)
    qtbot.addWidget(tree)
    tree.show_decks(DECKS)
    tree.resize(900, 300)
    tree.show()
    assert not tree.isColumnHidden(Column.MASTERY)
    wide = tree.sizeHint().height()
    tree.resize(300, 300)
    assert all(tree.isColumnHidden(c) for c in (Column.MASTERY, Column.NEW, Column.DUE))
    assert tree.sizeHint().height() > wide


def test_it_is_as_high_as_its_open_rows(qtbot: QtBot, theme: Theme) -> None:
    tree = DeckTree(theme)
    qtbot.addWidget(tree)
    tree.show_decks(DECKS)
    folded = tree.sizeHint().height()
    tree.expand(tree.model().index(0, 0))  # two rows more: the third is folded into the second
    assert tree.sizeHint().height() - folded == 2 * theme.px(42)


@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [530, 800])
def test_no_head_of_a_column_is_cut(
    qtbot: QtBot, look: Look, text_scale: float, width: int
) -> None:
    """« Nouvelles » is the longest word that stands above a column."""
    look.change(text_scale=text_scale, language=Language.FRENCH)
    tree = DeckTree(look.theme)
    qtbot.addWidget(tree)
    tree.show_decks(DECKS)
    tree.resize(round(text_scale * width), 300)
    tree.show()
    head = tree.header()
    assert tree.model().headerData(Column.NEW, Qt.Orientation.Horizontal) == "Nouvelles"
    assert not tree.isColumnHidden(Column.NEW)
    for column in Column:
        assert head.sectionSize(column) >= head.sectionSizeHint(column), column


@pytest.mark.parametrize("width", range(200, 1000, 20))
def test_a_name_has_room_for_more_than_its_number(qtbot: QtBot, theme: Theme, width: int) -> None:
    """At 200% a chapter once was « 1 · Introdu… » beside an empty bar."""
    tree = DeckTree(theme)
    qtbot.addWidget(tree)
    tree.resize(theme.px(width), 300)
    tree.show()
    assert tree.columnWidth(Column.DECK) >= theme.px(170)


@pytest.mark.parametrize("is_open", [False, True])
def test_the_line_below_a_row_is_one_thin_line(qtbot: QtBot, theme: Theme, is_open: bool) -> None:
    """Drawn in two parts, below the triangle and below the cells; both as sharp as the other."""
    tree = DeckTree(theme)
    qtbot.addWidget(tree)
    tree.show_decks(DECKS)
    tree.resize(900, 300)
    tree.show()
    tree.setExpanded(tree.model().index(0, 0), is_open)
    image = tree.viewport().grab().toImage()
    bottom = tree.visualRect(tree.model().index(0, 0)).bottom()
    places = (3, 200, 600, 700, 850)
    ink = [{image.pixelColor(x, bottom - up).name().upper() for x in places} for up in (0, 1)]
    assert ink[0] == {LIGHT.line}
    assert LIGHT.line not in ink[1]
    assert len(ink[1]) == 1
