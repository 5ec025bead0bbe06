import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from qtapp.app_settings import AppSettings, Compute, SettingsFile
from qtapp.languages import Language
from qtapp.theme import ThemeChoice

CHOSEN = AppSettings(
    *(Language.FRENCH, ThemeChoice.DARK, 1.7),
    is_motion_on=False,
    is_warm_up_on=False,
    compute=Compute.PROCESSOR,
)


def test_a_first_start_has_the_defaults(settings_file: SettingsFile) -> None:
    assert settings_file.load() == AppSettings()


def test_what_was_chosen_is_there_at_the_next_start(tmp_path: Path) -> None:
    """Read through a copy: Qt would answer from memory for the same path."""
    SettingsFile(tmp_path / "a" / "epoque.ini").save(CHOSEN)
    copy = shutil.copy(tmp_path / "a" / "epoque.ini", tmp_path / "copy.ini")
    assert SettingsFile(Path(copy)).load() == CHOSEN


def test_the_window_finds_its_place_again(tmp_path: Path) -> None:
    place = QByteArray(b"\x01\xd9\xd0\xcb\x00")
    SettingsFile(tmp_path / "epoque.ini").geometry = place
    assert SettingsFile(tmp_path / "epoque.ini").geometry == place


@pytest.mark.parametrize(
    "text",
    [
        "language=klingon\ntheme=pink\ntext_scale=many\nis_motion_on=maybe\ncompute=abacus\ngeometry=12",
        "text_scale=0.5\n",
        "text_scale=nan\n",
        "text_scale=1e999\n",
        "[General\n=\n%%%",
        "\x00\x01\x02",
    ],
)
def test_a_file_spoilt_by_hand_reads_as_the_defaults(tmp_path: Path, text: str) -> None:
    path = tmp_path / "epoque.ini"
    path.write_text(f"[General]\n{text}", encoding="utf-8")
    assert SettingsFile(path).load() == AppSettings()
    assert SettingsFile(path).geometry.isEmpty()


def test_a_folder_that_cannot_be_made_stops_nothing(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    SettingsFile(blocked / "epoque.ini").save(CHOSEN)
    assert blocked.read_text() == "not a folder"
