"""The process that start-up is timed in: says when its window, or its first card, was painted.

python -m bench.probe {bare,window,card,idle} [COLLECTION PROFILE_FOLDER]
"""

import os
import sys
import time

IDLE_S = 10
SETTLE_MS = 6_000
_OPTIONS = ("--collection", "--profile-folder")


def report(figure: float) -> None:
    """Hand the parent its figure and go, without the tidying up that would blur the next one."""
    os.write(1, f"{figure}\n".encode())
    os._exit(0)


def bare() -> None:
    """A main window with nothing in it."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Bare(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
            super().paintEvent(event)
            QTimer.singleShot(0, self, lambda: report(time.monotonic()))

    app = QApplication([])
    window = Bare()
    window.resize(1280, 800)
    window.show()
    app.exec()


def window(*arguments: str) -> None:
    """The app, until its window is on the screen."""
    import main
    from qtapp import start

    start.Starter._go_on = _tell_time  # type: ignore[method-assign,assignment]
    main.main(list(arguments))


def later(what: str, *arguments: str) -> None:
    """The app, until its first card is on the screen, or until it has idled."""
    from PySide6.QtCore import QTimer

    import main
    from qtapp import shell
    from qtapp.opening import Opened

    class Probed(shell.Shell):
        def _sit_down(self, opened: Opened) -> None:
            super()._sit_down(opened)
            if self.sitting is not None and what == "card":
                self.sitting.review_page.question_painted.connect(_tell_time)
            if what == "idle":
                QTimer.singleShot(SETTLE_MS, self, self._watch)

        def _watch(self) -> None:
            before = time.process_time()
            QTimer.singleShot(
                IDLE_S * 1000, self, lambda: report((time.process_time() - before) / IDLE_S)
            )

    shell.Shell = Probed  # type: ignore[misc]
    main.main([*arguments, "--review"] if what == "card" else list(arguments))


def _tell_time(*_: object) -> None:
    report(time.monotonic())


if __name__ == "__main__":
    what, *place = sys.argv[1:]
    options = [f"{option}={value}" for option, value in zip(_OPTIONS, place, strict=False)]
    if what == "bare":
        bare()
    elif what == "window":
        window(*options)
    else:
        later(what, *options)
