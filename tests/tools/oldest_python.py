"""Tests that compare a list of packages with what is installed, where everything is."""

import sys

import pytest

from tools.requirements import OLDEST

on_the_oldest_python = pytest.mark.skipif(
    sys.version_info[:2] != OLDEST, reason="newer Pythons do without some packages"
)
