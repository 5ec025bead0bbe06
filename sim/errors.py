"""What can be asked wrongly of the simulations: facts, and a sentence made of them."""

from __future__ import annotations

from sim.words import Words, same


class SimError(Exception):
    """A request that cannot be fulfilled.

    Attributes:
        words: A sentence that says what is allowed, in both languages, without its full stop;
            ``str(error)`` is the English one.
    """

    def __init__(self, words: Words | str) -> None:
        self.words = same(words) if isinstance(words, str) else words
        super().__init__(self.words.en)


class UnknownExperimentError(SimError):
    """There is no experiment of that name."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        self.name = name
        self.known = known
        names = ", ".join(known)
        super().__init__(
            Words(
                f"aucune expérience ne s’appelle « {name} » ; il y a : {names}",
                f"no experiment is called {name!r}; there are: {names}",
            )
        )


class UnknownSettingError(SimError):
    """The experiment has no setting of that name."""

    def __init__(self, experiment: str, name: str, known: tuple[str, ...]) -> None:
        self.experiment = experiment
        self.name = name
        self.known = known
        names = ", ".join(known)
        super().__init__(
            Words(
                f"{experiment} n’a pas de réglage « {name} » ; "
                + (f"ses réglages sont : {names}" if known else "elle n’en a aucun"),
                f"{experiment} has no setting {name!r}; "
                + (f"its settings are: {names}" if known else "it has none"),
            )
        )


class BadSettingError(SimError):
    """A value that a setting does not take.

    Attributes:
        name: Of the setting.
        value: What was given.
        allowed: What it takes.
    """

    def __init__(self, name: str, value: object, allowed: Words) -> None:
        self.name = name
        self.value = value
        self.allowed = allowed
        super().__init__(
            Words(
                f"{name} ne peut valoir « {value} » ; il faut {allowed.fr}",
                f"{name} cannot be {value!r}; it takes {allowed.en}",
            )
        )


class BadFileError(SimError):
    """A file of a run that cannot be used, or cannot be written.

    Attributes:
        path: Where it is.
    """

    def __init__(self, path: str, words: Words) -> None:
        self.path = path
        super().__init__(Words(f"{path} : {words.fr}", f"{path}: {words.en}"))


class OutdatedStateError(SimError):
    """A saved run does not fit its experiment, which has changed since."""

    def __init__(self) -> None:
        super().__init__(
            Words(
                "l’expérience a changé depuis que cette exécution a été enregistrée ; relancez-la "
                "du début",
                "the experiment has changed since this run was saved; run it from the start",
            )
        )
