"""The app around its window: opening, trouble, messages, dialogs, the end."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from db.collection import Collection
from db.lock import lock_collection
from db.media_folder import media_folder
from db.rows import Counts
from decks import bundled
from qtapp import folders
from qtapp.app_settings import AppSettings, SettingsFile
from qtapp.background import Task
from qtapp.commands import Command
from qtapp.dialogs.unexpected import UnexpectedErrorDialog
from qtapp.folders import Folders
from qtapp.opening import COURSE_DIGEST, bring_course_to_date, open_collection
from qtapp.pages.loading import LoadingPage
from qtapp.pages.today import TodayPage
from qtapp.pages.trouble import TroublePage
from qtapp.sessions.review_state import Phase
from qtapp.sessions.today import Situation
from qtapp.shell import Shell
from qtapp.sitting import Sitting
from qtapp.start import Start, Starter
from qtapp.widgets.sidebar import NavigationButton
from tests.decks.pictures import png, put
from tests.qtapp.course import Clock
from tests.qtapp.sessions.listening import Heard

pytestmark = pytest.mark.usefixtures("first_chapter_alone")

Run = Callable[..., Starter]


@pytest.fixture
def places(tmp_path: Path) -> Folders:
    """Where an app of its own keeps things; nothing is made ready unasked."""
    made = folders.under(tmp_path / "profile")
    SettingsFile(made.settings_file).save(AppSettings(is_warm_up_on=False))
    return made


@pytest.fixture
def run(qapp: QApplication, qtbot: QtBot, places: Folders, clock: Clock) -> Iterator[Run]:
    """Starts the app as `make run` does, once or more, and ends it with the test."""
    font, palette = qapp.font(), qapp.palette()
    running: list[Starter] = []

    def started(*, is_review_asked: bool = False, collection: Path | None = None) -> Starter:
        path = collection or places.collection
        how = Start(places, path, "en", "light", is_review_asked=is_review_asked, now=clock)
        starter = Starter(qapp, how)
        running.append(starter)
        starter.window.show()
        qtbot.waitUntil(lambda: starter.shell is not None)
        return starter

    yield started
    for starter in running:
        end(starter)
    qapp.setStyleSheet("")
    qapp.setFont(font)
    qapp.setPalette(palette)


def end(starter: Starter) -> None:
    """Close the window as its cross does."""
    starter.window.close()
    starter.end()
    starter.shell = None
    for part in (starter.window, starter.look.languages, starter.look.theme, starter.look, starter):
        part.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def shell_of(starter: Starter) -> Shell:
    assert starter.shell is not None
    return starter.shell


def sitting_of(starter: Starter, qtbot: QtBot) -> Sitting:
    shell = shell_of(starter)
    qtbot.waitUntil(lambda: shell.sitting is not None, timeout=20_000)
    assert shell.sitting is not None
    return shell.sitting


def trouble_of(starter: Starter, qtbot: QtBot) -> TroublePage:
    stack = starter.window.stack
    qtbot.waitUntil(lambda: isinstance(stack.currentWidget(), TroublePage), timeout=20_000)
    page = stack.currentWidget()
    assert isinstance(page, TroublePage)
    return page


def said(page: TroublePage) -> str:
    label = page.findChild(QLabel, "what")
    assert label is not None
    return label.text()


def press(page: TroublePage, name: str) -> None:
    button = page.findChild(QPushButton, name)
    assert button is not None
    button.click()


# Opening


def test_the_window_is_there_before_the_collection(run: Run) -> None:
    starter = run()
    assert isinstance(starter.window.stack.currentWidget(), LoadingPage)
    assert shell_of(starter).sitting is None


def test_then_today_tells_what_is_due(run: Run, qtbot: QtBot) -> None:
    starter = run()
    sitting = sitting_of(starter, qtbot)
    assert isinstance(starter.window.stack.currentWidget(), TodayPage)
    assert sitting.today.state.facts is not None
    assert sitting.today.state.facts.counts.new == 20


def test_the_course_is_in_the_collection(run: Run, qtbot: QtBot) -> None:
    sitting = sitting_of(run(), qtbot)
    assert sitting.today.state.facts is not None
    titles = [row.deck.title for row in sitting.today.state.facts.decks]
    assert any("Introduction, réseau linéaire" in title for title in titles)


def test_the_review_is_there_at_once_when_asked_for(run: Run, qtbot: QtBot) -> None:
    starter = run(is_review_asked=True)
    sitting = sitting_of(starter, qtbot)
    assert starter.window.page_key == "review"
    assert sitting.review.state.phase is Phase.QUESTION


def test_today_is_read_once_the_first_card_is_there(run: Run, qtbot: QtBot) -> None:
    sitting = sitting_of(run(is_review_asked=True), qtbot)
    qtbot.waitUntil(lambda: sitting.today.state.facts is not None)


@pytest.mark.parametrize("is_review_asked", [True, False])
def test_the_first_card_does_not_wait_for_today(
    tmp_path: Path, clock: Clock, is_review_asked: bool
) -> None:
    opened = open_collection(tmp_path / "c.epoque", clock, is_review_asked=is_review_asked)
    assert (opened.facts is None) is is_review_asked
    opened.collection.close()


def test_nothing_can_be_imported_before_the_collection_is_open(run: Run, qtbot: QtBot) -> None:
    starter = run()
    assert not starter.window.menus.import_action.isEnabled()
    sitting_of(starter, qtbot)
    assert starter.window.menus.import_action.isEnabled()


def test_a_course_that_did_not_change_is_not_read_again(collection: Collection) -> None:
    assert len(bring_course_to_date(collection)) >= 1
    assert bring_course_to_date(collection) == ()


def test_a_course_that_changed_is_read_again(collection: Collection) -> None:
    bring_course_to_date(collection)
    collection.set_state(COURSE_DIGEST, "of another day")
    reports = bring_course_to_date(collection)
    assert [(report.new, report.updated) for report in reports] == [(0, 0)] * len(reports)
    digest = bundled.course_digest(bundled.bundled_course())
    assert collection.state(COURSE_DIGEST) == digest


def test_the_images_of_the_course_come_with_it(
    collection: Collection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course = shutil.copytree(bundled.bundled_course(), tmp_path / "course")
    chapter = next(course.glob("*/chapter.md"))
    with chapter.open("a", encoding="utf-8") as file:
        file.write("\n![un carré](rouge.png) ![rien](absente.png)\n")
    put(chapter.parent / "rouge.png", png(255, 0, 0))
    monkeypatch.setattr(bundled, "bundled_course", lambda: course)
    assert sum(report.images for report in bring_course_to_date(collection)) == 1
    (copy,) = media_folder(collection.path).rglob("*.png")
    assert copy.read_bytes() == png(255, 0, 0)
    put(chapter.parent / "rouge.png", png(0, 0, 255))
    assert sum(report.images for report in bring_course_to_date(collection)) == 1
    assert copy.read_bytes() == png(0, 0, 255)


# A new learner's course


SMALL_CHAPTER = """---
id: suite-@
chapter: @
title: Suite @
language: fr
---

