"""Every experiment, run with three networks in chunks, and with one of them alone in the worker.

What it measures and draws fits what it declares; company and process change nothing.
"""

import math
from collections.abc import Iterator
from pathlib import Path

import pytest
from matplotlib.font_manager import findfont, get_font

from sim import catalogue, runfile
from sim.commands.contents import described
from sim.contents import Entry
from sim.declaration import ChoiceGuess, CurveGuess, NumberGuess
from sim.pictures import Curve, Grid, Table, Weights
from sim.plotting import Sheet, figure
from sim.protocol import Failed, Finished, Progress, Ready, RunRequest
from sim.result import RunResult
from sim.runfile import RunFile
from sim.runner import run
from sim.supervisor import Supervisor
from sim.training.chunks import ROWS
from sim.words import Words, fill, number
from tests.sim.test_catalogue import all_words, english_faults, french_faults

pytestmark = pytest.mark.slow

MEMBERS, SEED = 3, 5000
TIMED = ("seconds", "microseconds", "speedup")


@pytest.fixture(scope="module", params=catalogue.names())
def ran(request: pytest.FixtureRequest) -> tuple[Entry, RunResult]:
    """An experiment and what its networks have shown, at the lowest cost: nobody watches.

    They compute in chunks, as on a card.
    """
    entry = described(catalogue.experiment(request.param))
    asked = RunRequest(1, entry.name, members=MEMBERS, seed=SEED, device="cpu")
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(ROWS, "cpu", 2)
        events = list(run(asked, clock=lambda: 0.0))
    assert not [event for event in events if isinstance(event, Failed)]
    assert all(0 <= event.progress <= 1 for event in events if isinstance(event, Progress))
    assert isinstance(events[-1], Finished)
    return entry, events[-1].result


def test_what_it_shows_is_filled_by_what_it_measures(ran: tuple[Entry, RunResult]) -> None:
    entry, result = ran
    for text in (fill(entry.shows, result.values, "fr"), fill(entry.shows, result.values, "en")):
        assert "NaN" not in text
        assert "{" not in text


def test_guesses_have_their_truths(ran: tuple[Entry, RunResult]) -> None:
    entry, result = ran
    declared = catalogue.experiment(entry.name).guesses
    curves = {(picture.plot, picture.key) for picture in result.pictures}
    for guess, truth in zip(declared, result.truths, strict=True):
        if isinstance(guess, ChoiceGuess):
            assert truth in [key for key, _ in guess.options]
        elif isinstance(guess, NumberGuess):
            assert isinstance(truth, float)
            assert not math.isnan(truth)
            assert guess.low <= truth <= guess.high
        elif isinstance(guess, CurveGuess):
            assert (guess.plot, guess.curve) in curves


QUOTIENTS = {"share_1", "ratio_w2_w1"}  # of two numbers that stand there
OF_TANH = {"saturated"}  # asked of another activation than the one declared


def test_a_number_that_a_sheet_settles_stands_in_one_of_its_tables(
    ran: tuple[Entry, RunResult],
) -> None:
    entry, result = ran
    sheets = {plot.key for plot in entry.plots if plot.is_sheet}
    for guess, truth in zip(catalogue.experiment(entry.name).guesses, result.truths, strict=True):
        if (
            isinstance(guess, NumberGuess)
            and guess.plot in sheets
            and (guess.name not in QUOTIENTS | OF_TANH)
        ):
            tables = [p for p in result.pictures if isinstance(p, Table) and p.plot == guess.plot]
            cells = [cell for table in tables for row in table.rows for cell in row]
            assert any(is_told(cell, float(truth or 0)) for cell in cells), guess.measure


def is_told(cell: Words | float, truth: float) -> bool:
    """Whether a cell holds that number, or says it."""
    if isinstance(cell, Words):
        return cell.en in {number(truth, spec, "en") for spec in ("", ".1%")}
    return math.isclose(cell, truth, rel_tol=1e-6, abs_tol=1e-12)


def test_pictures_are_drawn_on_declared_plots(ran: tuple[Entry, RunResult]) -> None:
    entry, result = ran
    assert {picture.plot for picture in result.pictures} == {plot.key for plot in entry.plots}
    names = [(type(picture), picture.plot, picture.key) for picture in result.pictures]
    assert len(set(names)) == len(names)


