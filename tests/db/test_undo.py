from db.rows import Change, ChangeKind
from db.undo import UndoStack

A, B, C = (Change(ChangeKind.GRADE, review_id=i) for i in (1, 2, 3))


def stack_of(*changes: Change) -> UndoStack:
    stack = UndoStack()
    for change in changes:
        stack.did(change)
    return stack


def test_an_empty_stack_offers_nothing() -> None:
    assert UndoStack().to_undo is None
    assert UndoStack().to_redo is None


def test_changes_are_undone_latest_first() -> None:
    stack = stack_of(A, B)
    assert stack.to_undo == B
    stack.undone()
    assert (stack.to_undo, stack.to_redo) == (A, B)


def test_looking_moves_nothing() -> None:
    stack = stack_of(A)
    assert (stack.to_undo, stack.to_undo) == (A, A)


def test_a_redone_change_can_be_undone_again() -> None:
    stack = stack_of(A)
    stack.undone()
    stack.redone(C)
    assert (stack.to_undo, stack.to_redo) == (C, None)


def test_a_new_change_ends_redoing() -> None:
    stack = stack_of(A, B)
    stack.undone()
    stack.did(C)
    assert (stack.to_undo, stack.to_redo) == (C, None)


def test_a_thousand_changes_come_back() -> None:
    stack = stack_of(*[Change(ChangeKind.GRADE, review_id=i) for i in range(1000)])
    seen = []
    while (change := stack.to_undo) is not None:
        seen.append(change.review_id)
        stack.undone()
    assert seen == list(reversed(range(1000)))


def test_clearing_forgets_everything() -> None:
    stack = stack_of(A, B)
    stack.undone()
    stack.clear()
    assert (stack.to_undo, stack.to_redo) == (None, None)
