"""The one style sheet, built from the tokens: what each role looks like."""

from collections.abc import Callable
from pathlib import Path

from qtapp.tokens import Tokens

Scale = Callable[[float], int]

_ICONS = Path(__file__).parent / "icons"

GRADE_EDGE = 3
"""How thick the lower border of a grade is, in pixels; the others have one."""


def icon(name: str) -> str:
    """The path of one of the app's few drawings, as a style sheet wants it."""
    return (_ICONS / f"{name}.svg").as_posix()


def stylesheet(tokens: Tokens, px: Scale) -> str:
    """The app's whole QSS.

    Args:
        tokens: The colours.
        px: From pixels of the design (base text 15) to pixels at the learner's text size.
    """
    t = tokens
    return "\n".join(
        (_text(t, px), _surfaces(t, px), _buttons(t, px), _fields(t, px), _menus(t, px))
    )


def _text(t: Tokens, px: Scale) -> str:
    return f"""
QLabel[role="brand"] {{ font-size: {px(18)}px; font-weight: 650; padding: {px(4)}px {px(10)}px
  {px(16)}px {px(10)}px; }}
QLabel[role="title"] {{ font-size: {px(26)}px; font-weight: 650; }}
QLabel[role="heading"] {{ font-size: {px(16)}px; font-weight: 600; }}
QLabel[role="muted"] {{ color: {t.muted}; }}
QLabel[role="count"] {{ color: {t.accent}; font-weight: 600; }}
QLabel[role="keycap"] {{ color: {t.muted}; font-size: {px(11)}px; border: 1px solid {t.muted};
  border-radius: 4px; padding: 0 {px(5)}px; }}
QLabel[role="small"] {{ color: {t.muted}; font-size: {px(12.5)}px; }}
QLabel[role="warning"] {{ color: {t.bad}; font-size: {px(13)}px; }}
QLabel[role="chip"] {{ color: {t.muted}; font-size: {px(12)}px; border: 1px solid {t.line};
  border-radius: {px(9)}px; padding: {px(2)}px {px(8)}px; }}
"""


def _surfaces(t: Tokens, px: Scale) -> str:
    banners = "\n".join(
        f'QFrame[role="banner"][level="{level}"] {{ border-left: 4px solid {color}; }}'
        for level, color in (("info", t.accent), ("warn", t.warn), ("error", t.bad))
    )
    return f"""
QFrame[role="card"] {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: 14px; }}
QFrame[role="inset"] {{ background: {t.surface}; border: 1px solid {t.line};
  border-radius: 10px; }}
QFrame[role="sidebar"] {{ border: none; border-right: 1px solid {t.line}; }}
QFrame[role="rule"] {{ background: {t.line}; border: none; max-height: 1px; min-height: 1px; }}
QFrame[role="banner"] {{ background: {t.surface}; border: 1px solid {t.line};
  border-radius: 8px; border-top-left-radius: 3px; border-bottom-left-radius: 3px; }}
{banners}
QScrollBar:vertical {{ background: transparent; width: 12px; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; }}
QScrollBar::handle {{ background: {t.edge}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 36px; }}
QScrollBar::handle:horizontal {{ min-width: 36px; }}
QScrollBar::handle:hover {{ background: {t.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QToolTip {{ background: {t.ink}; color: {t.ground}; border: none; padding: {px(4)}px {px(7)}px; }}
"""


def _buttons(t: Tokens, px: Scale) -> str:
    colors = {"again": t.bad, "hard": t.warn, "good": t.good, "easy": t.train}
    grades, focused_grades = (
        "\n".join(
            f'QPushButton[role="{role}"]{state} {{ border-bottom: {GRADE_EDGE}px solid {color};'
            f" padding-bottom: {px(8)}px; }}"
            for role, color in colors.items()
        )
        for state in ("", ":focus")
    )
    return f"""
QPushButton {{ background: {t.surface}; color: {t.ink}; border: 1px solid {t.line};
  border-radius: 9px; padding: {px(8)}px {px(15)}px; outline: none; }}
QPushButton:hover {{ background: {t.hover}; }}
QPushButton:pressed {{ background: {t.line}; }}
QPushButton:disabled {{ color: {t.muted}; background: {t.ground}; }}
{grades}
QPushButton[suggested="true"] {{ background: {t.accent_soft}; }}
QPushButton[role="primary"] {{ background: {t.accent}; color: {t.on_accent};
  border-color: {t.accent}; font-weight: 600; padding: {px(11)}px {px(22)}px; }}
QPushButton[role="primary"]:hover {{ border-color: {t.ink}; }}
QPushButton[role="primary"]:disabled {{ background: {t.ground}; color: {t.muted};
  border-color: {t.line}; }}
QPushButton[role="plain"] {{ background: transparent; border-color: transparent;
  color: {t.accent}; padding: {px(4)}px {px(8)}px; }}
QPushButton[role="plain"]:hover {{ background: {t.hover}; }}
QPushButton[role="segment"] {{ padding: {px(5)}px {px(11)}px; border-color: {t.line}; }}
QPushButton[role="segment"]:checked {{ background: {t.accent_soft}; color: {t.accent};
  border-color: {t.accent}; }}
QPushButton[role="segment"]:focus {{ padding: {px(5) - 1}px {px(11) - 1}px; }}
QPushButton[role="tile"] {{ background: {t.surface}; border: 1px solid {t.line};
  border-radius: 14px; text-align: left; padding: 0; }}
QPushButton[role="tile"]:hover {{ border-color: {t.edge}; }}
QPushButton[role="tile"]:focus {{ border: 2px solid {t.accent}; padding: 0; }}
QPushButton[role="navigation"] {{ background: transparent; border: 1px solid transparent;
  border-radius: 8px; color: {t.muted}; text-align: left; padding: {px(8)}px {px(11)}px; }}
QPushButton[role="navigation"]:hover {{ background: {t.hover}; }}
QPushButton[role="navigation"]:checked {{ background: {t.accent_soft}; color: {t.accent};
  font-weight: 600; }}
QPushButton:focus {{ border: 2px solid {t.accent}; padding: {px(8) - 1}px {px(15) - 1}px; }}
{focused_grades}
QPushButton[role="primary"]:focus {{ border: 2px solid {t.ink};
  padding: {px(11) - 1}px {px(22) - 1}px; }}
QPushButton[role="plain"]:focus {{ padding: {px(4) - 1}px {px(8) - 1}px; }}
QPushButton[role="navigation"]:focus {{ padding: {px(8) - 1}px {px(11) - 1}px; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
"""


