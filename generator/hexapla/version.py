"""The version of this program, as `pyproject.toml` and the files that it writes bear it."""

__all__ = ["VERSION"]

VERSION = "0.1.0"
