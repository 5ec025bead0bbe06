"""How large a dialog opens."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

from qtapp.theme import Theme

FRAME = QSize(16, 56)  # what a window manager may draw around: sides, title bar


def open_at(
    dialog: QDialog, theme: Theme, width: int, height: int, *, least_width: int = 0
) -> None:
    """Give a dialog its first size: as designed, or what the screen has room for.

    Args:
        dialog: Not shown yet.
        theme: Of the app.
        width: In pixels of the design, where text is 15 high.
        height: The same.
        least_width: What its content needs, in pixels of the screen.
    """
    room = dialog.screen().availableSize() - FRAME
    size = QSize(max(theme.px(width), least_width), theme.px(height))
    dialog.resize(size.boundedTo(room))
