"""The learner's study settings in the collection: a value that makes no sense is not used."""

import json
from typing import Any, get_type_hints

from db.calendar import zone_named
from db.driver import Connection
from db.rows import Notice, NoticeKind
from db.settings import RANGES, StudySettings
from db.sql import memory as sql

_TYPES = get_type_hints(StudySettings)
_STEP_RANGE_MIN = (0.1, 7 * 24 * 60.0)


def load_settings(connection: Connection) -> tuple[StudySettings, tuple[Notice, ...]]:
    """The settings as stored; the default for each that is missing or makes no sense.

    Returns:
        The settings, and a notice when a stored value was not used.
    """
    stored: dict[str, str] = dict(sql.SETTINGS.rows(connection))
    used: dict[str, Any] = {}
    ignored: list[str] = []
    for name in StudySettings._fields:
        if name not in stored:
            continue
        try:
            used[name] = _value_of(name, json.loads(stored[name]))
        except (ValueError, TypeError):
            ignored.append(name)
    notices = (Notice(NoticeKind.SETTINGS_IGNORED, ", ".join(ignored)),) if ignored else ()
    return StudySettings(**used), notices


def save_settings(connection: Connection, settings: StudySettings) -> None:
    """Store every setting.

    Raises:
        ValueError: If one makes no sense; it is named.
    """
    rows = []
    for name, value in settings._asdict().items():
        try:
            rows.append({"key": name, "value": json.dumps(_value_of(name, value))})
        except (ValueError, TypeError) as error:
            raise ValueError(f"{name}: {value!r}") from error
    sql.PUT_SETTING.run_many(connection, rows)


def _value_of(name: str, raw: Any) -> Any:
    """A raw value as the setting's own type.

    Raises:
        ValueError: If it is of another type or out of range.
    """
    kind = _TYPES[name]
    if kind in (int, float):
        return _number(kind, raw, RANGES[name])
    if name == "time_zone":
        return _time_zone(raw)
    if name.endswith("_steps_min"):
        return tuple(_number(float, step, _STEP_RANGE_MIN) for step in raw)
    if kind is bool and not isinstance(raw, bool):
        raise ValueError(raw)
    return kind(raw)


def _number(kind: type, raw: Any, limits: tuple[float, float]) -> Any:
    is_number = isinstance(raw, int | kind) and not isinstance(raw, bool)
    if not is_number or not limits[0] <= raw <= limits[1]:
        raise ValueError(raw)
    return kind(raw)


def _time_zone(raw: Any) -> str:
    if not isinstance(raw, str) or (raw and zone_named(raw) is None):
        raise ValueError(raw)
    return raw
