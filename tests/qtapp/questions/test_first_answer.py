"""The first answer of a sitting is told as soon as any other."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def test_what_qt_makes_once_is_made_before_the_first_answer() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.qtapp.questions.first_answer"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        timeout=60,
        check=True,
    )
    assert done.stdout.strip() == "[]"
