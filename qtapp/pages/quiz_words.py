"""What is said of quizzes, in the interface's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from db.quiz_rows import AttemptRow, QuizAnswer, QuizMode, Which
from decks.kinds import NoteKind
from qtapp import formats
from qtapp.questions.words import certainty_name, grade_name
from qtapp.sessions.quiz_setup import SetupState
from qtapp.sessions.quiz_state import QuizState

translate = QCoreApplication.translate

_MINUTE = 60
_MOST_BY_CERTAINTY = 3


def kind_name(kind: NoteKind) -> str:
    """A kind of question, in a word or two."""
    return {
        NoteKind.CHOICE: translate("Quiz", "Single choice"),
        NoteKind.CHOICES: translate("Quiz", "Multiple choice"),
        NoteKind.TRUTH: translate("Quiz", "True or false"),
        NoteKind.NUMBER: translate("Quiz", "Number"),
        NoteKind.SHORT: translate("Quiz", "Short answer"),
        NoteKind.GAPS: translate("Quiz", "Gaps"),
        NoteKind.ORDER: translate("Quiz", "Order"),
        NoteKind.MATCH: translate("Quiz", "Matching"),
        NoteKind.OPEN: translate("Quiz", "Open answer"),
    }.get(kind, "")


def which_name(which: Which) -> str:
    """Which questions."""
    return {
        Which.ALL: translate("Quiz", "All", "questions"),
        Which.NEW: translate("Quiz", "New", "questions"),
        Which.MISSED: translate("Quiz", "Missed", "questions"),
    }[which]


def mode_name(mode: QuizMode) -> str:
    """Practice or exam, and what that means."""
    return {
        QuizMode.PRACTICE: translate("Quiz", "Practice: feedback at once"),
        QuizMode.EXAM: translate("Quiz", "Exam: feedback at the end"),
    }[mode]


def short_mode(mode: QuizMode) -> str:
    """Practice or exam."""
    return {
        QuizMode.PRACTICE: translate("Quiz", "Practice"),
        QuizMode.EXAM: translate("Quiz", "Exam"),
    }[mode]


def setup_line(state: SetupState) -> str:
    """How many questions there are to choose from, or why there are none."""
    if state.pool is None:
        return ""
    if not state.pool.questions:
        return translate("Quiz", "There are no questions yet: import a chapter that has some.")
    if state.fitting == 0 and state.wanted.which is Which.MISSED:
        return translate("Quiz", "Nothing missed here: every answer was right.")
    if state.fitting == 0 and state.wanted.which is Which.NEW:
        return translate("Quiz", "Nothing new here: every question was answered before.")
    if state.fitting == 0:
        return translate("Quiz", "No question matches all of this: pick fewer filters.")
    return translate("Quiz", "%n question(s) to choose from", "", state.fitting)


def waiting_line(attempt: AttemptRow) -> str:
    """A quiz that was left open: how far it is."""
    text = translate("Quiz", "A quiz is open: %1, %2 of %3 answered.")
    text = text.replace("%1", short_mode(attempt.mode)).replace("%2", str(attempt.answered))
    return text.replace("%3", str(attempt.questions))


def where(state: QuizState) -> str:
    """Which question is shown: « Question 4 of 10 »."""
    text = translate("Quiz", "Question %1 of %2")
    return text.replace("%1", str(state.at + 1)).replace("%2", str(len(state.order)))


def short_where(state: QuizState) -> str:
    """The same in a narrow place: « 4 / 10 »."""
    return f"{state.at + 1} / {len(state.order)}"


def clock(seconds: int) -> str:
    """A length of time as a clock shows it: « 06:12 »."""
    return f"{seconds // _MINUTE:02}:{seconds % _MINUTE:02}"


def spoken_time_left(seconds: int) -> str:
    """The same in words, for screen readers."""
    minutes = translate("Quiz", "%n minute(s) left", "", seconds // _MINUTE)
    return minutes if seconds >= _MINUTE else translate("Quiz", "less than a minute left")


def spent(milliseconds: int) -> str:
    """How long something took: « 0:42 »."""
    seconds = round(milliseconds / 1000)
    return f"{seconds // _MINUTE}:{seconds % _MINUTE:02}"


def moment(attempt: AttemptRow) -> str:
    """When an attempt began."""
    at = QDateTime.fromSecsSinceEpoch(round(attempt.started_at.timestamp()))
    return QLocale().toString(at, QLocale.FormatType.ShortFormat)


def plain_score(attempt: AttemptRow) -> str:
    """« 7.5 of 10 · 75 % »."""
    share = attempt.score / attempt.questions if attempt.questions else 0.0
    text = translate("Quiz", "%1 of %2 · %3", "a score, then percent")
    text = text.replace("%1", one_decimal(attempt.score)).replace("%2", str(attempt.questions))
    return text.replace("%3", formats.percent(share))


def certainty_score(attempt: AttemptRow) -> str:
    """« Certainty marks: +12 of 30 »."""
    text = translate("Quiz", "Certainty marks: %1 of %2")
    most = _MOST_BY_CERTAINTY * attempt.questions
    return text.replace("%1", signed(attempt.certainty_mark)).replace("%2", str(most))


def one_decimal(value: float) -> str:
    """A number with a decimal only where it has one."""
    return formats.number(value, decimals=0 if value == int(value) else 1)


def signed(value: float) -> str:
    """A mark with its sign."""
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return f"{sign}{one_decimal(abs(value))}"


def certainty_of(answer: QuizAnswer) -> str:
    """How sure the learner was."""
    return "" if answer.answer.certainty is None else certainty_name(answer.answer.certainty)


def grade_of(answer: QuizAnswer) -> str:
    """The learner's grade, with a sign; of one without a grade what is still to be done."""
    if answer.self_grade is not None:
        sign = ("✗", "≈", "✓")[answer.self_grade]
        return f"{sign} {grade_name(answer.self_grade)}"
    if answer.answer.response is None:
        return translate("Quiz", "not answered")
    return translate("Quiz", "to be graded") if answer.is_locked else ""
