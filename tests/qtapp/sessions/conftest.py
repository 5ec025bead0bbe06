"""What tests of sessions share: something that trains, by the test's word."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from qtapp.sim_client import SimClient
from tests.qtapp.fake_runner import FakeRunner


@pytest.fixture
def runner() -> FakeRunner:
    """Says what the test has it say."""
    return FakeRunner()


@pytest.fixture
def client(qtbot: QtBot, runner: FakeRunner) -> Iterator[SimClient]:
    """The app's side of it; closed with the test."""
    client = SimClient(runner)
    yield client
    client.close()