def _fields(t: Tokens, px: Scale) -> str:
    fields = ("QLineEdit", "QPlainTextEdit", "QTextEdit", "QAbstractSpinBox", "QComboBox")
    focused = ", ".join(f"{name}:focus" for name in fields)
    tick = icon("check-dark" if t.is_dark else "check-light")
    return f"""
{", ".join(fields)} {{ background: {t.surface}; color: {t.ink}; border: 1px solid {t.edge};
  border-radius: 6px; padding: {px(5)}px {px(8)}px; selection-background-color: {t.accent};
  selection-color: {t.on_accent}; }}
{focused} {{ border: 2px solid {t.accent}; padding: {px(5) - 1}px {px(8) - 1}px; }}
QComboBox {{ combobox-popup: 0; }}
QComboBox QAbstractItemView {{ background: {t.surface}; color: {t.ink};
  border: 1px solid {t.line}; padding: {px(4)}px; outline: none;
  selection-background-color: {t.accent_soft}; selection-color: {t.accent}; }}
QComboBox QAbstractItemView::item {{ min-height: {px(26)}px; padding: 0 {px(4)}px; }}
QComboBox::drop-down {{ border: none; width: {px(24)}px; }}
QComboBox::down-arrow {{ image: url({icon("down")}); width: {px(14)}px; height: {px(14)}px; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: none;
  background: transparent; width: {px(22)}px; }}
QAbstractSpinBox QLineEdit {{ border: none; background: transparent; }}
QAbstractSpinBox::up-arrow {{ image: url({icon("up")}); width: {px(12)}px; height: {px(12)}px; }}
QAbstractSpinBox::down-arrow {{ image: url({icon("down")}); width: {px(12)}px;
  height: {px(12)}px; }}
QSlider {{ min-height: {px(20)}px; border: 2px solid transparent; border-radius: 6px; }}
QSlider:focus {{ border: 2px solid {t.accent}; }}
QSlider::groove:horizontal {{ height: {px(4)}px; background: {t.line};
  border-radius: {px(2)}px; }}
QSlider::sub-page:horizontal {{ background: {t.accent}; border-radius: {px(2)}px; }}
QSlider::handle:horizontal {{ background: {t.accent}; width: {px(14)}px; height: {px(14)}px;
  margin: -{px(5)}px 0; border-radius: {px(7)}px; }}
QCheckBox {{ spacing: {px(8)}px; padding: 2px; border: 2px solid transparent;
  border-radius: 5px; }}
QCheckBox:focus {{ border: 2px solid {t.accent}; }}
QCheckBox::indicator {{ width: {px(16)}px; height: {px(16)}px; border: 1px solid {t.edge};
  border-radius: 4px; background: {t.surface}; }}
QCheckBox::indicator:checked {{ background: {t.accent}; border-color: {t.accent};
  image: url({tick}); }}
"""


def _menus(t: Tokens, px: Scale) -> str:
    return f"""
QMenuBar {{ background: {t.ground}; color: {t.muted}; }}
QMenuBar::item {{ padding: {px(4)}px {px(9)}px; background: transparent; border-radius: 5px; }}
QMenuBar::item:selected {{ background: {t.hover}; color: {t.ink}; }}
QMenu {{ background: {t.surface}; color: {t.ink}; border: 1px solid {t.line};
  padding: {px(5)}px; }}
QMenu::item {{ padding: {px(6)}px {px(22)}px; border-radius: 5px; }}
QMenu::item:selected {{ background: {t.accent_soft}; color: {t.accent}; }}
QMenu::item:disabled {{ color: {t.muted}; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: {px(4)}px {px(8)}px; }}
"""
