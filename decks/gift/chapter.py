"""A GIFT file becomes a chapter: a section a category, a note a question, with ids that last."""

import re
from collections import Counter
from collections.abc import Sequence

from decks.escape import escape_line
from decks.gift.bodies import gift_body
from decks.gift.questions import GiftAnswer, GiftKind, GiftQuestion
from decks.gift.texts import markdown
from decks.lasting_ids import lasting_id, sign_of
from decks.model import Chapter, Note, Section
from decks.names import is_slug, is_tag, is_title
from decks.problems import Problems
from decks.questions.bodies import Body
from decks.questions.read_body import BodyError
from decks.questions.write_body import WORDS, back_of, kind_of
from decks.rules import Rule


def gift_chapter(questions: Sequence[GiftQuestion], title: str, problems: Problems) -> Chapter:
    """The chapter that a file stands for.

    A deck is known again by its title; a question by the id that a comment gives it, else by its
    title, else by what it asks: what else changed is an update.

    Args:
        questions: As `decks.gift.reader` reads them.
        title: Of the deck, such as its file's name; one line.
        problems: Takes what our questions lack, by line; then the question, or that part of it, is
            left out.
    """
    names = Counter(question.title for question in questions)
    sections: dict[str, tuple[str, list[Note]]] = {}
    seen: Counter[str] = Counter()
    for question in questions:
        note = _note(question, names[question.title] == 1, seen, problems)
        if note is not None:
            name = " / ".join(question.category)
            shown = name if is_title(name) else title
            sections.setdefault(lasting_id("", shown), (shown, []))[1].append(note)
    return Chapter(
        lasting_id("gift", title),
        title,
        sections=tuple(
            Section(name, shown, notes=tuple(notes)) for name, (shown, notes) in sections.items()
        ),
    )


def _note(
    question: GiftQuestion, has_own_title: bool, seen: Counter[str], problems: Problems
) -> Note | None:
    body = gift_body(question, problems)
    front = markdown(question.question, question.line, problems)
    if body is None:
        return None
    if not front:
        problems.add(question.line, Rule.QUESTION_EMPTY, question.title, "a question")
        return None
    back = _back(body, question, problems)
    if back is None:
        return None
    extra = _extra(question, problems)
    if question.kind is GiftKind.TRUTH and not extra:
        problems.add(question.line, Rule.REASON_MISSING, question.question.text, "a feedback")
    name = _name(question, has_own_title)
    if name in seen:
        problems.add(question.line, Rule.CARD_REPEATED, question.question.text, "each one once")
        name = _another(name, seen)
    seen[name] += 1
    tags = tuple(dict.fromkeys(filter(is_tag, map(_tag, question.tags))))
    return Note(name, kind_of(body), front, back, extra, tags=tags, line=question.line)


def _another(name: str, seen: Counter[str]) -> str:
    """The name with a number that none has so far."""
    while (numbered := f"{name}-{seen[name] + 1}") in seen:
        seen[name] += 1
    return numbered


def _back(body: Body, question: GiftQuestion, problems: Problems) -> str | None:
    try:
        return back_of(body)
    except BodyError as error:
        found = error.problem.found or question.question.text
        problems.add(question.line, Rule(error.problem.rule), found, error.problem.expected)
        return None


def _extra(question: GiftQuestion, problems: Problems) -> str:
    """What is told after any answer, where ours have no feedback of an answer's own."""
    general = markdown(question.feedback, question.line, problems)
    if question.kind is GiftKind.ESSAY:
        return ""  # it is the model answer
    own = [
        (_given(question, answer), markdown(answer.feedback, answer.line, problems))
        for answer in question.answers
        if answer.feedback.text and question.kind in _WITHOUT_FEEDBACK
    ]
    is_reason = question.kind is GiftKind.TRUTH and len(own) == 1
    told = [text if is_reason else f"{given} → {text}" for given, text in own]
    return "\n\n".join(filter(None, (*told, general)))


_WITHOUT_FEEDBACK = (GiftKind.TRUTH, GiftKind.SHORT, GiftKind.NUMERICAL)


def _given(question: GiftQuestion, answer: GiftAnswer) -> str:
    """The answer to which a feedback speaks; « … » for any other."""
    if question.kind is GiftKind.TRUTH:  # see `GiftAnswer.feedback`: it is for who gave the other
        return WORDS[answer.text.text != "T"]
    text = answer.text.text
    return escape_line(" ".join(text.split())) if text not in ("", "*") else "…"


def _name(question: GiftQuestion, has_own_title: bool) -> str:
    given = question.id or (question.title if has_own_title else "")
    if given:
        return given if is_slug(given) else lasting_id("q", given)
    return f"q-{sign_of(f'{question.title}{question.question.text}')}"


def _tag(text: str) -> str:
    return "-".join(re.findall(r"[^\W_]+", text.lower()))
