"""Colours and text size of the running app, and the news when they change.

Widgets that only use roles (`set_role`) need nothing else: the style sheet follows. Widgets that
paint, or that build rich text, read `Theme.tokens` and `Theme.px` and listen to `Theme.changed`.

What is loaded before the first window says `QtCore.Qt` where it needs it and nowhere at its top:
PySide makes the 140 enums of `Qt` when it is first named, and that takes 14 ms.
"""

from enum import StrEnum

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from qtapp.stylesheet import stylesheet
from qtapp.tokens import DARK, LIGHT, Role, Tokens

BASE_TEXT_PX = 15
_LAST_RESORTS = ("DejaVu Sans", "Bitstream Vera Sans")
_FOR_SCREENS = ("Inter", "Noto Sans", "Cantarell", "Ubuntu", "Open Sans")


class ThemeChoice(StrEnum):
    """What the learner asked for."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """The one theme of the app.

    Signals:
        changing: They will be others at once. Every widget that there is then costs half a
            millisecond, so who has hundreds out of sight puts them away.
        changed: Colours or text size are others now.
    """

    changing = Signal()
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
        self._system_font = interface_font(app.font())
        self._system_px = QFontInfo(self._system_font).pixelSize()
        self.choice: ThemeChoice | None = None
        self.text_scale = text_scale
        self.is_motion_on = is_motion_on
        self.tokens = LIGHT
        self._is_system_dark = app.palette().window().color().lightness() < 128
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
            self._tell_system(choice)
            self.choice, self.text_scale = choice, text_scale
            self._apply()

    def px(self, size: float) -> int:
        """Pixels on screen for a size in the design's pixels (where text is 15)."""
        return round(size * self.base_px / BASE_TEXT_PX)

    @property
    def base_px(self) -> float:
        """Height of the running text, in pixels."""
        return max(BASE_TEXT_PX, self._system_px) * self.text_scale

    @Slot(object)
    def _follow_system(self, scheme: object) -> None:
        self._is_system_dark = scheme is QtCore.Qt.ColorScheme.Dark
        if self._is_dark() != self.tokens.is_dark:
            self._apply()

    def _apply(self) -> None:
        self.changing.emit()
        self.tokens = DARK if self._is_dark() else LIGHT
        font = QFont(self._system_font)
        font.setPixelSize(round(self.base_px))
        self._app.setFont(font)
        self._app.setPalette(palette(self.tokens))
        self._app.setStyleSheet(stylesheet(self.tokens, self.px))
        self.changed.emit()

    def _is_dark(self) -> bool:
        if self.choice is not ThemeChoice.SYSTEM:
            return self.choice is ThemeChoice.DARK
        return self._is_system_dark

    def _tell_system(self, choice: ThemeChoice) -> None:
        """Let window frames and native dialogs follow."""
        if (self.choice or ThemeChoice.SYSTEM) is not choice:
            schemes = QtCore.Qt.ColorScheme
            scheme = {ThemeChoice.LIGHT: schemes.Light, ThemeChoice.DARK: schemes.Dark}
            self._app.styleHints().setColorScheme(scheme.get(choice, schemes.Unknown))


def interface_font(system: QFont) -> QFont:
    """The system's font, or a better one where the system has chosen none.

    Without a desktop, fontconfig answers with its last resort, which is wide and was made for
    small print; a family made for screens takes its place where there is one.
    """
    font = QFont(system)
    if (family := QFontInfo(system).family()) in _LAST_RESORTS:
        font.setFamilies([*_FOR_SCREENS, family])
    return font


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
    before = widget.property("role")
    widget.setProperty("role", role.value)
    if before not in (None, role.value) or widget.isVisible():
        renew_style(widget)


def prepare_to_renew(widget: QWidget) -> None:
    """Have PySide make the enums of `QStyle`, which takes up to 16 ms, before `renew_style` is."""
    widget.style()


def renew_style(widget: QWidget) -> None:
    """Draw a widget anew after one of the properties that the style sheet looks at changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