# Suite @

## Une section
<!-- section: {id: une} -->

### Que dit la suite @ ?
<!-- card: {id: quoi} -->

Peu de chose.
"""


@pytest.fixture
def three_chapters(first_chapter_alone: Path) -> Path:
    """The app's own course: its first chapter and two small ones."""
    for number in (2, 3):
        folder = first_chapter_alone / f"0{number}-suite"
        folder.mkdir()
        (folder / "chapter.md").write_text(
            SMALL_CHAPTER.replace("@", str(number)), encoding="utf-8"
        )
    return first_chapter_alone


def others_of(sitting: Sitting) -> list[str]:
    """The chapters that Today shows, but for the first."""
    facts = sitting.today.state.facts
    titles = [] if facts is None else [row.deck.title for row in facts.decks]
    return [title for title in titles if "Suite" in title]


def test_a_new_learner_begins_with_one_chapter_and_the_others_follow(
    three_chapters: Path, run: Run, qtbot: QtBot
) -> None:
    starter = run()
    sitting = sitting_of(starter, qtbot)
    arrival = shell_of(starter).arrival
    assert arrival is not None
    assert others_of(sitting) == []
    qtbot.waitUntil(lambda: others_of(sitting) == ["2 · Suite 2", "3 · Suite 3"], timeout=20_000)
    assert not arrival.is_going
    digest = bundled.course_digest(three_chapters)
    assert sitting.desk.collection.state(COURSE_DIGEST) == digest


