"""What can be asked wrongly of the simulations, as facts; whoever shows them makes the sentence."""

from __future__ import annotations


class SimError(Exception):
    """A request that cannot be fulfilled; the message is a sentence that says what is allowed."""


class UnknownExperimentError(SimError):
    """There is no experiment of that name."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        self.name = name
        self.known = known
        super().__init__(f"no experiment is called {name!r}; there are: {', '.join(known)}")


class UnknownSettingError(SimError):
    """The experiment has no setting of that name."""

    def __init__(self, experiment: str, name: str, known: tuple[str, ...]) -> None:
        self.experiment = experiment
        self.name = name
        self.known = known
        allowed = f"its settings are: {', '.join(known)}" if known else "it has none"
        super().__init__(f"{experiment} has no setting {name!r}; {allowed}")


class BadSettingError(SimError):
    """A value that a setting does not take.

    Attributes:
        name: Of the setting.
        value: What was given.
        allowed: What it takes, in words.
    """

    def __init__(self, name: str, value: object, allowed: str) -> None:
        self.name = name
        self.value = value
        self.allowed = allowed
        super().__init__(f"{name} cannot be {value!r}; it takes {allowed}")
