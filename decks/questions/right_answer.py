"""The right answer of a question as Markdown, for screens that show any card."""

from decks.escape import escape_line
from decks.faces import SHOWN
from decks.kinds import NoteKind
from decks.questions.bodies import Body, Choice, Gaps, Number, Short
from decks.questions.read_body import BodyError, body


def right_answer(kind: NoteKind, back: str) -> str:
    """What is right: the right options, the number, the text with its gaps filled, and so on.

    A back that is no body of its kind is shown as it is.
    """
    try:
        read = body(kind, back)
    except BodyError:
        return back
    return _shown(read, back)


def _shown(read: Body, back: str) -> str:
    match read:
        case Choice(options):
            right = [option.text for option in options if option.is_right]
            return right[0] if len(right) == 1 else "\n".join(map(_item, right))
        case Number():
            return back.strip().removeprefix("=").lstrip()
        case Short((answer,)):
            return escape_line(answer)
        case Gaps():
            return _filled(read)
    return back


def _item(text: str) -> str:
    first, *others = text.split("\n")
    return "\n".join([f"- {first}", *(f"  {line}".rstrip(" ") for line in others)])


def _filled(gaps: Gaps) -> str:
    pieces = [gaps.texts[0]]
    for gap, text in zip(gaps.gaps, gaps.texts[1:], strict=True):
        pieces += [f"[{escape_line(gap.answers[0])}]({SHOWN})", text]
    return "".join(pieces)
