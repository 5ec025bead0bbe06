from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.errors import (
    CollectionError,
    CollectionInUseError,
    CorruptedCollectionError,
    DiskFullError,
    UnwritableCollectionError,
)
from qtapp.notify import Action, Level, Message, Notifier


def test_news_go_through(qtbot: QtBot) -> None:
    notifier, action = Notifier(), Action("Undo", lambda: None)
    with qtbot.waitSignal(notifier.posted) as told:
        notifier.info("Card changed.", "detail", action=action)
    assert told.args == [Message(Level.INFO, "Card changed.", "detail", action)]


@pytest.mark.parametrize("level", [Level.WARN, Level.ERROR])
def test_levels_are_told_apart(qtbot: QtBot, level: Level) -> None:
    notifier = Notifier()
    with qtbot.waitSignal(notifier.posted) as told:
        getattr(notifier, level)("Text")
    assert told.args[0].level is level


def test_known_trouble_is_told_with_its_place_and_remedy(qtbot: QtBot) -> None:
    notifier = Notifier()
    with qtbot.waitSignal(notifier.posted) as told:
        notifier.report(CollectionInUseError(Path("/home/ada/c.epoque")))
    message = told.args[0]
    assert message.level is Level.ERROR
    assert message.detail == "/home/ada/c.epoque\nClose the other window, then try again."


def test_a_mistake_of_ours_is_raised_again(qtbot: QtBot) -> None:
    notifier = Notifier()
    with qtbot.assertNotEmitted(notifier.posted), pytest.raises(KeyError):
        notifier.report(KeyError("ours"))


@pytest.mark.parametrize("kind", [CollectionInUseError, DiskFullError, UnwritableCollectionError])
def test_once_something_is_saved_that_it_could_not_be_is_no_longer_said(
    qtbot: QtBot, kind: type[CollectionError]
) -> None:
    notifier = Notifier()
    notifier.report(kind(Path("/home/ada/c.epoque")))
    with qtbot.waitSignal(notifier.withdrawn):
        notifier.note_saved()
    with qtbot.assertNotEmitted(notifier.withdrawn):
        notifier.note_saved()


def test_other_words_stay_when_something_is_saved(qtbot: QtBot) -> None:
    notifier = Notifier()
    with qtbot.assertNotEmitted(notifier.withdrawn):
        notifier.report(CorruptedCollectionError(Path("/home/ada/c.epoque")))
        notifier.note_saved()
        notifier.report(DiskFullError(Path("/home/ada/c.epoque")))
        notifier.info("Card changed.")
        notifier.note_saved()
