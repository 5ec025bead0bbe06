"""Which Époque this is; a test keeps it the same as pyproject.toml's."""

VERSION = "0.1.0"
