"""The version of this program, as `pyproject.toml` and the files that it writes bear it."""

VERSION = "0.1.0"
