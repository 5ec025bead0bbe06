"""What the window imports at start-up stays light."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
HEAVY = ("markdown_it", "pygments", "ziamath", "latex2mathml", "yaml", "sqlalchemy", "fsrs")


def test_the_widget_is_imported_without_its_heavy_helpers() -> None:
    code = f"import sys, qtapp.cardtext.view; print([m for m in {HEAVY} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=60,
        check=True,
    )
    assert done.stdout.strip() == "[]"
