"""Experiments get ready in the pauses of the learner's hands, unless power is saved or unwanted."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from qtapp import power, warm_up
from qtapp.background import Background, Task
from qtapp.warm_up import WarmUp


class World:
    """What a `WarmUp` is given, and what became of it."""

    def __init__(self) -> None:
        self.background = Background()
        self.is_wanted = True
        self.got_ready = 0
        self.warm_up = WarmUp(self.background, self._laboratory, lambda: self.is_wanted)

    def _laboratory(self) -> Any:
        return SimpleNamespace(get_ready=self._count)

    def _count(self) -> None:
        self.got_ready += 1

    def begin(self) -> Any:
        """Begin, and give what says when the hands rest."""
        self.warm_up.begin(None)
        assert self.warm_up._idleness is not None
        return self.warm_up._idleness


@pytest.fixture
def world(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    monkeypatch.setattr(power, "is_saved", lambda: False)
    monkeypatch.setattr(warm_up, "IDLE_MS", 0)
    made = World()
    yield made
    made.warm_up.stop()
    made.background.finish()


def test_an_idle_app_gets_ready(qtbot: QtBot, world: World) -> None:
    world.begin()
    qtbot.waitUntil(lambda: world.got_ready == 1, timeout=20_000)
    assert world.warm_up._idleness is None  # it listens to no key any more


def test_nothing_is_loaded_for_who_does_not_want_it(qtbot: QtBot, world: World) -> None:
    world.is_wanted = False
    with qtbot.waitSignal(world.begin().paused):
        pass
    assert world.background._thread is None
    assert world.got_ready == 0


@pytest.mark.parametrize("why", ["power is saved", "the app ended"])
def test_nothing_gets_ready_when(
    qtbot: QtBot, world: World, monkeypatch: pytest.MonkeyPatch, why: str
) -> None:
    if why == "power is saved":
        monkeypatch.setattr(power, "is_saved", lambda: True)
    with qtbot.waitSignal(world.background._done, timeout=20_000):
        idleness = world.begin()
        if why == "the app ended":
            with qtbot.waitSignal(idleness.paused):
                pass
            world.warm_up.stop()
    assert world.got_ready == 0
    assert world.warm_up._idleness is None


def test_who_begins_to_type_meets_one_piece_at_most(
    qtbot: QtBot, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[str] = []
    asked: list[Task] = []
    monkeypatch.setattr(warm_up, "import_module", loaded.append)
    monkeypatch.setattr(world.background, "submit", asked.append)
    idleness = world.begin()
    with qtbot.waitSignal(idleness.paused):
        pass
    asked.pop().run()  # there is power
    idleness.is_resting = False  # a key, while the first piece is on its way
    asked.pop().run()
    assert (len(loaded), asked) == (1, [])
    with qtbot.waitSignal(idleness.paused):
        pass
    asked.pop().run()
    asked.pop().run()
    assert len(loaded) == 2


def test_trouble_in_loading_is_left_for_the_lab_to_tell(
    qtbot: QtBot, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(warm_up, "import_module", fail)
    world.begin()
    qtbot.waitUntil(lambda: world.warm_up._idleness is None, timeout=20_000)
    assert world.got_ready == 0
