"""What can be asked of main.py in a terminal."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import command_line
import main
from db import errors
from db.collection import Collection
from import_command import REASONS, import_file
from tests.decks.pictures import png, put

ROOT = Path(__file__).parents[1]
CHAPTER = """\
---
id: essai
title: Essai
---

# Essai

## Un
<!-- section: {id: un} -->

### Que vaut un plus un ?
<!-- card: {id: somme} -->

Deux, dit l’été.
"""


@pytest.fixture
def chapter(tmp_path: Path) -> Path:
    path = tmp_path / "essai.md"
    path.write_text(CHAPTER, encoding="utf-8")
    return path


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    return tmp_path / "mine" / "c.epoque"


# Reading the command line


def test_nothing_asked_opens_the_learner_s_own_collection(own_folders: Path) -> None:
    options = command_line.parse([])
    assert own_folders in options.collection.parents
    assert (options.file, options.is_review_asked, options.language) == (None, False, None)


def test_the_same_is_meant_with_and_without_a_parser() -> None:
    """No arguments takes a short way; a default spelled out takes the long one."""
    long_way = command_line.parse(["--theme", "system"])
    assert long_way._replace(theme=None) == command_line.parse([])


def test_a_collection_can_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert command_line.parse(["--collection", "a.epoque"]).collection == tmp_path / "a.epoque"


def test_a_profile_folder_holds_everything(tmp_path: Path) -> None:
    options = command_line.parse(["--profile-folder", str(tmp_path)])
    assert all(tmp_path in folder.parents for folder in options.folders)
    assert tmp_path in options.collection.parents


def test_a_sitting_can_look_otherwise() -> None:
    options = command_line.parse(["--lang", "fr", "--theme", "dark", "--review"])
    assert (options.language, options.theme, options.is_review_asked) == ("fr", "dark", True)


def test_a_file_can_be_imported() -> None:
    options = command_line.parse(["--collection", "c", "import", "deck.txt", "--json"])
    assert (options.file, options.is_json_asked) == (Path("deck.txt"), True)


@pytest.mark.parametrize("wrong", [["--lang", "de"], ["import"], ["--nonsense"], ["export", "x"]])
def test_a_wrong_command_line_ends_with_two(
    wrong: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        command_line.parse(wrong)
    assert ended.value.code == command_line.WRONG_USE
    assert "usage:" in capsys.readouterr().err


def test_the_version_is_pyproject_s(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        command_line.parse(["--version"])
    assert ended.value.code == 0
    version = capsys.readouterr().out.split()[-1]
    assert f'version = "{version}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_exit_codes_are_told_by_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        command_line.parse(["--help"])
    assert "exit codes: 0 done; 1" in capsys.readouterr().out


# Importing


def test_an_import_is_told_on_one_line(
    chapter: Path, collection: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert import_file(collection, chapter, as_json=False) == command_line.DONE
    told = capsys.readouterr()
    assert told.out == "Essai: 1 new, 0 updated, 0 unchanged, 0 warnings (1 new card).\n"
    assert told.err == ""


def test_the_same_file_again_changes_nothing(
    chapter: Path, collection: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import_file(collection, chapter, as_json=False)
    import_file(collection, chapter, as_json=False)
    assert capsys.readouterr().out.endswith(
        "Essai: 0 new, 0 updated, 1 unchanged, 0 warnings (0 new cards).\n"
    )


def test_an_import_is_told_as_json(
    chapter: Path, collection: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import_file(collection, chapter, as_json=True)
    assert json.loads(capsys.readouterr().out) == {
        "title": "Essai",
        "new": 1,
        "updated": 0,
        "unchanged": 0,
        "kept_edited": 0,
        "retired": 0,
        "cards": 1,
        "images": 0,
        "texts": 0,
        "warnings": [],
    }


def test_a_document_is_imported_as_texts(
    collection: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    notes = tmp_path / "notes.md"
    text = "# Séance\n\nAvant.\n\n## Un\n\nL’été.\n\n## Deux\n\nFin.\n"
    notes.write_text(text.encode().decode("mac_roman"), encoding="utf-8")
    assert import_file(collection, notes, as_json=True) == command_line.DONE
    report = json.loads(capsys.readouterr().out)
    assert (report["title"], report["texts"], report["new"], report["cards"]) == ("Séance", 3, 0, 0)
    assert report["warnings"] == [
        f"{notes}:1: found S√©ance; expected Séance, mended (UTF-8 had been read as Mac Roman)."
    ]
    import_file(collection, notes, as_json=False)
    assert "0 new, 0 updated" in capsys.readouterr().out


def test_the_images_of_a_chapter_come_along_and_are_counted(
    chapter: Path, collection: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(chapter.parent / "rouge.png", png(255, 0, 0))
    text = CHAPTER.rstrip("\n") + "\n\n![](rouge.png)\n\n![](bleu.png)\n"
    chapter.write_text(text, encoding="utf-8")
    assert import_file(collection, chapter, as_json=False) == command_line.DONE
    told = capsys.readouterr()
    assert told.out == (
        "Essai: 1 new, 0 updated, 0 unchanged, 1 warning (1 new card, 1 new or changed image).\n"
    )
    line = text[: text.index("![](bleu.png)")].count("\n") + 1
    assert told.err.startswith(f"{chapter}:{line}: found bleu.png; expected a file")
    copy = collection.with_name(collection.name + ".media") / "essai" / "rouge.png"
    assert copy.read_bytes() == png(255, 0, 0)
    import_file(collection, chapter, as_json=True)
    assert json.loads(capsys.readouterr().out)["images"] == 0


def test_warnings_name_file_and_line(
    tmp_path: Path, collection: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The card's number jumps from 1 to 3: a slip that the format's reader warns of."""
    deck = tmp_path / "deck.txt"
    card = "{n}\n\nQ\n\nQuestion {n} ?\n\nA\n\nRéponse {n}.\n\n"
    deck.write_text("Paquet\n\n" + card.format(n=1) + card.format(n=3), encoding="utf-8")
    assert import_file(collection, deck, as_json=False) == command_line.DONE
    assert capsys.readouterr().err.startswith(f"{deck}:13: found 3; expected card 2")


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("{id: somme}", "{id: Somme!}", 12),
        ("### Que", "#### Que", 0),
        ("title: Essai", "title:", 3),
    ],
)
def test_a_wrong_file_is_told_by_line_and_changes_nothing(
    chapter: Path,
    collection: Path,
    capsys: pytest.CaptureFixture[str],
    old: str,
    new: str,
    line: int,
) -> None:
    chapter.write_text(CHAPTER.replace(old, new), encoding="utf-8")
    assert import_file(collection, chapter, as_json=False) == command_line.UNUSABLE
    told = capsys.readouterr()
    place = f"{chapter}:{line}: found" if line else f"{chapter}"
    assert told.err.startswith(place)
    assert told.out == ""
    assert not collection.parent.exists()