def test_sheets_hold_tables_networks_and_sets_of_images(ran: tuple[Entry, RunResult]) -> None:
    entry, result = ran
    for plot in entry.plots:
        mine = [picture for picture in result.pictures if picture.plot == plot.key]
        are_images = len(mine) > 1 and all(isinstance(picture, Grid) for picture in mine)
        has_no_axes = all(isinstance(picture, Table | Weights) for picture in mine)
        assert plot.is_sheet == (are_images or has_no_axes), plot.key


def test_curves_stand_on_axes_with_labels(ran: tuple[Entry, RunResult]) -> None:
    entry, result = ran
    drawn = {picture.plot for picture in result.pictures if isinstance(picture, Curve)}
    labels = [axis.label for p in entry.plots if p.key in drawn for axis in (p.x, p.y)]
    assert all(label.fr and label.en for label in labels)


def test_labels_are_set_as_their_language_is(ran: tuple[Entry, RunResult]) -> None:
    words = [label for picture in ran[1].pictures for label in all_words(picture)]
    assert words
    assert [fault for label in words for fault in french_faults(label.fr)] == []
    assert [fault for label in words for fault in english_faults(label.en)] == []


def test_there_are_as_many_numbers_as_networks(ran: tuple[Entry, RunResult]) -> None:
    entry, result = ran
    members = MEMBERS if entry.kind == "ensemble" else 1
    assert {len(values) for values in result.measures.values()} == {members}
    assert len(result.met) == members


def test_it_can_be_drawn(ran: tuple[Entry, RunResult]) -> None:
    """One half of them in English, by night: words and colours do not ask which they are."""
    entry, result = ran
    sheet = Sheet(entry.title, entry.plots, result.pictures, entry.question)
    if catalogue.names().index(entry.name) % 2:
        figure(sheet, language="en", mode="dark").canvas.draw()
    else:
        figure(sheet, language="fr").canvas.draw()


def test_the_font_of_files_has_all_letters(ran: tuple[Entry, RunResult]) -> None:
    entry, result = ran
    words = [
        entry.title,
        entry.question,
        *(label for p in result.pictures for label in all_words(p)),
    ]
    words += [w for p in entry.plots for w in (p.title, p.x.label, p.y.label)]
    letters = {letter for said in words for letter in said.fr + said.en}
    known = get_font(findfont("DejaVu Sans")).get_charmap()
    assert {letter for letter in letters if letter != "\n" and ord(letter) not in known} == set()


@pytest.fixture(scope="module")
def worker() -> Iterator[Supervisor]:
    with Supervisor(silence_s=60.0) as shared:
        shared.warm()
        while not isinstance(shared.receive(), Ready):
            pass
        yield shared


@pytest.fixture(scope="module")
def kept(ran: tuple[Entry, RunResult], worker: Supervisor) -> RunFile:
    """The same experiment with the first of those networks alone, next door."""
    name = ran[0].name
    request = RunRequest(catalogue.names().index(name), name, members=1, seed=SEED, device="cpu")
    worker.start(request)
    _, *shown, last = worker.events(request.job_id)
    assert shown
    assert all(isinstance(event, Progress) for event in shown)
    assert isinstance(last, Finished), last
    return RunFile(request, last.result)


def test_a_file_keeps_it(kept: RunFile, tmp_path: Path) -> None:
    runfile.write(tmp_path / "run.json", kept)
    read = runfile.read(tmp_path / "run.json")
    assert runfile.text_of(read) == (tmp_path / "run.json").read_text("utf-8")


def test_alone_next_door_it_measures_the_same(ran: tuple[Entry, RunResult], kept: RunFile) -> None:
    """To the last bit, times excepted."""
    in_company, alone = ran[1].measures, kept.result.measures
    first = {name: (values[0],) for name, values in in_company.items()}
    timed = {name for name in first if name.startswith(TIMED)}
    untimed = first.keys() - timed
    same_bits = {name for name in untimed if repr(first[name]) == repr(alone[name])}
    assert same_bits == untimed
