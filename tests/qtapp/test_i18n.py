"""French as it is printed, and translations that keep what a text needs."""

import re
from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree

from tools.translations import FOLDER

Pair = tuple[str, str]
NO_BREAK = "\u00a0\u202f"
_NOT_PROSE = re.compile(r"<!--.*?-->|\[[^\]]*\]\(#1\)|\(\*\.[^)]*\)|;;|<\u00a01")


def pairs(language: str) -> Iterator[Pair]:
    """Each text with each of its translations."""
    for message in ElementTree.parse(FOLDER / f"epoque_{language}.ts").iter("message"):
        source = message.findtext("source") or ""
        translation = message.find("translation")
        assert translation is not None
        forms = [form.text or "" for form in translation.findall("numerusform")]
        for text in forms or [translation.text or ""]:
            yield source, text


FRENCH = list(pairs("fr"))
EVERY = [*FRENCH, *pairs("en")]


def wrong(texts: list[Pair], pattern: str) -> list[str]:
    """The translations that hold a pattern outside of what is no prose."""
    return [text for _, text in texts if re.search(pattern, _NOT_PROSE.sub("", text))]


def test_there_is_something_to_look_at() -> None:
    assert len(FRENCH) > 250


def test_no_break_spaces_stand_before_high_punctuation() -> None:
    assert wrong(FRENCH, rf"[^{NO_BREAK}][:;?!](?![/\w])") == []


def test_guillemets_hold_no_break_spaces() -> None:
    assert wrong(FRENCH, rf"«[^{NO_BREAK}]|[^{NO_BREAK}]»") == []


def test_french_has_no_english_quotes_and_no_typewriter_apostrophes() -> None:
    assert wrong(FRENCH, r"[“”\"']") == []


def test_units_and_percents_stay_with_their_number() -> None:
    assert wrong(FRENCH, r"%1 ?(%|min|h|j)\b|\d (?=%)") == []
    assert wrong(FRENCH, r"%L?n (minute|heure|jour|an)") == []  # « dans 1 | minute » once


def test_dots_are_three_in_one() -> None:
    assert wrong(EVERY, r"\.\.\.") == []


def marks(text: str) -> Counter[str]:
    return Counter(re.findall(r"%L?[n\d]|\{\w+\}", text))


def test_what_is_filled_in_later_is_kept() -> None:
    assert [text for source, text in EVERY if marks(text) != marks(source)] == []


def test_underlined_letters_are_kept() -> None:
    """Where the English has one; no French text has two."""
    counts = [(source.count("&"), text.count("&"), text) for source, text in FRENCH]
    assert [text for before, after, text in counts if before != after] == []


def test_sentences_end_as_their_sources_do() -> None:
    def end(text: str) -> str:
        return text[-1] if text[-1] in ".…?!" else ""

    assert [text for source, text in FRENCH if end(source) != end(text)] == []
