"""Every package is one that an MIT application may stand on, and docs/licences.md says so."""

from email.message import Message
from importlib.metadata import PackageMetadata
from typing import cast

import pytest

from tests.tools.oldest_python import on_the_oldest_python
from tools import licences
from tools.environment import ROOT, requirements
from tools.licences import Package, offered
from tools.pins import read
from tools.requirements import closure


@on_the_oldest_python
def test_every_package_comes_under_a_licence_we_may_use() -> None:
    names = closure(requirements(ROOT / "pyproject.toml", with_dev=True))
    every = licences.packages(names, read(ROOT / "constraints.txt"))
    assert [package for package in every if not package.is_allowed] == []


@on_the_oldest_python
def test_the_page_says_what_is_installed() -> None:
    written = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    assert written == licences.current_page(), "type: make pins"


def _about(**fields: str) -> PackageMetadata:
    message = Message()
    for name, value in fields.items():
        message[name.replace("_", "-")] = value
    return cast(PackageMetadata, message)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"License_Expression": "Apache-2.0 OR BSD-2-Clause"}, ("Apache-2.0", "BSD-2-Clause")),
        ({"License": "BSD 2-Clause License"}, ("BSD-2-Clause",)),
        ({"License_Expression": "MIT AND GPL-3.0-only"}, ("MIT AND GPL-3.0-only",)),
        (
            {
                "License": "MIT License\n\nPermission is hereby granted…",
                "Classifier": "License :: OSI Approved :: MIT License",
            },
            ("MIT",),
        ),
        ({}, ()),
    ],
)
def test_licences_are_read_where_packages_write_them(
    fields: dict[str, str], expected: tuple[str, ...]
) -> None:
    assert offered(_about(**fields)) == expected


@pytest.mark.parametrize(
    ("offer", "allowed"),
    [
        (("LGPL-3.0-only", "GPL-3.0-only"), True),
        (("GPL-3.0-only",), False),
        (("MIT AND GPL-3.0-only",), False),
        (("MIT AND BSD-3-Clause",), True),
        ((), False),  # fsrs-rs-python 0.9.3 states none: not to be shipped
    ],
)
def test_one_usable_licence_among_those_offered_is_needed(
    offer: tuple[str, ...], allowed: bool
) -> None:
    assert Package("some", "1", offer).is_allowed is allowed
