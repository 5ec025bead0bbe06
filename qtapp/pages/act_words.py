"""What is told after an action: short, for a banner with « Undo » beside it."""

from PySide6.QtCore import QCoreApplication

from db.rows import Change, ChangeKind
from qtapp.sessions.acts import Act, How

translate = QCoreApplication.translate


def act_words(act: Act) -> str:
    """What was done; "" for what the page shows anyway."""
    if act.how is How.UNDONE:
        return ""
    match act.change.kind:
        case ChangeKind.SUSPEND:
            return _suspended(act.change)
        case ChangeKind.BURY:
            count = len(act.change.cards_after)
            return translate("acts", "%n card(s) buried until tomorrow.", "", count)
        case ChangeKind.EDIT:
            return translate("acts", "Card changed.")
        case ChangeKind.ADD:
            return translate("acts", "%n card(s) made.", "", len(act.change.cards_after))
        case _:
            return ""


def _suspended(change: Change) -> str:
    count = len(change.cards_after)
    if all(card.is_suspended for card in change.cards_after):
        return translate("acts", "%n card(s) suspended.", "", count)
    return translate("acts", "%n card(s) unsuspended.", "", count)
