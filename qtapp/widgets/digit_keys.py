"""Which digit key was pressed, on any keyboard: French ones write « & é " ' ( » without Shift."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

# The codes of the keys 1 to 9 of the top row, whatever is printed on them.
_X11_ONE, _WINDOWS_ONE = 10, 2  # Linux (xcb and Wayland alike) and Windows count on from 1
_MAC_KEYS = {18: 1, 19: 2, 20: 3, 21: 4, 23: 5, 22: 6, 26: 7, 28: 8, 25: 9}


def digit_of(event: QKeyEvent, platform: str | None = None) -> int:
    """1 to 9 for a digit key, also of the number pad; 0 for any other key.

    Args:
        event: A key pressed alone or with Shift; Ctrl, Alt and Meta mean something else.
        platform: Qt's name of the window system; None asks Qt.
    """
    ignored = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
    if event.modifiers() & ~ignored:
        return 0
    if Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9:
        return int(event.key()) - int(Qt.Key.Key_0)
    if event.modifiers() != Qt.KeyboardModifier.NoModifier:
        return 0
    return _top_row(event, platform or QGuiApplication.platformName())


def _top_row(event: QKeyEvent, platform: str) -> int:
    if platform == "cocoa":
        return _MAC_KEYS.get(event.nativeVirtualKey(), 0)
    first = {"xcb": _X11_ONE, "wayland": _X11_ONE, "windows": _WINDOWS_ONE}.get(platform)
    if first is None:
        return 0
    digit = event.nativeScanCode() - first + 1
    return digit if 1 <= digit <= 9 else 0
