"""What a test may have left behind: threads, child processes and top-level windows.

A leftover makes a *later* test fail, or hang, so the test that caused it is the one to fail. Qt is
looked at only when the test itself brought a QApplication to life.
"""

import gc
import os
import sys
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

GRACE_S = 2.0


@dataclass(frozen=True)
class Alive:
    """What runs or shows at one moment; windows are kept by their address, not held."""

    threads: frozenset[threading.Thread]
    children: frozenset[int]
    windows: frozenset[int]


def alive_now() -> Alive:
    """Everything of the three kinds that exists now."""
    return Alive(
        frozenset(threads()),
        frozenset(child_pids()),
        frozenset(windows()),
    )


def threads() -> list[threading.Thread]:
    """Python threads that run, without those Qt made: `busy_pool_threads` counts them."""
    dummy = threading._DummyThread
    return [thread for thread in threading.enumerate() if not isinstance(thread, dummy)]


def child_pids() -> list[int]:
    """Process ids of our children, where the system tells (Linux); zombies do not count."""
    if not _is_a_parent():  # as nearly always: a hundred times sooner than to look
        return []
    pids: list[int] = []
    for listing in Path("/proc/self/task").glob("*/children"):
        try:
            pids += [int(pid) for pid in listing.read_text().split()]
        except OSError:  # that thread has just ended
            continue
    return [pid for pid in pids if not _is_zombie(pid)]


def _is_a_parent() -> bool:
    if not hasattr(os, "waitid"):  # Windows
        return True
    try:
        os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
    except ChildProcessError:
        return False
    return True


def _is_zombie(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].startswith("Z")
    except OSError:
        return True


def windows() -> dict[int, Any]:
    """Parentless windows by address, once Qt has deleted those it was asked to delete."""
    if not _has_application():
        return {}
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication
    from shiboken6 import getCppPointer

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    shown = [widget for widget in QApplication.topLevelWidgets() if widget.parent() is None]
    return {getCppPointer(widget)[0]: widget for widget in shown}


def busy_pool_threads() -> int:
    """How many threads of Qt's global pool are at work."""
    if not _has_application():
        return 0
    from PySide6.QtCore import QThreadPool

    return QThreadPool.globalInstance().activeThreadCount()


def _has_application() -> bool:
    widgets = sys.modules.get("PySide6.QtWidgets")
    return widgets is not None and widgets.QApplication.instance() is not None


def complaints(before: Alive, grace_s: float = GRACE_S) -> list[str]:
    """Sentences on what has appeared since `before` and is still there after `grace_s` seconds."""
    wait_until(lambda: _threads_and_processes_gone(before), grace_s)
    if windows().keys() - before.windows:
        gc.collect()  # a window that only a reference cycle holds is nobody's any more
    return [
        *_about_threads(set(threads()) - before.threads),
        *_about_pool(busy_pool_threads()),
        *_about_children(set(child_pids()) - before.children),
        *_about_windows(w for at, w in windows().items() if at not in before.windows),
    ]


def _threads_and_processes_gone(before: Alive) -> bool:
    return (
        set(threads()) <= before.threads
        and set(child_pids()) <= before.children
        and not busy_pool_threads()
    )


def wait_until(is_done: Callable[[], bool], limit_s: float) -> None:
    """Look every few milliseconds until `is_done` says yes or the time is over."""
    deadline = time.monotonic() + limit_s
    while not is_done() and time.monotonic() < deadline:
        time.sleep(0.005)


def _about_threads(left: Iterable[threading.Thread]) -> list[str]:
    return [
        f"The thread {thread.name!r} still runs. Tell it to stop and join() it before the test "
        "ends (an executor: shutdown(); a collection or window: close())."
        for thread in left
    ]


def _about_pool(busy: int) -> list[str]:
    if not busy:
        return []
    return [
        f"{busy} thread(s) of Qt's global pool still work. Wait for the signal that says they "
        "are done (qtbot.waitSignal), or call QThreadPool.globalInstance().waitForDone()."
    ]


def _about_children(left: Iterable[int]) -> list[str]:
    return [
        f"The child process {pid} still runs. Ask it to end and wait for it: process.terminate() "
        "then process.wait(), or use it in a 'with' block."
        for pid in left
    ]


def _about_windows(left: Iterable[Any]) -> list[str]:
    return [
        f"The window {_describe(widget)} still exists. Give it to qtbot.addWidget(), give it a "
        "parent, or close() and deleteLater() it."
        for widget in left
    ]


def _describe(widget: Any) -> str:
    named = f" {widget.objectName()!r}" if widget.objectName() else ""
    titled = f" titled {widget.windowTitle()!r}" if widget.windowTitle() else ""
    return f"{type(widget).__name__}{named}{titled}"
