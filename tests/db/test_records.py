from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from db.ids import first_id, moment_of, review_id
from db.records import CARD_COLUMNS, card_of, from_ms, schedule_of, to_ms
from db.rows import CardRow, CardState, Memory

AT = datetime(2026, 3, 2, 9, 30, 1, 234_000, tzinfo=UTC)
AT_MS = 1_772_443_801_234
"""Of `AT`, by `date -d 2026-03-02T09:30:01Z +%s`."""


def test_moments_are_stored_as_milliseconds() -> None:
    assert to_ms(AT) == AT_MS
    assert from_ms(AT_MS) == AT
    assert to_ms(AT.astimezone(timezone(timedelta(hours=5, minutes=45)))) == AT_MS


def test_what_is_below_a_millisecond_is_cut_off() -> None:
    assert to_ms(AT + timedelta(microseconds=999)) == AT_MS


@given(st.datetimes(timezones=st.just(UTC)))
def test_no_moment_is_rounded_up(moment: datetime) -> None:
    lost = moment - from_ms(to_ms(moment))
    assert timedelta(0) <= lost < timedelta(milliseconds=1)


def test_a_card_comes_back_as_it_was_stored() -> None:
    memory = Memory(CardState.RELEARNING, 0, 3.5, 7.25, 739_000)
    card = CardRow(1, 2, 3, 1, 4, memory, None, AT, 9, 2, True, 739_001, 3, is_question=True)
    placed = {"id": 1, "note_id": 2, "deck_id": 3, "ordinal": 1, "position": 4, "is_question": 1}
    columns = placed | schedule_of(card)
    assert card_of([columns[name] for name in CARD_COLUMNS]) == card


def test_ids_of_reviews_tell_the_time_and_differ() -> None:
    ids = {review_id(AT_MS) for _ in range(50)}
    assert len(ids) > 45
    assert {moment_of(one) for one in ids} == {AT_MS}
    assert first_id(AT_MS) <= min(ids)
    assert max(ids) < first_id(AT_MS + 1)


def test_ids_of_reviews_fit_in_sqlite_until_2109() -> None:
    assert review_id(to_ms(datetime(2109, 1, 1, tzinfo=UTC))) < 2**63
