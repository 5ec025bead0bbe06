"""Code in colour: Pygments' tokens, brought down to the few kinds that our styles draw."""

from enum import Enum
from functools import lru_cache


class CodeKind(Enum):
    """What a piece of code is, as far as its look goes."""

    PLAIN = "plain"
    KEYWORD = "keyword"
    STRING = "string"
    NUMBER = "number"
    FUNCTION = "function"
    COMMENT = "comment"


Span = tuple[str, CodeKind]
MAX_LENGTH = 20_000  # longer code is not coloured: a card holds a few lines
_KINDS = (  # first match wins; names as Pygments prints its token types
    ("Token.Comment", CodeKind.COMMENT),
    ("Token.Literal.String", CodeKind.STRING),
    ("Token.Literal.Number", CodeKind.NUMBER),
    ("Token.Keyword.Constant", CodeKind.NUMBER),
    ("Token.Keyword", CodeKind.KEYWORD),
    ("Token.Operator.Word", CodeKind.KEYWORD),
    ("Token.Name.Function", CodeKind.FUNCTION),
    ("Token.Name.Class", CodeKind.FUNCTION),
    ("Token.Name.Builtin", CodeKind.FUNCTION),
    ("Token.Name.Decorator", CodeKind.FUNCTION),
    ("Token.Generic.Prompt", CodeKind.COMMENT),
)


@lru_cache(maxsize=128)
def highlighted(code: str, language: str) -> tuple[Span, ...]:
    """Code as spans; joined, they are the code again.

    Args:
        code: Without a line end at its end.
        language: The word after the fence, such as ``python``; what Pygments does not know (or
            "") gives one plain span.
    """
    if not language or len(code) > MAX_LENGTH:
        return ((code, CodeKind.PLAIN),)
    from pygments.lexers import get_lexer_by_name  # late: most cards hold no code
    from pygments.util import ClassNotFound

    try:
        lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return ((code, CodeKind.PLAIN),)
    spans = tuple(_joined([(text, _kind(str(token))) for token, text in lexer.get_tokens(code)]))
    return spans if "".join(text for text, _ in spans) == code else ((code, CodeKind.PLAIN),)


def _kind(token: str) -> CodeKind:
    return next((kind for name, kind in _KINDS if token.startswith(name)), CodeKind.PLAIN)


def _joined(spans: list[Span]) -> list[Span]:
    joined: list[Span] = []
    for text, kind in spans:
        if joined and joined[-1][1] is kind:
            joined[-1] = (joined[-1][0] + text, kind)
        else:
            joined.append((text, kind))
    return joined
