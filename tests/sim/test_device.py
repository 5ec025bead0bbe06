"""Where networks compute is chosen, named, and left where it does not work."""

import pytest
import torch

from sim import device
from sim.errors import BadSettingError
from sim.protocol import Finished, RunRequest, Started
from sim.result import Device, DeviceKind, Note
from sim.runner import run
from tests.sim import odd


def test_the_processor_is_always_there_and_comes_last() -> None:
    assert device.available()[-1] == device.chosen("cpu")
    assert device.chosen("cpu").id == "cpu"


def test_automatic_is_the_first_of_those_that_work() -> None:
    assert device.chosen() == device.available()[0]


def test_every_device_is_found_by_its_name() -> None:
    assert [device.chosen(found.id) for found in device.available()] == list(device.available())


def test_a_device_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(BadSettingError, match=r"one of auto.*cpu"):
        device.chosen("cuda:17")


def test_a_device_is_named_for_the_learner() -> None:
    words = Device(DeviceKind.CUDA, "cuda:0", "NVIDIA H100").words
    assert (words.fr, words.en) == ("carte graphique (NVIDIA H100)", "graphics card (NVIDIA H100)")
    assert Device(DeviceKind.CPU, "cpu").words.fr == "processeur"


@pytest.mark.parametrize(
    ("kind", "id_", "note"),
    [
        (DeviceKind.CUDA, "cuda:0", Note.DEVICE_MEMORY),
        (DeviceKind.MPS, "mps", Note.DEVICE_TROUBLE),
    ],
)
def test_a_run_that_a_card_cannot_do_is_done_by_the_processor_with_a_word(
    monkeypatch: pytest.MonkeyPatch, kind: DeviceKind, id_: str, note: Note
) -> None:
    card = Device(kind, id_)
    monkeypatch.setattr(device, "chosen", lambda wanted: card)
    told = list(run(RunRequest(1, "only_on_the_processor"), lookup=odd.experiment))
    begun = [event.device for event in told if isinstance(event, Started)]
    assert begun == [card, device.processor()]
    last = told[-1]
    assert isinstance(last, Finished)
    assert last.result.notes == (note,)
    assert last.result.device == device.processor()
    assert note.words.fr != note.words.en


@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a CUDA card")
def test_a_card_runs_a_real_experiment() -> None:
    *_, last = run(RunRequest(1, "dead_relu", members=2, device="cuda"))
    assert isinstance(last, Finished)
    assert (last.result.device.kind, last.result.notes) == (DeviceKind.CUDA, ())
