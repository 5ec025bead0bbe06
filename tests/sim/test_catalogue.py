"""Every experiment's declaration, before it trains: words, keys and values that fit together."""

import dataclasses
import re
from collections.abc import Iterator, Mapping
from string import Formatter

import pytest

from sim import catalogue
from sim.commands.contents import described
from sim.contents import Entry, OptionsGuess
from sim.declaration import CurveGuess, NumberGuess
from sim.words import Words

FACT = re.compile(r"[A-Z]{3}-\d{2,3}")
SENTENCES = ("question", "claim", "shows", "limits")


@pytest.fixture(params=catalogue.names())
def entry(request: pytest.FixtureRequest) -> Entry:
    return described(catalogue.experiment(request.param))


def all_words(value: object) -> Iterator[Words]:
    """Every text inside a piece of data."""
    if isinstance(value, Words):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from all_words(getattr(value, field.name))
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from all_words(item)
    elif isinstance(value, tuple):
        for item in value:
            yield from all_words(item)


def fields_of(text: str) -> list[str]:
    return [name for _, name, _, _ in Formatter().parse(text) if name is not None]


def without_fields(text: str) -> str:
    return re.sub(r"\{[^}]*\}", "0", text)


def french_faults(text: str) -> list[str]:
    """What a French typesetter would mark: the faults with what stands around them."""
    text = without_fields(text)
    faults = (
        r".{0,9}[ \w)»][;?!].{0,5}",  # needs a no-break space before
        r".{0,9} [:»%].{0,5}",
        r".{0,9}[a-zà-ÿ)»]: .{0,5}",
        r".{0,9}« .{0,5}|.{0,9}«\w.{0,5}",
        r".{0,9}['\"].{0,5}",
        r".{0,9}\d\.\d.{0,5}",
        r".{0,9}\.\.\..{0,5}",
    )
    return [found for fault in faults for found in re.findall(fault, text)]


def english_faults(text: str) -> list[str]:
    faults = (r".{0,9}[\s\u00a0\u202f][:;?!].{0,5}", r".{0,9}\d,\d(?!\d\d).{0,5}", r".{0,9}[«»].*")
    return [found for fault in faults for found in re.findall(fault, without_fields(text))]


def test_the_module_is_named_as_the_experiment(entry: Entry) -> None:
    assert entry.name in catalogue.names()
    assert re.fullmatch(r"[a-z][a-z0-9_]*", entry.name)


def test_no_text_is_empty(entry: Entry) -> None:
    """But the axes of a table or a network, which are not drawn."""
    axes = {axis.label for plot in entry.plots for axis in (plot.x, plot.y)}
    texts = [words for words in all_words(entry) if words not in axes]
    assert [words for words in texts if not words.fr.strip() or not words.en.strip()] == []


def test_sentences_are_told_in_two_languages(entry: Entry) -> None:
    sentences = [getattr(entry, name) for name in SENTENCES]
    sentences += [guess.question for guess in entry.guesses]
    assert [words for words in sentences if words.fr == words.en] == []


def test_both_languages_tell_the_same_numbers(entry: Entry) -> None:
    for words in all_words(entry):
        assert sorted(fields_of(words.fr)) == sorted(fields_of(words.en))


def test_french_is_set_as_french_is(entry: Entry) -> None:
    assert [fault for words in all_words(entry) for fault in french_faults(words.fr)] == []


def test_english_is_set_as_english_is(entry: Entry) -> None:
    assert [fault for words in all_words(entry) for fault in english_faults(words.en)] == []


def test_only_what_a_run_shows_has_fields(entry: Entry) -> None:
    unfilled = dataclasses.replace(entry, shows=entry.title)
    assert [words for words in all_words(unfilled) if fields_of(words.fr)] == []


def test_plots_have_keys_of_their_own_and_limits_in_order(entry: Entry) -> None:
    assert entry.plots
    assert len({plot.key for plot in entry.plots}) == len(entry.plots)
    for axis in (axis for plot in entry.plots for axis in (plot.x, plot.y)):
        assert axis.low is None or axis.high is None or axis.low < axis.high
        assert not axis.is_log or axis.low is None or axis.low > 0


def test_a_card_can_tell_the_guesses_apart(entry: Entry) -> None:
    assert not entry.guesses[0].name  # what is asked where a card names none
    names = [guess.name for guess in entry.guesses if guess.name]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch("[a-z][a-z0-9_]*", name) for name in names)
    assert not set(names) & {"outcome", "number", "curve"}  # what a card calls the others


def test_curves_are_all_drawn_on_one_plot(entry: Entry) -> None:
    """Its axes are known before the run (`qtapp/typical_axes.json`), those of others are not."""
    assert len({guess.plot for guess in entry.guesses if isinstance(guess, CurveGuess)}) <= 1


def test_guesses_ask_what_can_be_answered(entry: Entry) -> None:
    assert entry.guesses
    for guess in entry.guesses:
        if isinstance(guess, CurveGuess):
            assert guess.plot in [plot.key for plot in entry.plots]
        elif isinstance(guess, NumberGuess):
            assert guess.low < guess.high
            assert not guess.is_log or guess.low > 0
        elif isinstance(guess, OptionsGuess):
            keys = [key for key, _ in guess.options]
            assert len(set(keys)) == len(keys) >= 2


def test_the_defaults_are_values_the_settings_take(entry: Entry) -> None:
    assert entry.checked(entry.defaults) == entry.defaults


def test_presets_are_settings_that_differ_from_the_defaults(entry: Entry) -> None:
    for preset in entry.presets:
        assert entry.checked(preset.settings) != entry.defaults


def test_settings_have_room_to_be_changed(entry: Entry) -> None:
    for setting in entry.settings.values():
        takes = dataclasses.asdict(setting.takes)
        assert "low" not in takes or takes["low"] < takes["high"]
        assert not takes.get("is_log") or takes["low"] > 0


def test_facts_are_ids_of_the_course(entry: Entry) -> None:
    assert entry.facts
    assert [fact for fact in entry.facts if not FACT.fullmatch(fact)] == []


def test_an_ensemble_has_members_and_an_exact_computation_needs_none(entry: Entry) -> None:
    assert entry.members >= 16 or entry.kind == "exact"


@pytest.mark.parametrize(
    "text",
    ["Vraiment ?", "Non!", "Ceci : cela", "« mot »", "l'axe", "η = 0.1", "part %", "ceci: cela"],
)
def test_bad_french_is_seen(text: str) -> None:
    assert french_faults(text)


@pytest.mark.parametrize("text", ["Really ?", "η = 0,1", "«word»"])
def test_bad_english_is_seen(text: str) -> None:
    assert english_faults(text)
