"""Colours and text size of the running app, and the news when they change.

Widgets that only use roles (`set_role`) need nothing else: the style sheet follows. Widgets that
paint, or that build rich text, read `Theme.tokens` and `Theme.px` and listen to `Theme.changed`.
"""

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from qtapp.stylesheet import stylesheet
from qtapp.tokens import DARK, LIGHT, Role, Tokens

BASE_TEXT_PX = 15


class ThemeChoice(StrEnum):
    """What the learner asked for."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """The one theme of the app.

    Signals:
        changed: Colours or text size are others now.
    """

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        *,
        choice: ThemeChoice = ThemeChoice.SYSTEM,
        text_scale: float = 1.0,
        is_motion_on: bool = True,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._system_font = QFont(app.font())
        self._system_px = QFontInfo(self._system_font).pixelSize()
        self.choice: ThemeChoice | None = None
        self.text_scale = text_scale
        self.is_motion_on = is_motion_on
        self.tokens = LIGHT
        app.styleHints().colorSchemeChanged.connect(self._follow_system)
        self.adopt(choice=choice, text_scale=text_scale, is_motion_on=is_motion_on)

    def adopt(self, *, choice: ThemeChoice, text_scale: float, is_motion_on: bool) -> None:
        """Look so from now on; nothing is drawn anew when it looks so already.

        Args:
            choice: Light, dark, or as the system.
            text_scale: 1.0 is the system's size (at least 15 px), 2.0 is double.
            is_motion_on: Whether things may move when they change.
        """
        self.is_motion_on = is_motion_on
        if (choice, text_scale) != (self.choice, self.text_scale):
            self._app.styleHints().setColorScheme(_SCHEMES[choice])
            self.choice, self.text_scale = choice, text_scale
            self._apply()

    def px(self, size: float) -> int:
        """Pixels on screen for a size in the design's pixels (where text is 15)."""
        return round(size * self.base_px / BASE_TEXT_PX)

    @property
    def base_px(self) -> float:
        """Height of the running text, in pixels."""
        return max(BASE_TEXT_PX, self._system_px) * self.text_scale

    @Slot()
    def _follow_system(self) -> None:
        if self.choice is ThemeChoice.SYSTEM and self._is_dark() != self.tokens.is_dark:
            self._apply()

    def _apply(self) -> None:
        self.tokens = DARK if self._is_dark() else LIGHT
        font = QFont(self._system_font)
        font.setPixelSize(round(self.base_px))
        self._app.setFont(font)
        self._app.setPalette(palette(self.tokens))
        self._app.setStyleSheet(stylesheet(self.tokens, self.px))
        self.changed.emit()

    def _is_dark(self) -> bool:
        if self.choice is ThemeChoice.SYSTEM:
            return self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self.choice is ThemeChoice.DARK


_SCHEMES = {
    ThemeChoice.SYSTEM: Qt.ColorScheme.Unknown,
    ThemeChoice.LIGHT: Qt.ColorScheme.Light,
    ThemeChoice.DARK: Qt.ColorScheme.Dark,
}


def palette(tokens: Tokens) -> QPalette:
    """The tokens as Qt's own roles, for what the style sheet leaves alone."""
    result = QPalette()
    for role, color in _palette_colors(tokens).items():
        result.setColor(role, QColor(color))
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.muted))
    return result


def _palette_colors(t: Tokens) -> dict[QPalette.ColorRole, str]:
    role = QPalette.ColorRole
    return {
        role.Window: t.ground,
        role.WindowText: t.ink,
        role.Base: t.surface,
        role.AlternateBase: t.ground,
        role.Text: t.ink,
        role.PlaceholderText: t.muted,
        role.Button: t.surface,
        role.ButtonText: t.ink,
        role.BrightText: t.bad,
        role.Highlight: t.accent,
        role.HighlightedText: t.on_accent,
        role.Link: t.accent,
        role.LinkVisited: t.accent,
        role.ToolTipBase: t.ink,
        role.ToolTipText: t.ground,
        role.Light: t.surface,
        role.Midlight: t.hover,
        role.Mid: t.line,
        role.Dark: t.edge,
        role.Shadow: t.shadow,
        role.Accent: t.accent,
    }


def set_role(widget: QWidget, role: Role) -> None:
    """Say what a widget is for, so that the style sheet draws it so."""
    if widget.property("role") == role.value:
        return
    widget.setProperty("role", role.value)
    renew_style(widget)


def renew_style(widget: QWidget) -> None:
    """Draw a widget anew after one of the properties that the style sheet looks at changed."""
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
