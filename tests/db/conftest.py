"""What tests of the collection and the schedule share."""

import os
import time
from collections.abc import Iterator

import pytest


@pytest.fixture
def computer_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Lets a test move the computer to another zone (`setenv("TZ", …)`), as a traveller does."""
    if not hasattr(time, "tzset"):
        pytest.skip("this system cannot change its zone within a process")
    before = os.environ.get("TZ")
    yield monkeypatch
    monkeypatch.undo()
    assert os.environ.get("TZ") == before
    time.tzset()
