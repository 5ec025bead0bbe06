"""What the Today page says in each situation."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from db.rows import DeckToday, TodayFacts
from qtapp import formats
from qtapp.sessions.today import Situation, TodayState

translate = QCoreApplication.translate
SEPARATOR = " · "


def title(state: TodayState) -> str:
    """The page's heading: what now."""
    facts = state.facts or TodayFacts(day=0)
    match state.situation:
        case Situation.LOADING:
            return translate("today", "Hello.")
        case Situation.FAILED:
            return translate("today", "Your collection could not be read.")
        case Situation.EMPTY:
            return translate("today", "No cards yet.")
        case Situation.WELCOME:
            return translate("today", "Welcome. %Ln card(s) to begin with.", "", facts.counts.total)
        case Situation.DUE:
            return translate(
                "today", "Hello. %Ln card(s) are waiting for you.", "", facts.counts.total
            )
        case Situation.WAITING:
            return translate(
                "today", "The next card comes in %n minute(s).", "", state.minutes_left
            )
        case Situation.DONE:
            return translate("today", "Done for today.")
        case Situation.NOTHING_DUE:
            return translate("today", "Nothing to review today.")


def cross_deck(row: DeckToday) -> DeckToday:
    """A line that crosses the chapters, under the name that its tag has in the learner's words."""
    words = {
        "piège": translate("today", "Pitfalls"),
        "formule": translate("today", "Formulas"),
        "calcul": translate("today", "Calculations"),
        "entretien": translate("today", "Interviews"),
    }
    return replace(row, deck=row.deck._replace(title=words.get(row.tag, row.tag)))


def subtitle(state: TodayState) -> str:
    """The line below: how long, how well, what comes next."""
    facts = state.facts or TodayFacts(day=0)
    match state.situation:
        case Situation.LOADING:
            return translate("today", "Opening your collection…")
        case Situation.FAILED:
            return translate("today", "The message tells what can be done.")
        case Situation.EMPTY:
            return translate("today", "Import a chapter or a deck, or drop its file here.")
        case Situation.WELCOME | Situation.DUE:
            return _outlook(facts)
        case Situation.WAITING if not any(facts.forecast):  # the cards waited for will fall due
            return done(facts)
        case _:
            return SEPARATOR.join(filter(None, (done(facts), to_come(facts))))


def done(facts: TodayFacts) -> str:
    """« 42 révisions · 9 minutes · 93 % retenus », "" when nothing was done today."""
    if not facts.done_today:
        return ""
    parts = [
        translate("today", "%Ln review(s)", "", facts.done_today),
        duration(facts.seconds_today),
        remembered(facts),
    ]
    return SEPARATOR.join(filter(None, parts))


def remembered(facts: TodayFacts) -> str:
    """« 93 % retenus », "" when no known card was asked today."""
    if facts.remembered_today is None:
        return ""
    text = translate("today", "%1 remembered")
    return text.replace("%1", formats.percent(facts.remembered_today))


def duration(seconds: float) -> str:
    """« 9 minutes »."""
    minutes = round(seconds / 60)
    if minutes < 1:
        return translate("today", "less than a minute")
    return translate("today", "%Ln minute(s)", "", minutes)


def to_come(facts: TodayFacts) -> str:
    """« demain : 23 cartes », or the next day that has any."""
    for ahead, count in enumerate(facts.forecast, 1):
        if count:
            cards = translate("today", "%Ln card(s)", "", count)
            if ahead == 1:
                return translate("today", "tomorrow: %1").replace("%1", cards)
            text = translate("today", "next cards on %1: %2").replace("%2", cards)
            return text.replace("%1", formats.day_long(facts.day + ahead))
    return translate("today", "nothing falls due in the coming week")


def _outlook(facts: TodayFacts) -> str:
    minutes = max(1, round(facts.minutes_expected))
    parts = [
        translate("today", "About %Ln minute(s)", "", minutes),
        translate("today", "target retention %1").replace(
            "%1", formats.percent(facts.desired_retention)
        ),
    ]
    if facts.streak_days:
        parts.append(translate("today", "%Ln day(s) in a row", "", facts.streak_days))
    return SEPARATOR.join(parts)


def sentence(words: str) -> str:
    """With a capital and a full stop."""
    return f"{words[:1].upper()}{words[1:]}."
