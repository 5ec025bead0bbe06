"""How to go on, in a few words below what a point says."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def of_keys() -> str:
    """What keys do, for whoever came by Tab."""
    return translate("Plots", "← → points · ↑ ↓ curves · + − zoom · 0 whole")


def of_zoom(*, is_zoomed: bool, is_known: bool) -> str:
    """How to zoom, until it was done once; how to see all again, while zoomed."""
    if is_zoomed:
        return translate("Plots", "Shift + drag: move · Double-click or 0: whole again")
    return "" if is_known else translate("Plots", "Drag or Ctrl + wheel: zoom")
