"""A text file is written whole or not at all, and nothing else in its folder changes."""

from pathlib import Path

import pytest

from db.whole_file import write_whole


def test_a_file_is_replaced_and_its_line_ends_are_as_given(tmp_path: Path) -> None:
    path = tmp_path / "réponses.csv"
    path.write_text("avant", encoding="utf-8")
    write_whole(path, "été\r\n", encoding="utf-8-sig")
    assert path.read_bytes() == b"\xef\xbb\xbf\xc3\xa9t\xc3\xa9\r\n"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_of_the_learner_s_beside_it_stays(tmp_path: Path) -> None:
    theirs = tmp_path / "answers.csv.new"
    theirs.write_text("mine", encoding="utf-8")
    write_whole(tmp_path / "answers.csv", "ours")
    assert theirs.read_text(encoding="utf-8") == "mine"


def test_what_cannot_be_written_leaves_the_file_that_was_there(tmp_path: Path) -> None:
    path = tmp_path / "questions.gift"
    path.mkdir()
    with pytest.raises(OSError, match="questions") as refused:
        write_whole(path, "text")
    assert refused.value.filename == str(path)
    assert list(tmp_path.iterdir()) == [path]
