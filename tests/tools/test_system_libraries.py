"""Which packages are asked for, of whom, on which machine; apt itself is never called."""

from pathlib import Path

import pytest

from tools import system_libraries
from tools.environment import SetupError
from tools.system_libraries import DRAWING, WINDOW, line_to_type, missing, packages_for

GLIB = next(library for library in DRAWING if library.soname == "libglib-2.0.so.0")


@pytest.fixture
def debian(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """A bare Debian 12: no library, no font, an apt-get that works; returns what apt was told."""
    told: list[tuple[str, ...]] = []
    there: set[str] = set()

    def apt_get(*words: str) -> None:
        told.append(words)
        if words[0] == "install":
            there.update(library.soname for library in DRAWING + WINDOW)

    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(system_libraries, "can_load", there.__contains__)
    monkeypatch.setattr(system_libraries, "has_fonts", lambda: False)
    monkeypatch.setattr(system_libraries, "_apt_get", apt_get)
    monkeypatch.setattr(system_libraries, "_apt_knows", lambda name: not name.endswith("t64"))
    return told


def test_only_the_absent_libraries_are_asked_for() -> None:
    absent = missing(DRAWING, {"libGL.so.1", "libdbus-1.so.3"}.__contains__)
    assert packages_for(absent, lambda _: False) == [
        "libegl1",
        "libxkbcommon0",
        "libglib2.0-0",
        "libfontconfig1",
    ]


@pytest.mark.parametrize(
    ("known", "name"),
    [
        ({"libglib2.0-0"}, "libglib2.0-0"),  # Debian 12, Ubuntu 22.04
        ({"libglib2.0-0t64"}, "libglib2.0-0t64"),  # Debian 13, Ubuntu 24.04
        (set(), "libglib2.0-0"),  # before the first apt-get update
    ],
)
def test_glib_goes_by_the_name_that_this_release_gives_it(known: set[str], name: str) -> None:
    assert packages_for([GLIB], known.__contains__) == [name]


def test_root_gets_the_libraries_and_a_font_installed(debian: list[tuple[str, ...]]) -> None:
    said: list[str] = []
    system_libraries.provide(DRAWING, said.append, is_root=True)
    assert debian[0] == ("update", "-qq")
    assert debian[1][-8:] == (
        "libgl1",
        "libegl1",
        "libxkbcommon0",
        "libglib2.0-0",
        "libfontconfig1",
        "libdbus-1-3",
        "fonts-inter",
        "fonts-dejavu-core",
    )
    assert "libegl1" in said[0]


def test_a_window_takes_more_than_drawing(debian: list[tuple[str, ...]]) -> None:
    system_libraries.provide(DRAWING + WINDOW, print, is_root=True)
    assert "libxcb-cursor0" in debian[1]


def test_an_ordinary_user_gets_the_one_line_to_type(debian: list[tuple[str, ...]]) -> None:
    with pytest.raises(SetupError) as stop:
        system_libraries.provide(DRAWING[:2], print, is_root=False)
    assert debian == []
    assert (
        "\n    sudo apt-get update && sudo apt-get install -y "
        "libgl1 libegl1 fonts-inter fonts-dejavu-core\n" in str(stop.value)
    )


def test_nothing_is_asked_when_nothing_misses(
    debian: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system_libraries, "can_load", lambda _: True)
    monkeypatch.setattr(system_libraries, "has_fonts", lambda: True)
    system_libraries.provide(DRAWING + WINDOW, print, is_root=False)
    assert debian == []


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_other_systems_are_left_alone(
    debian: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    system_libraries.provide(DRAWING, print, is_root=False)
    assert debian == []


def test_a_library_still_missing_after_apt_is_named(
    debian: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system_libraries, "can_load", lambda name: name != "libEGL.so.1")
    with pytest.raises(SetupError, match=r"still misses libEGL\.so\.1"):
        system_libraries.provide(DRAWING, print, is_root=True)


def test_the_line_is_one_line() -> None:
    assert "\n" not in line_to_type(["libgl1", "libegl1"])


def test_a_folder_without_fonts_has_none(tmp_path: Path) -> None:
    (tmp_path / "readme.txt").touch()
    assert not system_libraries.has_fonts([tmp_path, tmp_path / "absent"])
    (tmp_path / "inter").mkdir()
    (tmp_path / "inter" / "Inter.OTF").touch()
    assert system_libraries.has_fonts([tmp_path])


def test_a_real_library_loads_and_an_invented_one_does_not() -> None:
    assert not system_libraries.can_load("libepoque-does-not-exist.so.7")


@pytest.mark.parametrize(
    ("environ", "answer"),
    [({}, False), ({"DISPLAY": ":0"}, True), ({"WAYLAND_DISPLAY": "wayland-0"}, True)],
)
def test_a_display_is_known_by_its_variable(
    environ: dict[str, str], answer: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert system_libraries.has_display(environ) is answer
