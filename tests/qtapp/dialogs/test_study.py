"""Import, edit and take back through their dialogs, on a real collection."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QListWidget, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from qtapp.background import Background
from qtapp.cardtext.renderer import FormulaRenderer
from qtapp.commands import Command
from qtapp.dialogs.study import StudyDialogs
from qtapp.notify import Level, Message, Notifier
from qtapp.sessions.card_actions import CardActions
from qtapp.sessions.desk import Desk
from qtapp.sessions.review import ReviewSession
from qtapp.theme import Theme
from qtapp.widgets.key_button import KeyButton
from tests.qtapp.course import Clock, facts_of, queue_on
from tests.qtapp.sessions.listening import Heard

CHAPTER = """\
---
id: petit
title: Petit
---

# Petit

## Une section
<!-- section: {id: une} -->

### Combien ?
<!-- card: {id: combien} -->

Deux.
"""

P = TypeVar("P", bound=QObject)


@dataclass
class Office:
    window: QWidget
    dialogs: StudyDialogs
    session: ReviewSession
    actions: CardActions
    messages: Heard
    withdrawn: Heard
    wait: Callable[..., None]

    def dialog(self, name: str) -> QDialog:
        """Wait for a dialog."""
        found: list[QDialog] = []

        def is_there() -> bool:
            found[:] = [d for d in self.window.findChildren(QDialog, name) if d.isVisible()]
            return bool(found)

        self.wait(is_there, timeout=5000)
        return found[0]

    def click(self, dialog: QDialog, name: str) -> None:
        """Click a button of a dialog."""
        button = part(dialog, KeyButton, name)
        self.wait(lambda: button.isVisible() and button.isEnabled(), timeout=5000)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    @property
    def last(self) -> Message:
        """What was told last."""
        message = self.messages.last
        assert isinstance(message, Message)
        return message


def part(dialog: QDialog, kind: type[P], name: str) -> P:
    found = dialog.findChild(kind, name)
    assert found is not None, name
    return found


@pytest.fixture
def office(qtbot: QtBot, theme: Theme, renderer: FormulaRenderer, desk: Desk) -> Iterator[Office]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    session = ReviewSession(desk)
    session.start()
    actions = CardActions(session)
    notifier, background = Notifier(), Background()
    messages, withdrawn = Heard(notifier.posted), Heard(notifier.withdrawn)
    dialogs = StudyDialogs(
        window,
        theme,
        renderer,
        notifier,
        background,
        desk=desk,
        review=session,
        actions=actions,
    )
    yield Office(window, dialogs, session, actions, messages, withdrawn, qtbot.waitUntil)
    background.finish()


@pytest.fixture
def chapter_file(tmp_path: Path) -> Path:
    path = tmp_path / "petit.md"
    path.write_text(CHAPTER, encoding="utf-8")
    return path


def test_an_import_is_shown_then_done(office: Office, desk: Desk, chapter_file: Path) -> None:
    changed = Heard(office.dialogs.cards_changed)
    office.dialogs.import_files([str(chapter_file)])
    dialog = office.dialog("import")
    office.wait(lambda: part(dialog, QLabel, "import-title").text() == "Petit", timeout=5000)
    assert part(dialog, QLabel, "import-text").text() == (
        "This is what “petit.md” would change. Schedules are kept."
    )
    assert facts_of(desk).counts.new == 6
    office.click(dialog, "import-apply")
    office.wait(lambda: len(changed.all) == 1, timeout=5000)
    assert facts_of(desk).counts.new == 7
    assert office.last.text == "“Petit” imported: 1 new note(s), 0 updated."


def test_enter_imports_what_was_previewed(office: Office, desk: Desk, chapter_file: Path) -> None:
    office.dialogs.import_files([str(chapter_file)])
    dialog = office.dialog("import")
    button = part(dialog, KeyButton, "import-apply")
    office.wait(lambda: button.isVisible(), timeout=5000)
    QTest.keyClick(button, Qt.Key.Key_Return)
    office.wait(lambda: bool(office.messages.all), timeout=5000)
    assert facts_of(desk).counts.new == 7


def test_an_import_can_be_refused(office: Office, desk: Desk, chapter_file: Path) -> None:
    office.dialogs.import_files([str(chapter_file)])
    dialog = office.dialog("import")
    office.wait(lambda: part(dialog, QLabel, "import-title").text() == "Petit", timeout=5000)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    office.wait(lambda: not dialog.isVisible(), timeout=5000)
    assert facts_of(desk).counts.new == 6
    assert office.messages.all == []


def test_the_same_file_again_has_nothing_to_import(office: Office, chapter_file: Path) -> None:
    office.dialogs.import_files([str(chapter_file)])
    office.click(office.dialog("import"), "import-apply")
    office.wait(lambda: bool(office.messages.all), timeout=5000)
    office.dialogs.import_files([str(chapter_file)])
    dialog = office.dialog("import")
    words = part(dialog, QLabel, "import-text")
    office.wait(lambda: words.text().startswith("Everything in “petit.md” is"), timeout=5000)
    assert not part(dialog, KeyButton, "import-apply").isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    office.wait(lambda: not dialog.isVisible(), timeout=5000)


def test_a_wrong_file_is_told_with_its_line(office: Office, chapter_file: Path) -> None:
    text = CHAPTER.replace("<!-- card: {id: combien} -->\n", "")
    chapter_file.write_text(text, encoding="utf-8")
    office.dialogs.import_files([str(chapter_file)])
    office.wait(lambda: bool(office.messages.all), timeout=5000)
    assert office.last.level is Level.ERROR
    assert office.last.text == "“petit.md” cannot be imported: nothing was changed."
    assert "Line 11" in office.last.detail


def test_files_come_one_after_the_other(
    office: Office, desk: Desk, chapter_file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "autre.md"
    other.write_text(CHAPTER.replace("petit", "autre").replace("Petit", "Autre"), encoding="utf-8")
    office.dialogs.import_files([str(chapter_file), str(other)])
    for count in (1, 2):
        office.click(office.dialog("import"), "import-apply")
        office.wait(lambda n=count: len(office.messages.all) == n, timeout=5000)
    assert facts_of(desk).counts.new == 8


def test_an_action_is_told_and_undone_from_the_banner(office: Office) -> None:
    office.actions.run(Command.SUSPEND)
    assert office.last.text == "1 card(s) suspended."
    assert office.last.action is not None
    assert office.last.action.label == "Undo"
    office.last.action.run()
    assert office.session.state.face is not None
    assert office.session.state.face.heading == "Question 0 ?"
    assert len(office.withdrawn.all) == 1


def test_what_was_said_goes_with_the_next_answer(office: Office) -> None:
    office.actions.run(Command.BURY)
    assert office.last.text == "1 card(s) buried until tomorrow."
    office.session.reveal()
    office.session.grade(3)
    assert len(office.withdrawn.all) == 1
    office.session.reveal()
    office.session.grade(3)
    assert len(office.withdrawn.all) == 1


def test_an_answer_alone_is_not_told(office: Office) -> None:
    office.session.reveal()
    office.session.grade(3)
    assert office.messages.all == []


def test_a_new_day_is_told(office: Office, clock: Clock) -> None:
    clock.pass_(days=1)
    office.session.wake()
    assert office.last.text == "A new day has begun: these are its cards."


def test_the_editor_changes_the_card_shown(office: Office) -> None:
    office.actions.run(Command.EDIT)
    dialog = office.dialog("edit-note")
    part(dialog, QPlainTextEdit, "front").setPlainText("Autrement ?")
    office.click(dialog, "save")
    assert office.session.state.face is not None
    assert office.session.state.face.heading == "Autrement ?"
    assert office.last.text == "Card changed."


def test_enter_in_the_list_takes_back_one_card(office: Office, desk: Desk) -> None:
    for _ in range(2):
        office.actions.run(Command.SUSPEND)
    office.dialogs.show_aside()
    dialog = office.dialog("aside")
    QTest.keyClick(part(dialog, QListWidget, "aside-list"), Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert queue_on(desk).counts().new == 5
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_a_suspended_card_is_taken_back_from_its_list(office: Office, desk: Desk) -> None:
    office.actions.run(Command.SUSPEND)
    office.dialogs.show_aside()
    dialog = office.dialog("aside")
    cards = part(dialog, QListWidget, "aside-list")
    assert [cards.item(row).text() for row in range(cards.count())] == ["Question 0 ?"]
    office.click(dialog, "take-back")
    assert part(dialog, QLabel, "aside-empty").isVisible()
    assert queue_on(desk).counts().new == 6
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