def test_a_file_that_is_not_there_is_told(
    tmp_path: Path, collection: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert import_file(collection, tmp_path / "none.md", as_json=True) == command_line.UNUSABLE
    assert "none.md" in capsys.readouterr().err


def test_a_collection_that_is_none_is_told_and_left_alone(
    chapter: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letter = tmp_path / "letter.epoque"
    letter.write_bytes(b"a letter to my aunt" * 20)
    assert import_file(letter, chapter, as_json=False) == command_line.UNUSABLE
    assert capsys.readouterr().err == (
        f"{letter}: cannot be used: it is not an Époque collection.\n"
    )
    assert letter.read_bytes() == b"a letter to my aunt" * 20


def test_a_collection_open_elsewhere_is_told(
    chapter: Path, collection: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere = Collection.open(collection)
    assert import_file(collection, chapter, as_json=False) == command_line.UNUSABLE
    elsewhere.close()
    assert "open in another window" in capsys.readouterr().err


def test_every_reason_is_a_sentence() -> None:
    kinds = {
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, errors.CollectionError)
    }
    assert kinds - {errors.CollectionError} == set(REASONS)


# Without a display


@pytest.mark.parametrize(
    ("platform", "environment", "is_missing"),
    [
        ("linux", {}, True),
        ("linux", {"DISPLAY": ""}, True),
        ("linux", {"DISPLAY": ":0"}, False),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, False),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, False),
        ("darwin", {}, False),
        ("win32", {}, False),
    ],
)
def test_a_missing_display_is_seen(
    platform: str, environment: dict[str, str], is_missing: bool
) -> None:
    assert (command_line.missing_display(platform, environment) is not None) is is_missing


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="others always have a display")
def test_without_a_display_the_demo_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main.main([]) == command_line.WRONG_USE
    assert "make demo" in capsys.readouterr().err


# Real processes


def start(tmp_path: Path, *arguments: str, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "main.py", "--profile-folder", str(tmp_path / "p"), *arguments],
        cwd=ROOT,
        env={k: v for k, v in os.environ.items() if "DISPLAY" not in k and k != "QT_QPA_PLATFORM"}
        | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def wait_until(is_so: Callable[[], bool], process: subprocess.Popen[str]) -> None:
    deadline = time.monotonic() + 30
    while not is_so():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < deadline
        time.sleep(0.02)


@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="others always have a display")
def test_the_process_without_a_display_ends_with_two(tmp_path: Path) -> None:
    process = start(tmp_path)
    _, told = process.communicate(timeout=30)
    assert process.returncode == 2
    assert "make demo" in told
    assert "Traceback" not in told


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_app_ends_in_good_order_when_asked(tmp_path: Path, number: signal.Signals) -> None:
    """The collection is there and closed: SQLite has folded its log into the file."""
    process = start(tmp_path, QT_QPA_PLATFORM="offscreen")
    collection = tmp_path / "p" / "data" / "collection.epoque"
    log = tmp_path / "p" / "log" / "epoque.log"
    wait_until(lambda: collection.exists() and log.exists(), process)
    process.send_signal(number)
    _, told = process.communicate(timeout=30)
    assert process.returncode == 0, told
    assert "Traceback" not in told
    assert not collection.with_name(collection.name + "-wal").exists()
    assert (tmp_path / "p" / "config" / "epoque.ini").exists()
