"""The numbers that a text says: each is computed or given, and none is left over."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from tests.decks.content.course_text import THIN, Block, fences, without_fences

NUMBER = re.compile(r"\d+(?:(?:\\,|\u202f)\d{3})*(?:(?:\{,\}|,)\d+)?")


class Figure(NamedTuple):
    """A number that a text says.

    Attributes:
        where: Id of the block that says it.
        fragment: Words that stand there, the number in them.
        value: The number as it must be written, computed.
    """

    where: str
    fragment: str
    value: str


def tells(where: str, words: str, *values: str) -> Iterator[Figure]:
    """Figures of one place: each ``@`` of its words stands for the next value."""
    first, *rest = words.split("@")
    said = first + "".join(v + part for v, part in zip(values, rest, strict=True))
    yield from (Figure(where, said, value) for value in values)


def fr(value: float, decimals: int = 0) -> str:
    """As written in a sentence: decimal comma, thin space between thousands."""
    return f"{value:,.{decimals}f}".replace(",", THIN).replace(".", ",")


def minus(number: str) -> str:
    """With the minus sign of a sentence."""
    return number.replace("-", "−")


def tex(value: float, decimals: int = 0) -> str:
    """As written in a formula."""
    return f"{value:,.{decimals}f}".replace(",", r"\,").replace(".", "{,}")


def tex_power(value: float, decimals: int = 0) -> str:
    r"""As written in a formula with a power of ten: ``9{,}5 \times 10^{-7}``."""
    mantissa, exponent = f"{value:.{decimals}e}".split("e")
    return rf"{mantissa.replace('.', '{,}')} \times 10^{{{int(exponent)}}}"


def figure_faults(figures: Iterable[Figure], by_id: Mapping[str, Block]) -> list[str]:
    """What is wrong with each: it is not said there, or not so."""
    return [
        f"{figure.where}: {fault}"
        for figure in figures
        for fault in _faults(figure, by_id.get(figure.where))
    ]


def _faults(figure: Figure, block: Block | None) -> Iterable[str]:
    _, fragment, value = figure
    if block is None:
        yield "no such id"
    elif fragment not in block.text:
        yield f"{fragment!r} does not stand there"
    if not NUMBER.search(value):
        yield f"{value!r} is no number"
    if value not in fragment or not set(NUMBER.findall(value)) <= set(NUMBER.findall(fragment)):
        yield f"{fragment!r} should say {value!r}"


def unchecked(
    blocks: Iterable[Block], figures: Iterable[Figure], given: Mapping[str, set[str]]
) -> list[str]:
    """Numbers that nobody computed or gave."""
    computed = {(figure.where, n) for figure in figures for n in NUMBER.findall(figure.value)}
    return [
        f"{block.id}: {number}"
        for block in blocks
        for number in sorted(numbers(block) - given.get(block.id, set()))
        if (block.id, number) not in computed
    ]


def not_said(given: Mapping[str, set[str]], by_id: Mapping[str, Block]) -> list[str]:
    """Numbers given for a text that does not hold them, any more."""
    return [
        f"{id_}: {number}"
        for id_, given_there in given.items()
        for number in sorted(given_there - (numbers(by_id[id_]) if id_ in by_id else set()))
    ]


def numbers(block: Block) -> set[str]:
    """Numbers of two signs or more; smaller ones are words of a definition.

    Programs and what they print are left out, for they are run; so are the targets of links.
    """
    is_run = any(language == "python" for language, _ in fences(block.text))
    text = without_fences(block.text) if is_run else block.text
    text = re.sub(r"\]\([^)\s\"]*", "](", text)
    return {number for number in NUMBER.findall(text) if len(number) > 1}
