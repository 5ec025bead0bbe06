"""Every setting a learner can change, declared once: the preferences draw themselves from it.

What is kept in the collection has its type, default and range in `db.settings.StudySettings`;
what belongs to the app on this computer, in `qtapp.app_settings.AppSettings`. Here each gets its
words. Only the preferences import this module: the window does without.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QCoreApplication

from db.rows import Scale
from db.settings import RANGES, NewOrder, StudySettings
from qtapp.app_settings import TEXT_SCALE_RANGE, AppSettings, Compute
from qtapp.languages import QT_TRANSLATE_NOOP, Language
from qtapp.theme import ThemeChoice


class Scope(StrEnum):
    """Where a setting is kept."""

    APP = "app"
    COLLECTION = "collection"


class Kind(StrEnum):
    """How a setting is shown and changed."""

    CHOICE = "choice"
    COUNT = "count"
    PERCENT = "percent"
    SWITCH = "switch"
    STEPS = "steps"
    ZONE = "zone"


class Group(StrEnum):
    """The parts of the preferences, in the order shown; `group_title` names them."""

    LOOK = "look"
    DAY = "day"
    REVIEW = "review"
    STEPS = "steps"
    LAB = "lab"


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a choice, and its words (source text, context "settings")."""

    value: StrEnum
    label: str


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting.

    Attributes:
        key: Its field's name in `AppSettings` or `StudySettings`.
        scope: Which of the two.
        kind: How it is shown.
        group: Where it is shown.
        label: Source text of its name.
        help: Source text of a sentence on what it changes; "" when the label says it all.
        unit: Source text after the number, such as " days"; "" when there is none.
        choices: For a choice.
        step: From one value to the next, for numbers.
    """

    key: str
    scope: Scope
    kind: Kind
    group: Group
    label: str
    help: str = ""
    unit: str = ""
    choices: tuple[Choice, ...] = ()
    step: float = 1

    @property
    def default(self) -> Any:
        """What it is until the learner changes it."""
        if self.scope is Scope.APP:
            return AppSettings._field_defaults[self.key]
        return StudySettings._field_defaults[self.key]

    @property
    def range(self) -> tuple[float, float]:
        """Smallest and largest value of a number."""
        if self.scope is Scope.APP:
            return TEXT_SCALE_RANGE
        return RANGES[self.key]


def translated(source: str) -> str:
    """A source text of this module in the interface's language."""
    return QCoreApplication.translate("settings", source) if source else ""


def in_group(group: Group) -> Iterator[Setting]:
    """The settings of one group, in the order shown."""
    return (setting for setting in SETTINGS if setting.group is group)


def _app(key: str, kind: Kind, label: str, group: Group = Group.LOOK, **words: Any) -> Setting:
    return Setting(key, Scope.APP, kind, group, label, **words)


def _study(key: str, kind: Kind, group: Group, label: str, **words: Any) -> Setting:
    return Setting(key, Scope.COLLECTION, kind, group, label, **words)


GROUP_TITLES = {
    Group.LOOK: QT_TRANSLATE_NOOP("settings", "Appearance"),
    Group.DAY: QT_TRANSLATE_NOOP("settings", "Your day"),
    Group.REVIEW: QT_TRANSLATE_NOOP("settings", "Review"),
    Group.STEPS: QT_TRANSLATE_NOOP("settings", "Learning"),
    Group.LAB: QT_TRANSLATE_NOOP("settings", "Experiments"),
}

