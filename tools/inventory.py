"""The facts that the course has to teach: their ids, by module of its inventory."""

from typing import NamedTuple


class Module(NamedTuple):
    """A part of the inventory.

    Attributes:
        title: In English, as docs/course-coverage.md says it.
        counts: How many facts each prefix has; they are numbered from 01.
    """

    title: str
    counts: dict[str, int]

    @property
    def facts(self) -> list[str]:
        """Its ids, in order, such as ``ACT-21``."""
        return [
            f"{prefix}-{number:02}"
            for prefix, count in self.counts.items()
            for number in range(1, count + 1)
        ]


MODULES = (
    Module("What deep learning is", {"INT": 26}),
    Module("From the neuron to the multilayer network", {"NEU": 44}),
    Module("Activation functions", {"ACT": 42}),
    Module("Losses and the output layer", {"LOS": 23}),
    Module("Backpropagation", {"RET": 40}),
    Module("Optimisation and its hyperparameters", {"OPT": 47}),
    Module("PyTorch and the training loop", {"TOR": 24}),
    Module("Generalisation and regularisation", {"REG": 25}),
    Module("Stability of gradients", {"GRA": 34}),
    Module("Sequences, and job interviews", {"SEQ": 26, "ENT": 9}),
)
FACTS = frozenset(fact for module in MODULES for fact in module.facts)

NOT_SHOWN = {
    "GRA-19": "how two explanations of batch normalisation fared since: networks do not tell",
}
"""Facts for which the inventory names an experiment and that none can show, with the reason."""
