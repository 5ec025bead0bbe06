"""What a collection has to tell once it is open, as sentences in the learner's language."""

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt

from db.rows import Notice, NoticeKind
from qtapp.sentences import Sentences

translate = QCoreApplication.translate


def explain(fact: Notice) -> Sentences:
    """Something to tell once a collection is open, that works all the same."""
    if fact.kind is NoticeKind.MIGRATED:
        what = translate("notices", "Your collection was brought to the format of this version.")
        where = translate("notices", "The file as it was before: %1")
        return Sentences(what, where.replace("%1", fact.detail), "")
    if fact.kind is NoticeKind.CLOCK_BEHIND:
        what = translate("notices", "The computer’s clock is behind your last review.")
        when = QDateTime.fromString(fact.detail, Qt.DateFormat.ISODate).toLocalTime()
        where = translate("notices", "Your last review: %1").replace(
            "%1", QLocale().toString(when, QLocale.FormatType.ShortFormat)
        )
        remedy = translate("notices", "Set the clock right, or cards will come at wrong times.")
        return Sentences(what, where, remedy)
    what = translate("notices", "Some settings could not be read and were reset to their defaults.")
    return Sentences(what, fact.detail, translate("notices", "See the preferences."))
