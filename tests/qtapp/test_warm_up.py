"""Experiments get ready once the app is idle, if the learner wants it and power is not saved."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from qtapp import power
from qtapp.background import Background
from qtapp.warm_up import WarmUp


class World:
    """What a `WarmUp` is given, and what became of it."""

    def __init__(self) -> None:
        self.background = Background()
        self.is_wanted = True
        self.got_ready = 0
        self.warm_up = WarmUp(self.background, self._laboratory, lambda: self.is_wanted)
        self.warm_up._timer.setInterval(0)

    def _laboratory(self) -> Any:
        return SimpleNamespace(get_ready=self._count)

    def _count(self) -> None:
        self.got_ready += 1


@pytest.fixture
def world(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    monkeypatch.setattr(power, "is_saved", lambda: False)
    made = World()
    yield made
    made.warm_up.stop()
    made.background.finish()


def test_an_idle_app_gets_ready(qtbot: QtBot, world: World) -> None:
    world.warm_up.begin()
    qtbot.waitUntil(lambda: world.got_ready == 1, timeout=20_000)


def test_nothing_is_loaded_for_who_does_not_want_it(qtbot: QtBot, world: World) -> None:
    world.is_wanted = False
    with qtbot.waitSignal(world.warm_up._timer.timeout):
        world.warm_up.begin()
    assert world.background._thread is None
    assert world.got_ready == 0


@pytest.mark.parametrize("why", ["power is saved", "the app ended"])
def test_nothing_gets_ready_when(
    qtbot: QtBot, world: World, monkeypatch: pytest.MonkeyPatch, why: str
) -> None:
    if why == "power is saved":
        monkeypatch.setattr(power, "is_saved", lambda: True)
    with qtbot.waitSignal(world.background._done, timeout=20_000):
        world.warm_up.begin()
        if why == "the app ended":
            with qtbot.waitSignal(world.warm_up._timer.timeout):
                pass
            world.warm_up.stop()
    assert world.got_ready == 0
