"""Numbers, shares, lengths of time and days, in the interface's language.

All read the default `QLocale`, which follows the language chosen in the preferences. Texts with
a plural form give `n` its integer part, which is what French and English rules look at.
"""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

translate = QCoreApplication.translate

DAYS_PER_MONTH = 30.4375
DAYS_PER_YEAR = 365.25


def number(value: float, *, decimals: int = 0) -> str:
    """A number with its group separators: « 1 284 », « 2,3 »."""
    return QLocale().toString(float(value), "f", decimals)


def percent(share: float) -> str:
    """A share from 0 to 1 as whole percent: « 90 % »."""
    text = translate("formats", "%1%", "a percentage")
    return text.replace("%1", number(round(100 * share)), 1)


def interval(delta: timedelta) -> str:
    """How far away, as short as a button needs: « 10 min », « 4 j », « 2,3 mois »."""
    minutes, hours, days = _rounded(delta)
    if minutes < 1:
        return translate("formats", "<1 min", "an interval")
    if minutes < 60:
        return translate("formats", "%1 min", "an interval").replace("%1", number(minutes))
    if hours < 24:
        return translate("formats", "%1 h", "an interval").replace("%1", number(hours))
    if days < 31:
        return translate("formats", "%1 d", "an interval in days").replace("%1", number(days))
    months = round(days / DAYS_PER_MONTH, 1)
    if months < 12:
        text = translate("formats", "%1 mo", "an interval in months")
        return text.replace("%1", _short_decimal(months))
    years = round(days / DAYS_PER_YEAR, 1 if days < 10 * DAYS_PER_YEAR else None)
    text = translate("formats", "%1 y", "an interval in years", int(years))
    return text.replace("%1", _short_decimal(years))


def spoken_interval(delta: timedelta) -> str:
    """How far away in whole words, for screen readers: « 10 minutes », « 4 jours »."""
    minutes, hours, days = _rounded(delta)
    if minutes < 1:
        return translate("formats", "less than a minute")
    if minutes < 60:
        return translate("formats", "%n minute(s)", "", minutes)
    if hours < 24:
        return translate("formats", "%n hour(s)", "", hours)
    if days < 31:
        return translate("formats", "%n day(s)", "", days)
    if days < 2 * DAYS_PER_YEAR:
        return translate("formats", "about %n month(s)", "", round(days / DAYS_PER_MONTH))
    return translate("formats", "about %n year(s)", "", round(days / DAYS_PER_YEAR))


def day_long(day: int) -> str:
    """A learner's day in full: « mardi 4 mars 2025 »."""
    return QLocale().toString(_qdate(day), QLocale.FormatType.LongFormat)


def day_of_week_short(day: int) -> str:
    """« mar. »."""
    name = QLocale().standaloneDayName(_qdate(day).dayOfWeek(), QLocale.FormatType.ShortFormat)
    return str(name)


def month_short(day: int) -> str:
    """« mars »."""
    name = QLocale().standaloneMonthName(_qdate(day).month(), QLocale.FormatType.ShortFormat)
    return str(name)


def clock_time(moment: datetime) -> str:
    """Hour and minute of a moment, in the zone that it comes with: « 14:05 »."""
    return QLocale().toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)


def _rounded(delta: timedelta) -> tuple[int, int, int]:
    """The same length in whole minutes, in whole hours and in whole days."""
    seconds = max(0.0, delta.total_seconds())
    return round(seconds / 60), round(seconds / 3600), round(seconds / 86400)


def _short_decimal(value: float) -> str:
    """One decimal, unless it would be a zero."""
    return number(value, decimals=0 if value == int(value) else 1)


def _qdate(day: int) -> QDate:
    calendar_day = date.fromordinal(day)
    return QDate(calendar_day.year, calendar_day.month, calendar_day.day)