def test_a_course_cut_short_goes_on_at_the_next_start(
    three_chapters: Path, run: Run, qtbot: QtBot, places: Folders, clock: Clock
) -> None:
    opened = open_collection(places.collection, clock)
    assert opened.course_left is not None
    assert [path.parent.name for path in opened.course_left.files] == ["02-suite", "03-suite"]
    opened.collection.close()
    again = sitting_of(run(), qtbot)
    qtbot.waitUntil(lambda: others_of(again) == ["2 · Suite 2", "3 · Suite 3"], timeout=20_000)


def test_after_trouble_and_a_retry_the_course_comes_too(
    three_chapters: Path, run: Run, qtbot: QtBot, places: Folders
) -> None:
    places.collection.parent.mkdir(parents=True, exist_ok=True)
    other = lock_collection(places.collection)
    starter = run()
    page = trouble_of(starter, qtbot)
    qtbot.waitUntil(lambda: shell_of(starter).dialogs.log_path is not None)  # start-up is over
    other.release()
    press(page, "retry")
    again = sitting_of(starter, qtbot)
    qtbot.waitUntil(lambda: others_of(again) == ["2 · Suite 2", "3 · Suite 3"], timeout=20_000)


def test_a_damaged_chapter_that_follows_is_told_and_the_others_stay(
    three_chapters: Path, run: Run, qtbot: QtBot
) -> None:
    (three_chapters / "03-suite" / "chapter.md").write_text("# Rien\n", encoding="utf-8")
    starter = run()
    shell = shell_of(starter)
    with qtbot.waitSignal(shell.notifier.posted, timeout=20_000) as told:
        sitting = sitting_of(starter, qtbot)
    assert "damaged" in told.args[0].text
    assert "03-suite" in told.args[0].detail
    qtbot.waitUntil(lambda: others_of(sitting) == ["2 · Suite 2"], timeout=20_000)


# Trouble


def test_a_collection_open_elsewhere_is_told_and_can_be_tried_again(
    run: Run, qtbot: QtBot, places: Folders
) -> None:
    places.data.mkdir(parents=True)
    elsewhere = Collection.open(places.collection)
    starter = run()
    page = trouble_of(starter, qtbot)
    assert said(page) == "This collection is already open in another window of Époque."
    elsewhere.close()
    press(page, "retry")
    sitting_of(starter, qtbot)
    assert isinstance(starter.window.stack.currentWidget(), TodayPage)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"a letter to my aunt" * 20, "This file is not an Époque collection."),
        (b"SQLite format 3\0" + bytes(300), "This file is not an Époque collection."),
        (b"SQLite format 3\0", "This collection is damaged."),
    ],
)
def test_a_file_that_cannot_be_used_is_told_and_left_alone(
    run: Run, qtbot: QtBot, places: Folders, content: bytes, expected: str
) -> None:
    places.data.mkdir(parents=True)
    places.collection.write_bytes(content)
    assert said(trouble_of(run(), qtbot)) == expected
    assert places.collection.read_bytes() == content