SETTINGS = (
    _app(
        "language",
        Kind.CHOICE,
        QT_TRANSLATE_NOOP("settings", "Language"),
        choices=(
            Choice(Language.SYSTEM, QT_TRANSLATE_NOOP("settings", "As the system")),
            Choice(Language.FRENCH, "Français"),
            Choice(Language.ENGLISH, "English"),
        ),
    ),
    _app(
        "theme",
        Kind.CHOICE,
        QT_TRANSLATE_NOOP("settings", "Theme"),
        choices=(
            Choice(ThemeChoice.SYSTEM, QT_TRANSLATE_NOOP("settings", "As the system")),
            Choice(ThemeChoice.LIGHT, QT_TRANSLATE_NOOP("settings", "Light")),
            Choice(ThemeChoice.DARK, QT_TRANSLATE_NOOP("settings", "Dark")),
        ),
    ),
    _app("text_scale", Kind.PERCENT, QT_TRANSLATE_NOOP("settings", "Text size"), step=0.1),
    _app(
        "is_motion_on",
        Kind.SWITCH,
        QT_TRANSLATE_NOOP("settings", "Animate changes"),
        help=QT_TRANSLATE_NOOP("settings", "When off, nothing on the screen moves by itself."),
    ),
    _study(
        "new_per_day",
        Kind.COUNT,
        Group.DAY,
        QT_TRANSLATE_NOOP("settings", "New cards per day"),
        help=QT_TRANSLATE_NOOP(
            "settings", "Each new card brings several reviews in the weeks after."
        ),
    ),
    _study(
        "reviews_per_day",
        Kind.COUNT,
        Group.DAY,
        QT_TRANSLATE_NOOP("settings", "Maximum reviews per day"),
    ),
    _study(
        "rollover_hour",
        Kind.COUNT,
        Group.DAY,
        QT_TRANSLATE_NOOP("settings", "The day begins at"),
        unit=QT_TRANSLATE_NOOP("settings", ":00"),
        help=QT_TRANSLATE_NOOP(
            "settings",
            "What you review after midnight, before this hour, counts for the day before.",
        ),
    ),
    _study(
        "time_zone",
        Kind.ZONE,
        Group.DAY,
        QT_TRANSLATE_NOOP("settings", "Time zone"),
    ),
    _study(
        "desired_retention",
        Kind.PERCENT,
        Group.REVIEW,
        QT_TRANSLATE_NOOP("settings", "Desired retention"),
        help=QT_TRANSLATE_NOOP(
            "settings",
            "A card comes back when the chance of remembering it falls to this. Higher means more"
            " reviews.",
        ),
        step=0.01,
    ),
    _study(
        "new_order",
        Kind.CHOICE,
        Group.REVIEW,
        QT_TRANSLATE_NOOP("settings", "New cards come"),
        choices=(
            Choice(NewOrder.AFTER_REVIEWS, QT_TRANSLATE_NOOP("settings", "after the reviews")),
            Choice(NewOrder.BEFORE_REVIEWS, QT_TRANSLATE_NOOP("settings", "before the reviews")),
            Choice(NewOrder.MIXED, QT_TRANSLATE_NOOP("settings", "among the reviews")),
        ),
    ),
    _study(
        "scale",
        Kind.CHOICE,
        Group.REVIEW,
        QT_TRANSLATE_NOOP("settings", "Answer with"),
        choices=(
            Choice(Scale.FOUR, QT_TRANSLATE_NOOP("settings", "four grades")),
            Choice(Scale.FIVE, QT_TRANSLATE_NOOP("settings", "five steps of confidence")),
        ),
        help=QT_TRANSLATE_NOOP(
            "settings",
            "Of the five steps, 1 and 2 count as Again, 3 as Hard, 4 as Good and 5 as Easy.",
        ),
    ),
    _study(
        "bury_siblings",
        Kind.SWITCH,
        Group.REVIEW,
        QT_TRANSLATE_NOOP("settings", "Bury sibling cards until the next day"),
        help=QT_TRANSLATE_NOOP("settings", "Cards made from the same note give each other away."),
    ),
    _study(
        "fuzz",
        Kind.SWITCH,
        Group.REVIEW,
        QT_TRANSLATE_NOOP("settings", "Spread intervals a little"),
        help=QT_TRANSLATE_NOOP(
            "settings", "Cards learnt on one day do not all come back together."
        ),
    ),
    _study(
        "maximum_interval_days",
        Kind.COUNT,
        Group.REVIEW,
        QT_TRANSLATE_NOOP("settings", "Maximum interval"),
        unit=QT_TRANSLATE_NOOP("settings", " days"),
    ),
    _study(
        "learning_steps_min",
        Kind.STEPS,
        Group.STEPS,
        QT_TRANSLATE_NOOP("settings", "Learning steps"),
        help=QT_TRANSLATE_NOOP("settings", "In minutes, for a new card, such as: 1 10"),
    ),
    _study(
        "relearning_steps_min",
        Kind.STEPS,
        Group.STEPS,
        QT_TRANSLATE_NOOP("settings", "Relearning steps"),
        help=QT_TRANSLATE_NOOP("settings", "In minutes, for a forgotten card; empty for none."),
    ),
    _study(
        "learn_ahead_min",
        Kind.COUNT,
        Group.STEPS,
        QT_TRANSLATE_NOOP("settings", "Learn ahead"),
        unit=QT_TRANSLATE_NOOP("settings", " min"),
        help=QT_TRANSLATE_NOOP(
            "settings", "When nothing else is left, a card due within this time comes at once."
        ),
    ),
    _app(
        "is_warm_up_on",
        Kind.SWITCH,
        QT_TRANSLATE_NOOP("settings", "Prepare experiments when the app is idle"),
        Group.LAB,
        help=QT_TRANSLATE_NOOP(
            "settings",
            "The first run starts at once; it takes some 250 MB of memory. Never while the "
            "computer saves power.",
        ),
    ),
    _app(
        "compute",
        Kind.CHOICE,
        QT_TRANSLATE_NOOP("settings", "Networks train on"),
        Group.LAB,
        choices=(
            Choice(Compute.FASTEST, QT_TRANSLATE_NOOP("settings", "the fastest device")),
            Choice(Compute.PROCESSOR, QT_TRANSLATE_NOOP("settings", "the processor")),
        ),
        help=QT_TRANSLATE_NOOP(
            "settings", "The fastest is a graphics card, if there is one; each run names its own."
        ),
    ),
)
