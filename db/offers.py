"""Cards that the learner wants to see now, whether or not the day asks for them."""

from collections.abc import Iterable, Iterator, Sequence

from db.rows import CardRow, CardState, Change, ChangeKind, Counts


class Offers:
    """Cards offered, in the order in which they will be asked; each is asked once.

    A card leaves when it is graded, suspended or buried, and is there again if that is undone.
    """

    def __init__(self) -> None:
        self._rows: dict[int, CardRow] = {}
        self._gone: set[int] = set()

    def add(self, rows: Iterable[CardRow]) -> None:
        """Offer cards, after those that are offered already."""
        for row in rows:
            self._gone.discard(row.id)
            self._rows.setdefault(row.id, row)

    def ids(self) -> Iterator[int]:
        """By turn."""
        return iter(self._rows)

    def get(self, card_id: int) -> CardRow | None:
        """A card that is offered."""
        return self._rows.get(card_id)

    def apply(self, change: Change, day: int) -> None:
        """The learner did `change` on a day."""
        for row in change.cards_after:
            if row.id in self._rows:
                self._rows[row.id] = row
        for card_id in _done_with(change, day) & self._rows.keys():
            del self._rows[card_id]
            self._gone.add(card_id)

    def revert(self, change: Change) -> None:
        """The learner undid `change`: what left by it comes first again."""
        back = {row.id: row for row in change.cards_before if row.id in self._gone}
        here = {row.id: row for row in change.cards_before if row.id in self._rows}
        self._gone -= back.keys()
        self._rows = back | self._rows | here

    def besides(self, known: Iterable[int]) -> list[CardRow]:
        """Those that are offered and not among these."""
        left = self._rows.keys() - set(known)
        return [row for card_id, row in self._rows.items() if card_id in left]

    def __bool__(self) -> bool:
        return bool(self._rows)


def counts_of(rows: Sequence[CardRow]) -> Counts:
    """How many cards are new, being learnt and to review."""
    states = [row.memory.state for row in rows]
    new, review = states.count(CardState.NEW), states.count(CardState.REVIEW)
    return Counts(new, len(states) - new - review, review)


def _done_with(change: Change, day: int) -> set[int]:
    graded = {row.id for row in change.cards_after[:1] if change.kind is ChangeKind.GRADE}
    return graded | {
        row.id
        for row in change.cards_after
        if row.is_suspended or (row.buried_until is not None and row.buried_until > day)
    }
