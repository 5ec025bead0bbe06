"""The one declaration of the settings, held against the dataclasses that keep them."""

from enum import StrEnum

import pytest

from db.settings import StudySettings
from qtapp.app_settings import AppSettings
from qtapp.settings import GROUP_TITLES, SETTINGS, Group, Kind, Scope, Setting, in_group

EVERY = pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)


def test_every_setting_is_declared_once() -> None:
    kept = [*AppSettings._fields, *StudySettings._fields]
    assert sorted(setting.key for setting in SETTINGS) == sorted(kept)


def test_every_setting_has_its_place() -> None:
    assert [s for group in Group for s in in_group(group)] == list(SETTINGS)
    assert set(GROUP_TITLES) == set(Group)


@EVERY
def test_a_default_is_what_its_dataclass_says(setting: Setting) -> None:
    owner = AppSettings() if setting.scope is Scope.APP else StudySettings()
    assert setting.default == getattr(owner, setting.key)


@EVERY
def test_a_default_is_possible(setting: Setting) -> None:
    if setting.kind in (Kind.COUNT, Kind.PERCENT):
        low, high = setting.range
        assert low <= setting.default <= high
    if setting.kind is Kind.CHOICE:
        assert setting.default in [choice.value for choice in setting.choices]


@EVERY
def test_a_choice_offers_every_value(setting: Setting) -> None:
    if setting.kind is Kind.CHOICE:
        values: list[StrEnum] = [*type(setting.default).__members__.values()]
        assert [choice.value for choice in setting.choices] == values