def test_another_collection_can_be_chosen(
    run: Run, qtbot: QtBot, places: Folders, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    places.data.mkdir(parents=True)
    places.collection.write_bytes(b"a letter")
    starter = run()
    page = trouble_of(starter, qtbot)
    other = tmp_path / "other.epoque"
    monkeypatch.setattr(shell_of(starter).dialogs, "choose_collection", lambda folder: other)
    press(page, "other")
    assert sitting_of(starter, qtbot).desk.collection.path == other


def test_the_app_can_be_left_from_trouble(run: Run, qtbot: QtBot, places: Folders) -> None:
    places.data.mkdir(parents=True)
    places.collection.write_bytes(b"a letter")
    starter = run()
    page = trouble_of(starter, qtbot)
    with qtbot.waitSignal(starter.window.closing):
        press(page, "quit")


def test_a_mistake_while_opening_is_reported_and_told(
    run: Run, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundled, "course_digest", lambda folder: 1 // 0)
    starter = run()
    assert said(trouble_of(starter, qtbot)) == "The collection could not do what was asked."
    dialog = starter.window.findChild(UnexpectedErrorDialog)
    assert dialog is not None
    dialog.close()


def test_trouble_speaks_the_language_of_the_window(run: Run, qtbot: QtBot, places: Folders) -> None:
    places.data.mkdir(parents=True)
    places.collection.write_bytes(b"a letter")
    starter = run()
    page = trouble_of(starter, qtbot)
    from qtapp.languages import Language

    starter.look.change(language=Language.FRENCH)
    qtbot.waitUntil(lambda: said(page) == "Ce fichier n’est pas une collection d’Époque.")


# While it runs


def test_a_mistake_opens_one_dialog_and_the_session_goes_on(run: Run, qtbot: QtBot) -> None:
    starter = run()
    sitting = sitting_of(starter, qtbot)
    with qtbot.capture_exceptions():
        shell_of(starter).reporter.install()
        for _ in range(3):
            QTimer.singleShot(0, lambda: int("no number"))
        QTimer.singleShot(0, lambda: 1 // 0)
        window = starter.window
        qtbot.waitUntil(lambda: window.findChild(QPlainTextEdit, "report") is not None)
        report = window.findChild(QPlainTextEdit, "report")
        assert report is not None
        qtbot.waitUntil(lambda: "ZeroDivisionError" in report.toPlainText())
    assert report.toPlainText().count("ValueError: ") == 1
    assert len(window.findChildren(UnexpectedErrorDialog)) == 1
    go_on = window.findChild(QPushButton, "goOn")
    assert go_on is not None
    go_on.click()
    sitting.start_review()
    assert sitting.review.state.phase is Phase.QUESTION


@pytest.mark.parametrize("name", ["preferences", "keys", "about"])
def test_a_dialog_opens_once(run: Run, qtbot: QtBot, name: str) -> None:
    starter = run()
    wish = getattr(starter.window, f"{name}_asked")
    wish.emit()
    wish.emit()
    assert len(starter.window.findChildren(QDialog, name)) == 1
    dialog = starter.window.findChild(QDialog, name)
    assert dialog is not None
    dialog.close()


def test_new_settings_are_kept_and_the_day_follows(run: Run, qtbot: QtBot) -> None:
    starter = run()
    sitting = sitting_of(starter, qtbot)
    wanted = sitting.desk.collection.settings()._replace(new_per_day=3)
    shell_of(starter).dialogs.study_changed.emit(wanted)
    assert sitting.desk.collection.settings() == wanted
    today = sitting.today
    qtbot.waitUntil(lambda: today.state.facts is not None and today.state.facts.counts.new == 3)


# The end


def test_the_end_leaves_the_collection_to_others(run: Run, qtbot: QtBot, places: Folders) -> None:
    starter = run()
    sitting_of(starter, qtbot)
    starter.window.close()
    starter.end()
    lock_collection(places.collection).release()
    starter.shell = None


def test_a_window_closed_while_the_collection_opens_leaves_nothing(
    run: Run, qtbot: QtBot, places: Folders
) -> None:
    starter = run()
    starter.window.close()
    starter.end()
    starter.shell = None
    lock_collection(places.collection).release()


def test_the_log_is_in_its_folder(run: Run, qtbot: QtBot, places: Folders) -> None:
    sitting_of(run(), qtbot)
    qtbot.waitUntil(lambda: (places.log / "epoque.log").is_file())


def test_what_keeps_the_collection_closed_is_logged(
    run: Run, qtbot: QtBot, places: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundled, "course_digest", lambda folder: 1 // 0)
    starter = run()
    trouble_of(starter, qtbot)
    assert "ZeroDivisionError" in (places.log / "epoque.log").read_text(encoding="utf-8")


# The pages


def test_the_page_not_shown_is_made_once_the_other_is_drawn(run: Run, qtbot: QtBot) -> None:
    window = run().window
    qtbot.waitUntil(lambda: window.stack.count() == 2, timeout=60_000)  # the course comes in
    assert window.page_key == "today"


def test_a_review_asked_for_comes_before_the_page_of_today(run: Run, qtbot: QtBot) -> None:
    starter = run(is_review_asked=True)
    sitting = sitting_of(starter, qtbot)
    qtbot.waitUntil(lambda: "today_page" in vars(sitting))
    stack = starter.window.stack
    assert stack.indexOf(sitting.review_page) < stack.indexOf(sitting.today_page)
    sitting.show_today()
    assert stack.currentWidget() is sitting.today_page
    assert sitting.today_page.commands() <= {Command.READ}


def test_what_was_graded_can_be_taken_back_from_today(run: Run, qtbot: QtBot) -> None:
    starter = run(is_review_asked=True)
    sitting = sitting_of(starter, qtbot)
    card = sitting.review.card
    sitting.review.reveal()
    sitting.review.grade(4)
    sitting.show_today()
    starter.window.run_command(Command.UNDO)
    assert starter.window.page_key == "review"
    assert sitting.review.card == card


def phase_of(sitting: Sitting) -> Phase:
    return sitting.review.state.phase


def test_a_deck_is_begun_without_a_page_in_between(run: Run, qtbot: QtBot) -> None:
    starter = run()
    sitting = sitting_of(starter, qtbot)
    qtbot.waitUntil(lambda: sitting.today.state.facts is not None)
    assert sitting.today.state.facts is not None
    shown = Heard(starter.window.page_changed)
    sitting.review_page._moment.setInterval(60_000)  # however busy the machine is
    sitting.start_deck(sitting.today.state.facts.decks[1])
    assert starter.window.page_key == "today"
    assert phase_of(sitting) is Phase.LOADING
    qtbot.waitUntil(lambda: starter.window.page_key == "review")
    assert phase_of(sitting) is Phase.QUESTION
    assert shown.all == ["review"]


def test_a_review_that_a_quiz_leads_to_is_marked_as_today(run: Run, qtbot: QtBot) -> None:
    starter = run()
    sitting = sitting_of(starter, qtbot)
    starter.window.sidebar.set_current("quiz")
    sitting.start_review()
    qtbot.waitUntil(lambda: starter.window.page_key == "review")
    today = starter.window.sidebar.findChild(NavigationButton, "today")
    assert today is not None
    assert today.isChecked()


def test_a_deck_that_is_long_to_read_is_said_to_be_read(run: Run, qtbot: QtBot) -> None:
    starter = run()
    sitting = sitting_of(starter, qtbot)
    qtbot.waitUntil(lambda: sitting.today.state.facts is not None)
    assert sitting.today.state.facts is not None
    is_free = Event()
    shell_of(starter).background.submit(Task(lambda: is_free.wait(20)))
    sitting.start_deck(sitting.today.state.facts.decks[1])
    qtbot.waitUntil(lambda: starter.window.page_key == "review")
    assert phase_of(sitting) is Phase.LOADING
    is_free.set()
    qtbot.waitUntil(lambda: sitting.review.state.phase is Phase.QUESTION)


def test_a_learner_who_goes_elsewhere_is_left_there(run: Run, qtbot: QtBot) -> None:
    starter = run()
    sitting = sitting_of(starter, qtbot)
    qtbot.waitUntil(lambda: sitting.today.state.facts is not None)
    assert sitting.today.state.facts is not None
    sitting.start_deck(sitting.today.state.facts.decks[1])
    sitting.show_today()
    qtbot.waitUntil(lambda: sitting.review.state.phase is Phase.QUESTION)
    assert starter.window.page_key == "today"


def test_more_cards_are_asked_for_by_a_key_from_today(run: Run, qtbot: QtBot) -> None:
    starter = run()
    sitting = sitting_of(starter, qtbot)
    study = sitting.desk.collection.settings()
    sitting.save_settings(study._replace(new_per_day=0))
    qtbot.waitUntil(lambda: sitting.today.state.situation is Situation.NOTHING_DUE)
    action = next(a for a in starter.window.menus.actions() if a.objectName() == "more-new")
    assert action.shortcut().toString() == "N"
    assert action.isEnabled()
    action.trigger()
    qtbot.waitUntil(lambda: starter.window.page_key == "review")
    assert sitting.review.state.counts == Counts(new=10)
    assert not action.isEnabled()  # a card is shown: the day is not over
